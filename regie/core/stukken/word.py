"""A Stuk as a Word file that can be edited. The same blocks as the PDF, in Word's own styles."""

import io
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any

from regie.core.stukken import blokken
from regie.core.stukken.blokken import OPEN, Stuk

if TYPE_CHECKING:
    from docx.document import Document

LEEG = "☐ "
TEKSTBREEDTE = 170  # millimetres: A4 without its margins


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
    for naam in ("Title", "Heading 1", "Heading 2"):
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
    _teken_tabel(document, blok.bijschrift, blok.kop, blok.rijen, blok.getallen, met_totaal=blok.met_totaal)
    document.add_paragraph(blok.noot)


def _figuur(document: "Document", blok: blokken.Figuur) -> None:
    tabel, bron = blok.grafiek.tabel(), f"Bron: {blok.grafiek.bron}" if blok.grafiek.bron else ""
    rijen = tuple(tuple(str(cel) for cel in rij) for rij in tabel.rijen)
    _teken_tabel(document, blok.grafiek.titel, tuple(tabel.kop), rijen, range(1, len(tabel.kop)))
    document.add_paragraph(" ".join(tekst for tekst in (blok.toelichting, bron) if tekst))


def _teken_tabel(
    document: "Document",
    bijschrift: str,
    kop: Sequence[str],
    rijen: Sequence[Sequence[str]],
    getallen: Collection[int],
    *,
    met_totaal: bool = False,
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    document.add_paragraph().add_run(bijschrift).bold = True
    tabel = document.add_table(rows=1, cols=len(kop), style="Table Grid")
    # Word repeats this row on every page and tells a screen reader that it is the head.
    tabel.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for kolom, breedte in zip(tabel.columns, _breedtes(len(kop), getallen), strict=True):
        kolom.width = Mm(breedte)
    alle = [(kop, True), *((rij, met_totaal and i == len(rijen)) for i, rij in enumerate(rijen, 1))]
    for nummer, (teksten, is_vet) in enumerate(alle):
        cellen = tabel.rows[0].cells if nummer == 0 else tabel.add_row().cells
        for kolom, (cel, tekst) in enumerate(zip(cellen, teksten, strict=True)):
            cel.paragraphs[0].add_run(tekst or "–").bold = is_vet
            cel.width = tabel.columns[kolom].width
            if kolom in getallen:
                cel.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _breedtes(aantal: int, getallen: Collection[int]) -> list[float]:
    """Millimetres per column: the name of the row gets most, a number least."""
    gewichten = [2.0 if k == 0 else 0.8 if k in getallen else 1.3 for k in range(aantal)]
    return [TEKSTBREEDTE * gewicht / sum(gewichten) for gewicht in gewichten]


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


def _alinea(document: "Document", blok: blokken.Alinea) -> None:
    for alinea in blok.tekst.replace("\r\n", "\n").split("\n\n"):
        document.add_paragraph(alinea)


def _melding(document: "Document", blok: blokken.Melding) -> None:
    document.add_paragraph().add_run(blok.tekst).bold = True


def _vinkjes(document: "Document", blok: blokken.Vinkjes) -> None:
    for item in blok.items:
        document.add_paragraph(LEEG + item)


def _ruimte(document: "Document", blok: blokken.Ruimte) -> None:
    document.add_paragraph(blok.vraag)
    for _ in range(blok.regels):
        document.add_paragraph("…" * 60)


_TEKENAARS: dict[str, Callable[[Any, Any], None]] = {
    "alinea": _alinea,
    "tussenkop": lambda document, blok: document.add_heading(blok.tekst, level=2),
    "melding": _melding,
    "figuur": _figuur,
    "gegevens": _gegevens,
    "lijst": _opsomming,
    "vinkjes": _vinkjes,
    "tabel": _tabel,
    "ruimte": _ruimte,
    "handtekeningen": _handtekeningen,
}
