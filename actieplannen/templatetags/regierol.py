from django import template
from django.utils.safestring import SafeString

from actieplannen.enums import Oordeel, Standkleur
from actieplannen.templatetags.actieplannen import STAND
from regie.core import notatie
from regie.core.templatetags.ui import badge

register = template.Library()

OORDEEL = {
    Oordeel.IN_ORDE: ("succes", "circle-check"),
    Oordeel.ONTBREEKT: ("gevaar", "circle-alert"),
    Oordeel.ONBEKEND: ("neutraal", "circle-question-mark"),
    Oordeel.NVT: ("neutraal", "circle"),
}


@register.simple_tag
def oordeel(waarde: str) -> SafeString:
    """What a check says, always in words."""
    return badge(Oordeel(waarde).label, *OORDEEL[Oordeel(waarde)])


@register.simple_tag
def standtelling(kleur: str, aantal: int) -> SafeString:
    """ "3 op schema": how many actions have this stand."""
    if not kleur:
        return badge(f"{notatie.getal(aantal)} zonder stand", "neutraal")
    return badge(f"{notatie.getal(aantal)} {Standkleur(kleur).label}", *STAND[Standkleur(kleur)])
