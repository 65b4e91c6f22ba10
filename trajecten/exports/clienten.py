"""Lists as Excel: the chosen columns, order and filter of the screen. No INSZ (domein.md 2.3)."""

from collections.abc import Callable, Iterable, Sequence

from regie.core.excel import Cel, maak_werkboek
from trajecten.selectors.lijst import KOLOMMEN, Kolom, Rij

ALTIJD: tuple[tuple[str, Callable[[Rij], Cel]], ...] = (
    ("Cliënt", lambda rij: rij.naam),
    ("Dossier", lambda rij: rij.dossiernummer),
)
CELLEN: dict[str, tuple[tuple[str, Callable[[Rij], Cel]], ...]] = {
    "instrument": (
        ("Instrument", lambda rij: rij.instrument or ""),
        ("Gebruiker", lambda rij: rij.gebruiker or ""),
    ),
    "status": (("Status", lambda rij: rij.status_label),),
    "termijn": (
        ("Eerstvolgende stap", lambda rij: rij.termijn),
        ("Te doen voor", lambda rij: rij.termijn_op),
    ),
    "einde": (("Einddatum", lambda rij: rij.einde),),
    "contact": (("Laatste contact", lambda rij: rij.laatste_contact),),
    "begeleider": (("Begeleider", lambda rij: rij.begeleider),),
    "aangemeld": (("Aangemeld", lambda rij: rij.aangemeld),),
    "sinds": (("In deze fase sinds", lambda rij: rij.sinds),),
    "jobdoelwit": (("Jobdoelwit", lambda rij: rij.jobdoelwit),),
}
EXCEL_STANDAARD = [KOLOMMEN[code] for code in ("instrument", "status", "termijn", "einde", "contact", "begeleider")]


def clientenlijst(
    lijst: Iterable[Rij], *, uitleg: Sequence[tuple[str, str]], kolommen: Sequence[Kolom] | None = None
) -> bytes:
    velden = [*ALTIJD, *(veld for kolom in kolommen or EXCEL_STANDAARD for veld in CELLEN[kolom.code])]
    return maak_werkboek(
        blad="Cliënten",
        kolommen=[kop for kop, _ in velden],
        rijen=([waarde(rij) for _, waarde in velden] for rij in lijst),
        uitleg=uitleg,
    )
