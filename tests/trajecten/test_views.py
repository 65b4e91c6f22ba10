import io
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from python_calamine import CalamineWorkbook

from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import ClientFactory, LidmaatschapFactory, OcmwFactory, TrajectFactory
from trajecten import services
from trajecten.models import Client, Contactmoment, Inzage, Ontwerp, Termijn, Traject
from trajecten.services.registratie import _bewaar_client

INSZ = "85073003328"


@pytest.fixture(autouse=True)
def _klok(vandaag):
    with time_machine.travel(f"{vandaag} 10:00+01:00", tick=False):
        yield


@pytest.fixture
def url(gebied):
    def maak(naam, *args):
        return reverse(f"trajecten:{naam}", args=[gebied.slug, *args])

    return maak


def als(client, organisatie, rol):
    client.force_login(LidmaatschapFactory(organisatie=organisatie, rol=rol).user)
    return client


class TestMijnDag:
    def test_toont_te_laat_vandaag_en_deze_week(self, als_begeleider, stappenplan, url, vandaag):
        traject = stappenplan("LOPEND")
        for dagen in (-1, 0, 3, 30):
            Termijn.objects.create(
                eigenaar_id=traject.eigenaar_id,
                traject=traject,
                soort="TAAK",
                omschrijving=f"taak {dagen}",
                vervalt_op=vandaag + timedelta(days=dagen),
            )

        html = als_begeleider.get(url("mijn_dag")).content.decode()

        assert html.index("Te laat") < html.index("taak -1") < html.index("Vandaag") < html.index("taak 0")
        assert "taak 3" in html
        assert "taak 30" not in html

    def test_wijst_wie_begint_de_weg(self, als_begeleider, url):
        assert "Aan de slag" in als_begeleider.get(url("mijn_dag")).content.decode()


class TestLijst:
    def test_toont_alleen_het_eigen_ocmw(self, als_begeleider, gebied, ander_ocmw, url):
        TrajectFactory(client__familienaam="Zichtbaar")
        with gebied_context(gebied, [ander_ocmw.pk]):
            TrajectFactory(client=ClientFactory(familienaam="Verborgen", eigenaar=ander_ocmw))

        html = als_begeleider.get(url("lijst") + "?tab=team").content.decode()

        assert "Zichtbaar" in html
        assert "Verborgen" not in html

    @pytest.mark.parametrize(
        ("vraag", "gevonden"),
        [("?tab=team&q=ozturk", True), ("?tab=team&q=Selin+Öz", True), ("?tab=team&q=peeters", False)],
    )
    def test_zoekt_zonder_accenten(self, als_begeleider, url, vraag, gevonden):
        TrajectFactory(client__familienaam="Öztürk")

        assert ("Öztürk, Selin" in als_begeleider.get(url("lijst") + vraag).content.decode()) is gevonden

    def test_filtert_op_status_en_houdt_de_filter_in_de_link(self, als_begeleider, url):
        TrajectFactory(client__familienaam="Loopt", lopend=True)
        TrajectFactory(client__familienaam="Wacht")

        html = als_begeleider.get(url("lijst") + "?tab=team&status=LOPEND").content.decode()

        assert "Loopt" in html
        assert "Wacht, Selin" not in html
        assert "status=LOPEND" in html

    def test_evenveel_vragen_bij_een_als_bij_vijftig_rijen(
        self, als_begeleider, url, django_assert_num_queries, django_assert_max_num_queries
    ):
        TrajectFactory(lopend=True)
        als_begeleider.get(url("lijst"))
        with django_assert_max_num_queries(12) as een:
            als_begeleider.get(url("lijst") + "?tab=team")
        TrajectFactory.create_batch(49, lopend=True)

        with django_assert_num_queries(len(een)):
            als_begeleider.get(url("lijst") + "?tab=team")

    def test_excel_is_precies_de_lijst(self, als_begeleider, url):
        TrajectFactory(client__familienaam="Loopt", lopend=True)
        TrajectFactory(client__familienaam="=1+1")

        response = als_begeleider.get(url("lijst_excel") + "?tab=team&status=AANGEMELD")

        boek = CalamineWorkbook.from_filelike(io.BytesIO(response.content))
        rijen = boek.get_sheet_by_name("Cliënten").to_python()
        assert [rij[0] for rij in rijen] == ["Cliënt", "=1+1, Selin"]
        assert any("Status: aangemeld" in str(rij) for rij in boek.get_sheet_by_name("Uitleg").to_python())


