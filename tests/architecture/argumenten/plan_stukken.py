"""Addresses of the subsidiedossier and the verantwoording."""

from typing import Any

from actieplannen.models import Jaaractieplan
from tests.architecture.argumenten.wereld import Maak, Wereld, van


def _met(*meer: str) -> Maak:
    def maak(wereld: Wereld, user: Any) -> list[Any]:
        return [*van(Jaaractieplan)(wereld, user), *meer]

    return maak


VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(
        ("actieplannen:dossier", "actieplannen:verantwoording", "actieplannen:uitvoer"), van(Jaaractieplan)
    ),
    "actieplannen:uitvoerbestand": _met("excel"),
    "actieplannen:planstuk_bestand": _met("dossier", "word"),
    "actieplannen:planstuk_alles": _met("verantwoording"),
    "actieplannen:planstuk_sectie": _met("dossier", "VISIE"),
}
