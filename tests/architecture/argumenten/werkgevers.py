"""Addresses of the shared employer cards."""

from partners.models import Werkgever
from tests.architecture.argumenten.wereld import Maak, geen, van

VAN_HET_GEBIED: dict[str, Maak] = {
    "werkgevers:lijst": geen,
    "werkgevers:werkgever": van(Werkgever),
}
