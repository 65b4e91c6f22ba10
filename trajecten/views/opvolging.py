from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms.opvolging import VerzettenForm
from trajecten.models import Termijn
from trajecten.views.actie import actie_pagina


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
