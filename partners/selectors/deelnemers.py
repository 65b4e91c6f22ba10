"""Who can be invited to a meeting: contact persons of partners, and accounts of the gebied."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from partners.models import Contactpersoon
from regie.core.models import Lidmaatschap
from regie.core.permissions import RECHTEN, Recht, Rol
from regie.core.tenancy import current_gebied_id

LEZERS = [rol for rol in Rol if Recht.AFSPRAAK_BEKIJKEN in RECHTEN[rol]]


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """Somebody who can be mailed. `sleutel` is the value in a list of choices."""

    sleutel: str
    naam: str
    email: str
    organisatie_id: int | None = None
    contactpersoon_id: UUID | None = None
    user_id: int | None = None
    organisatie: str = ""

    @classmethod
    def van_contact(cls, contact: Contactpersoon) -> "Kandidaat":
        return cls(
            sleutel=f"c{contact.pk}",
            naam=contact.naam,
            email=contact.email,
            organisatie_id=contact.organisatie_id,
            contactpersoon_id=contact.pk,
            organisatie=str(contact.organisatie),
        )

    def velden(self) -> dict[str, Any]:
        return {
            "naam": self.naam,
            "email": self.email,
            "organisatie_id": self.organisatie_id,
            "contactpersoon_id": self.contactpersoon_id,
            "user_id": self.user_id,
        }


def kandidaten(vandaag: date) -> list[Kandidaat]:
    """By organisatie, then by name; somebody with an account is not listed again as a contact person."""
    accounts = [_van_lid(lid) for lid in _leden(vandaag)]
    per_email = {kandidaat.email.lower(): kandidaat for kandidaat in accounts}
    contacten = Contactpersoon.objects.filter(is_actief=True, organisatie__isnull=False).exclude(email="")
    for contact in contacten.select_related("organisatie").order_by("naam"):
        per_email.setdefault(contact.email.lower(), Kandidaat.van_contact(contact))
    return sorted(per_email.values(), key=lambda k: (k.organisatie.lower(), k.naam.lower()))


def accounts_van_gebied(vandaag: date) -> list[tuple[int, str]]:
    """(id, "naam, organisatie") of everybody who reads the list of follow-ups."""
    rijen = {lid.user_id: f"{lid.user.naam}, {lid.organisatie}" for lid in _leden(vandaag)}
    return sorted(rijen.items(), key=lambda rij: rij[1].lower())


def _leden(vandaag: date) -> list[Lidmaatschap]:
    leden = Lidmaatschap.objects.geldig_op(vandaag).filter(gebied_id=current_gebied_id(), rol__in=LEZERS)
    return list(leden.filter(user__is_active=True).select_related("user", "organisatie").order_by("pk"))


def _van_lid(lid: Lidmaatschap) -> Kandidaat:
    return Kandidaat(
        sleutel=f"u{lid.user_id}",
        naam=lid.user.naam,
        email=lid.user.email,
        organisatie_id=lid.organisatie_id,
        user_id=lid.user_id,
        organisatie=str(lid.organisatie),
    )
