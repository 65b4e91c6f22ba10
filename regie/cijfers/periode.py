"""Which stretch of time a figure is about: a month, a quarter or a calendar year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from regie.core import notatie
from regie.core.dates import einde_van_maand, plus_maanden

_TEKST = re.compile(r"(?P<jaar>20\d{2})(?:-(?:Q(?P<kwartaal>[1-4])|(?P<maand>0[1-9]|1[0-2])))?")


class PeriodeSoort(StrEnum):
    """The words of rapportage.enums.PeriodeSoort, and the calendar year."""

    MAAND = "MAAND"
    KWARTAAL = "KWARTAAL"
    JAAR = "JAAR"


JAREN_TERUG = 5
LENGTES = {PeriodeSoort.MAAND: 1, PeriodeSoort.KWARTAAL: 3, PeriodeSoort.JAAR: 12}


@dataclass(frozen=True, slots=True)
class Periode:
    """Whole calendar months; `start` and `eind` both belong to it."""

    soort: PeriodeSoort
    start: date

    @classmethod
    def maand(cls, jaar: int, maand: int) -> "Periode":
        return cls(PeriodeSoort.MAAND, date(jaar, maand, 1))

    @classmethod
    def kwartaal(cls, jaar: int, kwartaal: int) -> "Periode":
        return cls(PeriodeSoort.KWARTAAL, date(jaar, kwartaal * 3 - 2, 1))

    @classmethod
    def jaar(cls, jaar: int) -> "Periode":
        return cls(PeriodeSoort.JAAR, date(jaar, 1, 1))

    @classmethod
    def op(cls, soort: PeriodeSoort | str, dag: date) -> "Periode":
        """The period of this kind that `dag` falls in."""
        soort = PeriodeSoort(str(soort))
        lengte = LENGTES[soort]
        return cls(soort, date(dag.year, (dag.month - 1) // lengte * lengte + 1, 1))

    @classmethod
    def van_tekst(cls, tekst: str) -> "Periode":
        """ "2026-10", "2026-Q3" or "2026", as in the address of a page."""
        delen = _TEKST.fullmatch(tekst)
        if not delen:
            raise ValueError("Kies een periode zoals 2026-10, 2026-Q3 of 2026.")
        if delen["maand"]:
            return cls.maand(int(delen["jaar"]), int(delen["maand"]))
        if delen["kwartaal"]:
            return cls.kwartaal(int(delen["jaar"]), int(delen["kwartaal"]))
        return cls.jaar(int(delen["jaar"]))

    @property
    def aantal_maanden(self) -> int:
        return LENGTES[self.soort]

    @property
    def eind(self) -> date:
        return einde_van_maand(plus_maanden(self.start, self.aantal_maanden - 1))

    @property
    def sleutel(self) -> str:
        match self.soort:
            case PeriodeSoort.MAAND:
                return f"{self.start:%Y-%m}"
            case PeriodeSoort.KWARTAAL:
                return f"{self.start.year}-Q{self.start.month // 3 + 1}"
            case _:
                return f"{self.start.year}"

    @property
    def label(self) -> str:
        match self.soort:
            case PeriodeSoort.MAAND:
                return notatie.maand(self.start)
            case PeriodeSoort.KWARTAAL:
                return f"Q{self.start.month // 3 + 1} {self.start.year}"
            case _:
                return f"{self.start.year}"

    def __str__(self) -> str:
        return self.label

    def verschoven(self, maanden: int) -> "Periode":
        return Periode(self.soort, plus_maanden(self.start, maanden))

    def vorige(self) -> "Periode":
        return self.verschoven(-self.aantal_maanden)

    def volgende(self) -> "Periode":
        return self.verschoven(self.aantal_maanden)

    def vorig_jaar(self) -> "Periode":
        return self.verschoven(-12)

    def maanden(self) -> tuple[date, ...]:
        return tuple(plus_maanden(self.start, i) for i in range(self.aantal_maanden))

    def bevat(self, dag: date) -> bool:
        return self.start <= dag <= self.eind

    def loopt_op(self, vandaag: date) -> bool:
        """Has begun and is not over: its figures are not final."""
        return self.start <= vandaag < self.eind

    def peildatum(self, vandaag: date) -> date:
        return min(self.eind, vandaag)


def maanden_tot(laatste: date, aantal: int) -> tuple[date, ...]:
    """First days of the `aantal` months that end with the month of `laatste`."""
    eerste = laatste.replace(day=1)
    return tuple(plus_maanden(eerste, i - aantal + 1) for i in range(aantal))


def maanden_tussen(eerste: date, laatste: date) -> Iterator[date]:
    """First days of the months from `eerste` to `laatste`, both included."""
    maand = eerste.replace(day=1)
    while maand <= laatste:
        yield maand
        maand = plus_maanden(maand, 1)


def recente_perioden(vandaag: date) -> dict[PeriodeSoort, list[Periode]]:
    """What somebody may choose, the newest first: 24 months, 8 quarters, some years."""
    keuzes = {}
    for soort, aantal in ((PeriodeSoort.MAAND, 24), (PeriodeSoort.KWARTAAL, 8), (PeriodeSoort.JAAR, JAREN_TERUG)):
        nu = Periode.op(soort, vandaag)
        keuzes[soort] = [nu.verschoven(-i * nu.aantal_maanden) for i in range(aantal)]
    return keuzes
