"""The letterhead of an OCMW, and documents made with it."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from regie.core.audit import record_event
from regie.core.bestanden import Bestand
from regie.core.bestandssoort import logo_als_png
from regie.core.exceptions import DomainErrors
from regie.core.models import Organisatie
from regie.core.parameters import waarde
from regie.core.permissions import Toegang
from trajecten.models import Client, Document, DocumentSoort, Evaluatie, Huisstijl
from trajecten.services.contact import client_lezen
from trajecten.services.documenten import document_opladen

LOGO_BREEDTE, LOGO_HOOGTE = 900, 300  # pixels: sharp on paper at 5 by 1.7 cm


@transaction.atomic
def huisstijl_bewaren(
    *,
    ocmw: Organisatie,
    kleur: str,
    adres: str,
    voettekst: str,
    teksten: dict[str, str],
    logo: bytes | None,
    logo_weg: bool,
    door: Toegang,
    vandaag: date,
) -> Huisstijl:
    """`logo` is drawn again before it is kept; None leaves the present one."""
    stijl = Huisstijl.objects.select_for_update(of=("self",)).filter(eigenaar=ocmw).first() or Huisstijl(eigenaar=ocmw)
    stijl.kleur, stijl.adres, stijl.voettekst = kleur.lower(), adres.strip(), voettekst.strip()
    stijl.teksten = {sjabloon: tekst.strip() for sjabloon, tekst in teksten.items() if tekst.strip()}
    if logo is not None:
        max_mb = int(waarde("bestand_max", op=vandaag, dimensie="logo"))
        stijl.logo = logo_als_png(logo, breedte=LOGO_BREEDTE, hoogte=LOGO_HOOGTE, max_mb=max_mb)
    elif logo_weg:
        stijl.logo = b""
    try:
        stijl.full_clean()
    except ValidationError as fout:
        raise DomainErrors(fout.messages) from fout
    stijl.save()
    record_event("huisstijl.gewijzigd", stijl, door=door)
    return stijl


@transaction.atomic
def stuk_gemaakt(*, client: Client, sjabloon: str, vorm: str, door: Toegang) -> None:
    """A document with facts of a client left the product: it is a read like any other."""
    client_lezen(client=client, pagina=f"gemaakt: {sjabloon} ({vorm})"[:60], door=door)


@transaction.atomic
def stuk_bewaren(
    *,
    client: Client,
    soort: DocumentSoort,
    naam: str,
    inhoud: bytes,
    evaluatie: Evaluatie | None,
    door: Toegang,
    vandaag: date,
) -> Document:
    """Keep a document that was just made with the dossier, as it was made."""
    return document_opladen(
        client=client,
        soort=soort,
        bestand=Bestand(naam, inhoud),
        ontvangen_op=vandaag,
        vervalt_op=None,
        omschrijving="",
        evaluatie=evaluatie,
        is_gemaakt=True,
        door=door,
        vandaag=vandaag,
    )
