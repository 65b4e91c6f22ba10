"""Addresses of the plans themselves: the whole gebied reads them."""

from actieplannen.models import Actie, Jaaractieplan
from tests.architecture.argumenten.wereld import Maak, geen, van

VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(("actieplannen:lijst", "actieplannen:mijn_acties"), geen),
    "actieplannen:plan": van(Jaaractieplan),
    "actieplannen:actie": van(Actie),
}
