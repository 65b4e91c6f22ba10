"""What somebody does with one deadline: move it, let it sleep, wake it, tick it, and undo that."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.notatie import datum
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms.opvolging import VerzettenForm
from trajecten.forms.taken import SluimerForm
from trajecten.models import EigenTaak, Termijn
from trajecten.views.actie import actie_pagina

TERUG = {"dag": "trajecten:mijn_dag", "taken": "trajecten:taken"}


def _haal(termijn_id: UUID) -> Termijn:
    return get_object_or_404(Termijn.objects.select_related("traject__client"), pk=termijn_id)


def _terug(request: GebiedRequest, termijn: Termijn | None) -> str:
    """Where the page was opened from; the client when it does not say."""
    naam = TERUG.get(request.GET.get("terug", ""))
    if naam or termijn is None:
        return gebied_url(naam or TERUG["taken"])
    return gebied_url("trajecten:client", termijn.traject.client_id)


def _ongedaan(request: GebiedRequest, naam: str, pk: UUID) -> str:
    terug = request.GET.get("terug", "")
    return gebied_url(naam, pk) + (f"?terug={terug}" if terug in TERUG else "")


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def verzetten(request: GebiedRequest, termijn_id: UUID) -> HttpResponse:
    termijn = _haal(termijn_id)
    form = VerzettenForm(request.POST or None)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    if gelukt(form, lambda: services.termijn_verzetten(termijn=termijn, **form.cleaned_data, **wie)):
        messages.success(request, "De termijn is verzet.")
        return redirect(_terug(request, termijn))
    return actie_pagina(
        request,
        client=termijn.traject.client,
        form=form,
        titel=f"Termijn verzetten: {termijn.omschrijving}",
        knop="Termijn verzetten",
        uitleg=f"Nu gepland op {datum(termijn.vervalt_op)}. De reden blijft bij de termijn staan.",
        terug=_terug(request, termijn),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def sluimeren(request: GebiedRequest, termijn_id: UUID) -> HttpResponse:
    termijn, vandaag = _haal(termijn_id), timezone.localdate()
    form = SluimerForm(request.POST or None)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    if gelukt(form, lambda: services.termijn_sluimeren(termijn=termijn, **form.cleaned_data, **wie)):
        tot = datum(form.cleaned_data["tot"])
        ongedaan = _ongedaan(request, "trajecten:termijn_wekken", termijn.pk)
        messages.success(request, f"'{termijn.omschrijving}' sluimert tot {tot}.", extra_tags=f"ongedaan={ongedaan}")
        return redirect(_terug(request, termijn))
    laatst = datum(services.sluimer_tot_hoogstens(vandaag))
    return actie_pagina(
        request,
        client=termijn.traject.client,
        form=form,
        titel=f"Laten sluimeren: {termijn.omschrijving}",
        knop="Laten sluimeren",
        uitleg=f"Je krijgt tot die dag geen herinnering, daarna komt het vanzelf terug. Het kan tot {laatst}. "
        f"De termijn zelf blijft {datum(termijn.vervalt_op)}.",
        terug=_terug(request, termijn),
    )


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def wekken(request: GebiedRequest, termijn_id: UUID) -> HttpResponse:
    termijn = _haal(termijn_id)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    tekst = f"'{termijn.omschrijving}' sluimert niet meer."
    doe(request, lambda: services.termijn_wekken(termijn=termijn, **wie), tekst)
    return redirect(_terug(request, termijn))


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def afhandelen(request: GebiedRequest, termijn_id: UUID) -> HttpResponse:
    termijn = _haal(termijn_id)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    ongedaan = _ongedaan(request, "trajecten:termijn_heropenen", termijn.pk)
    tekst = f"'{termijn.omschrijving}' is afgehandeld."
    doe(request, lambda: services.termijn_afhandelen(termijn=termijn, **wie), tekst, ongedaan=ongedaan)
    return redirect(_terug(request, termijn))


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def heropenen(request: GebiedRequest, termijn_id: UUID) -> HttpResponse:
    termijn = _haal(termijn_id)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    tekst = f"'{termijn.omschrijving}' staat weer open."
    doe(request, lambda: services.termijn_heropenen(termijn=termijn, **wie), tekst)
    return redirect(_terug(request, termijn))


@require_POST
@require(Recht.CLIENT_BEWERKEN)
def eigen_taak_klaar(request: GebiedRequest, taak_id: UUID) -> HttpResponse:
    return _zet_eigen_taak(request, taak_id, timezone.localdate(), klaar=True)


@require_POST
@require(Recht.CLIENT_BEWERKEN)
def eigen_taak_heropenen(request: GebiedRequest, taak_id: UUID) -> HttpResponse:
    return _zet_eigen_taak(request, taak_id, timezone.localdate(), klaar=False)


def _zet_eigen_taak(request: GebiedRequest, taak_id: UUID, vandaag: date, *, klaar: bool) -> HttpResponse:
    """A task of a colleague does not exist for you."""
    taak = get_object_or_404(EigenTaak, pk=taak_id, voor_id=request.toegang.user_id)
    ongedaan = _ongedaan(request, "trajecten:eigen_taak_heropenen", taak.pk) if klaar else ""
    tekst = f"'{taak.omschrijving}' is afgehandeld." if klaar else f"'{taak.omschrijving}' staat weer open."
    doe(
        request,
        lambda: services.eigen_taak_zetten(taak=taak, klaar=klaar, door=request.toegang, vandaag=vandaag),
        tekst,
        ongedaan=ongedaan,
    )
    return redirect(_terug(request, None))
