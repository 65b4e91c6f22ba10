"""The clock of an art. 60 contract: how many days count, day after day (domein.md 3.0).

A full-time contract month counts `per_maand` days (26), whatever its length: so one calendar day of it counts
`per_maand x breuk / days of that contract month`. Months are counted from the start of the contract. A suspended day
never counts; an absent day counts when the rule says so. Exact fractions: nothing is rounded on the way.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from itertools import count, pairwise

from regie.core.dates import plus_maanden
from regie.core.exceptions import DomainError

EEN_DAG = timedelta(days=1)
HORIZON = 12 * 250  # months; longer than any fraction that exists needs


class Telling(Enum):
    GEWERKT = "gewerkt"
    GELIJKGESTELD = "gelijkgesteld"  # absent, and counted as worked
    AFWEZIG = "afwezig"  # absent, and not counted
    GESCHORST = "geschorst"

    @property
    def telt(self) -> bool:
        return self in {Telling.GEWERKT, Telling.GELIJKGESTELD}


_VOORRANG = (Telling.GESCHORST, Telling.AFWEZIG, Telling.GELIJKGESTELD)


@dataclass(frozen=True, slots=True)
class Periode:
    """Days somebody did not work, both included."""

    van: date
    tot: date
    telling: Telling


@dataclass(frozen=True, slots=True)
class Stuk:
    """Days in a row that count alike."""

    van: date
    tot: date
    telling: Telling
    per_dag: Fraction

    @property
    def kalenderdagen(self) -> int:
        return (self.tot - self.van).days + 1

    @property
    def dagen(self) -> Fraction:
        """What these days count towards the right."""
        return self.kalenderdagen * self.per_dag if self.telling.telt else Fraction()


@dataclass(frozen=True, slots=True)
class Klok:
    """One contract: `breuken` are (from when, part of full-time), the first one from the start on."""

    start: date
    breuken: tuple[tuple[date, Fraction], ...]
    periodes: tuple[Periode, ...] = ()
    per_maand: Fraction = Fraction(26)

    def bereikt_op(self, dagen: Fraction | int) -> date:
        """The day on which `dagen` have been counted."""
        nog = Fraction(dagen)
        for stuk in self._stukken():
            if stuk.dagen >= nog:
                return stuk.van + timedelta(days=max(math.ceil(nog / stuk.per_dag), 1) - 1)
            nog -= stuk.dagen
        raise DomainError("Met deze tewerkstelling wordt het aantal dagen niet bereikt. Kijk de breuk na.")

    def stukken(self, tot: date) -> list[Stuk]:
        """Everything up to and including `tot`."""
        gevonden = []
        for stuk in self._stukken():
            if stuk.van > tot:
                break
            gevonden.append(Stuk(stuk.van, min(stuk.tot, tot), stuk.telling, stuk.per_dag))
        return gevonden

    def geteld(self, tot: date, *, vanaf: date = date.min) -> Fraction:
        """Days that count from `vanaf` up to and including `tot`."""
        som = Fraction()
        for stuk in self.stukken(tot):
            if stuk.tot >= vanaf:
                som += Stuk(max(stuk.van, vanaf), stuk.tot, stuk.telling, stuk.per_dag).dagen
        return som

    def breuk_op(self, dag: date) -> Fraction:
        geldend = self.breuken[0][1]
        for vanaf, breuk in self.breuken:
            if vanaf <= dag:
                geldend = breuk
        return geldend

    def _stukken(self) -> Iterator[Stuk]:
        for maand in count():
            if maand > HORIZON:
                return
            van, volgende = plus_maanden(self.start, maand), plus_maanden(self.start, maand + 1)
            vol = self.per_maand / (volgende - van).days
            for begin, einde in pairwise(self._grenzen(van, volgende)):
                yield Stuk(begin, einde - EEN_DAG, self._telling(begin), vol * self.breuk_op(begin))

    def _grenzen(self, van: date, volgende: date) -> list[date]:
        """Where something changes inside one contract month: its ends, a new calendar month, a fraction, a period."""
        dagen = {van, volgende, volgende.replace(day=1)}
        dagen |= {vanaf for vanaf, _ in self.breuken}
        for periode in self.periodes:
            dagen |= {periode.van, periode.tot + EEN_DAG}
        return sorted(dag for dag in dagen if van <= dag <= volgende)

    def _telling(self, dag: date) -> Telling:
        hier = {periode.telling for periode in self.periodes if periode.van <= dag <= periode.tot}
        return next((telling for telling in _VOORRANG if telling in hier), Telling.GEWERKT)
