"""From answers to scores, levels and priorities. Pure: no database, no clock.

Sums are exact fractions and are rounded once, to a whole number, at the end: so the order of respondents can never
matter, and the level is the one of the number that people see.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from statistics import median
from typing import Any

from partners.enums import Scandimensie, Scanniveau

Antwoorden = Mapping[str, Sequence[int | None]]  # per dimension one score per statement; None is not applicable
GEWOON_BELANG = 3


@dataclass(frozen=True, slots=True)
class Regels:
    """What policy may change."""

    schaal: int = 4
    minimum: int = 3  # statements with a score, per dimension
    gewichten: tuple[tuple[str, Fraction], ...] = tuple((d, Fraction(1)) for d in Scandimensie.values)
    grenzen: tuple[tuple[str, int], ...] = (("ONTWIKKELING", 25), ("GEVORDERD", 50), ("VOORTREKKER", 75))
    spreiding_vanaf: int = 3
    prioriteiten: int = 2


@dataclass(frozen=True, slots=True)
class Score:
    """The mean of the respondents who answered enough. Without `score` nobody did."""

    score: int | None = None
    niveau: str = ""
    n: int = 0
    laagste: int | None = None  # the spread is only there when there are enough respondents
    mediaan: int | None = None
    hoogste: int | None = None


@dataclass(frozen=True, slots=True)
class Uitkomst:
    deelnemers: int
    dimensies: tuple[tuple[str, Score], ...]
    totaal: Score

    def als_json(self) -> dict[str, Any]:
        dimensies = {code: asdict(score) for code, score in self.dimensies}
        return {"deelnemers": self.deelnemers, "dimensies": dimensies, "totaal": asdict(self.totaal)}


def uitkomst_van_json(ruw: Mapping[str, Any]) -> Uitkomst:
    """As it was kept with the scan; empty when it never closed."""
    dimensies = ruw.get("dimensies", {})
    scores = tuple((code, Score(**dimensies.get(code, {}))) for code in Scandimensie.values)
    return Uitkomst(ruw.get("deelnemers", 0), scores, Score(**ruw.get("totaal", {})))


def dimensiescore(antwoorden: Sequence[int | None], regels: Regels) -> Fraction | None:
    """100 x the sum over the highest possible sum of what was answered; None when too little was."""
    gegeven = [score for score in antwoorden if score is not None]
    if len(gegeven) < max(regels.minimum, 1):
        return None
    return Fraction(100 * sum(gegeven), regels.schaal * len(gegeven))


def totaalscore(scores: Mapping[str, Fraction | None], regels: Regels) -> Fraction | None:
    """The weighted mean of every dimension. One that is missing makes no total: it would be about something else."""
    som, gewichten = Fraction(0), Fraction(0)
    for code, gewicht in regels.gewichten:
        score = scores.get(code)
        if score is None:
            return None
        som, gewichten = som + gewicht * score, gewichten + gewicht
    return som / gewichten if gewichten else None


def niveau(score: int, regels: Regels) -> str:
    gehaald = [code for code, grens in sorted(regels.grenzen, key=lambda g: g[1]) if score >= grens]
    return gehaald[-1] if gehaald else Scanniveau.STARTER.value


def rond(waarde: Fraction) -> int:
    """Half up."""
    return int((2 * waarde + 1) // 2)


def bereken(deelnemers: Sequence[Antwoorden], regels: Regels) -> Uitkomst:
    per_deelnemer = [
        {code: dimensiescore(antwoorden.get(code, ()), regels) for code in Scandimensie.values}
        for antwoorden in deelnemers
    ]
    dimensies = {code: [scores[code] for scores in per_deelnemer] for code in Scandimensie.values}
    gemiddelden = {code: _gemiddelde(scores) for code, scores in dimensies.items()}
    totaal = _score(
        [totaalscore(scores, regels) for scores in per_deelnemer], totaalscore(gemiddelden, regels), regels
    )
    scores = tuple((code, _score(dimensies[code], gemiddelden[code], regels)) for code in Scandimensie.values)
    return Uitkomst(len(deelnemers), scores, totaal)


def _gemiddelde(scores: Sequence[Fraction | None]) -> Fraction | None:
    gegeven = [score for score in scores if score is not None]
    return sum(gegeven, Fraction(0)) / len(gegeven) if gegeven else None


def _score(per_deelnemer: Sequence[Fraction | None], gemiddelde: Fraction | None, regels: Regels) -> Score:
    gegeven = [score for score in per_deelnemer if score is not None]
    if gemiddelde is None:
        return Score(n=len(gegeven))
    heel = rond(gemiddelde)
    if len(gegeven) < regels.spreiding_vanaf:
        return Score(heel, niveau(heel, regels), len(gegeven))
    midden = rond(Fraction(median(gegeven)))
    return Score(heel, niveau(heel, regels), len(gegeven), rond(min(gegeven)), midden, rond(max(gegeven)))


@dataclass(frozen=True, slots=True)
class Prioriteit:
    dimensie: str
    waarde: int  # (100 - score) x belang
    is_eerst: bool


def prioriteiten(uitkomst: Uitkomst, belang: Mapping[str, int], regels: Regels) -> list[Prioriteit]:
    """Dimensions with a score, most urgent first; at the same urgency the one the organisatie finds more important."""
    rijen = [
        (code, (100 - score.score) * belang.get(code, GEWOON_BELANG), belang.get(code, GEWOON_BELANG))
        for code, score in uitkomst.dimensies
        if score.score is not None
    ]
    rijen.sort(key=lambda rij: (-rij[1], -rij[2], rij[0]))
    return [
        Prioriteit(code, waarde, nummer < regels.prioriteiten and waarde > 0)
        for nummer, (code, waarde, _) in enumerate(rijen)
    ]


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """One dimension now and in the scan before."""

    dimensie: str
    toen: int | None
    nu: int | None

    @property
    def stap(self) -> int | None:
        return None if self.toen is None or self.nu is None else self.nu - self.toen

    @property
    def woord(self) -> str:
        if self.stap is None:
            return "niet te vergelijken"
        if self.stap == 0:
            return "= gelijk"
        punten = "punt" if abs(self.stap) == 1 else "punten"
        return f"▲ {self.stap} {punten} hoger" if self.stap > 0 else f"▼ {-self.stap} {punten} lager"

    @property
    def zin(self) -> str:
        if self.stap is None:
            return "Niet te vergelijken met de vorige keer."
        dan = "aan" if self.stap == 0 else "dan"
        return f"{self.woord} {dan} de vorige keer ({self.toen})."


def verschuivingen(nu: Uitkomst, toen: Uitkomst) -> list[Verschuiving]:
    vroeger = dict(toen.dimensies)
    return [Verschuiving(code, vroeger[code].score, score.score) for code, score in nu.dimensies]
