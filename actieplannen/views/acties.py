"""One action, and the actions somebody pulls."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actieplannen.models import Actie
from actieplannen.selectors import plannen as selectors
from actieplannen.selectors.geld import geld_van_actie
from actieplannen.selectors.indicatoren import standen_van_actie
from actieplannen.selectors.standblad import mijn_stand
from actieplannen.selectors.standen import kwartaalstanden_van
from actieplannen.services.rechten import mag_actie_bewerken, mag_actie_opvolgen
from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def actie(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    rijen = Actie.objects.select_related("doelstelling__plan", "trekker", "trekker_organisatie", "trekker_contact")
    gevonden = get_object_or_404(rijen, pk=planactie_id)
    context = {
        "actie": gevonden,
        "plan": gevonden.doelstelling.plan,
        "mag_bewerken": mag_actie_bewerken(gevonden, request.toegang),
        "mag_opvolgen": mag_actie_opvolgen(gevonden, request.toegang),
        "kwartaalstanden": kwartaalstanden_van(gevonden),
        "mijn_stand": mijn_stand(gevonden, vandaag=timezone.localdate()),
        "geld": geld_van_actie(gevonden),
        "standen": standen_van_actie(gevonden, vandaag=timezone.localdate()),
    }
    return render(request, "actieplannen/actie.html", context)


@require_safe
@require(Recht.ACTIE_OPVOLGEN)
def mijn_acties(request: GebiedRequest) -> HttpResponse:
    return render(request, "actieplannen/mijn_acties.html", {"acties": selectors.mijn_acties(request.toegang)})
