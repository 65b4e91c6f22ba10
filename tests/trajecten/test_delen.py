"""Consent, who sees what, who looked, and everything about one person in one file."""

import io
import json
import zipfile
from datetime import date, timedelta

import pytest
from django.utils import timezone

from regie.core.exceptions import DomainError
from regie.core.permissions import Rol
from tests.factories import ClientFactory, TrajectFactory
from tests.trajecten.hulp import INSZ, als
from trajecten import services as basis
from trajecten.models import Inzage, Link, Toestemming
from trajecten.selectors import delen as selectors
from trajecten.services import delen as services


@pytest.fixture
def dossier(gebied, toegang, vandaag):
    client = ClientFactory(insz=INSZ, insz_index="x" * 64)
    TrajectFactory(client=client, lopend=True)
    return client


@pytest.fixture
def noteer(dossier, toegang, vandaag, gebruiker):
    def doe(**velden):
        standaard = {
            "soort": "PARTNER",
            "organisatie": gebruiker,
            "met_wie": "",
            "toelichting": "",
            "grondslag": "TOESTEMMING",
            "instemming": "SCHRIFTELIJK",
            "van": vandaag,
            "tot": None,
        }
        return services.toestemming_noteren(client=dossier, **{**standaard, **velden}, door=toegang, vandaag=vandaag)

    return doe


def _link(dossier, organisatie, naam="Jan Partner"):
    return Link.objects.create(
        eigenaar_id=dossier.eigenaar_id,
        doel=Link._meta.get_field("doel").choices[0][0],
        object_id=dossier.pk,
        client=dossier,
        organisatie=organisatie,
        ontvanger_naam=naam,
        geheim_hash=f"{naam}{organisatie}"[:64],
        geldig_tot=timezone.localdate() + timedelta(days=400),
    )


class TestToestemming:
    def test_intrekken_stopt_de_links_van_die_partij_meteen(self, noteer, dossier, gebruiker, toegang, vandaag):
        toestemming = noteer()
        van_partij, van_ander = _link(dossier, gebruiker), _link(dossier, None, "Iemand anders")
        assert services.toestemming_intrekken(toestemming=toestemming, door=toegang, vandaag=vandaag) == 1
        van_partij.refresh_from_db()
        van_ander.refresh_from_db()
        assert van_partij.ingetrokken_op is not None
        assert van_ander.ingetrokken_op is None
        with pytest.raises(DomainError, match="al ingetrokken"):
            services.toestemming_intrekken(toestemming=toestemming, door=toegang, vandaag=vandaag)

    def test_zonder_partij_kan_het_niet(self, noteer):
        with pytest.raises(DomainError, match="met wie"):
            noteer(organisatie=None, met_wie=" ")

    @pytest.mark.parametrize(("dagen", "loopt_af"), [(None, False), (31, False), (30, True), (0, True), (-1, False)])
    def test_meldt_wat_binnenkort_afloopt(self, noteer, vandaag, dagen, loopt_af):
        tot = None if dagen is None else vandaag + timedelta(days=dagen)
        toestemming = noteer(van=vandaag - timedelta(days=90), tot=tot)
        assert selectors.loopt_af(toestemming, vandaag) is loopt_af


class TestAvg:
    def test_alles_zit_erin_behalve_geheimen(self, dossier, toegang, vandaag):
        basis.contactmoment_toevoegen(
            client=dossier,
            soort="GESPREK",
            datum=vandaag,
            tekst="een lang gesprek",
            zichtbaarheid="TEAM",
            taak="",
            taak_op=None,
            door=toegang,
            vandaag=vandaag,
        )
        inhoud = services.avg_export(client=dossier, reden="vraag van de cliënt", door=toegang)
        bestand = zipfile.ZipFile(io.BytesIO(inhoud))
        assert set(bestand.namelist()) == {"gegevens.json", "leesbaar.html"}
        tekst = bestand.read("gegevens.json").decode()
        alles = json.loads(tekst)
        assert "een lang gesprek" in tekst
        assert dossier.familienaam in bestand.read("leesbaar.html").decode()
        assert INSZ not in tekst
        assert "x" * 64 not in tekst
        assert {"trajecten", "contactmomenten", "wie dit dossier las"} <= set(alles)
        assert Inzage.objects.get(pagina="AVG-uitvoer").reden == "vraag van de cliënt"

    def test_niet_zonder_reden(self, dossier, toegang):
        with pytest.raises(DomainError, match="waarom"):
            services.avg_export(client=dossier, reden="x", door=toegang)


class TestPaginas:
    def test_het_tabblad(self, noteer, dossier, als_begeleider, url, klok, django_assert_max_num_queries):
        noteer(van=date(2026, 1, 1), tot=date(2026, 12, 10))
        with django_assert_max_num_queries(24):
            html = als_begeleider.get(url("inzage", dossier.pk)).content.decode()
        for woord in ("Delen en inzage", "loopt af", "Wat ziet de partner?", "Wie bekeek dit dossier?"):
            assert woord in html
        assert "Alle gegevens uitvoeren" not in html
        assert als_begeleider.get(url("avg_export", dossier.pk)).status_code == 403

    def test_toestemming_noteren_en_intrekken(self, dossier, als_begeleider, url, klok):
        data = {"soort": "VDAB", "met_wie": "VDAB Brugge", "grondslag": "TOESTEMMING", "van": "23/11/2026"}
        assert als_begeleider.post(url("toestemming_noteren", dossier.pk), data).status_code == 422
        als_begeleider.post(url("toestemming_noteren", dossier.pk), {**data, "instemming": "MONDELING"})
        rij = Toestemming.objects.get()
        als_begeleider.post(url("toestemming_intrekken", rij.pk))
        assert Toestemming.objects.get().ingetrokken_op == date(2026, 11, 23)

    def test_teamverantwoordelijke_voert_alles_uit(self, dossier, client, ocmw, url, klok):
        lead = als(client, ocmw, Rol.TEAMVERANTWOORDELIJKE)
        antwoord = lead.post(url("avg_export", dossier.pk), {"reden": "vraag van de cliënt"})
        assert antwoord.headers["Content-Type"] == "application/zip"
        assert dossier.familienaam not in antwoord.headers["Content-Disposition"]

    def test_het_blad_voor_de_client_en_excel(self, dossier, als_begeleider, url, klok):
        html = als_begeleider.get(url("privacyblad", dossier.pk)).content.decode()
        assert "Wie ziet mijn gegevens?" in html
        assert als_begeleider.get(url("inzage_excel", dossier.pk)).content[:2] == b"PK"
