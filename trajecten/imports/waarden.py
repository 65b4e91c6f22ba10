"""Cells that only a list of clients has: numbers of people, part-time work, our codes (see regie.core.inlezen)."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from django.core.exceptions import ValidationError

from regie.core.inlezen.bestand import Cel
from regie.core.inlezen.waarden import LEEG, Gelezen, citaat, lees_woord, tekst_van
from regie.core.names import naam_sleutel
from regie.core.validators import alleen_cijfers, geboortedatum_uit_insz, normaliseer_insz
from trajecten.imports.woorden import BRONNEN, DIPLOMAS, GESLACHTEN, INSTRUMENTEN, STATUTEN


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


lees_statuut = lees_woord(STATUTEN, "leefloon, equivalent leefloon, werkloosheid of geen")
lees_geslacht = lees_woord(GESLACHTEN, "V, M of X")
lees_diploma = lees_woord(DIPLOMAS, "laag, midden of hoog")
lees_bron = lees_woord(BRONNEN, "maatschappelijk werker, VDAB, zelf, partner of einde werkloosheid")
lees_instrument = lees_woord(INSTRUMENTEN, "art. 60, art. 60 VST of TWE")
