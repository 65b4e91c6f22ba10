"""Registration in two pages, with the panel that knows look-alikes."""

from datetime import date

import pytest

from regie.core.tenancy import gebied_context
from tests.factories import ClientFactory
from tests.trajecten.hulp import INSZ, PERSOON
from trajecten.models import Client, Inzage, Ontwerp
from trajecten.services.registratie import bewaar_client

pytestmark = pytest.mark.usefixtures("klok")


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
            bewaar_client(ClientFactory(familienaam="Aydın", eigenaar=ander_ocmw, dossiernummer="XX-2026-0099"))

        html = als_begeleider.post(url("dubbels"), PERSOON).content.decode()

        assert "mogelijk bekend bij een ander OCMW" in html
        assert "XX-2026-0099" not in html

    def test_bewaren_als_ontwerp_mag_onvolledig(self, als_begeleider, url):
        als_begeleider.post(url("registreren"), {"voornaam": "Half", "ontwerp": "1"})

        html = als_begeleider.get(url("mijn_dag")).content.decode()

        assert "Half" in html
        assert "Half" not in str(Ontwerp.objects.extra(select={"ruw": "gegevens::text"}).values("ruw"))
