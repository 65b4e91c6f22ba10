"""Figures that somebody else can bind to, such as an indicator of a jaaractieplan.

A bound figure IS a cell that cockpit, report or employers' figures show for the same filter: it is read from that very
block, after its suppression. Nothing is counted here, so no bound figure can be subtracted from a shown one to find
somebody. A filter no block has is not offered.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from regie.cijfers.getal import Getal, verborgen
from regie.cijfers.indicatoren import INDICATOREN, Indicator, Onderdrukking
from regie.cijfers.onderdrukking import MEE_VERBORGEN
from regie.cijfers.periode import Periode
from regie.cijfers.selectors.begrippen import begrippen
from regie.cijfers.selectors.bladen import LAATSTE, Bladen
from regie.core import notatie
from regie.core.parameters import RegelOnbekend

NIET_APART = "Dit instrument staat in het rapport samen met andere instrumenten."
GEEN_RIJ = "Dit OCMW telt niet mee in dit gebied."
KWARTALEN = 4
OVER_PLAATSEN = "Plaatsen en art. 60"
THEMAS = {"projecten": "Projecten", "werkgevertegels": "Werkgevers", "art60": OVER_PLAATSEN, "aanbod": OVER_PLAATSEN}
PLAATSEN = frozenset({"plaatsen_bezet", "quotum_vst"})


class Filter(StrEnum):
    """What a figure can be narrowed to. A gemeente has one OCMW, so 'per gemeente' is per OCMW."""

    GEBIED = "gebied"
    OCMW = "ocmw"
    INSTRUMENT = "instrument"


class Aard(StrEnum):
    STROOM = "stroom"  # counts within the period
    STAND = "stand"  # on the reference date
    VERHOUDING = "verhouding"


@dataclass(frozen=True, slots=True)
class Binding:
    """A figure, and at most one thing to narrow it to."""

    code: str
    ocmw: int | None = None
    instrument: str = ""

    def __post_init__(self) -> None:
        if self.ocmw is not None and self.instrument:
            raise ValueError("Een cijfer kan op één ding tegelijk gefilterd worden.")

    @property
    def filter(self) -> Filter:
        if self.ocmw is not None:
            return Filter.OCMW
        return Filter.INSTRUMENT if self.instrument else Filter.GEBIED


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a cell stands: block, row and column; `rij` or `kolom` empty is what the filter names."""

    blad: str
    rij: str = ""
    kolom: str = ""


@dataclass(frozen=True, slots=True)
class Bindbaar:
    """A figure that can be bound, and by filter the cell it is."""

    code: str
    aard: Aard
    plekken: Mapping[Filter, Plek]
    eenheid: str = ""

    @property
    def telt_op(self) -> bool:
        """Grows from 1 January: what it says halfway is not the figure of a year."""
        return self.aard == Aard.STROOM or self.code.startswith("quotum")

    @property
    def thema(self) -> str:
        """Under which heading somebody looks for it."""
        return (
            THEMAS.get(self.plekken[Filter.GEBIED].blad, "Trajecten") if self.code not in PLAATSEN else OVER_PLAATSEN
        )

    @property
    def indicator(self) -> Indicator:
        return INDICATOREN[self.code]

    @property
    def filters(self) -> tuple[Filter, ...]:
        return tuple(self.plekken)


def _tegel(code: str) -> Plek:
    return Plek("tegels", code)


def _per_ocmw(blad: str, code: str) -> dict[Filter, Plek]:
    return {Filter.GEBIED: Plek(blad, LAATSTE, code), Filter.OCMW: Plek(blad, "", code)}


def _vergeleken(code: str, **ook: Plek) -> dict[Filter, Plek]:
    """The tile, the row of an OCMW, and what else there is."""
    return {Filter.GEBIED: _tegel(code), Filter.OCMW: Plek("vergelijking", "", code)} | {
        Filter(naam): plek for naam, plek in ook.items()
    }


def _werkgever(code: str) -> dict[Filter, Plek]:
    return {Filter.GEBIED: Plek("werkgevertegels", code)}


def _contact(code: str) -> dict[Filter, Plek]:
    return {**_werkgever(code), Filter.OCMW: Plek("organisaties", "", code)}


