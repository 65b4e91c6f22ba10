"""Addresses of agreements, the registers and the files with them. A draft is of the organisatie of whoever asks."""

from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from partners.models import (
    Bijlage,
    Evaluatieoverleg,
    Indexatie,
    LokaleActie,
    Overeenkomst,
    Overeenkomstdoel,
    Overeenkomstpartij,
    Sectorconvenant,
    SocialeAankoop,
    Tarief,
    Verbintenis,
)
from regie.core import kluis
from regie.core.tenancy import gebied_context
from tests.architecture.argumenten.wereld import Maak, Wereld, geen, huis_van, van, van_huis
from tests.rijen import rij_van

_dagen = count()


def _bijlage(wereld: Wereld, user: Any) -> list[Any]:
    """With its bytes on disk, at an agreement of the same organisatie."""
    organisatie = huis_van(wereld, user)
    with gebied_context(wereld.ocmw.gebied, [wereld.ocmw.pk], lid_van=[organisatie.pk]):
        overeenkomst = rij_van(Overeenkomst, organisatie)
        sleutel = uuid4()
        kluis.schrijf(sleutel, b"%PDF-1.7")
        return [rij_van(Bijlage, organisatie, id=sleutel, onderwerp="OVEREENKOMST", object_id=overeenkomst.pk).pk]


def _bij_overeenkomst(wereld: Wereld, user: Any) -> list[Any]:
    return ["OVEREENKOMST", *van_huis(Overeenkomst)(wereld, user)]


def _tarief(wereld: Wereld, user: Any) -> list[Any]:
    """No two of one category begin on the same day."""
    return [wereld.rij(Tarief, geldig_van=date(2026, 9, 1) + timedelta(days=next(_dagen))).pk]


VAN_HET_GEBIED: dict[str, Maak] = dict.fromkeys(
    (
        "partners:overeenkomsten",
        "partners:overeenkomsten_stand",
        "partners:overeenkomsten_excel",
        "partners:overeenkomst_toevoegen",
        "partners:convenanten",
        "partners:convenant_toevoegen",
        "partners:aankopen",
        "partners:tarieven_vroeger",
        "partners:tarieven_excel",
        "partners:indexeren",
        "partners:aankopen_excel",
        "partners:aankoop_toevoegen",
        "partners:aankoopvolume",
    ),
    geen,
)
VAN_HET_GEBIED |= {
    **dict.fromkeys(
        (
            "partners:convenant",
            "partners:convenant_bijwerken",
            "partners:verbintenis_toevoegen",
            "partners:convenantactie_toevoegen",
        ),
        van(Sectorconvenant),
    ),
    **dict.fromkeys(("partners:tarief_bijwerken", "partners:tarief_beeindigen", "partners:tarief_wissen"), _tarief),
    "partners:indexatie_ongedaan": van(Indexatie),
    **dict.fromkeys(("partners:verbintenis_bijwerken", "partners:verbintenis_wissen"), van(Verbintenis)),
    **dict.fromkeys(("partners:convenantactie_bijwerken", "partners:convenantactie_wissen"), van(LokaleActie)),
    **dict.fromkeys(("partners:aankoop_bijwerken", "partners:aankoop_wissen"), van(SocialeAankoop)),
}
BINNENSHUIS: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "partners:overeenkomst",
            "partners:overeenkomst_bijwerken",
            "partners:overeenkomst_versturen",
            "partners:overeenkomst_terugtrekken",
            "partners:overeenkomst_vernieuwen",
            "partners:overeenkomst_opzeggen",
            "partners:opzeg_intrekken",
            "partners:overeenkomst_wissen",
            "partners:partij_toevoegen",
            "partners:doel_toevoegen",
            "partners:evaluatie_toevoegen",
        ),
        van_huis(Overeenkomst),
    ),
    **dict.fromkeys(("partners:partij_bijwerken", "partners:partij_wissen"), van_huis(Overeenkomstpartij)),
    **dict.fromkeys(("partners:doel_bijwerken", "partners:doel_wissen"), van_huis(Overeenkomstdoel)),
    **dict.fromkeys(("partners:evaluatie_bijwerken", "partners:evaluatie_wissen"), van_huis(Evaluatieoverleg)),
    **dict.fromkeys(("partners:bijlage", "partners:bijlage_wissen", "partners:bijlage_terugzetten"), _bijlage),
    "partners:bijlage_toevoegen": _bij_overeenkomst,
}
