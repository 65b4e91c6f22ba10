"""Files with agreements: what comes in, who reads them, and that a draft's file stays inside."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from partners.enums import Bijlageonderwerp
from partners.models import Bijlage, Overeenkomst
from partners.services import bijlagen as services
from regie.core import kluis
from regie.core.bestanden import Bestand
from regie.core.exceptions import DomainError
from regie.core.http import gebied_url
from regie.core.models import Gebeurtenis
from regie.core.tenancy import gebied_context
from tests.rijen import rij_van
from tests.trajecten import bestanden
from trajecten.tasks import _bekend_ergens


@pytest.fixture
def scope(gebied, regieverband):
    with gebied_context(gebied, lid_van=[regieverband.pk]):
        yield


@pytest.fixture
def bijlage(scope, regieverband, toegang_regisseur, vandaag, django_capture_on_commit_callbacks):
    overeenkomst = rij_van(Overeenkomst, regieverband, gedeeld=True)
    with django_capture_on_commit_callbacks(execute=True):
        return services.bijlage_toevoegen(
            onderwerp=Bijlageonderwerp.OVEREENKOMST,
            object_id=overeenkomst.pk,
            bestand=Bestand("../Getekend akkoord.exe.pdf", bestanden.pdf()),
            door=toegang_regisseur,
            vandaag=vandaag,
        )


class TestToevoegen:
    def test_bewaart_versleuteld_onder_een_veilige_naam(self, bijlage, regieverband):
        assert (bijlage.naam, bijlage.mime) == ("Getekend akkoord.pdf", "application/pdf")
        assert bijlage.eigenaar == regieverband
        assert kluis.lees(bijlage.pk) == bestanden.pdf()

    @pytest.mark.parametrize(
        ("inhoud", "zin"),
        [(b"", "leeg"), (b"MZ\x90\x00", "programma"), (b"<html>", "webpagina"), (b"%PDF-1.7 stuk", "beschadigd")],
    )
    def test_kijkt_naar_de_inhoud(self, inhoud, zin, scope, toegang_regisseur, vandaag):
        with pytest.raises(DomainError, match=zin):
            services.bijlage_toevoegen(
                onderwerp=Bijlageonderwerp.OVERLEG,
                object_id=uuid4(),
                bestand=Bestand("verslag.pdf", inhoud),
                door=toegang_regisseur,
                vandaag=vandaag,
            )

    def test_zonder_scanner_staat_dat_erbij(self, bijlage):
        assert bijlage.is_gescand is False


class TestLezen:
    def test_download_wordt_nooit_bewaard_of_getoond(self, als_regisseur, bijlage):
        antwoord = als_regisseur.get(gebied_url("partners:bijlage", bijlage.pk))

        assert antwoord.content == bestanden.pdf()
        assert antwoord.headers["Cache-Control"] == "no-store"
        assert antwoord.headers["Content-Disposition"].startswith("attachment")
        assert antwoord.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert Gebeurtenis.objects.filter(soort="bijlage.gelezen", object_id=str(bijlage.pk)).exists()

    def test_van_een_concept_ziet_een_ander_niets(self, als_begeleider, bijlage):
        Bijlage.objects.filter(pk=bijlage.pk).update(gedeeld=False)

        assert als_begeleider.get(gebied_url("partners:bijlage", bijlage.pk)).status_code == 404

    def test_gedeeld_leest_een_trajectbegeleider_mee(self, als_begeleider, bijlage):
        assert als_begeleider.get(gebied_url("partners:bijlage", bijlage.pk)).status_code == 200


class TestVerwijderen:
    def test_en_terugzetten(self, als_regisseur, bijlage):
        als_regisseur.post(gebied_url("partners:bijlage_wissen", bijlage.pk))
        assert als_regisseur.get(gebied_url("partners:bijlage", bijlage.pk)).status_code == 404

        als_regisseur.post(gebied_url("partners:bijlage_terugzetten", bijlage.pk))
        assert als_regisseur.get(gebied_url("partners:bijlage", bijlage.pk)).status_code == 200

    def test_alleen_van_het_eigen_huis(self, bijlage, toegang, vandaag):
        with pytest.raises(DomainError, match="Alleen"):
            services.bijlage_wissen(bijlage=bijlage, door=toegang, vandaag=vandaag)

    def test_na_de_termijn_is_alles_weg(self, bijlage, toegang_regisseur, vandaag, django_capture_on_commit_callbacks):
        services.bijlage_wissen(bijlage=bijlage, door=toegang_regisseur, vandaag=vandaag)

        services.verwijderde_bijlagen_wissen(vandaag + timedelta(days=30))
        assert Bijlage.objects.filter(pk=bijlage.pk).exists()
        with django_capture_on_commit_callbacks(execute=True):
            services.verwijderde_bijlagen_wissen(vandaag + timedelta(days=31))

        assert not Bijlage.objects.filter(pk=bijlage.pk).exists()
        with pytest.raises(kluis.BestandWeg):
            kluis.lees(bijlage.pk)

    def test_de_schoonmaak_van_de_kluis_kent_ze(self, bijlage):
        onbekend = uuid4()

        assert _bekend_ergens([bijlage.pk, onbekend]) == {bijlage.pk}


class TestOpladen:
    def test_op_de_pagina_van_de_overeenkomst(self, als_regisseur, scope, regieverband):
        overeenkomst = rij_van(Overeenkomst, regieverband, titel="Samen sterk", van=date(2026, 1, 1))
        url = gebied_url("partners:bijlage_toevoegen", "OVEREENKOMST", overeenkomst.pk)

        antwoord = als_regisseur.post(
            url, {"bestand": SimpleUploadedFile("tekst.pdf", bestanden.pdf()), "soort": "GETEKEND"}
        )

        assert antwoord.status_code == 302
        bijlage = Bijlage.objects.get()
        assert (bijlage.gedeeld, bijlage.object_id) == (False, overeenkomst.pk)
        assert "tekst.pdf" in als_regisseur.get(gebied_url("partners:overeenkomst", overeenkomst.pk)).text

    def test_een_geweigerd_bestand_zegt_waarom(self, als_regisseur, scope, regieverband):
        overeenkomst = rij_van(Overeenkomst, regieverband)
        url = gebied_url("partners:bijlage_toevoegen", "OVEREENKOMST", overeenkomst.pk)

        antwoord = als_regisseur.post(url, {"bestand": SimpleUploadedFile("x.exe", b"MZ12"), "soort": "ANDER"})

        assert antwoord.status_code == 422
        assert "Programma" in antwoord.text

    def test_bij_de_overeenkomst_van_een_ander_mag_niet(self, als_regisseur, gebied, ocmw):
        overeenkomst = rij_van(Overeenkomst, ocmw, gedeeld=True)

        url = gebied_url("partners:bijlage_toevoegen", "OVEREENKOMST", overeenkomst.pk)

        assert als_regisseur.get(url).status_code == 403
