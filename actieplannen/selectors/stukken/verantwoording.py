"""The yearly accounting, written from the plan: per priority what was done, what came of it, and what shows it."""

from collections import Counter
from collections.abc import Callable, Iterable
from uuid import UUID

from actieplannen.enums import Planstatus, Prioriteit, Standkleur, Verantwoordingsdeel, Voortgang
from actieplannen.models import Amendement, Planstap
from actieplannen.selectors.planbron import Planbron
from actieplannen.selectors.plannen import Genummerd
from actieplannen.selectors.stukken.gemeen import Onderdeel, Punt, bronnenzin
from actieplannen.selectors.stukken.middelen import besteding
from partners.enums import Bijlageonderwerp
from partners.models import Bijlage
from regie.core import notatie
from regie.core.http import gebied_url
from regie.core.regierol import bekende_regel
from regie.core.stukken.blokken import Alinea, Blok, Gegevens, Lijst, Tabel, Tussenkop

Gemaakt = tuple[Iterable[Blok], Iterable[Punt]]


def _algemeen(bron: Planbron) -> Gemaakt:
    stap = Planstap.objects.filter(plan=bron.plan, naar=Planstatus.GOEDGEKEURD).order_by("created_at").last()
    geld = bron.geld.planjaar
    gegevens = Gegevens(
        (
            ("Plan", bron.plan.titel),
            ("Goedgekeurd op", notatie.datum(stap.datum) if stap else ""),
            ("Acties", _per_voortgang(bron)),
            ("Bewijsstukken", str(len(bron.bewijzen))),
            ("Besteed", f"{notatie.euro(geld.besteed)} van {notatie.euro(geld.gepland)}" if geld.gepland else ""),
        ),
        "Het jaar in cijfers",
    )
    return [gegevens], [
        Punt(bron.plan.is_vast, "Het plan is nog niet goedgekeurd.", bron.pagina("actieplannen:besluiten")),
    ]


def _per_voortgang(bron: Planbron) -> str:
    aantal = Counter(g.actie.voortgang for g in bron.acties)
    delen = [f"{aantal[v]} {v.label}" for v in Voortgang if aantal[v]]
    return f"{len(bron.acties)}: {notatie.opsomming(delen)}" if delen else "geen"


def _prioriteit(prioriteit: Prioriteit) -> Callable[[Planbron], Gemaakt]:
    def maak(bron: Planbron) -> Gemaakt:
        acties = bron.van_prioriteit(prioriteit)
        if not acties:
            zin = f"{prioriteit.value} heeft geen enkele actie in dit plan."
            return [Alinea("Geen acties.")], [Punt(False, zin, bron.pagina())]
        blokken: list[Blok] = [Tussenkop("Acties"), _actietabel(bron, prioriteit, acties)]
        cijfers = _cijfers(bron, prioriteit, acties)
        blokken += [Tussenkop("Cijfers"), cijfers] if cijfers.rijen else []
        blokken += _verhalen(bron, acties)
        return blokken, _punten(bron, prioriteit, acties)

    return maak


def _actietabel(bron: Planbron, prioriteit: Prioriteit, acties: list[Genummerd]) -> Tabel:
    bewijzen = Counter(bewijs.actie_id for bewijs in bron.bewijzen)
    return Tabel(
        f"Acties {prioriteit.value}",
        ("Actie", "Voortgang", "Laatste stand", "Bewijsstukken"),
        tuple(
            (
                f"{g.nummer} {g.actie.titel}",
                g.actie.get_voortgang_display(),
                _stand(bron, g.actie.pk),
                notatie.getal(bewijzen[g.actie.pk]),
            )
            for g in acties
        ),
        getallen=(3,),
    )


def _stand(bron: Planbron, actie_id: UUID) -> str:
    stand = bron.standen.get(actie_id)
    return f"{Standkleur(stand.kleur).label} (K{stand.kwartaal} {stand.jaar})" if stand else "geen stand"


