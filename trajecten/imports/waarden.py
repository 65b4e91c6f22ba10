"""One cell of a list as a value of ours, or a Dutch sentence that says what is wrong and how to write it.

`fout` stops the row; `letop` lets it through and tells what we made of it. Nothing here knows the database.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from regie.core.names import naam_sleutel
from regie.core.notatie import MAANDEN, MAANDEN_KORT
from regie.core.validators import alleen_cijfers, geboortedatum_uit_insz, normaliseer_insz
from trajecten.imports.bestand import Cel
from trajecten.imports.woorden import BRONNEN, DIPLOMAS, GESLACHTEN, INSTRUMENTEN, JA_NEE, STATUTEN

NIETS = frozenset(
    {"", "-", "--", "---", "/", "?", "??", ".", "nvt", "n.v.t.", "n.v.t", "onbekend", "niet gekend", "#n/b", "#n/a"}
)
EXCEL_NUL = date(1899, 12, 30)
EXCEL_BEREIK = range(7306, 73051)  # 1920 to 2100
NOTATIE = "Schrijf dag/maand/jaar, bijvoorbeeld 14/05/1991."


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What a cell says. `waarde` None: nothing to load from it."""

    waarde: Any = None
    fout: str = ""
    letop: str = ""


LEEG = Gelezen()


def tekst_van(cel: Cel | None) -> str:
    """The cell as one clean line; '' when it says nothing ('-', 'n.v.t.')."""
    if cel is None:
        return ""
    tekst = " ".join(str(cel).replace("\xa0", " ").replace("\u200b", "").split())
    return "" if tekst.casefold() in NIETS else tekst


def citaat(tekst: str) -> str:
    return f"'{tekst}'" if len(tekst) <= 40 else f"'{tekst[:39]}…'"


# --- names -----------------------------------------------------------------------------------------------------------

_TUSSEN = frozenset({"van", "den", "der", "de", "het", "ter", "ten", "te", "von", "du", "la", "le"})


def lees_naam(cel: Cel | None) -> Gelezen:
    tekst = tekst_van(cel)
    if not tekst:
        return LEEG
    if len(tekst) > 80:
        return Gelezen(fout="langer dan 80 tekens. Kort de naam in.")
    if not any(teken.isalpha() for teken in tekst):
        return Gelezen(fout=f"{citaat(tekst)} is geen naam.")
    return Gelezen(_zonder_hoofdletters(tekst) if tekst.isupper() and len(tekst) > 2 else tekst)


def _zonder_hoofdletters(naam: str) -> str:
    """'VAN DEN BERGHE' becomes 'Van den Berghe', "D'HONDT" becomes "D'Hondt"."""
    woorden = naam.lower().split(" ")
    return " ".join(
        woord if i and woord in _TUSSEN and i < len(woorden) - 1 else re.sub(r"(^|[-'’])(\w)", _hoofdletter, woord)
        for i, woord in enumerate(woorden)
    )


def _hoofdletter(gevonden: re.Match[str]) -> str:
    return gevonden[1] + gevonden[2].upper()


def splits_naam(cel: Cel | None) -> tuple[str, str, str]:
    """(familienaam, voornaam, what we made of it): 'Peeters, Els' is certain, 'Peeters Els' is said."""
    tekst = tekst_van(cel)
    if "," in tekst:
        familie, _, voor = tekst.partition(",")
        return familie.strip(), voor.strip(), ""
    familie, _, voor = tekst.rpartition(" ")
    return familie, voor, f"gelezen als familienaam {citaat(familie)} en voornaam {citaat(voor)}." if familie else ""


# --- numbers of people -----------------------------------------------------------------------------------------------


def lees_insz(cel: Cel | None, geboortedatum: date | None = None) -> Gelezen:
    """An INSZ as 11 digits. Leading zeros that Excel dropped come back when the number then is right.

    A number that contradicts the birth date is refused: it may be of another person.
    """
    tekst = tekst_van(cel)
    cijfers = alleen_cijfers(tekst)
    if not cijfers.strip("0"):
        return LEEG
    kort = cijfers.isdigit() and 7 <= len(cijfers) < 11
    try:
        insz = normaliseer_insz(cijfers.zfill(11) if kort else cijfers)
    except ValidationError as fout:
        return Gelezen(fout=_te_kort(cijfers) if kort else fout.messages[0].removeprefix("INSZ: "))
    in_nummer = geboortedatum_uit_insz(insz)
    if geboortedatum is None or in_nummer is None or geboortedatum == in_nummer:
        aangevuld = kort and isinstance(cel, str) and geboortedatum is None
        return Gelezen(insz, letop="nul vooraan aangevuld. Kijk het nummer na." if aangevuld else "")
    if kort:
        return Gelezen(fout=_te_kort(cijfers))
    return Gelezen(
        fout=f"in dit nummer zit geboortedatum {in_nummer:%d/%m/%Y}, in de lijst staat {geboortedatum:%d/%m/%Y}. "
        "Kijk na welke juist is."
    )


