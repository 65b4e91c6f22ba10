"""Addresses of the life of a plan: the whole gebied reads them, the regisseur takes the steps."""

from typing import Any

from actieplannen.models import Jaaractieplan, Planversie, Raadsbesluit, Verbeterpunt
from actieplannen.selectors.inhoud import inhoud_van
from tests.architecture.argumenten.wereld import Maak, Wereld, van
from tests.factories import PlanFactory

_VAN_EEN_PLAN = (
    "besluiten",
    "amendementen",
    "plan_vergelijken",
    "plan_indienen",
    "plan_intrekken",
    "plan_terugsturen",
    "plan_goedkeuren",
    "plan_afronden",
    "plan_heropenen",
    "plan_verantwoorden",
    "raadsbesluiten",
    "raadsbesluiten_klaarzetten",
)


def _versie(wereld: Wereld, user: Any) -> list[Any]:
    """With a content a page can show."""
    plan = PlanFactory()
    rij = Planversie.objects.create(
        plan=plan, nummer=1, status=plan.status, reden="ingediend", inhoud=inhoud_van(plan), door=user
    )
    return [rij.pk]


VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys((f"actieplannen:{naam}" for naam in _VAN_EEN_PLAN), van(Jaaractieplan)),
    "actieplannen:planversie": _versie,
    "actieplannen:verbeterpunt": van(Verbeterpunt),
    **dict.fromkeys(("actieplannen:raadsbesluit", "actieplannen:raadsbesluit_model"), van(Raadsbesluit)),
}