def _cijfers(bron: Planbron, prioriteit: Prioriteit, acties: list[Genummerd]) -> Tabel:
    rijen, noten, bronnen = [], [], []
    for g in acties:
        for stand in bron.indicatoren.get(g.actie.pk, []):
            op = notatie.datum(stand.peildatum) if stand.peildatum else ""
            naam = f"{g.nummer} {stand.indicator.naam}"
            rijen.append((naam, stand.nulmeting_getoond, stand.getoond, stand.streef_getoond, op))
            noten.append(stand.uitleg)
            bronnen.append(stand.bron)
    return Tabel(
        f"Indicatoren {prioriteit.value}",
        ("Indicator", "Nulmeting", "Bereikt", "Streefdoel", "Peildatum"),
        tuple(rijen),
        getallen=(1, 2, 3),
        noot=" ".join((*dict.fromkeys(filter(None, noten)), bronnenzin(bronnen))),
    )


def _verhalen(bron: Planbron, acties: list[Genummerd]) -> list[Blok]:
    """What the trekkers said last, and why it went otherwise."""
    blokken: list[Blok] = []
    for g in acties:
        stand = bron.standen.get(g.actie.pk)
        if stand and stand.tekst:
            anders = f"\n\nAfwijking: {stand.afwijking}" if stand.afwijking else ""
            blokken += [Tussenkop(f"{g.nummer} {g.actie.titel}"), Alinea(f"{stand.tekst}{anders}")]
    return blokken


def _punten(bron: Planbron, prioriteit: Prioriteit, acties: list[Genummerd]) -> list[Punt]:
    met_bewijs = {bewijs.actie_id for bewijs in bron.bewijzen if bron.begin <= bewijs.datum <= bron.einde}
    regel = bekende_regel("regierol_min_bewijs", op=bron.begin, dimensie="WSE-LR1..4").regel
    minimum = int(regel.waarde) if regel else 1
    aantal = sum(g.actie.pk in met_bewijs for g in acties)
    zin = f"{prioriteit.value}: {aantal} acties met een bewijsstuk van {bron.plan.jaar}, minstens {minimum} nodig."
    punten = [Punt(aantal >= minimum, zin, gebied_url("actieplannen:actie", acties[0].actie.pk))]
    for g in acties:
        adres = gebied_url("actieplannen:actie", g.actie.pk)
        punten.append(Punt(g.actie.pk in bron.standen, f"Actie {g.nummer} '{g.actie.titel}' heeft geen stand.", adres))
    return punten


def _wijzigingen(bron: Planbron) -> Gemaakt:
    rijen = Amendement.objects.filter(plan=bron.plan).order_by("nummer")
    tabel = Tabel(
        "Amendementen",
        ("Nummer en datum", "Waarover", "Wat veranderde", "Reden"),
        tuple(
            (
                f"{rij.nummer} · {notatie.datum(rij.created_at.date())}",
                rij.onderwerp,
                "; ".join(f"{veld}: {van} → {naar}" for veld, van, naar in rij.wijzigingen),
                rij.reden,
            )
            for rij in rijen
        ),
    )
    return [tabel if tabel.rijen else Alinea("Het goedgekeurde plan is niet gewijzigd.")], []


def _bewijzen(bron: Planbron) -> Gemaakt:
    bestanden: dict[UUID, list[str]] = {}
    for bijlage in Bijlage.objects.aanwezig().filter(
        onderwerp=Bijlageonderwerp.BEWIJS, object_id__in=[bewijs.pk for bewijs in bron.bewijzen]
    ):
        bestanden.setdefault(bijlage.object_id, []).append(bijlage.naam)
    nummers = {g.actie.pk: g.nummer for g in bron.acties}
    tabel = Tabel(
        "Bewijsstukken",
        ("Nr. en wat", "Actie", "Soort", "Datum", "Waar"),
        tuple(
            (
                f"{i}. {bewijs.titel}",
                nummers[bewijs.actie_id],
                bewijs.get_soort_display(),
                notatie.datum(bewijs.datum),
                ", ".join([*bestanden.get(bewijs.pk, []), *([bewijs.adres] if bewijs.adres else [])]),
            )
            for i, bewijs in enumerate(bron.bewijzen, 1)
        ),
    )
    leeg = [str(i) for i, b in enumerate(bron.bewijzen, 1) if not bestanden.get(b.pk) and not b.adres]
    return [tabel if tabel.rijen else Lijst(("Nog geen bewijsstukken.",))], [
        Punt(not leeg, f"Zonder bestand of webadres: bewijsstuk {notatie.opsomming(leeg)}.", bron.pagina()),
    ]


