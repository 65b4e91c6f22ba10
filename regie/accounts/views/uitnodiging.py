"""What the receiver of an invitation sees. The only page of ours that somebody without an account can open."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from regie.accounts import services
from regie.accounts.forms import AccountMakenForm
from regie.accounts.models import Uitnodiging, User
from regie.core.exceptions import DomainError

SESSIE = "uitnodiging"  # the secret of the link, so that it leaves the address bar and survives a sign-in


@never_cache
@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def uitnodiging(request: HttpRequest) -> HttpResponse:
    """Open the link, then make an account, or accept with the account one already has."""
    if "sleutel" in request.GET:
        request.session[SESSIE] = request.GET["sleutel"]
        return redirect("account:uitnodiging")
    try:
        gevonden = services.uitnodiging_zoeken(request.session.get(SESSIE, ""), nu=timezone.now())
    except services.UitnodigingOngeldig as fout:
        return render(request, "accounts/uitnodiging_ongeldig.html", {"melding": str(fout)}, status=410)
    if request.user.is_authenticated:
        return _aanvaarden(request, request.user, gevonden)
    if User.objects.filter(email=gevonden.email).exists():
        return render(request, "accounts/uitnodiging_aanmelden.html", {"uitnodiging": gevonden})
    return _account_maken(request, gevonden)


def _aanvaarden(request: HttpRequest, user: User, gevonden: Uitnodiging) -> HttpResponse:
    if user.email.lower() != gevonden.email:
        return render(request, "accounts/uitnodiging_ander_account.html", {"uitnodiging": gevonden}, status=409)
    melding = ""
    if request.method == "POST":
        try:
            services.uitnodiging_aanvaarden(
                uitnodiging=gevonden, user=user, nu=timezone.now(), vandaag=timezone.localdate()
            )
        except DomainError as fout:
            melding = str(fout)
        else:
            return _binnen(request, gevonden)
    context = {"uitnodiging": gevonden, "melding": melding}
    return render(request, "accounts/uitnodiging_aanvaarden.html", context, status=422 if melding else 200)


def _account_maken(request: HttpRequest, gevonden: Uitnodiging) -> HttpResponse:
    form = AccountMakenForm(request.POST or None, uitnodiging=gevonden)
    if form.is_valid():
        try:
            user = services.account_maken(
                uitnodiging=gevonden,
                wachtwoord=form.cleaned_data["wachtwoord"],
                nu=timezone.now(),
                vandaag=timezone.localdate(),
            )
        except DomainError as fout:
            form.add_error(None, str(fout))
        else:
            login(request, user, backend="allauth.account.auth_backends.AuthenticationBackend")
            return _binnen(request, gevonden)
    context = {"form": form, "uitnodiging": gevonden}
    return render(request, "accounts/uitnodiging_account.html", context, status=422 if form.errors else 200)


def _binnen(request: HttpRequest, gevonden: Uitnodiging) -> HttpResponse:
    request.session.pop(SESSIE, None)
    messages.success(request, f"Welkom bij {gevonden.organisatie}.")
    return redirect("regio:thuis", gevonden.gebied.slug)
