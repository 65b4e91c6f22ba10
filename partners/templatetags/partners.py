from typing import Any

from django import template

from partners.selectors import nazichttekst
from partners.views.onderdelen import onderdelen
from regie.core.notatie import getal
from regie.core.validators import toon_telefoon

register = template.Library()
register.filter("telefoon", toon_telefoon)


@register.filter("nazichttekst")
def nazichttekst_van(organisatie: Any) -> str:
    """Of a row of `organisaties_met_nazicht`."""
    return nazichttekst(organisatie.laatst_nagekeken, is_verouderd=organisatie.is_verouderd)


@register.inclusion_tag("components/tabs.html", takes_context=True)
def onderdeeltabs(context: dict[str, Any], groep: str, huidig: str) -> dict[str, Any]:
    """`{% onderdeeltabs "werkgevers" "werkgevers:lijst" %}`: the pages of this group, the open one marked."""
    return {"label": "Onderdelen", "tabs": onderdelen(context["request"], groep, huidig)}


@register.inclusion_tag("components/tabs.html", takes_context=True)
def afspraaktabs(context: dict[str, Any], huidig: str) -> dict[str, Any]:
    """The pages within the tab "Afspraken": agreements, tariffs and the two registers."""
    return {"label": "Afspraken", "tabs": onderdelen(context["request"], "afspraken", huidig)}


@register.filter
def getal_kort(waarde: Any) -> str:
    """A figure without decimals when it has none: "12", "12,5"."""
    return getal(waarde, 0 if waarde is None or waarde == int(waarde) else 2)