def _voorstel_algemeen(bron: Planbron) -> str:
    geld = bron.geld.planjaar
    standen = Counter(stand.kleur for stand in bron.standen.values())
    zinnen = [f"Het plan van {bron.plan.jaar} telt {_per_voortgang(bron)}."]
    if standen:
        delen = [f"{standen[k]} {k.label}" for k in Standkleur if standen[k]]
        zinnen.append(f"Bij de laatste stand: {notatie.opsomming(delen)}.")
    if geld.gepland:
        deel = notatie.procent(float(geld.percentage or 0), 0)
        zinnen.append(
            f"Van de geplande {notatie.euro(geld.gepland)} is {notatie.euro(geld.besteed)} besteed ({deel})."
        )
    return " ".join(zinnen)


def _voorstel_prioriteit(prioriteit: Prioriteit) -> Callable[[Planbron], str]:
    def voorstel(bron: Planbron) -> str:
        alineas = [_zin_over(bron, g) for g in bron.van_prioriteit(prioriteit)]
        return "\n\n".join(alineas)

    return voorstel


def _zin_over(bron: Planbron, genummerd: Genummerd) -> str:
    actie = genummerd.actie
    zinnen = [f"{actie.titel}: {actie.get_voortgang_display()}."]
    for stand in bron.indicatoren.get(actie.pk, []):
        doel = f" (streefdoel {stand.streef_getoond})" if stand.streef is not None else ""
        zinnen.append(f"{stand.indicator.naam}: {stand.getoond}{doel}.")
    laatste = bron.standen.get(actie.pk)
    if laatste and laatste.tekst:
        zinnen.append(laatste.tekst)
    aantal = sum(bewijs.actie_id == actie.pk for bewijs in bron.bewijzen)
    if aantal:
        zinnen.append(f"Zie {notatie.meervoud(aantal, 'bewijsstuk', 'bewijsstukken')} in de lijst achteraan.")
    return " ".join(zinnen)


VERANTWOORDING: tuple[Onderdeel, ...] = (
    Onderdeel(
        Verantwoordingsdeel.ALGEMEEN,
        Verantwoordingsdeel.ALGEMEEN.label,
        "Wat was het belangrijkste van dit jaar, voor wie het hele verslag niet leest?",
        _algemeen,
        voorstel=_voorstel_algemeen,
    ),
    *(
        Onderdeel(
            prioriteit.value,
            prioriteit.label,
            "Wat deden jullie, wat kwam ervan, en wat leerden jullie? De cijfers en de standen staan eronder.",
            _prioriteit(prioriteit),
            voorstel=_voorstel_prioriteit(prioriteit),
        )
        for prioriteit in Prioriteit
    ),
    Onderdeel(
        Verantwoordingsdeel.GELD,
        Verantwoordingsdeel.GELD.label,
        "Waarom is er meer of minder besteed dan gepland?",
        besteding,
        met_tekst=False,
    ),
    Onderdeel(
        Verantwoordingsdeel.WIJZIGINGEN,
        Verantwoordingsdeel.WIJZIGINGEN.label,
        "Wat verklaart de wijzigingen samen?",
        _wijzigingen,
        met_tekst=False,
    ),
    Onderdeel(
        Verantwoordingsdeel.BEWIJZEN,
        Verantwoordingsdeel.BEWIJZEN.label,
        "Waar kan de lezer de stukken zelf inkijken?",
        _bewijzen,
        met_tekst=False,
    ),
)
