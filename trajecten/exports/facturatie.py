"""What gebruikers are billed, as Excel. No INSZ (domein.md 2.3)."""

from collections.abc import Iterable, Sequence

from regie.core.excel import maak_werkboek
from trajecten.selectors.kosten import Factuurlijn

KOLOMMEN = (
    "Gebruiker",
    "KBO-nummer",
    "Cliënt",
    "Dossier",
    "Functie",
    "Van",
    "Tot en met",
    "Deel van een voltijdse maand",
    "Bedrag",
)


def facturatielijst(lijnen: Iterable[Factuurlijn], *, uitleg: Sequence[tuple[str, str]]) -> bytes:
    rijen = (
        (
            lijn.plaatsing.gebruiker.naam,
            lijn.plaatsing.gebruiker.kbo,
            lijn.naam,
            lijn.dossiernummer,
            lijn.plaatsing.functie,
            lijn.van,
            lijn.tot,
            round(lijn.deel, 4),
            lijn.bedrag,
        )
        for lijn in lijnen
    )
    return maak_werkboek(blad="Te factureren", kolommen=KOLOMMEN, rijen=rijen, uitleg=uitleg)
