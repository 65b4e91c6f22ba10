"""What moves the end of a step: one small page per thing to note, ask or decide."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms import looptijd as forms
from trajecten.models import Afwezigheid, Breukperiode, Schorsing, Stap, Verlenging
from trajecten.selectors import dagteller as selectors
from trajecten.views.actie import actie_pagina
from trajecten.views.dagteller import haal_stap


@dataclass(frozen=True, slots=True)
class Actie:
    titel: str
    knop: str
    klaar: str
    form: Callable[..., BaseForm]
    service: Callable[..., Any]
    uitleg: str = ""
    ongedaan: str = ""  # name of the address that undoes it
    begin: Callable[[Stap], dict[str, Any]] = lambda stap: {}


def _pagina(actie: Actie) -> Callable[..., HttpResponse]:
    """A form about one step; back to its counter."""

    @require_http_methods(["GET", "POST"])
    @require(Recht.TRAJECT_BEWERKEN)
    def view(request: GebiedRequest, stap_id: UUID) -> HttpResponse:
        stap = haal_stap(stap_id)
        vandaag, gedaan = timezone.localdate(), []
        form = actie.form(request.POST or None, initial=actie.begin(stap))
        wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
        if gelukt(form, lambda: gedaan.append(actie.service(stap=stap, **form.cleaned_data, **wie))):
            ongedaan = f"ongedaan={gebied_url(actie.ongedaan, gedaan[0].pk)}" if actie.ongedaan else ""
            messages.success(request, actie.klaar, extra_tags=ongedaan)
            return redirect(gebied_url("trajecten:dagteller", stap.pk))
        return _formulier(request, stap, form, titel=actie.titel, knop=actie.knop, uitleg=actie.uitleg)

    return view


def _formulier(request: GebiedRequest, stap: Stap, form: BaseForm, **meer: Any) -> HttpResponse:
    terug = gebied_url("trajecten:dagteller", stap.pk)
    return actie_pagina(request, client=stap.traject.client, form=form, terug=terug, **meer)


breuk = _pagina(
    Actie(
        "Tewerkstelling wijzigen",
        "Wijziging bewaren",
        "De tewerkstelling is gewijzigd.",
        forms.BreukForm,
        services.breuk_wijzigen,
        "De dagteller rekent vanaf die dag met de nieuwe breuk. Wat voordien bewezen is, blijft.",
        "trajecten:breuk_intrekken",
    )
)
afwezigheid = _pagina(
    Actie(
        "Afwezigheid noteren",
        "Afwezigheid bewaren",
        "De afwezigheid is genoteerd.",
        forms.AfwezigheidForm,
        services.afwezigheid_noteren,
        "Of de dagen meetellen, hangt af van de soort. Je ziet het meteen in de dagteller.",
        "trajecten:afwezigheid_intrekken",
    )
)
schorsing = _pagina(
    Actie(
        "Schorsing vragen",
        "Schorsing vragen",
        "De schorsing is gevraagd aan de teamverantwoordelijke.",
        forms.SchorsingForm,
        services.schorsing_aanvragen,
        "Tijdens een schorsing staat de dagteller stil. De teamverantwoordelijke beslist.",
        "trajecten:schorsing_intrekken",
    )
)
verlenging = _pagina(
    Actie(
        "Verlenging vragen",
        "Verlenging vragen",
        "De verlenging is gevraagd aan de teamverantwoordelijke.",
        forms.VerlengingForm,
        services.verlenging_aanvragen,
        "Na de goedkeuring schuiven de einddatum, de evaluaties en de termijnen mee.",
        "trajecten:verlenging_intrekken",
    )
)
einde = _pagina(
    Actie(
        "Einddatum wijzigen",
        "Einddatum bewaren",
        "De einddatum is aangepast. De evaluaties en termijnen schoven mee.",
        forms.EindeForm,
        services.einde_kiezen,
        "Vroeger dan de regel geeft vraagt een motivering. Langer werken vraag je met een verlenging.",
        begin=lambda stap: {"einde": stap.einde_berekend or stap.einde_voorzien, "motivering": stap.einde_motivering},
    )
)


def _terug(request: GebiedRequest, stap_id: UUID, opdracht: Callable[[], object], klaar: str) -> HttpResponse:
    """One click without a form, then back to the counter."""
    doe(request, opdracht, klaar)
    return redirect(gebied_url("trajecten:dagteller", stap_id))


def _wie(request: GebiedRequest) -> dict[str, Any]:
    return {"door": request.toegang, "vandaag": timezone.localdate()}


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def breuk_intrekken(request: GebiedRequest, periode_id: UUID) -> HttpResponse:
    periode = get_object_or_404(Breukperiode.objects.select_related("stap__traject"), pk=periode_id)
    return _terug(
        request,
        periode.stap_id,
        lambda: services.breuk_intrekken(periode=periode, **_wie(request)),
        "De wijziging is ingetrokken. De dagteller rekent weer zonder.",
    )


def _haal_afwezigheid(afwezigheid_id: UUID) -> Afwezigheid:
    return get_object_or_404(Afwezigheid.objects.select_related("stap__traject__client"), pk=afwezigheid_id)


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def afwezigheid_intrekken(request: GebiedRequest, afwezigheid_id: UUID) -> HttpResponse:
    rij = _haal_afwezigheid(afwezigheid_id)
    return _terug(
        request,
        rij.stap_id,
        lambda: services.afwezigheid_intrekken(afwezigheid=rij, **_wie(request)),
        "De afwezigheid is ingetrokken. De dagteller rekent weer zonder.",
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def afwezigheid_terug(request: GebiedRequest, afwezigheid_id: UUID) -> HttpResponse:
    rij = _haal_afwezigheid(afwezigheid_id)
    form = forms.TerugForm(request.POST or None)
    if gelukt(form, lambda: services.afwezigheid_beeindigen(afwezigheid=rij, **form.cleaned_data, **_wie(request))):
        messages.success(request, "De afwezigheid is afgesloten.")
        return redirect(gebied_url("trajecten:dagteller", rij.stap_id))
    uitleg = f"Afwezig sinds {rij.van:%d/%m/%Y}. Wat was de laatste dag?"
    return _formulier(request, rij.stap, form, titel="Terug na afwezigheid", knop="Bewaren", uitleg=uitleg)


def _haal_schorsing(schorsing_id: UUID) -> Schorsing:
    return get_object_or_404(Schorsing.objects.select_related("stap__traject__client"), pk=schorsing_id)


def _haal_verlenging(verlenging_id: UUID) -> Verlenging:
    return get_object_or_404(Verlenging.objects.select_related("stap__traject__client"), pk=verlenging_id)


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def schorsing_beeindigen(request: GebiedRequest, schorsing_id: UUID) -> HttpResponse:
    rij = _haal_schorsing(schorsing_id)
    form = forms.TerugForm(request.POST or None, initial={"tot": rij.tot})
    if gelukt(form, lambda: services.schorsing_beeindigen(schorsing=rij, **form.cleaned_data, **_wie(request))):
        messages.success(request, "De schorsing stopt vroeger. De dagteller loopt weer vanaf de dag erna.")
        return redirect(gebied_url("trajecten:dagteller", rij.stap_id))
    uitleg = f"Geschorst vanaf {rij.van:%d/%m/%Y}. Wat is de laatste dag?"
    return _formulier(request, rij.stap, form, titel="Schorsing vroeger stoppen", knop="Bewaren", uitleg=uitleg)


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def schorsing_intrekken(request: GebiedRequest, schorsing_id: UUID) -> HttpResponse:
    return _trek_in(request, _haal_schorsing(schorsing_id))


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def verlenging_intrekken(request: GebiedRequest, verlenging_id: UUID) -> HttpResponse:
    return _trek_in(request, _haal_verlenging(verlenging_id))


def _trek_in(request: GebiedRequest, aanvraag: Schorsing | Verlenging) -> HttpResponse:
    return _terug(
        request,
        aanvraag.stap_id,
        lambda: services.aanvraag_intrekken(aanvraag=aanvraag, **_wie(request)),
        "De aanvraag is ingetrokken.",
    )


@require_http_methods(["GET", "POST"])
@require(Recht.LOOPTIJD_BESLISSEN)
def schorsing_beslissen(request: GebiedRequest, schorsing_id: UUID) -> HttpResponse:
    return _beslis(request, _haal_schorsing(schorsing_id))


@require_http_methods(["GET", "POST"])
@require(Recht.LOOPTIJD_BESLISSEN)
def verlenging_beslissen(request: GebiedRequest, verlenging_id: UUID) -> HttpResponse:
    return _beslis(request, _haal_verlenging(verlenging_id))


def _beslis(request: GebiedRequest, aanvraag: Schorsing | Verlenging) -> HttpResponse:
    """Approve or refuse; the page says what an approval does to the date."""
    form = forms.BeslissenForm(request.POST or None)

    def doe() -> None:
        if form.keurt_goed:
            services.aanvraag_goedkeuren(aanvraag=aanvraag, **_wie(request))
        else:
            antwoord: dict[str, Any] = {**form.weigering(), **_wie(request)}
            services.aanvraag_weigeren(aanvraag=aanvraag, **antwoord)

    naam = aanvraag.soortnaam
    if gelukt(form, doe):
        messages.success(request, f"De {naam.lower()} is {'goedgekeurd' if form.keurt_goed else 'geweigerd'}.")
        return redirect(gebied_url("trajecten:dagteller", aanvraag.stap_id))
    return _formulier(
        request,
        aanvraag.stap,
        form,
        titel=f"{naam} beslissen",
        knop="Beslissing bewaren",
        template="trajecten/beslissen.html",
        aanvraag=aanvraag,
        gevolg=selectors.gevolg_van(aanvraag, timezone.localdate()),
    )


@require_safe
@require(Recht.LOOPTIJD_BESLISSEN)
def aanvragen(request: GebiedRequest) -> HttpResponse:
    """Everything that waits for a decision in the own OCMW's."""
    rijen = [
        (rij, gebied_url(f"trajecten:{naam}_beslissen", rij.pk))
        for naam, lijst in (
            ("schorsing", selectors.open_schorsingen()),
            ("verlenging", selectors.open_verlengingen()),
        )
        for rij in lijst
    ]
    return render(request, "trajecten/aanvragen.html", {"rijen": rijen})
