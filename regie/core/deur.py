"""The door for who has no account: one address, one purpose. `behandelt` registers which page a purpose has.

Nothing here reads a cookie: whoever holds the address may do the one thing it is for. So a forged request from another
site needs the secret itself, and the check on CSRF (which `no-referrer` would break) adds nothing.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol
from uuid import UUID

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
from regie.core.exceptions import LinkOngeldig

VENSTER = 600  # seconds
FOUTE_POGINGEN, BEWAARBEURTEN = 30, 300  # per window: wrong links of one address, posts on one link


class Sleutel(Protocol):
    """The row behind an address."""

    pk: UUID
    doel: str
    ontvanger_naam: str


@dataclass(frozen=True, slots=True)
class Weg:
    """How somebody came to a link: with the address itself, or signed in at the organisation it is for."""

    adres: str  # where the form posts to
    kader: str  # the layout around it
    naam: str  # who it is, as far as we know
    klaar: str  # where to go when the link is used up


Behandelaar = Callable[[HttpRequest, Any, Weg], HttpResponse]


@dataclass(frozen=True, slots=True)
class Sjablonen:
    kader: str
    bedankt: str
    werkt_niet: str


@dataclass(frozen=True, slots=True)
class Deur:
    """One kind of link: how it is opened, and the pages behind it.

    `openen(token, vandaag=…)` gives the row inside its own scope, or None. `geopend(link=…, nu=…)` notes the first
    touch. `klaar` is the URL name of the page that says thanks.
    """

    openen: Callable[..., AbstractContextManager[Any]]
    geopend: Callable[..., None]
    sjablonen: Sjablonen
    klaar: str
    _behandelaars: dict[str, Behandelaar] = field(default_factory=dict)

    def behandelt(self, doel: str) -> Callable[[Behandelaar], Behandelaar]:
        """Register the page of one purpose."""

        def registreer(behandelaar: Behandelaar) -> Behandelaar:
            self._behandelaars[doel] = behandelaar
            return behandelaar

        return registreer

    def toon(self, request: HttpRequest, link: Sleutel, weg: Weg) -> HttpResponse:
        """The page of the purpose of this link; one that is over while somebody looks is like none."""
        behandelaar = self._behandelaars.get(link.doel)
        if behandelaar is None:
            return self.werkt_niet(request)
        try:
            if request.method == "POST":
                self.geopend(link=link, nu=timezone.now())
                if "geopend" in request.POST:
                    return HttpResponse(status=204)
            return behandelaar(request, link, weg)
        except LinkOngeldig:
            return self.werkt_niet(request)

    def werkt_niet(self, request: HttpRequest, status: int = 404) -> HttpResponse:
        return render(request, self.sjablonen.werkt_niet, status=status)

    def ingang(self) -> Callable[[HttpRequest, str], HttpResponse]:
        """The view of an address."""

        @csrf_exempt
        @login_not_required
        @sensitive_variables()
        @sensitive_post_parameters()
        @require_http_methods(["GET", "HEAD", "POST"])
        def ingang(request: HttpRequest, token: str) -> HttpResponse:
            return _afgeschermd(self._antwoord(request, token, timezone.localdate()))

        return ingang

    def bedankt(self) -> Callable[[HttpRequest], HttpResponse]:
        """The view after an answer. It says nothing about whom or what, so it needs no link."""

        @login_not_required
        @require_http_methods(["GET", "HEAD"])
        def bedankt(request: HttpRequest) -> HttpResponse:
            return _afgeschermd(render(request, self.sjablonen.bedankt))

        return bedankt

    def _antwoord(self, request: HttpRequest, token: str, vandaag: date) -> HttpResponse:
        wie = _van_waar(request)
        if limiet.geteld("link-fout", wie) >= FOUTE_POGINGEN or _te_druk(request, token):
            return self.werkt_niet(request, status=429)
        with self.openen(token, vandaag=vandaag) as link, pghistory.context(link=str(link and link.pk)):
            if link is None:
                limiet.tel("link-fout", wie, seconden=VENSTER)
                antwoord = self.werkt_niet(request)
            else:
                weg = Weg(request.path, self.sjablonen.kader, link.ontvanger_naam, reverse(self.klaar))
                antwoord = self.toon(request, link, weg)
            if antwoord.status_code >= 400:
                transaction.set_rollback(True)
        return antwoord


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
