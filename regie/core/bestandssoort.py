"""What a file really is, by its content. Only what an office opens without running anything gets in."""

import io
import re
import unicodedata
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

import filetype
import pikepdf
from PIL import Image

from regie.core.exceptions import DomainError

MB = 1024 * 1024
MAX_PIXELS = 60_000_000
MAX_DELEN = 3000  # parts inside one docx or odt
AANVAARD = ".pdf,.docx,.odt,.jpg,.jpeg,.png,.heic"
LIJST = "pdf, Word (docx), OpenDocument (odt), foto (jpg, png of heic)"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ODT = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class Bestandssoort:
    mime: str
    extensie: str
    naam: str


PDF = Bestandssoort("application/pdf", "pdf", "pdf")
DOCX = Bestandssoort(_WORD, "docx", "Word")
ODT = Bestandssoort(_ODT, "odt", "OpenDocument")
JPEG = Bestandssoort("image/jpeg", "jpg", "foto (jpg)")
PNG = Bestandssoort("image/png", "png", "afbeelding (png)")
HEIC = Bestandssoort("image/heic", "heic", "foto (heic)")
SOORTEN = {soort.mime: soort for soort in (PDF, DOCX, ODT, JPEG, PNG, HEIC)}


class Geweigerd(DomainError):
    """This file does not come in; the sentence says what to do instead."""


def herken(inhoud: bytes, *, max_mb: int, max_uitgepakt_mb: int) -> Bestandssoort:
    """The kind of an uploaded file. Raises Geweigerd for everything that is not on the list or carries a load."""
    if not inhoud:
        raise Geweigerd("Dit bestand is leeg (0 bytes). Kies het bestand opnieuw.")
    if len(inhoud) > max_mb * MB:
        raise Geweigerd(f"Dit bestand is groter dan {max_mb} MB. Verklein het of scan op een lagere kwaliteit.")
    if inhoud.startswith(b"%PDF-"):
        return _pdf(inhoud)
    if inhoud.startswith(b"PK\x03\x04"):
        return _zip(inhoud, max_uitgepakt_mb * MB)
    if inhoud.startswith(b"\xff\xd8\xff"):
        return _beeld(inhoud, "JPEG", JPEG)
    if inhoud.startswith(b"\x89PNG\r\n\x1a\n"):
        return _beeld(inhoud, "PNG", PNG)
    if filetype.guess_mime(inhoud[:4096]) == "image/heic":
        return HEIC
    raise Geweigerd(_waarom_niet(inhoud))


