"""A Stuk as a Word file that can be edited. The same blocks as the PDF, in Word's own styles."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from trajecten.stukken import blokken
from trajecten.stukken.blokken import OPEN, Stuk

if TYPE_CHECKING:
    from docx.document import Document

LEEG = "☐ "


def maak_docx(stuk: Stuk) -> bytes:
    from docx import Document as NieuwDocument  # slow to import: only who makes a Word file pays for it
    from docx.shared import Mm, Pt, RGBColor

    document = NieuwDocument()
    sectie = document.sections[0]
    sectie.page_width, sectie.page_height = Mm(210), Mm(297)
    sectie.left_margin = sectie.right_margin = Mm(20)
    sectie.top_margin, sectie.bottom_margin = Mm(16), Mm(22)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Calibri", Pt(10.5)
    kleur = RGBColor.from_string(stuk.kop.kleur.removeprefix("#").upper())
    for naam in ("Title", "Heading 1"):
        document.styles[naam].font.color.rgb = kleur
    document.core_properties.title, document.core_properties.author = stuk.titel, stuk.kop.organisatie
    document.core_properties.language, document.core_properties.comments = "nl-BE", ""
    _kop(document, stuk)
    for deel in stuk.delen:
        document.add_heading(deel.titel, level=1)
        for blok in deel.blokken:
            _TEKENAARS[blok.soort](document, blok)
    sectie.footer.paragraphs[0].text = " · ".join(tekst for tekst in (stuk.voet, stuk.kop.voettekst) if tekst)
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def _kop(document: "Document", stuk: Stuk) -> None:
    from docx.shared import Mm

    if stuk.kop.logo:
        document.add_picture(io.BytesIO(stuk.kop.logo), height=Mm(15))
    regel = document.add_paragraph()
    regel.add_run(stuk.kop.organisatie).bold = True
    if stuk.kop.adres:
        regel.add_run(f"\n{stuk.kop.adres}")
    document.add_heading(stuk.titel, level=0)
    if stuk.ondertitel:
        document.add_paragraph(stuk.ondertitel)
    if stuk.watermerk:
        document.add_paragraph().add_run(f"{stuk.watermerk}: dit is nog niet volledig.").bold = True
    for zin in stuk.ontbreekt:
        document.add_paragraph(zin, style="List Bullet")
    if stuk.kop.inleiding:
        document.add_paragraph(stuk.kop.inleiding)


def _gegevens(document: "Document", blok: blokken.Gegevens) -> None:
    tabel = document.add_table(rows=0, cols=2)
    for label, waarde in blok.rijen:
        cellen = tabel.add_row().cells
        cellen[0].text, cellen[1].text = label, waarde or f"{OPEN}: ……………………"
    document.add_paragraph()


def _tabel(document: "Document", blok: blokken.Tabel) -> None:
    document.add_paragraph().add_run(blok.bijschrift).bold = True
    tabel = document.add_table(rows=1, cols=len(blok.kop), style="Table Grid")
    for cel, tekst in zip(tabel.rows[0].cells, blok.kop, strict=True):
        cel.paragraphs[0].add_run(tekst).bold = True
    for rij in blok.rijen:
        for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
            cel.text = tekst or "–"
    document.add_paragraph()


def _handtekeningen(document: "Document", blok: blokken.Handtekeningen) -> None:
    tabel = document.add_table(rows=3, cols=len(blok.partijen), style="Table Grid")
    for kolom, (rol, naam, op) in enumerate(blok.partijen):
        tabel.cell(0, kolom).paragraphs[0].add_run(rol).bold = True
        tabel.cell(1, kolom).text = naam or "naam en functie: ……………………"
        tekst = f"getekend op {op}" if op else "Gelezen en goedgekeurd, datum en handtekening:"
        tabel.cell(2, kolom).text = f"{tekst}\n\n\n"


def _opsomming(document: "Document", blok: Any) -> None:
    for item in blok.items:
        document.add_paragraph(item, style="List Bullet")


def _vinkjes(document: "Document", blok: blokken.Vinkjes) -> None:
    for item in blok.items:
        document.add_paragraph(LEEG + item)


def _ruimte(document: "Document", blok: blokken.Ruimte) -> None:
    document.add_paragraph(blok.vraag)
    for _ in range(blok.regels):
        document.add_paragraph("…" * 60)


_TEKENAARS: dict[str, Callable[[Any, Any], None]] = {
    "alinea": lambda document, blok: document.add_paragraph(blok.tekst),
    "gegevens": _gegevens,
    "lijst": _opsomming,
    "vinkjes": _vinkjes,
    "tabel": _tabel,
    "ruimte": _ruimte,
    "handtekeningen": _handtekeningen,
}
