"""Agreements, registers and tariffs as Excel: the same rows as the screen."""

from collections.abc import Iterable, Sequence

from partners.selectors.overeenkomsten import Regel
from regie.core.excel import maak_werkboek

KOLOMMEN = (
    "Overeenkomst",
    "Soort",
    "Status",
    "Partijen",
    "Nog niet getekend",
    "Vanaf",
    "Tot en met",
    "Opzegtermijn (maanden)",
    "Opzeggen kan tot",
    "Plaatsen",
    "Overleg per jaar",
    "Bewaard door",
)


def overeenkomstenlijst(regels: Iterable[Regel], *, uitleg: Sequence[tuple[str, str]]) -> bytes:
    rijen = (
        (
            regel.overeenkomst.titel,
            regel.overeenkomst.get_soort_display(),
            regel.status.label,
            ", ".join(partij.organisatie.naam for partij in regel.partijen),
            ", ".join(regel.ontbreekt),
            regel.overeenkomst.van,
            regel.einde,
            regel.overeenkomst.opzegtermijn,
            regel.opzeggen_voor,
            regel.overeenkomst.plaatsen,
            regel.overeenkomst.overleg_per_jaar,
            regel.overeenkomst.eigenaar.naam,
        )
        for regel in regels
    )
    return maak_werkboek(blad="Overeenkomsten", kolommen=KOLOMMEN, rijen=rijen, uitleg=uitleg)
