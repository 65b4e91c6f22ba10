"""How the house writes numbers, dates and deadlines. Pure: pages, charts, PDF and mails share these functions."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

Getal = int | float | Decimal

GEEN = "–"
DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MAANDEN_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
BINNENKORT = timedelta(days=7)
MAANDEN_VANAF = timedelta(days=90)


def getal(waarde: Getal | str | None, decimalen: int = 0) -> str:
    """1234.5 → "1.234,5". Text (such as "< 5") passes unchanged; nothing becomes a dash."""
    if waarde is None or waarde == "":
        return GEEN
    if isinstance(waarde, str):
        return waarde
    tekst = f"{waarde:,.{decimalen}f}".translate(str.maketrans(",.", ".,"))
    return tekst.replace("-", "−") if set(tekst) - set("-0.,") else tekst.removeprefix("-")


def procent(waarde: Getal | str | None, decimalen: int = 1) -> str:
    """36.2 → "36,2 %", with a space that does not break."""
    if waarde is None or isinstance(waarde, str):
        return getal(waarde)
    return f"{getal(waarde, decimalen)}\u00a0%"


def euro(waarde: Getal | str | None) -> str:
    """1234.5 → "€ 1.234,50", with a space that does not break."""
    if waarde is None or isinstance(waarde, str):
        return getal(waarde)
    return f"€\u00a0{getal(waarde, 2)}"


def datum(waarde: date | None) -> str:
    return GEEN if waarde is None else f"{waarde:%d/%m/%Y}"


def datum_lang(waarde: date | None) -> str:
    """ "do 12 november 2026"."""
    if waarde is None:
        return GEEN
    return f"{DAGEN[waarde.weekday()]} {waarde.day} {MAANDEN[waarde.month - 1]} {waarde.year}"


def moment(waarde: datetime | None) -> str:
    """ "do 12 november 2026, 10.15 uur"; the caller passes local time."""
    return GEEN if waarde is None else f"{datum_lang(waarde)}, {waarde.hour}.{waarde:%M} uur"


def maand(waarde: date) -> str:
    return f"{MAANDEN[waarde.month - 1]} {waarde.year}"


def opsomming(delen: Sequence[str]) -> str:
    """ "a, b en c"."""
    return " en ".join((", ".join(delen[:-1]), delen[-1])) if len(delen) > 1 else "".join(delen)


def meervoud(aantal: int, enkel: str, meer: str) -> str:
    return f"{getal(aantal)} {enkel if aantal == 1 else meer}"


class Termijn(NamedTuple):
    tekst: str
    soort: str
    icoon: str


def termijn(einde: date, vandaag: date) -> Termijn:
    """The word beside a deadline: too late, soon, or far away."""
    over = einde - vandaag
    if over < timedelta(0):
        return Termijn(f"{meervoud(-over.days, 'dag', 'dagen')} te laat", "gevaar", "circle-alert")
    if over <= BINNENKORT:
        tekst = {0: "vandaag", 1: "morgen"}.get(over.days, f"{over.days} dagen")
        return Termijn(tekst, "letop", "clock")
    if over < MAANDEN_VANAF:
        return Termijn(f"{over.days} dagen", "neutraal", "calendar")
    return Termijn(meervoud(over.days // 30, "maand", "maanden"), "neutraal", "calendar")
