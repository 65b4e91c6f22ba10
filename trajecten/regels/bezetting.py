"""How many places there are and how many are taken, on a day and over a period (domein.md 4.6). Pure.

Bezettingsgraad = occupied place-days / available place-days, both weighted: an occupied day by the fraction somebody
works, an available day by the hours of the place. It may pass 100 % when more people work than there are places.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

DAG = timedelta(days=1)
EEN = Decimal(1)
NUL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Periode:
    """Another number than usual; both days count."""

    van: date
    tot: date | None
    aantal: int

    def bevat(self, dag: date) -> bool:
        return self.van <= dag and (self.tot is None or dag <= self.tot)


@dataclass(frozen=True, slots=True)
class Aanbod:
    """What a gebruiker offers at one place over time. `breuk`: the hours of the place as part of full time."""

    van: date
    tot: date | None
    aantal: int
    perioden: tuple[Periode, ...] = ()
    breuk: Decimal = EEN

    def op(self, dag: date) -> int:
        """Places on a day; of overlapping periods the one that begins last counts."""
        if dag < self.van or (self.tot is not None and dag > self.tot):
            return 0
        geldig = [p for p in self.perioden if p.bevat(dag)]
        return max(geldig, key=lambda p: p.van).aantal if geldig else self.aantal

    def plaatsdagen(self, van: date, tot: date) -> Decimal:
        """Available place-days from `van` to `tot`, both included, weighted by the hours of the place."""
        return sum((self.op(a) * ((b - a).days + 1) * self.breuk for a, b in self._stukken(van, tot)), NUL)

    def _stukken(self, van: date, tot: date) -> Iterator[tuple[date, date]]:
        """The period cut at every day on which the number may change."""
        knippen = {van, tot + DAG}
        for periode in (Periode(self.van, self.tot, 0), *self.perioden):
            knippen.add(periode.van)
            if periode.tot is not None:
                knippen.add(periode.tot + DAG)
        dagen = sorted(dag for dag in knippen if van <= dag <= tot + DAG)
        return ((a, b - DAG) for a, b in pairwise(dagen))


@dataclass(frozen=True, slots=True)
class Bezet:
    """Somebody at a place. `tot`: first day free again, when known; `verwacht_tot`: last day planned."""

    van: date
    tot: date | None
    verwacht_tot: date | None
    breuk: Decimal
    organisatie_id: int = 0

    def laatste(self, vandaag: date) -> date | None:
        """The last day taken. Who should have left but did not, is still there today."""
        if self.tot is not None:
            return self.tot - DAG
        return None if self.verwacht_tot is None else max(self.verwacht_tot, vandaag)

    def op(self, dag: date, vandaag: date) -> bool:
        laatste = self.laatste(vandaag)
        return self.van <= dag and (laatste is None or dag <= laatste)

    def dagen(self, van: date, tot: date, vandaag: date) -> int:
        laatste = self.laatste(vandaag)
        eind = tot if laatste is None else min(tot, laatste)
        return max((eind - max(van, self.van)).days + 1, 0)


@dataclass(frozen=True, slots=True)
class Bezettingsgraad:
    bezet: Decimal
    aanbod: Decimal

    @property
    def procent(self) -> float | None:
        return float(100 * self.bezet / self.aanbod) if self.aanbod else None

    def __add__(self, ander: "Bezettingsgraad") -> "Bezettingsgraad":
        return Bezettingsgraad(self.bezet + ander.bezet, self.aanbod + ander.aanbod)


def bezettingsgraad(aanbod: Aanbod, bezet: Iterable[Bezet], *, van: date, tot: date, vandaag: date) -> Bezettingsgraad:
    return Bezettingsgraad(
        bezet=sum((wie.dagen(van, tot, vandaag) * wie.breuk for wie in bezet), NUL),
        aanbod=aanbod.plaatsdagen(van, tot),
    )


def bezet_op(aanbod: Aanbod, bezet: Iterable[Bezet], dag: date, vandaag: date) -> Decimal:
    """How many places are taken: two people who work half of a full-time place take one."""
    return sum((min(EEN, wie.breuk / aanbod.breuk) for wie in bezet if wie.op(dag, vandaag)), NUL)


def vrij_op(aanbod: Aanbod, bezet: Iterable[Bezet], dag: date, vandaag: date) -> Decimal:
    """Free places on a day, never less than none."""
    return max(aanbod.op(dag) - bezet_op(aanbod, bezet, dag, vandaag), NUL)


@dataclass(frozen=True, slots=True)
class Geleend:
    """Confirmed loans of one place: (from day, to and including, number, OCMW that borrows)."""

    van: date
    tot: date
    aantal: int
    aan_id: int

    def op(self, dag: date) -> bool:
        return self.van <= dag <= self.tot


def vrij_voor(
    ocmw_id: int,
    eigenaar_id: int | None,
    aanbod: Aanbod,
    bezet: Sequence[Bezet],
    geleend: Sequence[Geleend],
    dag: date,
    vandaag: date,
) -> Decimal:
    """Free places for the clients of one OCMW. A place of another OCMW counts for as many as were lent.

    Never more than is free at the place itself: who lends out too much does not make room.
    """
    over_al = vrij_op(aanbod, bezet, dag, vandaag)
    if eigenaar_id is None:
        return over_al
    eigen = [wie for wie in bezet if wie.organisatie_id == ocmw_id]
    if eigenaar_id == ocmw_id:
        recht = aanbod.op(dag) - sum(g.aantal for g in geleend if g.op(dag))
    else:
        recht = sum(g.aantal for g in geleend if g.aan_id == ocmw_id and g.op(dag))
    return min(over_al, max(recht - bezet_op(aanbod, eigen, dag, vandaag), NUL))
