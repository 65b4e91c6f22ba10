"""NACE-BEL: what an employer does, as the KBO writes it. A table that ships with the product and lives in memory.

`data/nace_bel.csv`: 2025 in full (Statbel, NACEBEL_2025; its codes down to four digits and its English titles were
held against rev. 2.1 of python-stdnum: the same 1,047). 2008 has every code of NACE rev. 2 down to four digits, with
the Dutch title where the English one did not change and the published titles of its divisions; a code without a
title of its own takes that of the level above. The fifth digit of 2008 is Belgian and not in the table: it is
accepted and shown with the title of its first four.
"""

import csv
import re
from functools import cache
from pathlib import Path
from types import MappingProxyType

from django.core.exceptions import ValidationError

from regie.core.validators import alleen_cijfers

HUIDIG, VORIG = "2025", "2008"
DATA = Path(__file__).parent / "data" / "nace_bel.csv"

# Sections of 2025 with a short name and their first division. Codes of 2008 lie in the same ranges; 45 (cars) is now
# in 46 and 47: G.
_SECTIES = (
    ("A", "Landbouw, bosbouw en visserij", 1),
    ("B", "Winning van delfstoffen", 5),
    ("C", "Industrie", 10),
    ("D", "Energie", 35),
    ("E", "Water en afval", 36),
    ("F", "Bouw", 41),
    ("G", "Groot- en detailhandel", 45),
    ("H", "Vervoer en opslag", 49),
    ("I", "Horeca en logies", 55),
    ("J", "Uitgeverijen en media", 58),
    ("K", "Telecom en informatica", 61),
    ("L", "Financiën en verzekeringen", 64),
    ("M", "Vastgoed", 68),
    ("N", "Wetenschap, techniek en advies", 69),
    ("O", "Administratieve en ondersteunende diensten", 77),
    ("P", "Openbaar bestuur", 84),
    ("Q", "Onderwijs", 85),
    ("R", "Zorg en welzijn", 86),
    ("S", "Kunst, sport en recreatie", 90),
    ("T", "Overige diensten", 94),
    ("U", "Huishoudens als werkgever", 97),
    ("V", "Internationale instellingen", 99),
)
SECTOREN = MappingProxyType({letter: naam for letter, naam, _ in _SECTIES})


@cache
def _tabel() -> dict[tuple[str, str], str]:
    """{(version, code): title}, every code with a title."""
    tabel: dict[tuple[str, str], str] = {}
    with DATA.open(encoding="utf-8", newline="") as bestand:
        for rij in csv.DictReader(bestand):
            versie, code = rij["versie"], rij["code"]
            tabel[versie, code] = rij["omschrijving"] or tabel[versie, code[:-1]]
    return tabel


def normaliseer_nace(waarde: object, versie: str = HUIDIG) -> str:
    """A code as 2 to 5 digits: '81.210', '81 21' and 81210.0 are read. Raises ValidationError in Dutch."""
    cijfers = alleen_cijfers(waarde)
    if not re.fullmatch(r"\d{2,5}", cijfers):
        raise ValidationError("NACE-code: gebruik 2 tot 5 cijfers, bijvoorbeeld 81.210.", code="vorm")
    bekend = cijfers[:4] if versie == VORIG else cijfers
    if (versie, bekend) not in _tabel():
        andere = VORIG if versie == HUIDIG else HUIDIG
        hint = f"Is het een code van {andere}? Kies dan die versie." if _bestaat(cijfers, andere) else "Kijk ze na."
        raise ValidationError(f"NACE-code: {toon_nace(cijfers)} staat niet in NACE-BEL {versie}. {hint}", code="code")
    return cijfers


def _bestaat(code: str, versie: str) -> bool:
    return (versie, code[:4] if versie == VORIG else code) in _tabel()


def toon_nace(code: str) -> str:
    """With the dot of the KBO: 81.210."""
    return f"{code[:2]}.{code[2:]}" if len(code) > 2 else code


def nace_omschrijving(code: str, versie: str) -> str:
    """The title of a code, or of the closest level above it that has one; empty for no or an unknown code."""
    tabel = _tabel()
    lengtes = range(len(code), 1, -1)
    return next((tabel[versie, code[:n]] for n in lengtes if (versie, code[:n]) in tabel), "")


def sector_van(code: str) -> str:
    """The letter of the section of 2025 a code of either version belongs to; empty without a code."""
    if len(code) < 2:
        return ""
    afdeling = int(code[:2])
    return max((letter for letter, _, begin in _SECTIES if begin <= afdeling), default="")


def afdelingen_van(sector: str) -> list[str]:
    """The two first digits of every code in a section."""
    return [f"{n:02}" for n in range(1, 100) if sector_van(f"{n:02}") == sector]
