"""The tables of the report about the whole gebied: instroom, lopende trajecten, uitstroom, cohorten."""

from collections.abc import Sequence
from datetime import date

from regie.cijfers.getal import Getal, Kolom, Rij, Tabel, aantal
from regie.cijfers.indicatoren import INDICATOREN, STATUSSEN
from regie.cijfers.models import Soort
from regie.cijfers.netwerk import GEPUBLICEERD, TOTAAL
from regie.cijfers.onderdrukking import Kruis, kolom, kruistabel
from regie.cijfers.opname import COHORTEN, Opname
from regie.cijfers.periode import Periode
from regie.cijfers.selectors.kern import duurzaamheid, stroom
from regie.core import notatie
from regie.core.names import sorteersleutel
from trajecten.enums import TrajectStatus
from trajecten.models import Instrument, UitstroomCode

NOG_GEEN = "nog geen instrument"
ANDERE = "andere instrumenten"
MEESTE_KOLOMMEN = 6
LOPENDE_STATUSSEN = (
    TrajectStatus.INTAKE,
    TrajectStatus.SCREENING,
    TrajectStatus.ACTIEPLAN,
    TrajectStatus.WACHT_OP_START,
    TrajectStatus.LOPEND,
    TrajectStatus.ONDERBROKEN,
    TrajectStatus.NAZORG,
)
GROEPEN = {
    "WERK_NEC": "werk",
    "WERK_NEC_MET_STEUN": "werk met steun (maatwerk, IBO, art. 61)",
    "WERK_SE": "sociale economie",
    "OPLEIDING": "opleiding of stage",
    "UITKERING": "uitkering",
    "TERUG_LEEFLOON": "terug naar leefloon",
    "NEGATIEF": "stopgezet",
    "NEUTRAAL": "neutraal (verhuis, pensioen, overlijden, detentie)",
    "ONBEKEND": "niet ingevuld",
}
DOORSTROOMGROEPEN = frozenset({"WERK_NEC", "WERK_NEC_MET_STEUN"})
DOORSTROOM, ANDERE_UITSTROOM, NEUTRAAL = range(3)


def instroom_per_instrument(periode: Periode, peildatum: date, *, opname: Opname | None = None) -> Tabel:
    """Intakes and starts by instrument. At the intake the instrument is often not chosen yet."""
    vraag = opname or Opname(periode, peildatum)
    per_soort = {
        code: vraag.per_waarde(soort, "instrument", vanaf=periode.start)
        for code, soort in (("instroom", Soort.INSTROOM), ("start", Soort.START))
    }
    namen = _instrumenten({waarde for waarden in per_soort.values() for waarde in waarden})
    kolommen = []
    for code, soort in (("instroom", Soort.INSTROOM), ("start", Soort.START)):
        waarden = [per_soort[code].get(instrument, 0) for instrument in namen]
        bekend = code != "instroom" or stroom(vraag, soort, periode, code).is_getoond
        kolommen.append(kolom(waarden, vraag.drempels, code, onveilig=[] if bekend else ["totaal"]))
    rijen = [
        Rij(instrument or "geen", naam, tuple(cellen[i] for cellen, _ in kolommen))
        for i, (instrument, naam) in enumerate(namen.items())
    ]
    return Tabel(
        code="instroom_per_instrument",
        titel=f"Instroom en start per instrument, {periode.label}",
        rijkop="Instrument",
        kolommen=tuple(_kolommen("instroom", "start")),
        rijen=(*rijen, Rij("totaal", "Totaal", tuple(totaal for _, totaal in kolommen), is_totaal=True)),
        bron=STATUSSEN,
        peildatum=peildatum,
        noten=("Bij de intake is het instrument meestal nog niet gekozen; bij de start wel.",),
        is_leeg=not namen,
    )


