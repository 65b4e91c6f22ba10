"""The list of clients as Excel: the same columns, order and filter as the screen. No INSZ (domein.md 2.3)."""

from collections.abc import Iterable, Sequence

from regie.core.excel import maak_werkboek
from trajecten.models import Traject

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


def clientenlijst(trajecten: Iterable[Traject], *, uitleg: Sequence[tuple[str, str]]) -> bytes:
    rijen = (
        (
            traject.client.lijstnaam,
            traject.client.dossiernummer,
            str(traject.instrument or ""),
            str(traject.gebruiker or ""),
            traject.get_status_display(),
            traject.volgende_termijn,
            traject.volgende_termijn_op,
            traject.einddatum_voorzien,
            traject.laatste_contact_op,
            traject.begeleider.naam if traject.begeleider else "",
        )
        for traject in trajecten
    )
    return maak_werkboek(blad="Cliënten", kolommen=KOLOMMEN, rijen=rijen, uitleg=uitleg)
