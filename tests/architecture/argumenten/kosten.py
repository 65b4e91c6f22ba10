"""Addresses of costs and tariffs."""

from tests.architecture.argumenten.wereld import Maak, geen, van, van_traject
from trajecten.models import Plaatsing

DOSSIERS: dict[str, Maak] = {
    "trajecten:kosten": van_traject,
    "trajecten:tariefafspraak": van(Plaatsing),
}
VAN_HET_GEBIED: dict[str, Maak] = dict.fromkeys(
    (
        "trajecten:kosten_prognose",
        "trajecten:facturatie",
        "trajecten:facturatie_excel",
        "trajecten:kostenkader",
        "partners:tarieven",
        "partners:tarief_toevoegen",
    ),
    geen,
)
