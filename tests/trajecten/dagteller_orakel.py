"""A slow second opinion on the day counter: day by day, with its own calendar and its own numbers.

It imports nothing of the rules on purpose: what both say is most likely right.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

HERVORMING = date(2026, 3, 1)
DAG = timedelta(days=1)
# kind: (counts before the reform, counts after it, nobody is certain)
SOORTEN = {
    "ZIEKTE_LOON": (True, True, False),
    "ZIEKTE_MUTUALITEIT": (True, False, True),
    "VERLOF": (True, True, False),
    "OUDERSCHAP": (False, False, True),
    "ONWETTIG": (False, False, False),
}


@dataclass(frozen=True)
class Geval:
    geboren: date
    start: date
    breuken: tuple  # (from when, fraction)
    afwezig: tuple  # (kind, first day, last day)
    geschorst: tuple  # (first day, last day)
    bewezen: int
    peildatum: date


@dataclass(frozen=True)
class Antwoord:
    einde: date
    regelset: str
    vroegst: date
    laatst: date
    gewerkt: Fraction
    gelijkgesteld: Fraction


def _maanddag(start, maanden):
    jaar, maand = start.year + (start.month - 1 + maanden) // 12, (start.month - 1 + maanden) % 12 + 1
    dag = start.day
    while True:
        try:
            return date(jaar, maand, dag)
        except ValueError:
            dag -= 1


def _leeftijd(geboren, op):
    jaren = 0
    while _maanddag(geboren, 12 * (jaren + 1)) < op or _verjaart(geboren, op, jaren + 1):
        jaren += 1
    return jaren


def _verjaart(geboren, op, jaren):
    return op.year - geboren.year == jaren and (op.month, op.day) >= (geboren.month, geboren.day)


def _nodig(jaren):
    return 312 if jaren < 36 else 468 if jaren < 50 else 624


class Dagen:
    """Walks through the contract, one day at a time."""

    def __init__(self, geval, onzeker=None):
        self.geval, self.onzeker = geval, onzeker

    def __iter__(self):
        dag, nummer = self.geval.start, 0
        while True:
            volgende = _maanddag(self.geval.start, nummer + 1)
            lengte = (volgende - _maanddag(self.geval.start, nummer)).days
            while dag < volgende:
                yield dag, self._soort(dag), Fraction(26) * self._breuk(dag) / lengte
                dag += DAG
            nummer += 1

    def _breuk(self, dag):
        geldend = None
        for vanaf, breuk in self.geval.breuken:
            if geldend is None or vanaf <= dag:
                geldend = breuk
        return geldend

    def _soort(self, dag):
        if any(van <= dag <= tot for van, tot in self.geval.geschorst):
            return "niet"
        for soort, van, tot in self.geval.afwezig:
            if van <= dag <= tot:
                return "gelijk" if self._telt(soort, van) else "niet"
        return "gewerkt"

    def _telt(self, soort, van):
        voor, na, onzeker = SOORTEN[soort]
        if onzeker and self.onzeker is not None:
            return self.onzeker
        return na if van >= HERVORMING else voor

    def bereikt(self, nodig):
        som = Fraction()
        doel = max(nodig - self.geval.bewezen, 1)
        for dag, soort, waarde in self:
            if soort != "niet":
                som += waarde
            if som >= doel:
                return dag
        raise AssertionError


def _einde(geval, onzeker=None):
    dagen = Dagen(geval, onzeker)
    if geval.start >= HERVORMING:
        return dagen.bereikt(312), "B"
    nodig = _nodig(_leeftijd(geval.geboren, geval.start))
    while _nodig(_leeftijd(geval.geboren, dagen.bereikt(nodig))) != nodig:
        nodig = _nodig(_leeftijd(geval.geboren, dagen.bereikt(nodig)))
    if dagen.bereikt(nodig) < HERVORMING:
        return dagen.bereikt(nodig), "A"
    return max(dagen.bereikt(312), HERVORMING), "B"


def antwoord(geval):
    einde, regelset = _einde(geval)
    kanten = [einde]
    if any(SOORTEN[soort][2] for soort, _, _ in geval.afwezig):
        kanten += [_einde(geval, True)[0], _einde(geval, False)[0]]
    som = {"gewerkt": Fraction(), "gelijk": Fraction(), "niet": Fraction()}
    for dag, soort, waarde in Dagen(geval):
        if dag > geval.peildatum:
            break
        som[soort] += waarde
    return Antwoord(einde, regelset, min(kanten), max(kanten), som["gewerkt"], som["gelijk"])
