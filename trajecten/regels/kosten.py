"""What a step costs and brings, month by month (voorbeelden.md (d) 15). Pure: no ORM, no request.

A month weighs `breuk` for every day of the step in it, divided by the days of that month; a suspended day weighs
nothing. Every post is rounded to the cent per month, and totals are sums of those cents: nothing disagrees.
What is not known stays None, and a sum with None in it is None too.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from regie.core.dates import einde_van_maand

CENT = Decimal("0.01")
DAG = timedelta(days=1)
Bedrag = Decimal | None


@dataclass(frozen=True, slots=True)
class Werkstuk:
    """Days in a row at one gebruiker with one fraction; `tarief` is the full-time month of a day, None if unknown."""

    van: date
    tot: date
    breuk: Fraction
    tarief: Callable[[date], Bedrag] = lambda dag: None


@dataclass(frozen=True, slots=True)
class Kader:
    """Prices of one month; None is not known."""

    loonkost: Bedrag
    begeleiding: Bedrag
    leefloon: Bedrag
    premie: Bedrag = Decimal(0)


@dataclass(frozen=True, slots=True)
class Maandpost:
    maand: date
    voltijds: Fraction  # part of a full-time month that was worked
    loon: Bedrag
    begeleiding: Bedrag
    premie: Bedrag
    tarief: Bedrag
    leefloon: Bedrag

    @property
    def deel(self) -> float:
        return float(self.voltijds)

    @property
    def kost(self) -> Bedrag:
        return som([self.loon, self.begeleiding])

    @property
    def opbrengst(self) -> Bedrag:
        return som([self.premie, self.tarief, self.leefloon])

    @property
    def saldo(self) -> Bedrag:
        return None if self.kost is None or self.opbrengst is None else self.opbrengst - self.kost


def som(bedragen: Iterable[Bedrag]) -> Bedrag:
    totaal = Decimal(0)
    for bedrag in bedragen:
        if bedrag is None:
            return None
        totaal += bedrag
    return totaal


def afgerond(bedrag: Bedrag, deel: Fraction) -> Bedrag:
    """`bedrag` times a fraction, to the cent."""
    if bedrag is None:
        return None
    return (bedrag * deel.numerator / deel.denominator).quantize(CENT, ROUND_HALF_UP)


def maanden(van: date, tot: date) -> Iterator[date]:
    """First days of the months that `van` up to and including `tot` touch."""
    maand = van.replace(day=1)
    while maand <= tot:
        yield maand
        maand = einde_van_maand(maand) + DAG


def maandposten(
    stukken: Sequence[Werkstuk], *, van: date, tot: date, kader: Callable[[date], Kader]
) -> list[Maandpost]:
    """One post per month from `van` up to and including `tot`; guidance and leefloon count by calendar days."""
    posten = []
    for maand in maanden(van, tot):
        prijzen = kader(maand)
        dagen = _dagen(max(van, maand), min(tot, einde_van_maand(maand)))
        lengte = monthrange(maand.year, maand.month)[1]
        voltijds = sum((gewicht(stuk, maand) for stuk in stukken), Fraction())
        posten.append(
            Maandpost(
                maand=maand,
                voltijds=voltijds,
                loon=afgerond(prijzen.loonkost, voltijds),
                begeleiding=afgerond(prijzen.begeleiding, Fraction(dagen, lengte)),
                premie=prijzen.premie,
                tarief=som(maandtarief(stuk, maand) for stuk in stukken if gewicht(stuk, maand)),
                leefloon=afgerond(prijzen.leefloon, Fraction(dagen, lengte)),
            )
        )
    return posten


def gewicht(stuk: Werkstuk, maand: date) -> Fraction:
    """Part of a full-time month this piece fills in `maand` (its first day)."""
    dagen = _dagen(max(stuk.van, maand), min(stuk.tot, einde_van_maand(maand)))
    return stuk.breuk * Fraction(dagen, monthrange(maand.year, maand.month)[1])


def maandtarief(stuk: Werkstuk, maand: date) -> Bedrag:
    """What the gebruiker pays for this piece in `maand`, at the tariff of its first day in that month."""
    return afgerond(stuk.tarief(max(stuk.van, maand)), gewicht(stuk, maand))


def _dagen(van: date, tot: date) -> int:
    return max((tot - van).days + 1, 0)


def zonder(stukken: Iterable[Werkstuk], geschorst: Sequence[tuple[date, date]]) -> list[Werkstuk]:
    """The same pieces with the suspended days cut out."""
    over = list(stukken)
    for van, tot in geschorst:
        over = [deel for stuk in over for deel in _knip(stuk, van, tot)]
    return over


def _knip(stuk: Werkstuk, van: date, tot: date) -> Iterator[Werkstuk]:
    if tot < stuk.van or van > stuk.tot:
        yield stuk
        return
    if stuk.van < van:
        yield Werkstuk(stuk.van, van - DAG, stuk.breuk, stuk.tarief)
    if tot < stuk.tot:
        yield Werkstuk(tot + DAG, stuk.tot, stuk.breuk, stuk.tarief)
