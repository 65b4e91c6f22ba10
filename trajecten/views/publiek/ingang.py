"""The only door for who has no account: /l/<token>/. Which purpose has which page is registered by `behandelt`.

Nothing here reads a cookie: whoever holds the address may do the one thing it is for. So a forged request from another
site needs the secret itself, and the check on CSRF (which `no-referrer` would break) adds nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pghistory
from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from regie.core import limiet
from trajecten.models import Link
from trajecten.services import links

VENSTER = 600  # seconds
FOUTE_POGINGEN, BEWAARBEURTEN = 30, 300  # per window: wrong links of one address, posts on one link


@dataclass(frozen=True, slots=True)
class Weg:
    """How somebody came to a link: with the address itself, or signed in at the organisation it is for."""

    adres: str  # where the form posts to
    kader: str  # the layout around it
    naam: str  # who it is, as far as we know
    klaar: str  # where to go when the link is used up


Behandelaar = Callable[[HttpRequest, Link, Weg], HttpResponse]
_BEHANDELAARS: dict[str, Behandelaar] = {}


def behandelt(doel: str) -> Callable[[Behandelaar], Behandelaar]:
    """Register the page of one purpose."""

    def registreer(behandelaar: Behandelaar) -> Behandelaar:
        _BEHANDELAARS[doel] = behandelaar
        return behandelaar

    return registreer


def toon(request: HttpRequest, link: Link, weg: Weg) -> HttpResponse:
    """The page of the purpose of this link; a link that is over while somebody looks is like one that never was."""
    behandelaar = _BEHANDELAARS.get(link.doel)
    if behandelaar is None:
        return werkt_niet(request)
    try:
        if request.method == "POST":
            links.link_geopend(link=link, nu=timezone.now())
            if "geopend" in request.POST:
                return HttpResponse(status=204)
        return behandelaar(request, link, weg)
    except links.LinkOngeldig:
        return werkt_niet(request)


@csrf_exempt
@login_not_required
@sensitive_variables()
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def ingang(request: HttpRequest, token: str) -> HttpResponse:
    wie = _van_waar(request)
    if limiet.geteld("link-fout", wie) >= FOUTE_POGINGEN or _te_druk(request, token):
        return _afgeschermd(werkt_niet(request, status=429))
    with links.open_link(token, vandaag=timezone.localdate()) as link, pghistory.context(link=str(link and link.pk)):
        if link is None:
            limiet.tel("link-fout", wie, seconden=VENSTER)
            antwoord = werkt_niet(request)
        else:
            weg = Weg(request.path, "trajecten/publiek/kader.html", link.ontvanger_naam, reverse("link_bedankt"))
            antwoord = toon(request, link, weg)
        if antwoord.status_code >= 400:
            transaction.set_rollback(True)
    return _afgeschermd(antwoord)


@login_not_required
@require_http_methods(["GET", "HEAD"])
def bedankt(request: HttpRequest) -> HttpResponse:
    """After an answer. It says nothing about whom or what, so it needs no link."""
    return _afgeschermd(render(request, "trajecten/publiek/bedankt.html"))


def werkt_niet(request: HttpRequest, status: int = 404) -> HttpResponse:
    return render(request, "trajecten/publiek/werkt_niet.html", status=status)


def _te_druk(request: HttpRequest, token: str) -> bool:
    return request.method == "POST" and limiet.tel("link-post", token, seconden=VENSTER) > BEWAARBEURTEN


def _van_waar(request: HttpRequest) -> str:
    try:
        return get_adapter(request).get_client_ip(request)
    except PermissionDenied:
        return "onbekend"


def _afgeschermd(antwoord: HttpResponse) -> HttpResponse:
    """Never kept, never indexed, and the address never travels on to another site."""
    antwoord.headers["Referrer-Policy"] = "no-referrer"
    antwoord.headers["Cache-Control"] = "no-store, private"
    antwoord.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return antwoord
