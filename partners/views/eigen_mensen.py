"""The people of the own organisation, kept by a colleague with the role partnercontact."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from partners import selectors
from partners.forms.eigen import EigenContactForm
from partners.models import Contactpersoon
from partners.services import eigen as services
from partners.views.eigen import eigen_pagina, haal_eigen
from partners.views.formulier import formulierpagina
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.permissions import Recht


def _haal_contact(request: GebiedRequest, contact_id: UUID) -> Contactpersoon:
    contact = selectors.eigen_contact(contact_id, request.toegang)
    if contact is None:
        raise Http404
    return contact


@require_http_methods(["GET", "POST"])
@require(Recht.EIGEN_ORGANISATIE)
def contact_toevoegen(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    organisatie = haal_eigen(request, organisatie_id)
    form = EigenContactForm(request.POST or None)
    return formulierpagina(
        request,
        form,
        titel="Contactpersoon toevoegen",
        knop="Contactpersoon toevoegen",
        gelukt="De contactpersoon is toegevoegd.",
        organisatie=organisatie,
        doel=lambda _: eigen_pagina(organisatie),
        terug=(eigen_pagina(organisatie), "Mijn organisatie"),
        uitleg="Vraag je collega of dit mag: iedereen die in de regio met jullie samenwerkt, ziet deze gegevens.",
        dienst=lambda: services.eigen_contact_toevoegen(
            organisatie=organisatie,
            gegevens=form.gegevens(),
            door=request.toegang,
            vandaag=timezone.localdate(),
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.EIGEN_ORGANISATIE)
def contact_bijwerken(request: GebiedRequest, contact_id: UUID) -> HttpResponse:
    contact = _haal_contact(request, contact_id)
    organisatie = haal_eigen(request, contact.organisatie_id or 0)
    form = EigenContactForm(request.POST or None, initial=EigenContactForm.begin(contact))
    return formulierpagina(
        request,
        form,
        titel="Contactpersoon bewerken",
        knop="Bewaren",
        gelukt="De contactpersoon is bewaard.",
        organisatie=organisatie,
        doel=lambda _: eigen_pagina(organisatie),
        terug=(eigen_pagina(organisatie), "Mijn organisatie"),
        dienst=lambda: services.eigen_contact_bijwerken(
            contact=contact,
            gegevens=form.gegevens(contact),
            door=request.toegang,
            vandaag=timezone.localdate(),
        ),
    )


@require_POST
@require(Recht.EIGEN_ORGANISATIE)
def contact_deactiveren(request: GebiedRequest, contact_id: UUID) -> HttpResponse:
    contact = _haal_contact(request, contact_id)
    return _doe(
        request,
        contact,
        services.eigen_contact_deactiveren,
        f"{contact.naam} is geen contactpersoon meer.",
        "partners:eigen_contact_activeren",
    )


@require_POST
@require(Recht.EIGEN_ORGANISATIE)
def contact_activeren(request: GebiedRequest, contact_id: UUID) -> HttpResponse:
    contact = _haal_contact(request, contact_id)
    return _doe(
        request,
        contact,
        services.eigen_contact_activeren,
        f"{contact.naam} is weer contactpersoon.",
        "partners:eigen_contact_deactiveren",
    )


def _doe(
    request: GebiedRequest, contact: Contactpersoon, dienst: Callable[..., Any], gelukt: str, ongedaan: str
) -> HttpResponse:
    doe(
        request,
        lambda: dienst(contact=contact, door=request.toegang, vandaag=timezone.localdate()),
        gelukt,
        ongedaan=gebied_url(ongedaan, contact.pk),
    )
    return redirect(eigen_pagina(haal_eigen(request, contact.organisatie_id or 0)))
