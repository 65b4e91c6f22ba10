"""Documents the product makes: the same content in PDF and Word, what is missing, who made it."""

import io
import subprocess

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from regie.core.permissions import Rol
from tests.trajecten import bestanden
from tests.trajecten.hulp import INSZ, als
from trajecten.models import Document, Huisstijl, Inzage
from trajecten.selectors.overgangen import plaatsing_van

pytestmark = pytest.mark.usefixtures("klok")
KERN = {
    "tbs": ["terbeschikkingstelling", "niet verder ter beschikking stelt van een derde", "groenarbeider", "voltijds"],
    "gpmi": ["maatschappelijke integratie", "Wat doe ik?", "3 keer per jaar"],
    "weo": ["werkervaringsovereenkomst", "Ingeschreven bij VDAB"],
    "evaluatie": ["Evaluatieverslag"],
    "dossierblad": ["Dossierblad", "Mijlpalen", "gemaakt door"],
}


def pdf_tekst(inhoud):
    uit = subprocess.run(["pdftotext", "-layout", "-", "-"], input=inhoud, capture_output=True, check=True)
    return " ".join(uit.stdout.decode().split())


def word_tekst(inhoud):
    from docx import Document as Word  # slow to import

    document = Word(io.BytesIO(inhoud))
    cellen = [cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells]
    voet = [alinea.text for alinea in document.sections[0].footer.paragraphs]
    return " ".join(" ".join([*(alinea.text for alinea in document.paragraphs), *cellen, *voet]).split())


@pytest.mark.parametrize("sjabloon", sorted(KERN))
def test_zelfde_inhoud_in_pdf_en_word(als_begeleider, stappenplan, url, sjabloon):
    traject = stappenplan("GETEKEND")
    client = traject.client
    client.insz = INSZ
    client.save()
    teksten = {}
    for vorm, lees in (("pdf", pdf_tekst), ("word", word_tekst)):
        response = als_begeleider.get(url("stuk_bestand", client.pk, sjabloon, vorm))
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert client.familienaam not in response.headers["Content-Disposition"]
        teksten[vorm] = lees(response.content)

    verwacht = [*KERN[sjabloon], *([] if sjabloon == "evaluatie" else [client.naam])]
    for vorm, tekst in teksten.items():
        assert [zin for zin in verwacht if zin not in tekst] == [], vorm
        assert INSZ not in tekst and "85.07.30" not in tekst
    assert Inzage.objects.filter(pagina__startswith=f"gemaakt: {sjabloon}").count() == 2


def test_de_pdf_is_toegankelijk_gemerkt(als_begeleider, stappenplan, url):
    traject = stappenplan("GETEKEND")

    inhoud = als_begeleider.get(url("stuk_bestand", traject.client_id, "tbs", "pdf")).content

    with pikepdf.open(io.BytesIO(inhoud)) as document:
        assert str(document.Root.Lang) == "nl-BE"
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert len(document.pages) <= 3


def test_wat_ontbreekt_staat_er_en_geeft_een_watermerk(als_begeleider, stappenplan, gebruiker, url):
    traject = stappenplan("GETEKEND")
    gebruiker.kbo = ""
    gebruiker.save()

    pagina = als_begeleider.get(url("stuk", traject.client_id, "tbs")).content.decode()
    pdf = pdf_tekst(als_begeleider.get(url("stuk_bestand", traject.client_id, "tbs", "pdf")).content)

    assert "Het ondernemingsnummer van de gebruiker ontbreekt." in pagina
    assert "Ontwerp: dit is nog niet volledig." in pdf and "nog in te vullen" in pdf


def test_een_volledig_stuk_heeft_geen_watermerk(als_begeleider, stappenplan, gebruiker, ocmw, url):
    traject = stappenplan("GETEKEND")
    for organisatie in (gebruiker, ocmw):
        organisatie.kbo = "0428759497"
        organisatie.save()

    pagina = als_begeleider.get(url("stuk", traject.client_id, "tbs")).content.decode()
    pdf = pdf_tekst(als_begeleider.get(url("stuk_bestand", traject.client_id, "tbs", "pdf")).content)

    assert "Alle gegevens zijn er." in pagina
    assert "Ontwerp" not in pdf and "getekend op 25/09/2026" in pdf


def test_bewaren_bij_het_dossier(als_begeleider, stappenplan, url):
    traject = stappenplan("GEPLAND")

    als_begeleider.post(url("stuk", traject.client_id, "tbs"), {"vorm": "word"})

    document = Document.objects.get()
    assert (document.soort_id, document.is_gemaakt, document.naam) == (
        "tbs_overeenkomst",
        True,
        "TBS-overeenkomst.docx",
    )
    assert document.plaatsing_id == plaatsing_van(traject.stappen.get()).pk


def test_de_administratie_maakt_contracten_maar_geen_verslagen(client, ocmw, stappenplan, url):
    traject = stappenplan("GEPLAND")
    als(client, ocmw, Rol.ADMINISTRATIE)

    assert client.get(url("stuk_bestand", traject.client_id, "tbs", "word")).status_code == 200
    for sjabloon in ("evaluatie", "gpmi", "dossierblad", "bestaat-niet"):
        assert client.get(url("stuk", traject.client_id, sjabloon)).status_code == 404
        assert client.get(url("stuk_bestand", traject.client_id, sjabloon, "pdf")).status_code == 404


class TestHuisstijl:
    VELDEN = {
        "kleur": "#AA3300",
        "adres": "Ruddershove 4, Brugge",
        "voettekst": "Elke dag open",
        "tekst_tbs": "Samen.",
    }

    def test_staat_op_het_document(self, client, ocmw, stappenplan, url):
        traject = stappenplan("GETEKEND")
        als(client, ocmw, Rol.TEAMVERANTWOORDELIJKE)
        logo = SimpleUploadedFile("logo.jpg", bestanden.beeld("JPEG", (1800, 600)))
        response = client.post(url("huisstijl", ocmw.pk), {**self.VELDEN, "logo": logo})

        assert response.status_code == 302
        stijl = Huisstijl.objects.get()
        assert (stijl.eigenaar_id, stijl.kleur, stijl.teksten) == (ocmw.pk, "#aa3300", {"tbs": "Samen."})
        assert bytes(stijl.logo).startswith(b"\x89PNG")
        tekst = pdf_tekst(client.get(url("stuk_bestand", traject.client_id, "tbs", "pdf")).content)
        assert "Ruddershove 4" in tekst and "Samen." in tekst and "Elke dag" in tekst
        assert client.get(url("huisstijl_logo", ocmw.pk)).headers["Content-Type"] == "image/png"
        assert "Vera Voorbeeld" in pdf_tekst(client.get(url("huisstijl_voorbeeld", ocmw.pk, "tbs")).content)

    @pytest.mark.parametrize(
        ("velden", "zin"),
        [({"kleur": "rood"}, "zes cijfers of letters"), ({"logo": b"<svg/>"}, "webpagina of tekening")],
    )
    def test_weigert_in_woorden(self, client, ocmw, url, velden, zin):
        als(client, ocmw, Rol.TEAMVERANTWOORDELIJKE)
        if "logo" in velden:
            velden = {"logo": SimpleUploadedFile("logo.png", velden["logo"])}

        response = client.post(url("huisstijl", ocmw.pk), {**self.VELDEN, **velden})

        assert response.status_code == 422
        assert zin in response.content.decode()
        assert not Huisstijl.objects.exists()
