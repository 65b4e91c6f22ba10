from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse

from regie.accounts.selectors import TWEEDE_FACTOR
from regie.core.models import Lidmaatschap
from regie.core.permissions import DOSSIERROLLEN

# Pages somebody needs to add a second factor, to sign out, or that hold no data at all.
VRIJ = ("account_", "account:", "mfa_", "usersessions_", "portal:gezond", "portal:klaar")


class TweedeFactorMiddleware:
    """Who may see client data, or the admin, has a second factor (TOTP or passkey) before opening any page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.TWEEDE_FACTOR_VERPLICHT and request.user.is_authenticated and self._moet_eerst(request):
            messages.info(request, "Voeg een tweede stap toe aan je aanmelding. Daarna kun je verder.")
            return redirect(reverse("mfa_index"))
        return self.get_response(request)

    def _moet_eerst(self, request: HttpRequest) -> bool:
        try:
            naam = resolve(request.path_info).view_name or ""
        except Resolver404:
            return False
        if naam.startswith(VRIJ) or request.path_info.startswith(settings.STATIC_URL):
            return False
        return not is_mfa_enabled(request.user, TWEEDE_FACTOR) and self._ziet_clienten(request)

    def _ziet_clienten(self, request: HttpRequest) -> bool:
        if request.user.is_staff:
            return True
        return Lidmaatschap.objects.filter(user=request.user.pk, rol__in=DOSSIERROLLEN).exists()