def lopend_per_status_en_instrument(periode: Periode, peildatum: date, *, opname: Opname | None = None) -> Tabel:
    """The trajecten in behandeling on the reference date, by phase and instrument."""
    vraag = opname or Opname(periode, peildatum)
    stand = vraag.per_waarde(Soort.STOCK, "status|instrument")
    per_cel = {tuple(sleutel.split("|", 1)): n for sleutel, n in stand.items()}
    per_instrument: dict[str, int] = {}
    for (status, instrument), n in per_cel.items():
        if status in LOPENDE_STATUSSEN:
            per_instrument[instrument] = per_instrument.get(instrument, 0) + n
    kolommen = _hoofdkolommen(per_instrument)
    cellen = [
        [sum(per_cel.get((status.value, code), 0) for code in codes) for codes in kolommen.values()]
        for status in LOPENDE_STATUSSEN
    ]
    kruis = kruistabel(cellen, vraag.drempels, "in_behandeling")
    return Tabel(
        code="lopend",
        titel=f"Trajecten in behandeling op {notatie.datum(peildatum)}",
        rijkop="Fase",
        kolommen=(*(Kolom(_code(naam), naam, "in_behandeling") for naam in kolommen), Kolom("totaal", "Totaal")),
        rijen=_kruisrijen([(s.value, s.label) for s in LOPENDE_STATUSSEN], kruis),
        bron=STATUSSEN,
        peildatum=peildatum,
        noten=("Het instrument is dat van de jongste statuswijziging.",),
        is_leeg=not per_instrument,
    )


def uitstroom_tabel(periode: Periode, peildatum: date, *, opname: Opname | None = None) -> Tabel:
    """Where people went, by the instrument they left. Doorstroom and uitstroom without neutral are known elsewhere."""
    vraag = opname or Opname(periode, peildatum)
    stand = vraag.per_waarde(Soort.UITSTROOM, "groep|instrument", vanaf=periode.start)
    per_cel = {tuple(sleutel.split("|", 1)): n for sleutel, n in stand.items()}
    per_instrument: dict[str, int] = {}
    for (_, instrument), n in per_cel.items():
        per_instrument[instrument] = per_instrument.get(instrument, 0) + n
    kolommen = _hoofdkolommen(per_instrument)
    groepen = [groep for groep in GROEPEN if groep != "ONBEKEND" or any(g == groep for g, _ in per_cel)]
    cellen = [
        [sum(per_cel.get((groep, code), 0) for code in codes) for codes in kolommen.values()] for groep in groepen
    ]
    kruis = _uitstroom_kruis(vraag, groepen, cellen)
    return Tabel(
        code="uitstroom",
        titel=f"Uitstroom naar bestemming en instrument, {periode.label}",
        rijkop="Bestemming",
        kolommen=(*(Kolom(_code(naam), naam, "uitstroom") for naam in kolommen), Kolom("totaal", "Totaal")),
        rijen=_kruisrijen([(groep, GROEPEN[groep]) for groep in groepen], kruis),
        bron=STATUSSEN,
        peildatum=peildatum,
        is_leeg=not per_cel,
    )


def _uitstroom_kruis(opname: Opname, groepen: Sequence[str], cellen: Sequence[Sequence[int]]) -> Kruis:
    """The tile shows doorstroom and the ratio its denominator: those sums count as known beside this table."""
    soorten = [
        DOORSTROOM if groep in DOORSTROOMGROEPEN else NEUTRAAL if groep == "NEUTRAAL" else ANDERE_UITSTROOM
        for groep in groepen
    ]
    sommen = [
        sum(sum(rij) for rij, soort in zip(cellen, soorten, strict=True) if soort == welke) for welke in range(3)
    ]
    klein = opname.drempels.kleine_cel
    bekend = [soort for soort in (DOORSTROOM, ANDERE_UITSTROOM) if sommen[soort] >= klein]
    is_exact = stroom(opname, Soort.UITSTROOM, opname.periode, "uitstroom").is_getoond
    rang = TOTAAL if not is_exact or 1 <= sommen[NEUTRAAL] < klein else GEPUBLICEERD
    return kruistabel(
        cellen,
        opname.drempels,
        "uitstroom",
        rang_totaal=rang,
        groepen=soorten,
        bekend=bekend,
        onveilig=[] if is_exact else [("totaal", 0, 0)],
    )


