"""Who can get a rapport: contactpersonen of partners, and accounts that may read it."""

from dataclasses import dataclass
from datetime import date

from partners.models import Contactpersoon
from rapportage.models import RapportAbonnement
from regie.core.models import Lidmaatschap
from regie.core.permissions import RECHTEN, Recht
from regie.core.tenancy import current_gebied_id

ROLLEN = [rol for rol, rechten in RECHTEN.items() if Recht.RAPPORT_BEKIJKEN in rechten]


@dataclass(frozen=True, slots=True)
class MogelijkeOntvanger:
    """`sleutel` is what a form sends back: "contact:<id>" or "account:<id>"."""

    sleutel: str
    naam: str
    email: str
    organisatie: str
    organisatie_id: int | None

    @property
    def korte_naam(self) -> str:
        return f"{self.naam}, {self.organisatie}"

    @property
    def label(self) -> str:
        return f"{self.naam}, {self.organisatie} ({self.email})"


def mogelijke_ontvangers(vandaag: date) -> list[MogelijkeOntvanger]:
    """By organisatie and name; one entry per address, the contactpersoon before the account."""
    uit: dict[str, MogelijkeOntvanger] = {}
    for keuze in [*_contactpersonen(), *_accounts(vandaag)]:
        uit.setdefault(keuze.email.lower(), keuze)
    return sorted(uit.values(), key=lambda keuze: (keuze.organisatie.casefold(), keuze.naam.casefold()))


def _contactpersonen() -> list[MogelijkeOntvanger]:
    actief = Contactpersoon.objects.filter(is_actief=True, organisatie__is_actief=True)
    return [
        MogelijkeOntvanger(f"contact:{c.pk}", c.naam, c.email, c.organisatie.naam, c.organisatie_id)
        for c in actief.select_related("organisatie").order_by("organisatie__naam", "naam")
    ]


def _accounts(vandaag: date) -> list[MogelijkeOntvanger]:
    leden = Lidmaatschap.objects.geldig_op(vandaag).filter(gebied=current_gebied_id(), rol__in=ROLLEN)
    return [
        MogelijkeOntvanger(
            f"account:{lid.user_id}", lid.user.naam, lid.user.email, lid.organisatie.naam, lid.organisatie_id
        )
        for lid in leden.select_related("user", "organisatie").order_by("organisatie__naam", "user__last_name", "pk")
    ]


def abonnementen_lijst() -> list[RapportAbonnement]:
    """Active ones first, then by receiver."""
    rijen = RapportAbonnement.objects.select_related("contactpersoon__organisatie", "user")
    return sorted(rijen, key=lambda a: (not a.is_actief, ontvanger_naam(a).casefold()))


def adressen_van_abonnees() -> set[str]:
    rijen = RapportAbonnement.objects.filter(is_actief=True).values_list("contactpersoon__email", "user__email")
    return {(contact or account).lower() for contact, account in rijen}


def ontvanger_naam(abonnement: RapportAbonnement) -> str:
    if abonnement.contactpersoon is not None:
        return abonnement.contactpersoon.naam
    return abonnement.user.naam if abonnement.user is not None else ""
