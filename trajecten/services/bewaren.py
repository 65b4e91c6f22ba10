"""Keeping a draft while somebody types: field by field, so that two open windows never wipe each other out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from regie.core.exceptions import Verouderd
from trajecten.models import Evaluatie, Evaluatievraag

LANGSTE = 5000  # characters of one field
R = TypeVar("R", Evaluatie, Evaluatievraag)


@dataclass(frozen=True, slots=True)
class Wijziging:
    was: str  # what the window showed before
    wordt: str


@dataclass(slots=True)
class Bewaard:
    versie: int
    ontwerp: Mapping[str, str]  # everything as it is kept now, for the window to take over
    botsingen: dict[str, str] = field(default_factory=dict)  # fields somebody else changed: what is kept for them


def bewaar_velden(rij: R, wijzigingen: Mapping[str, Wijziging], toegelaten: Collection[str]) -> Bewaard:
    """Take over what did not change elsewhere in the meantime. `rij` is locked by the caller."""
    ontwerp, botsingen = dict(rij.ontwerp), {}
    for naam, wijziging in wijzigingen.items():
        if naam not in toegelaten:
            continue
        nu = ontwerp.get(naam, wijziging.was)
        if nu in {wijziging.was, wijziging.wordt}:
            ontwerp[naam] = wijziging.wordt[:LANGSTE]
        else:
            botsingen[naam] = nu
    if ontwerp != rij.ontwerp:
        rij.ontwerp, rij.ontwerp_versie = ontwerp, rij.ontwerp_versie + 1
        rij.save(update_fields=["ontwerp", "ontwerp_versie"])
    return Bewaard(rij.ontwerp_versie, ontwerp, botsingen)


def controleer_versie(rij: R, versie: int | None) -> None:
    if versie is not None and versie != rij.ontwerp_versie:
        raise Verouderd("een collega of in een ander venster")
