"""When a rapport may be made and sent. Pure: the clock comes in as an argument."""

from datetime import date

from regie.cijfers.periode import Periode, PeriodeSoort
from regie.core.exceptions import DomainError


class PeriodeOngeldig(DomainError):
    """Not a month or quarter a rapport can be about."""


def lees_periode(tekst: str) -> Periode:
    """ "2026-10" is a month, "2026-Q3" a quarter; a rapport is about one of those."""
    try:
        periode = Periode.van_tekst(tekst.strip().upper())
    except ValueError:
        periode = None
    if periode is None or periode.soort == PeriodeSoort.JAAR:
        raise PeriodeOngeldig(
            f"'{tekst}' is geen periode. Schrijf 2026-10 voor een maand of 2026-Q3 voor een kwartaal."
        )
    return periode


def laatste_volledige(soort: str, vandaag: date) -> Periode:
    return Periode.op(soort, vandaag).vorige()


def verzenddag(periode: Periode, dag: int) -> date:
    """The day of the month after the period on which a subscription for that day is due."""
    return periode.volgende().start.replace(day=dag)


def controleer_volledig(periode: Periode, vandaag: date) -> None:
    """A rapport never changes afterwards, so it is only made about a period that is over."""
    begin = periode.volgende().start
    if vandaag < begin:
        raise PeriodeOngeldig(
            f"De periode {periode.label} is nog niet voorbij. Je kan het rapport maken vanaf {begin:%d/%m/%Y}."
        )
