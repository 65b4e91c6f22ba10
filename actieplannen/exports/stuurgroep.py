"""The plan for the steering group: a few pages with how it stands, what asks attention and what to decide."""

from actieplannen.enums import Standkleur
from actieplannen.selectors.samenvatting import KLEUREN, Aandachtspunt, Samenvatting, tegen
from regie.core import notatie
from regie.core.grafieken import Bulletgrafiek, BulletRij
from regie.core.stukken.blokken import Alinea, Blok, Deel, Figuur, Kop, Lijst, Stuk, Tabel, Tussenkop
from regie.core.stukken.pdf import maak_pdf

NIETS_TE_BESPREKEN = "Er zijn geen voorstellen tot bijsturing en geen acties die bijna klaar moeten zijn."


def maak_stuurgroepverslag(beeld: Samenvatting) -> bytes:
    return maak_pdf(stuurgroepverslag(beeld))


def stuurgroepverslag(beeld: Samenvatting) -> Stuk:
    bron = beeld.bron
    titel = f"Stand van het jaaractieplan {bron.plan.jaar}"
    return Stuk(
        sjabloon="stuurgroep",
        titel=titel,
        ondertitel=f"{bron.plan.titel} · op {notatie.datum(bron.vandaag)}",
        delen=(
            Deel("In het kort", (_kern(beeld), _prioriteiten(beeld))),
            Deel("Wat aandacht vraagt", _aandacht(beeld)),
            Deel("Te bespreken", _bespreken(beeld)),
            Deel("Cijfers", _cijfers(beeld)),
            Deel("Middelen", _middelen(beeld)),
        ),
        kop=Kop(f"Regiegebied {bron.gebied.naam}"),
        voet=f"{titel} · {bron.gebied.naam} · gemaakt op {notatie.datum(bron.vandaag)}",
    )


def _kern(beeld: Samenvatting) -> Tabel:
    return Tabel("Kerncijfers", ("Wat", "Stand", ""), tuple((k.label, k.waarde, k.detail) for k in beeld.kern))


def _prioriteiten(beeld: Samenvatting) -> Tabel:
    return Tabel(
        "Acties per Vlaamse prioriteit, volgens hun laatste stand",
        ("Prioriteit", *(label for _, label in KLEUREN), "Acties"),
        tuple(
            (f"{p.code} {p.naam}", *(notatie.getal(n) for n in p.standen), notatie.getal(p.aantal))
            for p in beeld.prioriteiten
        ),
        getallen=tuple(range(1, len(KLEUREN) + 2)),
    )


def _aandacht(beeld: Samenvatting) -> tuple[Blok, ...]:
    blokken: list[Blok] = []
    for punt in beeld.aandacht:
        g = punt.genummerd
        woord = Standkleur(punt.stand.kleur).label
        blokken += [Tussenkop(f"{g.nummer} {g.actie.titel}: {woord}"), Alinea(_uitleg(punt))]
    if beeld.zonder_stand:
        zonder = tuple(f"{g.nummer} {g.actie.titel}" for g in beeld.zonder_stand)
        blokken += [Tussenkop("Lopende acties zonder stand"), Lijst(zonder)]
    return tuple(blokken) or (Alinea("Elke actie met een stand is op schema."),)


def _uitleg(punt: Aandachtspunt) -> str:
    stand = punt.stand
    waarom = f"\n\nWaarom: {stand.afwijking}" if stand.afwijking else ""
    return f"Kwartaal {stand.kwartaal} van {stand.jaar}. {stand.tekst}{waarom}"


def _bespreken(beeld: Samenvatting) -> tuple[Blok, ...]:
    blokken: list[Blok] = []
    if beeld.voorstellen:
        voorstellen = tuple(f"{v.stand.actie.titel}: {v.voorstel}" for v in beeld.voorstellen)
        blokken += [Tussenkop("Voorstellen tot bijsturing"), Lijst(voorstellen)]
    if beeld.komend:
        komend = tuple(f"{g.nummer} {g.actie.titel}: {tegen(g, beeld.bron.vandaag)}" for g in beeld.komend)
        blokken += [Tussenkop("Klaar binnen drie maanden"), Lijst(komend)]
    return tuple(blokken) or (
        Alinea("Er zijn geen voorstellen tot bijsturing en geen acties die bijna klaar moeten zijn."),
    )


def _cijfers(beeld: Samenvatting) -> tuple[Blok, ...]:
    if not beeld.indicatoren:
        return (Alinea("Het plan heeft nog geen indicatoren."),)
    noten = sorted({regel.stand.uitleg for regel in beeld.indicatoren if regel.stand.uitleg})
    rijen = tuple(
        (
            f"{r.genummerd.nummer} {r.stand.indicator.naam}",
            r.stand.nulmeting_getoond,
            r.stand.getoond,
            r.stand.streef_getoond,
            f"{r.stand.percentage} %" if r.stand.percentage is not None else "",
        )
        for r in beeld.indicatoren
    )
    kop = ("Indicator", "Nulmeting", "Stand", "Streefdoel", "Bereikt")
    return (Tabel("Indicatoren", kop, rijen, getallen=(1, 2, 3, 4), noot=" ".join(noten)),)


def _middelen(beeld: Samenvatting) -> tuple[Blok, ...]:
    geld = beeld.bron.geld.planjaar
    if not beeld.bron.geld.regels:
        return (Alinea("Het plan heeft nog geen begroting."),)
    rijen = (
        *((p.code, notatie.euro(p.bedragen.gepland), notatie.euro(p.bedragen.besteed)) for p in beeld.prioriteiten),
        ("Samen", notatie.euro(geld.gepland), notatie.euro(geld.besteed)),
    )
    tabel = Tabel("Middelen", ("Prioriteit", "Gepland", "Besteed"), rijen, getallen=(1, 2), met_totaal=True)
    return (tabel, Figuur(_geldfiguur(beeld)))


def _geldfiguur(beeld: Samenvatting) -> Bulletgrafiek:
    rijen = [p for p in beeld.prioriteiten if p.bedragen.gepland or p.bedragen.besteed]
    return Bulletgrafiek(
        titel="Besteed van wat gepland was, in euro",
        omschrijving="Staven: per Vlaamse prioriteit wat besteed is, tegenover wat gepland was.",
        rijen=[BulletRij(p.code, float(p.bedragen.besteed), float(p.bedragen.gepland)) for p in rijen],
        bron="begroting van het plan",
        x_titel="Prioriteit",
    )
