"""The pages of partners: what is found, what a form answers, and how many queries a list takes."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from partners.models import Contactpersoon, Werkplaats
from regie.core.http import gebied_url
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType
from tests.factories import ContactpersoonFactory, OrganisatieFactory, WerkplaatsFactory


@pytest.fixture
def partner(gebied):
    return OrganisatieFactory(gebied=gebied, naam="Groep Intro", kbo="0428759497")


class TestLijst:
    def test_toont_wie_actief_is(self, als_regisseur, partner, gebied):
        OrganisatieFactory(gebied=gebied, naam="Gestopt", is_actief=False)

        pagina = als_regisseur.get(gebied_url("partners:lijst")).text

        assert "Groep Intro" in pagina
        assert "Gestopt" not in pagina

    @pytest.mark.parametrize(
        ("vraag", "gevonden"),
        [
            ("q=intro", True),
            ("q=0428.759", True),
            ("q=brugge", True),
            ("q=niets", False),
            ("type=VZW", True),
            ("type=VDAB", False),
            ("toon=inactief", False),
            ("toon=", True),
            ("type=BESTAAT_NIET", True),
            ("sorteer=-plaatsen", True),
            ("sorteer=onzin&pagina=99", True),
        ],
    )
    def test_zoekt_en_filtert_in_het_adres(self, vraag, gevonden, als_regisseur, partner):
        Organisatie.objects.filter(pk=partner.pk).update(gemeente="31005")

        antwoord = als_regisseur.get(f"{gebied_url('partners:lijst')}?{vraag}")

        assert antwoord.status_code == 200
        assert ("Groep Intro</a>" in antwoord.text) == gevonden

    def test_telt_contactpersonen_en_plaatsen_van_nu(self, als_regisseur, gebruiker):
        ContactpersoonFactory.create_batch(2, organisatie=gebruiker)
        ContactpersoonFactory(organisatie=gebruiker, is_actief=False)
        WerkplaatsFactory(gebruiker=gebruiker, aantal=3)
        WerkplaatsFactory(gebruiker=gebruiker, aantal=9, tot=date(2021, 1, 1))

        context = als_regisseur.get(gebied_url("partners:lijst")).context

        gevonden = next(o for o in context["pagina"] if o.pk == gebruiker.pk)
        assert (gevonden.aantal_contacten, gevonden.aantal_plaatsen) == (2, 3)

    def test_evenveel_queries_bij_1_als_bij_50(self, als_regisseur, gebied):
        def tel():
            with CaptureQueriesContext(connection) as vragen:
                als_regisseur.get(gebied_url("partners:lijst"))
            return len(vragen)

        OrganisatieFactory(gebied=gebied)
        tel()
        een = tel()
        OrganisatieFactory.create_batch(49, gebied=gebied)

        assert tel() == een

    def test_excel_van_precies_deze_lijst(self, als_regisseur, partner, gebied):
        OrganisatieFactory(gebied=gebied, naam="VDAB Brugge", type=OrganisatieType.VDAB)

        antwoord = als_regisseur.get(f"{gebied_url('partners:lijst_excel')}?type=VZW")

        blad = CalamineWorkbook.from_filelike(BytesIO(antwoord.content)).get_sheet_by_name("Partners").to_python()
        assert [rij[0] for rij in blad] == ["Naam", "Groep Intro"]
        assert blad[1][3] == "0428.759.497"

    def test_lege_lijst_zegt_wat_te_doen(self, als_regisseur, gebied):
        assert "Geen organisaties gevonden" in als_regisseur.get(f"{gebied_url('partners:lijst')}?q=zzz").text

    def test_een_begeleider_kijkt_alleen(self, als_begeleider, partner):
        pagina = als_begeleider.get(gebied_url("partners:lijst")).text

        assert "Groep Intro" in pagina
        assert "Partner toevoegen" not in pagina


class TestOrganisatie:
    def test_toont_gegevens_contacten_en_plaatsen(self, als_regisseur, gebruiker):
        Organisatie.objects.filter(pk=gebruiker.pk).update(kbo="0428759497", telefoon="+3250341234")
        ContactpersoonFactory(organisatie=gebruiker, naam="Els Maes", telefoon="+32470711930")
        WerkplaatsFactory(gebruiker=gebruiker, functie="groenarbeider", tot=date(2021, 1, 1))

        pagina = als_regisseur.get(gebied_url("partners:organisatie", gebruiker.pk)).text

        for tekst in ("0428.759.497", "050 34 12 34", "Els Maes", "0470 71 19 30", "groenarbeider", "beëindigd"):
            assert tekst in pagina, tekst

    def test_van_een_ander_gebied_is_onvindbaar(self, als_regisseur, gebied, ander_gebied):
        assert als_regisseur.get(gebied_url("partners:organisatie", ander_gebied.ocmw.pk)).status_code == 404

    def test_toevoegen(self, als_regisseur, gebied):
        antwoord = als_regisseur.post(
            gebied_url("partners:organisatie_toevoegen"),
            {
                "naam": "CAW Noord",
                "type": "WELZIJN",
                "kbo": "BE 0428.759.497",
                "telefoon": "050 34 12 34",
                "is_actief": "on",
            },
        )

        organisatie = Organisatie.objects.get(naam="CAW Noord")
        assert antwoord.headers["Location"] == gebied_url("partners:organisatie", organisatie.pk)
        assert (organisatie.kbo, organisatie.telefoon) == ("0428759497", "+3250341234")

    @pytest.mark.parametrize(
        ("veld", "waarde", "zin"),
        [
            ("kbo", "0428759498", "KBO-nummer: het controlegetal klopt niet"),
            ("telefoon", "123", "Dit telefoonnummer bestaat niet"),
            ("type", "OCMW", "wordt toegevoegd door het platformbeheer"),
            ("naam", "", "is vereist"),
        ],
    )
    def test_een_fout_wordt_een_zin(self, veld, waarde, zin, als_regisseur, gebied):
        invoer = {"naam": "CAW", "type": "WELZIJN", "is_actief": "on", veld: waarde}

        antwoord = als_regisseur.post(gebied_url("partners:organisatie_toevoegen"), invoer)

        assert antwoord.status_code == 422
        assert zin in antwoord.text

    def test_bewerken_toont_wat_er_staat(self, als_regisseur, partner):
        pagina = als_regisseur.get(gebied_url("partners:organisatie_bijwerken", partner.pk)).text

        assert 'value="0428.759.497"' in pagina


class TestContactEnPlaats:
    def test_contact_toevoegen_bewerken_en_deactiveren(self, als_regisseur, partner):
        als_regisseur.post(
            gebied_url("partners:contact_toevoegen", partner.pk),
            {"naam": "Els", "email": "els@intro.example", "telefoon": "0470 71 19 30"},
        )
        contact = Contactpersoon.objects.get()
        assert contact.telefoon == "+32470711930"

        als_regisseur.post(
            gebied_url("partners:contact_bijwerken", contact.pk), {"naam": "Els M.", "email": "els@intro.example"}
        )
        als_regisseur.post(gebied_url("partners:contact_deactiveren", contact.pk))

        contact.refresh_from_db()
        assert (contact.naam, contact.telefoon, contact.is_actief) == ("Els M.", "", False)

    def test_dubbel_contact_wordt_een_zin(self, als_regisseur, partner):
        ContactpersoonFactory(organisatie=partner, email="els@intro.example")

        antwoord = als_regisseur.post(
            gebied_url("partners:contact_toevoegen", partner.pk), {"naam": "Els", "email": "els@intro.example"}
        )

        assert antwoord.status_code == 422
        assert "Deze persoon staat al bij deze organisatie" in antwoord.text

    def test_plaats_toevoegen_en_beeindigen(self, als_regisseur, gebruiker):
        als_regisseur.post(
            gebied_url("partners:werkplaats_toevoegen", gebruiker.pk),
            {"functie": "keukenhulp", "aantal": "2", "uren": "38", "van": "01/01/2026"},
        )
        plaats = Werkplaats.objects.get()

        als_regisseur.post(gebied_url("partners:werkplaats_beeindigen", plaats.pk))

        plaats.refresh_from_db()
        assert plaats.tot is not None
        assert (
            "al beëindigd"
            in als_regisseur.post(gebied_url("partners:werkplaats_beeindigen", plaats.pk), follow=True).text
        )

    @pytest.mark.parametrize(
        ("invoer", "zin"),
        [
            ({"aantal": "0"}, "minstens 1"),
            ({"tot": "31/12/2025"}, "De einddatum ligt voor de begindatum"),
            ({"van": "35/01/2026"}, "geldige datum"),
        ],
    )
    def test_onmogelijke_plaats_wordt_een_zin(self, invoer, zin, als_regisseur, gebruiker):
        alles = {"functie": "keukenhulp", "aantal": "2", "uren": "38", "van": "01/01/2026", **invoer}

        antwoord = als_regisseur.post(gebied_url("partners:werkplaats_toevoegen", gebruiker.pk), alles)

        assert antwoord.status_code == 422
        assert zin in antwoord.text
