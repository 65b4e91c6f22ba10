"""'Plaatsen' of a partner: what it offers, another number for a while, a last day. Of another one nothing exists."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners import selectors
from partners.forms import CapaciteitForm
from partners.forms.eigen_plaatsen import EigenPlaatsForm, StopForm
from partners.models import Werkplaats
from partners.services import eigen_plaatsen as services
from partners.views.eigen import haal_eigen, kies_organisatie
from partners.views.formulier import formulierpagina
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht

FORMULIER = "partners/plaats_formulier.html"


def _pagina(organisatie: Organisatie) -> str:
    return f"{gebied_url('partners:eigen_plaatsen')}?organisatie={organisatie.pk}"


def _terug(organisatie: Organisatie) -> tuple[str, str]:
    return _pagina(organisatie), "Plaatsen"


def _haal(request: GebiedRequest, werkplaats_id: UUID) -> Werkplaats:
    werkplaats = selectors.eigen_werkplaats(werkplaats_id, request.toegang)
    if werkplaats is None:
        raise Http404
    return werkplaats


@require_safe
@require(Recht.EIGEN_ORGANISATIE)
def plaatsen(request: GebiedRequest) -> HttpResponse:
    organisatie, tabs = kies_organisatie(request)
    rijen = selectors.eigen_plaatsen(organisatie, vandaag=timezone.localdate())
    context = {
        "organisatie": organisatie,
        "tabs": tabs,
        "rijen": rijen,
        "aantal": sum(rij.aantal for rij in rijen if not rij.is_voorbij and not rij.komt_nog),
        "mag_aanbieden": bool(organisatie.gebruikerscategorie),
    }
    return render(request, "partners/eigen/plaatsen.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.EIGEN_ORGANISATIE)
def plaats_toevoegen(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    organisatie = haal_eigen(request, organisatie_id)
    form = EigenPlaatsForm(request.POST or None, door=request.toegang, initial={"van": timezone.localdate()})
    return formulierpagina(
        request,
        form,
        titel="Plaats aanbieden",
        knop="Plaats aanbieden",
        gelukt="De plaats wordt aangeboden. De OCMW's zien ze meteen.",
        organisatie=organisatie,
        doel=lambda _: _pagina(organisatie),
        terug=_terug(organisatie),
        template=FORMULIER,
        dienst=lambda: services.eigen_plaats_toevoegen(
            organisatie=organisatie, gegevens=form.gegevens(), door=request.toegang, vandaag=timezone.localdate()
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.EIGEN_ORGANISATIE)
def plaats_bijwerken(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    werkplaats = _haal(request, werkplaats_id)
    begin = EigenPlaatsForm.begin(werkplaats)
    form = EigenPlaatsForm(request.POST or None, door=request.toegang, initial=begin)
    return formulierpagina(
        request,
        form,
        titel="Plaats bewerken",
        knop="Bewaren",
        gelukt="De plaats is bewaard.",
        organisatie=werkplaats.gebruiker,
        doel=lambda _: _pagina(werkplaats.gebruiker),
        terug=_terug(werkplaats.gebruiker),
        uitleg=_afspraak(werkplaats),
        template=FORMULIER,
        dienst=lambda: services.eigen_plaats_bijwerken(
            werkplaats=werkplaats, gegevens=form.gegevens(), door=request.toegang, vandaag=timezone.localdate()
        ),
    )


def _afspraak(werkplaats: Werkplaats) -> str:
    if werkplaats.ocmw is None:
        return ""
    return f"Deze plaats is afgesproken met {werkplaats.ocmw}. Dat OCMW ziet wat je wijzigt."


@require_http_methods(["GET", "POST"])
@require(Recht.EIGEN_ORGANISATIE)
def aantal(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    werkplaats = _haal(request, werkplaats_id)
    begin = {"van": timezone.localdate(), "aantal": werkplaats.aantal}
    form = CapaciteitForm(request.POST or None, initial=begin)
    return formulierpagina(
        request,
        form,
        titel=f"Ander aantal plaatsen: {werkplaats.functie}",
        knop="Bewaren",
        gelukt="Het aantal plaatsen is bewaard.",
        organisatie=werkplaats.gebruiker,
        doel=lambda _: _pagina(werkplaats.gebruiker),
        terug=_terug(werkplaats.gebruiker),
        uitleg=f"Gewoonlijk zijn er {werkplaats.aantal}. Wie er al werkt, blijft ook als er minder plaatsen zijn.",
        dienst=lambda: services.eigen_aantal_zetten(
            werkplaats=werkplaats, **form.cleaned_data, door=request.toegang, vandaag=timezone.localdate()
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.EIGEN_ORGANISATIE)
def stoppen(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    werkplaats = _haal(request, werkplaats_id)
    form = StopForm(request.POST or None, initial={"tot": timezone.localdate()})
    return formulierpagina(
        request,
        form,
        titel=f"Stoppen met aanbieden: {werkplaats.functie}",
        knop="Stoppen",
        gelukt="De plaats stopt op die dag.",
        organisatie=werkplaats.gebruiker,
        doel=lambda _: _pagina(werkplaats.gebruiker),
        terug=_terug(werkplaats.gebruiker),
        uitleg="Na die dag komt er niemand nieuw. Wie er al werkt, blijft. Je kunt de plaats later weer aanbieden.",
        dienst=lambda: services.eigen_plaats_stoppen(
            werkplaats=werkplaats, **form.cleaned_data, door=request.toegang, vandaag=timezone.localdate()
        ),
    )


@require_POST
@require(Recht.EIGEN_ORGANISATIE)
def hervatten(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    werkplaats = _haal(request, werkplaats_id)
    return _doe(
        request,
        werkplaats.gebruiker,
        lambda: services.eigen_plaats_hervatten(
            werkplaats=werkplaats, door=request.toegang, vandaag=timezone.localdate()
        ),
        "De plaats wordt weer aangeboden.",
    )


@require_POST
@require(Recht.EIGEN_ORGANISATIE)
def aantal_wissen(request: GebiedRequest, capaciteit_id: UUID) -> HttpResponse:
    capaciteit = selectors.eigen_capaciteit(capaciteit_id, request.toegang)
    if capaciteit is None:
        raise Http404
    return _doe(
        request,
        capaciteit.werkplaats.gebruiker,
        lambda: services.eigen_aantal_wissen(
            capaciteit=capaciteit, door=request.toegang, vandaag=timezone.localdate()
        ),
        "Voor die periode geldt weer het gewone aantal.",
    )


def _doe(request: GebiedRequest, organisatie: Organisatie, dienst: Any, gelukt: str) -> HttpResponse:
    doe(request, dienst, gelukt)
    return redirect(_pagina(organisatie))
