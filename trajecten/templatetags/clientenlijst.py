"""The rows of the list of clients, drawn in Python: the page that is opened most should not wait for its template."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from regie.core import notatie
from regie.core.http import gebied_url
from regie.core.templatetags.getallen import datum
from regie.core.templatetags.ui import badge, status_badge, termijn
from trajecten.selectors.lijst import Kolom, Rij

register = template.Library()

KIES = (
    '<td class="smal geen-print"><input class="form-check-input" type="checkbox" name="id" value="{}"'
    ' aria-label="Selecteer {}" data-regie-rij></td>'
)
KOP = '<th scope="row"><a href="{}">{}</a>{}<br><span class="meta">{}</span></th>'
CELLEN: dict[str, Callable[[Rij, date], object]] = {
    "instrument": lambda rij, vandaag: format_html(
        "{}{}",
        rij.instrument or notatie.GEEN,
        format_html('<br><span class="meta">{}</span>', rij.gebruiker) if rij.gebruiker else "",
    ),
    "status": lambda rij, vandaag: status_badge(rij.status, rij.status_label),
    "termijn": lambda rij, vandaag: (
        format_html("{} {}", rij.termijn, termijn(rij.termijn_op, vandaag)) if rij.termijn_op else notatie.GEEN
    ),
    "einde": lambda rij, vandaag: datum(rij.einde),
    "contact": lambda rij, vandaag: datum(rij.laatste_contact),
    "begeleider": lambda rij, vandaag: rij.begeleider or "nog niemand",
    "aangemeld": lambda rij, vandaag: datum(rij.aangemeld),
    "sinds": lambda rij, vandaag: datum(rij.sinds),
    "jobdoelwit": lambda rij, vandaag: rij.jobdoelwit or notatie.GEEN,
}


@register.simple_tag
def clientrijen(
    rijen: Iterable[Rij], vandaag: date, kolommen: Sequence[Kolom], nieuw: Collection[UUID] = (), kies: bool = False
) -> SafeString:
    """`<tr>` per traject: a box to select it (`kies`), the client, and the chosen columns."""
    teken = format_html(" {}", badge("nieuw", "info", "star")) if nieuw else ""
    cellen = [CELLEN[kolom.code] for kolom in kolommen]
    patroon = f"<tr>{KIES if kies else ''}{KOP}{'<td>{}</td>' * len(cellen)}</tr>"
    return format_html_join(
        "\n",
        patroon,
        (
            (
                *((rij.id, rij.naam) if kies else ()),
                gebied_url("trajecten:client", rij.client_id),
                rij.naam,
                teken if rij.id in nieuw else mark_safe(""),
                rij.dossiernummer,
                *(cel(rij, vandaag) for cel in cellen),
            )
            for rij in rijen
        ),
    )
