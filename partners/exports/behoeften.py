"""Needs of employers as Excel: the same rows, order and filter as the screen."""

from collections.abc import Iterable, Sequence

from partners.models import Behoefte
from regie.core.excel import maak_werkboek

KOLOMMEN = (
    "Werkgever",
    "Gemeente",
    "Soort",
    "Functie",
    "Soort werk",
    "Plaatsen",
    "Ingevuld",
    "Uren per week",
    "Nederlands",
    "Rijbewijs",
    "Ploegen",
    "Weekend",
    "Jobcarving kan",
    "Status",
    "Genoteerd door",
    "Accounthouder",
    "Doorverwezen naar (aantal)",
    "Wacht sinds",
    "Gepubliceerd op",
    "Geldig tot en met",
    "Ingevuld op",
    "Dagen tot ingevuld",
)


def behoeftelijst(behoeften: Iterable[Behoefte], *, uitleg: Sequence[tuple[str, str]]) -> bytes:
    rijen = (
        (
            b.werkgever.naam,
            str((b.vestiging and b.vestiging.gemeente) or b.werkgever.gemeente or ""),
            b.get_soort_display(),
            b.functie,
            b.get_categorie_display(),
            b.aantal,
            b.aantal_ingevuld,
            b.uren,
            b.get_nederlands_display(),
            b.get_rijbewijs_display(),
            b.ploegen,
            b.weekend,
            b.jobcarving,
            b.get_status_display(),
            b.eigenaar.naam,
            str(b.werkgever.accounthouder or ""),
            b.doorverwezen,  # type: ignore[attr-defined]  # annotated by selectors.behoeften
            b.wacht_sinds,  # type: ignore[attr-defined]
            b.gepubliceerd_op,
            b.geldig_tot,
            b.ingevuld_op,
            b.dagen_tot_ingevuld,
        )
        for b in behoeften
    )
    return maak_werkboek(blad="Behoeften", kolommen=KOLOMMEN, rijen=rijen, uitleg=uitleg)
