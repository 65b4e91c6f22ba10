"""The places of one partner: how many there are today, and when that is another number. Never who works there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from partners.models import Capaciteit, Werkplaats
from regie.core.models import Organisatie
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class EigenPlaats:
    werkplaats: Werkplaats
    aantal: int  # today
    capaciteiten: list[Capaciteit]  # that are not over
    is_voorbij: bool
    komt_nog: bool


def eigen_plaatsen(organisatie: Organisatie, *, vandaag: date) -> list[EigenPlaats]:
    """What is offered first, then what comes, then what is over."""
    werkplaatsen = (
        Werkplaats.objects.in_gebruik()
        .filter(gebruiker=organisatie)
        .select_related("ocmw", "gemeente")
        .prefetch_related("capaciteiten")
    )
    rijen = [_rij(werkplaats, vandaag) for werkplaats in werkplaatsen.order_by("functie", "van")]
    return sorted(rijen, key=lambda rij: (rij.is_voorbij, rij.komt_nog))


def aantal_op(werkplaats: Werkplaats, capaciteiten: Sequence[Capaciteit], dag: date) -> int:
    """Where two periods overlap, the one that begins last counts."""
    geldig = [c for c in capaciteiten if c.van <= dag and (c.tot is None or c.tot >= dag)]
    return max(geldig, key=lambda c: c.van).aantal if geldig else werkplaats.aantal


def eigen_werkplaats(werkplaats_id: UUID, toegang: Toegang) -> Werkplaats | None:
    rijen = Werkplaats.objects.in_gebruik().filter(gebruiker__in=toegang.partner_van)
    return rijen.select_related("gebruiker", "ocmw").filter(pk=werkplaats_id).first()


def eigen_capaciteit(capaciteit_id: UUID, toegang: Toegang) -> Capaciteit | None:
    rijen = Capaciteit.objects.filter(werkplaats__gebruiker__in=toegang.partner_van)
    return rijen.select_related("werkplaats__gebruiker").filter(pk=capaciteit_id).first()


def _rij(werkplaats: Werkplaats, vandaag: date) -> EigenPlaats:
    capaciteiten = sorted(werkplaats.capaciteiten.all(), key=lambda c: c.van)
    return EigenPlaats(
        werkplaats=werkplaats,
        aantal=aantal_op(werkplaats, capaciteiten, vandaag),
        capaciteiten=[c for c in capaciteiten if c.tot is None or c.tot >= vandaag],
        is_voorbij=werkplaats.tot is not None and werkplaats.tot < vandaag,
        komt_nog=werkplaats.van > vandaag,
    )
