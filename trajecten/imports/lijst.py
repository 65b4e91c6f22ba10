"""From a file to lists ready to stage, and from staged rows to verdicts: what pages and command both call."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from regie.core.inlezen import lijst
from regie.core.inlezen.bestand import Cel
from regie.core.inlezen.lijst import Lijst
from regie.core.models import Organisatie
from trajecten.imports.kolommen import CLIENTVELDEN
from trajecten.imports.oordelen import Beoordelaar
from trajecten.selectors.inladen_bronnen import bekende_clienten, bronnen_van
from trajecten.services.inladen import RijOordeel


def lees_lijsten(naam: str, inhoud: bytes) -> list[Lijst]:
    """Every sheet that names its columns as a list of clients does; see `regie.core.inlezen`."""
    return lijst.lees_lijsten(naam, inhoud, CLIENTVELDEN)


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
