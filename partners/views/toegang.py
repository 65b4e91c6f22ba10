"""Invitations to an account: by the region on the page of a partner, or by a colleague of that partner."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from partners.forms.toegang import PartneruitnodigingForm
from partners.models import Contactpersoon
from partners.services import toegang as services
from partners.views.eigen import eigen_pagina, haal_eigen
from partners.views.formulier import formulierpagina
from regie.accounts.models import Uitnodiging
from regie.accounts.selectors import lopende_uitnodigingen
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht

UITLEG = (
    "Je collega krijgt een mail met een link en kiest een wachtwoord. Het account toont alleen wat van {wie} is: "
    "de gegevens, de plaatsen, wat een OCMW deelt en de rapporten."
)


@require_http_methods(["GET", "POST"])
@require(Recht.LEDEN_BEHEREN)
def uitnodigen(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    """The region invites."""
    organisatie = get_object_or_404(Organisatie.objects.van_gebied(), pk=organisatie_id)
    return _formulier(request, organisatie, gebied_url("partners:organisatie", organisatie.pk), organisatie.naam)


@require_http_methods(["GET", "POST"])
@require(Recht.EIGEN_ORGANISATIE)
def collega_uitnodigen(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    organisatie = haal_eigen(request, organisatie_id)
    return _formulier(request, organisatie, eigen_pagina(organisatie), "Mijn organisatie")


def _formulier(request: GebiedRequest, organisatie: Organisatie, adres: str, label: str) -> HttpResponse:
    form = PartneruitnodigingForm(request.POST or None, initial=_begin(request, organisatie))
    return formulierpagina(
        request,
        form,
        titel=f"Iemand van {organisatie} uitnodigen",
        knop="Uitnodiging versturen",
        gelukt="De uitnodiging is verstuurd.",
        organisatie=organisatie,
        doel=lambda _: adres,
        terug=(adres, label),
        uitleg=UITLEG.format(wie=organisatie),
        dienst=lambda: services.partner_uitnodigen(
            organisatie=organisatie,
            **form.cleaned_data,
            door=request.toegang,
            nu=timezone.now(),
            vandaag=timezone.localdate(),
        ),
    )


def _begin(request: GebiedRequest, organisatie: Organisatie) -> dict[str, Any]:
    """From the row of a contact person: what we know already."""
    vraag = request.GET.get("contact", "")
    eigen = Contactpersoon.objects.filter(organisatie=organisatie)
    return PartneruitnodigingForm.begin(next((c for c in eigen if str(c.pk) == vraag), None))


@require_POST
@require(Recht.EIGEN_ORGANISATIE)
def uitnodiging_opnieuw(request: GebiedRequest, uitnodiging_id: int) -> HttpResponse:
    return _doe(request, uitnodiging_id, services.partneruitnodiging_opnieuw, "De uitnodiging is opnieuw verstuurd.")


@require_POST
@require(Recht.EIGEN_ORGANISATIE)
def uitnodiging_intrekken(request: GebiedRequest, uitnodiging_id: int) -> HttpResponse:
    gelukt = "De uitnodiging is ingetrokken. De link werkt niet meer."
    return _doe(request, uitnodiging_id, services.partneruitnodiging_intrekken, gelukt)


def _doe(request: GebiedRequest, uitnodiging_id: int, dienst: Any, gelukt: str) -> HttpResponse:
    uitnodiging: Uitnodiging | None = lopende_uitnodigingen().filter(pk=uitnodiging_id).first()
    if uitnodiging is None:
        raise Http404
    organisatie = haal_eigen(request, uitnodiging.organisatie_id)
    doe(
        request,
        lambda: dienst(uitnodiging=uitnodiging, door=request.toegang, nu=timezone.now(), vandaag=timezone.localdate()),
        gelukt,
    )
    return redirect(eigen_pagina(organisatie))
