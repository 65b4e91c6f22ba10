"""What gebruikers pay: the tariffs of the gebied, and what an indexation would make of them."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import F, Q

from partners.models import Tarief


@dataclass(frozen=True, slots=True)
class Tariefregel:
    tarief: Tarief
    nieuw: Decimal  # after the simulated indexation


def tarieven(*, op: date, index: Decimal) -> list[Tariefregel]:
    """The tariffs of a day and those to come, exceptions below what they deviate from; `index` in percent."""
    rijen = (
        Tarief.objects.filter(Q(geldig_tot=None) | Q(geldig_tot__gte=op))
        .select_related("organisatie")
        .order_by("categorie", "functieniveau", F("organisatie__naam").asc(nulls_first=True), "geldig_van")
    )
    return [Tariefregel(tarief, _geindexeerd(tarief.bedrag, index)) for tarief in rijen]


def _geindexeerd(bedrag: Decimal, index: Decimal) -> Decimal:
    return (bedrag * (100 + index) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def geldend_tarief(*, categorie: str, functieniveau: str, organisatie_id: int | None, op: date) -> Tarief | None:
    """The tariff of one day: the exception of the OCMW, else that of the gebied, else none."""
    rijen = (
        Tarief.objects.geldig_op(op)
        .filter(Q(organisatie=None) | Q(organisatie=organisatie_id), categorie=categorie, functieniveau=functieniveau)
        .select_related("organisatie")
    )
    return rijen.order_by(F("organisatie").asc(nulls_last=True), "-geldig_van").first()
