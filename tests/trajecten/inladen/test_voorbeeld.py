"""The list as an OCMW really keeps it, with counts made by hand. Read from beside the repository when it is there."""

from pathlib import Path

import pytest
from django.conf import settings

from regie.core.models.organisatie import Gebruikerscategorie
from tests.factories import LidmaatschapFactory, OrganisatieFactory, UserFactory
from trajecten.enums import TrajectStatus
from trajecten.models import Client, InlaadRij, Traject

LIJST = Path(settings.BASE_DIR).parent / "shared" / "data" / "voorbeelden" / "clientenlijst_ocmw.xlsx"

pytestmark = pytest.mark.skipif(not LIJST.exists(), reason="het voorbeeldbestand staat niet naast de repository")

FOUT = [16, 17, 42, 63, 70, 83, 89, 111, 113, 116, 125, 126, 127, 148, 157, 158, 164, 171, 199, 200, 211, 224, 229]
DUBBEL = [80, 94, 135, 167, 192]
GELIJK = [40, 47, 52, 79, 143, 182, 188]
OVERGESLAGEN = [45, 123, 236, 237]


@pytest.fixture
def omgeving(ocmw, gebied):
    ocmw.gemeente_id = "31005"
    ocmw.save()
    for voor, achter in (("Sofie", "Claeys"), ("Tom", "Maes")):
        LidmaatschapFactory(organisatie=ocmw, user=UserFactory(first_name=voor, last_name=achter))
    for naam in ("De Kringwinkel vzw", "Groendienst Stad Brugge", "WZC Sint-Clara"):
        OrganisatieFactory(gebied=gebied, naam=naam, gebruikerscategorie=Gebruikerscategorie.VZW)


def rijen(inlading, oordeel: str) -> list[int]:
    return list(
        InlaadRij.objects.filter(inlading=inlading, oordeel=oordeel)
        .order_by("rijnummer")
        .values_list("rijnummer", flat=True)
    )


def test_elke_rij_krijgt_het_oordeel_dat_met_de_hand_bepaald_is(omgeving, staged):
    inlading = staged(LIJST)

    assert (inlading.blad, inlading.kopregel, inlading.rijen.count()) == ("Cliënten 2026", 4, 233)
    assert rijen(inlading, "FOUT") == FOUT
    assert rijen(inlading, "MOGELIJK_DUBBEL") == DUBBEL
    assert rijen(inlading, "ONGEWIJZIGD") == GELIJK
    assert rijen(inlading, "OVERGESLAGEN") == OVERGESLAGEN
    assert inlading.telling["NIEUW"] == 194


def test_een_tweede_keer_is_alles_ongewijzigd(omgeving, laad, staged):
    eerste = laad(LIJST)

    tweede = staged(LIJST)

    assert (eerste.resultaat["aangemaakt"], eerste.resultaat["mislukt"], Client.objects.count()) == (194, 0, 194)
    assert rijen(tweede, "FOUT") == FOUT
    assert rijen(tweede, "OVERGESLAGEN") == OVERGESLAGEN
    assert (tweede.telling["ONGEWIJZIGD"], tweede.telling["NIEUW"], tweede.telling["BIJWERKEN"]) == (206, 0, 0)
    statussen = Traject.objects.order_by().values_list("status", flat=True)
    assert (list(statussen).count(TrajectStatus.LOPEND), list(statussen).count(TrajectStatus.AANGEMELD)) == (149, 45)
