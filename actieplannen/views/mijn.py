"""What a trekker sees: the own actions, and nothing of the others."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actieplannen.selectors import mijnacties as selectors
from actieplannen.services.rechten import trekt
from actieplannen.views.actieblokken import eigen_blokken
from actieplannen.views.acties import haal, rechten
from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht


@require_safe
@require(Recht.ACTIE_OPVOLGEN)
def mijn_acties(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    context = {"rijen": selectors.mijn_lijst(request.toegang, vandaag=vandaag), "vandaag": vandaag}
    return render(request, "actieplannen/mijn_acties.html", context)


@require_safe
@require(Recht.ACTIE_OPVOLGEN)
def mijn_actie(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    gevonden, vandaag = haal(planactie_id), timezone.localdate()
    if not trekt(gevonden, request.toegang):
        raise Http404
    rij = selectors.maak(gevonden, vandaag=vandaag)
    rij.gevraagd = selectors.gevraagde_standen([gevonden.pk]).get(gevonden.pk, [])
    context = {
        "actie": gevonden,
        "plan": gevonden.doelstelling.plan,
        "rij": rij,
        "mijn": True,
        "vandaag": vandaag,
        **rechten(request, gevonden),
        **eigen_blokken(gevonden, door=request.toegang, vandaag=vandaag),
    }
    return render(request, "actieplannen/mijn_actie.html", context)
