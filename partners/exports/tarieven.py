from collections.abc import Iterable, Sequence

from partners.selectors.tarieven import Tariefregel
from regie.core.excel import maak_werkboek


def tarievenlijst(
    regels: Iterable[Tariefregel], *, fracties: Sequence[str], uitleg: Sequence[tuple[str, str]]
) -> bytes:
    kolommen = (
        "Categorie",
        "Functieniveau",
        "Voor",
        "Bedrag",
        *(f"Te betalen {naam}" for naam in fracties),
        "Tarief van het gebied",
        "Afwijking",
        "Vanaf",
        "Tot en met",
        "Noot",
    )
    rijen = (
        (
            regel.tarief.get_categorie_display(),
            regel.tarief.get_functieniveau_display(),
            regel.tarief.organisatie.naam if regel.tarief.organisatie else "heel het gebied",
            regel.tarief.bedrag,
            *regel.delen,
            regel.van_gebied,
            regel.afwijking,
            regel.tarief.geldig_van,
            regel.tarief.geldig_tot,
            regel.tarief.noot,
        )
        for regel in regels
    )
    return maak_werkboek(blad="Tarieven", kolommen=kolommen, rijen=rijen, uitleg=uitleg)
