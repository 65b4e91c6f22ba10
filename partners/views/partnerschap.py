"""Partnerships: the list, the page of one, and every change to it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.enums import Bijlageonderwerp
from partners.forms.partnerschap import BesluitForm, FasecijferForm, FasenForm, PartnerForm, PartnerschapForm, jaar_uit
from partners.models import Besluit, Partnerschap, Partnerschapspartner
from partners.selectors import partnerschap as selectors
from partners.selectors.bijlagen import bijlagen_van
from partners.selectors.gemeenten import gemeenten_van_gebied, namen_van
from partners.selectors.overleg import overleggen_van
from partners.services import partnerschap as services
from partners.services.partnerschap import BesluitGegevens, Kwartaaltelling, PartnerGegevens, PartnerschapGegevens
from partners.views.formulier import formulierpagina
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht, Toegang

LIJST = "partners:partnerschappen"


def mag_wijzigen(toegang: Toegang, eigenaar_id: int) -> bool:
    return toegang.mag(Recht.AFSPRAAK_BEWERKEN) and eigenaar_id in toegang.lid_van


def haal(partnerschap_id: UUID) -> Partnerschap:
    return get_object_or_404(Partnerschap.objects.select_related("penhouder", "eigenaar"), pk=partnerschap_id)


def _naar(partnerschap: Partnerschap) -> str:
    return gebied_url("partners:partnerschap", partnerschap.pk)


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def partnerschappen(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    context = {
        "rijen": selectors.partnerschappen(vandaag),
        "mag_bewerken": request.toegang.mag(Recht.AFSPRAAK_BEWERKEN),
    }
    return render(request, "partners/partnerschap/lijst.html", context)


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def partnerschap(request: GebiedRequest, partnerschap_id: UUID) -> HttpResponse:
    gevonden, vandaag = haal(partnerschap_id), timezone.localdate()
    jaar = jaar_uit(request.GET.get("jaar", ""), anders=vandaag.year)
    kaart = selectors.partnerschap_kaart(gevonden, jaar=jaar, vandaag=vandaag)
    context = {
        "partnerschap": gevonden,
        "kaart": kaart,
        "grafiek": None if kaart.cijfers.is_leeg else kaart.cijfers.grafiek(),
        "gemeenten": namen_van(gevonden.gemeenten, gemeenten_van_gebied(vandaag)),
        "overleggen": overleggen_van(gevonden.pk),
        "jaartabs": [{"label": str(j), "url": f"?jaar={j}#cijfers", "actief": j == jaar} for j in kaart.jaren],
        "kwartalen": selectors.KWARTALEN,
        "mag_wijzigen": mag_wijzigen(request.toegang, gevonden.eigenaar_id),
        "bijlagen": bijlagen_van(Bijlageonderwerp.PARTNERSCHAP, gevonden.pk),
        "vandaag": vandaag,
    }
    return render(request, "partners/partnerschap/partnerschap.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def partnerschap_toevoegen(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    form = PartnerschapForm(request.POST or None, gemeenten=gemeenten_van_gebied(vandaag), initial={"van": vandaag})
    return formulierpagina(
        request,
        form,
        titel="Partnerschap toevoegen",
        knop="Partnerschap toevoegen",
        gelukt="Het partnerschap is toegevoegd. Alleen jouw organisatie ziet het, tot je het deelt.",
        doel=_naar,
        terug=(gebied_url(LIJST), "Partnerschappen"),
        dienst=lambda: services.partnerschap_toevoegen(
            gegevens=PartnerschapGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def partnerschap_bijwerken(request: GebiedRequest, partnerschap_id: UUID) -> HttpResponse:
    gevonden = haal(partnerschap_id)
    form = PartnerschapForm(
        request.POST or None,
        gemeenten=gemeenten_van_gebied(timezone.localdate()),
        initial=PartnerschapForm.begin(gevonden),
    )
    return _wijzigpagina(
        request,
        gevonden,
        form,
        titel="Partnerschap bewerken",
        gelukt="Het partnerschap is bewaard.",
        dienst=lambda: services.partnerschap_bijwerken(
            partnerschap=gevonden, gegevens=PartnerschapGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def partnerschap_delen(request: GebiedRequest, partnerschap_id: UUID) -> HttpResponse:
    gevonden = _eigen(request, haal(partnerschap_id))
    services.partnerschap_delen(partnerschap=gevonden, door=request.toegang)
    messages.success(request, "Het hele gebied ziet dit partnerschap nu.")
    return redirect(_naar(gevonden))


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def partner_toevoegen(request: GebiedRequest, partnerschap_id: UUID) -> HttpResponse:
    gevonden = haal(partnerschap_id)
    form = PartnerForm(request.POST or None, initial={"van": max(gevonden.van, timezone.localdate())})
    return _wijzigpagina(
        request,
        gevonden,
        form,
        titel="Partner van het partnerschap toevoegen",
        knop="Partner toevoegen",
        gelukt="De partner is toegevoegd.",
        dienst=lambda: services.partner_zetten(
            partnerschap=gevonden, gegevens=PartnerGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


def _haal_partner(partner_id: UUID) -> Partnerschapspartner:
    rijen = Partnerschapspartner.objects.select_related("partnerschap__eigenaar", "organisatie")
    return get_object_or_404(rijen, pk=partner_id)


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def partner_bijwerken(request: GebiedRequest, partner_id: UUID) -> HttpResponse:
    partner = _haal_partner(partner_id)
    form = PartnerForm(request.POST or None, initial=PartnerForm.begin(partner))
    return _wijzigpagina(
        request,
        partner.partnerschap,
        form,
        titel=f"{partner.organisatie} in dit partnerschap",
        gelukt="De partner is bewaard.",
        dienst=lambda: services.partner_zetten(
            partnerschap=partner.partnerschap,
            gegevens=PartnerGegevens(**form.cleaned_data),
            door=request.toegang,
            partner=partner,
        ),
    )


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def partner_wissen(request: GebiedRequest, partner_id: UUID) -> HttpResponse:
    partner = _haal_partner(partner_id)
    _eigen(request, partner.partnerschap)
    partnerschap = services.partner_wissen(partner=partner, door=request.toegang)
    messages.success(request, f"{partner.organisatie} staat niet meer bij de partners.")
    return redirect(_naar(partnerschap))


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def streefcijfers(request: GebiedRequest, partnerschap_id: UUID, jaar: int) -> HttpResponse:
    gevonden = haal(partnerschap_id)
    form = FasenForm(request.POST or None, initial=selectors.begin_van_jaar(gevonden, jaar))
    return _wijzigpagina(
        request,
        gevonden,
        form,
        titel=f"Streefcijfers {jaar}",
        uitleg="Hoeveel mensen wil dit partnerschap in elke fase bereiken, over heel het jaar?",
        gelukt=f"De streefcijfers van {jaar} zijn bewaard.",
        doel=f"?jaar={jaar}",
        dienst=lambda: services.streefcijfers_zetten(
            partnerschap=gevonden, jaar=jaar, aantallen=form.aantallen(), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def fasecijfers(request: GebiedRequest, partnerschap_id: UUID, jaar: int, kwartaal: int) -> HttpResponse:
    if kwartaal not in selectors.KWARTALEN or jaar_uit(str(jaar), anders=0) != jaar:
        raise Http404
    gevonden, vandaag = haal(partnerschap_id), timezone.localdate()
    form = FasecijferForm(request.POST or None, initial=selectors.begin_van_kwartaal(gevonden, jaar, kwartaal))
    return _wijzigpagina(
        request,
        gevonden,
        form,
        titel=f"Aantallen van het {kwartaal}e kwartaal {jaar}",
        uitleg="Hoeveel mensen kwamen dit kwartaal in elke fase? Vul alleen aantallen in, nooit wie. "
        "Andere organisaties zien kleine aantallen niet.",
        gelukt="De aantallen zijn bewaard.",
        doel=f"?jaar={jaar}",
        dienst=lambda: services.fasecijfers_zetten(
            partnerschap=gevonden,
            telling=Kwartaaltelling(jaar, kwartaal, form.aantallen(), form.cleaned_data["bron"]),
            door=request.toegang,
            vandaag=vandaag,
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def besluit_toevoegen(request: GebiedRequest, partnerschap_id: UUID) -> HttpResponse:
    gevonden = haal(partnerschap_id)
    form = BesluitForm(request.POST or None, initial={"datum": timezone.localdate(), "genomen_door": "De stuurgroep"})
    return _wijzigpagina(
        request,
        gevonden,
        form,
        titel="Besluit noteren",
        knop="Besluit noteren",
        gelukt="Het besluit is genoteerd.",
        dienst=lambda: services.besluit_noteren(
            partnerschap=gevonden, gegevens=BesluitGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def besluit_bijwerken(request: GebiedRequest, besluit_id: UUID) -> HttpResponse:
    eigen = Besluit.objects.select_related("overleg", "partnerschap").filter(eigenaar__in=request.toegang.lid_van)
    besluit = get_object_or_404(eigen, pk=besluit_id)
    begin = {naam: getattr(besluit, naam) for naam in BesluitForm.base_fields}
    form = BesluitForm(request.POST or None, initial=begin)
    houder = besluit.overleg or besluit.partnerschap
    adres = gebied_url("partners:overleg" if besluit.overleg else "partners:partnerschap", houder.pk)  # type: ignore[union-attr]
    return formulierpagina(
        request,
        form,
        titel="Besluit bewerken",
        knop="Bewaren",
        gelukt="Het besluit is bewaard.",
        doel=lambda _: adres,
        terug=(adres, str(houder)),
        dienst=lambda: services.besluit_bijwerken(
            besluit=besluit, gegevens=BesluitGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


def _eigen(request: GebiedRequest, partnerschap: Partnerschap) -> Partnerschap:
    if partnerschap.eigenaar_id not in request.toegang.lid_van:
        raise Http404
    return partnerschap


def _wijzigpagina(
    request: GebiedRequest,
    partnerschap: Partnerschap,
    form: forms.Form,
    *,
    titel: str,
    gelukt: str,
    dienst: Callable[[], Any],
    knop: str = "Bewaren",
    uitleg: str = "",
    doel: str = "",
) -> HttpResponse:
    """A form about one partnership; back to its page."""
    adres = _naar(_eigen(request, partnerschap))
    return formulierpagina(
        request,
        form,
        titel=titel,
        knop=knop,
        gelukt=gelukt,
        uitleg=uitleg,
        dienst=dienst,
        doel=lambda _: f"{adres}{doel}",
        terug=(adres, partnerschap.naam),
    )
