"""The rapport as a PDF."""

from typing import Any

from django.template.loader import render_to_string

from rapportage.inhoud import bouw_inhoud
from regie.core.pdf import html_naar_pdf

STIJL = "css/rapport.css"


def maak_pdf(momentopname: dict[str, Any]) -> bytes:
    inhoud = bouw_inhoud(momentopname)
    return html_naar_pdf(render_to_string("rapportage/pdf/rapport.html", {"rapport": inhoud}), stijl=STIJL)
