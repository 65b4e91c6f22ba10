"""Small building blocks of a page as tags; larger ones are includes in templates/components (docs/componenten.md)."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from django import template
from django.contrib.staticfiles import finders
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from regie.core import notatie
from regie.core.grafieken import Grafiek

register = template.Library()

PAGINA = "pagina"
SORTEER = "sorteer"
SMALLE_FIGUUR = 340
SOORTEN = frozenset({"neutraal", "succes", "gevaar", "letop", "info", "merk"})
MELDING_ICONEN = {"info": "info", "letop": "triangle-alert", "gevaar": "circle-alert", "succes": "circle-check"}
STATUSSEN = {
    "AANGEMELD": ("info", "inbox"),
    "INTAKE": ("info", "message-square"),
    "SCREENING": ("info", "clipboard-list"),
    "ACTIEPLAN": ("info", "list-checks"),
    "WACHT_OP_START": ("letop", "clock"),
    "LOPEND": ("succes", "circle-check"),
    "ONDERBROKEN": ("letop", "pause"),
    "NAZORG": ("merk", "heart-handshake"),
    "AFGESLOTEN": ("neutraal", "archive"),
    "GEWEIGERD": ("neutraal", "ban"),
}
# The words of the house for icons that Python code names (navigation, signals); templates may use either name.
ICOON_NAMEN = {
    "agenda": "calendar",
    "doel": "target",
    "gebouw": "building-2",
    "huis": "house",
    "instellingen": "settings",
    "kaart": "map",
    "mail": "mail",
    "mens": "user",
    "mensen": "users",
    "opladen": "upload",
    "partners": "handshake",
    "rapport": "file-chart-column",
    "schild": "shield-check",
    "sleutel": "key-round",
    "taken": "list-checks",
    "vlag": "flag",
    "werk": "briefcase-business",
    "zon": "sun",
}


@cache
def iconen() -> frozenset[str]:
    """The names in the sprite, so that a mistyped icon fails in the first test that renders it."""
    pad = finders.find("img/iconen.svg")
    if not isinstance(pad, str):
        raise FileNotFoundError("static/img/iconen.svg ontbreekt")
    with open(pad, encoding="utf-8") as bestand:
        return frozenset(re.findall(r'<symbol id="([a-z0-9-]+)"', bestand.read()))


@register.simple_tag
def icoon(naam: str, klasse: str = "", tekst: str = "") -> SafeString:
    """One icon of the sprite. Decorative unless `tekst` is given: then that text stands in for it."""
    svg = _teken(naam, klasse)
    return svg if not tekst else svg + format_html('<span class="visually-hidden">{}</span>', tekst)


@lru_cache(maxsize=512)
def _teken(naam: str, klasse: str) -> SafeString:
    """Remembered: a page of rows draws the same few icons hundreds of times."""
    naam = ICOON_NAMEN.get(naam, naam)
    if naam not in iconen():
        raise ValueError(f"Onbekend icoon: {naam}")
    return format_html(
        '<svg class="i{}" width="20" height="20" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        f" {klasse}" if klasse else "",
        static("img/iconen.svg"),
        naam,
    )


@register.simple_tag
def badge(tekst: str, soort: str = "neutraal", icoon_naam: str = "") -> SafeString:
    """A word as a pill. `soort`: neutraal, succes, gevaar, letop, info, merk."""
    if soort not in SOORTEN:
        raise ValueError(f"Onbekende soort: {soort}")
    teken = icoon(icoon_naam) if icoon_naam else ""
    return format_html('<span class="lab lab--{}">{}{}</span>', soort, teken, tekst)


@register.simple_tag
@lru_cache(maxsize=128)
def status_badge(code: str, label: str = "") -> SafeString:
    """The status of a traject: icon + word + colour. `label` is the text of the choice."""
    soort, icoon_naam = STATUSSEN.get(code, ("neutraal", "circle"))
    tekst = label or str(code).replace("_", " ").lower()
    return badge(tekst[:1].upper() + tekst[1:], soort, icoon_naam)


@register.simple_tag
def termijn(einde: date | None, vandaag: date | None = None) -> SafeString | str:
    """A deadline as a badge: "3 dagen te laat", "morgen", "38 dagen"."""
    return notatie.GEEN if einde is None else _termijnbadge(einde, vandaag or timezone.localdate())


@lru_cache(maxsize=2048)
def _termijnbadge(einde: date, vandaag: date) -> SafeString:
    return badge(*notatie.termijn(einde, vandaag))


@register.simple_tag
def insz_masker(geboortedatum: date | None = None) -> SafeString:
    """A hidden INSZ. Only the birth date, which is on the page anyway, may show through."""
    tekst = f"{geboortedatum:%y.%m.%d}-***.**" if geboortedatum else "**.**.**-***.**"
    return format_html('<span class="nowrap">{}<span class="visually-hidden"> (afgeschermd)</span></span>', tekst)


# --- query string -------------------------------------------------------------------------------------------


def _query(context: Mapping[str, Any]) -> dict[str, list[str]]:
    """The query string as plain lists: a page asks for it some twenty times, and copying a QueryDict is deep."""
    request = context.get("request")
    return dict(request.GET.lists()) if request is not None else {}


def _als_url(query: Mapping[str, list[str]]) -> str:
    return f"?{urlencode(query, doseq=True)}" if query else "?"


@register.simple_tag(takes_context=True)
def url_met(context: Mapping[str, Any], **waarden: Any) -> str:
    """The current query string with these values; None removes one. A changed filter starts again at page 1."""
    query = _query(context)
    if PAGINA not in waarden:
        query.pop(PAGINA, None)
    for sleutel, waarde in waarden.items():
        if waarde is None or waarde == "":
            query.pop(sleutel, None)
        else:
            query[sleutel] = [str(waarde)]
    return _als_url(query)


@register.simple_tag(takes_context=True)
def url_zonder(context: Mapping[str, Any], sleutel: str, waarde: str | None = None) -> str:
    """The current query string without this filter, or without one of its values."""
    query = _query(context)
    query.pop(PAGINA, None)
    rest = [w for w in query.pop(sleutel, []) if waarde is not None and w != str(waarde)]
    if rest:
        query[sleutel] = rest
    return _als_url(query)


@register.simple_tag(takes_context=True)
def sorteerlink(
    context: Mapping[str, Any], veld: str, label: str, klasse: str = "", standaard: str = ""
) -> SafeString:
    """A whole `<th>` that sorts on `veld` (query parameter `sorteer`); `standaard` is the order without parameter."""
    nu = (_query(context).get(SORTEER) or [""])[-1] or standaard
    if nu == veld:
        sort, volgende, teken = "ascending", f"-{veld}", "arrow-up"
    elif nu == f"-{veld}":
        sort, volgende, teken = "descending", veld, "arrow-down"
    else:
        sort, volgende, teken = "none", veld, "arrow-up-down"
    return format_html(
        '<th scope="col" aria-sort="{}"{}><a class="sorteer" href="{}">{}{}</a></th>',
        sort,
        format_html(' class="{}"', klasse) if klasse else "",
        url_met(context, **{SORTEER: volgende}),
        label,
        icoon(teken),
    )


@register.simple_tag(takes_context=True)
def verborgen_velden(context: Mapping[str, Any], *behalve: str) -> SafeString:
    """Hidden inputs for every query parameter except these, so that a small GET form keeps the other filters."""
    query = _query(context)
    paren = ((k, w) for k, waarden in query.items() for w in waarden if k not in {*behalve, PAGINA})
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', paren)


@register.filter
def waarde_van(query: Mapping[str, Any], sleutel: str) -> Any:
    """A value by a name that is itself a variable."""
    return query.get(sleutel, "") if query else ""


@register.filter
def paginanummers(pagina: Page) -> list[int | None]:
    """Numbers to show around the current page; None is a gap."""
    nummers = pagina.paginator.get_elided_page_range(pagina.number, on_each_side=2, on_ends=1)
    return [nr if isinstance(nr, int) else None for nr in nummers]


# --- blocks with content ------------------------------------------------------------------------------------


@register.simple_block_tag
def kaart(
    content: str,
    titel: str = "",
    link: str = "",
    link_tekst: str = "",
    klasse: str = "",
    id: str = "",
    niveau: int = 2,
) -> SafeString:
    """A white card: {% kaart "Termijnen" link=url link_tekst="alle 7" %}…{% endkaart %}."""
    klassen = f"kaart {klasse}".strip()
    if not titel:
        return format_html('<div class="{}"{}>{}</div>', klassen, format_html(' id="{}"', id) if id else "", content)
    sleutel = id or f"k-{slugify(titel)}"
    kop_link = format_html('<a href="{}">{}<span class="visually-hidden">: {}</span></a>', link, link_tekst, titel)
    return format_html(
        '<section class="{}" id="{}" aria-labelledby="{}-titel"><div class="kaart__kop">'
        '<h{} id="{}-titel">{}</h{}>{}</div>{}</section>',
        klassen,
        sleutel,
        sleutel,
        niveau,
        sleutel,
        titel,
        niveau,
        kop_link if link else "",
        content,
    )


@register.simple_block_tag
def melding(content: str, soort: str = "info", id: str = "") -> SafeString:
    """A coloured notice in the page. `soort`: info, letop, gevaar, succes. Put its fixing links inside."""
    return format_html(
        '<div class="melding melding--{}" role="note"{}>{}<div class="melding__tekst">{}</div></div>',
        soort,
        format_html(' id="{}"', id) if id else "",
        icoon(MELDING_ICONEN[soort]),
        content,
    )


@register.simple_block_tag
def tabel(content: str, bijschrift: str, zichtbaar: bool = False, klasse: str = "", id: str = "") -> SafeString:
    """A table in a scroll region. Write thead/tbody inside; `bijschrift` becomes caption and name of the region."""
    return format_html(
        '<div class="tabelvak" tabindex="0" role="region" aria-label="{}"><table class="tabel{}"{}>'
        "<caption{}>{}</caption>{}</table></div>",
        f"Tabel: {bijschrift}",
        f" {klasse}" if klasse else "",
        format_html(' id="{}"', id) if id else "",
        "" if zichtbaar else mark_safe(' class="visually-hidden"'),  # a constant
        bijschrift,
        content,
    )


# --- figures, forms, messages -------------------------------------------------------------------------------


@register.simple_tag
def grafiek(figuur: Grafiek, breedte: int = 640, toelichting: str = "", tabel_open: bool = False) -> SafeString:
    """A chart of regie.core.grafieken with caption and the same figures as a table."""
    context = {
        "figuur": figuur,
        "svg": figuur.svg(breedte),
        "svg_smal": figuur.svg(SMALLE_FIGUUR) if breedte > SMALLE_FIGUUR else None,
        "tabel": figuur.tabel(),
        "toelichting": toelichting,
        "open": tabel_open,
    }
    return render_to_string("components/grafiek.html", context)


@register.filter
def fout_anker(veld: BoundField) -> str:
    """The id a link in the error summary jumps to: a group of choices has no id of its own, its first option has."""
    return veld.id_for_label or (f"{veld.auto_id}_0" if veld.use_fieldset else veld.auto_id)


@register.filter
def heeft_fouten(formulier: BaseForm) -> bool:
    return bool(formulier.is_bound and formulier.errors)


@register.filter
def ongedaan_url(bericht: Any) -> str:
    """messages.success(request, tekst, extra_tags=f"ongedaan={url}") gives the toast its undo button."""
    for deel in (bericht.extra_tags or "").split():
        url = deel.removeprefix("ongedaan=")
        if url != deel and url.startswith("/") and not url.startswith("//"):
            return url
    return ""
