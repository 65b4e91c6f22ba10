"""Files as people really choose them: whatever is wrong is said in one sentence."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from regie.core.exceptions import DomainError
from regie.core.inlezen import bestand
from regie.core.inlezen.bestand import BestandFout, lees_bestand
from regie.core.inlezen.koptekst import bruikbare_bladen, kolomletter, koppen, vind_kop
from tests.data.maak_clientenlijst import PAD
from trajecten.imports.kolommen import CLIENTVELDEN, VELD, ontbrekend
from trajecten.imports.lijst import lees_lijsten

TABEL = [["Naam", "Voornaam", "Geb. datum"], ["Peeters", "Els", "30/07/1985"]]
CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def xlsx(rijen: list[list[object]], **bladen: list[list[object]]) -> bytes:
    buffer = io.BytesIO()
    boek = xlsxwriter.Workbook(buffer, {"in_memory": True})
    for naam, inhoud in {"Blad1": rijen, **bladen}.items():
        blad = boek.add_worksheet(naam)
        for nummer, rij in enumerate(inhoud):
            blad.write_row(nummer, 0, rij)
    boek.close()
    return buffer.getvalue()


def zip_met(**delen: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam.replace("__", "/").replace("_xml", ".xml"), inhoud)
    return buffer.getvalue()


def ods(rijen: list[list[str]]) -> bytes:
    cellen = "".join(
        "<table:table-row>"
        + "".join(f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>' for c in rij)
        + "</table:table-row>"
        for rij in rijen
    )
    xml = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Lijst">{cellen}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    return zip_met(mimetype=ODS.encode(), content_xml=xml.encode(), **{"META-INF__manifest_xml": b"<manifest/>"})


class TestLezen:
    def test_leest_de_lijst_van_een_ocmw(self):
        bladen = lees_bestand("lijst.xlsx", PAD.read_bytes())

        assert [blad.naam for blad in bladen] == ["Lijst 2026", "Legende"]
        assert bladen[0].rijen[3][1:5] == ["PEETERS", " Els ", "85.07.30-032.29", "30/07/1985"]

    def test_leest_ods(self):
        assert lees_bestand("lijst.ods", ods(TABEL))[0].rijen == TABEL

    @pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
    @pytest.mark.parametrize("scheiding", [";", ",", "\t"])
    def test_leest_csv_in_elke_codering(self, codering, scheiding):
        tekst = "\r\n".join(scheiding.join(rij) for rij in [*TABEL, ["Désiré", "Zoë", "01/02/1990"]])

        rijen = lees_bestand("lijst.csv", tekst.encode(codering))[0].rijen

        assert rijen[2] == ["Désiré", "Zoë", "01/02/1990"]

    def test_leest_csv_met_een_regel_van_excel_en_aanhalingstekens(self):
        inhoud = b'sep=;\r\nNaam;Voornaam;Opm.\r\n"Peeters; De Smet";Els;"regel 1\nregel 2"\r\n'

        assert lees_bestand("lijst.csv", inhoud)[0].rijen[1] == ["Peeters; De Smet", "Els", "regel 1\nregel 2"]

    def test_een_getal_en_een_datum_blijven_wat_ze_zijn(self):
        rijen = lees_bestand("lijst.xlsx", xlsx([["a", 85073003228.0, 0.5, True]]))[0].rijen

        assert rijen == [["a", 85073003228, 0.5, "ja"]]


class TestWeigeren:
    @pytest.mark.parametrize(
        ("naam", "inhoud", "zin"),
        [
            ("lijst.pdf", b"%PDF-1.7", "Dit soort bestand kunnen we niet inladen"),
            ("lijst", b"a;b", "Dit soort bestand kunnen we niet inladen"),
            ("lijst.xlsx", b"", "leeg (0 bytes)"),
            ("lijst.xlsx", b"MZ\x90\0" + b"\0" * 400, "geen rekenblad"),
            ("lijst.csv", b"MZ\x90\0" + b"\0" * 400, "geen tekstbestand"),
            ("lijst.xlsx", b"%PDF-1.7 ...", "geen rekenblad"),
            ("lijst.xlsx", b"naam;voornaam\nPeeters;Els", "geen rekenblad"),
            ("lijst.csv", b"%PDF-1.7 ...", "geen tekstbestand"),
            ("lijst.xlsx", zip_met(word__document_xml=b"<w/>"), "geen rekenblad"),
            ("lijst.xlsx", CFB + "EncryptedPackage".encode("utf-16-le"), "beveiligd met een wachtwoord"),
            ("lijst.xls", CFB, "beschadigd"),
            ("lijst.xlsx", xlsx(TABEL)[:-600], "beschadigd"),
            ("lijst.xlsx", xlsx([[]]), "geen enkele ingevulde cel"),
            ("lijst.csv", b"\n\n;;\n", "geen enkele ingevulde cel"),
            ("lijst.csv", b"\xff\xfea", "We herkennen de tekens"),
        ],
    )
    def test_zegt_wat_er_mis_is(self, naam, inhoud, zin):
        with pytest.raises(BestandFout, match=zin.replace("(", r"\(").replace(")", r"\)")):
            lees_bestand(naam, inhoud)

    def test_een_bestand_van_30_mb(self):
        with pytest.raises(BestandFout, match="30 MB groot; het mag 20 MB zijn"):
            lees_bestand("lijst.csv", b"a" * (30 * 1024 * 1024))

    def test_een_zip_die_uitgepakt_ontploft(self):
        bom = zip_met(**{"[Content_Types]_xml": b"<t/>", "xl__workbook_xml": b"\0" * (300 * 1024 * 1024)})

        assert len(bom) < 1024 * 1024
        with pytest.raises(BestandFout, match="veel te groot"):
            lees_bestand("lijst.xlsx", bom)

    def test_een_zip_die_over_zijn_omvang_liegt(self):
        groot = 9_000_000
        bom = zip_met(**{"[Content_Types]_xml": b"<t/>", "xl__workbook_xml": b"a" * groot})

        with pytest.raises(BestandFout, match="beschadigd"):
            lees_bestand("lijst.xlsx", bom.replace(struct.pack("<L", groot), struct.pack("<L", 10)))

    def test_een_cel_ver_buiten_de_lijst(self):
        buffer = io.BytesIO()
        boek = xlsxwriter.Workbook(buffer, {"in_memory": True})
        blad = boek.add_worksheet()
        blad.write_row(0, 0, TABEL[0])
        blad.write(1_000_000, 5, "verdwaald")
        boek.close()

        with pytest.raises(BestandFout, match="F1000001, ver buiten de lijst"):
            lees_bestand("lijst.xlsx", buffer.getvalue())

    def test_te_veel_rijen(self):
        regels = "\n".join(["naam;voornaam", *["Peeters;Els"] * 20_001])

        with pytest.raises(BestandFout, match=r"20\.002 rijen; er mogen er 20\.000 zijn"):
            lees_bestand("lijst.csv", regels.encode())

    def test_te_veel_kolommen(self):
        with pytest.raises(BestandFout, match="201 kolommen"):
            lees_bestand("lijst.csv", (";".join(["a"] * 201)).encode())

    def test_een_lezer_die_blijft_hangen_wordt_gestopt(self, monkeypatch):
        monkeypatch.setattr(bestand, "WACHTTIJD", 0.001)

        with pytest.raises(BestandFout, match="veel te groot"):
            lees_bestand("lijst.xlsx", xlsx(TABEL))

    def test_een_lezer_die_omvalt_is_geen_stacktrace(self, monkeypatch, tmp_path):
        (tmp_path / "bestand.py").write_text("")
        (tmp_path / "lezer.py").write_text("raise SystemExit(134)")
        monkeypatch.setattr(bestand, "__file__", str(tmp_path / "bestand.py"))

        with pytest.raises(BestandFout, match="veel te groot"):
            lees_bestand("lijst.xlsx", xlsx(TABEL))


class TestKoptekst:
    def test_vindt_de_kolomnamen_onder_titels(self):
        assert vind_kop([["OCMW Brugge"], ["bijgewerkt 12/11"], [], *TABEL], CLIENTVELDEN) == 3

    def test_een_lijst_zonder_kolomnamen_wordt_geweigerd(self):
        with pytest.raises(DomainError, match="geen rij met kolomnamen"):
            lees_lijsten("lijst.xlsx", xlsx([["Peeters", "Els", "30/07/1985"], ["Maes", "Tom", "01/01/1990"]]))

    def test_kolomnamen_zonder_rijen_worden_geweigerd(self):
        with pytest.raises(DomainError, match="geen rijen eronder"):
            lees_lijsten("lijst.xlsx", xlsx(TABEL[:1]))

    def test_het_best_herkende_blad_komt_eerst(self):
        breed = [[*TABEL[0], "Rijksregisternr.", "Gemeente"], [*TABEL[1], "", "Brugge"]]

        bladen = bruikbare_bladen(
            lees_bestand("lijst.xlsx", xlsx(TABEL, Oud=[["legende"]], Breed=breed)), CLIENTVELDEN
        )

        assert [(blad.naam, kop) for blad, kop in bladen] == [("Breed", 0), ("Blad1", 0)]

    def test_een_kolom_zonder_naam_heet_naar_haar_letter(self):
        assert koppen(["Naam", "", "Geb.\ndatum"]) == ["Naam", "kolom B", "Geb. datum"]
        assert [kolomletter(i) for i in (0, 25, 26, 701)] == ["A", "Z", "AA", "ZZ"]


class TestKolommen:
    @pytest.mark.parametrize(
        ("kop", "veld"),
        [("Rijksregisternr.", "insz"), ("INSZ-nummer", "insz"), ("Geb. datum", "geboortedatum"), ("M/V", "geslacht"),
         ("Statuut", "inkomensstatuut"), ("Start art. 60", "start"), ("Duur (mnd)", "duur"),
         ("Werkplaats", "werkplaats"), ("Breuk", "breuk"), ("TB", "begeleider"),
         ("Opm.", "opmerking"), ("GSM", "telefoon"), ("Schoenmaat", None)],
    )  # fmt: skip
    def test_herkent_een_kolom(self, kop, veld):
        assert CLIENTVELDEN.herken(kop) == veld

    def test_elke_eigen_naam_wordt_herkend(self):
        assert {naam: CLIENTVELDEN.herken(veld.label) for naam, veld in VELD.items()} == {naam: naam for naam in VELD}

    def test_naam_alleen_bevat_beide_namen(self):
        assert CLIENTVELDEN.herken_alle(["Naam", "Gemeente"]) == {0: "volledige_naam", 1: "gemeente"}
        assert CLIENTVELDEN.herken_alle(["Naam", "Voornaam", "Cliënt"]) == {0: "familienaam", 1: "voornaam"}

    def test_de_eerste_van_twee_gelijke_kolommen_telt(self):
        assert CLIENTVELDEN.herken_alle(["Naam", "Voornaam", "GSM", "Tel"]) == {
            0: "familienaam",
            1: "voornaam",
            2: "telefoon",
        }

    @pytest.mark.parametrize(
        ("koppeling", "zin"),
        [
            ({0: "insz"}, "Koppel de kolommen met de familienaam en de voornaam"),
            ({0: "familienaam"}, "aan 'Voornaam'"),
            ({0: "voornaam"}, "aan 'Familienaam'"),
        ],
    )
    def test_zegt_welke_naam_ontbreekt(self, koppeling, zin):
        assert zin in (ontbrekend(koppeling) or "")

    def test_een_naam_is_genoeg(self):
        assert ontbrekend({0: "volledige_naam"}) is None
        assert ontbrekend({0: "familienaam", 3: "voornaam"}) is None

    def test_noemt_wat_dubbel_gekoppeld_is(self):
        assert CLIENTVELDEN.dubbel(["insz", "", "insz", ""]) == ["INSZ (rijksregisternummer)"]


def test_het_voorbeeldbestand_komt_uit_zijn_script(tmp_path: Path):
    from tests.data.maak_clientenlijst import maak  # noqa: PLC0415  # beside what it is compared with

    maak(tmp_path / "lijst.xlsx")

    assert lees_bestand("a.xlsx", (tmp_path / "lijst.xlsx").read_bytes()) == lees_bestand("a.xlsx", PAD.read_bytes())
