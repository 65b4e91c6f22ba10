"""What partners does every night, per gebied: each topic adds its functions to NACHTWERK.

Each one runs in a transaction of its own, in a scope that belongs to every organisatie of the gebied (`lid_van`) and
sees no dossier. A function that fails takes no other one with it.
"""

from collections.abc import Callable
from datetime import date

from partners.services.behoefteladder import behoeften_opvolgen
from partners.services.benaderen import benaderen_hervatten
from partners.services.bijlagen import verwijderde_bijlagen_wissen
from partners.services.gegevensvraag import gegevens_opvolgen
from partners.services.inladen import oude_werkgeverslijsten_opruimen
from partners.services.leads import leads_laten_verlopen
from partners.services.overname import overnamevragen_laten_vervallen
from partners.services.scanladder import scans_opvolgen
from partners.services.weekmail import weekmails_sturen

NACHTWERK: tuple[Callable[[date], None], ...] = (
    behoeften_opvolgen,
    benaderen_hervatten,
    gegevens_opvolgen,
    leads_laten_verlopen,
    oude_werkgeverslijsten_opruimen,
    overnamevragen_laten_vervallen,
    scans_opvolgen,
    verwijderde_bijlagen_wissen,
    weekmails_sturen,
)


def namen() -> list[str]:
    return [_naam(werk) for werk in NACHTWERK]


def voer_uit(*, naam: str, vandaag: date) -> None:
    """One function by its name; a name that an older release queued does nothing."""
    for werk in NACHTWERK:
        if _naam(werk) == naam:
            werk(vandaag)


def _naam(werk: Callable[[date], None]) -> str:
    return f"{werk.__module__}.{werk.__qualname__}"
