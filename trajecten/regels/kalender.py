"""Which evaluations and nazorg measurements belong to a traject, and when (policy as dated parameters)."""

from dataclasses import dataclass
from datetime import date, timedelta

from regie.core.dates import naar_werkdag, plus_maanden
from regie.core.parameters import alle_regels, waarde
from trajecten.enums import EvaluatieSoort

DICHTBIJ = timedelta(days=21)  # two planned evaluations closer together than this become one


@dataclass(frozen=True, slots=True)
class Moment:
    soort: EvaluatieSoort
    datum: date


def evaluatiemomenten(*, start: date, einde: date) -> list[Moment]:
    """Start talk, month 1, then every 3 months, 3 months and 1 month before the end, and the last day.

    Moments move to a working day; a follow-up that falls beside a fixed moment is left out.
    """
    vast = [
        Moment(EvaluatieSoort.START, start + timedelta(days=_moment("start", start))),
        Moment(EvaluatieSoort.EERSTE, plus_maanden(start, _moment("eerste", start))),
        Moment(EvaluatieSoort.UITSTROOM, plus_maanden(einde, -_moment("voor einde 1", start))),
        Moment(EvaluatieSoort.AFRONDING, plus_maanden(einde, -_moment("voor einde 2", start))),
        Moment(EvaluatieSoort.EIND, einde),
    ]
    momenten = [m for m in vast if start <= m.datum <= einde]
    for opvolging in _opvolgingen(start, einde):
        if all(abs(opvolging.datum - m.datum) > DICHTBIJ for m in momenten):
            momenten.append(opvolging)
    momenten.sort(key=lambda m: (m.datum, list(EvaluatieSoort).index(m.soort)))
    return [Moment(m.soort, naar_werkdag(m.datum)) for m in _zonder_botsingen(momenten)]


def _opvolgingen(start: date, einde: date) -> list[Moment]:
    stap, momenten, maand = _moment("opvolging", start), [], 0
    while (datum := plus_maanden(start, maand + 1 + stap)) < einde:
        momenten.append(Moment(EvaluatieSoort.OPVOLGING, datum))
        maand += stap
    return momenten


def _zonder_botsingen(momenten: list[Moment]) -> list[Moment]:
    """Of fixed moments that fall together in a short contract, keep the later kind of the pair."""
    over: list[Moment] = []
    for moment in momenten:
        if over and moment.datum - over[-1].datum <= timedelta(days=7):
            over[-1] = moment
        else:
            over.append(moment)
    return over


def _moment(dimensie: str, op: date) -> int:
    return int(waarde("evaluatie_moment", op=op, dimensie=dimensie))


def nazorgmaanden(op: date) -> list[int]:
    """The months after uitstroom in which somebody is measured: 1, 3, 6 and 12 by default."""
    return sorted(int(r.waarde) for r in alle_regels() if r.code == "nazorg_moment" and r.geldt_op(op))
