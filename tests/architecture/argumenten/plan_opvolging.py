"""Addresses of the quarterly follow-up. A stand is opened by who pulls its action, and by the regisseur."""

from typing import Any

from actieplannen.models import Actie, Bijsturing, Jaaractieplan, Kwartaalstand
from tests.architecture.argumenten.wereld import Maak, Wereld, van


def eigen_actie(wereld: Wereld, user: Any) -> Actie:
    actie: Actie = wereld.rij(Actie, trekker=user)
    return actie


def van_eigen_actie(wereld: Wereld, user: Any) -> list[Any]:
    return [eigen_actie(wereld, user).pk]


def stand_van_eigen_actie(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Kwartaalstand, actie=eigen_actie(wereld, user), jaar=2026).pk]


def bijsturing(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Bijsturing, stand=wereld.rij(Kwartaalstand, jaar=2026)).pk]


VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(("actieplannen:opvolging", "actieplannen:standen_vragen"), van(Jaaractieplan)),
    "actieplannen:actiestand_vragen": van(Actie),
    "actieplannen:stand_beginnen": van_eigen_actie,
    "actieplannen:stand": stand_van_eigen_actie,
    **dict.fromkeys(("actieplannen:bijsturing_overnemen", "actieplannen:bijsturing_afwijzen"), bijsturing),
}