class TestZoeken:
    def test_een_insz_gaat_rechtstreeks_naar_het_dossier(self, als_begeleider, registreer, url):
        client = registreer(insz=INSZ).client

        response = als_begeleider.post(url("zoeken"), {"q": "85.07.30-033.28"})

        assert response.url == url("client", client.pk)

    def test_een_onbekend_insz_komt_niet_in_het_adres(self, als_begeleider, gebied, url):
        response = als_begeleider.post(url("zoeken"), {"q": INSZ})

        assert INSZ not in response.url

    def test_een_naam_wordt_een_filter(self, als_begeleider, url):
        TrajectFactory(client__familienaam="Peeters")
        TrajectFactory(client__familienaam="Peeters")

        response = als_begeleider.post(url("zoeken"), {"q": "peeters"}, follow=True)

        assert "2 dossiers gevonden" in response.content.decode()


PERSOON = {
    "insz": "",
    "voornaam": "Selin",
    "familienaam": "Aydın",
    "geboortedatum": "14051991",
    "gemeente": "8000 Brugge",
    "geslacht": "V",
    "inkomensstatuut": "LEEFLOON",
}


class TestRegistreren:
    def aanmelding(self, begeleider):
        return {
            "bron": "VDAB",
            "aangemeld_op": "20/11/2026",
            "begeleider": begeleider.user_id,
            "drempels": ["TAAL_NL"],
        }

    def test_twee_paginas(self, als_begeleider, begeleider, url):
        eerste = als_begeleider.post(url("registreren"), PERSOON)
        tweede = als_begeleider.post(eerste.url, self.aanmelding(begeleider), follow=True)

        client = Client.objects.get()
        assert tweede.redirect_chain[-1][0] == url("client", client.pk)
        assert (client.geboortedatum, client.postcode) == (date(1991, 5, 14), "8000")
        assert "Volgende stap: intake plannen (voorstel 04/12/2026)" in tweede.content.decode()
        assert not Ontwerp.objects.exists()

    def test_een_tweede_keer_versturen_doet_niets(self, als_begeleider, begeleider, url):
        eerste = als_begeleider.post(url("registreren"), PERSOON)
        als_begeleider.post(eerste.url, self.aanmelding(begeleider))

        nog_eens = als_begeleider.post(eerste.url, self.aanmelding(begeleider), follow=True)

        assert "al bewaard" in nog_eens.content.decode()
        assert Client.objects.count() == 1

    @pytest.mark.parametrize(
        ("veld", "waarde", "melding"),
        [
            ("insz", "8507300332", "10 cijfers, er moeten er 11 zijn"),
            ("insz", "85073003329", "controlegetal klopt niet"),
            ("insz", INSZ, "geboren is op 30/07/1985"),
            ("geboortedatum", "31/02/1991", "Deze datum bestaat niet"),
            ("geboortedatum", "24/11/2026", "ligt in de toekomst"),
            ("gemeente", "Atlantis", "is geen Vlaamse gemeente"),
            ("gemeente", "8000 Damme", "Postcode 8000 hoort niet bij Damme"),
        ],
    )
    def test_foute_invoer_krijgt_een_zin_en_blijft_staan(self, als_begeleider, url, veld, waarde, melding):
        als_begeleider.mag_insz_tonen = True  # what somebody typed stays in the form
        response = als_begeleider.post(url("registreren"), {**PERSOON, veld: waarde})

        html = response.content.decode()
        assert response.status_code == 422
        assert melding in html
        assert 'value="Aydın"' in html

    def test_insz_vult_geboortedatum_en_geslacht_aan(self, als_begeleider, begeleider, url):
        eerste = als_begeleider.post(
            url("registreren"), {**PERSOON, "insz": INSZ, "geboortedatum": "", "geslacht": ""}
        )
        als_begeleider.post(eerste.url, self.aanmelding(begeleider))

        assert (Client.objects.get().geboortedatum, Client.objects.get().geslacht) == (date(1985, 7, 30), "M")

    def test_waarschijnlijk_dubbel_vraagt_een_keuze(self, als_begeleider, url):
        bekend = ClientFactory(familienaam="Aydın")

        zonder = als_begeleider.post(url("registreren"), PERSOON)
        met = als_begeleider.post(url("registreren"), {**PERSOON, "andere": [str(bekend.pk)]})

        assert zonder.status_code == 422
        assert "of het om dezelfde persoon gaat" in zonder.content.decode()
        assert met.status_code == 302

    def test_paneel_toont_wie_we_kennen_en_noteert_de_inzage(self, als_begeleider, url):
        bekend = ClientFactory(familienaam="Aydın")

        html = als_begeleider.post(url("dubbels"), PERSOON).content.decode()

        assert "Waarschijnlijk dezelfde persoon" in html
        assert Inzage.objects.get().client_id == bekend.pk

    def test_ander_ocmw_blijft_anoniem(self, als_begeleider, gebied, ander_ocmw, url):
        with gebied_context(gebied, [ander_ocmw.pk]):
            _bewaar_client(ClientFactory(familienaam="Aydın", eigenaar=ander_ocmw, dossiernummer="XX-2026-0099"))

        html = als_begeleider.post(url("dubbels"), PERSOON).content.decode()

        assert "mogelijk bekend bij een ander OCMW" in html
        assert "XX-2026-0099" not in html

    def test_bewaren_als_ontwerp_mag_onvolledig(self, als_begeleider, url):
        als_begeleider.post(url("registreren"), {"voornaam": "Half", "ontwerp": "1"})

        html = als_begeleider.get(url("mijn_dag")).content.decode()

        assert "Half" in html
        assert "Half" not in str(Ontwerp.objects.extra(select={"ruw": "gegevens::text"}).values("ruw"))


