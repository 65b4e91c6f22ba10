"""Calendar arithmetic. The clock is read at the edge (views, tasks, commands); here dates come in as arguments."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

import holidays


def plus_maanden(datum: date, aantal: int) -> date:
    """The same day `aantal` months later (or earlier), clipped to its end: 31 January + 1 = 28 February."""
    maanden = datum.year * 12 + datum.month - 1 + aantal
    jaar, maand = divmod(maanden, 12)
    return date(jaar, maand + 1, min(datum.day, monthrange(jaar, maand + 1)[1]))


def leeftijd(geboortedatum: date, op: date) -> int:
    """Full years on `op`. Born on 29 February: a year older on 1 March in other years."""
    return op.year - geboortedatum.year - ((op.month, op.day) < (geboortedatum.month, geboortedatum.day))


def einde_van_maand(datum: date) -> date:
    return datum.replace(day=monthrange(datum.year, datum.month)[1])


@lru_cache(maxsize=16)
def _feestdagen(jaar: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("BE", years=jaar))


def is_werkdag(datum: date) -> bool:
    return datum.weekday() < 5 and datum not in _feestdagen(datum.year)


def naar_werkdag(datum: date) -> date:
    """`datum`, or the first working day after it (weekends and Belgian public holidays)."""
    while not is_werkdag(datum):
        datum += timedelta(days=1)
    return datum


def vorige_werkdag(datum: date) -> date:
    """`datum`, or the last working day before it: for what the law wants done by then."""
    while not is_werkdag(datum):
        datum -= timedelta(days=1)
    return datum
