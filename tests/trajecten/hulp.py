"""What several tests of pages share."""

from tests.factories import LidmaatschapFactory

INSZ = "85073003328"

PERSOON = {
    "insz": "",
    "voornaam": "Selin",
    "familienaam": "Aydın",
    "geboortedatum": "14051991",
    "gemeente": "8000 Brugge",
    "geslacht": "V",
    "inkomensstatuut": "LEEFLOON",
}


def als(client, organisatie, rol):
    client.force_login(LidmaatschapFactory(organisatie=organisatie, rol=rol).user)
    return client
