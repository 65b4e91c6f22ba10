"""Encrypted values: unreadable elsewhere, refused when touched, readable after a key was replaced."""

import os
from base64 import b64decode, b64encode

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from regie.core.crypto import blinde_index, ontsleutel, versleutel
from regie.core.exceptions import DecryptieFout
from tests.factories import ClientFactory
from trajecten.models import Client, Ontwerp

DOEL = "trajecten.client.insz"
INSZ = "85073003328"


@pytest.fixture
def sleutels(settings):
    settings.INSZ_SLEUTELS = {"k2": os.urandom(32), "k1": os.urandom(32)}
    return settings


class TestVersleutel:
    @given(tekst=st.text())
    def test_heen_en_terug(self, tekst):
        assert ontsleutel(versleutel(tekst, doel=DOEL), doel=DOEL) == tekst

    def test_dezelfde_tekst_geeft_telkens_iets_anders(self):
        assert versleutel(INSZ, doel=DOEL) != versleutel(INSZ, doel=DOEL)

    def test_noemt_versie_en_sleutel_en_niet_de_tekst(self, sleutels):
        waarde = versleutel(INSZ, doel=DOEL)

        assert waarde.startswith("v1:k2:")
        assert INSZ not in waarde
        assert INSZ.encode() not in b64decode(waarde.split(":")[2])


class TestOntsleutel:
    def test_met_een_oude_sleutel_van_de_ring(self, settings, sleutels):
        ring = dict(settings.INSZ_SLEUTELS)
        settings.INSZ_SLEUTELS = {"k1": ring["k1"]}
        oud = versleutel(INSZ, doel=DOEL)

        settings.INSZ_SLEUTELS = ring

        assert oud.startswith("v1:k1:")
        assert ontsleutel(oud, doel=DOEL) == INSZ
        assert versleutel(INSZ, doel=DOEL).startswith("v1:k2:")

    def test_weigert_een_andere_sleutel(self, settings):
        waarde = versleutel(INSZ, doel=DOEL)
        settings.INSZ_SLEUTELS = {naam: os.urandom(32) for naam in settings.INSZ_SLEUTELS}

        with pytest.raises(DecryptieFout):
            ontsleutel(waarde, doel=DOEL)

    def test_weigert_een_sleutel_die_niet_op_de_ring_zit(self, settings):
        waarde = versleutel(INSZ, doel=DOEL)
        settings.INSZ_SLEUTELS = {"nieuw": os.urandom(32)}

        with pytest.raises(DecryptieFout):
            ontsleutel(waarde, doel=DOEL)

    def test_weigert_een_waarde_van_een_ander_veld(self):
        with pytest.raises(DecryptieFout):
            ontsleutel(versleutel(INSZ, doel=DOEL), doel="trajecten.ontwerp.gegevens")

    def test_weigert_een_gewijzigde_waarde(self):
        versie, sleutel, inhoud = versleutel(INSZ, doel=DOEL).split(":")
        ruw = bytearray(b64decode(inhoud))
        ruw[-1] ^= 1

        with pytest.raises(DecryptieFout):
            ontsleutel(f"{versie}:{sleutel}:{b64encode(ruw).decode()}", doel=DOEL)

    @pytest.mark.parametrize("waarde", ["", "85073003328", "v1:k1", "v1:k1:geen base64", "v9:k1:AAAA", "v1:k1:"])
    def test_weigert_wat_geen_versleutelde_waarde_is(self, waarde):
        with pytest.raises(DecryptieFout):
            ontsleutel(waarde, doel=DOEL)


class TestBlindeIndex:
    def test_is_gelijk_voor_dezelfde_persoon_in_hetzelfde_gebied(self):
        assert blinde_index(INSZ, gebied_id=1) == blinde_index(INSZ, gebied_id=1)

    def test_verschilt_per_gebied_en_per_sleutel(self, settings):
        eerste = blinde_index(INSZ, gebied_id=1)

        assert eerste != blinde_index(INSZ, gebied_id=2)
        settings.INSZ_INDEXSLEUTEL = os.urandom(32)
        assert eerste != blinde_index(INSZ, gebied_id=1)


class TestVersleuteldVeld:
    def test_staat_onleesbaar_in_de_databank(self, gebied):
        client = ClientFactory(insz=INSZ)

        with connection.cursor() as cursor:
            cursor.execute("SELECT insz FROM trajecten_client")
            opgeslagen = cursor.fetchone()[0]

        assert opgeslagen.startswith("v1:")
        assert INSZ not in opgeslagen
        assert Client.objects.get(pk=client.pk).insz == INSZ

    def test_leeg_blijft_leeg(self, gebied):
        assert Client.objects.get(pk=ClientFactory(insz="").pk).insz == ""

    @pytest.mark.parametrize("zoekwijze", ["insz", "insz__startswith", "insz__in"])
    def test_er_valt_niet_op_te_zoeken(self, gebied, zoekwijze):
        with pytest.raises(FieldError):
            list(Client.objects.filter(**{zoekwijze: INSZ}))

    def test_een_vreemde_waarde_wordt_nooit_getoond(self, gebied):
        client = ClientFactory(insz=INSZ)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE trajecten_client SET insz = 'v1:weg:AAAA'")

        with pytest.raises(DecryptieFout):
            Client.objects.get(pk=client.pk)

    def test_json_komt_terug_zoals_het_was(self, gebied, ocmw, user):
        ontwerp = Ontwerp.objects.create(
            eigenaar=ocmw,
            door=user,
            gegevens={"voornaam": "Selin", "drempels": ["TAAL"]},
            geopend_op="2026-11-23T09:00Z",
        )

        assert Ontwerp.objects.get(pk=ontwerp.pk).gegevens == {"voornaam": "Selin", "drempels": ["TAAL"]}
