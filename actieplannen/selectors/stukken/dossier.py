"""The sections of a subsidiedossier (domein.md 5.2): what the plan and the platform already know of each."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from actieplannen.enums import Dossierdeel, Prioriteit
from actieplannen.models import Actie, Raadsbesluit
from actieplannen.selectors.planbron import Planbron, gemeentenamen, periode_van
from actieplannen.selectors.plannen import Genummerd
from actieplannen.selectors.stukken.gemeen import Onderdeel, Punt
from actieplannen.selectors.stukken.middelen import begroting
from actieplannen.selectors.stukken.omgeving import omgeving
from partners.enums import Bijlageonderwerp
from partners.models import Bijlage, Partnerschap
from partners.selectors.overeenkomsten import overeenkomsten, overzicht
from regie.core import notatie
from regie.core.http import gebied_url
from regie.core.models import Gemeente, Mandaat
from regie.core.regierol import bekende_regel, inwonersregel
from regie.core.stukken.blokken import Alinea, Blok, Gegevens, Lijst, Tabel, Tussenkop

Gemaakt = tuple[Iterable[Blok], Iterable[Punt]]
GEEN_TREKKER = "nog geen trekker"
HELE_GEBIED = "het hele gebied"


def _aanvrager(bron: Planbron) -> Gemaakt:
    gebied = bron.gebied
    leden = [lid.gemeente for lid in gebied.gemeenten_op(bron.begin)]
    inwoners, geteld_op = gebied.inwoners_op(bron.begin)
    regel = inwonersregel(gebied, aantal_leden=len(leden), inwoners=inwoners, op=bron.begin)
    beheerder = gebied.beherende_gemeente
    regio = gebied_url("regio:gemeenten")
    gegevens = Gegevens(
        (
            ("Regiegebied", gebied.naam),
            ("Rechtsvorm", gebied.get_rechtsvorm_display()),
            ("Beherende gemeente", str(beheerder or "")),
            ("E-mailadres", gebied.contact_email),
            ("Gemeenten", str(len(leden))),
            ("Inwoners", f"{notatie.getal(inwoners)} op {notatie.datum(geteld_op)}" if geteld_op else ""),
        ),
        "Wie aanvraagt",
    )
    tabel = Tabel(
        f"Gemeenten op {notatie.datum(bron.begin)}",
        ("Gemeente", "Inwoners", "Geteld op"),
        (
            *((str(g), notatie.getal(g.inwoners), notatie.datum(g.inwoners_datum)) for g in leden),
            ("Samen", notatie.getal(inwoners), ""),
        ),
        getallen=(1,),
        met_totaal=True,
        noot="Bron: Statbel; gebiedsindeling Provincies in Cijfers.",
    )
    minimum = notatie.getal(regel.regel.waarde) if regel.regel else "het minimum"
    return [gegevens, tabel], [
        Punt(bool(leden), "Geef op welke gemeenten in het planjaar lid zijn.", regio),
        Punt(beheerder is not None and beheerder in leden, "Duid een beherende gemeente aan die zelf lid is.", regio),
        Punt(bool(gebied.contact_email), "Vul het e-mailadres van het regiegebied in.", regio),
        Punt(
            regel.gehaald,
            f"Het gebied telt {notatie.getal(inwoners)} inwoners, minder dan de gevraagde {minimum}.",
            regio,
        ),
    ]


def _visie(bron: Planbron) -> Gemaakt:
    doelen = tuple(f"{tak.nummer}. {tak.doelstelling.titel}" for tak in bron.takken)
    blokken: list[Blok] = [Alinea(bron.plan.inleiding)] if bron.plan.inleiding else []
    if doelen:
        blokken += [Tussenkop("Strategische doelstellingen"), Lijst(doelen)]
    return blokken, [Punt(bool(doelen), "Het plan heeft nog geen strategische doelstelling.", bron.pagina())]


def _acties(bron: Planbron) -> Gemaakt:
    streefdoelen = _streefdoelen(bron)
    namen = gemeentenamen(bron)
    regel = bekende_regel("regierol_min_acties", op=bron.begin, dimensie="WSE-LR1..4").regel
    minimum = int(regel.waarde) if regel else 1
    blokken: list[Blok] = []
    punten: list[Punt] = []
    for prioriteit in Prioriteit:
        acties = bron.van_prioriteit(prioriteit)
        blokken.append(Tussenkop(prioriteit.label))
        blokken.append(_actietabel(prioriteit, acties, streefdoelen, namen) if acties else Alinea("Geen acties."))
        te_weinig = f"{prioriteit.value}: {len(acties)} acties, minstens {minimum} nodig."
        punten.append(Punt(len(acties) >= minimum, te_weinig, bron.pagina()))
    zonder = [g for g in bron.acties if not g.actie.prioriteit]
    if zonder:
        blokken += [Tussenkop("Andere acties"), _actietabel("Andere", zonder, streefdoelen, namen)]
    punten += [_punt_per_actie(g) for g in bron.acties]
    return blokken, punten


def _punt_per_actie(genummerd: Genummerd) -> Punt:
    actie = genummerd.actie
    mist = [
        wat
        for wat, is_er in (
            ("een trekker", bool(trekker_van(actie))),
            ("een periode", bool(actie.start and actie.eind)),
            ("een omschrijving", bool(actie.omschrijving)),
        )
        if not is_er
    ]
    zin = f"Actie {genummerd.nummer} '{actie.titel}' mist {notatie.opsomming(mist)}."
    return Punt(not mist, zin, gebied_url("actieplannen:actie", actie.pk))


def _actietabel(
    titel: str, acties: list[Genummerd], streefdoelen: dict[object, list[str]], namen: dict[str, str]
) -> Tabel:
    return Tabel(
        f"Acties {titel}",
        ("Actie", "Trekker", "Periode", "Waar", "Indicator en streefdoel"),
        tuple(
            (
                f"{g.nummer} {g.actie.titel}",
                trekker_van(g.actie) or GEEN_TREKKER,
                periode_van(g.actie.start, g.actie.eind),
                ", ".join(namen.get(nis, nis) for nis in g.actie.gemeenten) or HELE_GEBIED,
                "; ".join(streefdoelen[g.actie.pk]),
            )
            for g in acties
        ),
    )


def trekker_van(actie: Actie) -> str:
    """The organisatie that pulls; in a paper that leaves the house no names of people."""
    return str(actie.trekker_organisatie or "") or ("regieverband" if actie.trekker_id else "")


def _streefdoelen(bron: Planbron) -> dict[object, list[str]]:
    uit: dict[object, list[str]] = defaultdict(list)
    for actie_id, standen in bron.indicatoren.items():
        uit[actie_id] += [f"{stand.indicator.naam}: {stand.streef_getoond}" for stand in standen]
    return uit


def _partners(bron: Planbron) -> Gemaakt:
    per_partner: dict[str, list[str]] = defaultdict(list)
    nummers = {g.actie.pk: g.nummer for g in bron.acties}
    for actie_id, namen in bron.partners.items():
        for naam in namen:
            per_partner[naam].append(nummers[actie_id])
    stand = overzicht(overeenkomsten(vandaag=bron.vandaag), vandaag=bron.vandaag).vdab
    partners = Tabel(
        "Partners van de acties",
        ("Organisatie", "Werkt mee aan"),
        tuple((naam, ", ".join(sorted(acties))) for naam, acties in sorted(per_partner.items())),
    )
    vdab = Tabel(
        f"Samenwerkingsovereenkomst met VDAB op {notatie.datum(bron.vandaag)}",
        ("Bestuur", "Overeenkomst", "Tot en met"),
        tuple(
            (
                s.organisatie.naam,
                s.regel.overeenkomst.titel if s.regel else "geen",
                notatie.datum(s.regel.einde) if s.regel and s.regel.einde else "",
            )
            for s in stand
        ),
    )
    gedeeld = Partnerschap.objects.filter(gedeeld=True, van__lte=bron.einde)
    lopend = gedeeld.filter(Q(tot=None) | Q(tot__gte=bron.begin)).order_by("naam")
    schappen = tuple(partnerschap.naam for partnerschap in lopend)
    zonder = [s.organisatie.naam for s in stand if not s.in_orde]
    blokken: list[Blok] = [partners] if per_partner else []
    blokken += [vdab] if stand else []
    blokken += [Tussenkop("Lokale partnerschappen"), Lijst(schappen)] if schappen else []
    return blokken, [
        Punt(bool(per_partner), "Geef bij minstens één actie een partner op.", bron.pagina()),
        Punt(
            bool(stand) and not zonder,
            f"Zonder getekende overeenkomst met VDAB: {', '.join(zonder) or 'nog geen enkel bestuur'}.",
            gebied_url("partners:overeenkomsten_stand"),
        ),
    ]


def _regisseur(bron: Planbron) -> Gemaakt:
    mandaat = (
        Mandaat.objects.filter(gebied=bron.gebied, van__lte=bron.einde, tot__gte=bron.begin).order_by("van").last()
    )
    vte = bron.geld.planjaar.vte_gepland
    gegevens = Gegevens(
        (
            ("Regisseur", mandaat.regisseur if mandaat else ""),
            ("Mandaat", periode_van(mandaat.van, mandaat.tot) if mandaat else ""),
            (f"Gepland in {bron.plan.jaar}", f"{notatie.getal(vte, 2)} VTE" if vte else ""),
        ),
        "De regisseur",
    )
    return [gegevens], [
        Punt(
            mandaat is not None, f"Geen mandaat van een regisseur in {bron.plan.jaar}.", gebied_url("regio:gemeenten")
        ),
        Punt(bool(vte), "Geef bij de acties op hoeveel VTE je inzet.", bron.pagina("actieplannen:geld")),
    ]


def _besluiten(bron: Planbron) -> Gemaakt:
    besluiten = {b.gemeente_id: b for b in Raadsbesluit.objects.filter(plan=bron.plan)}
    bestanden: dict[object, list[str]] = defaultdict(list)
    rijen = Bijlage.objects.aanwezig().filter(onderwerp=Bijlageonderwerp.RAADSBESLUIT)
    for bijlage in rijen.filter(object_id__in=[b.pk for b in besluiten.values()]):
        bestanden[bijlage.object_id].append(bijlage.naam)
    leden = [lid.gemeente for lid in bron.gebied.gemeenten_op(bron.begin)]
    tabel = Tabel(
        "Besluiten",
        ("Gemeente", "Datum", "Besluit", "Nummer", "Document"),
        tuple(_besluitrij(gemeente, besluiten.get(gemeente.pk), bestanden) for gemeente in leden),
    )
    missend = [str(g) for g in leden if (b := besluiten.get(g.pk)) is None or not b.uitspraak]
    zonder = [str(g) for g in leden if (b := besluiten.get(g.pk)) is not None and b.uitspraak and not bestanden[b.pk]]
    return [tabel], [
        Punt(
            not missend, f"Nog geen besluit van {notatie.opsomming(missend)}.", bron.pagina("actieplannen:besluiten")
        ),
        Punt(
            not zonder,
            f"Nog geen document bij het besluit van {notatie.opsomming(zonder)}.",
            bron.pagina("actieplannen:besluiten"),
        ),
    ]


def _besluitrij(
    gemeente: Gemeente, besluit: Raadsbesluit | None, bestanden: dict[object, list[str]]
) -> tuple[str, ...]:
    if besluit is None or not besluit.uitspraak:
        gepland = besluit.geagendeerd_op if besluit else None
        return (
            str(gemeente),
            "",
            f"op de agenda van {notatie.datum(gepland)}" if gepland else "nog niet beslist",
            "",
            "",
        )
    return (
        str(gemeente),
        notatie.datum(besluit.datum),
        besluit.get_uitspraak_display(),
        besluit.kenmerk,
        ", ".join(bestanden[besluit.pk]),
    )


def _rapportering(bron: Planbron) -> Gemaakt:
    nummers = tuple(f"{g.nummer} {g.actie.titel}: {g.actie.bbc_nummer}" for g in bron.acties if g.actie.bbc_nummer)
    blokken: list[Blok] = [Tussenkop("Acties in het meerjarenplan (BBC)"), Lijst(nummers)] if nummers else []
    return blokken, [Punt(bool(nummers), "Geef bij de acties hun BBC-actienummer op.", bron.pagina())]


def _voorstel_rapportering(bron: Planbron) -> str:
    return (
        "De regisseur vraagt na elk kwartaal aan elke trekker hoe zijn actie loopt: op schema, aandacht nodig of "
        "loopt vast, met uitleg bij een afwijking. De stuurgroep bespreekt dat overzicht. Na afloop van "
        f"{bron.plan.jaar} maakt de regisseur een verantwoording per Vlaamse prioriteit, met cijfers en "
        "bewijsstukken, voor de gemeenteraden en voor het Departement Werk en Sociale Economie. De rapportering aan "
        "Vlaanderen verloopt via de digitale rapportering van de jaarrekening (BBC), met de codes WSE-LR1 tot 4."
    )


DOSSIER: tuple[Onderdeel, ...] = (
    Onderdeel(
        Dossierdeel.AANVRAGER,
        Dossierdeel.AANVRAGER.label,
        "Wie dient in, in welke vorm werken de gemeenten samen, en hoe beslissen ze? Voeg toe wat niet in de gegevens "
        "hieronder staat.",
        _aanvrager,
        met_tekst=False,
    ),
    Onderdeel(
        Dossierdeel.OMGEVING,
        Dossierdeel.OMGEVING.label,
        "Wat is er aan de hand op de arbeidsmarkt in je regio, wie valt uit de boot, en welke partners en werkgevers "
        "zijn er? Zeg wat de cijfers betekenen, en noem bij elk cijfer van elders de bron en het jaar.",
        omgeving,
    ),
    Onderdeel(
        Dossierdeel.VISIE,
        Dossierdeel.VISIE.label,
        "Waar wil de regio staan aan het einde van het plan, en waarom zo?",
        _visie,
    ),
    Onderdeel(
        Dossierdeel.ACTIES,
        Dossierdeel.ACTIES.label,
        "Hoe hangen de acties samen met de visie? De acties zelf komen uit het plan.",
        _acties,
        met_tekst=False,
    ),
    Onderdeel(
        Dossierdeel.PARTNERS,
        Dossierdeel.PARTNERS.label,
        "Met wie werk je samen, en wat spraken jullie met VDAB af over doorverwijzing, gegevens en werkgevers?",
        _partners,
    ),
    Onderdeel(
        Dossierdeel.REGISSEUR,
        Dossierdeel.REGISSEUR.label,
        "Welk profiel heeft de regisseur, waar zit die, en wie volgt op bij afwezigheid?",
        _regisseur,
    ),
    Onderdeel(
        Dossierdeel.BUDGET,
        Dossierdeel.BUDGET.label,
        "Licht de grootste kosten en de eigen bijdrage van de gemeenten toe.",
        begroting,
        met_tekst=False,
    ),
    Onderdeel(
        Dossierdeel.BESLUITEN,
        Dossierdeel.BESLUITEN.label,
        "Is er iets bijzonders aan de besluiten, bijvoorbeeld een voorwaarde of een latere datum?",
        _besluiten,
        met_tekst=False,
    ),
    Onderdeel(
        Dossierdeel.RAPPORTERING,
        Dossierdeel.RAPPORTERING.label,
        "Wanneer en aan wie vertel je hoe het plan loopt?",
        _rapportering,
        voorstel=_voorstel_rapportering,
    ),
)
