"""A municipality by its name, by a name from before a merger, or through the postcode."""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from regie.core.inlezen.bestand import Cel
from regie.core.inlezen.waarden import LEEG, Gelezen, citaat, tekst_van
from regie.core.models import Gemeente
from regie.core.models.gemeente import Gemeentefusie
from regie.core.names import naam_sleutel

DEELGEMEENTEN = Path(__file__).parents[1] / "data" / "deelgemeenten.csv"
_MET_POSTCODE = re.compile(r"(?:B-?)?(\d{4})\s*[-–,]?\s*(.*)")
_ACHTERAAN = re.compile(r"(.*?)\s*\(?\b(\d{4})\)?")


class MetGemeenten(Protocol):
    """What a municipality is looked up in."""

    @property
    def gemeenten(self) -> dict[str, str]: ...  # key of the name, of today or from before a merger: NIS

    @property
    def gemeentenamen(self) -> dict[str, str]: ...

    @property
    def postcodes(self) -> dict[str, tuple[str, ...]]: ...  # m:n with NIS


@dataclass(frozen=True, slots=True)
class Gemeentelijst:
    gemeenten: dict[str, str]
    gemeentenamen: dict[str, str]
    postcodes: dict[str, tuple[str, ...]]


def gemeentelijst() -> Gemeentelijst:
    """Every Flemish municipality, in two queries."""
    namen, sleutels, postcodes = {}, {}, defaultdict(list)
    for nis, naam, sleutel, codes in Gemeente.objects.values_list("nis", "naam", "sleutel", "postcodes"):
        namen[nis], sleutels[sleutel] = naam, nis
        for code in codes:
            postcodes[code].append(nis)
    for naam, nis in Gemeentefusie.objects.values_list("naam_oud", "gemeente_id"):
        sleutels.setdefault(naam_sleutel(naam), nis)
    return Gemeentelijst(sleutels, namen, {code: tuple(lijst) for code, lijst in postcodes.items()})


def lees_gemeente(cel: Cel | None, postcode: str | None, bronnen: MetGemeenten) -> Gelezen:
    """The NIS code of a municipality by its name, by a name from before a merger, or through the postcode.

    A deelgemeente has no code of its own: its postcode tells. A name that contradicts the postcode wins, and is said.
    """
    naam, in_cel = splits_postcode(tekst_van(cel))
    code = in_cel or postcode
    mogelijk = bronnen.postcodes.get(code or "", ())
    if not naam:
        return _uit_postcode(code, mogelijk, bronnen) if code else LEEG
    nis = bronnen.gemeenten.get(naam_sleutel(naam))
    if nis is None:
        return _deelgemeente(naam, code, mogelijk, bronnen)
    if mogelijk and nis not in mogelijk:
        bij = " of ".join(bronnen.gemeentenamen[n] for n in mogelijk)
        return Gelezen(
            nis, letop=f"postcode {code} hoort bij {bij}, niet bij {bronnen.gemeentenamen[nis]}. Kijk dit na."
        )
    return Gelezen(nis)


def splits_postcode(tekst: str) -> tuple[str, str | None]:
    """'8310 Sint-Kruis' and 'Sint-Kruis (8310)' hold a postcode as well."""
    if voor := _MET_POSTCODE.fullmatch(tekst):
        return voor[2].strip(" ()"), voor[1]
    if achter := _ACHTERAAN.fullmatch(tekst):
        return achter[1].strip(" (,"), achter[2]
    return tekst, None


def _uit_postcode(code: str, mogelijk: tuple[str, ...], bronnen: MetGemeenten) -> Gelezen:
    if len(mogelijk) == 1:
        return Gelezen(mogelijk[0])
    if not mogelijk:
        return LEEG
    keuze = " of ".join(bronnen.gemeentenamen[nis] for nis in mogelijk)
    return Gelezen(fout=f"postcode {code} hoort bij {keuze}. Vul de naam van de gemeente in.")


def _deelgemeente(naam: str, code: str | None, mogelijk: tuple[str, ...], bronnen: MetGemeenten) -> Gelezen:
    if len(mogelijk) == 1:
        return Gelezen(mogelijk[0])
    if mogelijk:
        keuze = " of ".join(bronnen.gemeentenamen[nis] for nis in mogelijk)
        return Gelezen(fout=f"{citaat(naam)} met postcode {code} kan {keuze} zijn. Vul de naam van de gemeente in.")
    hulp = "Kijk de postcode na" if code else "Zet de postcode erbij"
    return Gelezen(fout=f"{citaat(naam)} is geen Vlaamse gemeente. {hulp}, of schrijf de naam van de gemeente.")


@cache
def deelgemeenten() -> dict[str, str]:
    """{key of a name: postcode} of the parts of municipalities that lists call by their own name.

    `data/deelgemeenten.csv`: West-Flanders, without names that more than one municipality has.
    """
    with DEELGEMEENTEN.open(encoding="utf-8", newline="") as bestand:
        return {naam_sleutel(rij["naam"]): rij["postcode"] for rij in csv.DictReader(bestand)}


def lees_gemeente_of_deel(cel: Cel | None, bronnen: MetGemeenten) -> Gelezen:
    """A municipality, also by the name of a part of it. What we do not know is said and left out."""
    gelezen = lees_gemeente(cel, None, bronnen)
    if not gelezen.fout:
        return gelezen
    naam, _ = splits_postcode(tekst_van(cel))
    mogelijk = bronnen.postcodes.get(deelgemeenten().get(naam_sleutel(naam), ""), ())
    return Gelezen(mogelijk[0]) if len(mogelijk) == 1 else Gelezen(letop=gelezen.fout)
