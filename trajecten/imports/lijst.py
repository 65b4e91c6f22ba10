"""From a file to lists ready to stage, and from staged rows to verdicts: what pages and command both call."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from regie.core.models import Organisatie
from trajecten.imports.bestand import Blad, Cel, lees_bestand
from trajecten.imports.kolommen import herken_kolommen
from trajecten.imports.koptekst import bruikbare_bladen, koppen
from trajecten.imports.oordelen import Beoordelaar
from trajecten.selectors.inladen_bronnen import bekende_clienten, bronnen_van
from trajecten.services.inladen import Lijst, RijOordeel


def vingerafdruk(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()


def lees_lijsten(naam: str, inhoud: bytes) -> list[Lijst]:
    """Every sheet with column names, the best recognised first. Raises a DomainError that says what is wrong."""
    return [_als_lijst(blad, kop) for blad, kop in bruikbare_bladen(lees_bestand(naam, inhoud))]


def _als_lijst(blad: Blad, kop: int) -> Lijst:
    kolommen = koppen(blad.rijen[kop])
    breedte = len(kolommen)
    rijen = [(kop + 2 + i, rij[:breedte]) for i, rij in enumerate(blad.rijen[kop + 1 :])]
    gebruikt = _gebruikte_kolommen(kolommen, blad.rijen[kop + 1 :])
    return Lijst(
        blad=blad.naam,
        kopregel=kop + 1,
        kolommen=kolommen[:gebruikt],
        koppeling=herken_kolommen(kolommen[:gebruikt]),
        rijen=[(nummer, rij[:gebruikt]) for nummer, rij in rijen],
    )


def _gebruikte_kolommen(kolommen: Sequence[str], rijen: Sequence[Sequence[Cel]]) -> int:
    """Columns up to the last one with a name or a value."""
    met_naam = max((i + 1 for i, kop in enumerate(kolommen) if not kop.startswith("kolom ")), default=0)
    met_waarde = max((i + 1 for rij in rijen for i, cel in enumerate(rij) if cel != ""), default=0)
    return min(max(met_naam, met_waarde), len(kolommen))


def kijk_na(
    *,
    eigenaar: Organisatie,
    koppeling: Mapping[int, str],
    kolommen: Sequence[str],
    rijen: Iterable[tuple[int, Sequence[Cel]]],
    vandaag: date,
) -> list[RijOordeel]:
    """The verdict of every row against the dossiers of the OCMW; a fixed number of queries."""
    beoordelaar = Beoordelaar(
        bronnen=bronnen_van(eigenaar, vandaag=vandaag),
        bekend=bekende_clienten(eigenaar.pk),
        koppeling=koppeling,
        koppen=kolommen,
    )
    return list(beoordelaar.alle(rijen))
