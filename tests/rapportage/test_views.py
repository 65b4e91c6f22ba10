"""The archive, one rapport, making and subscriptions: who may, what they see, and what a form says back."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from rapportage.enums import Onderdeel, RapportStatus, VerzendStatus
from rapportage.models import Rapport, RapportAbonnement, Verzending
from regie.core.models import Gebeurtenis
from regie.core.permissions import Rol
from tests.factories import ContactpersoonFactory, LidmaatschapFactory, OrganisatieFactory
from tests.factories.rapportage import AbonnementFactory, RapportFactory, VerzendingFactory
from tests.rapportage.voorbeeld import momentopname

pytestmark = pytest.mark.usefixtures("geen_wachtrij")


@pytest.fixture
def geen_wachtrij(monkeypatch):
    monkeypatch.setattr("rapportage.uitvoering.taken.queue_on_commit", lambda taak, **kwargs: None)


def url(gebied, naam, *args):
    return reverse(f"rapportage:{naam}", args=[gebied.slug, *args])


@pytest.fixture
def partner(gebied):
    return LidmaatschapFactory(organisatie=OrganisatieFactory(gebied=gebied), rol=Rol.PARTNERCONTACT)


@pytest.fixture
def klaar(gebied):
    return RapportFactory(klaar=True, momentopname=momentopname())


def kreeg(rapport, lid):
    return VerzendingFactory(
        rapport=rapport, organisatie=lid.organisatie, status=VerzendStatus.VERZONDEN, verzonden_op=timezone.now()
    )


class TestWieMagWat:
    LEZEN = ("archief",)
    MAKEN = ("maken", "abonnementen", "abonnement-toevoegen")

    @pytest.mark.parametrize(
        ("rol", "leest", "maakt"),
        [
            (Rol.REGISSEUR, 200, 200),
            (Rol.MEDEWERKER, 200, 403),
            (Rol.TEAMVERANTWOORDELIJKE, 200, 403),
            (Rol.PARTNERCONTACT, 200, 403),
            (Rol.TRAJECTBEGELEIDER, 403, 403),
            (Rol.ADMINISTRATIE, 403, 403),
            (Rol.GEBIEDSBEHEERDER, 403, 403),
        ],
    )
    def test_paginas(self, client, gebied, ocmw, rol, leest, maakt):
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=rol).user)

        assert {client.get(url(gebied, naam)).status_code for naam in self.LEZEN} == {leest}
        assert {client.get(url(gebied, naam)).status_code for naam in self.MAKEN} == {maakt}

    @pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.TEAMVERANTWOORDELIJKE, Rol.PARTNERCONTACT])
    def test_wie_alleen_leest_verandert_niets(self, client, gebied, ocmw, klaar, rol):
        lid = LidmaatschapFactory(organisatie=ocmw, rol=rol)
        verzending = kreeg(klaar, lid)
        client.force_login(lid.user)

        for naam, sleutel in (
            ("opnieuw", klaar.pk),
            ("corrigeren", klaar.pk),
            ("versturen", klaar.pk),
            ("verzending-opnieuw", verzending.pk),
            ("abonnement-stoppen", klaar.pk),
        ):
            assert client.post(url(gebied, naam, sleutel)).status_code == 403, naam

    def test_een_ander_gebied_bestaat_niet(self, client, klaar, ander_gebied):
        lid = LidmaatschapFactory(organisatie=ander_gebied.ocmw, rol=Rol.REGISSEUR)
        client.force_login(lid.user)

        assert client.get(url(ander_gebied, "rapport", klaar.pk)).status_code == 404
        assert client.get(url(klaar.gebied, "rapport", klaar.pk)).status_code == 404


class TestPartner:
    def test_ziet_alleen_wat_de_eigen_organisatie_kreeg(self, client, gebied, partner, klaar):
        ander = RapportFactory(klaar=True, momentopname=momentopname(), periode_start=date(2026, 9, 1))
        kreeg(klaar, partner)
        client.force_login(partner.user)

        pagina = client.get(url(gebied, "archief")).content.decode()
        assert "Oktober 2026" in pagina
        assert "September 2026" not in pagina
        assert client.get(url(gebied, "rapport", klaar.pk)).status_code == 200
        assert client.get(url(gebied, "rapport", ander.pk)).status_code == 404
        assert client.get(url(gebied, "pdf", ander.pk)).status_code == 404

    def test_ziet_niet_wie_het_nog_kreeg(self, client, gebied, partner, klaar):
        kreeg(klaar, partner)
        andere = VerzendingFactory(rapport=klaar, email="geheim@ander.example")
        client.force_login(partner.user)

        assert andere.email not in client.get(url(gebied, "rapport", klaar.pk)).content.decode()

    def test_een_mail_die_nog_wacht_geeft_nog_geen_toegang(self, client, gebied, partner, klaar):
        VerzendingFactory(rapport=klaar, organisatie=partner.organisatie)
        client.force_login(partner.user)

        assert client.get(url(gebied, "rapport", klaar.pk)).status_code == 404


class TestArchief:
    def test_leeg(self, als_regisseur, gebied):
        assert "Nog geen rapporten" in als_regisseur.get(url(gebied, "archief")).content.decode()

    def test_zegt_in_woorden_hoe_het_staat(self, als_regisseur, gebied, klaar):
        VerzendingFactory(rapport=klaar, status=VerzendStatus.VERZONDEN, verzonden_op=timezone.now())
        VerzendingFactory(rapport=klaar, status=VerzendStatus.MISLUKT, fout="Adres onbekend.")
        RapportFactory(
            periode_start=date(2026, 9, 1), status=RapportStatus.MISLUKT, fout="Er is geen quotum ingevuld."
        )

        pagina = als_regisseur.get(url(gebied, "archief")).content.decode()
        assert "Verstuurd naar 1 van 2 ontvangers; 1 mail raakte niet verstuurd." in pagina
        assert "Er is geen quotum ingevuld." in pagina

    def test_evenveel_queries_voor_een_als_voor_twintig(
        self, als_regisseur, gebied, klaar, django_assert_max_num_queries
    ):
        def tel():
            with django_assert_max_num_queries(100) as gemeten:
                als_regisseur.get(url(gebied, "archief"))
            return len(gemeten)

        als_regisseur.get(url(gebied, "archief"))
        een = tel()
        for maand in range(1, 10):
            VerzendingFactory(rapport=RapportFactory(klaar=True, periode_start=date(2025, maand, 1)))
        assert tel() == een


class TestRapport:
    def test_html_versie_met_figuren_tabellen_en_vingerafdruk(self, als_regisseur, gebied, klaar):
        pagina = als_regisseur.get(url(gebied, "rapport", klaar.pk)).content.decode()

        assert "In één oogopslag" in pagina
        assert "De instroom steeg van 49 naar 58 trajecten" in pagina
        assert pagina.count('<figure class="figuur">') == 6
        assert "Tabel 5. " in pagina
        assert klaar.sha256 in pagina

    def test_lezen_en_downloaden_staan_in_het_logboek(self, als_regisseur, gebied, klaar):
        als_regisseur.get(url(gebied, "rapport", klaar.pk))
        antwoord = als_regisseur.get(url(gebied, "pdf", klaar.pk))

        assert antwoord.headers["Content-Type"] == "application/pdf"
        assert f"voortgangsrapport-{gebied.slug}-2026-10.pdf" in antwoord.headers["Content-Disposition"]
        assert set(Gebeurtenis.objects.values_list("soort", flat=True)) == {"rapport.gelezen", "rapport.gedownload"}

    def test_een_rapport_dat_nog_gemaakt_wordt_ververst_zichzelf(self, als_regisseur, gebied):
        rapport = RapportFactory(status=RapportStatus.BEZIG, poging=2)
        adres = url(gebied, "rapport", rapport.pk)

        pagina = als_regisseur.get(adres).content.decode()
        assert 'hx-trigger="every 2s"' in pagina
        assert "Pagina vernieuwen" in pagina
        fragment = als_regisseur.get(adres, {"wacht": 1}, headers={"HX-Request": "true"}).content.decode()
        assert "<html" not in fragment
        assert "(poging 2)" in fragment
        assert als_regisseur.get(url(gebied, "pdf", rapport.pk)).status_code == 404

    def test_is_het_klaar_dan_komt_de_hele_pagina(self, als_regisseur, gebied, klaar):
        antwoord = als_regisseur.get(url(gebied, "rapport", klaar.pk), {"wacht": 1}, headers={"HX-Request": "true"})

        assert antwoord.headers["HX-Refresh"] == "true"

    def test_een_oude_versie_wijst_naar_de_nieuwe(self, als_regisseur, gebied, klaar):
        RapportFactory(klaar=True, versie=2, momentopname=momentopname(versie=2))

        pagina = als_regisseur.get(url(gebied, "rapport", klaar.pk)).content.decode()
        assert "Er is een nieuwere versie" in pagina


class TestMaken:
    def velden(self, **anders):
        return {
            "periode": "2026-10",
            "onderdelen": Onderdeel.values,
            **anders,
        }

    def test_vraagt_het_rapport_aan_en_toont_het(self, als_regisseur, gebied):
        contact = ContactpersoonFactory(organisatie=OrganisatieFactory(gebied=gebied))

        antwoord = als_regisseur.post(url(gebied, "maken"), self.velden(anderen=[f"contact:{contact.pk}"]))

        rapport = Rapport.objects.get()
        assert antwoord.headers["Location"] == url(gebied, "rapport", rapport.pk)
        assert Verzending.objects.get().organisatie == contact.organisatie

    def test_wie_een_abonnement_heeft_staat_klaar_aangevinkt(self, als_regisseur, gebied):
        abonnement = AbonnementFactory(contactpersoon__organisatie=OrganisatieFactory(gebied=gebied))
        sleutel = f"contact:{abonnement.contactpersoon_id}"

        pagina = als_regisseur.get(url(gebied, "maken")).content.decode()
        assert re.search(rf'name="abonnees" value="{sleutel}"[^>]*checked', pagina)
        als_regisseur.post(url(gebied, "maken"), self.velden(abonnees=[sleutel]))
        assert Verzending.objects.get().email == abonnement.contactpersoon.email

    def test_twee_keer_versturen_van_het_formulier_maakt_een_rapport(self, als_regisseur, gebied):
        for _ in range(2):
            als_regisseur.post(url(gebied, "maken"), self.velden())

        assert Rapport.objects.count() == 1

    @pytest.mark.parametrize(
        ("velden", "zin"),
        [
            ({"onderdelen": []}, "Kies minstens één onderdeel."),
            ({"periode": "2031-01"}, "geldige keuze"),
            ({"anderen": ["contact:iemand"]}, "geldige keuze"),
        ],
    )
    def test_zegt_wat_er_mis_is(self, als_regisseur, gebied, velden, zin):
        antwoord = als_regisseur.post(url(gebied, "maken"), self.velden(**velden))

        assert antwoord.status_code == 422
        assert zin in antwoord.content.decode()
        assert not Rapport.objects.exists()

    def test_een_mislukt_rapport_krijgt_een_nieuwe_kans(self, als_regisseur, gebied):
        rapport = RapportFactory(status=RapportStatus.MISLUKT, poging=5, fout="stuk")

        als_regisseur.post(url(gebied, "opnieuw", rapport.pk))

        rapport.refresh_from_db()
        assert (rapport.status, rapport.laatste_kans) == (RapportStatus.WACHT, 10)

    def test_verbeteren(self, als_regisseur, gebied, klaar):
        kreeg(klaar, LidmaatschapFactory(organisatie=OrganisatieFactory(gebied=gebied)))
        adres = url(gebied, "corrigeren", klaar.pk)

        assert als_regisseur.get(adres).status_code == 200
        assert als_regisseur.post(adres, {"reden": ""}).status_code == 422
        als_regisseur.post(adres, {"reden": "Een OCMW vulde aan.", "ook_versturen": "on"})

        nieuw = Rapport.objects.get(versie=2)
        assert nieuw.correctie_reden == "Een OCMW vulde aan."
        assert nieuw.verzendingen.count() == 1

    def test_versturen_naar_nog_iemand(self, als_regisseur, gebied, klaar):
        contact = ContactpersoonFactory(organisatie=OrganisatieFactory(gebied=gebied))
        adres = url(gebied, "versturen", klaar.pk)

        assert als_regisseur.post(adres, {"ontvanger": ""}).status_code == 422
        antwoord = als_regisseur.post(adres, {"ontvanger": f"contact:{contact.pk}"})

        assert antwoord.status_code == 302
        assert Verzending.objects.get().email == contact.email

    def test_een_mislukte_mail_opnieuw(self, als_regisseur, gebied, klaar):
        verzending = VerzendingFactory(rapport=klaar, status=VerzendStatus.MISLUKT, poging=7, fout="Adres onbekend.")
        pagina = als_regisseur.get(url(gebied, "rapport", klaar.pk)).content.decode()
        assert "Adres onbekend." in pagina

        als_regisseur.post(url(gebied, "verzending-opnieuw", verzending.pk))

        verzending.refresh_from_db()
        assert (verzending.status, verzending.poging) == (VerzendStatus.WACHT, 0)


class TestAbonnementen:
    def velden(self, ontvanger, **anders):
        return {
            "ontvanger": ontvanger,
            "frequentie": "MAAND",
            "onderdelen": ["INSTROOM"],
            "verzenddag": "5",
            "vanaf": "01/12/2026",
            **anders,
        }

    def test_toevoegen_wijzigen_en_stoppen(self, als_regisseur, gebied, regisseur):
        contact = ContactpersoonFactory(organisatie=OrganisatieFactory(gebied=gebied))
        als_regisseur.post(url(gebied, "abonnement-toevoegen"), self.velden(f"contact:{contact.pk}"))
        abonnement = RapportAbonnement.objects.get()
        assert (abonnement.contactpersoon, abonnement.verzenddag) == (contact, 5)

        adres = url(gebied, "abonnement-bewerken", abonnement.pk)
        assert 'value="5"' in als_regisseur.get(adres).content.decode()
        als_regisseur.post(adres, self.velden(f"account:{regisseur.user_id}", frequentie="KWARTAAL"))
        abonnement.refresh_from_db()
        assert (abonnement.contactpersoon, abonnement.user, abonnement.frequentie) == (
            None,
            regisseur.user,
            "KWARTAAL",
        )

        als_regisseur.post(url(gebied, "abonnement-stoppen", abonnement.pk))
        pagina = als_regisseur.get(url(gebied, "abonnementen")).content.decode()
        assert "gestopt" in pagina
        assert "Opnieuw starten" in pagina

    @pytest.mark.parametrize(
        ("velden", "zin"),
        [
            ({"verzenddag": "31"}, "Kies een dag van 1 tot en met 28."),
            ({"onderdelen": []}, "Kies minstens één onderdeel."),
            ({"ontvanger": ""}, "Kies wie het rapport krijgt."),
            ({"vanaf": "31/02/2026"}, "geldige datum"),
        ],
    )
    def test_zegt_wat_er_mis_is(self, als_regisseur, gebied, velden, zin):
        antwoord = als_regisseur.post(url(gebied, "abonnement-toevoegen"), {**self.velden(""), **velden})

        assert antwoord.status_code == 422
        assert zin in antwoord.content.decode()

    def test_lijst_met_evenveel_queries(self, als_regisseur, gebied, django_assert_max_num_queries):
        organisatie = OrganisatieFactory(gebied=gebied)
        AbonnementFactory(contactpersoon__organisatie=organisatie)
        als_regisseur.get(url(gebied, "abonnementen"))
        with django_assert_max_num_queries(100) as een:
            als_regisseur.get(url(gebied, "abonnementen"))
        aantal = len(een)
        AbonnementFactory.create_batch(5, contactpersoon__organisatie=organisatie)
        with django_assert_max_num_queries(aantal):
            als_regisseur.get(url(gebied, "abonnementen"))
