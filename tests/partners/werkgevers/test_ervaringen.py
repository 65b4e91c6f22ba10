"""What is known of an employer: obstacles, how content it is, and two cards that become one."""

from datetime import date

import pytest

from partners import services
from partners.models import Tevredenheid, Vestiging, Werkgever, WerkgeverDrempel
from partners.services import DrempelGegevens, TevredenheidGegevens
from partners.services.werkgevers_samenvoegen import werkgevers_samenvoegen
from regie.core.exceptions import DomainError
from regie.core.tenancy import gebied_context
from tests.factories import ContactpersoonFactory, OcmwFactory, WerkgeverFactory
from tests.partners.werkgevers.hulp import DAG, url


class TestDrempels:
    @pytest.mark.parametrize(("gedeeld", "ziet"), [(True, True), (False, False)])
    def test_een_ander_leest_alleen_wat_gedeeld_is(self, gedeeld, ziet, client, als_regisseur, werkgever, jobhunter):
        vraag = {"soort": "UREN", "toelichting": "Begint om 5 uur", "organisatie": ""}
        vraag |= {"gedeeld": "on"} if gedeeld else {}
        organisatie = als_regisseur.get(url("drempel_toevoegen", werkgever.pk)).context["form"]["organisatie"].value()
        als_regisseur.post(url("drempel_toevoegen", werkgever.pk), {**vraag, "organisatie": organisatie})
        assert "Begint om 5 uur" in als_regisseur.get(url("werkgever", werkgever.pk)).text

        client.force_login(jobhunter.user)

        assert ("Begint om 5 uur" in client.get(url("werkgever", werkgever.pk)).text) == ziet

    def test_een_ander_kan_een_gedeelde_drempel_niet_wijzigen(self, client, werkgever, jobhunter, regisseur):
        with gebied_context(werkgever.gebied, lid_van=[regisseur.organisatie_id]):
            drempel = WerkgeverDrempel.objects.create(
                werkgever=werkgever, eigenaar=regisseur.organisatie, soort="UREN", gemeld_op=DAG, gedeeld=True
            )
        client.force_login(jobhunter.user)

        assert client.get(url("drempel_bijwerken", drempel.pk)).status_code == 404
        assert client.post(url("drempel_oplossen", drempel.pk)).status_code == 404

    def test_oplossen_en_heropenen(self, gebied, ocmw, toegang):
        drempel = services.drempel_toevoegen(
            werkgever=WerkgeverFactory(), organisatie=ocmw, gegevens=DrempelGegevens("UREN"), vandaag=DAG, door=toegang
        )

        assert services.drempel_oplossen(drempel=drempel, vandaag=DAG, door=toegang).opgelost_op == DAG
        assert services.drempel_heropenen(drempel=drempel, door=toegang).opgelost_op is None

    def test_dezelfde_open_drempel_komt_er_geen_twee_keer(self, gebied, ocmw, toegang):
        gegevens = {
            "werkgever": WerkgeverFactory(),
            "organisatie": ocmw,
            "gegevens": DrempelGegevens("UREN"),
            "vandaag": DAG,
            "door": toegang,
        }
        services.drempel_toevoegen(**gegevens)

        with pytest.raises(DomainError, match="staat er al"):
            services.drempel_toevoegen(**gegevens)
        with pytest.raises(DomainError, match="welke drempel"):
            services.drempel_toevoegen(**{**gegevens, "gegevens": DrempelGegevens("ANDER")})

    def test_niet_in_naam_van_een_ander(self, gebied, toegang):
        with pytest.raises(DomainError, match="hoort bij een andere organisatie"):
            services.drempel_toevoegen(
                werkgever=WerkgeverFactory(),
                organisatie=OcmwFactory(gebied=gebied),
                gegevens=DrempelGegevens("UREN"),
                vandaag=DAG,
                door=toegang,
            )


class TestTevredenheid:
    def test_het_gemiddelde_staat_er_met_het_aantal(self, als_regisseur, werkgever, regieverband):
        for score in (5, 4):
            Tevredenheid.objects.create(
                werkgever=werkgever, organisatie=regieverband, datum=DAG, over="KANDIDATEN", score=score
            )

        pagina = als_regisseur.get(url("werkgever", werkgever.pk)).text

        assert "<strong>4,5</strong> op 5, gemiddelde van 2 antwoorden" in pagina

    @pytest.mark.parametrize(
        ("datum", "score", "zin"), [(date(2026, 11, 24), 4, "in de toekomst"), (DAG, 6, "6"), (DAG, 0, "0")]
    )
    def test_weigert_wat_niet_kan(self, datum, score, zin, gebied, ocmw, toegang):
        with pytest.raises(DomainError, match=zin):
            services.tevredenheid_noteren(
                werkgever=WerkgeverFactory(),
                organisatie=ocmw,
                gegevens=TevredenheidGegevens(datum, "KANDIDATEN", score),
                vandaag=DAG,
                door=toegang,
            )

        assert not Tevredenheid.objects.exists()

    def test_alleen_wie_vroeg_wist_de_score(self, client, werkgever, regieverband, jobhunter):
        score = Tevredenheid.objects.create(
            werkgever=werkgever, organisatie=regieverband, datum=DAG, over="KANDIDATEN", score=4
        )
        client.force_login(jobhunter.user)

        assert client.post(url("tevredenheid_wissen", score.pk)).status_code == 404
        assert Tevredenheid.objects.exists()


