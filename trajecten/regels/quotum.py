"""Will the quotum last until the end of the year? Heads or euro. Pure (domein.md 4.6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

NUL = Decimal(0)
MAANDEN = 12


@dataclass(frozen=True, slots=True)
class VstStap:
    """One art. 60 VST: from, last day (planned or real; None when unknown), the fraction that counts."""

    start: date
    laatste: date | None
    breuk: Decimal
    gestart: bool = True


@dataclass(frozen=True, slots=True)
class Raming:
    """Used up to today, what is already planned, and what the pace of the past year adds."""

    toegekend: Decimal
    gebruikt: Decimal
    gepland: Decimal
    verwacht: Decimal

    @property
    def einde_jaar(self) -> Decimal:
        return self.gebruikt + self.gepland + self.verwacht

    @property
    def procent_nu(self) -> float | None:
        return _procent(self.gebruikt, self.toegekend)

    @property
    def procent_einde_jaar(self) -> float | None:
        return _procent(self.einde_jaar, self.toegekend)


def _procent(deel: Decimal, geheel: Decimal) -> float | None:
    return float(100 * deel / geheel) if geheel else None


def raming_aantal(
    stappen: Iterable[VstStap], *, toegekend: int, jaar: int, vandaag: date, starts_per_maand: Decimal
) -> Raming:
    """COUNT: heads started in the year. A planned start counts once; the pace only adds what is not planned yet."""
    dit_jaar = [stap for stap in stappen if stap.start.year == jaar]
    gebruikt = sum(1 for stap in dit_jaar if stap.gestart and stap.start <= vandaag)
    gepland = len(dit_jaar) - gebruikt
    tempo = starts_per_maand * _maanden_over(jaar, vandaag)
    return Raming(Decimal(toegekend), Decimal(gebruikt), Decimal(gepland), _heel(max(tempo - gepland, NUL)))


def raming_budget(
    stappen: Iterable[VstStap],
    *,
    toegekend: Decimal,
    jaar: int,
    vandaag: date,
    maandbedrag: Decimal,
    starts_per_maand: Decimal,
) -> Raming:
    """BUDGET: euro of every day worked in the year, by fraction. New starts come evenly: half of what is left."""
    begin, eind = date(jaar, 1, 1), date(jaar, 12, 31)
    per_dag = maandbedrag * MAANDEN / ((eind - begin).days + 1)
    rijen = list(stappen)
    lopend = [stap for stap in rijen if stap.gestart]
    gebruikt = sum((_dagen(s, begin, min(vandaag, eind)) * s.breuk * per_dag for s in lopend), NUL)
    morgen = max(vandaag + timedelta(days=1), begin)
    rest = sum((_dagen(s, morgen, eind) * s.breuk * per_dag for s in rijen), NUL)
    maanden = _maanden_over(jaar, vandaag)
    nieuw = sum(1 for s in rijen if not s.gestart and s.start.year == jaar)
    verwacht = max(starts_per_maand * maanden - nieuw, NUL) * maanden / 2 * maandbedrag
    return Raming(toegekend, _cent(gebruikt), _cent(rest), _cent(verwacht))


def _dagen(stap: VstStap, van: date, tot: date) -> int:
    eind = tot if stap.laatste is None else min(tot, stap.laatste)
    return max((eind - max(van, stap.start)).days + 1, 0)


def _maanden_over(jaar: int, vandaag: date) -> Decimal:
    """Months of the year still to come, as a fraction of days."""
    begin, eind = date(jaar, 1, 1), date(jaar, 12, 31)
    over = (eind - max(vandaag, begin - timedelta(days=1))).days
    return Decimal(MAANDEN * max(over, 0)) / ((eind - begin).days + 1)


def _heel(getal: Decimal) -> Decimal:
    return getal.quantize(Decimal(1))


def _cent(getal: Decimal) -> Decimal:
    return getal.quantize(Decimal("0.01"))