def _te_kort(cijfers: str) -> str:
    return f"{len(cijfers)} cijfers, er moeten er 11 zijn. Kijk het nummer na."


# --- dates -----------------------------------------------------------------------------------------------------------

_MAANDNAMEN = {
    sleutel: nr
    for namen in (MAANDEN, MAANDEN_KORT, [m[:3] for m in MAANDEN], [f"{m}." for m in MAANDEN_KORT])
    for nr, sleutel in enumerate(namen, 1)
}
_DELEN = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2}|[a-z]+\.?)\s*[/.\- ,]\s*(\d{4}|\d{2})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_ACHTER = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")


def lees_datum(cel: Cel | None, *, vandaag: date, geboorte: bool = False) -> Gelezen:
    """A date written day first, or one Excel kept as a date. Month-first dates are never guessed."""
    tekst = _ACHTER.sub("", tekst_van(cel))
    if not tekst:
        return LEEG
    if re.fullmatch(r"\d+", tekst):
        return _datum_uit_cijfers(tekst)
    if iso := _ISO.fullmatch(tekst):
        return _maak_datum(int(iso[3]), int(iso[2]), int(iso[1]))
    if not (delen := _DELEN.fullmatch(tekst)):
        return Gelezen(fout=f"{citaat(tekst)} is geen datum. {NOTATIE}")
    maand = int(delen[2]) if delen[2].isdigit() else _MAANDNAMEN.get(delen[2].lower())
    if maand is None:
        return Gelezen(fout=f"{citaat(tekst)} is geen datum. {NOTATIE}")
    return _maak_datum(int(delen[1]), maand, _jaar(delen[3], vandaag=vandaag, geboorte=geboorte))


def _jaar(tekst: str, *, vandaag: date, geboorte: bool) -> int:
    """Two digits: a birth year that makes somebody at least 14, any other date in this century."""
    if len(tekst) == 4:
        return int(tekst)
    jaar = 2000 + int(tekst)
    return jaar - 100 if geboorte and jaar > vandaag.year - 14 else jaar


def _datum_uit_cijfers(tekst: str) -> Gelezen:
    if len(tekst) in {7, 8}:  # 14051991, or 4051991 when Excel dropped the zero
        tekst = tekst.zfill(8)
        return _maak_datum(int(tekst[:2]), int(tekst[2:4]), int(tekst[4:]))
    if int(tekst) in EXCEL_BEREIK:
        datum = EXCEL_NUL + timedelta(days=int(tekst))
        return Gelezen(datum, letop=f"het getal {tekst} gelezen als de Excel-datum {datum:%d/%m/%Y}.")
    return Gelezen(fout=f"{citaat(tekst)} is geen volledige datum. {NOTATIE}")


def _maak_datum(dag: int, maand: int, jaar: int) -> Gelezen:
    if not 1 <= maand <= 12:
        return Gelezen(fout=f"maand {maand} bestaat niet. {NOTATIE}")
    try:
        return Gelezen(date(jaar, maand, dag))
    except ValueError:
        return Gelezen(fout=f"{dag} {MAANDEN[maand - 1]} {jaar} bestaat niet. Kijk de datum na.")


# --- work ------------------------------------------------------------------------------------------------------------

_WOORDBREUK = {"voltijds": "1", "fulltime": "1", "halftijds": "0.5", "halftime": "0.5"}


def lees_breuk(cel: Cel | None) -> Gelezen:
    """Part of full-time: 19/38, 0.8, '0,8', 80 %, 38/38, 1, voltijds, '19u/38u'."""
    tekst = tekst_van(cel).lower()
    if not tekst:
        return LEEG
    if re.fullmatch(r"\d{2}/\d{2}/\d{4}", tekst):
        return Gelezen(fout=f"Excel maakte van deze breuk de datum {tekst}. Schrijf bijvoorbeeld 0,5.")
    kaal = re.sub(r"(?<=\d)\s*(u|uur|h)\b\.?|\s", "", _WOORDBREUK.get(naam_sleutel(tekst), tekst)).replace(",", ".")
    try:
        waarde = _breukgetal(kaal)
    except (InvalidOperation, ValueError, ZeroDivisionError):
        return Gelezen(fout=f"{citaat(tekst)} is geen breuk. Schrijf bijvoorbeeld 19/38 of 0,5.")
    if not 0 < waarde <= 1:
        return Gelezen(fout=f"{citaat(tekst)} ligt niet tussen 0 en 1. Schrijf bijvoorbeeld 19/38 of 0,5.")
    return Gelezen(waarde)


