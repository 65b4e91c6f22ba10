"""Some papers in the dossiers of the demo, and a letterhead for two OCMW's: small files, made here."""

import io
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from regie.core import kluis
from regie.core.bestandssoort import PDF
from regie.core.models import Organisatie
from regie.portal.demo.oogst import Oogst, eigen_tijdstippen, tijdstip
from regie.portal.demo.toeval import Toeval
from trajecten.models import Client, Document, Huisstijl, Plaatsing, Traject

DOSSIERS = 14  # with papers, per gebied
HUISSTIJLEN = {
    "ocmw-brugge": ("OCMW Brugge", "#0f4c5c", "Ruddershove 4, 8000 Brugge"),
    "ocmw-damme": ("OCMW Damme", "#7a3e00", "Dorpsstraat 1, 8340 Damme"),
}
LETTER = "source-sans-3-700.ttf"


def papieren_maken(oogst: Oogst, ocmws: list[Organisatie], *, vandaag: date, toeval: Toeval) -> None:
    """Signed contracts of people at work, a cv here and there, one attest that expired; and two letterheads."""
    namen: dict[UUID, Client] = {client.pk: client for client in oogst.rijen[Client]}
    plaatsingen = [p for p in oogst.rijen[Plaatsing] if p.einde is None and p.start <= vandaag]
    rijen = []
    for nummer, plaatsing in enumerate(plaatsingen[:DOSSIERS]):
        client = namen[plaatsing.stap.traject.client_id]
        soorten = [("arbeidsovereenkomst", plaatsing), ("cv", None)]
        if nummer % 3:
            soorten.append(("tbs_overeenkomst", plaatsing))
        if nummer == 0:
            soorten.append(("attest", None))
        for soort, plaats in soorten:
            op = min((plaats or plaatsing).start, vandaag)
            rijen.append(_document(client, plaatsing.stap.traject, plaats, soort, op, vandaag, toeval))
    with eigen_tijdstippen((Document,)):
        Document.objects.bulk_create(rijen)
    _huisstijlen(ocmws)


def _document(
    client: Client,
    traject: Traject,
    plaats: Plaatsing | None,
    soort: str,
    op: date,
    vandaag: date,
    toeval: Toeval,
) -> Document:
    inhoud = kleine_pdf(["Voorbeeld van een document", f"Dossier {client.dossiernummer}", soort.replace("_", " ")])
    document = Document(
        id=toeval.uuid(),
        eigenaar_id=client.eigenaar_id,
        client=client,
        traject=traject,
        stap=plaats.stap if plaats else None,
        plaatsing=plaats,
        soort_id=soort,
        naam=f"{soort.replace('_', ' ')}.pdf",
        mime=PDF.mime,
        grootte=len(inhoud),
        sha256=sha256(inhoud).hexdigest(),
        ontvangen_op=op,
        vervalt_op=vandaag - timedelta(days=12) if soort == "attest" else None,
        door=traject.begeleider,
        created_at=tijdstip(op),
        updated_at=tijdstip(op),
    )
    kluis.schrijf(document.pk, inhoud)
    return document


def _huisstijlen(ocmws: list[Organisatie]) -> None:
    rijen = []
    for ocmw in ocmws:
        if ocmw.slug in HUISSTIJLEN:
            naam, kleur, adres = HUISSTIJLEN[ocmw.slug]
            voet = "Elke werkdag open van 9 tot 12 uur"
            rijen.append(Huisstijl(eigenaar=ocmw, logo=logo(naam, kleur), kleur=kleur, adres=adres, voettekst=voet))
    Huisstijl.objects.bulk_create(rijen)


def logo(naam: str, kleur: str) -> bytes:
    """A mark with the name beside it."""
    beeld = Image.new("RGBA", (720, 200), (255, 255, 255, 0))
    pen = ImageDraw.Draw(beeld)
    pen.rounded_rectangle((10, 30, 150, 170), radius=28, fill=kleur)
    pen.polygon([(48, 130), (80, 62), (112, 130)], fill="#ffffff")
    pen.text(
        (180, 64), naam, fill=kleur, font=ImageFont.truetype(str(settings.BASE_DIR / "static" / "fonts" / LETTER), 64)
    )
    uit = io.BytesIO()
    beeld.save(uit, "PNG", optimize=True)
    return uit.getvalue()


def kleine_pdf(regels: list[str]) -> bytes:
    """One page with some lines, written by hand: half a kilobyte."""
    tekst = "".join(f"({regel.encode('latin-1', 'replace').decode('latin-1')}) Tj 0 -22 Td " for regel in regels)
    stroom = f"BT /F1 14 Tf 60 760 Td {tekst}ET".encode("latin-1")
    delen = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length " + str(len(stroom)).encode() + b">>stream\n" + stroom + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    uit, plaatsen = bytearray(b"%PDF-1.7\n"), []
    for nummer, deel in enumerate(delen, 1):
        plaatsen.append(len(uit))
        uit += f"{nummer} 0 obj\n".encode() + deel + b"\nendobj\n"
    begin = len(uit)
    uit += f"xref\n0 {len(delen) + 1}\n0000000000 65535 f \n".encode()
    uit += b"".join(f"{plaats:010d} 00000 n \n".encode() for plaats in plaatsen)
    uit += f"trailer<</Size {len(delen) + 1}/Root 1 0 R>>\nstartxref\n{begin}\n%%EOF\n".encode()
    return bytes(uit)
