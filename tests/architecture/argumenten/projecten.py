"""Addresses of projects of the gebied."""

from tests.architecture.argumenten.wereld import Maak, geen, van, van_client
from trajecten.models import Deelname, Project, Rijbuddy

DOSSIERS: dict[str, Maak] = {
    "trajecten:deelnemen": van_client,
    **dict.fromkeys(
        (
            "trajecten:deelname",
            "trajecten:poging",
            "trajecten:deelname_stoppen",
            "trajecten:buddy",
            "trajecten:duwtje",
        ),
        van(Deelname),
    ),
}
VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "trajecten:projecten",
            "trajecten:project_toevoegen",
            "trajecten:rijbuddies",
            "trajecten:rijbuddy_toevoegen",
        ),
        geen,
    ),
    **dict.fromkeys(("trajecten:project", "trajecten:project_bewerken"), van(Project)),
    "trajecten:rijbuddy_bewerken": van(Rijbuddy),
}
