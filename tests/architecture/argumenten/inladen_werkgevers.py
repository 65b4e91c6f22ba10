"""Addresses of loading a list of employers: a list stays inside the organisatie that keeps it."""

from partners.models import Werkgeverslijst
from tests.architecture.argumenten.wereld import Maak, geen, van_huis

VAN_HET_GEBIED: dict[str, Maak] = {
    "werkgevers:inladen": geen,
    "werkgevers:inladen_sjabloon": geen,
}
BINNENSHUIS: dict[str, Maak] = {
    "werkgevers:inladen_kolommen": van_huis(Werkgeverslijst),
    "werkgevers:inladen_nakijken": van_huis(Werkgeverslijst),
    "werkgevers:inladen_bevestigen": van_huis(Werkgeverslijst),
    "werkgevers:inladen_resultaat": van_huis(Werkgeverslijst),
    "werkgevers:inladen_meldingen": van_huis(Werkgeverslijst),
    "werkgevers:inladen_annuleren": van_huis(Werkgeverslijst),
}
