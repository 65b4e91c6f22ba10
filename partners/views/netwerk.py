"""Contact persons of one organisatie."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from partners import services
from partners.forms import ContactForm
from partners.models import Contactpersoon
from partners.services import ContactGegevens
from partners.views.formulier import formulierpagina
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
