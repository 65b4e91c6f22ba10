"""Where a gap in an action is mended."""

from actieplannen.selectors.volledigheid import Actiegaten, Deel
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


def herstel_van(deel: Deel, rij: Actiegaten) -> str:
    if deel == Deel.INDICATOR and rij.indicator:
        return gebied_url("actieplannen:indicator_bewerken", rij.indicator)
    naam, anker = PLEK_VAN[deel]
    return f"{gebied_url(naam, rij.actie.pk)}{anker}"
