"""Addresses of nazorg."""

from tests.architecture.argumenten.wereld import Maak, geen, van, van_client
from trajecten.models import Nazorgmeting, Werkperiode

DOSSIERS: dict[str, Maak] = {
    **dict.fromkeys(
        ("trajecten:nazorgmeting", "trajecten:nazorg_antwoord", "trajecten:nazorg_vragen", "trajecten:nazorg_wissen"),
        van(Nazorgmeting),
    ),
    "trajecten:werk": van_client,
    "trajecten:werkperiode_verwijderen": van(Werkperiode),
}
VAN_HET_GEBIED: dict[str, Maak] = dict.fromkeys(
    ("trajecten:nazorg", "trajecten:nazorg_premie", "trajecten:nazorg_cohorten"), geen
)
