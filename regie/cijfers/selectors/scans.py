"""The average of the region over all scans, also of organisations that share nothing (docs/adr: scans in de regio).

Whoever reads it knows every shared result, and perhaps the own. So what is left after subtracting those must stay a
mix of several organisations, today and when one more joins: see `gemiddelde`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from partners.enums import Scandimensie
from partners.models import Scan
from partners.scanscore import uitkomst_van_json
from partners.selectors.scan import geldige_lijst
from regie.cijfers.getal import Getal, verborgen
from regie.core import notatie
from regie.core.aggregate import alle_huizen
from regie.core.notatie import meervoud
from regie.core.parameters import waarde

TE_WEINIG = "Te weinig organisaties om een gemiddelde te tonen."


@dataclass(frozen=True, slots=True)
class Grens:
    minimum: int = 5  # unshared scans in an average
    afronding: int = 5


@dataclass(frozen=True, slots=True)
class Regiogemiddelde:
    """Per dimension, and what of it the reader is told in words."""

    dimensies: tuple[tuple[str, Getal], ...]
    totaal: Getal
    peildatum: date
    uitleg: str

    @property
    def is_getoond(self) -> bool:
        return any(getal.is_getoond for _, getal in self.dimensies)


def peildatum(vandaag: date) -> date:
    """The end of the last full quarter: who closes a scan is counted together with everybody of that quarter."""
    begin = date(vandaag.year, vandaag.month - (vandaag.month - 1) % 3, 1)
    return begin - timedelta(days=1)


def regiogemiddelde(vandaag: date) -> Regiogemiddelde:
    op = peildatum(vandaag)
    grens = Grens(int(waarde("scan_regio_minimum", op=vandaag)), int(waarde("scan_regio_afronding", op=vandaag)))
    gedeeld, stil = _scores(op, geldige_lijst(vandaag))
    dimensies = tuple(
        (code, gemiddelde(gedeeld.get(code, ()), stil.get(code, ()), grens)) for code in Scandimensie.values
    )
    return Regiogemiddelde(dimensies, _totaal([getal for _, getal in dimensies], grens), op, _uitleg(op, grens))


def gemiddelde(gedeeld: Sequence[int], stil: Sequence[int], grens: Grens) -> Getal:
    """Over all when enough of them are unshared, over the shared ones alone when that tells nothing new, else none.

    With unshared scores in it the average is rounded: one organisation more or less does not give its score away.
    """
    if len(stil) >= grens.minimum:
        alle = [*gedeeld, *stil]
        gemiddeld = sum(alle) / len(alle)
        rond = int(gemiddeld / grens.afronding + 0.5) * grens.afronding
        return Getal(rond, f"± {notatie.getal(rond)}", n=len(alle))
    if len(gedeeld) >= grens.minimum:
        gemiddeld = round(sum(gedeeld) / len(gedeeld))
        return Getal(gemiddeld, notatie.getal(gemiddeld), n=len(gedeeld))
    return verborgen(notatie.GEEN, TE_WEINIG)


def _totaal(dimensies: Sequence[Getal], grens: Grens) -> Getal:
    """The mean of the five figures shown above it, so it holds nothing they do not."""
    getoond = [getal.waarde for getal in dimensies if getal.waarde is not None]
    if len(getoond) < len(dimensies):
        return verborgen(notatie.GEEN, TE_WEINIG)
    gemiddeld = round(sum(getoond) / len(getoond))
    return Getal(gemiddeld, f"± {notatie.getal(gemiddeld)}", n=min(getal.n or 0 for getal in dimensies))


def _scores(op: date, lijst: int) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Per dimension the scores of who shares and of who does not: the last scan of each organisation up to a day.

    An organisation whose last scan is not shared counts as unshared, also when an older one is.
    """
    gedeeld: dict[str, list[int]] = {}
    stil: dict[str, list[int]] = {}
    with alle_huizen():
        laatste: dict[int, Scan] = {}
        rijen = Scan.objects.afgerond().filter(afgerond_op__lte=op, lijst=lijst)
        for scan in rijen.order_by("afgerond_op", "created_at"):
            laatste[scan.eigenaar_id] = scan
        for scan in laatste.values():
            for code, score in uitkomst_van_json(scan.uitkomst).dimensies:
                if score.score is not None:
                    (gedeeld if scan.gedeeld else stil).setdefault(code, []).append(score.score)
    return gedeeld, stil


def _uitleg(op: date, grens: Grens) -> str:
    return (
        f"Gemiddelde van de laatste scan van elke organisatie, afgerond tot en met {notatie.datum(op)}. Ook scans die "
        f"niet gedeeld zijn, tellen mee, maar alleen met {meervoud(grens.minimum, 'organisatie', 'organisaties')} of "
        f"meer samen en afgerond op {grens.afronding}: zo valt nooit uit te rekenen wat één organisatie antwoordde. "
        "Zijn het er minder, dan tonen we alleen het gemiddelde van wie deelt, als dat er genoeg zijn."
    )
