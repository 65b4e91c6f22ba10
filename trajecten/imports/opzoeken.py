"""Words of a list that stand for something we keep: a municipality, a colleague, a place of work."""

import re
from functools import lru_cache

from regie.core.inlezen.bestand import Cel
from regie.core.inlezen.waarden import LEEG, Gelezen, citaat, tekst_van
from regie.core.names import naam_sleutel, organisatie_sleutel
from trajecten.selectors.inladen_bronnen import Bronnen, Persoon

MANIEREN = 5


def lees_postcode(cel: Cel | None, bronnen: Bronnen) -> Gelezen:
    """A Flemish postcode. Anything else is said and left out: the municipality decides."""
    tekst = tekst_van(cel)
    if not tekst:
        return LEEG
    code = re.sub(r"\D", "", tekst).removeprefix("0")
    if code not in bronnen.postcodes:
        return Gelezen(letop=f"{citaat(tekst)} is geen Vlaamse postcode, dus die laden we niet in.")
    return Gelezen(code)


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
    gevonden = bronnen.gebruikers.get(organisatie_sleutel(tekst), ())
    if len(gevonden) == 1:
        return Gelezen(gevonden[0].organisatie_id)
    if gevonden:
        return Gelezen(
            letop=f"er zijn {len(gevonden)} gebruikers met de naam {citaat(tekst)}. We zetten dit in de opmerking."
        )
    return Gelezen(letop=f"{citaat(tekst)} is geen gebruiker in deze regio. We zetten dit in de opmerking.")
