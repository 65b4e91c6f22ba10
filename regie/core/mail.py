"""One mail: text and HTML from the same templates, inlined CSS, a reply address that somebody reads.

A mail never holds personal data of a client. `templates/mail/<sjabloon>.txt` and `.html` extend `basis.*`; they get
the context plus `onderwerp`, `voorproef` (preheader), `reden` (why you get this), `product` and `basis_url`.
"""

from dataclasses import dataclass
from email.utils import formataddr, parseaddr
from functools import cache
from typing import Any

import css_inline
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

GROOTSTE_BIJLAGE = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bijlage:
    naam: str
    inhoud: bytes
    soort: str


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(keep_style_tags=False, load_remote_stylesheets=False)


def _regel(tekst: str) -> str:
    """A header is one line, whatever somebody typed as the name of a region."""
    return " ".join(tekst.split())


def afzender(naam: str = "") -> str:
    """The address of this installation, with the sending region in front: "Regio Brugge via Regiekompas"."""
    product, adres = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((f"{_regel(naam)} via {product or settings.PRODUCT}" if naam else product, adres))


def stel_mail_op(
    sjabloon: str,
    *,
    aan: str,
    onderwerp: str,
    voorproef: str,
    reden: str,
    context: dict[str, Any],
    namens: str = "",
    antwoord_aan: str = "",
    message_id: str = "",
    bijlagen: tuple[Bijlage, ...] = (),
) -> EmailMultiAlternatives:
    """A mail that is ready to send. `namens`: who it comes from; `message_id`: the same at every attempt."""
    alles = {
        **context,
        "onderwerp": onderwerp,
        "voorproef": voorproef,
        "reden": reden,
        "namens": namens,
        "antwoord_aan": antwoord_aan,
        "product": settings.PRODUCT,
        "basis_url": settings.BASIS_URL,
    }
    koppen = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF"}
    if message_id:
        koppen["Message-ID"] = message_id
    mail = EmailMultiAlternatives(
        subject=_regel(onderwerp),
        body=render_to_string(f"mail/{sjabloon}.txt", alles).strip() + "\n",
        from_email=afzender(namens),
        to=[aan],
        reply_to=[antwoord_aan] if antwoord_aan else None,
        headers=koppen,
    )
    mail.attach_alternative(_inliner().inline(render_to_string(f"mail/{sjabloon}.html", alles)), "text/html")
    for bijlage in bijlagen:
        if len(bijlage.inhoud) > GROOTSTE_BIJLAGE:
            raise ValueError(f"Bijlage van {len(bijlage.inhoud)} bytes: te groot om te mailen.")
        mail.attach(bijlage.naam, bijlage.inhoud, bijlage.soort)
    return mail
