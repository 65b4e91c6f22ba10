"""Looking over what the region knows about a partner: "klopt", or a better answer. One answer ends the question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from partners.enums import Checkweg, Partnerlinkdoel, Wijzigonderwerp
from partners.models import Contactpersoon, Gegevenscheck, Gegevensvraag, Partnerlink
from partners.services.eigen import EigenGegevens, eis_eigen, gegevens_toepassen, noteer_wijziging
from partners.services.links import partnerlink_gebruikt, partnerlinks_intrekken
from partners.services.netwerk import ContactGegevens, contactpersoon_bijwerken, contactpersoon_toevoegen
from partners.services.opvolging import sluit_opvolging
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, LinkOngeldig
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from regie.core.tenancy import current_scope, gebied_context


@dataclass(frozen=True, slots=True)
class ContactAntwoord:
    """What somebody says about one contact person: the data, or that this person left."""

    contact_id: UUID
    gegevens: ContactGegevens
    is_weg: bool = False


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The whole answer behind a link. Without `gegevens`: everything is right."""

    gegevens: EigenGegevens | None = None
    contacten: Sequence[ContactAntwoord] = ()
    nieuw: ContactGegevens | None = None
    opmerking: str = ""


@transaction.atomic
def gegevens_bevestigen(*, organisatie: Organisatie, opmerking: str, door: Toegang, vandaag: date) -> Gegevenscheck:
    """A partner with an account says that everything is right."""
    eis_eigen(organisatie, door)
    check = Gegevenscheck(organisatie=organisatie, langs=Checkweg.ACCOUNT, opmerking=opmerking.strip())
    return _bewaar(check, door, vandaag)


@transaction.atomic
def gegevens_nagekeken_door_regio(*, organisatie: Organisatie, door: Toegang, vandaag: date) -> Gegevenscheck:
    """Somebody of the region rang and noted that everything is right."""
    return _bewaar(Gegevenscheck(organisatie=organisatie, langs=Checkweg.REGIO), door, vandaag)


@transaction.atomic
def gegevens_beantwoorden(*, link: Partnerlink, antwoord: Antwoord, nu: datetime, vandaag: date) -> Gegevenscheck:
    """The answer of who holds the link; it works once."""
    partnerlink_gebruikt(link=link, nu=nu, vandaag=vandaag)
    vraag = Gegevensvraag.objects.open().filter(pk=link.object_id).select_related("organisatie").first()
    if vraag is None:
        raise LinkOngeldig
    organisatie, gewijzigd = vraag.organisatie, False
    if antwoord.gegevens is not None:
        gewijzigd = bool(
            gegevens_toepassen(organisatie=organisatie, gegevens=antwoord.gegevens, door=None, vandaag=vandaag)
        )
        gewijzigd = _contacten_toepassen(organisatie, antwoord, vandaag) or gewijzigd
    check = Gegevenscheck(
        organisatie=organisatie,
        langs=Checkweg.LINK,
        is_gewijzigd=gewijzigd,
        opmerking=antwoord.opmerking.strip(),
    )
    return _bewaar(check, None, vandaag)


def sluit_open_vraag(
    *, organisatie: Organisatie, door: Toegang | None, vandaag: date, nu: datetime
) -> Gegevensvraag | None:
    """Answered along any way: the links to it stop working, and no reminder follows."""
    vraag = Gegevensvraag.objects.open().select_for_update(of=("self",)).filter(organisatie=organisatie).first()
    if vraag is None:
        return None
    vraag.beantwoord_op = vandaag
    vraag.save(update_fields=["beantwoord_op"])
    trek_vraaglinks_in(vraag, nu)
    sluit_opvolging(sleutel=opvolgsleutel(vraag), vandaag=vandaag, door=door)
    return vraag


def opvolgsleutel(vraag: Gegevensvraag) -> str:
    return f"gegevens:{vraag.pk}"


def trek_vraaglinks_in(vraag: Gegevensvraag, nu: datetime) -> None:
    """A link belongs inside the partner, so it is revoked in the scope of the partner."""
    with gebied_context(current_scope().gebied, lid_van=[vraag.organisatie_id]):
        partnerlinks_intrekken(doel=Partnerlinkdoel.GEGEVENS, object_id=vraag.pk, nu=nu)


def _bewaar(check: Gegevenscheck, door: Toegang | None, vandaag: date) -> Gegevenscheck:
    check.bevestigd_op, check.door_id = vandaag, door.user_id if door else None
    check.full_clean(exclude=["gebied"])
    check.save()
    Contactpersoon.objects.filter(organisatie=check.organisatie_id, is_actief=True).update(bevestigd_op=vandaag)
    sluit_open_vraag(organisatie=check.organisatie, door=door, vandaag=vandaag, nu=timezone.now())
    record_event("gegevens.nagekeken", check, door=door, organisatie=check.organisatie_id, langs=check.langs)
    return check


def _contacten_toepassen(organisatie: Organisatie, antwoord: Antwoord, vandaag: date) -> bool:
    eigen = {c.pk: c for c in Contactpersoon.objects.filter(organisatie=organisatie, is_actief=True)}
    gewijzigd = 0
    for rij in antwoord.contacten:
        contact = eigen.get(rij.contact_id)
        if contact is not None and _contact_toepassen(contact, rij):
            gewijzigd += 1
    if antwoord.nieuw is not None:
        contactpersoon_toevoegen(organisatie=organisatie, gegevens=antwoord.nieuw, door=None)
        gewijzigd += 1
    if not Contactpersoon.objects.filter(organisatie=organisatie, is_actief=True).exists():
        raise DomainError("Er blijft niemand over om te bellen. Vul een nieuwe contactpersoon in.")
    if gewijzigd:
        zin = "Een contactpersoon gewijzigd." if gewijzigd == 1 else f"{gewijzigd} contactpersonen gewijzigd."
        noteer_wijziging(organisatie, Wijzigonderwerp.CONTACT, zin, door=None, vandaag=vandaag)
    return gewijzigd > 0


def _contact_toepassen(contact: Contactpersoon, rij: ContactAntwoord) -> bool:
    if rij.is_weg:
        contact.is_actief = False
        contact.save(update_fields=["is_actief"])
        record_event("contactpersoon.gedeactiveerd", contact, door=None, organisatie=contact.organisatie_id)
        return True
    anders = any(
        getattr(contact, veld) != getattr(rij.gegevens, veld) for veld in ContactGegevens.__dataclass_fields__
    )
    if anders:
        contactpersoon_bijwerken(contact=contact, gegevens=rij.gegevens, door=None)
    return anders
