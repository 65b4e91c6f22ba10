"""Numbers and dates in templates, as simple tags and as filters where a filter reads better."""

from datetime import date, datetime
from functools import lru_cache

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from regie.core import notatie

register = template.Library()

PIJLEN = {"omhoog": "M5 1l4.5 8h-9z", "omlaag": "M5 9L.5 1h9z"}


@register.simple_tag
def getal(waarde: notatie.Getal | str | None, decimalen: int = 0) -> str:
    return notatie.getal(waarde, decimalen)


@register.simple_tag
def procent(waarde: notatie.Getal | str | None, decimalen: int = 1) -> str:
    return notatie.procent(waarde, decimalen)


@register.simple_tag
def euro(waarde: notatie.Getal | str | None) -> str:
    return notatie.euro(waarde)


register.filter("getal", notatie.getal)
register.filter("procent", notatie.procent)


def _datum(waarde: date | datetime | None) -> date | None:
    return timezone.localtime(waarde).date() if isinstance(waarde, datetime) else waarde


@register.filter("datum")
def datum_filter(waarde: date | datetime | None) -> str:
    return notatie.datum(_datum(waarde))


@register.simple_tag
def datum(waarde: date | datetime | None) -> str:
    dag = _datum(waarde)
    return notatie.GEEN if dag is None else _dag(dag)


@lru_cache(maxsize=4096)
def _dag(dag: date) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', dag, notatie.datum(dag))


@register.simple_tag
def datum_lang(waarde: date | datetime | None) -> str:
    dag = _datum(waarde)
    return notatie.GEEN if dag is None else format_html('<time datetime="{}">{}</time>', dag, notatie.datum_lang(dag))


@register.simple_tag
def moment(waarde: datetime | date | None) -> str:
    """A datetime in local time with its hour; a bare date falls back to the long date."""
    if not isinstance(waarde, datetime):
        return datum_lang(waarde)
    lokaal = timezone.localtime(waarde)
    return format_html('<time datetime="{}">{}</time>', lokaal.isoformat("T", "minutes"), notatie.moment(lokaal))


@register.simple_tag
def verschil(
    waarde: notatie.Getal | None, goed_is: str = "", decimalen: int = 0, eenheid: str = ""
) -> SafeString | str:
    """▲ 18 or ▼ 3. `goed_is` is "hoger", "lager" or "" (then the change has no colour, because it has no meaning)."""
    if waarde is None:
        return notatie.GEEN
    if round(float(waarde), decimalen) == 0:
        return mark_safe('<span class="verschil">gelijk</span>')  # a constant
    richting, woord, kant = ("omhoog", "hoger", "hoger") if waarde > 0 else ("omlaag", "lager", "lager")
    kleur = "" if not goed_is else " verschil--goed" if goed_is == kant else " verschil--slecht"
    return format_html(
        '<span class="verschil{}"><svg class="pijl" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">'
        '<path d="{}" fill="currentColor"/></svg>{}{}<span class="visually-hidden"> {}</span></span>',
        kleur,
        PIJLEN[richting],
        notatie.getal(waarde if waarde > 0 else -waarde, decimalen),
        f"\u00a0{eenheid}" if eenheid else "",
        woord,
    )
