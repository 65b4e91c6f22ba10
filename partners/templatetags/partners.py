from typing import Any

from django import template

from partners.selectors import nazichttekst
from partners.views.onderdelen import onderdelen
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
