from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, eis_recht, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms.opvolging import EvaluatieForm, VerzettenForm
from trajecten.models import Evaluatie, Termijn
from trajecten.selectors import client as selectors
from trajecten.views.actie import actie_pagina


@require_http_methods(["GET", "POST"])
@require(Recht.EVALUATIE_BEKIJKEN)
def evaluatie(request: GebiedRequest, evaluatie_id: UUID) -> HttpResponse:
    """Fill in, keep for later (knop bewaren), or finish (knop afronden)."""
    een_evaluatie = get_object_or_404(Evaluatie.objects.select_related("traject__client"), pk=evaluatie_id)
    vandaag = timezone.localdate()
    form = EvaluatieForm(request.POST or None, evaluatie=een_evaluatie, vandaag=vandaag)
    een_client = een_evaluatie.traject.client
    if request.method == "POST":
        eis_recht(request, Recht.TRAJECT_BEWERKEN)
    afronden = "afronden" in request.POST

    def bewaar() -> None:
        if afronden:
            services.evaluatie_afronden(
                evaluatie=een_evaluatie, **form.opdracht(), door=request.toegang, vandaag=vandaag
            )
        else:
            services.evaluatie_bewaren(evaluatie=een_evaluatie, **form.opdracht(), door=request.toegang)

    if gelukt(form, bewaar):
        messages.success(request, "De evaluatie is afgerond." if afronden else "Bewaard. Je kunt later verder.")
        return redirect(gebied_url("trajecten:evaluaties", een_client.pk))
    services.client_lezen(client=een_client, pagina="evaluatie", door=request.toegang)
    context = {
        "evaluatie": een_evaluatie,
        "client": een_client,
        "form": form,
        "vorige": selectors.vorige_evaluatie(een_evaluatie),
        "is_vast": bool(een_evaluatie.uitgevoerd_op or een_evaluatie.geannuleerd_op),
    }
    return render(request, "trajecten/evaluatie.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def termijn_verzetten(request: GebiedRequest, termijn_id: UUID) -> HttpResponse:
    termijn = get_object_or_404(Termijn.objects.select_related("traject__client"), pk=termijn_id)
    vandaag = timezone.localdate()
    form = VerzettenForm(request.POST or None)
    een_client = termijn.traject.client
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    if gelukt(form, lambda: services.termijn_verzetten(termijn=termijn, **form.cleaned_data, **wie)):
        messages.success(request, "De termijn is verzet.")
        return redirect(gebied_url("trajecten:client", een_client.pk))
    return actie_pagina(
        request,
        client=een_client,
        form=form,
        titel=f"Termijn verzetten: {termijn.omschrijving}",
        knop="Termijn verzetten",
        uitleg=f"Nu gepland op {termijn.vervalt_op:%d/%m/%Y}. De reden blijft bij de termijn staan.",
    )


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def termijn_afhandelen(request: GebiedRequest, termijn_id: UUID) -> HttpResponse:
    termijn = get_object_or_404(Termijn.objects.select_related("traject__client"), pk=termijn_id)
    try:
        services.termijn_afhandelen(termijn=termijn, door=request.toegang, vandaag=timezone.localdate())
    except DomainError as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, f"'{termijn.omschrijving}' is afgehandeld.")
    return redirect(gebied_url("trajecten:client", termijn.traject.client_id))
