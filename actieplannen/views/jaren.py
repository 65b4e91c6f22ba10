"""An action or an objective over the years."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actieplannen.models import Actie, Doelstelling
from actieplannen.selectors.jaren import actie_over_de_jaren, doelstelling_over_de_jaren
from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def actie_jaren(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    actie = get_object_or_404(Actie.objects.select_related("doelstelling__plan"), pk=planactie_id)
    context = {"actie": actie, "reeks": actie_over_de_jaren(actie, vandaag=timezone.localdate())}
    return render(request, "actieplannen/actie_jaren.html", context)


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def doelstelling_jaren(request: GebiedRequest, doelstelling_id: UUID) -> HttpResponse:
    doelstelling = get_object_or_404(Doelstelling.objects.select_related("plan"), pk=doelstelling_id)
    context = {
        "doelstelling": doelstelling,
        "reeks": doelstelling_over_de_jaren(doelstelling, vandaag=timezone.localdate()),
    }
    return render(request, "actieplannen/doelstelling_jaren.html", context)
