"""From a file to lists: every sheet with column names, ready to be kept and judged row by row."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from regie.core.inlezen.bestand import Blad, Cel, Rij, lees_bestand
from regie.core.inlezen.kolommen import Koppeling, Velden
from regie.core.inlezen.koptekst import bruikbare_bladen, koppen


@dataclass(frozen=True, slots=True)
class Lijst:
    """One sheet with a list: row numbers are those of the file."""

    blad: str
    kopregel: int
    kolommen: list[str]
    koppeling: Koppeling
    rijen: list[tuple[int, Rij]]


def vingerafdruk(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()


def lees_lijsten(naam: str, inhoud: bytes, velden: Velden) -> list[Lijst]:
    """Every sheet with column names, the best recognised first. Raises a DomainError that says what is wrong."""
    return [_als_lijst(blad, kop, velden) for blad, kop in bruikbare_bladen(lees_bestand(naam, inhoud), velden)]


def _als_lijst(blad: Blad, kop: int, velden: Velden) -> Lijst:
    kolommen = koppen(blad.rijen[kop])
    breedte = len(kolommen)
    rijen = [(kop + 2 + i, rij[:breedte]) for i, rij in enumerate(blad.rijen[kop + 1 :])]
    gebruikt = _gebruikte_kolommen(kolommen, blad.rijen[kop + 1 :])
    return Lijst(
        blad=blad.naam,
        kopregel=kop + 1,
        kolommen=kolommen[:gebruikt],
        koppeling=velden.herken_alle(kolommen[:gebruikt]),
        rijen=[(nummer, rij[:gebruikt]) for nummer, rij in rijen],
    )


def _gebruikte_kolommen(kolommen: Sequence[str], rijen: Sequence[Sequence[Cel]]) -> int:
    """Columns up to the last one with a name or a value."""
    met_naam = max((i + 1 for i, kop in enumerate(kolommen) if not kop.startswith("kolom ")), default=0)
    met_waarde = max((i + 1 for rij in rijen for i, cel in enumerate(rij) if cel != ""), default=0)
    return min(max(met_naam, met_waarde), len(kolommen))
