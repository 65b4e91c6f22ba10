"""The day counter of art. 60: how many days stand on a day, and when the right to benefits is reached.

One algorithm gives the end (`art60.einde_volgens_regel` over a `Klok`); this module says what goes into it and what it
means: the stand, a range where the rules are not certain, and warnings. A warning stands beside the date, it never
blocks.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from regie.core.dates import einde_van_maand, is_werkdag, plus_maanden
from regie.core.notatie import datum, getal
from regie.core.parameters import Regel, regel
from trajecten.enums import Afwezigheidssoort
from trajecten.regels.art60 import Einddatum, einde_volgens_regel, maak_klok
from trajecten.regels.klok import EEN_DAG, Klok, Periode, Stuk, Telling

SCHORSING = "SCHORSING"


@dataclass(frozen=True, slots=True)
class Voorval:
    """An absence (its kind) or a suspension (SCHORSING); without `tot` it still goes on."""

    soort: str
    van: date
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Invoer:
    """What is known of one step. `breuken`: (from when, part of full-time), the first one from the start on."""

    start: date
    breuken: tuple[tuple[date, Fraction], ...]
    geboortedatum: date | None = None
    voorvallen: tuple[Voorval, ...] = ()
    bewezen: int = 0  # days proven before the start, inside the reference period
    einde_voorzien: date | None = None
    einde: date | None = None  # the day the step ended, when it has

    def met(self, *, breuk: tuple[date, Fraction] | None = None, voorvallen: Iterable[Voorval] = ()) -> "Invoer":
        """The same step if things went otherwise: saves nothing."""
        breuken = [b for b in self.breuken if breuk is None or b[0] != breuk[0]] + ([breuk] if breuk else [])
        return replace(self, breuken=tuple(sorted(breuken)), voorvallen=(*self.voorvallen, *voorvallen))


@dataclass(frozen=True, slots=True)
class Maandrij:
    maand: date
    breuk: float
    werkdagen: int  # Monday to Friday, without public holidays, present
    gewerkt: float
    gelijkgesteld: float
    niet_geteld: int  # calendar days absent or suspended that do not count
    totaal: float
    verwacht: bool


@dataclass(frozen=True)
class Stand:
    """The counter on `peildatum`. `recht` says which rule, with its source and certainty."""

    invoer: Invoer
    peildatum: date
    klok: Klok
    recht: Einddatum
    vroegst: date
    laatst: date
    gewerkt: Fraction
    gelijkgesteld: Fraction
    referte_maanden: int
    waarschuwingen: tuple[str, ...] = field(default=())

    @property
    def nodig(self) -> int:
        return self.recht.dagen_nodig

    @property
    def totaal(self) -> Fraction:
        return self.invoer.bewezen + self.gewerkt + self.gelijkgesteld

    @property
    def nog_nodig(self) -> Fraction:
        return max(self.nodig - self.totaal, Fraction())

    @property
    def meter(self) -> str:
        """The value of the meter: never more than full."""
        return f"{float(min(self.totaal, Fraction(self.nodig))):.1f}"

    @property
    def in_woorden(self) -> str:
        """ "201,5 van 312"."""
        return f"{getal(float(self.totaal), 1).removesuffix(',0')} van {getal(self.nodig)}"

    @property
    def bereikt(self) -> bool:
        return self.nog_nodig == 0

    @property
    def bereikt_op(self) -> date:
        return self.recht.einde

    @property
    def is_zeker(self) -> bool:
        return self.vroegst == self.laatst

    @property
    def referte_van(self) -> date:
        """First day of the reference period when the request comes the day after the right is reached."""
        return plus_maanden(self.bereikt_op + EEN_DAG, -self.referte_maanden)

    @cached_property
    def maanden(self) -> list[Maandrij]:
        """Month by month up to the day the right is reached, or the day the step ended."""
        tot = self.bereikt_op if self.invoer.einde is None else min(self.invoer.einde, self.bereikt_op)
        return _maanden(self.klok, tot, self.invoer.bewezen, self.peildatum)


def tel(invoer: Invoer, peildatum: date) -> Stand:
    """Raises DomainError in Dutch when the rules cannot give a date (no birth date under rule set A)."""
    telregels = {v: _telregel(v) for v in invoer.voorvallen if v.soort != SCHORSING}
    klok = _klok(invoer, peildatum, {v: bool(r.waarde) for v, r in telregels.items()})
    recht = _recht(invoer, klok)
    vroegst, laatst = _marge(invoer, peildatum, telregels, recht.einde)
    tot = min(peildatum, invoer.einde or peildatum)
    stukken = klok.stukken(tot)
    referte = regel("wl_referte_maanden", op=recht.geldig_van, dimensie=recht.dimensie)
    stand = Stand(
        invoer=invoer,
        peildatum=peildatum,
        klok=klok,
        recht=recht,
        vroegst=vroegst,
        laatst=laatst,
        gewerkt=_som(stukken, Telling.GEWERKT),
        gelijkgesteld=_som(stukken, Telling.GELIJKGESTELD),
        referte_maanden=int(referte.waarde),
    )
    return replace(stand, waarschuwingen=(*recht.waarschuwingen, *_waarschuwingen(stand, telregels)))


def telt_mee(soort: str, op: date) -> Regel:
    """Whether days of this kind count as worked (1 or 0), with its source and certainty."""
    return regel("afwezigheid_telt", op=op, dimensie=soort)


def is_onzeker(geldend: Regel) -> bool:
    return not geldend.zekerheid.startswith("hoog")


def _telregel(voorval: Voorval) -> Regel:
    return telt_mee(voorval.soort, voorval.van)


def _klok(invoer: Invoer, peildatum: date, telt: dict[Voorval, bool]) -> Klok:
    """What still goes on is taken to last until today: tomorrow the date is asked again."""
    periodes = tuple(Periode(v.van, v.tot or max(peildatum, v.van), _telling(v, telt)) for v in invoer.voorvallen)
    return maak_klok(invoer.start, invoer.breuken, periodes)


def _telling(voorval: Voorval, telt: dict[Voorval, bool]) -> Telling:
    if voorval.soort == SCHORSING:
        return Telling.GESCHORST
    return Telling.GELIJKGESTELD if telt[voorval] else Telling.AFWEZIG


def _recht(invoer: Invoer, klok: Klok) -> Einddatum:
    return einde_volgens_regel(klok, geboortedatum=invoer.geboortedatum, reeds_bewezen_dagen=invoer.bewezen)


def _marge(invoer: Invoer, peildatum: date, telregels: dict[Voorval, Regel], midden: date) -> tuple[date, date]:
    """(earliest, latest): with every uncertain kind of absence counted, and with none of them."""
    if not any(is_onzeker(r) for r in telregels.values()):
        return midden, midden
    dagen = []
    for gunstig in (True, False):
        telt = {v: gunstig if is_onzeker(r) else bool(r.waarde) for v, r in telregels.items()}
        dagen.append(_recht(invoer, _klok(invoer, peildatum, telt)).einde)
    return min(*dagen, midden), max(*dagen, midden)


def _som(stukken: list[Stuk], telling: Telling) -> Fraction:
    return sum((stuk.dagen for stuk in stukken if stuk.telling == telling), Fraction())


def _waarschuwingen(stand: Stand, telregels: dict[Voorval, Regel]) -> list[str]:
    return [
        zin
        for zin in (
            _over_het_einde(stand),
            _onzekere_soorten(telregels),
            _zonder_einde(stand.invoer),
            _buiten_de_referte(stand),
        )
        if zin
    ]


def _over_het_einde(stand: Stand) -> str:
    invoer = stand.invoer
    if invoer.einde:
        return _gestopt(stand, invoer.einde)
    gekozen = invoer.einde_voorzien
    if gekozen is None or gekozen == stand.bereikt_op:
        return ""
    if gekozen > stand.bereikt_op:
        return overschrijding(gekozen, stand.recht)
    tekort = stand.nodig - invoer.bewezen - stand.klok.geteld(gekozen)
    return f"Het contract stopt op {datum(gekozen)}: dan ontbreken nog {_dagen(tekort)}." if tekort > 0 else ""


def overschrijding(gekozen: date, recht: Einddatum) -> str:
    """Said beside a chosen end after the one of the rule: practice differs, so it is never refused (domein.md 3.0)."""
    return (
        f"Het gekozen einde {datum(gekozen)} overschrijdt de standaardduur van regelset {recht.regelset} "
        f"({datum(recht.einde)})."
    )


def _gestopt(stand: Stand, einde: date) -> str:
    tekort = stand.nodig - stand.invoer.bewezen - stand.klok.geteld(einde)
    if tekort <= 0:
        return ""
    return f"Het contract stopte op {datum(einde)}. Er ontbraken toen nog {_dagen(tekort)}."


def _onzekere_soorten(telregels: dict[Voorval, Regel]) -> str:
    soorten = sorted({Afwezigheidssoort(v.soort).label for v, r in telregels.items() if is_onzeker(r)})
    if not soorten:
        return ""
    return f"Of {' en '.join(soorten)} meetelt, is te verifiëren. Daarom staat er een vroegste en een laatste datum."


def _zonder_einde(invoer: Invoer) -> str:
    if invoer.einde or all(v.tot for v in invoer.voorvallen):
        return ""
    return "Er loopt een schorsing of afwezigheid zonder einddatum. We rekenen die tot vandaag: de datum schuift mee."


def _buiten_de_referte(stand: Stand) -> str:
    van = stand.referte_van
    if stand.invoer.start >= van:
        return ""
    dagen = stand.klok.geteld(van - EEN_DAG)
    return (
        f"Op {datum(stand.bereikt_op)} telt de referteperiode vanaf {datum(van)} ({stand.referte_maanden} maanden). "
        f"{_dagen(dagen)} van voor die dag tellen misschien niet meer mee. Vraag het na bij de RVA."
    )


def _dagen(aantal: Fraction) -> str:
    return f"{getal(float(aantal), 0 if aantal.denominator == 1 else 1)} {'dag' if aantal == 1 else 'dagen'}"


def _maanden(klok: Klok, tot: date, bewezen: int, peildatum: date) -> list[Maandrij]:
    per_maand: dict[date, list[Stuk]] = {}
    for stuk in klok.stukken(tot):
        per_maand.setdefault(stuk.van.replace(day=1), []).append(stuk)
    rijen, totaal = [], Fraction(bewezen)
    for maand, stukken in per_maand.items():
        gewerkt, gelijk = _som(stukken, Telling.GEWERKT), _som(stukken, Telling.GELIJKGESTELD)
        totaal += gewerkt + gelijk
        rijen.append(
            Maandrij(
                maand=maand,
                breuk=float(klok.breuk_op(min(einde_van_maand(maand), tot))),
                werkdagen=sum(_werkdagen(stuk) for stuk in stukken if stuk.telling == Telling.GEWERKT),
                gewerkt=float(gewerkt),
                gelijkgesteld=float(gelijk),
                niet_geteld=sum(stuk.kalenderdagen for stuk in stukken if not stuk.telling.telt),
                totaal=float(totaal),
                verwacht=einde_van_maand(maand) > peildatum,
            )
        )
    return rijen


def _werkdagen(stuk: Stuk) -> int:
    return sum(is_werkdag(stuk.van + timedelta(days=n)) for n in range(stuk.kalenderdagen))
