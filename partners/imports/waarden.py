"""Cells that only a list of employers has: KBO number, NACE code, number of workers, an organisatie by its name."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from partners.enums import Grootteklasse, NaceVersie
from regie.core.inlezen.bestand import Cel
from regie.core.inlezen.waarden import LEEG, Gelezen, citaat, lees_datum, tekst_van
from regie.core.nace import normaliseer_nace
from regie.core.validators import normaliseer_kbo

_VERLOREN = re.compile(r"\w\?|\?\w")
_ONDERGRENS = (
    (500, Grootteklasse.K500),
    (200, Grootteklasse.K200_499),
    (100, Grootteklasse.K100_199),
    (50, Grootteklasse.K50_99),
    (20, Grootteklasse.K20_49),
    (10, Grootteklasse.K10_19),
    (5, Grootteklasse.K5_9),
    (1, Grootteklasse.K1_4),
)


def lees_kbo(cel: Cel | None) -> Gelezen:
    """An ondernemingsnummer in any notation. A wrong one stops the row: it may be another employer's."""
    tekst = tekst_van(cel)
    if not tekst:
        return LEEG
    try:
        return Gelezen(normaliseer_kbo(tekst))
    except ValidationError as fout:
        zin = fout.messages[0].removeprefix("KBO-nummer: ")
        return Gelezen(fout=f"{citaat(tekst)}: {zin} Ken je het niet? Maak de cel dan leeg.")


def heeft_verloren_teken(tekst: str) -> bool:
    """'Nguy?n': a letter that a file saved in the wrong way no longer holds."""
    return bool(_VERLOREN.search(tekst))


def lees_tekst_met_verlies(cel: Cel | None, *, lengte: int, wat: str) -> Gelezen:
    tekst = tekst_van(cel)
    if not tekst:
        return LEEG
    if not any(teken.isalnum() for teken in tekst):
        return Gelezen(fout=f"{citaat(tekst)} is geen naam.")
    letop = f"ingekort tot {lengte} tekens. " if len(tekst) > lengte else ""
    if heeft_verloren_teken(tekst):
        letop += f"in {citaat(tekst)} ging een letter verloren ('?'). Verbeter {wat} na het inladen."
    return Gelezen(tekst[:lengte].rstrip(), letop=letop.strip())


def lees_nace(cel: Cel | None) -> Gelezen:
    """(code, version): the version of today, or 2008 for a code that only that one has."""
    tekst = tekst_van(cel)
    if not tekst:
        return LEEG
    for versie in (NaceVersie.V2025, NaceVersie.V2008):
        try:
            return Gelezen((normaliseer_nace(tekst, versie), str(versie)))
        except ValidationError:
            continue
    return Gelezen(letop=f"{citaat(tekst)} staat niet in NACE-BEL 2025 of 2008, dus dit laden we niet in.")


def lees_werknemers(cel: Cel | None) -> Gelezen:
    """A number of workers as a class of the RSZ: 55, '1.200', '50-99', '500+', 'meer dan 500'."""
    tekst = tekst_van(cel)
    if not tekst:
        return LEEG
    getallen = [int(re.sub(r"\D", "", deel)) for deel in re.findall(r"\d{1,3}(?:[. ]\d{3})+|\d+", tekst)]
    klassen = {klasse for n in getallen if (klasse := _klasse(n))}
    if not getallen:
        return Gelezen(letop=f"{citaat(tekst)} is geen aantal werknemers, dus dit laden we niet in.")
    if len(klassen) != 1:
        return Gelezen(letop=f"{citaat(tekst)} past niet in één grootteklasse, dus dit laden we niet in.")
    return Gelezen(klassen.pop())


def _klasse(aantal: int) -> str | None:
    return next((str(klasse) for grens, klasse in _ONDERGRENS if aantal >= grens), None)


def lees_website(cel: Cel | None) -> Gelezen:
    tekst = tekst_van(cel)
    if not tekst:
        return LEEG
    adres = tekst if "://" in tekst else f"https://{tekst}"
    try:
        URLValidator(schemes=["http", "https"])(adres)
    except ValidationError:
        return Gelezen(letop=f"{citaat(tekst)} is geen webadres, dus dit laden we niet in.")
    return Gelezen(adres)


def lees_contactdatum(cel: Cel | None, *, vandaag: date) -> Gelezen:
    """Only a full date that is not in the future is certain; anything else is said and left out."""
    gelezen = lees_datum(cel, vandaag=vandaag)
    if gelezen.fout:
        return Gelezen(letop=f"{citaat(tekst_van(cel))} is geen volledige datum, dus dit contact nemen we niet over.")
    if gelezen.waarde and gelezen.waarde > vandaag:
        return Gelezen(letop=f"{gelezen.waarde:%d/%m/%Y} ligt in de toekomst, dus dit contact nemen we niet over.")
    return gelezen
