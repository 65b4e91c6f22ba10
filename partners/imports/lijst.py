"""From a file to lists of employers ready to keep, and from kept rows to verdicts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from partners.imports.kolommen import WERKGEVERVELDEN
from partners.imports.oordelen import Beoordelaar
from partners.selectors.inladen_bronnen import bronnen_van
from partners.services.inladen import RijOordeel
from regie.core.inlezen import lijst
from regie.core.inlezen.bestand import Cel
from regie.core.inlezen.lijst import Lijst
from regie.core.models import Organisatie


def lees_lijsten(naam: str, inhoud: bytes) -> list[Lijst]:
    return lijst.lees_lijsten(naam, inhoud, WERKGEVERVELDEN)


def kijk_na(
    *,
    eigenaar: Organisatie,
    koppeling: Mapping[int, str],
    kolommen: Sequence[str],
    rijen: Iterable[tuple[int, Sequence[Cel]]],
    vandaag: date,
) -> list[RijOordeel]:
    """The verdict of every row against the cards of the gebied; a fixed number of queries."""
    beoordelaar = Beoordelaar(bronnen_van(eigenaar, vandaag=vandaag), koppeling, kolommen)
    return list(beoordelaar.alle(rijen))
