"""Papers of a dossier: take in, replace, sign, read, remove and put back."""

from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction

from regie.core import kluis
from regie.core.bestanden import Bestand, keur
from regie.core.bestandssoort import veilige_naam
from regie.core.exceptions import DomainError
from regie.core.parameters import waarde
from regie.core.permissions import Toegang
from regie.core.virusscan import scan
from trajecten.models import Client, Document, DocumentSoort, Evaluatie, Plaatsing, Stap, Stapdocument, Traject
from trajecten.regels.documenten import BRON, PER_STAP, Scanstand
from trajecten.selectors import overgangen
from trajecten.selectors.client import huidig_traject
from trajecten.services.contact import client_lezen
from trajecten.services.plaatsing import documenten_noteren
from trajecten.services.spoor import bewaar, noteer, vergrendel


@transaction.atomic
def document_opladen(
    *,
    client: Client,
    soort: DocumentSoort,
    bestand: Bestand | None,
    ontvangen_op: date,
    vervalt_op: date | None,
    omschrijving: str,
    stap: Stap | None = None,
    evaluatie: Evaluatie | None = None,
    vervangt: Document | None = None,
    is_gemaakt: bool = False,
    door: Toegang,
    vandaag: date,
) -> Document:
    """Keep a paper with the dossier; without `bestand`: it exists on paper. A new version leaves the old one kept."""
    if ontvangen_op > vandaag:
        raise DomainError(f"{ontvangen_op:%d/%m/%Y} ligt in de toekomst. Noteer een document als je het hebt.")
    if vervalt_op and vervalt_op < ontvangen_op:
        raise DomainError("Het document vervalt voor je het ontving. Kijk de twee datums na.")
    if vervangt is not None:
        vervangt = Document.objects.select_for_update(of=("self",)).select_related("soort").get(pk=vervangt.pk)
        if Document.objects.filter(vervangt=vervangt).exists() or vervangt.verwijderd_op:
            raise DomainError("Van dit document is intussen een nieuwe versie. Ga terug en kies die.")
        soort, stap = vervangt.soort, vervangt.stap
        evaluatie = evaluatie or vervangt.evaluatie
    traject, stap, plaatsing = _waarbij(client, stap, vervangt)
    document = Document(
        eigenaar_id=client.eigenaar_id,
        client=client,
        soort=soort,
        traject=traject,
        stap=stap,
        plaatsing=plaatsing,
        evaluatie=evaluatie,
        omschrijving=omschrijving.strip(),
        ontvangen_op=ontvangen_op,
        vervalt_op=vervalt_op,
        vervangt=vervangt,
        versie=vervangt.versie + 1 if vervangt else 1,
        is_gemaakt=is_gemaakt,
        door_id=door.user_id,
    )
    if bestand is not None:
        _neem_bestand(document, bestand, vandaag)
    document.full_clean(exclude=["client", "traject", "stap", "plaatsing", "evaluatie", "vervangt"])
    document.save()
    if stap is not None and not soort.tekenaars and soort.pk not in BRON:
        Stapdocument.objects.get_or_create(
            stap=stap, code=soort.pk, defaults={"getekend_op": ontvangen_op, "eigenaar_id": client.eigenaar_id}
        )
    titel = f"{'Nieuwe versie' if vervangt else 'Document'}: {soort.naam}"
    noteer(client, "document", titel, datum=vandaag, door=door, is_beperkt=soort.alleen_team)
    return document


def _neem_bestand(document: Document, bestand: Bestand, vandaag: date) -> None:
    soort = keur(bestand.inhoud, vandaag=vandaag)
    document.scan = Scanstand.SCHOON if scan(bestand.inhoud) else Scanstand.NIET_GESCAND
    document.naam, document.mime = veilige_naam(bestand.naam, soort), soort.mime
    document.grootte, document.sha256 = len(bestand.inhoud), sha256(bestand.inhoud).hexdigest()
    kluis.schrijf(document.pk, bestand.inhoud)


