"""The plans of the gebied, and one plan as a tree."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actieplannen.enums import Planstatus, Prioriteit
from actieplannen.models import Jaaractieplan
from actieplannen.selectors import plannen as selectors
from actieplannen.selectors.planpagina import planblad
from actieplannen.selectors.regierol import jaarstand
from actieplannen.selectors.sjablonen import plansjablonen
from actieplannen.selectors.stappen import verbeterpunten
from actieplannen.selectors.volledigheid import volledigheid_van
from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht

# What a plan promises may change, freely or as an amendement.
OPEN = (Planstatus.CONCEPT, Planstatus.GOEDGEKEURD)


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def lijst(request: GebiedRequest) -> HttpResponse:
    """This year first, then what is being prepared, then what is over."""
    vandaag = timezone.localdate()
    plannen = sorted(selectors.plannen(), key=lambda plan: _volgorde(plan.jaar, vandaag.year))
    volledigheid = volledigheid_van(plannen, vandaag=vandaag)
    rijen: list[dict[str, Any]] = [{"plan": plan, "volledigheid": volledigheid[plan.pk]} for plan in plannen]
    context = {
        "jaren": [
            (jaar, f"Jaaractieplannen van {jaar}", list(groep))
            for jaar, groep in groupby(rijen, key=lambda rij: rij["plan"].jaar)
        ],
        "dit_jaar": vandaag.year,
        "plannen": plannen,
        "sjablonen": plansjablonen().values(),
        "mag_bewerken": request.toegang.mag(Recht.PLAN_BEWERKEN),
    }
    return render(request, "actieplannen/lijst.html", context)


def _volgorde(jaar: int, dit_jaar: int) -> tuple[int, int]:
    return (0 if jaar == dit_jaar else 1 if jaar > dit_jaar else 2, -jaar)


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def plan(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(Jaaractieplan, pk=plan_id)
    vandaag = timezone.localdate()
    gekozen = request.GET.get("prioriteit", "")
    prioriteit = gekozen if gekozen in Prioriteit.values else ""
    mag_bewerken = request.toegang.mag(Recht.PLAN_BEWERKEN)
    context = {
        "plan": gevonden,
        "tab": "actieplannen:plan",
        "blad": planblad(gevonden, prioriteit=prioriteit, vandaag=vandaag),
        "prioriteit": prioriteit,
        "volledigheid": volledigheid_van([gevonden], vandaag=vandaag)[gevonden.pk],
        "regierol": jaarstand(gevonden.jaar, vandaag=vandaag),
        "verbeterpunten": verbeterpunten(gevonden),
        "mag_bewerken": mag_bewerken,
        "kan_wijzigen": mag_bewerken and gevonden.status in OPEN,
    }
    return render(request, "actieplannen/plan.html", context)
