"""When art. 60 employment ends: it lasts as long as it takes to earn the right to unemployment benefit (C18, C19).

Rule set A (until 28-02-2026): 312, 468 or 624 days by age at the request. Rule set B (from 01-03-2026): 312 days
for all (RVA news of 02-03-2026, C22-C25). A full-time month counts 26 days, part-time `26 x breuk` (simplified, to
verify). The result is a proposal: the trajectbegeleider may set another date with a motivation.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from regie.core.dates import leeftijd
from regie.core.exceptions import DomainError
from regie.core.parameters import Regel, alle_regels, waarde
from trajecten.regels.klok import Klok, Periode

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
    dimensie: str = "alle"  # of the parameter that gave it: all ages, or one age bracket

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
    """The last day of an art. 60 contract that starts on `start` and never changes (domein.md 3.0, algorithm).

    `tewerkstellingsbreuk` is a part of full-time (0 < breuk <= 1); `reeds_bewezen_dagen` are days already proven
    inside the reference period. Raises DomainError in Dutch when the input cannot give a date.
    """
    klok = maak_klok(start, ((start, Fraction(tewerkstellingsbreuk)),))
    return einde_volgens_regel(klok, geboortedatum=geboortedatum, reeds_bewezen_dagen=reeds_bewezen_dagen)


def maak_klok(start: date, breuken: tuple[tuple[date, Fraction], ...], periodes: tuple[Periode, ...] = ()) -> Klok:
    """The clock of a contract with the days per month of the rules that hold on its start."""
    if not all(0 < breuk <= 1 for _, breuk in breuken):
        raise DomainError("De tewerkstellingsbreuk ligt tussen 0 en 1.")
    return Klok(start, breuken, periodes, Fraction(waarde("dagen_per_maand", op=start)))


def einde_volgens_regel(klok: Klok, *, geboortedatum: date | None, reeds_bewezen_dagen: int = 0) -> Einddatum:
    """The last day by the rule set that holds on the expected day of the request: the one algorithm of the product."""
    if reeds_bewezen_dagen < 0:
        raise DomainError("Het aantal bewezen dagen kan niet negatief zijn.")
    nieuw = _regelset_b()
    duur = _Duur(klok, reeds_bewezen_dagen)
    if nieuw.geldig_van <= klok.start:
        return duur.resultaat(nieuw, "B")
    if geboortedatum is None:
        raise GeboortedatumNodig("Vul eerst de geboortedatum in: de duur van art. 60 hangt af van de leeftijd.")
    oud, waarschuwingen = _bracket(geboortedatum, duur)
    if duur.einde(oud) < nieuw.geldig_van:
        return duur.resultaat(oud, "A", waarschuwingen)
    overgang = _overgang(duur, oud, nieuw)
    if duur.einde(nieuw) < nieuw.geldig_van:
        let_op = (
            f"De dagen zijn bewezen voor {nieuw.geldig_van:%d/%m/%Y}; "
            "de aanvraag kan volgens regelset B pas vanaf die dag."
        )
        return duur.resultaat(nieuw, "B", (let_op, *overgang), einde=nieuw.geldig_van)
    return duur.resultaat(nieuw, "B", overgang)


def _overgang(duur: "_Duur", oud: Regel, nieuw: Regel) -> tuple[str, ...]:
    """A contract from before the reform that the old rule would have made longer: nobody knows for certain."""
    if oud.waarde <= nieuw.waarde:
        return ()
    return (
        f"Gestart voor {nieuw.geldig_van:%d/%m/%Y}: onder de oude regel waren {int(oud.waarde)} dagen nodig, "
        f"tot {duur.einde(oud):%d/%m/%Y}. De overgang is te verifiëren bij de RVA.",
    )


@dataclass(frozen=True, slots=True)
class _Duur:
    klok: Klok
    bewezen: int

    def einde(self, regel: Regel) -> date:
        """The day on which the days the rule asks are counted."""
        return self.klok.bereikt_op(self._nodig(regel))

    def _nodig(self, regel: Regel) -> int:
        return max(int(regel.waarde) - self.bewezen, 1)

    def resultaat(
        self, regel: Regel, regelset: str, waarschuwingen: tuple[str, ...] = (), *, einde: date | None = None
    ) -> Einddatum:
        duur = self._in_woorden(regel)
        return Einddatum(
            einde=einde or self.einde(regel),
            dagen_nodig=int(regel.waarde),
            dagen_bewezen=self.bewezen,
            maanden=duur,
            regelset=regelset,
            geldig_van=regel.geldig_van,
            bron=regel.bron,
            zekerheid=regel.zekerheid,
            uitleg=f"{duur} volgens regelset {regelset} (geldig vanaf {regel.geldig_van:%d/%m/%Y})",
            waarschuwingen=waarschuwingen,
            dimensie=regel.dimensie,
        )

    def _in_woorden(self, regel: Regel) -> str:
        """Months when nothing changes on the way; else the number of days, for then months say nothing."""
        if len(self.klok.breuken) > 1 or self.klok.periodes:
            return f"{int(regel.waarde)} dagen"
        maanden = Fraction(self._nodig(regel)) / (self.klok.per_maand * self.klok.breuken[0][1])
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
    regel = eerste = _regel_voor_leeftijd(leeftijd(geboortedatum, duur.klok.start), duur.klok.start)
    while True:
        bij_aanvraag = leeftijd(geboortedatum, duur.einde(regel))
        volgende = _regel_voor_leeftijd(bij_aanvraag, duur.klok.start)
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


def leeftijdsgrenzen(op: date) -> list[tuple[Regel, int]]:
    """The brackets of rule set A that begin at an age, with that age: 36 and 50."""
    regels = [r for r in alle_regels() if r.code == "wl_dagen" and r.dimensie != "alle" and r.geldt_op(op)]
    return [(regel, _grenzen(regel)[0]) for regel in regels if _grenzen(regel)[0]]


def regelset_b_vanaf() -> date:
    return _regelset_b().geldig_van
