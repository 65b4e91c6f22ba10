"""What a plan was: one version as it stood, and two of them side by side."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from actieplannen.models import Jaaractieplan, Planversie
from actieplannen.selectors.inhoud import inhoud_van
from actieplannen.selectors.planwoorden import Soort, onderdelen
from actieplannen.selectors.vergelijking import vergelijk
from regie.core.http import GebiedRequest, require
from regie.core.notatie import datum
from regie.core.permissions import Recht

NU = "nu"


@dataclass(frozen=True, slots=True)
class Keuze:
    """What may stand on one side: a version, or the plan as it is now."""

    waarde: str
    label: str


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def planversie(request: GebiedRequest, planversie_id: UUID) -> HttpResponse:
    versie = get_object_or_404(Planversie.objects.select_related("plan", "door"), pk=planversie_id)
    delen = [
        {"soort": soort, "nummer": nummer, "titel": titel, "teksten": teksten}
        for (soort, _), (nummer, titel, teksten) in onderdelen(versie.inhoud).items()
    ]
    context = {"versie": versie, "plan": versie.plan, "delen": delen, "soorten": Soort}
    return render(request, "actieplannen/besluiten/versie.html", context)


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def plan_vergelijken(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    """?van=1&naar=nu: from which version to which; ?alles=1 also shows what stayed the same."""
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    versies = list(Planversie.objects.filter(plan=plan).defer("inhoud").order_by("nummer"))
    keuzes = [Keuze(str(v.nummer), f"versie {v.nummer}: {v.reden} op {datum(v.created_at)}") for v in versies]
    keuzes.append(Keuze(NU, "het plan van nu"))
    waarden = [keuze.waarde for keuze in keuzes]
    van = _gekozen(request.GET.get("van", ""), waarden, anders=waarden[max(len(versies) - 1, 0)])
    naar = _gekozen(request.GET.get("naar", ""), waarden, anders=NU)
    alles = "alles" in request.GET
    vergelijking = vergelijk(_inhoud(plan, van), _inhoud(plan, naar))
    labels = {keuze.waarde: keuze.label for keuze in keuzes}
    context = {
        "plan": plan,
        "keuzes": keuzes,
        "van": van,
        "naar": naar,
        "van_label": labels[van],
        "naar_label": labels[naar],
        "alles": alles,
        "telling": vergelijking.telling,
        "delen": vergelijking.onderdelen if alles else vergelijking.verschillen,
        "heeft_versies": bool(versies),
    }
    return render(request, "actieplannen/besluiten/vergelijken.html", context)


def _gekozen(waarde: str, waarden: list[str], *, anders: str) -> str:
    return waarde if waarde in waarden else anders


def _inhoud(plan: Jaaractieplan, waarde: str) -> dict[str, Any]:
    if waarde == NU:
        return inhoud_van(plan)
    inhoud: dict[str, Any] = Planversie.objects.get(plan=plan, nummer=int(waarde)).inhoud
    return inhoud
