"""A Stuk as a tagged PDF."""

from base64 import b64encode

from django.template.loader import render_to_string

from regie.core.pdf import AFBEELDING, html_naar_pdf
from regie.core.stukken.blokken import OPEN, Stuk

STIJL = "css/stuk.css"


def maak_pdf(stuk: Stuk) -> bytes:
    logo = AFBEELDING + b64encode(stuk.kop.logo).decode() if stuk.kop.logo else ""
    html = render_to_string("layout/stuk_pdf.html", {"stuk": stuk, "logo": logo, "open": OPEN})
    return html_naar_pdf(html, stijl=STIJL, kleur=stuk.kop.kleur)