def cohorten(periode: Periode, peildatum: date, *, opname: Opname | None = None) -> Tabel:
    """Doorstroom that lasts: only people whose window of measurement is over, the unknown apart."""
    vraag = opname or Opname(periode, peildatum)
    vraag.lees(*(f"duurzaam_{maanden}m" for maanden in COHORTEN))
    rijen, noten = [], []
    for maanden in COHORTEN:
        aandeel, ja, nee, onbekend = duurzaamheid(vraag, maanden)
        van, tot = vraag.cohort(maanden)
        rijen.append(
            Rij(
                f"{maanden}m",
                f"na {maanden} maanden",
                (_cohortgrootte(aandeel, ja, nee, onbekend), ja, nee, onbekend, aandeel),
            )
        )
        noten.append(f"Na {maanden} maanden: doorstroom van {notatie.maand(van)} tot en met {notatie.maand(tot)}.")
    return Tabel(
        code="cohorten",
        titel="Duurzame doorstroom",
        rijkop="Meetmoment",
        kolommen=(
            Kolom("doorstroom", "Doorstroom"),
            Kolom("ja", "Nog aan het werk"),
            Kolom("nee", "Niet meer"),
            Kolom("onbekend", "Niet bekend"),
            Kolom("aandeel", "Duurzaam"),
        ),
        rijen=tuple(rijen),
        bron=INDICATOREN["duurzaam_6m"].bron,
        peildatum=peildatum,
        noten=tuple(noten),
        is_leeg=all(not rij.cellen[0].waarde and not rij.cellen[0].reden for rij in rijen),
    )


def _cohortgrootte(aandeel: Getal, *delen: Getal) -> Getal:
    """The number of people in the cohort, where that does not betray one of its parts."""
    if aandeel.is_getoond:
        return aantal(aandeel.n or 0, aandeel.definitie)
    if all(deel.is_getoond for deel in delen):
        return aantal(sum(deel.waarde or 0 for deel in delen), aandeel.definitie)
    return Getal(None, notatie.GEEN, aandeel.definitie, None, aandeel.reden)


def _instrumenten(codes: set[str]) -> dict[str, str]:
    """{code: short name} in alphabetical order; what has no instrument comes last."""
    bekend = dict(Instrument.objects.filter(pk__in=codes).order_by("pk").values_list("pk", "korte_naam"))
    namen = {code: bekend[code] for code in sorted(bekend, key=lambda code: sorteersleutel(bekend[code]))}
    onbekend = {code: code for code in sorted(codes) if code and code not in namen}
    return {**namen, **onbekend, **({"": NOG_GEEN} if "" in codes else {})}


def _hoofdkolommen(per_instrument: dict[str, int]) -> dict[str, list[str]]:
    """{label: instrument codes}: the largest instruments each a column, the rest together."""
    namen = _instrumenten(set(per_instrument))
    op_grootte = sorted((code for code in namen if code), key=lambda code: (-per_instrument[code], namen[code]))
    hoofd = op_grootte if len(op_grootte) <= MEESTE_KOLOMMEN else op_grootte[: MEESTE_KOLOMMEN - 1]
    rest = op_grootte[len(hoofd) :]
    kolommen = {naam: [code] for code, naam in namen.items() if code in hoofd}
    if rest:
        kolommen[ANDERE] = rest
    if "" in namen:
        kolommen[NOG_GEEN] = [""]
    return kolommen


def _kruisrijen(koppen: Sequence[tuple[str, str]], kruis: Kruis) -> tuple[Rij, ...]:
    rijen = [
        Rij(code, label, (*cellen, totaal))
        for (code, label), cellen, totaal in zip(koppen, kruis.cellen, kruis.rijtotalen, strict=True)
    ]
    return (*rijen, Rij("totaal", "Totaal", (*kruis.kolomtotalen, kruis.totaal), is_totaal=True))


def _kolommen(*codes: str) -> list[Kolom]:
    return [Kolom(code, INDICATOREN[code].naam, code) for code in codes]


def _code(naam: str) -> str:
    return naam.replace(" ", "_").replace(".", "").lower()


def uitstroomgroepen() -> dict[str, str]:
    """{outcome code: label of its group}, for the appendix."""
    codes = UitstroomCode.objects.order_by("volgorde", "code").values_list("label", "groep")
    return {label: GROEPEN.get(groep, groep) for label, groep in codes}
