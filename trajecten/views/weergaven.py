"""Saved views of the list of clients: keep this one, and the page where they are named, ordered and removed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.permissions import Recht
from trajecten.forms.team import HernoemenForm, WeergaveForm
from trajecten.models import Weergave
from trajecten.selectors import weergaven as selectors
from trajecten.services import weergaven as services


def _haal(request: GebiedRequest, weergave_id: UUID) -> Weergave:
    """One's own or the team's; somebody else's own view does not exist."""
    zichtbaar = {rij.pk: rij for rij in selectors.weergaven(request.toegang.user_id)}
    return zichtbaar.get(weergave_id) or get_object_or_404(Weergave.objects.none())


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEKIJKEN)
def bewaren(request: GebiedRequest) -> HttpResponse:
    """The list stands in the address of this page, as it was on the screen."""
    query = selectors.uit_query(request.GET.dict())
    form = WeergaveForm(request.POST or None, mag_team=request.toegang.mag(Recht.TEAM_BEHEREN))
    gemaakt: list[Weergave] = []
    if gelukt(
        form,
        lambda: gemaakt.append(services.weergave_bewaren(query=query, **form.opdracht(), door=request.toegang)),
    ):
        messages.success(request, f"De weergave '{gemaakt[0].naam}' is bewaard.")
        return redirect(f"{gebied_url('trajecten:lijst')}?{selectors.als_query(gemaakt[0])}")
    context = {"form": form, "terug": f"{gebied_url('trajecten:lijst')}?{request.GET.urlencode()}"}
    return render(request, "trajecten/weergave_bewaren.html", context, status=422 if form.errors else 200)


@require_safe
@require(Recht.CLIENT_BEKIJKEN)
def overzicht(request: GebiedRequest) -> HttpResponse:
    rijen: list[dict[str, Any]] = [
        {
            "weergave": rij,
            "url": f"{gebied_url('trajecten:lijst')}?{selectors.als_query(rij)}",
            "mag": services.mag_wijzigen(rij, request.toegang),
        }
        for rij in selectors.weergaven(request.toegang.user_id)
    ]
    context = {
        "eigen": [rij for rij in rijen if not rij["weergave"].is_team],
        "team": [rij for rij in rijen if rij["weergave"].is_team],
    }
    return render(request, "trajecten/weergaven.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEKIJKEN)
def hernoemen(request: GebiedRequest, weergave_id: UUID) -> HttpResponse:
    weergave = _haal(request, weergave_id)
    form = HernoemenForm(request.POST or None, initial={"naam": weergave.naam})
    if gelukt(form, lambda: services.weergave_hernoemen(weergave=weergave, **form.cleaned_data, door=request.toegang)):
        messages.success(request, "De weergave heeft een nieuwe naam.")
        return redirect(gebied_url("trajecten:weergaven"))
    context = {"form": form, "weergave": weergave}
    return render(request, "trajecten/weergave_hernoemen.html", context, status=422 if form.errors else 200)


def _doe(request: GebiedRequest, opdracht: Any, klaar: str) -> HttpResponse:
    doe(request, opdracht, klaar)
    return redirect(gebied_url("trajecten:weergaven"))


@require_POST
@require(Recht.CLIENT_BEKIJKEN)
def standaard(request: GebiedRequest, weergave_id: UUID) -> HttpResponse:
    weergave = _haal(request, weergave_id)
    return _doe(
        request,
        lambda: services.standaard_zetten(weergave=weergave, door=request.toegang),
        "Bewaard: zo opent de lijst voortaan.",
    )


@require_POST
@require(Recht.CLIENT_BEKIJKEN)
def hoger(request: GebiedRequest, weergave_id: UUID) -> HttpResponse:
    weergave = _haal(request, weergave_id)
    return _doe(
        request,
        lambda: services.weergave_hoger(weergave=weergave, door=request.toegang),
        f"'{weergave.naam}' staat een plaats hoger.",
    )


@require_POST
@require(Recht.CLIENT_BEKIJKEN)
def verwijderen(request: GebiedRequest, weergave_id: UUID) -> HttpResponse:
    weergave = _haal(request, weergave_id)
    return _doe(
        request,
        lambda: services.weergave_verwijderen(weergave=weergave, door=request.toegang),
        f"De weergave '{weergave.naam}' is verwijderd.",
    )
