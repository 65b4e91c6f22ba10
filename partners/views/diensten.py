"""Which services a partner offers to employers: on its page, kept by who keeps the network."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from partners.forms.diensten import DienstForm
from partners.models import Dienstaanbod
from partners.services import diensten as services
from partners.views.behoeften import doe
from partners.views.formulier import formulierpagina
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Gemeente, Organisatie
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope

UITLEG = "Met deze lijst stellen we voor naar wie een behoefte van een werkgever het best gaat."


def _gemeenten() -> Any:
    leden = current_scope().gebied.gemeenten_op(timezone.localdate()).values("gemeente")
    return Gemeente.objects.filter(pk__in=leden).order_by("sleutel")


@require_http_methods(["GET", "POST"])
@require(Recht.PARTNER_BEWERKEN)
def dienst_toevoegen(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    organisatie = get_object_or_404(Organisatie.objects.van_gebied(), pk=organisatie_id)
    form = DienstForm(request.POST or None, gemeenten=_gemeenten(), initial={"van": timezone.localdate()})
    return formulierpagina(
        request,
        form,
        titel="Dienst toevoegen",
        knop="Dienst toevoegen",
        gelukt="De dienst is toegevoegd.",
        organisatie=organisatie,
        doel=lambda _: gebied_url("partners:organisatie", organisatie.pk),
        uitleg=UITLEG,
        dienst=lambda: services.dienst_toevoegen(organisatie=organisatie, **_velden(form), door=request.toegang),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PARTNER_BEWERKEN)
def dienst_bijwerken(request: GebiedRequest, aanbod_id: UUID) -> HttpResponse:
    aanbod = get_object_or_404(Dienstaanbod.objects.select_related("organisatie"), pk=aanbod_id)
    form = DienstForm(request.POST or None, gemeenten=_gemeenten(), initial=DienstForm.begin(aanbod))
    return formulierpagina(
        request,
        form,
        titel="Dienst bewerken",
        knop="Bewaren",
        gelukt="De dienst is bewaard.",
        organisatie=aanbod.organisatie,
        doel=lambda _: gebied_url("partners:organisatie", aanbod.organisatie_id),
        uitleg=UITLEG,
        dienst=lambda: services.dienst_bijwerken(aanbod=aanbod, **_velden(form), door=request.toegang),
    )


@require_POST
@require(Recht.PARTNER_BEWERKEN)
def dienst_stoppen(request: GebiedRequest, aanbod_id: UUID) -> HttpResponse:
    aanbod = get_object_or_404(Dienstaanbod, pk=aanbod_id)
    vandaag = timezone.localdate()
    doe(
        request,
        lambda: services.dienst_stoppen(aanbod=aanbod, vandaag=vandaag, door=request.toegang),
        "De dienst is gestopt.",
    )
    return redirect(gebied_url("partners:organisatie", aanbod.organisatie_id))


def _velden(form: DienstForm) -> dict[str, Any]:
    return {**form.cleaned_data, "gemeenten": list(form.cleaned_data["gemeenten"])}
