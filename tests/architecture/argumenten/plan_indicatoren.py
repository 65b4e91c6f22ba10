"""Addresses of the indicators of a plan. Of an action somebody pulls, so that every role with the right has one."""

from typing import Any

from actieplannen.models import Jaaractieplan
from tests.architecture.argumenten.wereld import Maak, Wereld, van
from tests.factories import ActieFactory, ActieindicatorFactory


def _eigen_actie(wereld: Wereld, user: Any) -> list[Any]:
    return [ActieFactory(trekker=user).pk]


def _eigen_indicator(wereld: Wereld, user: Any) -> list[Any]:
    return [ActieindicatorFactory(actie__trekker=user).pk]


def _kwartaal(wereld: Wereld, user: Any) -> list[Any]:
    return [*_eigen_indicator(wereld, user), 1]


VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(
        ("actieplannen:indicatoren", "actieplannen:metingen_inladen", "actieplannen:metingen_sjabloon"),
        van(Jaaractieplan),
    ),
    **dict.fromkeys(("actieplannen:indicator_kiezen", "actieplannen:indicator_toevoegen"), _eigen_actie),
    **dict.fromkeys(
        (
            "actieplannen:indicator",
            "actieplannen:indicator_bewerken",
            "actieplannen:indicator_wissen",
            "actieplannen:indicator_verplaatsen",
        ),
        _eigen_indicator,
    ),
    **dict.fromkeys(("actieplannen:meting", "actieplannen:meting_terug"), _kwartaal),
}
