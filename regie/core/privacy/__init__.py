"""What every column says about people. A new field does not pass the tests before it stands here (tests/architecture).

The classes decide what may leave: only ZAAK may be copied as it is; PERSOON and DOSSIER are changed or removed in a
copy for testing; GEVOELIG and GEHEIM never leave at all. History tables follow the model they belong to.
"""

from regie.core.privacy.actieplannen import ACTIEPLANNEN
from regie.core.privacy.klassen import Klasse, Velden
from regie.core.privacy.partners import PARTNERS
from regie.core.privacy.platform import PLATFORM
from regie.core.privacy.trajecten import TRAJECTEN

__all__ = ["ALGEMEEN", "PRIVACY", "Klasse", "Velden", "klassen_van"]

# Columns of the base classes and stamps that mean the same everywhere.
ALGEMEEN = Velden(zaak="id gebied eigenaar gedeeld created_at updated_at versie ontwerp_versie").klassen()

PRIVACY: dict[str, Velden] = {**PLATFORM, **PARTNERS, **TRAJECTEN, **ACTIEPLANNEN}


def klassen_van(label: str) -> dict[str, Klasse]:
    """{field: class} of one model ("trajecten.Client"), its common columns included."""
    return {**ALGEMEEN, **PRIVACY[label].klassen()}
