"""Keeping the network up to date: organisaties and the people one rings there."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.text import slugify

from partners.enums import Taal
from partners.models import Contactpersoon, Werkgever
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Gemeente, Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.permissions import Toegang
from regie.core.tenancy import current_gebied_id

# Who owns dossiers, or runs the gebied, is registered by the platform: a mistake there reaches client data.
VAN_HET_PLATFORM = frozenset({OrganisatieType.OCMW, OrganisatieType.REGIEVERBAND})


@dataclass(frozen=True, slots=True)
class OrganisatieGegevens:
    naam: str
    type: str
    kbo: str = ""
    gemeente: Gemeente | None = None
    gebruikerscategorie: str = ""
    email: str = ""
    telefoon: str = ""
    website: str = ""
    is_actief: bool = True


@dataclass(frozen=True, slots=True)
class ContactGegevens:
    naam: str
    email: str
    functie: str = ""
    telefoon: str = ""
    taal: str = Taal.NL
    toestemming_op: date | None = None


@transaction.atomic
def organisatie_toevoegen(*, gegevens: OrganisatieGegevens, door: Toegang) -> Organisatie:
    organisatie = Organisatie(gebied_id=current_gebied_id(), slug=_vrije_slug(gegevens.naam))
    return _organisatie_bewaren(organisatie, gegevens, "organisatie.toegevoegd", door)


@transaction.atomic
def organisatie_bijwerken(*, organisatie: Organisatie, gegevens: OrganisatieGegevens, door: Toegang) -> Organisatie:
    organisatie = Organisatie.objects.van_gebied().select_for_update(of=("self",)).get(pk=organisatie.pk)
    if organisatie.type in VAN_HET_PLATFORM and gegevens.type != organisatie.type:
        raise DomainError("De soort van een OCMW of regieverband kan alleen het platformbeheer wijzigen.")
    return _organisatie_bewaren(organisatie, gegevens, "organisatie.bijgewerkt", door)


@transaction.atomic
def contactpersoon_toevoegen(
    *, organisatie: Organisatie, gegevens: ContactGegevens, door: Toegang | None
) -> Contactpersoon:
    contact = Contactpersoon(organisatie=organisatie)
    return _contact_bewaren(contact, gegevens, "contactpersoon.toegevoegd", door)


@transaction.atomic
def werkgever_contact_toevoegen(*, werkgever: Werkgever, gegevens: ContactGegevens, door: Toegang) -> Contactpersoon:
    """On the card, or on the partner the employer has become."""
    if werkgever.organisatie is not None:
        return contactpersoon_toevoegen(organisatie=werkgever.organisatie, gegevens=gegevens, door=door)
    contact = Contactpersoon(werkgever=werkgever)
    return _contact_bewaren(contact, gegevens, "contactpersoon.toegevoegd", door)


@transaction.atomic
def contactpersoon_bijwerken(
    *, contact: Contactpersoon, gegevens: ContactGegevens, door: Toegang | None
) -> Contactpersoon:
    contact = Contactpersoon.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    return _contact_bewaren(contact, gegevens, "contactpersoon.bijgewerkt", door)


@transaction.atomic
def contactpersoon_deactiveren(*, contact: Contactpersoon, door: Toegang) -> Contactpersoon:
    """No longer somebody to ring or mail; what was sent before stays known."""
    return _contact_aan_of_uit(contact, False, "contactpersoon.gedeactiveerd", door)


@transaction.atomic
def contactpersoon_activeren(*, contact: Contactpersoon, door: Toegang) -> Contactpersoon:
    return _contact_aan_of_uit(contact, True, "contactpersoon.geactiveerd", door)


def _organisatie_bewaren(
    organisatie: Organisatie, gegevens: OrganisatieGegevens, soort: str, door: Toegang
) -> Organisatie:
    if gegevens.type in VAN_HET_PLATFORM and organisatie.type != gegevens.type:
        raise DomainError("Een OCMW of regieverband wordt toegevoegd door het platformbeheer.")
    for veld in OrganisatieGegevens.__dataclass_fields__:
        setattr(organisatie, veld, getattr(gegevens, veld))
    organisatie.full_clean()
    organisatie.save()
    record_event(soort, organisatie, door=door)
    return organisatie


def _vrije_slug(naam: str) -> str:
    basis = slugify(naam)[:70] or "organisatie"
    bezet = set(Organisatie.objects.van_gebied().filter(slug__startswith=basis).values_list("slug", flat=True))
    nummer = next(n for n in range(1, len(bezet) + 2) if (basis if n == 1 else f"{basis}-{n}") not in bezet)
    return basis if nummer == 1 else f"{basis}-{nummer}"


def _contact_bewaren(
    contact: Contactpersoon, gegevens: ContactGegevens, soort: str, door: Toegang | None
) -> Contactpersoon:
    if not (gegevens.email or gegevens.telefoon):
        raise DomainError("Vul een e-mailadres of een telefoonnummer in: anders kan niemand deze persoon bereiken.")
    for veld in ContactGegevens.__dataclass_fields__:
        setattr(contact, veld, getattr(gegevens, veld))
    contact.full_clean()
    contact.save()
    record_event(soort, contact, door=door, organisatie=contact.organisatie_id)
    return contact


def _contact_aan_of_uit(contact: Contactpersoon, actief: bool, soort: str, door: Toegang) -> Contactpersoon:
    contact = Contactpersoon.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    contact.is_actief = actief
    contact.save(update_fields=["is_actief"])
    record_event(soort, contact, door=door, organisatie=contact.organisatie_id)
    return contact
