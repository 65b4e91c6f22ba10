"""The pages where a team keeps its files in order share one row of tabs."""

from typing import Any

from regie.core.http import GebiedRequest, gebied_url
from regie.core.permissions import Recht
from trajecten.selectors.overdracht import aantal_te_beantwoorden

BLADEN = (
    ("overdrachten", "Overdrachten", Recht.TRAJECT_BEWERKEN),
    ("dubbele_dossiers", "Dubbele dossiers", Recht.TRAJECT_BEWERKEN),
)


def beheer_tabs(request: GebiedRequest, huidig: str) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "url": gebied_url(f"trajecten:{naam}"),
            "actief": naam == huidig,
            "aantal": aantal_te_beantwoorden() or None if naam == "overdrachten" else None,
        }
        for naam, label, recht in BLADEN
        if request.toegang.mag(recht)
    ]
