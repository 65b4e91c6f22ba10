"""One cell of a list as a value of ours, or a Dutch sentence that says what is wrong and how to write it.

`fout` stops the row; `letop` lets it through and tells what we made of it. Nothing here knows the database.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from regie.core.inlezen.bestand import Cel
from regie.core.names import naam_sleutel
from regie.core.notatie import MAANDEN, MAANDEN_KORT

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


JA_NEE: dict[str, bool] = {
    **dict.fromkeys(("ja", "j", "yes", "x", "1", "waar"), True),
    **dict.fromkeys(("nee", "neen", "n", "no", "0", "onwaar"), False),
}


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
