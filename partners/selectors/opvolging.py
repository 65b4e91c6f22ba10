"""The list of what somebody, or an organisatie, must come back to."""

from collections.abc import Collection
from datetime import date

from django.db.models import Count, Q, QuerySet

from partners.models import Opvolging
from regie.core.permissions import Toegang


def _van_mij(user_id: int) -> Q:
    """Mine, or of nobody in particular in my organisatie."""
    return Q(wie=user_id) | Q(wie=None)


def opvolgingen(*, wie: str, soort: str, user_id: int, eigen: Collection[int]) -> QuerySet[Opvolging]:
    """`wie`: mij, organisatie or klaar. Overdue first; what is done newest first."""
    rijen = Opvolging.objects.filter(organisatie__in=list(eigen)).op_datum().select_related("wie", "organisatie")
    if soort:
        rijen = rijen.filter(soort=soort)
    if wie == "klaar":
        return rijen.exclude(klaar_op=None).select_related("klaar_door").order_by("-klaar_op", "-created_at", "pk")
    if wie == "mij":
        rijen = rijen.filter(_van_mij(user_id))
    return rijen.open().order_by("wanneer", "created_at", "pk")  # type: ignore[misc]  # annotated by op_datum


def tellingen(*, user_id: int, eigen: Collection[int]) -> dict[str, int]:
    rijen = Opvolging.objects.open().filter(organisatie__in=list(eigen))
    return rijen.aggregate(mij=Count("pk", filter=_van_mij(user_id)), organisatie=Count("pk"))


def dringend(door: Toegang, vandaag: date) -> int:
    """How many things are late or due today, for the notice above the list of employers."""
    rijen = Opvolging.objects.open().op_datum().filter(_van_mij(door.user_id), organisatie__in=list(door.lid_van))
    return rijen.filter(wanneer__lte=vandaag).count()  # type: ignore[misc]  # annotated by op_datum
