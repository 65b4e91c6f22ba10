"""The list of employers as Excel: the same rows, order and filter as the screen."""

from collections.abc import Iterable, Sequence

from partners.models import Werkgever
from regie.core.excel import maak_werkboek
from regie.core.nace import SECTOREN, nace_omschrijving, sector_van, toon_nace
from regie.core.validators import toon_kbo, toon_telefoon

WERKGEVERKOLOMMEN = (
    "Naam",
    "KBO-nummer",
    "Gemeente",
    "Status",
    "Niet benaderen tot",
    "Accounthouder",
    "Aantal werknemers",
    "Sector",
    "NACE-BEL",
    "Versie",
    "Activiteit",
    "Paritair comité",
    "MVO-label",
    "Inclusieve werkgever",
    "E-mailadres",
    "Telefoon",
    "Website",
    "Plaatsen nu",
    "Gearchiveerd op",
)


def werkgeverslijst(werkgevers: Iterable[Werkgever], *, uitleg: Sequence[tuple[str, str]]) -> bytes:
    rijen = (
        (
            werkgever.naam,
            toon_kbo(werkgever.kbo),
            str(werkgever.gemeente or ""),
            werkgever.get_status_display(),
            werkgever.niet_benaderen_tot,
            str(werkgever.accounthouder or ""),
            werkgever.get_grootteklasse_display(),
            SECTOREN.get(sector_van(werkgever.nace), ""),
            toon_nace(werkgever.nace),
            werkgever.nace_versie,
            nace_omschrijving(werkgever.nace, werkgever.nace_versie),
            werkgever.paritair_comite,
            werkgever.is_mvo,
            werkgever.is_inclusief,
            werkgever.email,
            toon_telefoon(werkgever.telefoon),
            werkgever.website,
            werkgever.aantal_plaatsen,  # type: ignore[attr-defined]  # annotated by werkgevers_lijst
            werkgever.gearchiveerd_op,
        )
        for werkgever in werkgevers
    )
    return maak_werkboek(blad="Werkgevers", kolommen=WERKGEVERKOLOMMEN, rijen=rijen, uitleg=uitleg)
