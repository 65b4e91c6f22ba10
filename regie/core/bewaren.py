"""Keeping a draft while somebody types: field by field, so that two open windows never wipe each other out."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from django.http import JsonResponse
from django.utils import timezone

from regie.core.exceptions import Verouderd

LANGSTE = 5000  # characters of one field


class MetOntwerp(Protocol):
    """A row that holds a draft: {field of the form: text}, and how often it was changed."""

    ontwerp: dict[str, str]
    ontwerp_versie: int

    def save(self, *, update_fields: Iterable[str]) -> None: ...


@dataclass(frozen=True, slots=True)
class Wijziging:
    was: str  # what the window showed before
    wordt: str


@dataclass(slots=True)
class Bewaard:
    versie: int
    ontwerp: Mapping[str, str]  # everything as it is kept now, for the window to take over
    botsingen: dict[str, str] = field(default_factory=dict)  # fields somebody else changed: what is kept for them


def wijzigingen_van(post: Mapping[str, str]) -> dict[str, Wijziging]:
    """What an automatic save sends: per changed field what the window showed before, and what stands there now."""
    namen = [sleutel.removeprefix("wordt:") for sleutel in post if sleutel.startswith("wordt:")]
    return {naam: Wijziging(post.get(f"was:{naam}", ""), post[f"wordt:{naam}"]) for naam in namen}


def bewaar_velden(rij: MetOntwerp, wijzigingen: Mapping[str, Wijziging], toegelaten: Collection[str]) -> Bewaard:
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


def controleer_versie(rij: MetOntwerp, versie: int | None) -> None:
    if versie is not None and versie != rij.ontwerp_versie:
        raise Verouderd("een collega of in een ander venster")


def bewaard_antwoord(bewaard: Bewaard) -> JsonResponse:
    """What an automatic save gets back: when, and what another window changed meanwhile."""
    nu = timezone.localtime()
    return JsonResponse(
        {
            "versie": bewaard.versie,
            "tijd": f"{nu.hour}.{nu:%M} uur",
            "ontwerp": dict(bewaard.ontwerp),
            "botsingen": bewaard.botsingen,
        }
    )
