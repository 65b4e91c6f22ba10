"""Who covers for whom, on a day. Temporary: nothing has to be undone when it is over."""

from datetime import date

from trajecten.models import Waarneming
from trajecten.models.team import WaarnemingQuerySet


def waarneemt_voor(user_id: int, vandaag: date) -> list[int]:
    """The accounts of the colleagues whose dossiers this person follows today."""
    voor = Waarneming.objects.op(vandaag).filter(waarnemer_id=user_id)
    return sorted(set(voor.values_list("afwezige_id", flat=True)))


def waarneming_van(user_id: int, vandaag: date) -> Waarneming | None:
    """Who covers for this person today, and until when."""
    return Waarneming.objects.op(vandaag).filter(afwezige_id=user_id).select_related("waarnemer").first()


def komende(vandaag: date) -> WaarnemingQuerySet:
    """What runs now or is planned, first day first."""
    rijen = Waarneming.objects.filter(tot__gte=vandaag).select_related("afwezige", "waarnemer", "eigenaar")
    return rijen.order_by("van", "tot", "pk")
