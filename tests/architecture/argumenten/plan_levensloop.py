"""Addresses of the life of a plan: the whole gebied reads them, the regisseur takes the steps."""

from actieplannen.models import Jaaractieplan, Raadsbesluit, Verbeterpunt
from tests.architecture.argumenten.wereld import Maak, van

_VAN_EEN_PLAN = (
    "besluiten",
    "amendementen",
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
VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys((f"actieplannen:{naam}" for naam in _VAN_EEN_PLAN), van(Jaaractieplan)),
    "actieplannen:verbeterpunt": van(Verbeterpunt),
    **dict.fromkeys(("actieplannen:raadsbesluit", "actieplannen:raadsbesluit_model"), van(Raadsbesluit)),
}
