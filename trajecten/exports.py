"""The list of clients as Excel: the same columns, order and filter as the screen. No INSZ (domein.md 2.3)."""

from collections.abc import Iterable, Sequence

from regie.core.excel import maak_werkboek
from trajecten.selectors.lijst import Rij

KOLOMMEN = (
    "Cliënt",
    "Dossier",
    "Instrument",
    "Gebruiker",
    "Status",
    "Eerstvolgende stap",
    "Te doen voor",
    "Einddatum",
    "Laatste contact",
    "Begeleider",
)


def clientenlijst(lijst: Iterable[Rij], *, uitleg: Sequence[tuple[str, str]]) -> bytes:
    rijen = (
        (
            rij.naam,
            rij.dossiernummer,
            rij.instrument or "",
            rij.gebruiker or "",
            rij.status_label,
            rij.termijn,
            rij.termijn_op,
            rij.einde,
            rij.laatste_contact,
            rij.begeleider,
        )
        for rij in lijst
    )
    return maak_werkboek(blad="Cliënten", kolommen=KOLOMMEN, rijen=rijen, uitleg=uitleg)
