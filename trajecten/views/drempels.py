"""The tab of obstacles: what stands in the way of work, how that went, and what is done about it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, eis_recht, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms.drempels import DrempelBijwerkenForm, DrempelForm, DrempelHeropenenForm
from trajecten.models import Drempel, Traject
from trajecten.selectors import client as clientselectors
from trajecten.selectors import drempels as selectors
from trajecten.services.drempels import NIET_VOOR_JOU
from trajecten.views.actie import actie_pagina
from trajecten.views.client import haal_client, kader


@require_http_methods(["GET", "POST"])
@require(Recht.DREMPEL_BEKIJKEN)
def drempels(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    een_client = haal_client(client_id)
    form = DrempelForm(request.POST or None)
    een_traject = clientselectors.huidig_traject(een_client)
    if request.method == "POST":
        eis_recht(request, Recht.TRAJECT_BEWERKEN)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    if een_traject and gelukt(
        form, lambda: services.drempel_toevoegen(traject=een_traject, **form.cleaned_data, **wie)
    ):
        messages.success(request, "De drempel is toegevoegd.")
        return redirect(gebied_url("trajecten:drempels", een_client.pk))
    context = kader(request, een_client, "drempels")
    context["form"] = form
    if een_traject:
        context |= _drempels(request, een_traject)
    return render(request, "trajecten/client_drempels.html", context, status=422 if form.errors else 200)


def _drempels(request: GebiedRequest, traject: Traject) -> dict[str, Any]:
    """What the reader may see of it. Reading sensitive obstacles has a line of its own in the read log."""
    vandaag = timezone.localdate()
    ziet = selectors.ziet_gevoelig(traject, request.toegang, vandaag)
    regels = selectors.episodes(traject, ziet_gevoelig=ziet, vandaag=vandaag)
    vorig = selectors.vorig_traject(traject) if traject.is_open else None
    balans = selectors.slotbalans(vorig, ziet_gevoelig=ziet) if vorig else None
    alles = [*regels, *(balans.gebleven if balans else []), *(balans.opgelost if balans else [])]
    if any(regel.is_gevoelig and not regel.is_verborgen for regel in alles):
        services.client_lezen(client=traject.client, pagina="gevoelige drempels", door=request.toegang)
    return {
        "open_drempels": [regel for regel in regels if regel.gesloten_op is None],
        "gesloten_drempels": [regel for regel in regels if regel.gesloten_op is not None],
        "slotbalans": balans,
        "verborgen": any(regel.is_verborgen for regel in alles),
    }


def _haal(drempel_id: UUID) -> Drempel:
    return get_object_or_404(Drempel.objects.select_related("traject__client", "code"), pk=drempel_id)


def _niet_voor_jou(request: GebiedRequest, drempel: Drempel) -> HttpResponse | None:
    """A sensitive obstacle of a file somebody else follows is not opened, and says why."""
    if not drempel.code.gevoelig or selectors.ziet_gevoelig(drempel.traject, request.toegang, timezone.localdate()):
        return None
    messages.warning(request, NIET_VOOR_JOU)
    return redirect(gebied_url("trajecten:drempels", drempel.traject.client_id))


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def drempel(request: GebiedRequest, drempel_id: UUID) -> HttpResponse:
    een_drempel = _haal(drempel_id)
    if weigering := _niet_voor_jou(request, een_drempel):
        return weigering
    een_client = een_drempel.traject.client
    begin = {naam: getattr(een_drempel, naam) for naam in ("ernst", "status", "actie", "partner")}
    form = DrempelBijwerkenForm(request.POST or None, initial=begin)
    terug = gebied_url("trajecten:drempels", een_client.pk)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    if gelukt(form, lambda: services.drempel_bijwerken(drempel=een_drempel, **form.cleaned_data, **wie)):
        messages.success(request, "De drempel is bijgewerkt.")
        return redirect(terug)
    return actie_pagina(
        request,
        client=een_client,
        form=form,
        titel=f"Drempel: {een_drempel.code.label}",
        knop="Bewaren",
        uitleg="Opgelost of aanvaard sluit de drempel af. De geschiedenis blijft bewaard.",
        terug=terug,
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def heropenen(request: GebiedRequest, drempel_id: UUID) -> HttpResponse:
    een_drempel = _haal(drempel_id)
    if weigering := _niet_voor_jou(request, een_drempel):
        return weigering
    een_client = een_drempel.traject.client
    form = DrempelHeropenenForm(request.POST or None, initial={"ernst": een_drempel.ernst or 1})
    terug = gebied_url("trajecten:drempels", een_client.pk)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    if gelukt(form, lambda: services.drempel_heropenen(drempel=een_drempel, **form.cleaned_data, **wie)):
        messages.success(request, "De drempel staat weer open, als een nieuwe episode.")
        return redirect(terug)
    return actie_pagina(
        request,
        client=een_client,
        form=form,
        titel=f"Drempel opnieuw openen: {een_drempel.code.label}",
        knop="Opnieuw openen",
        uitleg="Er begint een nieuwe episode. Wat er vroeger over genoteerd is, blijft zoals het is.",
        terug=terug,
    )
