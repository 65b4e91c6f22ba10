from typing import Any

from django import template

from partners.views.onderdelen import onderdelen
from regie.core.validators import toon_telefoon

register = template.Library()
register.filter("telefoon", toon_telefoon)


@register.inclusion_tag("components/tabs.html", takes_context=True)
def onderdeeltabs(context: dict[str, Any], groep: str, huidig: str) -> dict[str, Any]:
    """`{% onderdeeltabs "werkgevers" "werkgevers:lijst" %}`: the pages of this group, the open one marked."""
    return {"label": "Onderdelen", "tabs": onderdelen(context["request"], groep, huidig)}
