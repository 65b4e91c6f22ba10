"""Asking for a rapport, trying again, correcting it, sending it to one receiver more."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from rapportage import services
from rapportage.enums import RapportStatus
from rapportage.forms import CorrectieForm, OntvangerForm, RapportForm
from rapportage.models import Rapport, Verzending
from rapportage.selectors.ontvangers import adressen_van_abonnees, mogelijke_ontvangers
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.permissions import Recht


@require_http_methods(["GET", "POST"])
@require(Recht.RAPPORT_MAKEN)
def rapport_maken(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    form = RapportForm(
        request.POST or None,
        ontvangers=mogelijke_ontvangers(vandaag),
        abonnees=adressen_van_abonnees(),
        vandaag=vandaag,
    )
    if form.is_valid():
        try:
            rapport = services.rapport_aanvragen(**form.voor_service(), door=request.toegang, vandaag=vandaag)
        except DomainError as fout:
            form.add_error(None, str(fout))
        else:
            if rapport.status == RapportStatus.MISLUKT:
                services.rapport_opnieuw_proberen(rapport=rapport, door=request.toegang)
            return redirect(gebied_url("rapportage:rapport", rapport.pk))
    return render(request, "rapportage/maken.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@require(Recht.RAPPORT_MAKEN)
def rapport_opnieuw(request: GebiedRequest, rapport_id: UUID) -> HttpResponse:
    rapport = get_object_or_404(Rapport.objects.zonder_inhoud(), pk=rapport_id)
    try:
        services.rapport_opnieuw_proberen(rapport=rapport, door=request.toegang)
    except DomainError as fout:
        messages.error(request, str(fout))
    return redirect(gebied_url("rapportage:rapport", rapport_id))


@require_http_methods(["GET", "POST"])
@require(Recht.RAPPORT_MAKEN)
def rapport_corrigeren(request: GebiedRequest, rapport_id: UUID) -> HttpResponse:
    rapport = get_object_or_404(Rapport.objects.zonder_inhoud().gemaakt(), pk=rapport_id)
    form = CorrectieForm(request.POST or None)
    if form.is_valid():
        ontvangers = _vorige_ontvangers(rapport) if form.cleaned_data["ook_versturen"] else []
        try:
            nieuw = services.rapport_corrigeren(
                rapport=rapport, reden=form.cleaned_data["reden"], ontvangers=ontvangers, door=request.toegang
            )
        except DomainError as fout:
            form.add_error(None, str(fout))
        else:
            return redirect(gebied_url("rapportage:rapport", nieuw.pk))
    context = {"form": form, "rapport": rapport, "gevolgen": _gevolgen(rapport)}
    return render(request, "rapportage/corrigeren.html", context, status=422 if form.errors else 200)


def _vorige_ontvangers(rapport: Rapport) -> list[services.Ontvanger]:
    rijen = Verzending.objects.filter(rapport=rapport.pk).order_by("pk")
    return [services.Ontvanger(v.naam, v.email, v.organisatie_id) for v in rijen]


def _gevolgen(rapport: Rapport) -> list[str]:
    return [
        f"Er komt een versie {rapport.versie + 1} met de cijfers zoals ze nu in het systeem staan.",
        f"Versie {rapport.versie} blijft in het archief, precies zoals ze verstuurd is.",
    ]


@require_http_methods(["GET", "POST"])
@require(Recht.RAPPORT_MAKEN)
def rapport_versturen(request: GebiedRequest, rapport_id: UUID) -> HttpResponse:
    rapport = get_object_or_404(Rapport.objects.zonder_inhoud(), pk=rapport_id)
    form = OntvangerForm(request.POST or None, ontvangers=mogelijke_ontvangers(timezone.localdate()))
    if form.is_valid():
        ontvanger = form.cleaned_data["ontvanger"]
        try:
            services.rapport_opnieuw_naar(rapport=rapport, ontvanger=ontvanger, door=request.toegang)
        except DomainError as fout:
            form.add_error("ontvanger", str(fout))
        else:
            messages.success(request, f"Het rapport vertrekt naar {ontvanger.naam}.")
            return redirect(gebied_url("rapportage:rapport", rapport.pk))
    context = {"form": form, "rapport": rapport}
    return render(request, "rapportage/versturen.html", context, status=422 if form.errors else 200)


@require_POST
@require(Recht.RAPPORT_MAKEN)
def verzending_opnieuw(request: GebiedRequest, verzending_id: UUID) -> HttpResponse:
    verzending = get_object_or_404(Verzending, pk=verzending_id)
    doe(
        request,
        lambda: services.verzending_opnieuw_proberen(verzending=verzending, door=request.toegang),
        f"We proberen de mail naar {verzending.naam} opnieuw.",
    )
    return redirect(gebied_url("rapportage:rapport", verzending.rapport_id))
