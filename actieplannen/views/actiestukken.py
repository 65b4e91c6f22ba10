"""What is added to an action and can be taken back: evidence, files, comments."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actieplannen.forms.actiestukken import BewijsForm
from actieplannen.models import Actie, Bewijsstuk, Opmerking
from actieplannen.selectors.actieblad import bestand_met_actie
from actieplannen.services import bewijs as services
from actieplannen.services import opmerkingen
from actieplannen.services.rechten import mag_actie_lezen
from actieplannen.views.acties import PAGINA, haal, haal_opvolgbaar, terug_naar
from partners.forms.bijlagen import BijlageForm
from partners.models import Bijlage
from partners.services import bijlagen
from regie.core.bestanden import Bestand, download
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.parameters import waarde
from regie.core.permissions import Recht
from regie.core.virusscan import is_ingesteld


@require_http_methods(["GET", "POST"])
@require(Recht.ACTIE_OPVOLGEN)
def bewijs_toevoegen(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    gevonden, vandaag = haal_opvolgbaar(request, planactie_id), timezone.localdate()
    form = BewijsForm(
        request.POST or None,
        request.FILES or None,
        max_mb=int(waarde("bestand_max", op=vandaag)),
        initial={"datum": vandaag},
    )

    def bewaar() -> None:
        services.bewijs_toevoegen(
            actie=gevonden,
            gegevens=form.gegevens(),
            bestand=_bestand(form.cleaned_data["bestand"]),
            door=request.toegang,
            vandaag=vandaag,
        )

    return _stukpagina(request, gevonden, form, bewaar, titel="Bewijs toevoegen", knop="Bewijs bewaren")


@require_http_methods(["GET", "POST"])
@require(Recht.ACTIE_OPVOLGEN)
def actiebestand_toevoegen(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    gevonden, vandaag = haal_opvolgbaar(request, planactie_id), timezone.localdate()
    form = BijlageForm(request.POST or None, request.FILES or None, max_mb=int(waarde("bestand_max", op=vandaag)))

    def bewaar() -> None:
        services.actiebestand_toevoegen(
            actie=gevonden,
            bestand=_bestand(form.cleaned_data["bestand"]) or Bestand("", b""),
            soort=form.cleaned_data["soort"],
            door=request.toegang,
            vandaag=vandaag,
        )

    return _stukpagina(
        request, gevonden, form, bewaar, titel="Bestand bij een actie toevoegen", knop="Bestand bewaren"
    )


@require_POST
@require(Recht.ACTIE_OPVOLGEN)
def bewijs_intrekken(request: GebiedRequest, bewijsstuk_id: UUID) -> HttpResponse:
    bewijs, gevonden = _bewijs(request, bewijsstuk_id)
    doe(
        request,
        lambda: services.bewijs_intrekken(bewijs=bewijs, door=request.toegang, vandaag=timezone.localdate()),
        "Het bewijs is ingetrokken en telt niet meer mee.",
        ongedaan=gebied_url("actieplannen:bewijs_terugzetten", bewijs.pk) + _mijn(request),
    )
    return redirect(terug_naar(request, gevonden))


@require_POST
@require(Recht.ACTIE_OPVOLGEN)
def bewijs_terugzetten(request: GebiedRequest, bewijsstuk_id: UUID) -> HttpResponse:
    bewijs, gevonden = _bewijs(request, bewijsstuk_id)
    doe(request, lambda: services.bewijs_terugzetten(bewijs=bewijs, door=request.toegang), "Het bewijs staat er weer.")
    return redirect(terug_naar(request, gevonden))


@require_safe
@require(Recht.ACTIE_OPVOLGEN)
def actiebestand(request: GebiedRequest, actiebestand_id: UUID) -> HttpResponse:
    bijlage, gevonden = _bij_actie(actiebestand_id)
    if bijlage.verwijderd_op or not mag_actie_lezen(gevonden, request.toegang):
        raise Http404
    inhoud = bijlagen.bijlage_lezen(bijlage=bijlage, door=request.toegang)
    return download(inhoud, naam=bijlage.naam, mime=bijlage.mime)


@require_POST
@require(Recht.ACTIE_OPVOLGEN)
def actiebestand_wissen(request: GebiedRequest, actiebestand_id: UUID) -> HttpResponse:
    bijlage, gevonden = _bij_actie(actiebestand_id)
    haal_opvolgbaar(request, gevonden.pk)
    doe(
        request,
        lambda: services.actiebestand_wissen(
            actie=gevonden, bijlage=bijlage, door=request.toegang, vandaag=timezone.localdate()
        ),
        "Het bestand is verwijderd.",
        ongedaan=gebied_url("actieplannen:actiebestand_terugzetten", bijlage.pk) + _mijn(request),
    )
    return redirect(terug_naar(request, gevonden))


@require_POST
@require(Recht.ACTIE_OPVOLGEN)
def actiebestand_terugzetten(request: GebiedRequest, actiebestand_id: UUID) -> HttpResponse:
    bijlage, gevonden = _bij_actie(actiebestand_id)
    haal_opvolgbaar(request, gevonden.pk)
    doe(
        request,
        lambda: services.actiebestand_terugzetten(actie=gevonden, bijlage=bijlage, door=request.toegang),
        "Het bestand staat er weer.",
    )
    return redirect(terug_naar(request, gevonden))


@require_POST
@require(Recht.PLAN_BEKIJKEN)
def opmerking_toevoegen(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    gevonden = haal(planactie_id)
    doe(
        request,
        lambda: opmerkingen.opmerking_toevoegen(
            actie=gevonden, tekst=request.POST.get("tekst", ""), door=request.toegang
        ),
        "Je opmerking staat erbij.",
    )
    return redirect(gebied_url(PAGINA, gevonden.pk) + "#opmerkingen")


@require_POST
@require(Recht.PLAN_BEKIJKEN)
def opmerking_intrekken(request: GebiedRequest, opmerking_id: UUID) -> HttpResponse:
    opmerking = get_object_or_404(Opmerking, pk=opmerking_id)
    doe(
        request,
        lambda: opmerkingen.opmerking_intrekken(opmerking=opmerking, door=request.toegang, nu=timezone.now()),
        "Je opmerking is ingetrokken.",
        ongedaan=gebied_url("actieplannen:opmerking_terugzetten", opmerking.pk),
    )
    return redirect(gebied_url(PAGINA, opmerking.actie_id))


@require_POST
@require(Recht.PLAN_BEKIJKEN)
def opmerking_terugzetten(request: GebiedRequest, opmerking_id: UUID) -> HttpResponse:
    opmerking = get_object_or_404(Opmerking, pk=opmerking_id)
    doe(
        request,
        lambda: opmerkingen.opmerking_terugzetten(opmerking=opmerking, door=request.toegang),
        "Je opmerking staat er weer.",
    )
    return redirect(gebied_url(PAGINA, opmerking.actie_id))


def _stukpagina(
    request: GebiedRequest, gevonden: Actie, form: Any, bewaar: Any, *, titel: str, knop: str
) -> HttpResponse:
    terug = terug_naar(request, gevonden)
    if gelukt(form, bewaar):
        messages.success(request, "Het is bewaard.")
        return redirect(terug)
    context = {
        "form": form,
        "titel": titel,
        "knop": knop,
        "terug_url": terug,
        "terug_label": gevonden.titel,
        "scanner": is_ingesteld(),
    }
    return render(request, "partners/bijlage_toevoegen.html", context, status=422 if form.errors else 200)


def _bestand(gekozen: Any) -> Bestand | None:
    return Bestand(gekozen.name or "", gekozen.read()) if gekozen else None


def _bewijs(request: GebiedRequest, bewijsstuk_id: UUID) -> tuple[Bewijsstuk, Actie]:
    bewijs = get_object_or_404(Bewijsstuk, pk=bewijsstuk_id)
    return bewijs, haal_opvolgbaar(request, bewijs.actie_id)


def _bij_actie(actiebestand_id: UUID) -> tuple[Bijlage, Actie]:
    gevonden = bestand_met_actie(actiebestand_id)
    if gevonden is None:
        raise Http404
    return gevonden


def _mijn(request: GebiedRequest) -> str:
    """Undoing leads back to the same page."""
    return "?mijn" if "mijn" in request.POST else ""
