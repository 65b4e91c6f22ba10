"""The region asks partners whether their data are still right, one by one or many at once, and follows the answers."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners import selectors
from partners.forms.gegevens import VraagForm
from partners.models import Gegevensvraag
from partners.services import gegevensvraag as services
from partners.services.gegevens import gegevens_nagekeken_door_regio
from partners.views.formulier import formulierpagina
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.models import Organisatie
from regie.core.notatie import meervoud
from regie.core.permissions import Recht


def _haal(gegevensvraag_id: UUID) -> Gegevensvraag:
    return get_object_or_404(Gegevensvraag.objects.select_related("organisatie", "gevraagd_door"), pk=gegevensvraag_id)


@require_http_methods(["GET", "POST"])
@require(Recht.PARTNER_BEWERKEN)
def vragen(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    organisatie = get_object_or_404(Organisatie.objects.van_gebied(), pk=organisatie_id)
    form = VraagForm(request.POST or None, organisatie=organisatie)
    return formulierpagina(
        request,
        form if request.method == "GET" or request.POST else VraagForm({}, organisatie=organisatie),
        titel="Vraag om na te kijken",
        knop="Vraag versturen",
        gelukt="De vraag is verstuurd.",
        organisatie=organisatie,
        uitleg="Deze persoon krijgt een mail met een link. Zonder account kijkt hij na wat we weten, en verbetert hij "
        "wat fout is. Blijft het stil, dan volgen vanzelf herinneringen.",
        dienst=lambda: (
            services.gegevens_vragen(
                organisatie=organisatie,
                contact=form.cleaned_data["contact"],
                door=request.toegang,
                vandaag=timezone.localdate(),
            ).organisatie
        ),
    )


@require_POST
@require(Recht.PARTNER_BEWERKEN)
def vragen_aan_selectie(request: GebiedRequest) -> HttpResponse:
    """What could not be asked is said with its reason."""
    ids = [int(rij) for rij in request.POST.getlist("id") if rij.isdigit()]
    uitkomst = services.gegevens_vragen_aan(organisatie_ids=ids, door=request.toegang, vandaag=timezone.localdate())
    if uitkomst.gevraagd:
        messages.success(request, f"De vraag is verstuurd naar {meervoud(uitkomst.gevraagd, 'partner', 'partners')}.")
    for _, reden in uitkomst.niet:
        messages.warning(request, reden)
    if not ids:
        messages.warning(request, "Kies eerst minstens één partner in de lijst.")
    return redirect(gebied_url("partners:lijst"))


@require_safe
@require(Recht.PARTNER_BEKIJKEN)
def vraag(request: GebiedRequest, gegevensvraag_id: UUID) -> HttpResponse:
    """One question: what became of it, and what the region can do."""
    gevonden = _haal(gegevensvraag_id)
    context = {
        "vraag": gevonden,
        "organisatie": gevonden.organisatie,
        "nazicht": selectors.nazicht(gevonden.organisatie, vandaag=timezone.localdate()),
        "stand": selectors.vraagstand(gevonden),
        "herinneringen": gevonden.herinneringen.order_by("nummer"),
        "mag_bewerken": request.toegang.mag(Recht.PARTNER_BEWERKEN),
    }
    return render(request, "partners/gegevens/vraag.html", context)


@require_POST
@require(Recht.PARTNER_BEWERKEN)
def vraag_opnieuw(request: GebiedRequest, gegevensvraag_id: UUID) -> HttpResponse:
    gevonden = _haal(gegevensvraag_id)

    def dienst() -> Any:
        return services.gegevensvraag_opnieuw(vraag=gevonden, door=request.toegang, vandaag=timezone.localdate())

    return _doe(request, gevonden.organisatie_id, dienst, "De vraag is opnieuw verstuurd.")


@require_POST
@require(Recht.PARTNER_BEWERKEN)
def vraag_stoppen(request: GebiedRequest, gegevensvraag_id: UUID) -> HttpResponse:
    gevonden = _haal(gegevensvraag_id)

    def dienst() -> Any:
        return services.gegevensvraag_stoppen(
            vraag=gevonden, door=request.toegang, vandaag=timezone.localdate(), nu=timezone.now()
        )

    return _doe(request, gevonden.organisatie_id, dienst, "De vraag is gestopt. Er volgen geen herinneringen meer.")


@require_POST
@require(Recht.PARTNER_BEWERKEN)
def nagekeken(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    """After a phone call: everything was right."""
    organisatie = get_object_or_404(Organisatie.objects.van_gebied(), pk=organisatie_id)

    def dienst() -> Any:
        return gegevens_nagekeken_door_regio(
            organisatie=organisatie, door=request.toegang, vandaag=timezone.localdate()
        )

    return _doe(request, organisatie.pk, dienst, "De gegevens staan als vandaag nagekeken.")


def _doe(request: GebiedRequest, organisatie_id: int, dienst: Callable[[], Any], gelukt: str) -> HttpResponse:
    doe(request, dienst, gelukt)
    return redirect(gebied_url("partners:organisatie", organisatie_id))
