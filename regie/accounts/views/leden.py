"""Mensen en rollen: who may do what in this gebied, and who is invited."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.accounts import selectors, services
from regie.accounts.filters import LedenFilter
from regie.accounts.forms import BeeindigenForm, UitnodigingForm
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.models import Lidmaatschap
from regie.core.permissions import Recht

PER_PAGINA = 50
VOLGORDES = {
    "naam": ("user__last_name", "user__first_name"),
    "organisatie": ("organisatie__naam", "rol", "user__last_name"),
    "aangemeld": ("user__last_login", "user__last_name"),
}


@require_safe
@require(Recht.LEDEN_BEHEREN)
def leden(request: GebiedRequest) -> HttpResponse:
    vandaag, nu = timezone.localdate(), timezone.now()
    alle = selectors.leden()
    tab = "beeindigd" if request.GET.get("tab") == "beeindigd" else "actief"
    actief, beeindigd = alle.exclude(tot__lt=vandaag), alle.filter(tot__lt=vandaag)
    gefilterd = LedenFilter(request.GET, queryset=beeindigd if tab == "beeindigd" else actief, request=request)
    uitnodigingen = [
        {"uitnodiging": u, "verlopen": selectors.is_verlopen(u, nu)} for u in selectors.lopende_uitnodigingen()
    ]
    context = {
        "filter": gefilterd,
        "pagina": Paginator(_gesorteerd(gefilterd.qs, request), PER_PAGINA).get_page(request.GET.get("pagina")),
        "uitnodigingen": uitnodigingen,
        "tab": tab,
        "behoud": ["tab", "sorteer"],
        "tabs": _tabs(request, tab, actief.count(), beeindigd.count()),
        "vandaag": vandaag,
    }
    return render(request, "accounts/leden.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.LEDEN_BEHEREN)
def uitnodigen(request: GebiedRequest) -> HttpResponse:
    form = UitnodigingForm(request.POST or None)
    if form.is_valid():
        try:
            uitnodiging = services.uitnodiging_versturen(**form.cleaned_data, door=request.toegang, nu=timezone.now())
        except DomainError as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, f"De uitnodiging is verstuurd naar {uitnodiging.email}.")
            return redirect(gebied_url("accounts:leden"))
    return render(request, "accounts/uitnodigen.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@require(Recht.LEDEN_BEHEREN)
def uitnodiging_opnieuw_versturen(request: GebiedRequest, uitnodiging_id: int) -> HttpResponse:
    uitnodiging = get_object_or_404(selectors.lopende_uitnodigingen(), pk=uitnodiging_id)
    doe(
        request,
        lambda: services.uitnodiging_opnieuw_versturen(
            uitnodiging=uitnodiging, door=request.toegang, nu=timezone.now()
        ),
        f"De uitnodiging is opnieuw verstuurd naar {uitnodiging.email}.",
    )
    return redirect(gebied_url("accounts:leden"))


@require_POST
@require(Recht.LEDEN_BEHEREN)
def uitnodiging_intrekken(request: GebiedRequest, uitnodiging_id: int) -> HttpResponse:
    uitnodiging = get_object_or_404(selectors.lopende_uitnodigingen(), pk=uitnodiging_id)
    doe(
        request,
        lambda: services.uitnodiging_intrekken(uitnodiging=uitnodiging, door=request.toegang, nu=timezone.now()),
        f"De uitnodiging van {uitnodiging.email} is ingetrokken. De link werkt niet meer.",
    )
    return redirect(gebied_url("accounts:leden"))


@require_http_methods(["GET", "POST"])
@require(Recht.LEDEN_BEHEREN)
def lidmaatschap_beeindigen(request: GebiedRequest, lidmaatschap_id: int) -> HttpResponse:
    vandaag = timezone.localdate()
    lid = get_object_or_404(selectors.leden(), pk=lidmaatschap_id)
    form = BeeindigenForm(request.POST or None, initial={"tot": vandaag})
    if form.is_valid():
        try:
            services.lidmaatschap_beeindigen(
                lidmaatschap=lid, tot=form.cleaned_data["tot"], door=request.toegang, vandaag=vandaag
            )
        except DomainError as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, f"De rol van {lid.user.naam} eindigt op {form.cleaned_data['tot']:%d/%m/%Y}.")
            return redirect(gebied_url("accounts:leden"))
    context = {"form": form, "lid": lid}
    return render(request, "accounts/beeindigen.html", context, status=422 if form.errors else 200)


def _gesorteerd(leden: QuerySet[Lidmaatschap], request: GebiedRequest) -> QuerySet[Lidmaatschap]:
    sorteer = request.GET.get("sorteer", "")
    velden = VOLGORDES.get(sorteer.removeprefix("-"), VOLGORDES["naam"])
    teken = "-" if sorteer.startswith("-") else ""
    return leden.order_by(f"{teken}{velden[0]}", *velden[1:], "pk")


def _tabs(request: GebiedRequest, tab: str, actief: int, beeindigd: int) -> list[dict[str, Any]]:
    url = gebied_url("accounts:leden")
    return [
        {"label": "Actief", "url": url, "actief": tab == "actief", "aantal": actief},
        {"label": "Beëindigd", "url": f"{url}?tab=beeindigd", "actief": tab == "beeindigd", "aantal": beeindigd},
    ]
