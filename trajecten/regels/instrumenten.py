"""How long a step of an instrument may last: dates and dated parameters in, a last day with its reason out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from regie.core.dates import plus_maanden
from regie.core.notatie import datum, getal, meervoud
from regie.core.parameters import Regel, alle_regels, regel
from trajecten.enums_instrument import ImwSoort, Stapregime

ZEKER = "hoog"
_EENHEDEN = {"maanden": ("maand", "maanden"), "jaar": ("jaar", "jaar"), "dagen": ("dag", "dagen")}


@dataclass(frozen=True, slots=True)
class Grens:
    """One limit as a last day, with the parameter it comes from."""

    dag: date
    regel: Regel

    @property
    def is_zeker(self) -> bool:
        return self.regel.zekerheid == ZEKER


@dataclass(frozen=True, slots=True)
class Duur:
    """What the rules say of the last day of a step that starts on a given day."""

    vroegst: Grens | None = None
    uiterlijk: Grens | None = None
    uitloop: Grens | None = None

    @property
    def laatste(self) -> Grens | None:
        """The limit that bites first."""
        grenzen = [grens for grens in (self.uiterlijk, self.uitloop) if grens]
        return min(grenzen, key=lambda grens: grens.dag) if grenzen else None


def zoek(code: str, op: date) -> Regel | None:
    """The value of `code` on a day, whatever it is for; None when no value is known for that day."""
    dimensies = [r.dimensie for r in alle_regels() if code and r.code == code and r.geldt_op(op)]
    return regel(code, op=op, dimensie=dimensies[0]) if dimensies else None


def in_woorden(wet: Regel) -> str:
    enkel, meer = _EENHEDEN.get(wet.eenheid, (wet.eenheid, wet.eenheid))
    return meervoud(int(wet.waarde), enkel, meer) if wet.waarde == int(wet.waarde) else f"{getal(wet.waarde)} {meer}"


def laatste_dag(wet: Regel, start: date) -> date:
    """The last day of a period of this length that begins on `start`."""
    aantal = int(wet.waarde)
    if wet.eenheid.startswith("dag"):
        return start + timedelta(days=aantal - 1)
    maanden = aantal * 12 if wet.eenheid == "jaar" else aantal
    return plus_maanden(start, maanden) - timedelta(days=1)


def duur(
    *,
    start: date,
    min_code: str = "",
    max_code: str = "",
    max_uitzondering: str = "",
    uitloop_code: str = "",
    instroom_tot: date | None = None,
    regime: str = "",
    verbruikt: int = 0,
) -> Duur:
    """The limits of one instrument. `verbruikt`: days of earlier steps that count for the same maximum."""
    code = max_uitzondering if regime == Stapregime.LDE_UITZONDERING and max_uitzondering else max_code
    if regime == Stapregime.EX_PWA:
        code = ""
    kort, lang = zoek(min_code, start), zoek(code, start)
    uitloop = zoek(uitloop_code, instroom_tot) if instroom_tot and uitloop_code else None
    if uitloop and regime == Stapregime.LDE_UITZONDERING and lang:
        uitloop = lang
    over = timedelta(days=verbruikt)
    return Duur(
        vroegst=Grens(laatste_dag(kort, start), kort) if kort else None,
        uiterlijk=Grens(laatste_dag(lang, start) - over, lang) if lang else None,
        uitloop=_na_de_instroom(uitloop, instroom_tot),
    )


def _na_de_instroom(wet: Regel | None, instroom_tot: date | None) -> Grens | None:
    """Who was in when it closed goes on for this long at most: until the same day that many years later."""
    if wet is None or instroom_tot is None:
        return None
    return Grens(laatste_dag(wet, instroom_tot) + timedelta(days=1), wet)


def als_json(grens: Grens, *, verbruikt: int = 0) -> dict[str, object]:
    """What is stored with the stap, so that the rule stays visible beside the date."""
    uitleg = f"hoogstens {in_woorden(grens.regel)} (geldig vanaf {datum(grens.regel.geldig_van)})"
    if verbruikt:
        uitleg += f", min {meervoud(verbruikt, 'dag', 'dagen')} van vroeger"
    return {
        "einde": grens.dag.isoformat(),
        "uitleg": uitleg,
        "bron": grens.regel.bron,
        "zekerheid": grens.regel.zekerheid,
    }


def bezwaren_duur(naam: str, grenzen: Duur, *, einde: date | None, motivering: str) -> Iterator[str]:
    """A certain rule is refused; one that is still to be verified asks for a motivation."""
    if einde is None:
        return
    laatste, vroegst = grenzen.laatste, grenzen.vroegst
    if laatste and einde > laatste.dag and (laatste.is_zeker or not motivering.strip()):
        zin = f"{naam} duurt hoogstens {in_woorden(laatste.regel)}: tot en met {datum(laatste.dag)}."
        yield zin if laatste.is_zeker else f"{zin} {_toch(laatste)}"
    if vroegst and einde < vroegst.dag and (vroegst.is_zeker or not motivering.strip()):
        zin = f"{naam} duurt minstens {in_woorden(vroegst.regel)}: tot en met {datum(vroegst.dag)}."
        yield zin if vroegst.is_zeker else f"{zin} {_toch(vroegst)}"


def _toch(grens: Grens) -> str:
    return f"Schrijf waarom je ervan afwijkt (zekerheid van deze regel: {grens.regel.zekerheid})."


def kwartaal_van(dag: date) -> date:
    """The first day of the quarter a day lies in."""
    return date(dag.year, 3 * ((dag.month - 1) // 3) + 1, 1)


def imw_regel(soort: str, op: date) -> Regel:
    if soort == ImwSoort.BLIJVEND:
        return regel("imw_duur_langdurig", op=op, dimensie="verlengbaar")
    return regel("imw_duur_tijdelijk", op=op)


def imw_einde(kwartaal: date, soort: str) -> Grens:
    """Two or five years from the quarter of the decision (C52, C53)."""
    wet = imw_regel(soort, kwartaal)
    return Grens(laatste_dag(wet, kwartaal), wet)
