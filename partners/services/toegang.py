"""Accounts of a partner: the region or a colleague invites, only as partnercontact and only for that organisatie."""

from datetime import date, datetime

from django.db import transaction

from partners.enums import Wijzigonderwerp
from partners.models import Contactpersoon
from partners.services.eigen import noteer_wijziging
from partners.services.netwerk import VAN_HET_PLATFORM, ContactGegevens, contactpersoon_toevoegen
from regie.accounts.models import Uitnodiging
from regie.accounts.services import (
    uitnodiging_intrekken,
    uitnodiging_opnieuw_versturen,
    uitnodiging_versturen,
)
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Recht, Rol, Toegang


@transaction.atomic
def partner_uitnodigen(
    *,
    organisatie: Organisatie,
    voornaam: str,
    familienaam: str,
    email: str,
    door: Toegang,
    nu: datetime,
    vandaag: date,
) -> Uitnodiging:
    """Who is invited becomes a contact person too, so that everybody knows whom to ring."""
    _mag_uitnodigen(organisatie, door)
    uitnodiging = uitnodiging_versturen(
        email=email,
        voornaam=voornaam,
        familienaam=familienaam,
        organisatie=organisatie,
        rol=Rol.PARTNERCONTACT,
        door=door,
        nu=nu,
    )
    if not Contactpersoon.objects.filter(organisatie=organisatie, email__iexact=email.strip()).exists():
        gegevens = ContactGegevens(naam=f"{voornaam} {familienaam}", email=uitnodiging.email)
        contactpersoon_toevoegen(organisatie=organisatie, gegevens=gegevens, door=door)
    _noteer(organisatie, "Een collega uitgenodigd voor een account.", door, vandaag)
    return uitnodiging


@transaction.atomic
def partneruitnodiging_opnieuw(*, uitnodiging: Uitnodiging, door: Toegang, nu: datetime, vandaag: date) -> Uitnodiging:
    _mag_uitnodigen(uitnodiging.organisatie, door)
    uitnodiging = uitnodiging_opnieuw_versturen(uitnodiging=uitnodiging, door=door, nu=nu)
    _noteer(uitnodiging.organisatie, "Een uitnodiging voor een account opnieuw verstuurd.", door, vandaag)
    return uitnodiging


@transaction.atomic
def partneruitnodiging_intrekken(
    *, uitnodiging: Uitnodiging, door: Toegang, nu: datetime, vandaag: date
) -> Uitnodiging:
    _mag_uitnodigen(uitnodiging.organisatie, door)
    uitnodiging = uitnodiging_intrekken(uitnodiging=uitnodiging, door=door, nu=nu)
    _noteer(uitnodiging.organisatie, "Een uitnodiging voor een account ingetrokken.", door, vandaag)
    return uitnodiging


def _mag_uitnodigen(organisatie: Organisatie, door: Toegang) -> None:
    if organisatie.type in VAN_HET_PLATFORM:
        raise DomainError(f"Mensen van {organisatie} nodig je uit bij Mensen en rollen, met hun eigen rol.")
    if not (door.mag(Recht.LEDEN_BEHEREN) or organisatie.pk in door.partner_van):
        raise DomainError("Je kunt alleen collega's van je eigen organisatie uitnodigen.")


def _noteer(organisatie: Organisatie, zin: str, door: Toegang, vandaag: date) -> None:
    """Only what the partner does itself: what the region does, it knows."""
    if organisatie.pk in door.partner_van:
        noteer_wijziging(organisatie, Wijzigonderwerp.TOEGANG, zin, door=door, vandaag=vandaag)
