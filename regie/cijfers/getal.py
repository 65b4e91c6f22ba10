"""What leaves `regie.cijfers`: figures that are already suppressed and formatted, as plain frozen values.

A page, a PDF and a spreadsheet show `getoond`; `waarde` is None when the figure is hidden or unknown.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from regie.core import notatie


@dataclass(frozen=True, slots=True)
class Getal:
    """One figure. `n` is the denominator of a ratio; `reden` says why it is not (exactly) shown."""

    waarde: int | float | None
    getoond: str
    definitie: str = ""
    n: int | None = None
    reden: str = ""

    @property
    def is_getoond(self) -> bool:
        return self.waarde is not None


@dataclass(frozen=True, slots=True)
class Delta:
    """A figure against the same figure of another period."""

    getoond: str
    woorden: str
    oordeel: str  # goed | slecht | neutraal
    ander: Getal
    verschil: int | float | None = None
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Tegel:
    """One of the six headline figures."""

    code: str
    label: str
    getal: Getal
    detail: str
    delta: Delta | None
    bron: str
    peildatum: date
    ratios: tuple[Getal, ...] = ()


@dataclass(frozen=True, slots=True)
class Kerncijfers:
    tegels: tuple[Tegel, ...]
    periode: str
    peildatum: date


@dataclass(frozen=True, slots=True)
class Kolom:
    code: str
    label: str
    definitie: str = ""


@dataclass(frozen=True, slots=True)
class Rij:
    code: str
    label: str
    cellen: tuple[Getal, ...]
    is_totaal: bool = False
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    code: str
    titel: str
    rijkop: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    bron: str
    peildatum: date
    noten: tuple[str, ...] = ()
    is_leeg: bool = False


@dataclass(frozen=True, slots=True)
class Reeks:
    code: str
    label: str
    getallen: tuple[Getal, ...]


@dataclass(frozen=True, slots=True)
class Reeksen:
    """Lines over the same months. `titel` states what there is to see."""

    titel: str
    labels: tuple[str, ...]
    maanden: tuple[date, ...]
    reeksen: tuple[Reeks, ...]
    bron: str
    telling: str
    peildatum: date
    is_leeg: bool = False


@dataclass(frozen=True, slots=True)
class Signaal:
    """Something that asks for attention at one OCMW: a count, never a person."""

    code: str
    soort: str  # dringend | letop | info
    titel: str
    organisatie: str
    telling: Getal
    tekst: str
    deadline: date | None
    deadline_tekst: str


@dataclass(frozen=True, slots=True)
class Signalen:
    signalen: tuple[Signaal, ...]
    peildatum: date


def als_json(resultaat: Any) -> dict[str, Any]:
    """A result as JSON stores it: same attribute names, dates as ISO text, tuples as lists."""
    return _plat(asdict(resultaat))


def _plat(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return {sleutel: _plat(w) for sleutel, w in waarde.items()}
    if isinstance(waarde, (list, tuple)):
        return [_plat(w) for w in waarde]
    if isinstance(waarde, date):
        return waarde.isoformat()
    return waarde


def aantal(n: int | float, definitie: str = "", *, decimalen: int = 0) -> Getal:
    """A figure that may be shown as it is: places, euro, a count that was already judged."""
    return Getal(n, notatie.getal(n, decimalen), definitie)


def verborgen(getoond: str, reden: str, definitie: str = "") -> Getal:
    return Getal(None, getoond, definitie, None, reden)
