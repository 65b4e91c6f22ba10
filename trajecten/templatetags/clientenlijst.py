"""The rows of the list of clients, drawn in Python: the page that is opened most should not wait for its template."""

from collections.abc import Iterable
from datetime import date

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from regie.core import notatie
from regie.core.http import gebied_url
from regie.core.templatetags.getallen import datum
from regie.core.templatetags.ui import status_badge, termijn
from trajecten.selectors.lijst import Rij

register = template.Library()

RIJ = (
    '<tr><th scope="row"><a href="{}">{}</a><br><span class="meta">{}</span></th>'
    "<td>{}{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>"
)


@register.simple_tag
def clientrijen(rijen: Iterable[Rij], vandaag: date) -> SafeString:
    """`<tr>` per traject: client, instrument and place, status, next step, end, last contact."""
    return format_html_join("\n", RIJ, (_cellen(rij, vandaag) for rij in rijen))


def _cellen(rij: Rij, vandaag: date) -> tuple[object, ...]:
    return (
        gebied_url("trajecten:client", rij.client_id),
        rij.naam,
        rij.dossiernummer,
        rij.instrument or notatie.GEEN,
        format_html('<br><span class="meta">{}</span>', rij.gebruiker) if rij.gebruiker else "",
        status_badge(rij.status, rij.status_label),
        format_html("{} {}", rij.termijn, termijn(rij.termijn_op, vandaag)) if rij.termijn_op else notatie.GEEN,
        datum(rij.einde),
        datum(rij.laatste_contact),
    )
