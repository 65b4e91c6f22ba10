"""The dossier, its steps, and who may write in it."""

from datetime import date

import pytest

from regie.core.permissions import Rol
from tests.factories import OcmwFactory
from tests.trajecten.hulp import INSZ, PERSOON, als
from trajecten import services
from trajecten.models import Contactmoment, Inzage, Ontwerp, Termijn, Traject

pytestmark = pytest.mark.usefixtures("klok")


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
                "functie": "groenarbeider",
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