class TestClientpagina:
    def test_contact_noteren_in_de_pagina(self, als_begeleider, stappenplan, url):
        traject = stappenplan("LOPEND")
        adres = url("client", traject.client_id)

        response = als_begeleider.post(
            adres,
            {
                "soort": "HUISBEZOEK",
                "datum": "20/11/2026",
                "tekst": "Kinderopvang is rond.",
                "zichtbaarheid": "TEAM",
                "taak": "attest opvragen",
                "taak_op": "30/11/2026",
            },
            follow=True,
        )

        html = response.content.decode()
        assert "Kinderopvang is rond." in html
        assert "attest opvragen" in html
        assert Traject.objects.get().laatste_contact_op == date(2026, 11, 20)

    def test_onvolledig_contact_verliest_niets(self, als_begeleider, stappenplan, url):
        traject = stappenplan("LOPEND")

        response = als_begeleider.post(
            url("client", traject.client_id),
            {"soort": "GESPREK", "datum": "", "tekst": "Belangrijk verslag", "zichtbaarheid": "TEAM"},
        )

        assert response.status_code == 422
        assert "Belangrijk verslag" in response.content.decode()
        assert not Contactmoment.objects.exists()

    def test_elke_opening_staat_in_de_inzage(self, als_begeleider, begeleider, stappenplan, url):
        traject = stappenplan("INTAKE")
        als_begeleider.get(url("client", traject.client_id))

        html = als_begeleider.get(url("inzage", traject.client_id)).content.decode()

        assert begeleider.user.naam in html
        assert Inzage.objects.filter(client_id=traject.client_id, user_id=begeleider.user_id).count() == 2

    def test_administratie_ziet_geen_teamnotities_drempels_of_evaluaties(
        self, client, ocmw, stappenplan, toegang, url
    ):
        traject = stappenplan("LOPEND")
        services.contactmoment_toevoegen(
            client=traject.client,
            soort="GESPREK",
            datum=date(2026, 11, 20),
            tekst="vertrouwelijke notitie",
            zichtbaarheid="TEAM",
            taak="",
            taak_op=None,
            door=toegang,
            vandaag=date(2026, 11, 23),
        )
        administratie = als(client, ocmw, Rol.ADMINISTRATIE)

        html = administratie.get(url("client", traject.client_id)).content.decode()

        assert "vertrouwelijke notitie" not in html
        assert "Geen rijbewijs" not in html
        assert administratie.get(url("drempels", traject.client_id)).status_code == 403
        assert administratie.get(url("evaluaties", traject.client_id)).status_code == 403

    def test_insz_tonen_vraagt_een_reden_en_wordt_genoteerd(self, als_begeleider, registreer, url):
        client = registreer(insz=INSZ).client
        als_begeleider.mag_insz_tonen = True

        zonder = als_begeleider.post(url("insz", client.pk), {"reden": ""})
        met = als_begeleider.post(url("insz", client.pk), {"reden": "Dimona-aangifte"})

        assert zonder.status_code == 422
        assert "85.07.30-033.28" in met.content.decode()
        assert Inzage.objects.get(pagina="INSZ").reden == "Dimona-aangifte"

    def test_toont_het_insz_anders_alleen_gemaskeerd(self, als_begeleider, registreer, url):
        client = registreer(insz=INSZ).client

        assert "85.07.30-***.**" in als_begeleider.get(url("client", client.pk)).content.decode()

    def test_elk_tabblad_opent(self, als_begeleider, stappenplan, url):
        traject = stappenplan("NAZORG")
        for naam in ("client", "traject", "drempels", "evaluaties", "gegevens", "inzage"):
            assert als_begeleider.get(url(naam, traject.client_id)).status_code == 200, naam

    def test_twee_collegas_die_tegelijk_bewaren(self, als_begeleider, registreer, toegang, url, vandaag):
        client = registreer().client
        velden = {**PERSOON, "telefoon": "0470 12 34 56", "versie": "1"}
        services.client_bijwerken(client=client, velden={"taal": "Turks"}, versie=1, door=toegang, vandaag=vandaag)

        response = als_begeleider.post(url("gegevens", client.pk), velden)

        html = response.content.decode()
        assert response.status_code == 422
        assert "intussen gewijzigd" in html
        assert "0470 12 34 56" in html

    @pytest.mark.parametrize("rol", [Rol.REGISSEUR, Rol.MEDEWERKER, Rol.PARTNERCONTACT, Rol.GEBIEDSBEHEERDER])
    def test_regie_en_partners_openen_geen_dossier(self, client, regieverband, registreer, url, rol):
        dossier = registreer().client

        assert als(client, regieverband, rol).get(url("client", dossier.pk)).status_code == 403

    def test_een_ander_ocmw_vindt_het_dossier_niet(self, client, gebied, registreer, url):
        dossier = registreer().client
        ander = OcmwFactory(gebied=gebied)

        assert als(client, ander, Rol.TRAJECTBEGELEIDER).get(url("client", dossier.pk)).status_code == 404