def _duurzaam(maanden: int) -> Bindbaar:
    plek = Plek("cohorten", f"{maanden}m", "aandeel")
    return Bindbaar(f"duurzaam_{maanden}m", Aard.VERHOUDING, {Filter.GEBIED: plek}, "%")


_INSTROOM = "instroom_instrument"
_LIJST = (
    Bindbaar("instroom", Aard.STROOM, _vergeleken("instroom", instrument=Plek(_INSTROOM, "", "instroom"))),
    Bindbaar(
        "start",
        Aard.STROOM,
        {Filter.GEBIED: Plek(_INSTROOM, LAATSTE, "start"), Filter.INSTRUMENT: Plek(_INSTROOM, "", "start")},
    ),
    Bindbaar("in_behandeling", Aard.STAND, _vergeleken("in_behandeling", instrument=Plek("lopend", LAATSTE, ""))),
    Bindbaar(
        "uitstroom",
        Aard.STROOM,
        {
            Filter.GEBIED: Plek("uitstroom", LAATSTE, LAATSTE),
            Filter.INSTRUMENT: Plek("uitstroom", LAATSTE, ""),
        },
    ),
    Bindbaar("doorstroom", Aard.STROOM, _vergeleken("doorstroom")),
    Bindbaar(
        "doorstroomratio",
        Aard.VERHOUDING,
        {Filter.GEBIED: Plek("ratios", "doorstroomratio"), Filter.OCMW: Plek("vergelijking", "", "doorstroomratio")},
        "%",
    ),
    Bindbaar("doorstroomratio_alle", Aard.VERHOUDING, {Filter.GEBIED: Plek("ratios", "doorstroomratio_alle")}, "%"),
    Bindbaar("stopzetting", Aard.STROOM, {Filter.GEBIED: Plek("stromen", "stopzetting")}),
    _duurzaam(3),
    _duurzaam(6),
    _duurzaam(12),
    Bindbaar("rijbewijzen", Aard.STROOM, {Filter.GEBIED: Plek("projecten", "rijbewijzen")}),
    Bindbaar("plaatsen_aanbod", Aard.STAND, {Filter.GEBIED: Plek("aanbod", "plaatsen_aanbod")}),
    Bindbaar("plaatsen_bezet", Aard.VERHOUDING, {Filter.GEBIED: _tegel("plaatsen_bezet")}, "%"),
    Bindbaar("quotum_vst", Aard.STAND, _vergeleken("quotum_vst")),
    Bindbaar("quotum_benut", Aard.VERHOUDING, _per_ocmw("art60", "quotum_benut"), "%"),
    Bindbaar("art60_lopend", Aard.STAND, _per_ocmw("art60", "art60_lopend")),
    Bindbaar("vte", Aard.STAND, _per_ocmw("art60", "vte"), "VTE"),
    Bindbaar("evaluatie_op_tijd", Aard.VERHOUDING, _per_ocmw("vergelijking", "evaluatie_op_tijd"), "%"),
    Bindbaar("werkgevers_bereikt", Aard.STROOM, _contact("werkgevers_bereikt")),
    Bindbaar("contacten_dubbel", Aard.STROOM, _contact("contacten_dubbel")),
    Bindbaar("plaatsen_gevraagd", Aard.STROOM, _werkgever("plaatsen_gevraagd")),
    Bindbaar("plaatsen_ingevuld", Aard.STROOM, _werkgever("plaatsen_ingevuld")),
    Bindbaar("tijd_tot_ingevuld", Aard.STROOM, _werkgever("tijd_tot_ingevuld"), "dagen"),
    Bindbaar("jobontwerp_aandeel", Aard.VERHOUDING, _werkgever("jobontwerp_aandeel"), "%"),
    Bindbaar("werkgevers_tevreden", Aard.STROOM, _werkgever("werkgevers_tevreden"), "op 5"),
)

BINDBAAR: dict[str, Bindbaar] = {bindbaar.code: bindbaar for bindbaar in _LIJST}
# Blocks in which something that is missing was zero; in the others a missing row is no row of this gebied.
_OPEN_BLADEN = frozenset({_INSTROOM, "uitstroom", "lopend", "organisaties"})


def is_geldig(binding: Binding) -> bool:
    bindbaar = BINDBAAR.get(binding.code)
    return bindbaar is not None and binding.filter in bindbaar.plekken


