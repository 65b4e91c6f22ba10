"""The words of the adviesrapport: one text and three proposals per dimension and level. Reference data, read once.

A proposal has a code that an action keeps, so a text may be improved without losing where an action came from.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from partners.enums import Scandimensie, Scanniveau
from regie.core.referentie import lees

DATA = Path(__file__).parent / "data"
ONVOLDOENDE = (
    "Te weinig stellingen van deze dimensie kregen een score, dus een advies zou gokken zijn. Bespreek ze samen en "
    "vul ze bij een volgende scan in."
)


@dataclass(frozen=True, slots=True)
class Voorstel:
    code: str  # D1-STARTER-1
    dimensie: str
    niveau: str
    titel: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Advies:
    dimensie: str
    niveau: str
    tekst: str
    voorstellen: tuple[Voorstel, ...]


@cache
def _alles() -> dict[tuple[str, str], Advies]:
    voorstellen: dict[tuple[str, str], list[Voorstel]] = {}
    for rij in lees(DATA / "scanvoorstellen.csv"):
        voorstellen.setdefault((rij["dimensie"], rij["niveau"]), []).append(Voorstel(**rij))
    return {
        (rij["dimensie"], rij["niveau"]): Advies(
            rij["dimensie"], rij["niveau"], rij["tekst"], tuple(voorstellen[rij["dimensie"], rij["niveau"]])
        )
        for rij in lees(DATA / "scanadviezen.csv")
    }


def advies(dimensie: str, niveau: str) -> Advies:
    """For a dimension with too few answers: why there is none."""
    if not niveau:
        return Advies(dimensie, "", ONVOLDOENDE, ())
    return _alles()[dimensie, niveau]


def voorstel(code: str) -> Voorstel | None:
    return next((v for a in _alles().values() for v in a.voorstellen if v.code == code), None)


def is_volledig() -> bool:
    """Every dimension and level has its text and three proposals."""
    alle = {(d, n) for d in Scandimensie.values for n in Scanniveau.values}
    return set(_alles()) == alle and all(len(a.voorstellen) == 3 for a in _alles().values())
