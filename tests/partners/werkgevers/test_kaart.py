"""The shared employer card: what it shows, whom it names, and how many queries it takes."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from partners.models import Contactpersoon, Tevredenheid, Vestiging, Werkgever
from tests.factories import ContactpersoonFactory, WerkgeverFactory, WerkplaatsFactory
from tests.partners.werkgevers.hulp import DAG, KADER, url


class TestKaart:
    def test_bewerken_raakt_de_accounthouder_niet(self, als_regisseur, werkgever, regieverband):
        Werkgever.objects.filter(pk=werkgever.pk).update(accounthouder=regieverband)

        als_regisseur.post(url("werkgever_bijwerken", werkgever.pk), {"naam": "Bakkerij Noord", "status": "PARTNER"})

        werkgever.refresh_from_db()
        assert (werkgever.naam, werkgever.accounthouder, werkgever.kbo) == ("Bakkerij Noord", regieverband, "")

    def test_de_geschiedenis_zegt_wie_wat_wijzigde(self, als_regisseur, werkgever, regisseur):
        vraag = {"naam": "Bakkerij Noord", "status": "AMBASSADEUR", "kbo": "0428759497", "gemeente": "31005"}
        als_regisseur.post(url("werkgever_bijwerken", werkgever.pk), vraag)

        pagina = als_regisseur.get(url("geschiedenis", werkgever.pk)).text

        assert "naam: Bakkerij Vanhoutte bv → Bakkerij Noord" in pagina
        assert "status: partner → ambassadeur" in pagina
        assert "aantal werknemers: 5 tot 9 → leeg" in pagina
        assert regisseur.user.get_full_name() in pagina

    def test_een_samengevoegde_kaart_leidt_naar_de_andere(self, als_regisseur, werkgever):
        oud = WerkgeverFactory(samengevoegd_met=werkgever)

        assert als_regisseur.get(url("werkgever", oud.pk)).headers["Location"] == url("werkgever", werkgever.pk)

    def test_archiveren_en_ongedaan_maken(self, als_regisseur, werkgever):
        als_regisseur.post(url("werkgever_archiveren", werkgever.pk))
        assert "in het archief" in als_regisseur.get(url("werkgever", werkgever.pk)).text

        als_regisseur.post(url("werkgever_terughalen", werkgever.pk))
        werkgever.refresh_from_db()
        assert werkgever.gearchiveerd_op is None

    def test_partner_maken_zegt_eerst_wat_er_gebeurt(self, als_regisseur, gebied):
        kaart = WerkgeverFactory(naam="Haven")
        ContactpersoonFactory(organisatie=None, werkgever=kaart)

        assert "1 contactpersoon verhuist" in als_regisseur.get(url("werkgever_als_partner", kaart.pk)).text
        als_regisseur.post(url("werkgever_als_partner", kaart.pk))

        kaart.refresh_from_db()
        assert kaart.organisatie.naam == "Haven"

    def test_kost_evenveel_vragen_bij_een_als_bij_tien(self, als_regisseur, werkgever, regieverband):
        def vul(aantal):
            ContactpersoonFactory.create_batch(aantal, organisatie=werkgever.organisatie)
            WerkplaatsFactory.create_batch(aantal, gebruiker=werkgever.organisatie)
            for nummer in range(aantal):
                Vestiging.objects.create(werkgever=werkgever, naam=f"V{nummer}", gemeente_id="31005")
                Tevredenheid.objects.create(
                    werkgever=werkgever, organisatie=regieverband, datum=DAG, over="KANDIDATEN", score=4
                )

        vul(1)
        als_regisseur.get(url("werkgever", werkgever.pk))
        with CaptureQueriesContext(connection) as een:
            als_regisseur.get(url("werkgever", werkgever.pk))
        vul(10)
        with CaptureQueriesContext(connection) as tien:
            als_regisseur.get(url("werkgever", werkgever.pk))

        assert len(tien) == len(een)
        assert len(tien) <= KADER + 20


class TestMensenEnPlekken:
    def test_een_telefoonnummer_volstaat(self, als_regisseur, gebied):
        kaart = WerkgeverFactory()

        als_regisseur.post(
            url("contact_toevoegen", kaart.pk), {"naam": "An", "telefoon": "050 12 34 56", "taal": "fr"}
        )

        contact = Contactpersoon.objects.get(werkgever=kaart)
        assert (contact.telefoon, contact.taal) == ("+3250123456", "fr")

    def test_geen_enkele_weg_om_iemand_te_bereiken_wordt_geweigerd(self, als_regisseur, gebied):
        antwoord = als_regisseur.post(url("contact_toevoegen", WerkgeverFactory().pk), {"naam": "An"})

        assert antwoord.status_code == 422
        assert "e-mailadres of een telefoonnummer" in antwoord.text

    def test_een_contactpersoon_van_een_ander_is_er_niet(self, als_regisseur, werkgever):
        vreemd = ContactpersoonFactory(organisatie=None, werkgever=WerkgeverFactory())

        assert als_regisseur.get(url("contact_bijwerken", werkgever.pk, vreemd.pk)).status_code == 404

    def test_deactiveren_en_ongedaan_maken(self, als_regisseur, werkgever):
        contact = ContactpersoonFactory(organisatie=werkgever.organisatie)

        als_regisseur.post(url("contact_deactiveren", werkgever.pk, contact.pk))
        contact.refresh_from_db()
        assert not contact.is_actief

        als_regisseur.post(url("contact_activeren", werkgever.pk, contact.pk))
        contact.refresh_from_db()
        assert contact.is_actief

    def test_een_fout_vestigingsnummer_wordt_gezegd(self, als_regisseur, werkgever):
        antwoord = als_regisseur.post(url("vestiging_toevoegen", werkgever.pk), {"naam": "M", "ven": "0428759497"})

        assert antwoord.status_code == 422
        assert "begint met een cijfer van 2 tot 8" in antwoord.text