class TestSamenvoegen:
    @pytest.fixture
    def oud(self, gebied):
        return WerkgeverFactory(naam="Bakkerij Van Houtte", telefoon="+3250301122", website="https://oud.example")

    def test_alles_verhuist_ook_wat_een_ander_voor_zich_houdt(self, werkgever, oud, vdab, toegang):
        with gebied_context(werkgever.gebied, lid_van=[vdab.pk]):
            drempel = WerkgeverDrempel.objects.create(werkgever=oud, eigenaar=vdab, soort="UREN", gemeld_op=DAG)
        contact = ContactpersoonFactory(organisatie=None, werkgever=oud)
        vestiging = Vestiging.objects.create(werkgever=oud, naam="Winkel")

        werkgevers_samenvoegen(blijft=werkgever, verdwijnt=oud, vandaag=DAG, door=toegang)

        for rij in (contact, vestiging, oud, werkgever):
            rij.refresh_from_db()
        with gebied_context(werkgever.gebied, lid_van=[vdab.pk]):
            drempel.refresh_from_db()
        assert (drempel.werkgever, vestiging.werkgever) == (werkgever, werkgever)
        assert (contact.organisatie, contact.werkgever) == (werkgever.organisatie, None)
        assert (oud.samengevoegd_met, oud.gearchiveerd_op) == (werkgever, DAG)
        assert (werkgever.telefoon, werkgever.naam) == ("+3250301122", "Bakkerij Vanhoutte bv")

    def test_nummer_en_partner_gaan_mee_naar_de_kaart_die_blijft(self, werkgever, oud, toegang):
        partner = werkgever.organisatie

        blijft = werkgevers_samenvoegen(blijft=oud, verdwijnt=werkgever, vandaag=DAG, door=toegang)

        assert (blijft.kbo, blijft.organisatie, blijft.nace) == ("0428759497", partner, "10712")

    def test_wie_niet_benaderd_wil_worden_blijft_dat(self, werkgever, oud, toegang):
        Werkgever.objects.filter(pk=oud.pk).update(status="NIET_BENADEREN", niet_benaderen_reden="vraagt rust")

        blijft = werkgevers_samenvoegen(blijft=werkgever, verdwijnt=oud, vandaag=DAG, door=toegang)

        assert (blijft.status, blijft.niet_benaderen_reden) == ("NIET_BENADEREN", "vraagt rust")

    @pytest.mark.parametrize(
        ("anders", "zin"),
        [
            ({"kbo": "0403170701"}, "elk een eigen KBO-nummer"),
            ({"samengevoegd_met": "zelf"}, "al samengevoegd"),
        ],
    )
    def test_weigert_wat_geen_een_werkgever_is(self, anders, zin, werkgever, oud, toegang):
        waarden = {veld: werkgever.pk if waarde == "zelf" else waarde for veld, waarde in anders.items()}
        Werkgever.objects.filter(pk=oud.pk).update(**waarden)

        with pytest.raises(DomainError, match=zin):
            werkgevers_samenvoegen(blijft=werkgever, verdwijnt=oud, vandaag=DAG, door=toegang)

    def test_niet_met_zichzelf(self, werkgever, toegang):
        with pytest.raises(DomainError, match="twee verschillende"):
            werkgevers_samenvoegen(blijft=werkgever, verdwijnt=werkgever, vandaag=DAG, door=toegang)

    def test_de_weg_van_zoeken_tot_klaar(self, als_regisseur, werkgever, oud):
        keuze = als_regisseur.get(url("samenvoegen_zoeken", werkgever.pk)).text
        assert url("samenvoegen", werkgever.pk, oud.pk) in keuze
        assert "gaat naar het archief" in als_regisseur.get(url("samenvoegen", werkgever.pk, oud.pk)).text

        antwoord = als_regisseur.post(url("samenvoegen", werkgever.pk, oud.pk))

        assert antwoord.headers["Location"] == url("werkgever", werkgever.pk)
        assert als_regisseur.get(url("werkgever", oud.pk)).headers["Location"] == url("werkgever", werkgever.pk)
