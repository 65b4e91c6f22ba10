from django import template
from django.utils.safestring import SafeString

from actieplannen.enums import Oordeel
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
