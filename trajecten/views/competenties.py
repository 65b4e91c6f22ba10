"""Competences and certificates of a client, and the sheet one prints for them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms.competenties import AttestForm, CompetentieForm
from trajecten.models import Attest, ClientCompetentie
from trajecten.selectors.competenties import competentieprofiel
from trajecten.views.actie import actie_pagina
from trajecten.views.client import haal_client


@require_safe
@require(Recht.EVALUATIE_BEKIJKEN)
def competenties(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    client = haal_client(client_id)
    services.client_lezen(client=client, pagina="competenties", door=request.toegang)
    context = {
        "client": client,
        "profiel": competentieprofiel(client),
        "vandaag": timezone.localdate(),
        "mag_bewerken": request.toegang.mag(Recht.TRAJECT_BEWERKEN),
    }
    return render(request, "trajecten/competenties/client.html", context)


@require_safe
@require(Recht.EVALUATIE_BEKIJKEN)
def blad(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    """One page for the client: what they can do, in plain words. No obstacles, no number, no scores in figures."""
    client = haal_client(client_id)
    services.client_lezen(client=client, pagina="competentieblad", door=request.toegang)
    profiel = competentieprofiel(client)
    context = {
        "client": client,
        "profiel": profiel,
        "vandaag": timezone.localdate(),
        "sterk": [rij for rij in (*profiel.attitudes, *profiel.generiek) if rij.laatste >= 3],
        "groeit": [rij for rij in (*profiel.attitudes, *profiel.generiek) if rij.laatste < 3],
        "attesten": [a for a in profiel.attesten if a.geldig_tot is None or a.geldig_tot >= timezone.localdate()],
    }
    return render(request, "trajecten/competenties/blad.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def competentie_noteren(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    client, vandaag = haal_client(client_id), timezone.localdate()
    form = CompetentieForm(request.POST or None, client=client, vandaag=vandaag)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    terug = gebied_url("trajecten:competenties", client.pk)
    if gelukt(form, lambda: services.competentie_noteren(client=client, **form.cleaned_data, **wie)):
        messages.success(request, "De competentie is genoteerd.")
        return redirect(terug)
    return actie_pagina(
        request,
        client=client,
        form=form,
        titel="Competentie noteren",
        knop="Competentie bewaren",
        uitleg="Staat ze er al, dan geldt voortaan dit niveau.",
        terug=terug,
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def attest_toevoegen(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    client, vandaag = haal_client(client_id), timezone.localdate()
    form = AttestForm(request.POST or None, client=client, vandaag=vandaag)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    terug = gebied_url("trajecten:competenties", client.pk)
    if gelukt(form, lambda: services.attest_toevoegen(client=client, **form.cleaned_data, **wie)):
        messages.success(request, "Het attest is toegevoegd.")
        return redirect(terug)
    return actie_pagina(
        request, client=client, form=form, titel="Attest toevoegen", knop="Attest bewaren", terug=terug
    )


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def competentie_wissen(request: GebiedRequest, competentie_id: UUID) -> HttpResponse:
    rijen = ClientCompetentie.objects.select_related("client", "competentie")
    rij = get_object_or_404(rijen, pk=competentie_id)
    services.competentie_wissen(competentie=rij, door=request.toegang, vandaag=timezone.localdate())
    messages.success(request, "De competentie is gewist.")
    return redirect(gebied_url("trajecten:competenties", rij.client_id))


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def attest_wissen(request: GebiedRequest, attest_id: UUID) -> HttpResponse:
    attest = get_object_or_404(Attest.objects.select_related("client"), pk=attest_id)
    services.attest_wissen(attest=attest, door=request.toegang, vandaag=timezone.localdate())
    messages.success(request, "Het attest is gewist.")
    return redirect(gebied_url("trajecten:competenties", attest.client_id))
