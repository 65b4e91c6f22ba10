from django import template
from django.utils.safestring import SafeString

from actieplannen.enums import Oordeel, Standkleur
from actieplannen.templatetags.actieplannen import STAND
from regie.core import notatie
from regie.core.parameters import Regel
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


@register.filter
def regelzin(regel: Regel) -> str:
    """ "Minimum acties per prioriteit per jaar: 1": what a rule asks, without the unit of a count or of yes and no."""
    if regel.eenheid.startswith("1 ="):
        return regel.omschrijving
    eenheid = "" if regel.eenheid == "aantal" else f" {regel.eenheid}"
    return f"{regel.omschrijving}: {notatie.getal(regel.waarde)}{eenheid}"


@register.simple_tag
def standtelling(kleur: str, aantal: int) -> SafeString:
    """ "3 op schema": how many actions have this stand."""
    if not kleur:
        return badge(f"{notatie.getal(aantal)} zonder stand", "neutraal")
    return badge(f"{notatie.getal(aantal)} {Standkleur(kleur).label}", *STAND[Standkleur(kleur)])
