"""When art. 60 employment ends: it lasts as long as it takes to earn the right to unemployment benefit (C18, C19).

Rule set A (until 28-02-2026): 312, 468 or 624 days by age at the request. Rule set B (from 01-03-2026): 312 days
for all (RVA news of 02-03-2026, C22-C25). A full-time month counts 26 days, part-time `26 x breuk` (simplified, to
verify). The result is a proposal: the trajectbegeleider may set another date with a motivation.
"""

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from regie.core.dates import leeftijd, plus_maanden
from regie.core.exceptions import DomainError
from regie.core.parameters import Regel, alle_regels, waarde

_LEEFTIJD = re.compile(r"leeftijd\s*(?P<teken><|>=)?\s*(?P<van>\d+)(?:-(?P<tot>\d+))?")


class GeboortedatumNodig(DomainError):
    """Rule set A cannot be applied without a birth date."""


@dataclass(frozen=True, slots=True)
class Einddatum:
    """A proposed end date with what it rests on; `regelset` is 'A' or 'B', `maanden` the duration in words."""

    einde: date
    dagen_nodig: int
    dagen_bewezen: int
    maanden: str
    regelset: str
    geldig_van: date
    bron: str
    zekerheid: str
    uitleg: str
    waarschuwingen: tuple[str, ...] = ()

    def als_json(self) -> dict[str, object]:
        """What is stored with the stap, so that the rule stays visible beside the date."""
        return {
            "einde": self.einde.isoformat(),
            "dagen_nodig": self.dagen_nodig,
            "dagen_bewezen": self.dagen_bewezen,
            "regelset": self.regelset,
            "bron": self.bron,
            "zekerheid": self.zekerheid,
            "uitleg": self.uitleg,
            "waarschuwingen": list(self.waarschuwingen),
        }


def bereken_einddatum_art60(
    *,
    geboortedatum: date | None,
    start: date,
    tewerkstellingsbreuk: Decimal,
    reeds_bewezen_dagen: int = 0,
) -> Einddatum:
    """The last day of an art. 60 contract that starts on `start` (domein.md 3.0, algorithm).

    `tewerkstellingsbreuk` is a part of full-time (0 < breuk <= 1); `reeds_bewezen_dagen` are days already proven
    inside the reference period. Raises DomainError in Dutch when the input cannot give a date.
    """
    if not 0 < tewerkstellingsbreuk <= 1:
        raise DomainError("De tewerkstellingsbreuk ligt tussen 0 en 1.")
    if reeds_bewezen_dagen < 0:
        raise DomainError("Het aantal bewezen dagen kan niet negatief zijn.")
    nieuw = _regelset_b()
    duur = _Duur(start, tewerkstellingsbreuk, reeds_bewezen_dagen)
    if nieuw.geldig_van <= start:
        return duur.resultaat(nieuw, "B")
    if geboortedatum is None:
        raise GeboortedatumNodig("Vul eerst de geboortedatum in: de duur van art. 60 hangt af van de leeftijd.")
    oud, waarschuwingen = _bracket(geboortedatum, duur)
    if duur.einde(oud) < nieuw.geldig_van:
        return duur.resultaat(oud, "A", waarschuwingen)
    if duur.einde(nieuw) < nieuw.geldig_van:
        let_op = (
            f"De dagen zijn bewezen voor {nieuw.geldig_van:%d/%m/%Y}; "
            "de aanvraag kan volgens regelset B pas vanaf die dag."
        )
        return duur.resultaat(nieuw, "B", (let_op,), einde=nieuw.geldig_van)
    return duur.resultaat(nieuw, "B")


@dataclass(frozen=True, slots=True)
class _Duur:
    start: date
    breuk: Decimal
    bewezen: int

    def einde(self, regel: Regel) -> date:
        """Last day: whole months first, then the remaining part of the next month in calendar days."""
        maanden = self._maanden(regel)
        heel = int(maanden)
        na_hele = plus_maanden(self.start, heel)
        rest = math.ceil((maanden - heel) * monthrange(na_hele.year, na_hele.month)[1])
        return na_hele + timedelta(days=rest - 1)

    def _maanden(self, regel: Regel) -> Fraction:
        nodig = max(int(regel.waarde) - self.bewezen, 1)
        per_maand = Fraction(waarde("dagen_per_maand", op=self.start)) * Fraction(self.breuk)
        return Fraction(nodig) / per_maand

    def resultaat(
        self, regel: Regel, regelset: str, waarschuwingen: tuple[str, ...] = (), *, einde: date | None = None
    ) -> Einddatum:
        maanden = self._in_woorden(regel)
        return Einddatum(
            einde=einde or self.einde(regel),
            dagen_nodig=int(regel.waarde),
            dagen_bewezen=self.bewezen,
            maanden=maanden,
            regelset=regelset,
            geldig_van=regel.geldig_van,
            bron=regel.bron,
            zekerheid=regel.zekerheid,
            uitleg=f"{maanden} volgens regelset {regelset} (geldig vanaf {regel.geldig_van:%d/%m/%Y})",
            waarschuwingen=waarschuwingen,
        )

    def _in_woorden(self, regel: Regel) -> str:
        maanden = self._maanden(regel)
        if maanden.denominator == 1:
            return f"{int(maanden)} maanden" if maanden != 1 else "1 maand"
        return f"{float(maanden):.1f} maanden".replace(".", ",")


def _regelset_b() -> Regel:
    """The rule for all ages; its `geldig_van` is the day the law changed."""
    regels = [r for r in alle_regels() if r.code == "wl_dagen" and r.dimensie == "alle"]
    if not regels:
        raise DomainError("De regel 'wl_dagen' voor alle leeftijden ontbreekt. Vraag de beheerder ze in te vullen.")
    return min(regels, key=lambda r: r.geldig_van)


def _bracket(geboortedatum: date, duur: _Duur) -> tuple[Regel, tuple[str, ...]]:
    """The age bracket of rule set A that still holds on the last day, and a warning when a birthday moved it.

    Age counts at the request, so a longer duration can push somebody over 36 or 50: repeat until it stays the same.
    """
    regel = eerste = _regel_voor_leeftijd(leeftijd(geboortedatum, duur.start), duur.start)
    while True:
        bij_aanvraag = leeftijd(geboortedatum, duur.einde(regel))
        volgende = _regel_voor_leeftijd(bij_aanvraag, duur.start)
        if volgende == regel:
            break
        regel = volgende
    if regel == eerste:
        return regel, ()
    grens = _grenzen(regel)[0]
    return regel, (f"Wordt {grens} jaar tijdens het contract: er zijn dan {int(regel.waarde)} dagen nodig.",)


def _regel_voor_leeftijd(jaren: int, op: date) -> Regel:
    for regel in alle_regels():
        if regel.code == "wl_dagen" and regel.dimensie != "alle" and regel.geldt_op(op):
            van, tot = _grenzen(regel)
            if van <= jaren <= tot:
                return regel
    raise DomainError(f"Er is geen regel voor de duur van art. 60 op {op:%d/%m/%Y}. Vul de einddatum zelf in.")


def _grenzen(regel: Regel) -> tuple[int, int]:
    """(youngest, oldest) age of a dimension such as 'leeftijd<36', 'leeftijd 36-49' or 'leeftijd>=50'."""
    gevonden = _LEEFTIJD.fullmatch(regel.dimensie)
    if not gevonden:
        raise DomainError(f"De dimensie '{regel.dimensie}' van wl_dagen is geen leeftijd.")
    van = int(gevonden["van"])
    if gevonden["teken"] == "<":
        return 0, van - 1
    return van, int(gevonden["tot"] or 150)
