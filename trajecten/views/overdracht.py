"""Moving house: asking, answering, and the page with both sides."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.accounts.models import User
from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.notatie import datum
from regie.core.permissions import Recht
from trajecten.forms.overdracht import OverdrachtForm, OvernameForm, WeigerForm
from trajecten.models import Overdracht, Overname
from trajecten.selectors import overdracht as selectors
from trajecten.selectors.client import huidig_traject
from trajecten.services import client_lezen
from trajecten.services import overdracht as services
from trajecten.views.actie import actie_pagina
from trajecten.views.beheer import beheer_tabs
from trajecten.views.client import haal_client


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def overdragen(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    """The form that asks another OCMW to take over."""
    client = haal_client(client_id)
    traject = huidig_traject(client)
    vandaag = timezone.localdate()
    user = User.objects.get(pk=request.toegang.user_id)
    form = OverdrachtForm(request.POST or None, eigenaar=client.eigenaar, user=user, vandaag=vandaag)

    def vraag() -> None:
        if traject is None:
            raise DomainError("Er is geen open traject om over te dragen.")
        services.overdracht_aanvragen(traject=traject, aanvraag=form.aanvraag(), door=request.toegang, vandaag=vandaag)

    if gelukt(form, vraag):
        naar = form.cleaned_data["naar"].naam
        messages.success(request, f"De vraag is verstuurd aan {naar}. Je ziet hier wat ze antwoorden.")
        return redirect(gebied_url("trajecten:overdrachten"))
    return actie_pagina(
        request,
        client=client,
        form=form,
        titel="Overdragen aan een ander OCMW",
        knop="Vraag versturen",
        template="trajecten/overdragen.html",
        bezwaren=services.bezwaren_overdracht(traject),
        blijft=selectors.BLIJFT,
    )


@require_safe
@require(Recht.TRAJECT_BEWERKEN)
def overdrachten(request: GebiedRequest) -> HttpResponse:
    context = {
        "inkomend": selectors.inkomend(),
        "uitgaand": selectors.uitgaand(),
        "tabs": beheer_tabs(request, "overdrachten"),
        "vandaag": timezone.localdate(),
    }
    return render(request, "trajecten/overdrachten.html", context)


def _haal_overdracht(overdracht_id: UUID) -> Overdracht:
    return get_object_or_404(Overdracht.objects.select_related("client", "door", "naar_gebied"), pk=overdracht_id)


@require_safe
@require(Recht.TRAJECT_BEWERKEN)
def overdracht(request: GebiedRequest, overdracht_id: UUID) -> HttpResponse:
    rij = _haal_overdracht(overdracht_id)
    client_lezen(client=rij.client, pagina="overdracht", door=request.toegang)
    gegevens = [
        ("Aan", f"{rij.naar_naam} ({rij.naar_gebied})"),
        ("Gevraagd", f"{datum(rij.created_at.date())} door {rij.door.naam}"),
        ("Overnemen kan vanaf", datum(rij.datum)),
        ("Reden", rij.get_reden_display()),
        ("Cliënt stemde in", f"{rij.get_instemming_display()}, {datum(rij.instemming_op)}"),
        ("Gaat mee", ", ".join(selectors.delen_in_woorden(rij.onderdelen))),
        ("Te bellen", f"{rij.contact_naam}, {rij.contact_telefoon}"),
        ("Vervalt na", datum(rij.vervalt_op)),
    ]
    context = {
        "overdracht": rij,
        "client": rij.client,
        "gegevens": gegevens,
        "is_gewijzigd": selectors.is_gewijzigd(rij),
    }
    return render(request, "trajecten/overdracht.html", context)


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def overdracht_intrekken(request: GebiedRequest, overdracht_id: UUID) -> HttpResponse:
    rij = _haal_overdracht(overdracht_id)
    doe(
        request,
        lambda: services.overdracht_intrekken(overdracht=rij, door=request.toegang, vandaag=timezone.localdate()),
        "De vraag is ingetrokken. Het pakket is gewist.",
    )
    return redirect(gebied_url("trajecten:overdracht", rij.pk))


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def overdracht_vernieuwen(request: GebiedRequest, overdracht_id: UUID) -> HttpResponse:
    rij = _haal_overdracht(overdracht_id)
    doe(
        request,
        lambda: services.pakket_vernieuwen(overdracht=rij, door=request.toegang),
        "Het pakket bevat nu de stand van vandaag.",
    )
    return redirect(gebied_url("trajecten:overdracht", rij.pk))


def _haal_overname(overname_id: UUID) -> Overname:
    rijen = Overname.objects.select_related("eigenaar", "van_gebied", "client", "beslist_door")
    return get_object_or_404(rijen, pk=overname_id)


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def overname(request: GebiedRequest, overname_id: UUID) -> HttpResponse:
    """Who asks, whom to ring, which kinds of data. About whom it is, is read after accepting only."""
    rij = _haal_overname(overname_id)
    vandaag = timezone.localdate()
    form = OvernameForm(request.POST or None, organisatie_id=rij.eigenaar_id, vandaag=vandaag)
    uit: dict[str, Any] = {}

    def neem_over() -> None:
        wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
        uit["traject"] = services.overname_aanvaarden(overname=rij, **form.opdracht(), **wie)

    if rij.is_open and gelukt(form, neem_over):
        messages.success(request, f"Het dossier is overgenomen van {rij.van_naam}. De data tellen door.")
        return redirect(gebied_url("trajecten:client", uit["traject"].client_id))
    gegevens = [
        ("Vraag van", f"{rij.van_naam} ({rij.van_gebied})"),
        ("Te bellen", f"{rij.contact_naam}, {rij.contact_telefoon}"),
        ("Gevraagd", datum(rij.created_at.date())),
        ("Overnemen kan vanaf", datum(rij.datum)),
        ("Vervalt na", datum(rij.vervalt_op)),
    ]
    context = {
        "overname": rij,
        "gegevens": gegevens,
        "delen": selectors.delen_in_woorden(rij.onderdelen),
        "form": form,
        "te_vroeg": vandaag < rij.datum,
    }
    return render(request, "trajecten/overname.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def overname_weigeren(request: GebiedRequest, overname_id: UUID) -> HttpResponse:
    rij = _haal_overname(overname_id)
    form = WeigerForm(request.POST or None)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    if gelukt(form, lambda: services.overname_weigeren(overname=rij, **form.cleaned_data, **wie)):
        messages.success(request, f"{rij.van_naam} leest je antwoord en je voorstel.")
        return redirect(gebied_url("trajecten:overdrachten"))
    context = {"overname": rij, "form": form}
    return render(request, "trajecten/overname_weigeren.html", context, status=422 if form.errors else 200)