def _waarom_niet(inhoud: bytes) -> str:
    begin = inhoud[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        return "Dit is een oud Office-bestand (doc, xls). Bewaar het als docx of pdf en laad dat op."
    if inhoud.startswith((b"MZ", b"\x7fELF", b"#!", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")):
        return "Dit is een programma, geen document. Programma's worden niet bewaard."
    if begin.startswith((b"<!doctype html", b"<html", b"<svg", b"<?xml", b"<script", b"<!--")):
        return "Dit is een webpagina of tekening (html, svg, xml). Bewaar ze als pdf en laad dat op."
    return f"Dit soort bestand bewaren we niet. Wel: {LIJST}."


def _pdf(inhoud: bytes) -> Bestandssoort:
    try:
        with pikepdf.open(io.BytesIO(inhoud)) as document:
            if any(_is_actief(deel) for deel in document.objects):
                raise Geweigerd("In deze pdf zit een programma of een ander bestand. Druk hem af naar een nieuwe pdf.")
    except pikepdf.PasswordError:
        raise Geweigerd("Deze pdf heeft een wachtwoord. Bewaar hem zonder wachtwoord en laad hem dan op.") from None
    except (pikepdf.PdfError, ValueError, RecursionError):
        raise Geweigerd("Deze pdf is beschadigd. Open hem, bewaar hem opnieuw en laad hem dan op.") from None
    return PDF


def _is_actief(deel: object) -> bool:
    if isinstance(deel, pikepdf.Stream):
        return deel.get("/Type") == "/EmbeddedFile"
    if not isinstance(deel, pikepdf.Dictionary):
        return False
    # Actions and attachments may stand inside another object, so the dictionaries one level down are read as well.
    delen = [deel, *(waarde for waarde in deel.values() if isinstance(waarde, pikepdf.Dictionary))]
    return any(d.get("/S") in ("/JavaScript", "/Launch") or "/JS" in d or "/EmbeddedFiles" in d for d in delen)


def _zip(inhoud: bytes, max_bytes: int) -> Bestandssoort:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
            delen = pak.infolist()
            if len(delen) > MAX_DELEN or sum(deel.file_size for deel in delen) > max_bytes:
                raise Geweigerd("Dit bestand wordt uitgepakt te groot. Verklein de afbeeldingen erin.")
            namen = {deel.filename for deel in delen}
            if "[Content_Types].xml" in namen:
                return _docx(pak, namen)
            if "mimetype" in namen and pak.read("mimetype")[:80].strip() == _ODT.encode():
                return _odt(namen)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, KeyError, OSError):
        raise Geweigerd("Dit bestand is beschadigd of heeft een wachtwoord. Bewaar het opnieuw als pdf.") from None
    raise Geweigerd("Zip-bestanden bewaren we niet. Pak het uit en laad de documenten één voor één op.")


def _docx(pak: zipfile.ZipFile, namen: set[str]) -> Bestandssoort:
    soorten = pak.read("[Content_Types].xml").decode("utf-8", "replace").lower()
    laag = {naam.lower() for naam in namen}
    if "macroenabled" in soorten or any(n.endswith(("vbaproject.bin", "vbadata.xml")) for n in laag):
        raise Geweigerd("In dit bestand zitten macro's. Bewaar het als gewone docx of als pdf.")
    if any("/activex/" in n or ("/embeddings/" in n and n.endswith((".bin", ".exe", ".ole"))) for n in laag):
        raise Geweigerd("In dit Word-bestand zit een ander programma of bestand. Bewaar het als pdf.")
    if f"{_WORD}.main+xml" not in soorten or "word/document.xml" not in laag:
        raise Geweigerd(f"Dit soort Office-bestand bewaren we niet. Wel: {LIJST}.")
    for naam in namen:
        if naam.lower().startswith("word/_rels/") and _haalt_sjabloon_van_elders(pak.read(naam)):
            raise Geweigerd("Dit Word-bestand haalt een sjabloon van een ander adres. Bewaar het als pdf.")
    return DOCX


def _haalt_sjabloon_van_elders(relaties: bytes) -> bool:
    regels = re.findall(rb"<Relationship\b[^>]*>", relaties, re.IGNORECASE)
    return any(
        re.search(rb'targetmode\s*=\s*["\']external', regel, re.IGNORECASE)
        and re.search(rb"attachedtemplate|oleobject|frame|subdocument", regel, re.IGNORECASE)
        for regel in regels
    )


def _odt(namen: set[str]) -> Bestandssoort:
    if any(naam.startswith(("Basic/", "Scripts/")) or naam.startswith("Object ") for naam in namen):
        raise Geweigerd("In dit bestand zitten macro's of een ander bestand. Bewaar het als pdf.")
    return ODT


def _beeld(inhoud: bytes, formaat: str, soort: Bestandssoort) -> Bestandssoort:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(inhoud), formats=[formaat]) as beeld:
                if beeld.width * beeld.height > MAX_PIXELS:
                    raise Geweigerd("Deze foto heeft te veel beeldpunten. Verklein ze en laad ze opnieuw op.")
                beeld.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise Geweigerd("Deze foto is beschadigd. Neem ze opnieuw of bewaar ze opnieuw.") from None
    return soort


def logo_als_png(inhoud: bytes, *, breedte: int, hoogte: int, max_mb: int) -> bytes:
    """A logo, drawn again and made smaller: only its pixels are kept, nothing else that was in the file."""
    soort = herken(inhoud, max_mb=max_mb, max_uitgepakt_mb=max_mb)
    if soort not in (PNG, JPEG):
        raise Geweigerd("Kies een logo als png of jpg.")
    with Image.open(io.BytesIO(inhoud)) as beeld:
        nieuw = beeld.convert("RGBA")
        nieuw.thumbnail((breedte, hoogte))
        uit = io.BytesIO()
        nieuw.save(uit, "PNG", optimize=True)
    return uit.getvalue()


def veilige_naam(naam: str, soort: Bestandssoort) -> str:
    """The name a person gave, without path, control characters or an extension that lies."""
    stam = PurePath(naam.replace("\\", "/")).name
    stam = "".join(t for t in unicodedata.normalize("NFC", stam) if unicodedata.category(t)[0] not in "CZ" or t == " ")
    stam = re.sub(r'[<>:"/|?*%\s]+', " ", stam)
    stam = re.sub(r"(\.[A-Za-z0-9]{1,5})+$", "", stam).strip(". ")[:120]
    return f"{stam or 'document'}.{soort.extensie}"
