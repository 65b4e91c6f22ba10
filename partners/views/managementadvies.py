"""The managementadvies of the own organisatie: a calculator, and a dossier with its conditions."""

from dataclasses import fields
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from partners.forms.managementadvies import AdviesForm, RekenForm
from partners.models import Managementadvies
from partners.selectors import managementadvies as selectors
from partners.services import managementadvies as services
from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht


def _haal(advies_id: UUID) -> Managementadvies:
    return get_object_or_404(Managementadvies.objects.select_related("eigenaar"), pk=advies_id)


def _eigenaars(request: GebiedRequest) -> list[Organisatie]:
    return list(Organisatie.objects.van_gebied().filter(pk__in=request.toegang.lid_van).order_by("naam"))


@require_safe
@require(Recht.SCAN_INVULLEN)
def adviezen(request: GebiedRequest) -> HttpResponse:
    """The list, and what a cost would bring; nothing of the calculator is kept."""
    vandaag = timezone.localdate()
    form = RekenForm(request.GET if "kost" in request.GET else None)
    context = {
        "form": form,
        "premie": selectors.bereken_premie(form.cleaned_data["kost"], op=vandaag) if form.is_valid() else None,
        "openstelling": selectors.openstelling(vandaag),
        "adviezen": list(selectors.adviezen_lijst()),
        "met_eigenaar": len(request.toegang.lid_van) > 1,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "partners/managementadvies/lijst.html", context, status=status)


@require_safe
@require(Recht.SCAN_INVULLEN)
def advies(request: GebiedRequest, advies_id: UUID) -> HttpResponse:
    gevonden, vandaag = _haal(advies_id), timezone.localdate()
    jaren = selectors.toegekende_jaren(gevonden)
    voorwaarden = selectors.voorwaarden(gevonden, jaren=jaren, vandaag=vandaag)
    context = {
        "advies": gevonden,
        "premie": selectors.bereken_premie(gevonden.kost_excl_btw, op=gevonden.aangevraagd_op or vandaag),
        "voorwaarden": voorwaarden,
        "niet_voldaan": sum(v.stand == selectors.Stand.NIET for v in voorwaarden),
        "onbekend": sum(v.stand == selectors.Stand.ONBEKEND for v in voorwaarden),
    }
    return render(request, "partners/managementadvies/advies.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.SCAN_INVULLEN)
def advies_toevoegen(request: GebiedRequest) -> HttpResponse:
    form = AdviesForm(request.POST or None, eigenaars=_eigenaars(request), initial={"btw": "0"})
    gemaakt: list[Managementadvies] = []

    def bewaar() -> None:
        gemaakt.append(
            services.advies_toevoegen(
                eigenaar=form.cleaned_data["eigenaar"],
                gegevens=form.gegevens(),
                door=request.toegang,
                vandaag=timezone.localdate(),
            )
        )

    if request.method == "POST" and gelukt(form, bewaar):
        messages.success(request, "Het dossier is bewaard.")
        return redirect(gebied_url("partners:advies", gemaakt[0].pk))
    return _formulier(request, form, "Managementadvies voorbereiden", gebied_url("partners:adviezen"))


@require_http_methods(["GET", "POST"])
@require(Recht.SCAN_INVULLEN)
def advies_bijwerken(request: GebiedRequest, advies_id: UUID) -> HttpResponse:
    gevonden = _haal(advies_id)
    huidig = {veld.name: getattr(gevonden, veld.name) for veld in fields(services.AdviesGegevens)}
    form = AdviesForm(request.POST or None, initial=huidig)

    def bewaar() -> None:
        services.advies_bijwerken(
            advies=gevonden, gegevens=form.gegevens(), door=request.toegang, vandaag=timezone.localdate()
        )

    if request.method == "POST" and gelukt(form, bewaar):
        messages.success(request, "Het dossier is bewaard.")
        return redirect(gebied_url("partners:advies", gevonden.pk))
    return _formulier(request, form, "Managementadvies bewerken", gebied_url("partners:advies", gevonden.pk))


def _formulier(request: GebiedRequest, form: AdviesForm, titel: str, terug_url: str) -> HttpResponse:
    delen = [
        ("Het advies", ("eigenaar", "onderwerp", "adviesverlener", "kost_excl_btw", "btw")),
        (
            "Voorwaarden",
            (
                "erkenning",
                "kan_kmo_portefeuille",
                "in_moeilijkheden",
                "rsz_achterstand",
                "is_verplicht",
                "de_minimis",
            ),
        ),
        ("Verloop", ("aangevraagd_op", "beslist_op", "is_toegekend", "kosten_vanaf")),
        ("Verslag", ("verslag_op", "analyse", "aanbeveling", "aanpak")),
    ]
    context = {
        "form": form,
        "titel": titel,
        "terug_url": terug_url,
        "delen": [(kop, [form[naam] for naam in namen if naam in form.fields]) for kop, namen in delen],
    }
    status = 422 if form.errors else 200
    return render(request, "partners/managementadvies/formulier.html", context, status=status)


@require_http_methods(["GET", "POST"])
@require(Recht.SCAN_INVULLEN)
def advies_wissen(request: GebiedRequest, advies_id: UUID) -> HttpResponse:
    gevonden = _haal(advies_id)
    if request.method == "POST":
        try:
            services.advies_wissen(advies=gevonden, door=request.toegang)
        except DomainError as fout:
            messages.error(request, str(fout))
            return redirect(gebied_url("partners:advies", gevonden.pk))
        messages.success(request, "Het dossier is gewist.")
        return redirect(gebied_url("partners:adviezen"))
    return render(request, "partners/managementadvies/wissen.html", {"advies": gevonden})
