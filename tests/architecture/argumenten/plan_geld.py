"""Money of a plan: read by the whole gebied; filled in for an own action by its trekker."""

from typing import Any

from actieplannen.models import Actie, Jaaractieplan
from tests.architecture.argumenten.wereld import Maak, Wereld, van


def van_eigen_actie(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Actie, trekker=user).pk]


VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(("actieplannen:geld", "actieplannen:geld_besteed"), van(Jaaractieplan)),
    **dict.fromkeys(("actieplannen:actie_geld", "actieplannen:actie_besteed"), van_eigen_actie),
}