class TestStappen:
    def test_de_weg_van_aanmelding_tot_lopend_in_de_pagina(self, als_begeleider, registreer, gebruiker, url):
        traject = registreer()
        stappen = [
            ("intake", {"datum": "08/09/2026"}),
            (
                "screening",
                {"drempels_bevraagd": "on", "drempel_TAAL_NL": "2", "jobdoelwit": "poetshulp", "datum": "10/09/2026"},
            ),
            ("instrument", {"instrument": "ART60", "datum": "14/09/2026"}),
            ("plan", {"gpmi_op": "15/09/2026"}),
            ("stap", {"start": "01/10/2026", "gebruiker": gebruiker.pk, "functie": "poetshulp", "breuk": "0,5"}),
            (
                "documenten",
                dict.fromkeys(
                    (
                        "contract_getekend_op",
                        "tbs_ocmw_op",
                        "tbs_gebruiker_op",
                        "tbs_werknemer_op",
                        "tbs_gemeld_op",
                    ),
                    "25/09/2026",
                ),
            ),
            ("starten", {"afwijking_reden": ""}),
        ]
        for naam, velden in stappen:
            assert als_begeleider.get(url(naam, traject.pk)).status_code == 200, naam
            response = als_begeleider.post(url(naam, traject.pk), {"versie": Traject.objects.get().versie, **velden})
            assert response.status_code == 302, (naam, response.content.decode())

        traject.refresh_from_db()
        assert (traject.status, traject.einddatum_voorzien) == ("LOPEND", date(2028, 9, 30))

    def test_zegt_op_de_dossierpagina_waarom_starten_niet_kan(self, als_begeleider, stappenplan, url):
        traject = stappenplan("GEPLAND")

        html = als_begeleider.get(url("client", traject.client_id)).content.decode()

        assert "De terbeschikkingstelling is nog niet getekend door het OCMW, de gebruiker en de werknemer." in html

    def test_einde_voor_start_krijgt_een_zin(self, als_begeleider, stappenplan, gebruiker, url):
        traject = stappenplan("WACHT_OP_START")

        response = als_begeleider.post(
            url("stap", traject.pk),
            {
                "versie": traject.versie,
                "start": "01/10/2026",
                "gebruiker": gebruiker.pk,
                "breuk": "1",
                "einde_voorzien": "01/09/2026",
                "einde_motivering": "x",
            },
        )

        assert response.status_code == 422
        assert "De voorziene einddatum ligt voor de start." in response.content.decode()

    def test_evaluatie_bewaren_en_afronden(self, als_begeleider, stappenplan, url):
        traject = stappenplan("LOPEND")
        evaluatie = traject.evaluaties.order_by("gepland_op")[0]
        velden = {f"score_ATT{n:02d}": "3" for n in range(1, 14)} | {"versie": "1", "uitgevoerd_op": "12/10/2026"}

        te_vroeg = als_begeleider.post(url("evaluatie", evaluatie.pk), {**velden, "afronden": "1"})
        klaar = als_begeleider.post(
            url("evaluatie", evaluatie.pk), {**velden, "afronden": "1", "conclusie": "VERDERZETTEN"}
        )

        assert "Kies een conclusie." in te_vroeg.content.decode()
        assert klaar.status_code == 302
        evaluatie.refresh_from_db()
        assert evaluatie.uitgevoerd_op == date(2026, 10, 12)
        assert Termijn.objects.get(evaluatie=evaluatie).afgehandeld_op == date(2026, 10, 12)

    def test_termijn_verzetten_vraagt_een_reden(self, als_begeleider, registreer, url):
        registreer()
        termijn = Termijn.objects.get()

        zonder = als_begeleider.post(url("termijn_verzetten", termijn.pk), {"naar": "01/12/2026", "reden": ""})
        met = als_begeleider.post(url("termijn_verzetten", termijn.pk), {"naar": "01/12/2026", "reden": "verlof"})

        assert (zonder.status_code, met.status_code) == (422, 302)
        assert Traject.objects.get().volgende_termijn_op == date(2026, 12, 1)

    def test_toont_de_einddatum_terwijl_je_typt(self, als_begeleider, stappenplan, url):
        traject = stappenplan("WACHT_OP_START")

        html = als_begeleider.post(url("einddatum", traject.pk), {"start": "01/12/2026", "breuk": "0,5"}).content

        assert "30/11/2028" in html.decode()
        assert "regelset B" in html.decode()
        assert not traject.stappen.exists()

    def test_dossierpagina_vraagt_even_veel_bij_veel_geschiedenis(
        self,
        als_begeleider,
        stappenplan,
        toegang,
        url,
        vandaag,
        django_assert_num_queries,
        django_assert_max_num_queries,
    ):
        traject = stappenplan("LOPEND")
        adres = url("client", traject.client_id)
        als_begeleider.get(adres)
        with django_assert_max_num_queries(22) as eerst:
            als_begeleider.get(adres)
        for nummer in range(30):
            services.contactmoment_toevoegen(
                client=traject.client,
                soort="MAIL",
                datum=vandaag,
                tekst=f"bericht {nummer}",
                zichtbaarheid="OCMW",
                taak=f"taak {nummer}",
                taak_op=vandaag,
                door=toegang,
                vandaag=vandaag,
            )

        with django_assert_num_queries(len(eerst)):
            als_begeleider.get(adres)


class TestWieMagSchrijven:
    def test_administratie_leest_maar_noteert_geen_contact(self, client, ocmw, registreer, url):
        dossier = registreer().client
        velden = {"soort": "GESPREK", "datum": "20/11/2026", "tekst": "x", "zichtbaarheid": "TEAM"}

        response = als(client, ocmw, Rol.ADMINISTRATIE).post(url("client", dossier.pk), velden)

        assert response.status_code == 403
        assert not Contactmoment.objects.exists()

    @pytest.mark.parametrize("ocmw_id", ["abc", "999999"])
    def test_een_vreemd_ocmw_kiezen_kan_niet(self, als_begeleider, url, ocmw_id):
        response = als_begeleider.post(url("registreren"), {**PERSOON, "ocmw": ocmw_id})

        assert response.status_code == 403
        assert not Ontwerp.objects.exists()
