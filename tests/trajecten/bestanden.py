"""Small files of every kind, made in memory: what comes in, and what must not."""

import io
import zipfile

import pikepdf
from PIL import Image

ODT = "application/vnd.oasis.opendocument.text"


def pdf(*, javascript=False, bijlage=False, wachtwoord=""):
    with pikepdf.new() as document:
        document.add_blank_page()
        if javascript:
            document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        if bijlage:
            document.attachments["x.exe"] = pikepdf.AttachedFileSpec(document, b"MZ", filename="x.exe")
        uit = io.BytesIO()
        sleutel = {"encryption": pikepdf.Encryption(user=wachtwoord, owner="x")} if wachtwoord else {}
        document.save(uit, deterministic_id=not wachtwoord, **sleutel)
    return uit.getvalue()


def docx(tekst="Beste", **extra):
    from docx import Document as Word  # slow to import

    uit = io.BytesIO()
    document = Word()
    document.add_paragraph(tekst)
    document.save(uit)
    return met_delen(uit.getvalue(), extra.get("delen", {})) if extra else uit.getvalue()


def met_delen(inhoud, delen):
    """The same zip with parts added or replaced."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for deel in oud.infolist():
            if deel.filename not in delen:
                nieuw.writestr(deel.filename, oud.read(deel.filename))
        for naam, bytes_ in delen.items():
            nieuw.writestr(naam, bytes_)
    return uit.getvalue()


def zipbestand(delen):
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        for naam, bytes_ in delen.items():
            pak.writestr(naam, bytes_)
    return uit.getvalue()


def odt(delen=None):
    return zipbestand({"mimetype": ODT, "content.xml": "<x/>", **(delen or {})})


def beeld(formaat="PNG", grootte=(12, 8)):
    uit = io.BytesIO()
    Image.new("RGB", grootte, "#0f4c5c").save(uit, formaat)
    return uit.getvalue()


def heic():
    return b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 64
