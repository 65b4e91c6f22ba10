from datetime import date
from decimal import Decimal
from typing import Any

from django import template

from partners.enums import Taakniveau
from partners.models import Behoefte, Doorverwijzing
from partners.selectors import nazichttekst
from partners.views.onderdelen import onderdelen
from regie.core.notatie import getal, meervoud
from regie.core.templatetags.ui import badge
from regie.core.validators import toon_kbo, toon_telefoon

register = template.Library()
register.filter("telefoon", toon_telefoon)
register.filter("kbo", toon_kbo)


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


@register.inclusion_tag("components/tabs.html", takes_context=True)
def subtabs(context: dict[str, Any], groep: str, huidig: str) -> dict[str, Any]:
    """`{% subtabs "overleg" "partners:besluiten" %}`: the pages below one tab."""
    return {"label": groep.capitalize(), "tabs": onderdelen(context["request"], groep, huidig)}


@register.filter
def getal_kort(waarde: Any) -> str:
    """A figure without decimals when it has none: "12", "12,5"."""
    return getal(waarde, 0 if waarde is None or waarde == int(waarde) else 2)


BEHOEFTE = {
    "CONCEPT": ("neutraal", "pencil"),
    "OPEN": ("info", "circle-dot"),
    "TOEGEWEZEN": ("merk", "circle-check"),
    "INGEVULD": ("succes", "circle-check"),
    "VERVALLEN": ("neutraal", "ban"),
    "INGETROKKEN": ("neutraal", "ban"),
}
ANTWOORD = {
    "OPGENOMEN": ("info", "circle-check"),
    "OPGELOST": ("succes", "circle-check"),
    "NIET_VOOR_ONS": ("neutraal", "ban"),
    "NIET_OPGELOST": ("letop", "circle-x"),
    "INGETROKKEN": ("neutraal", "ban"),
}


@register.simple_tag
def behoeftestatus(behoefte: Behoefte) -> str:
    soort, icoon = BEHOEFTE[behoefte.status]
    return badge(behoefte.get_status_display(), soort, icoon)


@register.simple_tag
def antwoordstatus(doorverwijzing: Doorverwijzing, vandaag: date) -> str:
    """The answer as a pill; without one, how long it has been waiting."""
    if not doorverwijzing.wacht:
        soort, icoon = ANTWOORD[doorverwijzing.status]
        return badge(doorverwijzing.get_status_display(), soort, icoon)
    return wachtbadge(doorverwijzing.verstuurd_op, vandaag, doorverwijzing.trap)


@register.simple_tag
def wachtbadge(sinds: date, vandaag: date, trap: int = 0) -> str:
    """How many days nobody answered; the colour follows the rungs of the ladder that were climbed."""
    dagen = (vandaag - sinds).days
    tekst = "vandaag gevraagd" if dagen <= 0 else f"al {meervoud(dagen, 'dag', 'dagen')} zonder antwoord"
    return badge(tekst, "gevaar" if trap >= 2 else "letop" if trap else "neutraal", "hourglass")


@register.filter
def taakniveau(code: int) -> str:
    return Taakniveau(code).label


@register.filter
def uren_kort(uren: Decimal | str | None) -> str:
    """Hours without needless decimals: 7,5."""
    if uren is None or uren == "":
        return "–"
    waarde = Decimal(uren).normalize()
    return getal(waarde, max(-int(waarde.as_tuple().exponent), 0))
