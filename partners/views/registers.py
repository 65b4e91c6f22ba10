"""Sector covenants: what the sector promised, and what we do with it here."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.enums import Bijlageonderwerp
from partners.forms.registers import ActieForm, ConvenantForm, VerbintenisForm
from partners.models import LokaleActie, Sectorconvenant, Verbintenis
from partners.selectors import registers as selectors
from partners.selectors.bijlagen import bijlagen_van
from partners.services import registers as services
from partners.views.formulier import formulierpagina
from partners.views.overeenkomsten import partijen
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht

LIJST = "partners:convenanten"


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def convenanten(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    context = {
        "convenanten": selectors.convenanten(),
        "vandaag": vandaag,
        "mag_bewerken": request.toegang.mag(Recht.AFSPRAAK_BEWERKEN),
    }
    return render(request, "partners/registers/convenanten.html", context)


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def convenant(request: GebiedRequest, convenant_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(Sectorconvenant, pk=convenant_id)
    context = {
        "convenant": gevonden,
        "blad": selectors.convenant_blad(gevonden),
        "bijlagen": bijlagen_van(Bijlageonderwerp.CONVENANT, gevonden.pk),
        "vandaag": timezone.localdate(),
        "mag_bewerken": request.toegang.mag(Recht.AFSPRAAK_BEWERKEN),
    }
    return render(request, "partners/registers/convenant.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def convenant_toevoegen(request: GebiedRequest) -> HttpResponse:
    return _convenant(request, None)


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def convenant_bijwerken(request: GebiedRequest, convenant_id: UUID) -> HttpResponse:
    return _convenant(request, get_object_or_404(Sectorconvenant, pk=convenant_id))


def _convenant(request: GebiedRequest, gevonden: Sectorconvenant | None) -> HttpResponse:
    form = ConvenantForm(request.POST or None, initial=begin(gevonden, ConvenantForm))
    terug = (pagina_van(gevonden), str(gevonden)) if gevonden else (gebied_url(LIJST), "Sectorconvenanten")
    return formulierpagina(
        request,
        form,
        titel="Convenant bewerken" if gevonden else "Sectorconvenant toevoegen",
        knop="Bewaren",
        gelukt="Het convenant is bewaard.",
        terug=terug,
        doel=pagina_van,
        dienst=lambda: services.convenant_bewaren(
            convenant=gevonden, gegevens=services.ConvenantGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def verbintenis_toevoegen(request: GebiedRequest, convenant_id: UUID) -> HttpResponse:
    return _verbintenis(request, get_object_or_404(Sectorconvenant, pk=convenant_id), None)


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def verbintenis_bijwerken(request: GebiedRequest, verbintenis_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(Verbintenis.objects.select_related("convenant"), pk=verbintenis_id)
    return _verbintenis(request, gevonden.convenant, gevonden)


def _verbintenis(request: GebiedRequest, convenant: Sectorconvenant, gevonden: Verbintenis | None) -> HttpResponse:
    form = VerbintenisForm(request.POST or None, initial=begin(gevonden, VerbintenisForm))
    return _deel(
        request,
        convenant,
        form,
        titel="Verbintenis bewerken" if gevonden else "Verbintenis toevoegen",
        gelukt="De verbintenis is bewaard.",
        dienst=lambda: services.verbintenis_bewaren(
            convenant=convenant,
            verbintenis=gevonden,
            gegevens=services.VerbintenisGegevens(**form.cleaned_data),
            **_wie(request),
        ),
    )


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def verbintenis_wissen(request: GebiedRequest, verbintenis_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(Verbintenis.objects.select_related("convenant"), pk=verbintenis_id)
    services.verbintenis_wissen(verbintenis=gevonden, door=request.toegang)
    messages.success(request, "De verbintenis is gewist.")
    return redirect(pagina_van(gevonden.convenant))


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def actie_toevoegen(request: GebiedRequest, convenant_id: UUID) -> HttpResponse:
    return _actie(request, get_object_or_404(Sectorconvenant, pk=convenant_id), None)


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def actie_bijwerken(request: GebiedRequest, convenantactie_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(LokaleActie.objects.select_related("convenant"), pk=convenantactie_id)
    return _actie(request, gevonden.convenant, gevonden)


def _actie(request: GebiedRequest, convenant: Sectorconvenant, gevonden: LokaleActie | None) -> HttpResponse:
    form = ActieForm(request.POST or None, organisaties=partijen(), initial=begin(gevonden, ActieForm))
    return _deel(
        request,
        convenant,
        form,
        titel="Lokale actie bewerken" if gevonden else "Lokale actie toevoegen",
        gelukt="De actie is bewaard.",
        dienst=lambda: services.actie_bewaren(
            convenant=convenant,
            actie=gevonden,
            gegevens=services.ActieGegevens(**form.cleaned_data),
            **_wie(request),
        ),
    )


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def actie_wissen(request: GebiedRequest, convenantactie_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(LokaleActie.objects.select_related("convenant"), pk=convenantactie_id)
    services.actie_wissen(actie=gevonden, **_wie(request))
    messages.success(request, "De actie is gewist.")
    return redirect(pagina_van(gevonden.convenant))


def pagina_van(convenant: Sectorconvenant) -> str:
    return gebied_url("partners:convenant", convenant.pk)


def begin(rij: Any, form: type[forms.Form]) -> dict[str, Any]:
    return {naam: getattr(rij, naam) for naam in form.base_fields} if rij else {}


def _wie(request: GebiedRequest) -> dict[str, Any]:
    return {"door": request.toegang, "vandaag": timezone.localdate()}


def _deel(request: GebiedRequest, convenant: Sectorconvenant, form: forms.Form, **rest: Any) -> HttpResponse:
    terug = (pagina_van(convenant), convenant.sector)
    return formulierpagina(request, form, knop="Bewaren", terug=terug, doel=pagina_van, **rest)
