"""What hangs on an employer card: its people, places of business, drempels and satisfaction."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from partners import services
from partners.forms import VestigingForm, WerkgeverContactForm
from partners.models import Contactpersoon, Vestiging, Werkgever
from partners.selectors import contactpersonen_van
from partners.services import ContactGegevens, VestigingGegevens
from partners.views.formulier import formulierpagina
from partners.views.werkgevers import haal, naar_kaart, terug_naar
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht

TOESTEMMING = (
    "Bewaar alleen wat je nodig hebt om deze persoon te bereiken. Heel het gebied leest deze gegevens: zeg dat erbij."
)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def contact_toevoegen(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    werkgever = haal(werkgever_id)
    form = WerkgeverContactForm(request.POST or None)
    return _op_de_kaart(
        request,
        form,
        werkgever,
        titel="Contactpersoon van de werkgever toevoegen",
        knop="Contactpersoon toevoegen",
        gelukt="De contactpersoon is toegevoegd.",
        uitleg=TOESTEMMING,
        dienst=lambda: services.werkgever_contact_toevoegen(
            werkgever=werkgever, gegevens=ContactGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def contact_bijwerken(request: GebiedRequest, werkgever_id: UUID, persoon_id: UUID) -> HttpResponse:
    werkgever, contact = _contact(werkgever_id, persoon_id)
    begin = {naam: getattr(contact, naam) for naam in WerkgeverContactForm.base_fields}
    form = WerkgeverContactForm(request.POST or None, initial=begin)
    return _op_de_kaart(
        request,
        form,
        werkgever,
        titel="Contactpersoon van de werkgever bewerken",
        knop="Bewaren",
        gelukt="De contactpersoon is bewaard.",
        uitleg=TOESTEMMING,
        dienst=lambda: services.contactpersoon_bijwerken(
            contact=contact, gegevens=ContactGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def contact_deactiveren(request: GebiedRequest, werkgever_id: UUID, persoon_id: UUID) -> HttpResponse:
    werkgever, contact = _contact(werkgever_id, persoon_id)
    services.contactpersoon_deactiveren(contact=contact, door=request.toegang)
    ongedaan = gebied_url("werkgevers:contact_activeren", werkgever.pk, contact.pk)
    messages.success(request, f"{contact.naam} is geen contactpersoon meer.", extra_tags=f"ongedaan={ongedaan}")
    return redirect(naar_kaart(werkgever))


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def contact_activeren(request: GebiedRequest, werkgever_id: UUID, persoon_id: UUID) -> HttpResponse:
    werkgever, contact = _contact(werkgever_id, persoon_id)
    services.contactpersoon_activeren(contact=contact, door=request.toegang)
    messages.success(request, f"{contact.naam} is weer contactpersoon.")
    return redirect(naar_kaart(werkgever))


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def vestiging_toevoegen(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    werkgever = haal(werkgever_id)
    form = VestigingForm(request.POST or None)
    return _op_de_kaart(
        request,
        form,
        werkgever,
        titel="Vestiging toevoegen",
        knop="Vestiging toevoegen",
        gelukt="De vestiging is toegevoegd.",
        dienst=lambda: services.vestiging_toevoegen(
            werkgever=werkgever, gegevens=VestigingGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def vestiging_bijwerken(request: GebiedRequest, vestiging_id: UUID) -> HttpResponse:
    vestiging = get_object_or_404(Vestiging.objects.select_related("werkgever", "gemeente"), pk=vestiging_id)
    form = VestigingForm(request.POST or None, initial=VestigingForm.begin(vestiging))
    return _op_de_kaart(
        request,
        form,
        vestiging.werkgever,
        titel="Vestiging bewerken",
        knop="Bewaren",
        gelukt="De vestiging is bewaard.",
        dienst=lambda: services.vestiging_bijwerken(
            vestiging=vestiging, gegevens=VestigingGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def vestiging_wissen(request: GebiedRequest, vestiging_id: UUID) -> HttpResponse:
    vestiging = get_object_or_404(Vestiging.objects.select_related("werkgever"), pk=vestiging_id)
    werkgever = vestiging.werkgever
    services.vestiging_wissen(vestiging=vestiging, door=request.toegang)
    messages.success(request, "De vestiging is gewist.")
    return redirect(naar_kaart(werkgever))


def _contact(werkgever_id: UUID, persoon_id: UUID) -> tuple[Werkgever, Contactpersoon]:
    """A person of this employer, or of the partner it has become: nobody else's."""
    werkgever = haal(werkgever_id)
    return werkgever, get_object_or_404(contactpersonen_van(werkgever).select_related("organisatie"), pk=persoon_id)


def _op_de_kaart(request: GebiedRequest, form: Any, werkgever: Werkgever, **pagina: Any) -> HttpResponse:
    return formulierpagina(request, form, doel=lambda _: naar_kaart(werkgever), terug=terug_naar(werkgever), **pagina)
