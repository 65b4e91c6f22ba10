"""Who works with whom as Excel: the same rows, order and filter as the screen."""

from collections.abc import Iterable, Sequence

from partners.selectors.netwerkkaart import Band, gemeenten_in_woorden
from regie.core.excel import maak_werkboek

KOLOMMEN = ("Organisatie", "Soort", "Werkt samen met", "Thema", "Wat", "Gemeenten", "Bron")


def netwerklijst(
    banden: Iterable[Band], *, gemeenten: list[tuple[str, str]], uitleg: Sequence[tuple[str, str]]
) -> bytes:
    rijen = (
        (
            band.van.naam,
            band.van.get_type_display(),
            band.met_wie,
            band.thema_label,
            band.wat,
            gemeenten_in_woorden(band, gemeenten),
            band.bron,
        )
        for band in banden
    )
    return maak_werkboek(blad="Netwerk", kolommen=KOLOMMEN, rijen=rijen, uitleg=uitleg)
