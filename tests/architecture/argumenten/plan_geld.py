"""Actions and money of a plan: read by the whole gebied; followed up by the trekker of an action."""

from typing import Any

from actieplannen.models import Actie, Jaaractieplan
from tests.architecture.argumenten.wereld import Maak, Wereld, van


def van_eigen_actie(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Actie, trekker=user).pk]


def zet_op_het_bord(wereld: Wereld, user: Any) -> list[Any]:
    return [*van_eigen_actie(wereld, user), "LOPEND"]


VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(("actieplannen:geld", "actieplannen:geld_besteed"), van(Jaaractieplan)),
    **dict.fromkeys(("actieplannen:acties", "actieplannen:acties_excel"), van(Jaaractieplan)),
    "actieplannen:bord_zetten": zet_op_het_bord,
    **dict.fromkeys(("actieplannen:actie_geld", "actieplannen:actie_besteed"), van_eigen_actie),
}
