"""What a client can do and the papers that show it: noted, corrected, taken away."""

from datetime import date

from django.db import transaction

from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang
from trajecten.models import Attest, Client, ClientCompetentie, Competentie, Document
from trajecten.services.spoor import noteer


@transaction.atomic
def competentie_noteren(
    *,
    client: Client,
    competentie: Competentie,
    niveau: int,
    bron: str,
    bewijs: str,
    document: Document | None,
    vastgesteld_op: date,
    door: Toegang,
    vandaag: date,
) -> ClientCompetentie:
    """Noted again replaces the level: the change log keeps the former one."""
    _niet_later(vastgesteld_op, vandaag)
    rijen = ClientCompetentie.objects.select_for_update(of=("self",)).filter(client=client, competentie=competentie)
    rij = rijen.first() or ClientCompetentie(eigenaar_id=client.eigenaar_id, client=client, competentie=competentie)
    rij.niveau, rij.bron, rij.bewijs, rij.document = niveau, bron, bewijs.strip(), document
    rij.vastgesteld_op, rij.door_id = vastgesteld_op, door.user_id
    rij.full_clean()
    rij.save()
    tekst = f"{competentie.label}: {rij.get_niveau_display()} ({rij.get_bron_display()})."
    noteer(client, "wijziging", "Competentie genoteerd", tekst=tekst, datum=vandaag, door=door, is_beperkt=True)
    return rij


@transaction.atomic
def competentie_wissen(*, competentie: ClientCompetentie, door: Toegang, vandaag: date) -> None:
    client, label = competentie.client, competentie.competentie.label
    competentie.delete()
    noteer(client, "wijziging", "Competentie gewist", tekst=f"{label}.", datum=vandaag, door=door, is_beperkt=True)


@transaction.atomic
def attest_toevoegen(
    *,
    client: Client,
    naam: str,
    uitgereikt_door: str,
    behaald_op: date,
    geldig_tot: date | None,
    bewijs: str,
    document: Document | None,
    door: Toegang,
    vandaag: date,
) -> Attest:
    _niet_later(behaald_op, vandaag)
    if geldig_tot and geldig_tot < behaald_op:
        raise DomainError("De einddatum ligt voor de dag waarop het attest behaald is.")
    attest = Attest(
        eigenaar_id=client.eigenaar_id,
        client=client,
        naam=naam.strip(),
        uitgereikt_door=uitgereikt_door.strip(),
        behaald_op=behaald_op,
        geldig_tot=geldig_tot,
        bewijs=bewijs.strip(),
        document=document,
        door_id=door.user_id,
    )
    attest.full_clean()
    attest.save()
    noteer(client, "document", "Attest toegevoegd", tekst=f"{attest.naam}.", datum=vandaag, door=door)
    return attest


@transaction.atomic
def attest_wissen(*, attest: Attest, door: Toegang, vandaag: date) -> None:
    client, naam = attest.client, attest.naam
    attest.delete()
    noteer(client, "document", "Attest gewist", tekst=f"{naam}.", datum=vandaag, door=door)


def _niet_later(dag: date, vandaag: date) -> None:
    if dag > vandaag:
        raise DomainError(f"{dag:%d/%m/%Y} ligt in de toekomst. Vul in wanneer het gezien of behaald is.")
