"""Dossiers past their retention period: the lead sees which, confirms, and may still change their mind."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from regie.core import notatie
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.models import Wissing
from trajecten.selectors.bewaring import bewaring
from trajecten.views.selectie import aangevinkt

PAGINA = "trajecten:bewaring"


@require_safe
@require(Recht.DOSSIER_BEHEREN)
def overzicht(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    acties = [{"label": "Laten wissen", "url": gebied_url("trajecten:wissing_aankondigen")}]
    context = {"stand": bewaring(vandaag), "vandaag": vandaag, "bulkacties": acties}
    return render(request, "trajecten/bewaring.html", context)


@require_POST
@require(Recht.DOSSIER_BEHEREN)
def aankondigen(request: GebiedRequest) -> HttpResponse:
    """First the consequences in words; then, with the tick, the announcement itself."""
    vandaag, ids = timezone.localdate(), aangevinkt(request)
    stand = bewaring(vandaag)
    gekozen = [client for client in stand.te_wissen if client.pk in set(ids)]
    if not gekozen:
        messages.info(request, "Kies eerst een of meer dossiers in de lijst.")
        return redirect(gebied_url(PAGINA))
    fout = ""
    if "bevestigd" in request.POST:
        try:
            rijen = services.wissing_aankondigen(ids=ids, door=request.toegang, vandaag=vandaag)
        except DomainError as weigering:
            fout = str(weigering)
        else:
            aantal = notatie.meervoud(len(rijen), "dossier", "dossiers")
            op = notatie.datum(rijen[0].uitvoeren_op)
            messages.success(request, f"{aantal} aangekondigd. Tot {op} kun je nog kiezen om te bewaren.")
            return redirect(gebied_url(PAGINA))
    context = {"gekozen": gekozen, "stand": stand, "fout": fout}
    return render(request, "trajecten/wissing_bevestigen.html", context, status=422 if fout else 200)


@require_POST
@require(Recht.DOSSIER_BEHEREN)
def intrekken(request: GebiedRequest, wissing_id: UUID) -> HttpResponse:
    wissing = get_object_or_404(Wissing, pk=wissing_id)
    doe(
        request,
        lambda: services.wissing_intrekken(wissing=wissing, door=request.toegang),
        "Dit dossier blijft bewaard.",
    )
    return redirect(gebied_url(PAGINA))