def _breukgetal(tekst: str) -> Decimal:
    if "/" in tekst:
        teller, _, noemer = tekst.partition("/")
        breuk = Fraction(Decimal(teller)) / Fraction(Decimal(noemer))
        return (Decimal(breuk.numerator) / Decimal(breuk.denominator)).quantize(Decimal("0.0001")).normalize()
    waarde = Decimal(tekst.removesuffix("%"))
    if not waarde.is_finite():
        raise ValueError(tekst)
    return ((waarde / 100 if tekst.endswith("%") else waarde).quantize(Decimal("0.0001"))).normalize()


def lees_duur(cel: Cel | None) -> Gelezen:
    """A number of months: 12, '12 mnd', '1 jaar', '1,5 jaar'."""
    tekst = tekst_van(cel).lower().replace(",", ".")
    if not tekst:
        return LEEG
    delen = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(maanden|maand|mnd|mnden|md|m|jaren|jaar|j)?\.?", tekst)
    maanden = Decimal(delen[1]) * (12 if (delen[2] or "").startswith("j") else 1) if delen else Decimal(0)
    if not delen or maanden != maanden.to_integral_value():
        return Gelezen(fout=f"{citaat(tekst)} is geen aantal maanden. Schrijf bijvoorbeeld 12.")
    if not 1 <= maanden <= 60:
        return Gelezen(fout=f"{citaat(tekst)} maanden kan niet: een tewerkstelling duurt 1 tot 60 maanden.")
    return Gelezen(int(maanden))


# --- lists of words --------------------------------------------------------------------------------------------------


def lees_woord(woorden: Mapping[str, str], keuzes: str) -> Callable[[Cel | None], Gelezen]:
    """A reader for a list of words; an unknown word is said and left out."""

    def lees(cel: Cel | None) -> Gelezen:
        tekst = tekst_van(cel)
        if not tekst:
            return LEEG
        code = woorden.get(naam_sleutel(tekst))
        if code is None:
            return Gelezen(letop=f"{citaat(tekst)} kennen we niet, dus dit laden we niet in. Gebruik {keuzes}.")
        return Gelezen(str(code))

    return lees


lees_statuut = lees_woord(STATUTEN, "leefloon, equivalent leefloon, werkloosheid of geen")
lees_geslacht = lees_woord(GESLACHTEN, "V, M of X")
lees_diploma = lees_woord(DIPLOMAS, "laag, midden of hoog")
lees_bron = lees_woord(BRONNEN, "maatschappelijk werker, VDAB, zelf, partner of einde werkloosheid")
lees_instrument = lees_woord(INSTRUMENTEN, "art. 60, art. 60 VST of TWE")


def lees_ja_nee(cel: Cel | None) -> Gelezen:
    tekst = tekst_van(cel).casefold()
    if not tekst:
        return LEEG
    if tekst not in JA_NEE:
        return Gelezen(letop=f"{citaat(tekst)} is geen ja of nee, dus dit laden we niet in.")
    return Gelezen(JA_NEE[tekst])


# --- contact ---------------------------------------------------------------------------------------------------------


def lees_telefoon(cel: Cel | None) -> Gelezen:
    tekst = tekst_van(cel)
    if not tekst:
        return LEEG
    if not isinstance(cel, str) and len(tekst) in {8, 9}:
        tekst = f"0{tekst}"  # Excel dropped the zero of a number
    try:
        nummer = phonenumbers.parse(tekst, "BE")
    except phonenumbers.NumberParseException:
        nummer = None
    if nummer is None or not phonenumbers.is_valid_number(nummer):
        return Gelezen(letop=f"{citaat(tekst)} is geen geldig nummer, dus dit laden we niet in.")
    return Gelezen(phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164))


def lees_email(cel: Cel | None) -> Gelezen:
    tekst = tekst_van(cel).removeprefix("mailto:")
    if not tekst:
        return LEEG
    try:
        validate_email(tekst)
    except ValidationError:
        return Gelezen(letop=f"{citaat(tekst)} is geen e-mailadres, dus dit laden we niet in.")
    return Gelezen(tekst)


def lees_tekst(lengte: int) -> Callable[[Cel | None], Gelezen]:
    def lees(cel: Cel | None) -> Gelezen:
        tekst = tekst_van(cel)
        if len(tekst) > lengte:
            return Gelezen(tekst[:lengte].rstrip(), letop=f"ingekort tot {lengte} tekens.")
        return Gelezen(tekst) if tekst else LEEG

    return lees
