"""The rapporten of one partner: as a block on its page, and as the page where the partner says who gets them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from rapportage.selectors import van_partner as selectors
from rapportage.selectors.archief import ziet_alle_rapporten
from rapportage.services import van_partner as services
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht

IN_BLOK = 5


@require_safe
@vary_on_headers("HX-Request")
@require(Recht.RAPPORT_BEKIJKEN)
def van_partner(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    """Of the own organisatie, or of any for who sees every rapport."""
    organisaties = Organisatie.objects.van_gebied()
    if not ziet_alle_rapporten(request.toegang):
        organisaties = organisaties.filter(pk__in=request.toegang.partner_van)
    organisatie = get_object_or_404(organisaties, pk=organisatie_id)
    context = {
        "organisatie": organisatie,
        "ontvangen": selectors.ontvangen_van(organisatie, aantal=IN_BLOK if request.htmx else None),
        "abonnementen": selectors.abonnementen_van(organisatie, vandaag=timezone.localdate()),
        "is_eigen": organisatie.pk in request.toegang.partner_van,
    }
    sjabloon = "rapportage/van_partner_blok.html" if request.htmx else "rapportage/van_partner.html"
    return render(request, sjabloon, context)


@require_POST
@require(Recht.EIGEN_ORGANISATIE)
def abonnement_stoppen(request: GebiedRequest, abonnement_id: UUID) -> HttpResponse:
    terug = "rapportage:eigen-abonnement-hervatten"
    zin = "Deze persoon krijgt geen rapporten meer."
    return _doe(request, abonnement_id, services.eigen_abonnement_stoppen, zin, terug)


@require_POST
@require(Recht.EIGEN_ORGANISATIE)
def abonnement_hervatten(request: GebiedRequest, abonnement_id: UUID) -> HttpResponse:
    terug = "rapportage:eigen-abonnement-stoppen"
    zin = "Deze persoon krijgt de rapporten weer."
    return _doe(request, abonnement_id, services.eigen_abonnement_hervatten, zin, terug)


def _doe(request: GebiedRequest, abonnement_id: UUID, dienst: Any, gelukt: str, ongedaan: str) -> HttpResponse:
    vandaag = timezone.localdate()
    for organisatie in Organisatie.objects.van_gebied().filter(pk__in=request.toegang.partner_van):
        abonnement = selectors.abonnementen_bij(organisatie, vandaag=vandaag).filter(pk=abonnement_id).first()
        if abonnement is None:
            continue
        try:
            dienst(abonnement=abonnement, organisatie=organisatie, door=request.toegang, vandaag=vandaag)
        except DomainError as fout:
            messages.error(request, str(fout))
        else:
            messages.success(request, gelukt, extra_tags=f"ongedaan={gebied_url(ongedaan, abonnement.pk)}")
        return redirect(gebied_url("rapportage:van-partner", organisatie.pk))
    raise Http404