def _waarbij(
    client: Client, stap: Stap | None, vervangt: Document | None
) -> tuple[Traject | None, Stap | None, Plaatsing | None]:
    """The traject of today, the step it was asked for (or the open one), and its last place."""
    if vervangt is not None:
        return vervangt.traject, vervangt.stap, vervangt.plaatsing
    if stap is not None:
        return stap.traject, stap, overgangen.plaatsing_van(stap)
    traject = huidig_traject(client)
    if traject is None:
        return None, None, None
    stap = overgangen.geplande_stap(traject) or overgangen.lopende_stap(traject)
    return traject, stap, overgangen.plaatsing_van(stap) if stap else None


@transaction.atomic
def document_lezen(*, document: Document, door: Toegang) -> bytes:
    """The file itself; who opened it is written down first."""
    if not document.heeft_bestand:
        raise DomainError("Van dit document is er geen bestand.")
    client_lezen(client=document.client, pagina=f"document: {document.soort.pk}"[:60], door=door)
    return kluis.lees(document.pk)


@transaction.atomic
def handtekeningen_noteren(
    *,
    client: Client,
    soort: DocumentSoort,
    stap: Stap | None,
    dagen: dict[str, date | None],
    door: Toegang,
    vandaag: date,
) -> None:
    """When each party signed; kept where the form of contract and TBS keeps it, else with the document."""
    toekomst = [op for op in dagen.values() if op and op > vandaag]
    if toekomst:
        raise DomainError(f"{max(toekomst):%d/%m/%Y} ligt in de toekomst. Noteer een handtekening als ze gezet is.")
    traject, stap, plaatsing = _waarbij(client, stap, None)
    bron, velden = BRON.get(soort.pk, ("", {}))
    if bron == "traject":
        if traject is None or traject.gpmi_getekend_op is None:
            raise DomainError(
                "Noteer de ondertekening van het GPMI bij 'Plan ondertekenen'. Daarna kan het traject verder."
            )
        _gpmi(traject, dagen["client"], door=door, vandaag=vandaag)
    elif bron in {"stap", "plaatsing"}:
        if stap is None or (bron == "plaatsing" and plaatsing is None):
            raise DomainError("Er is nog geen stap gepland. Kies eerst het instrument, de plaats en de startdatum.")
        documenten_noteren(
            stap=stap, velden={velden[partij]: op for partij, op in dagen.items()}, door=door, vandaag=vandaag
        )
    elif bron == "evaluatie":
        raise DomainError("Noteer in de evaluatie zelf wie ze gezien heeft.")
    elif stap is not None and PER_STAP in dagen:
        _teken_stap(stap, soort, dagen[PER_STAP], door=door, vandaag=vandaag)
    else:
        _teken_document(client, soort, stap, dagen, door=door, vandaag=vandaag)


def _gpmi(traject: Traject, op: date | None, *, door: Toegang, vandaag: date) -> None:
    if op is None:
        raise DomainError("Het traject ging verder op dit GPMI. De datum kan wijzigen, maar niet leeg zijn.")
    traject = vergrendel(traject)
    traject.gpmi_getekend_op = op
    bewaar(traject, ["gpmi_getekend_op"])
    noteer(traject.client, "document", "Datum van het GPMI gewijzigd", datum=vandaag, door=door)


def _teken_stap(stap: Stap, soort: DocumentSoort, op: date | None, *, door: Toegang, vandaag: date) -> None:
    """The day a paper of a step was signed stands with the step: the start asks for it there."""
    if op is None:
        Stapdocument.objects.filter(stap=stap, code=soort.pk).delete()
    else:
        Stapdocument.objects.update_or_create(
            stap=stap, code=soort.pk, defaults={"getekend_op": op, "eigenaar_id": stap.eigenaar_id}
        )
    noteer(stap.traject.client, "document", f"Handtekening genoteerd: {soort.naam}", datum=vandaag, door=door)


