"""On which days people sign up: seasons, growth, and the waves of ended unemployment benefits in 2026."""

from bisect import bisect
from calendar import monthrange
from datetime import date, timedelta
from itertools import accumulate

from regie.core.dates import naar_werkdag, plus_maanden
from regie.portal.demo import kansen
from regie.portal.demo.toeval import Toeval
from trajecten.enums import Aanmeldbron


def aanmeldingen(toeval: Toeval, aantal: int, *, vanaf: date, vandaag: date) -> list[tuple[date, str]]:
    """`aantal` times (day, bron) in the last three years, not before `vanaf`, in order of day."""
    eerste = max(plus_maanden(vandaag.replace(day=1), -kansen.MAANDEN_TERUG), vanaf.replace(day=1))
    gewichten, maand = {}, eerste
    while maand <= vandaag:
        gewichten[maand] = _gewicht(maand, vandaag)
        maand = plus_maanden(maand, 1)
    return sorted(_aanmelding(toeval, maand, vandaag) for maand in _verdeel(toeval, gewichten, aantal))


def _verdeel(toeval: Toeval, gewichten: dict[date, float], aantal: int) -> list[date]:
    """A month for each, evenly over the weights: the line of the figures shows the season, not the dice."""
    grenzen = list(accumulate(gewichten.values()))
    stap = grenzen[-1] / aantal
    begin = toeval.uniform(0, stap)
    return [list(gewichten)[bisect(grenzen, begin + nummer * stap)] for nummer in range(aantal)]


def _golf(maand: date) -> float:
    return kansen.GOLF.get((maand.year, maand.month), 0.0)


def _gewicht(maand: date, vandaag: date) -> float:
    jaren_geleden = (vandaag - maand).days / 365.25
    groei = (1 + kansen.GROEI_PER_JAAR) ** -jaren_geleden
    lengte = monthrange(maand.year, maand.month)[1]
    deel = vandaag.day / lengte if (maand.year, maand.month) == (vandaag.year, vandaag.month) else 1.0
    return kansen.SEIZOEN[maand.month] * groei * (1 + _golf(maand)) * deel


def _aanmelding(toeval: Toeval, maand: date, vandaag: date) -> tuple[date, str]:
    laatste = min(maand + timedelta(days=monthrange(maand.year, maand.month)[1] - 1), vandaag)
    dag = naar_werkdag(maand + timedelta(days=toeval.randrange((laatste - maand).days + 1)))
    golf = _golf(maand)
    uit_golf = toeval.kans(0.85 * golf / (1 + golf))
    return min(dag, vandaag), Aanmeldbron.EINDE_WERKLOOSHEID if uit_golf else toeval.kies(kansen.BRON)
