"""Addresses of a plan, its objectives and its order: the gebied reads, the regisseur writes."""

from typing import Any
from uuid import uuid4

from actieplannen.models import Actie, Doelstelling, Jaaractieplan
from tests.architecture.argumenten.wereld import Maak, Wereld, geen, van


def _gewist(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Jaaractieplan).pk, uuid4()]


VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(("actieplannen:plan_beginnen", "actieplannen:plan_leeg", "actieplannen:sjablonen"), geen),
    "actieplannen:plan_sjabloon": lambda wereld, user: ["regierol"],
    **dict.fromkeys(
        (
            "actieplannen:plan_overnemen",
            "actieplannen:plan_bijwerken",
            "actieplannen:plan_wissen",
            "actieplannen:plan_volledigheid",
            "actieplannen:plan_ordenen",
            "actieplannen:doelstelling_toevoegen",
        ),
        van(Jaaractieplan),
    ),
    "actieplannen:doelstelling_terugzetten": _gewist,
    **dict.fromkeys(
        (
            "actieplannen:doelstelling_bijwerken",
            "actieplannen:doelstelling_wissen",
            "actieplannen:doelstelling_verplaatsen",
            "actieplannen:actie_sjabloon",
            "actieplannen:doelstelling_jaren",
        ),
        van(Doelstelling),
    ),
    **dict.fromkeys(("actieplannen:actie_verplaatsen", "actieplannen:actie_jaren"), van(Actie)),
}
