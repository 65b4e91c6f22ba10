"""The PDF: tagged, titled, every picture described, every header cell placed; and its numbers are the snapshot's."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator

import pikepdf
import pytest

from rapportage.inhoud import bouw_inhoud
from rapportage.pdf import maak_pdf
from tests.rapportage.voorbeeld import momentopname

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils ontbreekt op deze machine")


@pytest.fixture(scope="module")
def bytes_pdf() -> bytes:
    return maak_pdf(momentopname())


@pytest.fixture
def pdf(bytes_pdf) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(bytes_pdf)) as document:
        yield document


@pytest.fixture(scope="module")
def tekst(bytes_pdf) -> str:
    uit = subprocess.run(["pdftotext", "-layout", "-", "-"], input=bytes_pdf, capture_output=True, check=True)
    return re.sub(r"\s+", " ", uit.stdout.decode().replace("\u00a0", " "))


def elementen(pdf: pikepdf.Pdf, soort: str) -> list[pikepdf.Dictionary]:
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == f"/{soort}"]


class TestToegankelijk:
    def test_taal_titel_en_kenmerk(self, pdf):
        assert pdf.Root.Lang == "nl-BE"
        assert pdf.docinfo["/Title"] == "Voortgangsrapport oktober 2026 – Regio Brugge"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"

    def test_elke_figuur_heeft_een_tekst(self, pdf):
        figuren = elementen(pdf, "Figure")

        assert len(figuren) == 6
        assert all(str(figuur.get("/Alt", "")).strip() for figuur in figuren)

    def test_elke_kopcel_zegt_waarvoor_ze_geldt(self, pdf):
        koppen = elementen(pdf, "TH")

        assert len(koppen) > 100
        bereiken = {str(kop.A.Scope if isinstance(kop.A, pikepdf.Dictionary) else kop.A[0].Scope) for kop in koppen}
        assert bereiken == {"/Row", "/Column"}

    def test_koppen_staan_in_volgorde_en_zijn_bladwijzers(self, pdf):
        assert len(elementen(pdf, "H1")) == 1
        assert len(elementen(pdf, "H2")) == 6
        with pdf.open_outline() as inhoudsopgave:
            titels = [punt.title for punt in inhoudsopgave.root]
        assert titels[0] == "In één oogopslag"
        assert titels[-1] == "Bijlage: hoe we tellen"

    def test_alle_letters_zitten_in_het_bestand(self, pdf):
        letters = {str(o.BaseFont) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o}

        assert letters
        assert all("Source-Sans-3" in letter for letter in letters)

    def test_nagekeken_met_pdfua(self, bytes_pdf, tmp_path):
        """Sixteen of the rules of PDF/UA-1 that a program can check."""
        pdfua = pytest.importorskip("pdfua")
        pad = tmp_path / "rapport.pdf"
        pad.write_bytes(bytes_pdf)

        fouten = bevindingen(pdfua, pad)

        assert fouten == []


def bevindingen(pdfua, pad) -> list[str]:
    uitkomst = pdfua.validate(str(pad))
    return [str(f) for f in uitkomst.findings if str(f.severity).lower().endswith("error")]


class TestInhoud:
    def test_binnen_het_budget(self, bytes_pdf, pdf):
        assert len(bytes_pdf) < 500_000
        assert 7 <= len(pdf.pages) <= 10

    def test_elk_getal_van_de_momentopname_staat_er(self, tekst):
        for getal in getoonde_getallen(momentopname()["cijfers"]):
            assert getal in tekst, f"{getal} ontbreekt"

    def test_elk_getal_in_een_tabel_komt_uit_de_momentopname(self):
        bekend = set(getoonde_getallen(momentopname()["cijfers"]))

        cellen = {
            cel
            for deel in bouw_inhoud(momentopname()).alle_delen()
            if deel.soort == "tabel"
            for rij in deel.rijen
            for cel in rij.cellen
        }
        assert cellen <= {getal.replace(" ", "\u00a0") if "%" in getal else getal for getal in bekend}

    def test_voettekst_met_regio_titel_versie_en_bladzijde(self, tekst, pdf):
        assert f"Pagina 2 van {len(pdf.pages)}" in tekst
        assert "Regio Brugge · Voortgangsrapport oktober 2026 · versie 1" in tekst
        assert "Pagina 1 van" not in tekst

    def test_bijlage_met_definities_bronnen_versies_en_vingerafdruk(self, tekst):
        inhoud = bouw_inhoud(momentopname())

        assert inhoud.vingerafdruk in tekst
        assert "Versies van dit rapport" in tekst
        assert all(definitie["naam"] in tekst for definitie in inhoud.definities)

    def test_geen_persoonsgegevens(self, tekst):
        assert not re.search(r"\d{2}\.\d{2}\.\d{2}[ -]\d{3}\.\d{2}", tekst)
        assert re.findall(r"[\w.]+@[\w.]+", tekst) == ["regisseur@regio.example"]

    @pytest.mark.parametrize("onderdelen", [["OOGOPSLAG"], ["INSTROOM"], ["LOPEND"], ["ART60"], ["UITSTROOM"]])
    def test_elk_onderdeel_staat_ook_alleen(self, onderdelen):
        inhoud = bouw_inhoud(momentopname(onderdelen=onderdelen))

        assert [hoofdstuk.code for hoofdstuk in inhoud.hoofdstukken] == onderdelen

    def test_een_verbeterde_versie_zegt_waarom(self):
        versies = [
            {"versie": 1, "op": "2026-11-03", "reden": ""},
            {"versie": 2, "op": "2026-11-09", "reden": "Aangevuld"},
        ]
        inhoud = bouw_inhoud(momentopname(versie=2, correctie_reden="Aangevuld", versies=versies))

        assert inhoud.versie == 2
        assert inhoud.versies[1]["op"] == "09/11/2026"


def getoonde_getallen(deel) -> list[str]:
    """Every formatted figure in the tables and tiles, as text."""
    if isinstance(deel, dict):
        eigen = [deel["getoond"].replace("\u00a0", " ")] if "waarde" in deel and "getoond" in deel else []
        kinderen = [v for k, v in deel.items() if k not in {"delta", "ander", "ratios", "signalen"}]
        return eigen + [g for waarde in kinderen for g in getoonde_getallen(waarde)]
    if isinstance(deel, list):
        return [g for waarde in deel for g in getoonde_getallen(waarde)]
    return []
