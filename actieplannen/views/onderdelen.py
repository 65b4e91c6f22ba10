"""The pages of one plan, as tabs: each topic adds its line."""

from typing import Any
from uuid import UUID

from regie.core.http import gebied_url

# (label, URL name with the id of the plan as argument)
PLANTABS: tuple[tuple[str, str], ...] = (
    ("Plan", "actieplannen:plan"),
    ("Acties", "actieplannen:acties"),
    ("Indicatoren", "actieplannen:indicatoren"),
    ("Opvolging", "actieplannen:opvolging"),
    ("Geld", "actieplannen:geld"),
    ("Besluiten", "actieplannen:besluiten"),
    ("Dossier", "actieplannen:dossier"),
)


def plantabs(plan_id: UUID, huidig: str) -> list[dict[str, Any]]:
    """`huidig` is the URL name of the page that is open."""
    return [{"label": label, "url": gebied_url(naam, plan_id), "actief": naam == huidig} for label, naam in PLANTABS]
