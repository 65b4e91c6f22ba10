"""Who has the lead with an employer, who asks for it, who is accounthouder, and who wants to be left alone."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from partners.enums import Overnamesoort, Overnamestatus
from partners.forms.contact import AccounthouderForm, AntwoordForm, NietBenaderenForm, OvernameForm
from partners.models import Claim, Overnamevraag
from partners.selectors.contact import eigen_organisaties
from partners.services import benaderen, leads, overname
from partners.views.contact import haal_werkgever, kaart_url
from partners.views.formulier import formulierpagina
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.notatie import datum
from regie.core.permissions import Recht

VRAAG = {Overnamesoort.LEAD: "Vragen om de lead", Overnamesoort.ACCOUNTHOUDER: "Vragen om accounthouder te worden"}


def _doe(request: GebiedRequest, wat: Callable[[], Any], tekst: str, ongedaan: str = "") -> None:
    doe(request, wat, tekst, ongedaan=ongedaan)


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def lead_nemen(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    """For the own organisatie; who belongs to more of them says which one."""
    werkgever, eigen = haal_werkgever(werkgever_id), eigen_organisaties(request.toegang.lid_van)
    keuze = request.POST.get("organisatie", "")
    gekozen = eigen.filter(pk=int(keuze)).first() if keuze.isdigit() else eigen.first()
    if gekozen is None:
        messages.error(request, "Kies voor welke organisatie je de lead neemt.")
        return redirect(kaart_url(werkgever.pk))

    def neem() -> None:
        vandaag = timezone.localdate()
        leads.lead_nemen(werkgever=werkgever, organisatie=gekozen, door=request.toegang, vandaag=vandaag)

    _doe(request, neem, f"{gekozen} heeft nu de lead bij {werkgever}.")
    return redirect(kaart_url(werkgever.pk))


def _met_lead(
    request: GebiedRequest, claim_id: UUID, dienst: Callable[..., Claim], tekst: str, ongedaan: str = ""
) -> HttpResponse:
    claim = get_object_or_404(Claim.objects.select_related("werkgever", "organisatie"), pk=claim_id)
    adres = gebied_url(ongedaan, claim.pk) if ongedaan else ""
    _doe(request, lambda: dienst(claim=claim, door=request.toegang, vandaag=timezone.localdate()), tekst, adres)
    return redirect(kaart_url(claim.werkgever_id))


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def lead_verlengen(request: GebiedRequest, claim_id: UUID) -> HttpResponse:
    return _met_lead(request, claim_id, leads.lead_verlengen, "De lead is verlengd.")


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def lead_vrijgeven(request: GebiedRequest, claim_id: UUID) -> HttpResponse:
    terug = "werkgevers:lead_terugnemen"
    return _met_lead(request, claim_id, leads.lead_vrijgeven, "De lead is vrijgegeven.", terug)


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def lead_terugnemen(request: GebiedRequest, claim_id: UUID) -> HttpResponse:
    return _met_lead(request, claim_id, leads.lead_terugnemen, "De lead is weer van jullie.")


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def lead_vragen(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    return _vraag(request, werkgever_id, Overnamesoort.LEAD)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def accounthouder_vragen(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    return _vraag(request, werkgever_id, Overnamesoort.ACCOUNTHOUDER)


def _vraag(request: GebiedRequest, werkgever_id: UUID, soort: Overnamesoort) -> HttpResponse:
    werkgever, vandaag = haal_werkgever(werkgever_id), timezone.localdate()
    form = OvernameForm(request.POST or None, organisaties=eigen_organisaties(request.toegang.lid_van))
    return formulierpagina(
        request,
        form,
        titel=f"{VRAAG[soort]} bij {werkgever}",
        knop="Vraag sturen",
        gelukt="Je vraag is gesteld. Het antwoord komt op je lijst van opvolging.",
        uitleg="Wie het nu heeft, beslist. Zonder antwoord vervalt je vraag en blijft alles zoals het is.",
        dienst=lambda: overname.overname_vragen(
            werkgever=werkgever,
            soort=soort,
            aan=form.cleaned_data["organisatie"],
            reden=form.cleaned_data["reden"],
            door=request.toegang,
            vandaag=vandaag,
        ),
        doel=lambda _: kaart_url(werkgever.pk),
        terug=(kaart_url(werkgever.pk), werkgever.naam),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def overname_pagina(request: GebiedRequest, overnamevraag_id: UUID) -> HttpResponse:
    """One question and its answer; who has it now decides here."""
    rijen = Overnamevraag.objects.select_related("werkgever", "van", "aan")
    vraag, vandaag = get_object_or_404(rijen, pk=overnamevraag_id), timezone.localdate()
    form = AntwoordForm(request.POST or None)
    dienst = overname.overname_aanvaarden if "aanvaarden" in request.POST else overname.overname_weigeren

    def antwoord() -> None:
        dienst(vraag=vraag, antwoord=form.cleaned_data["antwoord"], door=request.toegang, vandaag=vandaag)

    if gelukt(form, antwoord):
        messages.success(request, f"Je antwoord is bewaard: {vraag.aan} is verwittigd.")
        return redirect(kaart_url(vraag.werkgever_id))
    wacht = vraag.status == Overnamestatus.GEVRAAGD and vraag.vervalt_op >= vandaag
    context = {
        "vraag": vraag,
        "form": form,
        "wat": overname.WAT[Overnamesoort(vraag.soort)],
        "mag_antwoorden": wacht and vraag.van_id in request.toegang.lid_van,
        "mag_intrekken": wacht and vraag.aan_id in request.toegang.lid_van,
        "terug_url": kaart_url(vraag.werkgever_id),
        "vandaag": vandaag,
    }
    return render(request, "partners/contact/overname.html", context, status=422 if form.errors else 200)


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def overname_intrekken(request: GebiedRequest, overnamevraag_id: UUID) -> HttpResponse:
    vraag = get_object_or_404(Overnamevraag.objects.select_related("werkgever"), pk=overnamevraag_id)
    vandaag = timezone.localdate()
    _doe(
        request,
        lambda: overname.overname_intrekken(vraag=vraag, door=request.toegang, vandaag=vandaag),
        "Je vraag is ingetrokken.",
    )
    return redirect(kaart_url(vraag.werkgever_id))


@require_http_methods(["GET", "POST"])
@require(Recht.PARTNER_BEWERKEN)
def accounthouder(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    werkgever, vandaag = haal_werkgever(werkgever_id), timezone.localdate()
    form = AccounthouderForm(request.POST or None, initial={"organisatie": werkgever.accounthouder_id})
    return formulierpagina(
        request,
        form,
        titel=f"Accounthouder van {werkgever}",
        knop="Bewaren",
        gelukt="De accounthouder is bewaard.",
        uitleg="De accounthouder volgt deze werkgever vast op. Anderen bellen eerst die organisatie.",
        dienst=lambda: overname.accounthouder_zetten(
            werkgever=werkgever,
            organisatie=form.cleaned_data["organisatie"],
            door=request.toegang,
            vandaag=vandaag,
        ),
        doel=lambda _: kaart_url(werkgever.pk),
        terug=(kaart_url(werkgever.pk), werkgever.naam),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def niet_benaderen(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    werkgever, vandaag = haal_werkgever(werkgever_id), timezone.localdate()
    begin = {"reden": werkgever.niet_benaderen_reden, "tot": werkgever.niet_benaderen_tot}
    form = NietBenaderenForm(request.POST or None, initial=begin)
    return formulierpagina(
        request,
        form,
        titel=f"{werkgever} niet benaderen",
        knop="Niet meer benaderen",
        gelukt="Deze werkgever wordt niet meer benaderd.",
        uitleg="Niemand in het gebied kan dan nog een contact noteren of de lead nemen, behalve wanneer de werkgever "
        "zelf contact zoekt. Alleen de regisseur kan dit opheffen.",
        dienst=lambda: benaderen.niet_benaderen(
            werkgever=werkgever, **form.cleaned_data, door=request.toegang, vandaag=vandaag
        ),
        doel=lambda _: kaart_url(werkgever.pk),
        terug=(kaart_url(werkgever.pk), werkgever.naam),
    )


@require_POST
@require(Recht.PARTNER_BEWERKEN)
def weer_benaderen(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    werkgever = haal_werkgever(werkgever_id)
    tot = werkgever.niet_benaderen_tot
    _doe(
        request,
        lambda: benaderen.niet_benaderen_opheffen(werkgever=werkgever, door=request.toegang),
        f"{werkgever} mag weer benaderd worden" + (f", vroeger dan {datum(tot)}." if tot else "."),
    )
    return redirect(kaart_url(werkgever.pk))
