from datetime import date
from typing import Any

from django import template
from django.utils.safestring import SafeString

from actieplannen.enums import Planstatus, Prioriteit, Standkleur, Voortgang
from actieplannen.models import Actie, Jaaractieplan
from actieplannen.views.onderdelen import plantabs as tabs_van
from regie.core import notatie
from regie.core.templatetags.ui import badge

register = template.Library()

PLANSTATUS = {
    Planstatus.CONCEPT: ("neutraal", "pencil"),
    Planstatus.INGEDIEND: ("info", "send"),
    Planstatus.GOEDGEKEURD: ("succes", "circle-check"),
    Planstatus.UITGEVOERD: ("merk", "flag"),
    Planstatus.VERANTWOORD: ("neutraal", "lock"),
}
VOORTGANG = {
    Voortgang.TE_STARTEN: ("neutraal", "circle"),
    Voortgang.LOPEND: ("info", "circle-dot"),
    Voortgang.GEPAUZEERD: ("letop", "pause"),
    Voortgang.KLAAR: ("succes", "circle-check"),
    Voortgang.GESTOPT: ("neutraal", "ban"),
}
STAND = {
    Standkleur.GROEN: ("succes", "circle-check"),
    Standkleur.ORANJE: ("letop", "triangle-alert"),
    Standkleur.ROOD: ("gevaar", "circle-alert"),
}


@register.inclusion_tag("components/tabs.html")
def plantabs(plan: Jaaractieplan, huidig: str) -> dict[str, Any]:
    """`{% plantabs plan "actieplannen:plan" %}`: the pages of this plan, the open one marked."""
    return {"label": "Onderdelen van het plan", "tabs": tabs_van(plan.pk, huidig)}


@register.simple_tag
def planstatus(status: str) -> SafeString:
    return badge(Planstatus(status).label, *PLANSTATUS[Planstatus(status)])


@register.simple_tag
def voortgang(waarde: str) -> SafeString:
    return badge(Voortgang(waarde).label, *VOORTGANG[Voortgang(waarde)])


@register.simple_tag
def standkleur(kleur: str) -> SafeString:
    """The colour with its word; without a stand that is said."""
    return badge(Standkleur(kleur).label, *STAND[Standkleur(kleur)]) if kleur else badge("geen stand", "neutraal")


@register.simple_tag
def periode_van(actie: Actie) -> str:
    """ "heel 2026", "01/02/2026 – 30/11/2026", "vanaf 01/02/2026"."""
    van, tot = actie.start, actie.eind
    if van and tot:
        heel = (van, tot) == (date(van.year, 1, 1), date(van.year, 12, 31))
        return f"heel {van.year}" if heel else f"{notatie.datum(van)} – {notatie.datum(tot)}"
    if van:
        return f"vanaf {notatie.datum(van)}"
    return f"tegen {notatie.datum(tot)}" if tot else "nog geen periode"


@register.simple_tag
def trekker_van(actie: Actie) -> str:
    """Who pulls it, with the organisatie: "An Lagrou (De Kringwinkel)"."""
    organisatie = actie.trekker_organisatie.naam if actie.trekker_organisatie else ""
    wie = actie.trekker or actie.trekker_contact
    naam = wie.naam if wie else ""
    if not (naam or organisatie):
        return "nog geen trekker"
    return f"{naam} ({organisatie})" if naam and organisatie else naam or organisatie


@register.filter
def als_prioriteit(code: str) -> Prioriteit:
    """The priority of a code, for its label and what belongs to it."""
    return Prioriteit(code)