def _teken_document(
    client: Client,
    soort: DocumentSoort,
    stap: Stap | None,
    dagen: dict[str, date | None],
    *,
    door: Toegang,
    vandaag: date,
) -> None:
    """The newest version of this kind; when nothing was uploaded, the signatures say that it exists on paper."""
    rijen = Document.objects.select_for_update(of=("self",)).aanwezig().filter(client=client, soort=soort)
    document = (rijen.filter(stap=stap) if stap else rijen).order_by("-created_at").first()
    if document is None:
        eerste = min((op for op in dagen.values() if op), default=None)
        if eerste is None:
            raise DomainError("Vul minstens één datum in.")
        document = document_opladen(
            client=client,
            soort=soort,
            bestand=None,
            ontvangen_op=eerste,
            vervalt_op=None,
            omschrijving="",
            stap=stap,
            door=door,
            vandaag=vandaag,
        )
    for partij, op in dagen.items():
        setattr(document, f"getekend_{partij}_op", op)
    document.save(update_fields=[*(f"getekend_{partij}_op" for partij in dagen), "updated_at"])
    noteer(client, "document", f"Handtekeningen genoteerd: {soort.naam}", datum=vandaag, door=door)


@transaction.atomic
def document_verwijderen(*, document: Document, reden: str, door: Toegang, vandaag: date) -> Document:
    """Out of the dossier, with a reason; the bytes stay until the parameter document_wissen has passed."""
    if not reden.strip():
        raise DomainError("Schrijf waarom je dit document verwijdert.")
    document = _vergrendel(document)
    if document.verwijderd_op:
        raise DomainError("Dit document is al verwijderd.")
    document.verwijderd_op, document.verwijder_reden = vandaag, reden.strip()
    document.save(update_fields=["verwijderd_op", "verwijder_reden", "updated_at"])
    beperkt = document.soort.alleen_team
    noteer(
        document.client,
        "document",
        f"Document verwijderd: {document.soort.naam}",
        tekst=reden.strip(),
        datum=vandaag,
        door=door,
        is_beperkt=beperkt,
    )
    return document


@transaction.atomic
def document_terugzetten(*, document: Document, door: Toegang, vandaag: date) -> Document:
    document = _vergrendel(document)
    if document.gewist_op:
        raise DomainError("Dit bestand is definitief gewist en kan niet meer terug.")
    if document.verwijderd_op is None:
        return document
    document.verwijderd_op, document.verwijder_reden = None, ""
    document.save(update_fields=["verwijderd_op", "verwijder_reden", "updated_at"])
    noteer(
        document.client,
        "document",
        f"Document teruggezet: {document.soort.naam}",
        datum=vandaag,
        door=door,
        is_beperkt=document.soort.alleen_team,
    )
    return document


@transaction.atomic
def verwijderde_documenten_wissen(*, vandaag: date) -> int:
    """The bytes of what was removed long enough ago; the row stays, so that it can be seen that there was one."""
    grens = vandaag - timedelta(days=int(waarde("document_wissen", op=vandaag)))
    rijen = list(
        Document.objects.select_for_update(of=("self",)).filter(verwijderd_op__lt=grens, gewist_op=None).order_by("pk")
    )
    for document in rijen:
        document.gewist_op, document.naam = vandaag, ""
        document.save(update_fields=["gewist_op", "naam", "updated_at"])
        kluis.wis(document.pk)
    return len(rijen)


def bekende_documenten(sleutels: list[UUID]) -> set[UUID]:
    """Which of these files have a row in the active scope."""
    return set(Document.objects.filter(pk__in=sleutels, gewist_op=None).values_list("pk", flat=True))


def _vergrendel(document: Document) -> Document:
    rijen = Document.objects.select_for_update(of=("self",)).select_related("soort", "client")
    return rijen.get(pk=document.pk)
