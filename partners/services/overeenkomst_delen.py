"""What is kept with an agreement: its parties and their signatures, the figures agreed, the evaluations."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from partners.models import Contactpersoon, Evaluatieoverleg, Overeenkomst, Overeenkomstdoel, Overeenkomstpartij
from partners.services.herinneringen import evaluatie_vergeten
from partners.services.overeenkomsten import klaar, vergrendel
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang

NIET = ["gebied", "eigenaar", "overeenkomst"]


@transaction.atomic
def partij_toevoegen(
    *, overeenkomst: Overeenkomst, organisatie: Organisatie, ondertekenaar: str, door: Toegang, vandaag: date
) -> Overeenkomst:
    overeenkomst = vergrendel(overeenkomst, door)
    partij = Overeenkomstpartij(organisatie=organisatie, ondertekenaar=ondertekenaar.strip(), **_bij(overeenkomst))
    partij.full_clean(exclude=["gebied", "eigenaar"])
    partij.save()
    return klaar(overeenkomst, "overeenkomst.partij", door, vandaag)


@transaction.atomic
def partij_bijwerken(
    *,
    partij: Overeenkomstpartij,
    ondertekenaar: str,
    getekend_op: date | None,
    contactpersoon: Contactpersoon | None,
    door: Toegang,
    vandaag: date,
) -> Overeenkomst:
    """Who signs, when that was done, and whom to ring. A signature counts once the text was sent."""
    overeenkomst = vergrendel(partij.overeenkomst, door)
    if getekend_op and not overeenkomst.gedeeld:
        raise DomainError("Dit is nog een concept. Verstuur het ter ondertekening en noteer dan de handtekeningen.")
    if getekend_op and getekend_op > vandaag:
        raise DomainError(f"{getekend_op:%d/%m/%Y} ligt in de toekomst. Noteer een handtekening als ze gezet is.")
    if contactpersoon and contactpersoon.organisatie_id != partij.organisatie_id:
        raise DomainError("Die contactpersoon hoort bij een andere organisatie.")
    partij.ondertekenaar, partij.getekend_op, partij.contactpersoon = (
        ondertekenaar.strip(),
        getekend_op,
        contactpersoon,
    )
    partij.full_clean(exclude=NIET)
    partij.save()
    return klaar(overeenkomst, "overeenkomst.partij", door, vandaag)


@transaction.atomic
def partij_wissen(*, partij: Overeenkomstpartij, door: Toegang, vandaag: date) -> Overeenkomst:
    overeenkomst = vergrendel(partij.overeenkomst, door)
    if partij.getekend_op:
        raise DomainError("Deze partij heeft getekend en blijft dus partij. Haal eerst de handtekening weg.")
    if partij.organisatie_id == overeenkomst.eigenaar_id:
        raise DomainError(f"{overeenkomst.eigenaar} bewaart deze overeenkomst en blijft partij.")
    partij.delete()
    return klaar(overeenkomst, "overeenkomst.partij", door, vandaag)


@transaction.atomic
def doel_bewaren(
    *,
    overeenkomst: Overeenkomst,
    doel: Overeenkomstdoel | None,
    titel: str,
    eenheid: str,
    streefwaarde: Decimal,
    stand: Decimal | None,
    stand_op: date | None,
    door: Toegang,
    vandaag: date,
) -> Overeenkomst:
    """A figure that was agreed; a stand without a day is that of today."""
    overeenkomst = vergrendel(overeenkomst, door)
    doel = doel or Overeenkomstdoel(**_bij(overeenkomst))
    doel.titel, doel.eenheid, doel.streefwaarde = titel.strip(), eenheid.strip(), streefwaarde
    doel.stand, doel.stand_op = stand, (stand_op or vandaag) if stand is not None else None
    if doel.stand_op and doel.stand_op > vandaag:
        raise DomainError("De stand is van een dag in de toekomst. Kies vandaag of vroeger.")
    doel.full_clean(exclude=NIET)
    doel.save()
    return klaar(overeenkomst, "overeenkomst.doel", door, vandaag)


@transaction.atomic
def doel_wissen(*, doel: Overeenkomstdoel, door: Toegang, vandaag: date) -> Overeenkomst:
    overeenkomst = vergrendel(doel.overeenkomst, door)
    doel.delete()
    return klaar(overeenkomst, "overeenkomst.doel", door, vandaag)


@transaction.atomic
def evaluatie_bewaren(
    *,
    overeenkomst: Overeenkomst,
    evaluatie: Evaluatieoverleg | None,
    datum: date,
    gehouden: bool,
    verslag: str,
    door: Toegang,
    vandaag: date,
) -> Overeenkomst:
    """Planned, or held with its report."""
    overeenkomst = vergrendel(overeenkomst, door)
    if gehouden and datum > vandaag:
        raise DomainError("Deze evaluatie ligt in de toekomst. Duid aan dat ze plaatsvond als ze voorbij is.")
    if verslag.strip() and not gehouden:
        raise DomainError("Duid aan dat de evaluatie plaatsvond als je een verslag schrijft.")
    evaluatie = evaluatie or Evaluatieoverleg(**_bij(overeenkomst))
    evaluatie.datum, evaluatie.gehouden, evaluatie.verslag = datum, gehouden, verslag.strip()
    evaluatie.full_clean(exclude=["gebied", "eigenaar"])
    evaluatie.save()
    return klaar(overeenkomst, "overeenkomst.evaluatie", door, vandaag)


@transaction.atomic
def evaluatie_wissen(*, evaluatie: Evaluatieoverleg, door: Toegang, vandaag: date) -> Overeenkomst:
    overeenkomst = vergrendel(evaluatie.overeenkomst, door)
    evaluatie_vergeten(evaluatie_id=evaluatie.pk, vandaag=vandaag, door=door)
    evaluatie.delete()
    return klaar(overeenkomst, "overeenkomst.evaluatie", door, vandaag)


def _bij(overeenkomst: Overeenkomst) -> dict[str, object]:
    return {
        "overeenkomst": overeenkomst,
        "eigenaar_id": overeenkomst.eigenaar_id,
        "gedeeld": overeenkomst.gedeeld,
    }
