"""A partner as it sees itself: its people with or without an account, and what the region knows about it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from partners.enums import DoorverwijzingStatus
from partners.models import Contactpersoon, Doorverwijzing, Partnerlink, Werkplaats
from partners.transitions import BEHOEFTE_LOPEND
from regie.accounts.models import Uitnodiging
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import Rol, Toegang


@dataclass(slots=True)
class Mens:
    """One person of a partner: contact person, account or both, known by the e-mail address."""

    naam: str
    email: str
    contact: Contactpersoon | None = None
    lid: Lidmaatschap | None = None
    uitnodiging: Uitnodiging | None = None
    uitnodiging_verlopen: bool = False

    @property
    def sleutel(self) -> str:
        """What an address or a form calls this person."""
        if self.contact is not None:
            return f"contact:{self.contact.pk}"
        return f"account:{self.lid.user_id}" if self.lid else ""

    @property
    def is_actief(self) -> bool:
        return self.lid is not None or self.uitnodiging is not None or bool(self.contact and self.contact.is_actief)


@dataclass(frozen=True, slots=True)
class WatDeRegioWeet:
    """What is kept about a partner, as numbers; what stands behind them has pages of its own."""

    contactpersonen: int
    plaatsen: int
    links: int  # addresses that still work, for who has no account
    onbeantwoord: int  # needs of employers that were sent here and wait for an answer


def eigen_organisaties(toegang: Toegang) -> list[Organisatie]:
    """Of which this person keeps the data, by name."""
    rijen = Organisatie.objects.van_gebied().filter(pk__in=toegang.partner_van)
    return list(rijen.select_related("gemeente").order_by("naam"))


def mensen_van(organisatie: Organisatie, *, vandaag: date, nu: datetime) -> list[Mens]:
    """Active people first, by name."""
    mensen: dict[str, Mens] = {}
    for contact in Contactpersoon.objects.filter(organisatie=organisatie).order_by("-is_actief", "naam"):
        mensen[contact.email.lower() or str(contact.pk)] = Mens(contact.naam, contact.email, contact=contact)
    leden = Lidmaatschap.objects.filter(organisatie=organisatie, rol=Rol.PARTNERCONTACT).exclude(tot__lt=vandaag)
    for lid in leden.select_related("user").order_by("van"):
        mens = mensen.setdefault(lid.user.email.lower(), Mens(lid.user.naam, lid.user.email))
        mens.lid = lid
    lopend = Uitnodiging.objects.filter(organisatie=organisatie, aanvaard_op=None, ingetrokken_op=None)
    for uitnodiging in lopend.order_by("created_at"):
        naam = f"{uitnodiging.voornaam} {uitnodiging.familienaam}"
        mens = mensen.setdefault(uitnodiging.email.lower(), Mens(naam, uitnodiging.email))
        mens.uitnodiging, mens.uitnodiging_verlopen = uitnodiging, uitnodiging.geldig_tot <= nu
    return sorted(mensen.values(), key=lambda mens: (not mens.is_actief, mens.naam.casefold()))


def mens_van(organisatie: Organisatie, sleutel: str, *, vandaag: date, nu: datetime) -> Mens | None:
    """The person a form calls `sleutel`; only of this organisatie."""
    mensen = mensen_van(organisatie, vandaag=vandaag, nu=nu)
    return next((mens for mens in mensen if sleutel and mens.sleutel == sleutel), None)


def wat_de_regio_weet(organisatie: Organisatie, *, vandaag: date) -> WatDeRegioWeet:
    gevraagd = Doorverwijzing.objects.filter(organisatie=organisatie, status=DoorverwijzingStatus.GEVRAAGD)
    return WatDeRegioWeet(
        contactpersonen=Contactpersoon.objects.filter(organisatie=organisatie, is_actief=True).count(),
        plaatsen=Werkplaats.objects.open_op(vandaag).filter(gebruiker=organisatie).count(),
        links=Partnerlink.objects.bruikbaar(vandaag).filter(eigenaar=organisatie).count(),
        onbeantwoord=gevraagd.filter(behoefte__status__in=BEHOEFTE_LOPEND).count(),
    )


def eigen_contact(contact_id: UUID, toegang: Toegang) -> Contactpersoon | None:
    rijen = Contactpersoon.objects.filter(organisatie__in=toegang.partner_van).select_related("organisatie")
    return rijen.filter(pk=contact_id).first()
