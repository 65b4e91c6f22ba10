"""What changed on the card of an employer, by whom: from the triggers of pghistory, so also what an import did."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone

from partners.models import Vestiging, Werkgever
from regie.accounts.models import User
from regie.core.names import veldlabel
from regie.core.notatie import datum

STIL = frozenset({"id", "gebied", "sleutel", "created_at", "werkgever"})
LEEG = "leeg"
MAX_REGELS = 200


def werkgever_historiek(werkgever: Werkgever) -> list[dict[str, Any]]:
    """Items of a tijdlijn, newest first."""
    regels = [
        *_regels(Werkgever, werkgever.events.filter(gebied=werkgever.gebied_id), "Kaart"),  # type: ignore[attr-defined]
        *_regels(Vestiging, _vestigingsevents(werkgever), "Vestiging"),
    ]
    regels.reverse()  # what one import wrote has one moment: the last of it first
    regels.sort(key=lambda regel: regel["moment"], reverse=True)
    regels = regels[:MAX_REGELS]
    namen = _namen({regel["user"] for regel in regels if regel["user"]})
    for regel in regels:
        regel["wie"] = namen.get(regel.pop("user"), "")
    return regels


def _vestigingsevents(werkgever: Werkgever) -> models.QuerySet:
    return Vestiging.pgh_event_model.objects.filter(werkgever=werkgever.pk, gebied=werkgever.gebied_id)  # type: ignore[attr-defined]


def _regels(model: type[models.Model], events: models.QuerySet, wat: str) -> list[dict[str, Any]]:
    velden = [veld for veld in model._meta.local_concrete_fields if veld.name not in STIL]
    relaties = [veld.name for veld in velden if isinstance(veld, models.ForeignKey)]
    rijen = list(events.select_related("pgh_context", *relaties).order_by("pgh_obj_id", "pgh_id"))
    regels, vorige = [], None
    for rij in rijen:
        zelfde = vorige is not None and vorige.pgh_obj_id == rij.pgh_obj_id
        regel = _regel(rij, vorige if zelfde else None, velden, wat)
        if regel:
            regels.append(regel)
        vorige = rij
    return regels


def _regel(rij: Any, vorige: Any, velden: Iterable[models.Field], wat: str) -> dict[str, Any] | None:
    tekst = ""
    if rij.pgh_label == "insert":
        titel = f"{wat} toegevoegd"
    elif rij.pgh_label == "delete":
        titel = f"{wat} gewist"
    else:
        titel = f"{wat} gewijzigd"
        tekst = "; ".join(_verschil(rij, vorige, veld) for veld in velden if _is_anders(rij, vorige, veld))
        if not tekst:
            return None
    return {"moment": _moment(rij.pgh_created_at), "titel": titel, "tekst": tekst, "user": _wie(rij)}


def _is_anders(rij: Any, vorige: Any, veld: models.Field) -> bool:
    return vorige is not None and getattr(rij, veld.attname) != getattr(vorige, veld.attname)


def _verschil(rij: Any, vorige: Any, veld: models.Field) -> str:
    label = veldlabel(rij.pgh_tracked_model, veld.name)
    return f"{label}: {_toon(vorige, veld)} → {_toon(rij, veld)}"


def _toon(rij: Any, veld: models.Field) -> str:
    waarde = getattr(rij, veld.name)
    if waarde is None or waarde == "":
        return LEEG
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(veld, models.DateField):
        return datum(waarde)
    return str(dict(veld.flatchoices).get(waarde, waarde))


def _wie(rij: Any) -> int | None:
    return (rij.pgh_context.metadata.get("user") if rij.pgh_context else None) or None


def _namen(ids: set[int]) -> dict[int | None, str]:
    return {user.pk: user.get_full_name() for user in User.objects.filter(pk__in=ids)}


def _moment(moment: datetime) -> datetime:
    return timezone.localtime(moment)
