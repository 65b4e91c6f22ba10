from django import template

from partners.enums import Scanniveau
from regie.core.templatetags.ui import badge

register = template.Library()
SOORT = {"STARTER": "letop", "ONTWIKKELING": "neutraal", "GEVORDERD": "info", "VOORTREKKER": "succes"}


@register.simple_tag
def scanniveau(code: str) -> str:
    """The level of a score as a pill: the word says it, the colour helps."""
    if not code:
        return badge("onvoldoende ingevuld", "neutraal", "circle-dashed")
    return badge(Scanniveau(code).label, SOORT[code])
