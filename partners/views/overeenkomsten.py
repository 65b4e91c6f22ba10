"""Agreements of the gebied: what is in force, with whom, and until when."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.enums import Actiedomein, Bijlageonderwerp
from partners.exports import overeenkomstenlijst
from partners.forms.overeenkomsten import (
    NieuweOvereenkomstForm,
    OpzegForm,
    OvereenkomstFilterForm,
    OvereenkomstForm,
)
from partners.models import Overeenkomst
from partners.selectors import overeenkomsten as selectors
from partners.selectors.bijlagen import bijlagen_van
from partners.services import overeenkomsten as services
from partners.views.formulier import formulierpagina
from regie.core.excel import als_download
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope

PER_PAGINA = 50
LIJST = "partners:overeenkomsten"
PAGINA = "partners:overeenkomst"


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def overeenkomsten(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    alle = selectors.overeenkomsten(vandaag=vandaag)
    form = _filter(request)
    rijen = _gefilterd(alle, form)
    context = {
        "form": form,
        "pagina": Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina")),
        "stand": selectors.overzicht(alle, vandaag=vandaag),
        "tekenen": sum(r.status == selectors.S.TER_ONDERTEKENING for r in alle),
        "loopt_af": sum(r.status == selectors.S.LOOPT_AF for r in alle),
        "lopend": sum(r.in_voege for r in alle),
        "vandaag": vandaag,
        "mag_bewerken": request.toegang.mag(Recht.OVEREENKOMST_BEWERKEN),
    }
    return render(request, "partners/overeenkomsten/lijst.html", context)


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def overeenkomsten_stand(request: GebiedRequest) -> HttpResponse:
    """Per local authority and per gebruiker: which agreement there is, or that there is none."""
    vandaag = timezone.localdate()
    context = {
        "stand": selectors.overzicht(selectors.overeenkomsten(vandaag=vandaag), vandaag=vandaag),
        "vandaag": vandaag,
        "mag_bewerken": request.toegang.mag(Recht.OVEREENKOMST_BEWERKEN),
    }
    return render(request, "partners/overeenkomsten/stand.html", context)


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def overeenkomsten_excel(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    rijen = _gefilterd(selectors.overeenkomsten(vandaag=vandaag), _filter(request))
    uitleg = [
        ("Lijst", f"Overeenkomsten van {current_scope().gebied}, dezelfde selectie als op het scherm"),
        ("Concepten", "Alleen die van je eigen organisatie staan erbij."),
        ("Gemaakt op", f"{vandaag:%d/%m/%Y}"),
        ("Aantal rijen", str(len(rijen))),
    ]
    bestand = overeenkomstenlijst(rijen, uitleg=uitleg)
    return als_download(bestand, bestandsnaam=f"overeenkomsten-{vandaag:%Y-%m-%d}.xlsx")


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def overeenkomst(request: GebiedRequest, overeenkomst_id: UUID) -> HttpResponse:
    rijen = Overeenkomst.objects.compleet().select_related("vorige").prefetch_related("partijen__contactpersoon")
    gevonden = get_object_or_404(rijen, pk=overeenkomst_id)
    vandaag = timezone.localdate()
    context = {
        "overeenkomst": gevonden,
        "blad": selectors.overeenkomst_blad(gevonden, vandaag=vandaag),
        "bijlagen": bijlagen_van(Bijlageonderwerp.OVEREENKOMST, gevonden.pk),
        "domeinen": [Actiedomein(domein).label for domein in gevonden.domeinen],
        "mag_bewerken": _mag(request, gevonden),
        "vandaag": vandaag,
    }
    return render(request, "partners/overeenkomsten/overeenkomst.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def overeenkomst_toevoegen(request: GebiedRequest) -> HttpResponse:
    """`?soort=` and `?met=` come from the overview: what is missing there is started here."""
    huizen = Organisatie.objects.van_gebied().filter(pk__in=request.toegang.lid_van).order_by("naam")
    form = NieuweOvereenkomstForm(
        request.POST or None,
        huizen=huizen,
        organisaties=partijen(),
        initial={"soort": request.GET.get("soort"), "tegenpartij": request.GET.get("met")},
    )
    return formulierpagina(
        request,
        form,
        titel="Overeenkomst toevoegen",
        knop="Concept bewaren",
        uitleg="Je begint met een concept. Alleen jouw organisatie ziet het, tot je het ter ondertekening verstuurt.",
        gelukt="Het concept is bewaard. Vul de partijen aan en verstuur het ter ondertekening.",
        terug=(gebied_url(LIJST), "Overeenkomsten"),
        template="partners/overeenkomsten/formulier.html",
        doel=pagina_van,
        dienst=lambda: services.overeenkomst_toevoegen(
            gegevens=form.gegevens(),
            eigenaar=form.cleaned_data["eigenaar"],
            tegenpartij=form.cleaned_data["tegenpartij"],
            door=request.toegang,
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def overeenkomst_bijwerken(request: GebiedRequest, overeenkomst_id: UUID) -> HttpResponse:
    gevonden = haal(overeenkomst_id)
    form = OvereenkomstForm(request.POST or None, initial=OvereenkomstForm.begin(gevonden))
    return formulierpagina(
        request,
        form,
        titel="Overeenkomst bewerken",
        knop="Bewaren",
        gelukt="De overeenkomst is bewaard.",
        terug=(pagina_van(gevonden), gevonden.titel),
        template="partners/overeenkomsten/formulier.html",
        doel=pagina_van,
        dienst=lambda: services.overeenkomst_bijwerken(
            overeenkomst=gevonden, gegevens=form.gegevens(), door=request.toegang, vandaag=timezone.localdate()
        ),
    )


@require_POST
@require(Recht.OVEREENKOMST_BEWERKEN)
def overeenkomst_versturen(request: GebiedRequest, overeenkomst_id: UUID) -> HttpResponse:
    return _stap(
        request,
        overeenkomst_id,
        services.overeenkomst_versturen,
        "De overeenkomst ligt ter ondertekening. Het hele gebied kan ze nu lezen.",
        ongedaan="partners:overeenkomst_terugtrekken",
    )


@require_POST
@require(Recht.OVEREENKOMST_BEWERKEN)
def overeenkomst_terugtrekken(request: GebiedRequest, overeenkomst_id: UUID) -> HttpResponse:
    return _stap(
        request,
        overeenkomst_id,
        services.overeenkomst_terugtrekken,
        "De overeenkomst is weer een concept van je organisatie.",
        ongedaan="partners:overeenkomst_versturen",
    )


@require_POST
@require(Recht.OVEREENKOMST_BEWERKEN)
def overeenkomst_vernieuwen(request: GebiedRequest, overeenkomst_id: UUID) -> HttpResponse:
    return _stap(
        request,
        overeenkomst_id,
        services.overeenkomst_vernieuwen,
        "Er is een concept van de nieuwe versie. Kijk de datums en de doelen na.",
        ongedaan="partners:overeenkomst_wissen",
    )


@require_POST
@require(Recht.OVEREENKOMST_BEWERKEN)
def overeenkomst_wissen(request: GebiedRequest, overeenkomst_id: UUID) -> HttpResponse:
    gevonden = haal(overeenkomst_id)
    try:
        services.overeenkomst_wissen(overeenkomst=gevonden, door=request.toegang, vandaag=timezone.localdate())
    except DomainError as fout:
        messages.error(request, str(fout))
        return redirect(pagina_van(gevonden))
    messages.success(request, "Het concept is gewist.")
    return redirect(gebied_url(LIJST))


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def overeenkomst_opzeggen(request: GebiedRequest, overeenkomst_id: UUID) -> HttpResponse:
    gevonden = haal(overeenkomst_id)
    vandaag = timezone.localdate()
    voorstel = services.vroegste_einde(gevonden, vandaag)
    form = OpzegForm(request.POST or None, initial=OpzegForm.begin(voorstel=voorstel, vandaag=vandaag))
    return formulierpagina(
        request,
        form,
        titel="Overeenkomst opzeggen",
        knop="Opzeggen",
        gelukt="De overeenkomst is opgezegd.",
        terug=(pagina_van(gevonden), gevonden.titel),
        template="partners/overeenkomsten/opzeggen.html",
        doel=pagina_van,
        meer={"gevolgen": selectors.gevolgen_van_opzeg(gevonden)},
        dienst=lambda: services.overeenkomst_opzeggen(
            overeenkomst=gevonden, **form.cleaned_data, door=request.toegang, vandaag=vandaag
        ),
    )


@require_POST
@require(Recht.OVEREENKOMST_BEWERKEN)
def opzeg_intrekken(request: GebiedRequest, overeenkomst_id: UUID) -> HttpResponse:
    return _stap(request, overeenkomst_id, services.opzeg_intrekken, "De opzeg is ingetrokken.")


def haal(overeenkomst_id: UUID) -> Overeenkomst:
    return get_object_or_404(Overeenkomst.objects.select_related("eigenaar"), pk=overeenkomst_id)


def pagina_van(overeenkomst: Overeenkomst) -> str:
    return gebied_url(PAGINA, overeenkomst.pk)


def partijen() -> Any:
    return Organisatie.objects.van_gebied().filter(is_actief=True).order_by("naam")


def _mag(request: GebiedRequest, overeenkomst: Overeenkomst) -> bool:
    return request.toegang.mag(Recht.OVEREENKOMST_BEWERKEN) and overeenkomst.eigenaar_id in request.toegang.lid_van


def _filter(request: GebiedRequest) -> OvereenkomstFilterForm:
    return OvereenkomstFilterForm(request.GET, organisaties=partijen())


def _gefilterd(alle: list[selectors.Regel], form: OvereenkomstFilterForm) -> list[selectors.Regel]:
    """A filter that makes no sense filters nothing."""
    return selectors.gefilterd(alle, **form.cleaned_data) if form.is_valid() else selectors.gefilterd(alle)


def _stap(request: GebiedRequest, overeenkomst_id: UUID, dienst: Any, gelukt: str, ongedaan: str = "") -> HttpResponse:
    """One click that calls one service, and the way back."""
    gevonden = haal(overeenkomst_id)
    try:
        resultaat = dienst(overeenkomst=gevonden, door=request.toegang, vandaag=timezone.localdate())
    except DomainError as fout:
        messages.error(request, str(fout))
        return redirect(pagina_van(gevonden))
    tags = f"ongedaan={gebied_url(ongedaan, resultaat.pk)}" if ongedaan else ""
    messages.success(request, gelukt, extra_tags=tags)
    return redirect(pagina_van(resultaat))
