"""The list of places as Excel: what is offered, asked and free. Nobody's name is in it."""

from collections.abc import Iterable, Sequence

from regie.core.excel import maak_werkboek
from trajecten.selectors.plaatsen import Plaatsrij

KOLOMMEN = (
    "Gebruiker",
    "Functie",
    "Soort werk",
    "Gemeente",
    "Plaats van",
    "Uren per week",
    "Plaatsen",
    "Bezet nu",
    "Vrij nu",
    "Rijbewijs",
    "Nederlands",
    "Lichamelijk werk",
    "Ploegen",
    "Weekend",
    "Openbaar vervoer",
    "Fiets",
    "Begeleiding",
    "Tot en met",
)


def plaatsenlijst(lijst: Iterable[Plaatsrij], *, uitleg: Sequence[tuple[str, str]]) -> bytes:
    rijen = (
        (
            str(rij.werkplaats.gebruiker),
            rij.werkplaats.functie,
            rij.werkplaats.get_categorie_display(),
            str(rij.waar or ""),
            str(rij.werkplaats.ocmw or "heel het gebied"),
            rij.werkplaats.uren,
            rij.aantal,
            rij.bezet_nu,
            rij.vrij_nu,
            rij.werkplaats.get_rijbewijs_display(),
            rij.werkplaats.get_nederlands_display() if rij.werkplaats.nederlands else "",
            rij.werkplaats.get_fysiek_display(),
            rij.werkplaats.ploegen,
            rij.werkplaats.weekend,
            rij.werkplaats.met_ov,
            rij.werkplaats.met_fiets,
            rij.werkplaats.get_begeleiding_display(),
            rij.werkplaats.tot,
        )
        for rij in lijst
    )
    return maak_werkboek(blad="Plaatsen", kolommen=KOLOMMEN, rijen=rijen, uitleg=uitleg)
