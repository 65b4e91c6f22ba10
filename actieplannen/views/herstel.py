"""Where a gap in an action is mended."""

from actieplannen.models import Actie
from actieplannen.selectors.volledigheid import Deel
from regie.core.http import gebied_url

BEWERKEN = "actieplannen:actie_bijwerken"
# The page, and the field on it.
PLEK_VAN: dict[Deel, tuple[str, str]] = {
    Deel.TITEL: (BEWERKEN, "#id_titel"),
    Deel.OMSCHRIJVING: (BEWERKEN, "#id_omschrijving"),
    Deel.PRIORITEIT: (BEWERKEN, "#id_prioriteit"),
    Deel.TREKKER: (BEWERKEN, "#id_trekker"),
    Deel.PERIODE: (BEWERKEN, "#id_start"),
    Deel.INDICATOR: ("actieplannen:indicator_kiezen", ""),
    Deel.BUDGET: ("actieplannen:actie_geld", ""),
    Deel.STAND: ("actieplannen:actie", ""),
}


def herstel_van(deel: Deel, actie: Actie) -> str:
    naam, anker = PLEK_VAN[deel]
    return f"{gebied_url(naam, actie.pk)}{anker}"