def bindbare_cijfers(op: date) -> tuple[tuple[Bindbaar, Indicator], ...]:
    """What can be bound, each with its definition as it reads on a day."""
    teksten = {begrip.code: begrip for begrip in begrippen(op)}
    return tuple((bindbaar, teksten[bindbaar.code]) for bindbaar in BINDBAAR.values())


GEEN_REGEL = "Regiekompas kent de regels van dit jaar niet en toont er geen cijfers van."


def meet(bindingen: Iterable[Binding], periode: Periode, peildatum: date) -> dict[Binding, Getal]:
    """The cells on a day, all from one reading of the sources. What may not be bound has no answer.

    Of a day before the rules on small numbers no figure is shown: nobody says how it would have to be kept back.
    """
    geldige = [binding for binding in dict.fromkeys(bindingen) if is_geldig(binding)]
    if not geldige:
        return {}
    bladen = Bladen(periode, peildatum)
    try:
        bladen.lees_bronnen({_plek(binding).blad for binding in geldige})
        return {binding: _cel(bladen, binding) for binding in geldige}
    except RegelOnbekend:
        return {binding: verborgen(notatie.GEEN, GEEN_REGEL, binding.code) for binding in geldige}


def _plek(binding: Binding) -> Plek:
    return BINDBAAR[binding.code].plekken[binding.filter]


def _cel(bladen: Bladen, binding: Binding) -> Getal:
    plek = _plek(binding)
    rij, kolom = plek.rij, plek.kolom
    match binding.filter:
        case Filter.OCMW:
            rij = str(binding.ocmw)
        case Filter.INSTRUMENT if plek.rij:
            kolom = bladen.kolom_van_instrument(binding.instrument)
        case Filter.INSTRUMENT:
            rij = binding.instrument
    gevonden = bladen.cel(plek.blad, rij, kolom)
    return gevonden or _ontbreekt(bladen, plek.blad, binding)


def _ontbreekt(bladen: Bladen, blad: str, binding: Binding) -> Getal:
    """No such row or column. Where every instrument has its own, that is zero; elsewhere we do not know."""
    if blad not in _OPEN_BLADEN:
        return verborgen(notatie.GEEN, GEEN_RIJ, binding.code)
    if binding.filter == Filter.INSTRUMENT and bladen.voegt_samen(blad):
        return verborgen(notatie.GEEN, NIET_APART, binding.code)
    return Getal(0, "0", binding.code)


def meet_kwartaaleinde(bindingen: Sequence[Binding], *, jaar: int, kwartaal: int) -> dict[Binding, Getal]:
    """What is kept for good of a running year on the last day of a quarter: since 1 January.

    The cockpit forgets its running totals; kept ones stay beside each other, and their difference is a quarter. So a
    running total is only kept exactly when every month in it is shown by itself (of a ratio: every quarter): then it
    never tells more than those do. The total of the whole year is judged by the cockpit together with its months.
    """
    gemeten = meet(bindingen, Periode.jaar(jaar), Periode.kwartaal(jaar, kwartaal).eind)
    if kwartaal == KWARTALEN or all(getal.reden == GEEN_REGEL for getal in gemeten.values()):
        return gemeten
    for soort, delen in (
        (Onderdrukking.AANTAL, [Periode.maand(jaar, nr) for nr in range(1, kwartaal * 3 + 1)]),
        (Onderdrukking.VERHOUDING, [Periode.kwartaal(jaar, nr) for nr in range(1, kwartaal + 1)]),
    ):
        te_toetsen = [binding for binding in gemeten if _hangt_af(binding, soort) and not _is_klein(gemeten[binding])]
        for deel in delen if te_toetsen else ():
            for binding, getal in meet(te_toetsen, deel, deel.eind).items():
                if not getal.is_getoond:
                    gemeten[binding] = verborgen(notatie.GEEN, MEE_VERBORGEN, binding.code)
    return gemeten


def _hangt_af(binding: Binding, soort: Onderdrukking) -> bool:
    """A flow of people, or a ratio of two of them; a stand on a day does not add up over months."""
    bindbaar = BINDBAAR[binding.code]
    stapelt = bindbaar.aard == Aard.STROOM or binding.code.startswith("doorstroomratio")
    return stapelt and bindbaar.indicator.soort == soort


def _is_klein(getal: Getal) -> bool:
    return getal.waarde is None and getal.getoond.startswith("<")
