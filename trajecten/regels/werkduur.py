"""Twelve months of work within 48 months after the request for leefloon (federal compensation, C28: to be verified).

Pure: no ORM, no request. Durations come in as numbers of months, so that the rule stays dated data.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from regie.core.dates import plus_maanden

DAG = timedelta(days=1)


class Stand(StrEnum):
    BEREIKT = "bereikt"
    BINNEN_BEREIK = "binnen bereik"
    NOG_MOGELIJK = "nog mogelijk"
    NIET_MEER = "niet meer haalbaar"


@dataclass(frozen=True, slots=True)
class Periode:
    """Days at work, first and last included. `loopt` means: as far as known still at work after `tot`."""

    van: date
    tot: date
    loopt: bool = False


@dataclass(frozen=True, slots=True)
class Werkduur:
    """How far somebody is; days are calendar days inside a period of work, counted once when periods overlap."""

    aanvraag: date
    venster_tot: date
    dagen_nodig: int
    dagen_bewezen: int
    bereikt_op: date | None
    bij_doorwerken: date | None
    stand: Stand

    @property
    def in_woorden(self) -> str:
        return f"{self.dagen_bewezen} van {self.dagen_nodig} dagen"


def werkduur(
    *, aanvraag: date, perioden: Sequence[Periode], vandaag: date, werk_maanden: int, venster_maanden: int
) -> Werkduur:
    """Count proven days from `aanvraag` on, inside the window, up to and including `vandaag`."""
    nodig = (plus_maanden(aanvraag, werk_maanden) - aanvraag).days
    laatste = plus_maanden(aanvraag, venster_maanden) - DAG
    stukken = [(max(p.van, aanvraag), min(p.tot, laatste, vandaag)) for p in perioden]
    samen = samenvoegen((van, tot) for van, tot in stukken if van <= tot)
    bewezen = sum((tot - van).days + 1 for van, tot in samen)
    bereikt_op = _dag_waarop(samen, nodig)
    werkt_nog = any(p.loopt and p.van <= vandaag for p in perioden)
    verwacht = None
    if bereikt_op is None and werkt_nog:
        verwacht = _bij_doorwerken(samen, perioden, nodig, vandaag)
        verwacht = verwacht if verwacht <= laatste else None
    return Werkduur(
        aanvraag=aanvraag,
        venster_tot=laatste,
        dagen_nodig=nodig,
        dagen_bewezen=bewezen,
        bereikt_op=bereikt_op,
        bij_doorwerken=verwacht,
        stand=_stand(bereikt_op, verwacht, nodig - bewezen, laatste, vandaag),
    )


def samenvoegen(stukken: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """Overlapping or adjoining pieces become one."""
    samen: list[tuple[date, date]] = []
    for van, tot in sorted(stukken):
        if samen and van <= samen[-1][1] + DAG:
            samen[-1] = (samen[-1][0], max(tot, samen[-1][1]))
        else:
            samen.append((van, tot))
    return samen


def _dag_waarop(samen: list[tuple[date, date]], nodig: int) -> date | None:
    geteld = 0
    for van, tot in samen:
        lengte = (tot - van).days + 1
        if geteld + lengte >= nodig:
            return van + timedelta(days=nodig - geteld - 1)
        geteld += lengte
    return None


def _bij_doorwerken(samen: list[tuple[date, date]], perioden: Sequence[Periode], nodig: int, vandaag: date) -> date:
    """The day it would be reached when the running work is confirmed up to today and then goes on."""
    lopend = [(p.van, vandaag) for p in perioden if p.loopt and p.van <= vandaag]
    tot_nu = samenvoegen([*samen, *lopend])
    if op := _dag_waarop(tot_nu, nodig):
        return max(op, vandaag)
    geteld = sum((tot - van).days + 1 for van, tot in tot_nu)
    return vandaag + timedelta(days=nodig - geteld)


def _stand(bereikt_op: date | None, verwacht: date | None, nog: int, laatste: date, vandaag: date) -> Stand:
    if bereikt_op:
        return Stand.BEREIKT
    if verwacht:
        return Stand.BINNEN_BEREIK
    over = (laatste - vandaag).days
    return Stand.NOG_MOGELIJK if nog <= over else Stand.NIET_MEER
