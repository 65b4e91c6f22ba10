"""Words of a list that stand for something we keep: a municipality, a colleague, a place of work."""

import re
from functools import lru_cache

from regie.core.names import naam_sleutel
from trajecten.imports.bestand import Cel
from trajecten.imports.waarden import LEEG, Gelezen, citaat, tekst_van
from trajecten.selectors.inladen_bronnen import Bronnen, Persoon, plek_sleutel

MANIEREN = 5
_MET_POSTCODE = re.compile(r"(?:B-?)?(\d{4})\s*[-–,]?\s*(.*)")
_ACHTERAAN = re.compile(r"(.*?)\s*\(?\b(\d{4})\)?")


def lees_postcode(cel: Cel | None, bronnen: Bronnen) -> Gelezen:
    """A Flemish postcode. Anything else is said and left out: the municipality decides."""
    tekst = tekst_van(cel)
    if not tekst:
        return LEEG
    code = re.sub(r"\D", "", tekst).removeprefix("0")
    if code not in bronnen.postcodes:
        return Gelezen(letop=f"{citaat(tekst)} is geen Vlaamse postcode, dus die laden we niet in.")
    return Gelezen(code)


def lees_gemeente(cel: Cel | None, postcode: str | None, bronnen: Bronnen) -> Gelezen:
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


def _uit_postcode(code: str, mogelijk: tuple[str, ...], bronnen: Bronnen) -> Gelezen:
    if len(mogelijk) == 1:
        return Gelezen(mogelijk[0])
    if not mogelijk:
        return LEEG
    keuze = " of ".join(bronnen.gemeentenamen[nis] for nis in mogelijk)
    return Gelezen(fout=f"postcode {code} hoort bij {keuze}. Vul de naam van de gemeente in.")


def _deelgemeente(naam: str, code: str | None, mogelijk: tuple[str, ...], bronnen: Bronnen) -> Gelezen:
    if len(mogelijk) == 1:
        return Gelezen(mogelijk[0])
    if mogelijk:
        keuze = " of ".join(bronnen.gemeentenamen[nis] for nis in mogelijk)
        return Gelezen(fout=f"{citaat(naam)} met postcode {code} kan {keuze} zijn. Vul de naam van de gemeente in.")
    hulp = "Kijk de postcode na" if code else "Zet de postcode erbij"
    return Gelezen(fout=f"{citaat(naam)} is geen Vlaamse gemeente. {hulp}, of schrijf de naam van de gemeente.")


def lees_begeleider(cel: Cel | None, bronnen: Bronnen) -> Gelezen:
    """A colleague by full name in any order or case, by initial and family name, family name, first name or letters.

    The first way that finds exactly one person counts; two people with that name is said, never chosen.
    """
    tekst = tekst_van(cel)
    if not tekst:
        return LEEG
    sleutel = naam_sleutel(tekst)
    for manier in range(MANIEREN):
        gevonden = [p for p in bronnen.begeleiders if sleutel in _schrijfwijzen(p)[manier]]
        if len(gevonden) == 1:
            return Gelezen(gevonden[0].user_id)
        if gevonden:
            namen = " of ".join(p.naam for p in gevonden)
            return Gelezen(letop=f"{citaat(tekst)} kan {namen} zijn. Het dossier krijgt nog geen begeleider.")
    return Gelezen(letop=f"{citaat(tekst)} is geen begeleider van jouw OCMW. Het dossier krijgt nog geen begeleider.")


@lru_cache(maxsize=1000)
def _schrijfwijzen(persoon: Persoon) -> tuple[frozenset[str], ...]:
    """The ways to write a name, surest first."""
    voor, achter = naam_sleutel(persoon.voornaam) or " ", naam_sleutel(persoon.familienaam) or " "
    return (
        frozenset({voor + achter, achter + voor}),
        frozenset({voor[0] + achter, achter + voor[0]}),
        frozenset({achter}),
        frozenset({voor, voor + achter[0]}),
        frozenset({voor[0] + achter[0]}),
    )


def lees_werkplaats(cel: Cel | None, bronnen: Bronnen) -> Gelezen:
    """A gebruiker of the gebied by its name, without legal form or article; an unknown name is kept as a remark."""
    tekst = tekst_van(cel)
    if not tekst:
        return LEEG
    gevonden = bronnen.gebruikers.get(plek_sleutel(tekst), ())
    if len(gevonden) == 1:
        return Gelezen(gevonden[0].organisatie_id)
    if gevonden:
        return Gelezen(
            letop=f"er zijn {len(gevonden)} gebruikers met de naam {citaat(tekst)}. We zetten dit in de opmerking."
        )
    return Gelezen(letop=f"{citaat(tekst)} is geen gebruiker in deze regio. We zetten dit in de opmerking.")
