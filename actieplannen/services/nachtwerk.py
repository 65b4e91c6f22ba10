"""What actieplannen does every night, per gebied: each topic adds its functions to NACHTWERK.

Each one runs in a transaction of its own, in a scope that belongs to every organisatie of the gebied (`lid_van`) and
sees no dossier; figures are counted by `regie.cijfers`. A function that fails takes no other one with it.
"""

from collections.abc import Callable
from datetime import date

from actieplannen.services.bevriezen import kwartalen_bevriezen
from actieplannen.services.standvraag import standen_opvolgen

NACHTWERK: tuple[Callable[[date], object], ...] = (kwartalen_bevriezen, standen_opvolgen)


def namen() -> list[str]:
    return [_naam(werk) for werk in NACHTWERK]


def voer_uit(*, naam: str, vandaag: date) -> None:
    """One function by its name; a name that an older release queued does nothing."""
    for werk in NACHTWERK:
        if _naam(werk) == naam:
            werk(vandaag)


def _naam(werk: Callable[[date], object]) -> str:
    return f"{werk.__module__}.{werk.__qualname__}"
