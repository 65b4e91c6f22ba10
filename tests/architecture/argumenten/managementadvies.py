"""Addresses of the managementadvies: a dossier stays inside the organisatie it is of."""

from partners.models import Managementadvies
from tests.architecture.argumenten.wereld import Maak, geen, van_huis

VAN_HET_GEBIED: dict[str, Maak] = {
    "partners:adviezen": geen,
    "partners:advies_toevoegen": geen,
}
BINNENSHUIS: dict[str, Maak] = {
    "partners:advies": van_huis(Managementadvies),
    "partners:advies_bijwerken": van_huis(Managementadvies),
    "partners:advies_wissen": van_huis(Managementadvies),
}
