"""Addresses of the scan werkgeversgerichtheid."""

from datetime import date
from typing import Any

from partners.models import Scan, Scanactie, Scandeelnemer
from regie.core.tenancy import gebied_context
from tests.architecture.argumenten.wereld import Maak, Wereld, geen, huis_van, van_huis, van_partner
from tests.rijen import rij_van

AF = {"status": "AFGEROND", "afgerond_op": date(2026, 10, 1)}


def _open(wereld: Wereld, user: Any) -> list[Any]:
    """An organisatie has one scan at a time, and several roles belong to the same one."""
    organisatie = huis_van(wereld, user)
    with gebied_context(wereld.ocmw.gebied, lid_van=[organisatie.pk]):
        bestaand = Scan.objects.filter(eigenaar=organisatie, status="OPEN").first()
        return [(bestaand or rij_van(Scan, organisatie, status="OPEN")).pk]


def _gedeeld(wereld: Wereld, user: Any) -> list[Any]:
    return [wereld.rij(Scan, gedeeld=True, gedeeld_op=date(2026, 10, 2), **AF).pk]


VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(
        ("partners:scan", "partners:scan_starten", "partners:scanplan", "partners:scanplan_excel", "rapportage:scans"),
        geen,
    ),
    **dict.fromkeys(("partners:scan_gedeeld", "partners:scan_gedeeld_pdf"), _gedeeld),
    "partners:scan_uitnodigen": van_partner,
}
BINNENSHUIS: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "partners:scan_beheer",
            "partners:scan_invullen",
            "partners:scan_vragen",
            "partners:scan_belang",
            "partners:scan_afronden",
            "partners:scan_stoppen",
            "partners:scan_overnemen",
        ),
        _open,
    ),
    **dict.fromkeys(
        (
            "partners:scan_heropenen",
            "partners:scan_hervatten",
            "partners:scan_resultaat",
            "partners:scan_pdf",
            "partners:scan_delen",
            "partners:scan_delen_intrekken",
            "partners:scan_plan",
            "partners:scanactie_toevoegen",
        ),
        van_huis(Scan, **AF),
    ),
    **dict.fromkeys(
        ("partners:scan_herinneren", "partners:scan_deelnemer_weg", "partners:scan_deelnemer_terug"),
        van_huis(Scandeelnemer),
    ),
    **dict.fromkeys(
        ("partners:scanactie", "partners:scanactie_klaar", "partners:scanactie_open"), van_huis(Scanactie)
    ),
}
