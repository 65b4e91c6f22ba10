"""Where a gap in an action is mended."""

from actieplannen.models import Actie
from actieplannen.selectors.volledigheid import Deel
from regie.core.http import gebied_url

# What is not in here is mended on the page of the action.
PAGINA_VAN: dict[Deel, str] = {
    Deel.INDICATOR: "actieplannen:indicator_kiezen",
    Deel.BUDGET: "actieplannen:actie_geld",
}


def herstel_van(deel: Deel, actie: Actie) -> str:
    return gebied_url(PAGINA_VAN.get(deel, "actieplannen:actie"), actie.pk)
