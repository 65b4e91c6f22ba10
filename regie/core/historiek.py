"""What changed in rows, by whom: from the triggers of pghistory, so also what an import or a job did."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.utils import timezone

from regie.core.names import veldlabel
from regie.core.notatie import datum

STIL = frozenset({"id", "gebied", "created_at", "updated_at"})
LEEG = "leeg"
MAX_REGELS = 200
Toon = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Bron:
    """Events of one model. `wat` is what one row is called; `toon` says a field in words where str() would not."""

    model: type[models.Model]
    events: models.QuerySet
    wat: str
    stil: frozenset[str] = frozenset()
    toon: Mapping[str, Toon] = field(default_factory=dict)
    naam: str = ""  # the field that says which row it is, when there can be several


def tijdlijn(bronnen: Iterable[Bron], *, hoogstens: int = MAX_REGELS) -> list[dict[str, Any]]:
    """Items of a tijdlijn, newest first."""
    regels = [regel for bron in bronnen for regel in _regels(bron)]
    regels.reverse()  # what one import wrote has one moment: the last of it first
    regels.sort(key=lambda regel: regel["moment"], reverse=True)
    regels = regels[:hoogstens]
    namen = _namen({regel["user"] for regel in regels if regel["user"]})
    for regel in regels:
        regel["wie"] = namen.get(regel.pop("user"), "")
    return regels


def laatste(model: type[models.Model], pk: object) -> dict[str, Any] | None:
    """Who changed a row last, and when: `moment` and `wie`."""
    rij = (
        model.pgh_event_model.objects.filter(pgh_obj=pk)  # type: ignore[attr-defined]
        .select_related("pgh_context")
        .order_by("-pgh_id")
        .first()
    )
    if rij is None:
        return None
    user = _wie(rij)
    return {"moment": timezone.localtime(rij.pgh_created_at), "wie": _namen({user} if user else set()).get(user, "")}


def _regels(bron: Bron) -> list[dict[str, Any]]:
    velden = [veld for veld in bron.model._meta.local_concrete_fields if veld.name not in STIL | bron.stil]
    relaties = [veld.name for veld in velden if isinstance(veld, models.ForeignKey)]
    rijen = list(bron.events.select_related("pgh_context", *relaties).order_by("pgh_obj_id", "pgh_id"))
    regels, vorige = [], None
    for rij in rijen:
        zelfde = vorige is not None and vorige.pgh_obj_id == rij.pgh_obj_id
        regel = _regel(bron, rij, vorige if zelfde else None, velden)
        if regel:
            regels.append(regel)
        vorige = rij
    return regels


def _regel(bron: Bron, rij: Any, vorige: Any, velden: Iterable[models.Field]) -> dict[str, Any] | None:
    tekst, welke = "", ""
    if bron.naam:
        welke = f": {_toon(bron, rij, bron.model._meta.get_field(bron.naam))}"
    if rij.pgh_label == "insert":
        titel = f"{bron.wat} toegevoegd{welke}"
    elif rij.pgh_label == "delete":
        titel = f"{bron.wat} gewist{welke}"
    else:
        titel = f"{bron.wat} gewijzigd{welke}"
        tekst = "; ".join(_verschil(bron, rij, vorige, veld) for veld in velden if _is_anders(rij, vorige, veld))
        if not tekst:
            return None
    return {"moment": timezone.localtime(rij.pgh_created_at), "titel": titel, "tekst": tekst, "user": _wie(rij)}


def _is_anders(rij: Any, vorige: Any, veld: models.Field) -> bool:
    return vorige is not None and getattr(rij, veld.attname) != getattr(vorige, veld.attname)


def _verschil(bron: Bron, rij: Any, vorige: Any, veld: models.Field) -> str:
    label = veldlabel(bron.model, veld.name)
    return f"{label}: {_toon(bron, vorige, veld)} → {_toon(bron, rij, veld)}"


def _toon(bron: Bron, rij: Any, veld: Any) -> str:
    waarde = getattr(rij, veld.name)
    if waarde is None or waarde in ("", []):
        return LEEG
    if veld.name in bron.toon:
        return bron.toon[veld.name](waarde)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(veld, models.DateField):
        return datum(waarde)
    return str(dict(veld.flatchoices).get(waarde, waarde))


def _wie(rij: Any) -> int | None:
    return (rij.pgh_context.metadata.get("user") if rij.pgh_context else None) or None


def _namen(ids: set[int]) -> dict[int | None, str]:
    return {user.pk: user.get_full_name() for user in get_user_model().objects.filter(pk__in=ids)}
