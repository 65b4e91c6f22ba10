"""The plans of the gebied, and one plan as a tree."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from actieplannen.models import Jaaractieplan
from actieplannen.selectors import plannen as selectors
from actieplannen.selectors.stappen import verbeterpunten
from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def lijst(request: GebiedRequest) -> HttpResponse:
    context = {"plannen": selectors.plannen(), "mag_bewerken": request.toegang.mag(Recht.PLAN_BEWERKEN)}
    return render(request, "actieplannen/lijst.html", context)


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def plan(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(Jaaractieplan, pk=plan_id)
    context = {
        "plan": gevonden,
        "tab": "actieplannen:plan",
        "boom": selectors.boom(gevonden),
        "verbeterpunten": verbeterpunten(gevonden),
        "mag_bewerken": request.toegang.mag(Recht.PLAN_BEWERKEN),
    }
    return render(request, "actieplannen/plan.html", context)
