"""Noting a contact with an employer, and telling the others who are in touch with the same one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from partners.enums import Contactdoel, Contactkanaal, Contactresultaat, Opvolgingsoort, WerkgeverStatus
from partners.models import Claim, Contactmoment, Contactnotitie, Contactpersoon, Opvolging, Werkgever
from partners.selectors.contact import contacten_van_anderen, waarschuwingsdagen
from partners.selectors.werkgevers import contactpersonen_van
from partners.services.benaderen import eis_te_benaderen
from partners.services.opvolging import plan_opvolging, sluit_opvolging
from partners.services.werkgevers import vergrendel_werkgever
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Organisatie
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class Contactinvoer:
    datum: date
    kanaal: str
    doel: str
    resultaat: str
    volgende_stap: str = ""
    volgende_stap_op: date | None = None
    contactpersoon: Contactpersoon | None = None
    notitie: str = ""


@dataclass(frozen=True, slots=True)
class Genoteerd:
    """What was kept, and which contacts of other organisaties lie within the days of the warning."""

    contact: Contactmoment
    van_anderen: list[Contactmoment]


VELDEN = ("datum", "kanaal", "doel", "resultaat", "volgende_stap", "volgende_stap_op", "contactpersoon")


@transaction.atomic
def contact_noteren(
    *,
    werkgever: Werkgever,
    organisatie: Organisatie,
    invoer: Contactinvoer,
    door: Toegang,
    vandaag: date,
    rondt_af: Iterable[Opvolging] = (),
) -> Genoteerd:
    """Always kept. Whoever else was in touch is told: two organisaties that note at the same moment both hear of it.

    The employer is locked, so the second one to arrive sees what the first one wrote.
    """
    werkgever = vergrendel_werkgever(werkgever)
    if organisatie.pk not in door.lid_van:
        raise DomainError("Je kunt alleen een contact van je eigen organisatie noteren.")
    if werkgever.gearchiveerd_op:
        raise DomainError("Deze werkgever staat in het archief. Haal de kaart eerst terug.")
    if invoer.kanaal != Contactkanaal.INKOMEND:
        eis_te_benaderen(werkgever, vandaag)
    contact = Contactmoment(werkgever=werkgever, organisatie=organisatie, door_id=door.user_id)
    _bewaar(contact, invoer, vandaag)
    if werkgever.status == WerkgeverStatus.PROSPECT:
        werkgever.status = WerkgeverStatus.CONTACT
        werkgever.save(update_fields=["status"])
    for opvolging in rondt_af:
        sluit_opvolging(sleutel=opvolging.sleutel, vandaag=vandaag, door=door)
    record_event("werkgeverscontact.genoteerd", contact, door=door, werkgever=str(werkgever.pk))
    van_anderen = contacten_van_anderen(werkgever, eigen=[organisatie.pk], op=vandaag)
    if contact.datum >= vandaag - timedelta(days=waarschuwingsdagen(vandaag)):
        _verwittig(contact, van_anderen, vandaag)
    return Genoteerd(contact, van_anderen)


@transaction.atomic
def contact_overnemen(
    *, werkgever: Werkgever, organisatie: Organisatie, datum: date, door: Toegang, vandaag: date
) -> Contactmoment | None:
    """A contact that a list tells of: the day and the organisatie, and nothing more. None when it is known.

    It is in the past and of anybody, so nobody is told of it and it is no call that could be refused.
    """
    werkgever = vergrendel_werkgever(werkgever)
    bekend = Contactmoment.objects.filter(werkgever=werkgever, organisatie=organisatie, datum=datum)
    if datum > vandaag or bekend.exists():
        return None
    contact = Contactmoment(werkgever=werkgever, organisatie=organisatie, datum=datum, door_id=door.user_id)
    contact.kanaal, contact.doel = Contactkanaal.LIJST, Contactdoel.ANDER
    contact.resultaat = Contactresultaat.ONBEKEND
    contact.full_clean(exclude=["gebied"])
    contact.save()
    if werkgever.status == WerkgeverStatus.PROSPECT:
        werkgever.status = WerkgeverStatus.CONTACT
        werkgever.save(update_fields=["status"])
    record_event("werkgeverscontact.overgenomen", contact, door=door, werkgever=str(werkgever.pk))
    return contact


@transaction.atomic
def contact_bijwerken(*, contact: Contactmoment, invoer: Contactinvoer, door: Toegang, vandaag: date) -> Contactmoment:
    werkgever = vergrendel_werkgever(contact.werkgever)
    contact = _eigen_contact(contact, door)
    if invoer.kanaal not in {contact.kanaal, Contactkanaal.INKOMEND}:
        eis_te_benaderen(werkgever, vandaag)
    _bewaar(contact, invoer, vandaag)
    record_event("werkgeverscontact.bijgewerkt", contact, door=door, werkgever=str(werkgever.pk))
    return contact


@transaction.atomic
def contact_intrekken(*, contact: Contactmoment, door: Toegang, nu: datetime) -> Contactmoment:
    """Noted by mistake: gone from the card and from the warnings of others, until it is put back."""
    contact = _eigen_contact(contact, door)
    contact.ingetrokken_op = nu
    contact.save(update_fields=["ingetrokken_op"])
    sluit_opvolging(sleutel=sleutel_van(contact), vandaag=timezone.localdate(nu), door=door)
    record_event("werkgeverscontact.ingetrokken", contact, door=door, werkgever=str(contact.werkgever_id))
    return contact


@transaction.atomic
def contact_herstellen(*, contact: Contactmoment, door: Toegang) -> Contactmoment:
    contact = _eigen_contact(contact, door)
    contact.ingetrokken_op = None
    contact.save(update_fields=["ingetrokken_op"])
    Opvolging.objects.filter(sleutel=sleutel_van(contact)).update(klaar_op=None, klaar_door=None)
    record_event("werkgeverscontact.hersteld", contact, door=door, werkgever=str(contact.werkgever_id))
    return contact


def sleutel_van(contact: Contactmoment) -> str:
    return f"contact:{contact.pk}"


def _eigen_contact(contact: Contactmoment, door: Toegang) -> Contactmoment:
    contact = Contactmoment.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    if contact.organisatie_id not in door.lid_van:
        raise DomainError("Dit contact is van een andere organisatie: alleen die kan het wijzigen of intrekken.")
    return contact


def _bewaar(contact: Contactmoment, invoer: Contactinvoer, vandaag: date) -> None:
    if fouten := _fouten(contact.werkgever, invoer, vandaag):
        raise DomainErrors(fouten)
    for veld in VELDEN:
        setattr(contact, veld, getattr(invoer, veld))
    contact.volgende_stap = contact.volgende_stap.strip()
    contact.full_clean(exclude=["gebied"])
    contact.save()
    _bewaar_notitie(contact, invoer.notitie.strip())
    if contact.volgende_stap_op is None:
        sluit_opvolging(sleutel=sleutel_van(contact), vandaag=vandaag, door=None)
        return
    plan_opvolging(
        sleutel=sleutel_van(contact),
        soort=Opvolgingsoort.CONTACT,
        titel=f"{contact.werkgever}: {contact.volgende_stap}",
        datum=contact.volgende_stap_op,
        organisatie=contact.organisatie,
        wie_id=contact.door_id,
        adres="werkgevers:werkgever",
        object_id=contact.werkgever_id,
    )


def _fouten(werkgever: Werkgever, invoer: Contactinvoer, vandaag: date) -> list[str]:
    fouten = []
    if invoer.datum > vandaag:
        fouten.append("Dit contact moet nog komen. Noteer het als volgende stap, of kies een dag tot en met vandaag.")
    if invoer.volgende_stap_op and not invoer.volgende_stap.strip():
        fouten.append("Zeg wat de volgende stap is, of laat de datum ervan leeg.")
    if invoer.volgende_stap_op and invoer.volgende_stap_op < invoer.datum:
        fouten.append("De volgende stap ligt voor het contact zelf. Kies een latere dag.")
    persoon = invoer.contactpersoon
    if persoon and not contactpersonen_van(werkgever).filter(pk=persoon.pk).exists():
        fouten.append("Deze contactpersoon hoort bij een andere werkgever.")
    return fouten


def _bewaar_notitie(contact: Contactmoment, tekst: str) -> None:
    rijen = Contactnotitie.objects.filter(contactmoment=contact)
    if not tekst:
        rijen.delete()
    elif notitie := rijen.first():
        notitie.tekst = tekst
        notitie.save(update_fields=["tekst"])
    else:
        Contactnotitie.objects.create(contactmoment=contact, eigenaar=contact.organisatie, tekst=tekst)


def _verwittig(contact: Contactmoment, van_anderen: Collection[Contactmoment], vandaag: date) -> None:
    """One line on the list of every other organisatie that is in touch, has the lead, or is accounthouder."""
    lead = Claim.objects.actief_op(vandaag).filter(werkgever=contact.werkgever).select_related("organisatie").first()
    wie: dict[Organisatie, int | None] = {}
    for ander in van_anderen:
        wie.setdefault(ander.organisatie, ander.door_id)
    if lead:
        wie.setdefault(lead.organisatie, lead.door_id)
    if houder := contact.werkgever.accounthouder:
        wie.setdefault(houder, None)
    for organisatie, user_id in wie.items():
        if organisatie.pk != contact.organisatie_id:
            plan_opvolging(
                sleutel=f"dubbel:{contact.werkgever_id}:{organisatie.pk}:{contact.organisatie_id}",
                soort=Opvolgingsoort.CONTACT,
                titel=f"{contact.organisatie} had ook contact met {contact.werkgever}: stem af",
                datum=vandaag,
                organisatie=organisatie,
                wie_id=user_id,
                adres="werkgevers:werkgever",
                object_id=contact.werkgever_id,
            )
