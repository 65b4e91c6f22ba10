"""The words under the figures: definitions and the rule of suppression, with the thresholds of a day."""

from datetime import date

from regie.cijfers.indicatoren import GEBRUIKTE_REGELS, INDICATOREN, Indicator
from regie.cijfers.models import Maandtelling
from regie.cijfers.onderdrukking import drempels
from regie.core.parameters import waarde


def begrippen(op: date) -> tuple[Indicator, ...]:
    """Every indicator, with the thresholds that hold on `op` written in its text."""
    getallen = {code: int(waarde(code, op=op)) for code in GEBRUIKTE_REGELS}
    getallen["grootste_verborgen"] = getallen["kleine_cel"] - 1
    return tuple(indicator.ingevuld(getallen) for indicator in INDICATOREN.values())


def is_nieuw_gebied() -> bool:
    """Nobody registered anything yet, in any period."""
    return not Maandtelling.objects.exists()


def onderdrukkingsregel(op: date) -> str:
    """The sentence that stands under every table."""
    return drempels(op).zin
