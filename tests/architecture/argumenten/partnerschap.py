"""Addresses of partnerships, meetings, and who works with whom."""

from typing import Any

from partners.models import (
    Agendapunt,
    Besluit,
    Deelnemer,
    Overleg,
    Overlegtaak,
    Partnerschap,
    Partnerschapspartner,
    Samenwerking,
)
from tests.architecture.argumenten.wereld import Maak, Wereld, geen, van, van_huis


def _met(model: Any, *rest: Any) -> Maak:
    """A row of the own organisatie, and what else the address asks."""

    def maak(wereld: Wereld, user: Any) -> list[Any]:
        return [*van_huis(model)(wereld, user), *rest]

    return maak


BINNENSHUIS: dict[str, Maak] = {
    **{
        f"partners:{naam}": van_huis(Partnerschap)
        for naam in (
            "partnerschap",
            "partnerschap_bijwerken",
            "partnerschap_delen",
            "partner_toevoegen",
            "besluit_toevoegen",
        )
    },
    "partners:streefcijfers": _met(Partnerschap, 2026),
    "partners:fasecijfers": _met(Partnerschap, 2026, 1),
    "partners:partner_bijwerken": van_huis(Partnerschapspartner),
    "partners:partner_wissen": van_huis(Partnerschapspartner),
    "partners:besluit_bijwerken": van_huis(Besluit),
    **{
        f"partners:{naam}": van_huis(Overleg)
        for naam in (
            "overleg",
            "overleg_bijwerken",
            "overleg_uitnodigen",
            "overleg_afgelasten",
            "overleg_volgende",
            "agendapunt_toevoegen",
            "overleg_agenda_pdf",
            "overleg_verslag_pdf",
            "overleg_kalender",
            "verslag",
            "verslag_afronden",
            "overleg_besluit_toevoegen",
            "overlegtaak_toevoegen",
            "deelnemer_toevoegen",
            "deelnemers_overnemen",
        )
    },
    "partners:agendapunt_bijwerken": van_huis(Agendapunt),
    "partners:agendapunt_verplaatsen": van_huis(Agendapunt),
    "partners:agendapunt_wissen": van_huis(Agendapunt),
    "partners:deelnemer_wissen": van_huis(Deelnemer),
    "partners:deelnemer_aanwezigheid": van_huis(Deelnemer),
    "partners:deelnemer_mailen": van_huis(Deelnemer),
    "partners:overlegtaak_wissen": van_huis(Overlegtaak),
}
VAN_HET_GEBIED: dict[str, Maak] = {
    "partners:partnerschappen": geen,
    "partners:partnerschap_toevoegen": geen,
    "partners:besluiten": geen,
    "partners:overleggen": geen,
    "partners:overleg_toevoegen": geen,
    "partners:netwerkkaart": geen,
    "partners:netwerk_excel": geen,
    "partners:dekking": geen,
    "partners:samenwerking_toevoegen": geen,
    "partners:samenwerking_bijwerken": van(Samenwerking),
    "partners:samenwerking_wissen": van(Samenwerking),
}
