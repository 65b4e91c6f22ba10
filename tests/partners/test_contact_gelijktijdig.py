"""Two organisaties log a contact with the same employer at the same moment: both kept, both warned."""

import threading
from datetime import date

import pytest
from django.db import connection

from partners.models import Claim, Contactmoment, Opvolging
from partners.services.contact import Contactinvoer, contact_noteren
from partners.services.leads import lead_nemen
from regie.core.exceptions import DomainError
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import GebiedFactory, LidmaatschapFactory, OrganisatieFactory
from tests.factories.partners import WerkgeverFactory

VANDAAG = date(2026, 11, 23)
INVOER = Contactinvoer(datum=VANDAAG, kanaal="TELEFOON", doel="WERKPLEK", resultaat="INTERESSE", notitie="Van ons.")

pytestmark = pytest.mark.django_db(transaction=True)


class Wedloop:
    """Everybody starts together, each on a connection and in a transaction of their own."""

    def __init__(self):
        self.gebied = GebiedFactory()
        with gebied_context(self.gebied):
            self.werkgever = WerkgeverFactory(gebied=self.gebied)
        self.leden = [self._lid(naam) for naam in ("VDAB Brugge", "Mentor", "Groep Intro")]
        self.uitkomsten = {}

    def _lid(self, naam):
        organisatie = OrganisatieFactory(gebied=self.gebied, naam=naam)
        lid = LidmaatschapFactory(organisatie=organisatie, rol=Rol.JOBHUNTER)
        return organisatie, Lidmaatschap.objects.filter(pk=lid.pk).toegang()

    def loop(self, opdracht):
        start = threading.Barrier(len(self.leden))

        def een(organisatie, toegang):
            try:
                with gebied_context(self.gebied, lid_van=toegang.lid_van):
                    start.wait(10)
                    self.uitkomsten[organisatie.pk] = opdracht(organisatie, toegang)
            except DomainError as fout:
                self.uitkomsten[organisatie.pk] = fout
            finally:
                connection.close()

        draden = [threading.Thread(target=een, args=lid) for lid in self.leden]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join(30)
        return list(self.uitkomsten.values())


@pytest.fixture
def wedloop():
    return Wedloop()


def test_alles_blijft_en_elk_paar_is_verwittigd(wedloop):
    """Of every two, the later one sees the earlier in the answer, and the earlier one gets a line on the list."""

    def noteer(organisatie, toegang):
        return contact_noteren(
            werkgever=wedloop.werkgever, organisatie=organisatie, invoer=INVOER, door=toegang, vandaag=VANDAAG
        )

    uitkomsten = wedloop.loop(noteer)

    assert sorted(len(uitkomst.van_anderen) for uitkomst in uitkomsten) == [0, 1, 2]
    with gebied_context(wedloop.gebied):
        assert Contactmoment.objects.count() == 3
        gezien = {(u.contact.organisatie_id, c.organisatie_id) for u in uitkomsten for c in u.van_anderen}
        gemeld = {
            (int(sleutel.split(":")[3]), organisatie)
            for sleutel, organisatie in Opvolging.objects.values_list("sleutel", "organisatie")
        }
        assert gezien == gemeld
        assert len(gezien) == 3


def test_een_lead_is_van_een(wedloop):
    def neem(organisatie, toegang):
        return lead_nemen(werkgever=wedloop.werkgever, organisatie=organisatie, door=toegang, vandaag=VANDAAG)

    uitkomsten = wedloop.loop(neem)

    assert sum(isinstance(uitkomst, Claim) for uitkomst in uitkomsten) == 1
    assert all("heeft deze lead" in str(uitkomst) for uitkomst in uitkomsten if not isinstance(uitkomst, Claim))
    with gebied_context(wedloop.gebied):
        assert Claim.objects.count() == 1
