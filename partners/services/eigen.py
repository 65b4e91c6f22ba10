"""What a partner may change itself: its own contact data and people. Each change is told to who works with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from partners.enums import Checkweg, Wijzigonderwerp
from partners.models import Contactpersoon, Partnerwijziging
from partners.services.netwerk import (
    ContactGegevens,
    contactpersoon_activeren,
    contactpersoon_bijwerken,
    contactpersoon_deactiveren,
    contactpersoon_toevoegen,
)
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Gemeente, Organisatie
from regie.core.permissions import Toegang

NAMEN = {"gemeente": "gemeente", "telefoon": "telefoon", "email": "e-mailadres", "website": "website"}


@dataclass(frozen=True, slots=True)
class EigenGegevens:
    """Name, kind, KBO number and category stay with the region: agreements, tariffs and reports rest on them."""

    gemeente: Gemeente | None = None
    telefoon: str = ""
    email: str = ""
    website: str = ""


def eis_eigen(organisatie: Organisatie, door: Toegang) -> None:
    if organisatie.pk not in door.partner_van:
        raise DomainError(f"Je bent geen partnercontact van {organisatie}. Vraag de regisseur om dit te wijzigen.")


def noteer_wijziging(
    organisatie: Organisatie,
    onderwerp: Wijzigonderwerp,
    omschrijving: str,
    *,
    door: Toegang | None,
    vandaag: date,
    object_id: UUID | None = None,
) -> Partnerwijziging:
    """One sentence without names of people; `door` is empty for who came along a link."""
    return Partnerwijziging.objects.create(
        organisatie=organisatie,
        onderwerp=onderwerp,
        object_id=object_id,
        omschrijving=omschrijving,
        langs=Checkweg.ACCOUNT if door else Checkweg.LINK,
        door_id=door.user_id if door else None,
        op=vandaag,
    )


@transaction.atomic
def eigen_gegevens_bijwerken(
    *, organisatie: Organisatie, gegevens: EigenGegevens, door: Toegang, vandaag: date
) -> Organisatie:
    eis_eigen(organisatie, door)
    gegevens_toepassen(organisatie=organisatie, gegevens=gegevens, door=door, vandaag=vandaag)
    return organisatie


@transaction.atomic
def gegevens_toepassen(
    *, organisatie: Organisatie, gegevens: EigenGegevens, door: Toegang | None, vandaag: date
) -> list[str]:
    """The words of what changed; nothing is written when nothing did."""
    gegrendeld = Organisatie.objects.van_gebied().select_for_update(of=("self",)).get(pk=organisatie.pk)
    anders = [veld for veld in NAMEN if getattr(gegrendeld, veld) != getattr(gegevens, veld)]
    if not anders:
        return []
    for veld in anders:
        setattr(gegrendeld, veld, getattr(gegevens, veld))
        setattr(organisatie, veld, getattr(gegevens, veld))
    gegrendeld.full_clean()
    gegrendeld.save(update_fields=anders)
    woorden = [NAMEN[veld] for veld in anders]
    record_event("organisatie.zelf_bijgewerkt", gegrendeld, door=door, velden=anders)
    noteer_wijziging(
        gegrendeld, Wijzigonderwerp.ORGANISATIE, f"Gewijzigd: {opsomming(woorden)}.", door=door, vandaag=vandaag
    )
    return woorden


@transaction.atomic
def eigen_contact_toevoegen(
    *, organisatie: Organisatie, gegevens: ContactGegevens, door: Toegang, vandaag: date
) -> Contactpersoon:
    eis_eigen(organisatie, door)
    contact = contactpersoon_toevoegen(organisatie=organisatie, gegevens=gegevens, door=door)
    return _nagekeken(contact, "Een contactpersoon toegevoegd.", door, vandaag)


@transaction.atomic
def eigen_contact_bijwerken(
    *, contact: Contactpersoon, gegevens: ContactGegevens, door: Toegang, vandaag: date
) -> Contactpersoon:
    organisatie_van(contact, door)
    contact = contactpersoon_bijwerken(contact=contact, gegevens=gegevens, door=door)
    return _nagekeken(contact, "Een contactpersoon bijgewerkt.", door, vandaag)


@transaction.atomic
def eigen_contact_deactiveren(*, contact: Contactpersoon, door: Toegang, vandaag: date) -> Contactpersoon:
    organisatie = organisatie_van(contact, door)
    anderen = Contactpersoon.objects.filter(organisatie=organisatie, is_actief=True).exclude(pk=contact.pk)
    if not anderen.exists():
        raise DomainError(
            "Dit is jullie enige contactpersoon. Voeg eerst iemand toe, anders weet de regio niet wie te bellen."
        )
    contact = contactpersoon_deactiveren(contact=contact, door=door)
    zin = "Een contactpersoon op niet meer actief gezet."
    noteer_wijziging(organisatie, Wijzigonderwerp.CONTACT, zin, door=door, vandaag=vandaag, object_id=contact.pk)
    return contact


@transaction.atomic
def eigen_contact_activeren(*, contact: Contactpersoon, door: Toegang, vandaag: date) -> Contactpersoon:
    organisatie_van(contact, door)
    contact = contactpersoon_activeren(contact=contact, door=door)
    return _nagekeken(contact, "Een contactpersoon opnieuw actief gezet.", door, vandaag)


def organisatie_van(contact: Contactpersoon, door: Toegang) -> Organisatie:
    if contact.organisatie is None:
        raise DomainError("Deze contactpersoon hoort niet bij jouw organisatie.")
    eis_eigen(contact.organisatie, door)
    return contact.organisatie


def opsomming(woorden: Iterable[str]) -> str:
    *eerste, laatste = list(woorden)
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste


def _nagekeken(contact: Contactpersoon, zin: str, door: Toegang, vandaag: date) -> Contactpersoon:
    """Who adds or changes a person, looked at it today."""
    contact.bevestigd_op = vandaag
    contact.save(update_fields=["bevestigd_op"])
    noteer_wijziging(
        organisatie_van(contact, door),
        Wijzigonderwerp.CONTACT,
        zin,
        door=door,
        vandaag=vandaag,
        object_id=contact.pk,
    )
    return contact
