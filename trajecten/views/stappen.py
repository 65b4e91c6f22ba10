"""Steps of a running traject: one page per thing to do, all of the same shape."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms import stappen as forms
from trajecten.forms.opvolging import DocumentenForm
from trajecten.models import Instrument, Stap
from trajecten.selectors.instrumenten import mogelijkheden, stappen_van
from trajecten.selectors.overgangen import plaatsing_van
from trajecten.views.actie import actie_pagina
from trajecten.views.verloop import haal_traject


def haal_stap(stap_id: UUID) -> Stap:
    return get_object_or_404(Stap.objects.select_related("traject__client", "instrument"), pk=stap_id)


def _terug(stap: Stap) -> str:
    return gebied_url("trajecten:traject", stap.traject.client_id)


def _wie(request: GebiedRequest) -> dict[str, Any]:
    return {"door": request.toegang, "vandaag": timezone.localdate()}


@require_safe
@require(Recht.TRAJECT_BEWERKEN)
def nieuw(request: GebiedRequest, traject_id: UUID) -> HttpResponse:
    """Which instruments can start today, and why the others cannot."""
    traject = haal_traject(traject_id)
    vandaag = timezone.localdate()
    services.client_lezen(client=traject.client, pagina="stap_nieuw", door=request.toegang)
    alle = mogelijkheden(traject, stappen_van(traject), vandaag)
    context = {
        "client": traject.client,
        "traject": traject,
        "kan": [m for m in alle if m.kan],
        "kan_niet": [m for m in alle if not m.kan],
        "terug": gebied_url("trajecten:traject", traject.client_id),
    }
    return render(request, "trajecten/stap_nieuw.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def toevoegen(request: GebiedRequest, traject_id: UUID, instrument_code: str) -> HttpResponse:
    traject = haal_traject(traject_id)
    instrument = get_object_or_404(Instrument, pk=instrument_code)
    vandaag = timezone.localdate()
    form = forms.NieuweStapForm(request.POST or None, traject=traject, instrument=instrument, vandaag=vandaag)
    if gelukt(form, lambda: services.stap_toevoegen(traject=traject, **form.opdracht(), **_wie(request))):
        messages.success(request, "De stap is gepland.")
        return redirect(gebied_url("trajecten:traject", traject.client_id))
    return actie_pagina(
        request,
        client=traject.client,
        form=form,
        titel=f"Nieuwe stap: {instrument.naam}",
        knop="Stap plannen",
        uitleg="De stap staat daarna bij Traject en plaatsing. Je start ze op de dag zelf.",
        terug=gebied_url("trajecten:stap_nieuw", traject.pk),
        template="trajecten/stap.html",
        traject=traject,
        instrument=instrument,
    )


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def einddatum(request: GebiedRequest, traject_id: UUID) -> HttpResponse:
    """What the rule gives for the start and fraction typed so far; saves nothing."""
    traject = haal_traject(traject_id)
    instrument = Instrument.objects.filter(pk=request.GET.get("instrument", "")).first() or traject.instrument
    form = forms.PlaatsingForm(request.POST, traject=traject, instrument=instrument, vandaag=timezone.localdate())
    form.is_valid()
    schoon = form.cleaned_data
    context: dict[str, Any] = {}
    if instrument and schoon.get("start") and schoon.get("breuk", 1):
        try:
            context["einde"], context["regel"] = services.voorstel_einde(
                traject=traject,
                instrument_code=instrument.pk,
                start=schoon["start"],
                breuk=schoon.get("breuk", 1),
                bewezen_dagen=schoon.get("bewezen_dagen") or 0,
                regime=form.regime(),
            )
        except DomainError as fout:
            context["fout"] = str(fout)
    gekozen, einde = schoon.get("einde_voorzien"), context.get("einde")
    context["overschrijdt"] = gekozen if gekozen and einde and gekozen > einde else None
    return render(request, "trajecten/_einddatum.html", context)


def _stap_pagina(
    request: GebiedRequest,
    stap: Stap,
    form: BaseForm,
    opdracht: Callable[[], object],
    *,
    klaar: str,
    titel: str,
    knop: str,
    uitleg: str = "",
) -> HttpResponse:
    if gelukt(form, opdracht):
        messages.success(request, klaar)
        return redirect(_terug(stap))
    return actie_pagina(
        request,
        client=stap.traject.client,
        form=form,
        titel=titel,
        knop=knop,
        uitleg=uitleg,
        terug=_terug(stap),
        traject=stap.traject,
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def starten(request: GebiedRequest, stap_id: UUID) -> HttpResponse:
    stap = haal_stap(stap_id)
    form = forms.StapStartenForm(request.POST or None)
    return _stap_pagina(
        request,
        stap,
        form,
        lambda: services.stap_starten(stap=stap, **form.cleaned_data, **_wie(request)),
        klaar="De stap loopt.",
        titel=f"Stap starten: {stap.instrument.naam}",
        knop="Stap starten",
        uitleg="De documenten die voor de start nodig zijn, staan bij de stap.",
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def beeindigen(request: GebiedRequest, stap_id: UUID) -> HttpResponse:
    stap = haal_stap(stap_id)
    form = forms.StapBeeindigenForm(request.POST or None, stap=stap, vandaag=timezone.localdate())
    return _stap_pagina(
        request,
        stap,
        form,
        lambda: services.stap_beeindigen(stap=stap, **form.cleaned_data, **_wie(request)),
        klaar="De stap is beëindigd. Het traject loopt verder.",
        titel=f"Stap beëindigen: {stap.instrument.naam}",
        knop="Stap beëindigen",
        uitleg="Alleen deze stap eindigt. Stroomt de cliënt uit? Noteer dan de uitstroom van het traject.",
    )


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def wissen(request: GebiedRequest, stap_id: UUID) -> HttpResponse:
    """Take back a step that has not started."""
    stap = haal_stap(stap_id)
    terug = _terug(stap)
    doe(
        request,
        lambda: services.stap_wissen(stap=stap, **_wie(request)),
        f"De geplande stap {stap.instrument} is gewist.",
    )
    return redirect(terug)


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def documenten(request: GebiedRequest, stap_id: UUID) -> HttpResponse:
    """When the papers of this step were signed."""
    stap = haal_stap(stap_id)
    form = DocumentenForm(request.POST or None, stap=stap, plaatsing=plaatsing_van(stap))
    return _stap_pagina(
        request,
        stap,
        form,
        lambda: services.documenten_noteren(stap=stap, velden=form.cleaned_data, **_wie(request)),
        klaar="De handtekeningen zijn genoteerd.",
        titel=f"Documenten: {stap.instrument.naam}",
        knop="Bewaren",
        uitleg="Laat leeg wat nog niet getekend of ontvangen is.",
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def plaats(request: GebiedRequest, stap_id: UUID) -> HttpResponse:
    stap = haal_stap(stap_id)
    form = forms.PlaatsForm(request.POST or None, stap=stap, vandaag=timezone.localdate())
    return _stap_pagina(
        request,
        stap,
        form,
        lambda: services.plaats_wijzigen(stap=stap, **form.opdracht(), **_wie(request)),
        klaar="De nieuwe plaats is bewaard. De vorige eindigt de dag ervoor.",
        titel=f"Andere plaats: {stap.instrument.naam}",
        knop="Plaats bewaren",
        uitleg="De arbeidsovereenkomst en de einddatum blijven. Voor de nieuwe plaats is een eigen TBS nodig.",
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def uren(request: GebiedRequest, stap_id: UUID) -> HttpResponse:
    """Hours of wijk-werken, a box per month; what comes near a limit is said after saving."""
    stap = haal_stap(stap_id)
    form = forms.UrenForm(request.POST or None, stap=stap, vandaag=timezone.localdate())
    standen: list[Any] = []
    if gelukt(form, lambda: standen.extend(services.uren_noteren(stap=stap, **form.opdracht(), **_wie(request)))):
        messages.success(request, "De uren zijn bewaard.")
        for stand in standen:
            over = f"nog {stand.over} uur" if stand.over else "geen uren meer"
            messages.warning(request, f"{stand.wat}: {stand.uren} uur wijk-werken, {over} over.")
        return redirect(_terug(stap))
    return actie_pagina(
        request,
        client=stap.traject.client,
        form=form,
        titel="Uren wijk-werken",
        knop="Uren bewaren",
        uitleg="Vul per maand de begonnen uren in. Laat leeg wat je nog niet weet.",
        terug=_terug(stap),
        template="trajecten/uren.html",
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def beslissing(request: GebiedRequest, stap_id: UUID) -> HttpResponse:
    stap = haal_stap(stap_id)
    form = forms.BeslissingForm(request.POST or None)
    return _stap_pagina(
        request,
        stap,
        form,
        lambda: services.imw_beslissing_noteren(stap=stap, **form.opdracht(), **_wie(request)),
        klaar="De beslissing is bewaard. De einddatum volgt eruit.",
        titel="Beslissing individueel maatwerk",
        knop="Beslissing bewaren",
        uitleg="Een eerste beslissing of een hernieuwing. De jaren tellen vanaf het kwartaal van de beslissing.",
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def gpmi(request: GebiedRequest, traject_id: UUID) -> HttpResponse:
    traject = haal_traject(traject_id)
    vandaag = timezone.localdate()
    form = forms.GpmiForm(request.POST or None, traject=traject, vandaag=vandaag)
    terug = gebied_url("trajecten:traject", traject.client_id)
    if gelukt(form, lambda: services.gpmi_evaluatie_noteren(traject=traject, **form.opdracht(), **_wie(request))):
        messages.success(request, "De GPMI-evaluatie is genoteerd.")
        return redirect(terug)
    return actie_pagina(
        request,
        client=traject.client,
        form=form,
        titel="GPMI evalueren",
        knop="Evaluatie bewaren",
        uitleg="Minstens drie keer per jaar, waarvan twee keer in persoon.",
        terug=terug,
        traject=traject,
    )
