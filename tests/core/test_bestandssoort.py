"""What a file is, by its content: a short list comes in, everything else is refused in a sentence."""

import pytest

from regie.core.bestandssoort import DOCX, HEIC, JPEG, ODT, PDF, PNG, Geweigerd, herken, logo_als_png, veilige_naam
from tests.trajecten import bestanden


def soort(inhoud):
    return herken(inhoud, max_mb=1, max_uitgepakt_mb=2)


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        (bestanden.pdf(), PDF),
        (bestanden.docx(), DOCX),
        (bestanden.odt(), ODT),
        (bestanden.beeld("JPEG"), JPEG),
        (bestanden.beeld("PNG"), PNG),
        (bestanden.heic(), HEIC),
    ],
    ids=["pdf", "docx", "odt", "jpg", "png", "heic"],
)
def test_komt_binnen(inhoud, verwacht):
    assert soort(inhoud) == verwacht


RELATIE = (
    '<Relationships><Relationship Type="http://x/attachedTemplate" Target="https://elders.example/x.dotm" '
    'TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "leeg"),
        (b"MZ\x90\x00" + b"\0" * 200, "programma"),
        (b"\x7fELF" + b"\0" * 200, "programma"),
        (b"#!/bin/sh\nrm -rf /\n", "programma"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "webpagina"),
        (b"\xef\xbb\xbf  <HTML><body>", "webpagina"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "webpagina"),
        (b'<?xml version="1.0"?><svg/>', "webpagina"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oud Office-bestand"),
        (b"zomaar tekst", "bewaren we niet"),
        (b"GIF89a" + b"\0" * 40, "bewaren we niet"),
        (bestanden.pdf(javascript=True), "programma of een ander bestand"),
        (bestanden.pdf(bijlage=True), "programma of een ander bestand"),
        (bestanden.pdf(wachtwoord="geheim"), "wachtwoord"),
        (b"%PDF-1.7\nkapot", "beschadigd"),
        (bestanden.docx(delen={"word/vbaProject.bin": b"x"}), "macro"),
        (bestanden.docx(delen={"word/activeX/activeX1.xml": b"x"}), "ander programma"),
        (bestanden.docx(delen={"word/embeddings/oleObject1.bin": b"x"}), "ander programma"),
        (bestanden.docx(delen={"word/_rels/settings.xml.rels": RELATIE}), "sjabloon van een ander adres"),
        (
            bestanden.zipbestand({"[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled.main+xml"}),
            "macro",
        ),
        (bestanden.zipbestand({"[Content_Types].xml": "spreadsheetml.sheet.main+xml"}), "Office-bestand"),
        (bestanden.odt({"Basic/Standard/Module1.xml": "x"}), "macro"),
        (bestanden.zipbestand({"a.txt": "x"}), "Zip-bestanden"),
        (bestanden.odt({"groot.xml": b"0" * 3_000_000}), "te groot"),
        (b"PK\x03\x04" + b"\0" * 40, "beschadigd"),
        (bestanden.beeld("PNG")[:40], "beschadigd"),
        (b"\xff\xd8\xff\xe0<script>", "beschadigd"),
        (bestanden.pdf() + b"0" * 1_100_000, "groter dan 1 MB"),
    ],
)
def test_wordt_geweigerd(inhoud, zin):
    with pytest.raises(Geweigerd, match=zin):
        soort(inhoud)


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("../../etc/contract Aydın.PDF", "contract Aydın.pdf"),
        (r"C:\Users\x\brief.docx", "brief.pdf"),
        ("factuur.pdf.exe", "factuur.pdf"),
        ("een\r\nX-Kop: ja.pdf", "eenX-Kop ja.pdf"),
        ("", "document.pdf"),
        ("a" * 300, "a" * 120 + ".pdf"),
    ],
)
def test_de_naam_wordt_veilig(naam, verwacht):
    assert veilige_naam(naam, PDF) == verwacht


def test_een_logo_wordt_opnieuw_getekend_en_verkleind():
    groot = bestanden.beeld("JPEG", (2000, 500))

    klein = logo_als_png(groot, breedte=480, hoogte=160, max_mb=2)

    assert soort(klein) == PNG
    assert len(klein) < len(groot)
    with pytest.raises(Geweigerd, match="png of jpg"):
        logo_als_png(bestanden.pdf(), breedte=480, hoogte=160, max_mb=2)
