"""Saved views of the list of clients: one's own, and those of the team."""

from collections.abc import Iterable, Mapping

from django.db.models import Q
from django.utils.http import urlencode

from trajecten.models import Weergave

FILTERS = ("tab", "status", "instrument", "begeleider")  # never q: that is a name
BEWAARD = (*FILTERS, "sorteer", "kolommen")


def weergaven(user_id: int) -> list[Weergave]:
    """One's own first, then the team's; each in the order people gave them."""
    rijen = Weergave.objects.filter(Q(is_team=True) | Q(door_id=user_id)).select_related("door")
    return list(rijen.order_by("is_team", "volgorde", "naam"))


def standaard(rijen: Iterable[Weergave]) -> Weergave | None:
    """What opens by itself: one's own choice goes before the team's."""
    return next((rij for rij in rijen if rij.is_standaard), None)


def parameters(weergave: Weergave) -> dict[str, str]:
    """The query parameters that show this view."""
    alles = {**weergave.filters, "sorteer": weergave.sorteer, "kolommen": ",".join(weergave.kolommen)}
    return {naam: str(alles[naam]) for naam in BEWAARD if alles.get(naam)} or {"tab": "mijn"}


def als_query(weergave: Weergave) -> str:
    return urlencode(parameters(weergave))


def uit_query(query: Mapping[str, str]) -> dict[str, str]:
    """The part of an address that a view can hold."""
    return {naam: str(query[naam]) for naam in BEWAARD if query.get(naam)}
