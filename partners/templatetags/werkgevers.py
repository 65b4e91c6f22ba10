from django import template
from django.utils.safestring import SafeString

from partners.enums import WerkgeverStatus
from partners.models import Werkgever
from regie.core.nace import SECTOREN, sector_van
from regie.core.templatetags.ui import badge
from regie.core.validators import toon_kbo, toon_ven

register = template.Library()
register.filter("kbo", toon_kbo)
register.filter("ven", toon_ven)

# status: (colour, icon)
STATUSSEN = {
    WerkgeverStatus.PROSPECT: ("neutraal", "circle-dashed"),
    WerkgeverStatus.CONTACT: ("info", "phone"),
    WerkgeverStatus.PARTNER: ("succes", "handshake"),
    WerkgeverStatus.AMBASSADEUR: ("merk", "star"),
    WerkgeverStatus.NIET_BENADEREN: ("gevaar", "ban"),
}


@register.simple_tag
def werkgeverstatus(werkgever: Werkgever) -> SafeString:
    """How far the relation goes: icon, word and colour."""
    return badge(werkgever.get_status_display(), *STATUSSEN[WerkgeverStatus(werkgever.status)])


@register.filter
def sector(nace: str) -> str:
    """The name of the section of a NACE code of either version."""
    return SECTOREN.get(sector_van(nace), "")
