"""What gebruikers pay: the tariffs of the gebied, and what an indexation would make of them."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.db.models import F, Q, QuerySet

from partners.models import Indexatie, Tarief
from regie.core.models import Organisatie

# The fractions people really work, for the table; a placement pays its own fraction to the cent.
FRACTIES = (Fraction(1), Fraction(4, 5), Fraction(3, 4), Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class Tariefregel:
    tarief: Tarief
    nieuw: Decimal  # after the simulated indexation
    delen: list[Decimal]  # per fraction, of the amount that is shown
    van_gebied: Decimal | None  # what the gebied asks, when this is an exception
    is_nu: bool

    @property
    def afwijking(self) -> Decimal | None:
        return None if self.van_gebied is None else self.tarief.bedrag - self.van_gebied

    @property
    def afwijking_procent(self) -> Decimal | None:
        return 100 * (self.afwijking or Decimal(0)) / self.van_gebied if self.van_gebied else None


def fractienamen() -> list[str]:
    return ["voltijds" if f == 1 else f"{f.numerator}/{f.denominator}" for f in FRACTIES]


def tarieventabel(*, op: date, index: Decimal) -> list[Tariefregel]:
    """The tariffs of a day and those to come, exceptions below what they deviate from; `index` in percent."""
    rijen = list(
        Tarief.objects.filter(Q(geldig_tot=None) | Q(geldig_tot__gte=op))
        .select_related("organisatie")
        .order_by("categorie", "functieniveau", F("organisatie__naam").asc(nulls_first=True), "geldig_van")
    )
    gebied = [rij for rij in rijen if rij.organisatie_id is None]
    return [_regel(rij, gebied, op, index) for rij in rijen]


def _regel(tarief: Tarief, gebied: list[Tarief], op: date, index: Decimal) -> Tariefregel:
    nieuw = geindexeerd(tarief.bedrag, index)
    dag = max(op, tarief.geldig_van)
    zelfde = [
        rij.bedrag
        for rij in gebied
        if (rij.categorie, rij.functieniveau) == (tarief.categorie, tarief.functieniveau)
        and rij.geldig_van <= dag
        and (rij.geldig_tot is None or dag <= rij.geldig_tot)
    ]
    return Tariefregel(
        tarief=tarief,
        nieuw=nieuw,
        delen=[deel_van(nieuw, fractie) for fractie in FRACTIES],
        van_gebied=zelfde[-1] if tarief.organisatie_id and zelfde else None,
        is_nu=tarief.geldig_van <= op,
    )


def deel_van(bedrag: Decimal, fractie: Fraction) -> Decimal:
    return (bedrag * fractie.numerator / fractie.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)


def geindexeerd(bedrag: Decimal, index: Decimal) -> Decimal:
    return (bedrag * (100 + index) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def te_indexeren(*, vanaf: date, organisatie: Organisatie | None) -> QuerySet[Tarief]:
    """What runs on that day: of the gebied, or the exceptions of one OCMW."""
    rijen = Tarief.objects.geldig_op(vanaf).filter(organisatie=organisatie, geldig_van__lt=vanaf)
    return rijen.order_by("categorie", "functieniveau")


def indexaties() -> QuerySet[Indexatie]:
    return Indexatie.objects.select_related("organisatie", "door").order_by("-created_at")


def vroegere_tarieven(*, op: date) -> QuerySet[Tarief]:
    """What was asked before, the latest first per category and level."""
    rijen = Tarief.objects.filter(geldig_tot__lt=op).select_related("organisatie")
    return rijen.order_by("categorie", "functieniveau", F("organisatie__naam").asc(nulls_first=True), "-geldig_van")


def geldend_tarief(*, categorie: str, functieniveau: str, organisatie_id: int | None, op: date) -> Tarief | None:
    """The tariff of one day: the exception of the OCMW, else that of the gebied, else none."""
    rijen = (
        Tarief.objects.geldig_op(op)
        .filter(Q(organisatie=None) | Q(organisatie=organisatie_id), categorie=categorie, functieniveau=functieniveau)
        .select_related("organisatie")
    )
    return rijen.order_by(F("organisatie").asc(nulls_last=True), "-geldig_van").first()
