"""Contact persons and places of one organisatie."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from partners import services
from partners.forms import ContactForm, WerkplaatsForm
from partners.models import Contactpersoon, Werkplaats
from partners.services import ContactGegevens
from partners.views.formulier import formulierpagina
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht


@require_http_methods(["GET", "POST"])
@require(Recht.PARTNER_BEWERKEN)
def contact_toevoegen(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    organisatie = get_object_or_404(Organisatie.objects.van_gebied(), pk=organisatie_id)
    form = ContactForm(request.POST or None)
    return formulierpagina(
        request,
        form,
        titel="Contactpersoon toevoegen",
        knop="Contactpersoon toevoegen",
        gelukt="De contactpersoon is toegevoegd.",
        organisatie=organisatie,
        dienst=lambda: services.contactpersoon_toevoegen(
            organisatie=organisatie, gegevens=ContactGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PARTNER_BEWERKEN)
def contact_bijwerken(request: GebiedRequest, contact_id: UUID) -> HttpResponse:
    contact = get_object_or_404(Contactpersoon.objects.select_related("organisatie"), pk=contact_id)
    begin = {naam: getattr(contact, naam) for naam in ContactForm.base_fields}
    form = ContactForm(request.POST or None, initial=begin)
    return formulierpagina(
        request,
        form,
        titel="Contactpersoon bewerken",
        knop="Bewaren",
        gelukt="De contactpersoon is bewaard.",
        organisatie=contact.organisatie,
        dienst=lambda: services.contactpersoon_bijwerken(
            contact=contact, gegevens=ContactGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_POST
@require(Recht.PARTNER_BEWERKEN)
def contact_deactiveren(request: GebiedRequest, contact_id: UUID) -> HttpResponse:
    contact = get_object_or_404(Contactpersoon, pk=contact_id)
    services.contactpersoon_deactiveren(contact=contact, door=request.toegang)
    messages.success(request, f"{contact.naam} is geen contactpersoon meer.")
    return redirect(gebied_url("partners:organisatie", contact.organisatie_id))


@require_POST
@require(Recht.PARTNER_BEWERKEN)
def contact_activeren(request: GebiedRequest, contact_id: UUID) -> HttpResponse:
    contact = get_object_or_404(Contactpersoon, pk=contact_id)
    services.contactpersoon_activeren(contact=contact, door=request.toegang)
    messages.success(request, f"{contact.naam} is weer contactpersoon.")
    return redirect(gebied_url("partners:organisatie", contact.organisatie_id))


@require_http_methods(["GET", "POST"])
@require(Recht.PARTNER_BEWERKEN)
def werkplaats_toevoegen(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    organisatie = get_object_or_404(Organisatie.objects.van_gebied(), pk=organisatie_id)
    form = WerkplaatsForm(request.POST or None, initial={"aantal": 1, "van": timezone.localdate()})
    return formulierpagina(
        request,
        form,
        titel="Plaats toevoegen",
        knop="Plaats toevoegen",
        gelukt="De plaats is toegevoegd.",
        organisatie=organisatie,
        dienst=lambda: services.werkplaats_toevoegen(gebruiker=organisatie, **form.cleaned_data, door=request.toegang),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PARTNER_BEWERKEN)
def werkplaats_bijwerken(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    werkplaats = get_object_or_404(Werkplaats.objects.select_related("gebruiker"), pk=werkplaats_id)
    begin = {naam: getattr(werkplaats, naam) for naam in WerkplaatsForm.base_fields}
    form = WerkplaatsForm(request.POST or None, initial=begin)
    return formulierpagina(
        request,
        form,
        titel="Plaats bewerken",
        knop="Bewaren",
        gelukt="De plaats is bewaard.",
        organisatie=werkplaats.gebruiker,
        dienst=lambda: services.werkplaats_bijwerken(werkplaats=werkplaats, **form.cleaned_data, door=request.toegang),
    )


@require_POST
@require(Recht.PARTNER_BEWERKEN)
def werkplaats_beeindigen(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    werkplaats = get_object_or_404(Werkplaats, pk=werkplaats_id)
    try:
        services.werkplaats_beeindigen(werkplaats=werkplaats, vandaag=timezone.localdate(), door=request.toegang)
    except DomainError as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, "De plaats is beëindigd.")
    return redirect(gebied_url("partners:organisatie", werkplaats.gebruiker_id))
