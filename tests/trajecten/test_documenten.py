"""Papers of a dossier: checklist, upload, signatures, reading, removing."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from regie.core import kluis
from regie.core.bestanden import Bestand
from regie.core.exceptions import DomainError
from regie.core.permissions import Rol
from tests.trajecten import bestanden
from tests.trajecten.hulp import als
from trajecten import services as trajectservices
from trajecten.models import Document, DocumentSoort, Instrument, Inzage, Stapdocument, Tijdlijnitem
from trajecten.selectors.documenten import dossierstukken, soorten
from trajecten.selectors.overgangen import plaatsing_van
from trajecten.services import documenten as services

pytestmark = pytest.mark.usefixtures("klok")


@pytest.fixture
def laad_op(toegang, vandaag):
    def doe(client, soort="ander", inhoud=None, **extra):
        standaard = {
            "soort": DocumentSoort.objects.get(pk=soort),
            "bestand": Bestand("brief Aydın.pdf", inhoud or bestanden.pdf()),
            "ontvangen_op": vandaag,
            "vervalt_op": None,
            "omschrijving": "",
        }
        return services.document_opladen(client=client, **{**standaard, **extra}, door=toegang, vandaag=vandaag)

    return doe


@pytest.fixture
def lijst(toegang, vandaag):
    def lees(traject):
        traject.refresh_from_db()
        stukken = dossierstukken(traject.client, traject, door=toegang, vandaag=vandaag)
        return {regel.soort.pk: regel for regel in stukken.regels}

    return lees


def upload(naam="contract.pdf", inhoud=None):
    return SimpleUploadedFile(naam, inhoud or bestanden.pdf())


def test_elk_instrument_vraagt_bekende_documenten(gebied):
    gevraagd = {
        code
        for instrument in Instrument.objects.order_by("pk")
        for code in instrument.verplichte_documenten.split("|")
        if code
    }

    assert gevraagd <= set(soorten())


class TestChecklist:
    @pytest.mark.parametrize(
        ("status", "verwacht"),
        [
            ("AANGEMELD", {}),
            ("ACTIEPLAN", {"gpmi": "ontbreekt", "arbeidsovereenkomst": "ontbreekt", "tbs_overeenkomst": "ontbreekt"}),
            ("GEPLAND", {"gpmi": "getekend", "arbeidsovereenkomst": "ontbreekt", "tbs_overeenkomst": "ontbreekt"}),
            ("GETEKEND", {"gpmi": "getekend", "arbeidsovereenkomst": "getekend", "tbs_overeenkomst": "getekend"}),
        ],
    )
    def test_volgt_fase_instrument_en_handtekeningen(self, stappenplan, lijst, status, verwacht):
        assert {code: r.toestand for code, r in lijst(stappenplan(status)).items()} == verwacht

    @pytest.mark.parametrize(
        ("instrument", "gevraagd"),
        [("TWE", {"gpmi", "weo", "mlp_registratie"}), ("ART60_VST", {"gpmi", "novaprima_aanvraag"})],
    )
    def test_vraagt_wat_het_instrument_vraagt(self, stappenplan, lijst, instrument, gevraagd):
        assert gevraagd <= set(lijst(stappenplan("GEPLAND", instrument=instrument)))

    def test_formulier_en_checklist_zijn_dezelfde_bron(self, stappenplan, lijst, toegang, vandaag):
        traject = stappenplan("GEPLAND")
        stap = traject.stappen.get()
        tbs = lijst(traject)["tbs_overeenkomst"]
        services.handtekeningen_noteren(
            client=traject.client,
            soort=tbs.soort,
            stap=stap,
            dagen={"ocmw": date(2026, 9, 20), "gebruiker": date(2026, 9, 21), "client": None},
            door=toegang,
            vandaag=vandaag,
        )

        plaatsing = plaatsing_van(stap)
        assert (plaatsing.tbs_ocmw_op, plaatsing.tbs_gebruiker_op) == (date(2026, 9, 20), date(2026, 9, 21))
        assert lijst(traject)["tbs_overeenkomst"].toelichting.endswith("nog geen bestand opgeladen")
        assert "nog te tekenen: cliënt" in lijst(traject)["tbs_overeenkomst"].toelichting

        trajectservices.documenten_noteren(
            stap=stap, velden={"tbs_werknemer_op": date(2026, 9, 22)}, door=toegang, vandaag=vandaag
        )
        assert lijst(traject)["tbs_overeenkomst"].toestand == "getekend"
        assert lijst(traject)["tbs_overeenkomst"].op == date(2026, 9, 22)

    def test_een_bestand_is_ontvangen_en_kan_vervallen(self, stappenplan, lijst, laad_op, vandaag):
        traject = stappenplan("GEPLAND")
        laad_op(traject.client, "tbs_overeenkomst", vervalt_op=vandaag + timedelta(days=10))
        assert lijst(traject)["tbs_overeenkomst"].toestand == "ontvangen"
        assert "vervalt binnenkort" in lijst(traject)["tbs_overeenkomst"].toelichting

        verlopen = date(2026, 11, 1)
        Document.objects.update(ontvangen_op=date(2026, 10, 1), vervalt_op=verlopen)
        assert (lijst(traject)["tbs_overeenkomst"].toestand, lijst(traject)["tbs_overeenkomst"].op) == (
            "verlopen",
            verlopen,
        )

    def test_een_stuk_van_de_stap_heeft_een_dag_bij_de_stap(self, stappenplan, lijst, laad_op, toegang, vandaag):
        traject = stappenplan("GEPLAND", instrument="BIS")
        regel = lijst(traject)["bis_overeenkomst"]
        services.handtekeningen_noteren(
            client=traject.client,
            soort=regel.soort,
            stap=regel.stap,
            dagen=dict.fromkeys(regel.getekend, date(2026, 10, 1)),
            door=toegang,
            vandaag=vandaag,
        )

        assert Stapdocument.objects.get().getekend_op == date(2026, 10, 1)
        assert lijst(traject)["bis_overeenkomst"].toestand == "getekend"
        Stapdocument.objects.update(getekend_op=date(2026, 10, 2))
        assert lijst(traject)["bis_overeenkomst"].op == date(2026, 10, 2)

    def test_opladen_volstaat_voor_wat_niemand_tekent(self, stappenplan, lijst, laad_op, vandaag):
        traject = stappenplan("GEPLAND", instrument="OPLEIDING")
        laad_op(traject.client, "inschrijving", stap=traject.stappen.get())

        assert lijst(traject)["inschrijving"].toestand == "ontvangen"
        assert Stapdocument.objects.get().getekend_op == vandaag

    def test_op_papier_getekend_zonder_bestand(self, registreer, toegang, vandaag):
        client = registreer().client
        soort = DocumentSoort.objects.get(pk="toestemming")
        wie = {"door": toegang, "vandaag": vandaag}
        dagen = {"client": date(2026, 10, 1)}
        services.handtekeningen_noteren(client=client, soort=soort, stap=None, dagen=dagen, **wie)

        document = Document.objects.get()
        assert (document.heeft_bestand, document.getekend_client_op) == (False, date(2026, 10, 1))
        with pytest.raises(DomainError, match="toekomst"):
            services.handtekeningen_noteren(
                client=client, soort=soort, stap=None, dagen={"client": date(2026, 12, 1)}, **wie
            )


class TestOpladen:
    def test_via_de_pagina(self, als_begeleider, stappenplan, url):
        traject = stappenplan("GEPLAND")
        adres = url("document_opladen", traject.client_id)
        stap = traject.stappen.get()

        response = als_begeleider.post(
            adres, {"soort": "tbs_overeenkomst", "stap": stap.pk, "bestand": upload("../TBS Aydın.exe")}
        )

        assert response.status_code == 302
        document = Document.objects.get()
        assert (document.soort_id, document.stap_id) == ("tbs_overeenkomst", stap.pk)
        assert document.plaatsing_id == plaatsing_van(stap).pk
        assert (document.naam, document.mime, document.scan) == ("TBS Aydın.pdf", "application/pdf", "NIET_GESCAND")
        pagina = als_begeleider.get(url("dossierstukken", traject.client_id)).content.decode()
        assert "Alle verwachte" not in pagina and "niet op virussen gescand" in pagina

    def test_een_geweigerd_bestand_is_een_zin_en_laat_niets_achter(self, als_begeleider, stappenplan, url):
        traject = stappenplan("INTAKE")

        response = als_begeleider.post(
            url("document_opladen", traject.client_id),
            {"soort": "cv", "omschrijving": "van vorig jaar", "bestand": upload("cv.pdf", b"<html>")},
        )

        assert response.status_code == 422
        tekst = response.content.decode()
        assert "webpagina of tekening" in tekst and "van vorig jaar" in tekst
        assert not Document.objects.exists()

    def test_een_foto_en_zonder_keuze(self, als_begeleider, stappenplan, url):
        traject = stappenplan("INTAKE")
        adres = url("document_opladen", traject.client_id)
        assert als_begeleider.post(adres, {"soort": "cv"}).status_code == 422

        als_begeleider.post(adres, {"soort": "cv", "foto": upload("IMG_1.jpg", bestanden.beeld("JPEG"))})

        assert Document.objects.get().mime == "image/jpeg"

    def test_een_nieuwe_versie_bewaart_de_vorige(self, stappenplan, laad_op, lijst):
        traject = stappenplan("GEPLAND")
        een = laad_op(traject.client, "tbs_overeenkomst")
        twee = laad_op(traject.client, "cv", vervangt=een, inhoud=bestanden.docx())

        assert (twee.soort_id, twee.versie, twee.plaatsing_id) == ("tbs_overeenkomst", 2, een.plaatsing_id)
        assert [d.pk for d in lijst(traject)["tbs_overeenkomst"].documenten] == [twee.pk]
        assert kluis.lees(een.pk)
        with pytest.raises(DomainError, match="intussen een nieuwe versie"):
            laad_op(traject.client, "tbs_overeenkomst", vervangt=een)

    def test_niet_van_een_andere_client(self, als_begeleider, stappenplan, registreer, laad_op, url):
        document = laad_op(registreer(voornaam="Ander", familienaam="Iemand").client)
        traject = stappenplan("INTAKE")

        response = als_begeleider.post(
            url("document_opladen", traject.client_id),
            {"soort": "ander", "vervangt": document.pk, "bestand": upload()},
        )

        assert response.status_code == 404


class TestLezen:
    def test_wordt_genoteerd_en_nooit_getoond(self, als_begeleider, begeleider, stappenplan, laad_op, url):
        traject = stappenplan("INTAKE")
        document = laad_op(traject.client, "attest")

        response = als_begeleider.get(url("document_bestand", document.pk))

        assert response.content == kluis.lees(document.pk)
        assert response.headers["Content-Disposition"].startswith("attachment; filename")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cache-Control"] == "no-store"
        assert "sandbox" in response.headers["Content-Security-Policy"]
        inzage = Inzage.objects.get(pagina="document: attest")
        assert (inzage.client_id, inzage.user_id) == (traject.client_id, begeleider.user_id)

    @pytest.mark.parametrize(
        ("rol", "soort", "status"),
        [
            (Rol.TRAJECTBEGELEIDER, "attest", 200),
            (Rol.TEAMVERANTWOORDELIJKE, "attest", 200),
            (Rol.ADMINISTRATIE, "arbeidsovereenkomst", 200),
            (Rol.ADMINISTRATIE, "attest", 404),
            (Rol.ADMINISTRATIE, "gpmi", 404),
        ],
    )
    def test_wie_wat_leest(self, client, ocmw, stappenplan, laad_op, url, rol, soort, status):
        document = laad_op(stappenplan("INTAKE").client, soort)

        for naam in ("document", "document_bestand"):
            assert als(client, ocmw, rol).get(url(naam, document.pk)).status_code == status

    def test_de_administratie_ziet_de_verborgen_soorten_niet_in_de_lijst(
        self, client, ocmw, stappenplan, laad_op, url
    ):
        traject = stappenplan("GEPLAND")
        laad_op(traject.client, "attest", omschrijving="medisch attest")
        laad_op(traject.client, "cv", omschrijving="cv van juni")

        pagina = als(client, ocmw, Rol.ADMINISTRATIE).get(url("dossierstukken", traject.client_id)).content.decode()

        assert "cv van juni" in pagina and "medisch attest" not in pagina and ">GPMI" not in pagina

    def test_op_schijf_staat_geen_leesbare_tekst(self, settings, stappenplan, laad_op):
        document = laad_op(stappenplan("INTAKE").client, inhoud=bestanden.docx("Selin Aydın, 14 mei 1991"))

        (pad,) = settings.BESTANDEN_DIR.glob(f"??/{document.pk.hex}*")
        assert b"word/document.xml" not in pad.read_bytes()
        assert b"word/document.xml" in kluis.lees(document.pk)


class TestVerwijderen:
    def test_met_reden_terug_te_zetten_en_na_dertig_dagen_gewist(
        self, als_begeleider, stappenplan, laad_op, url, vandaag, django_capture_on_commit_callbacks
    ):
        document = laad_op(stappenplan("INTAKE").client)
        adres = url("document_verwijderen", document.pk)
        assert als_begeleider.post(adres, {"reden": " "}).status_code == 422
        als_begeleider.post(adres, {"reden": "hoort bij iemand anders"})
        als_begeleider.post(url("document_terugzetten", document.pk))
        document.refresh_from_db()
        assert document.verwijderd_op is None

        als_begeleider.post(adres, {"reden": "hoort bij iemand anders"})
        assert services.verwijderde_documenten_wissen(vandaag=vandaag + timedelta(days=30)) == 0
        with django_capture_on_commit_callbacks(execute=True):
            assert services.verwijderde_documenten_wissen(vandaag=vandaag + timedelta(days=31)) == 1

        document.refresh_from_db()
        assert (document.naam, document.heeft_bestand) == ("", False)
        als_begeleider.post(url("document_terugzetten", document.pk))
        document.refresh_from_db()
        assert document.verwijderd_op == vandaag

    def test_opladen_ongedaan_maken(self, als_begeleider, stappenplan, laad_op, url):
        document = laad_op(stappenplan("INTAKE").client)

        als_begeleider.post(url("document_ongedaan", document.pk))

        document.refresh_from_db()
        assert document.verwijder_reden == "opladen ongedaan gemaakt"
        assert Tijdlijnitem.objects.filter(titel__startswith="Document verwijderd").exists()


def test_het_tabblad_blijft_binnen_de_vragen(als_begeleider, stappenplan, laad_op, url, django_assert_max_num_queries):
    traject = stappenplan("GETEKEND")
    for soort in ("ander", "cv", "attest", "tbs_overeenkomst"):
        laad_op(traject.client, soort)

    with django_assert_max_num_queries(22):
        als_begeleider.get(url("dossierstukken", traject.client_id))
