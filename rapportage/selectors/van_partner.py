"""The rapporten one partner received, and who there gets them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from partners.models import Contactpersoon
from rapportage.enums import VerzendStatus
from rapportage.models import RapportAbonnement, Verzending
from rapportage.selectors.archief import onderdelen_tekst
from rapportage.selectors.ontvangers import ontvanger_naam
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import Rol


@dataclass(frozen=True, slots=True)
class AbonnementRij:
    abonnement: RapportAbonnement
    naam: str
    onderdelen: str


def ontvangen_van(organisatie: Organisatie, *, aantal: int | None = None) -> list[Verzending]:
    """What really left to somebody of this organisatie, the latest first, without the weight of the files."""
    rijen = Verzending.objects.filter(organisatie=organisatie, status=VerzendStatus.VERZONDEN)
    rijen = rijen.select_related("rapport").defer("rapport__pdf", "rapport__momentopname").order_by("-verzonden_op")
    return list(rijen[:aantal])


def abonnementen_van(organisatie: Organisatie, *, vandaag: date) -> list[AbonnementRij]:
    """Of its contact persons, and of accounts that are partnercontact there."""
    rijen = abonnementen_bij(organisatie, vandaag=vandaag).select_related("contactpersoon", "user")
    uit = [AbonnementRij(a, ontvanger_naam(a), onderdelen_tekst(a.onderdelen)) for a in rijen]
    return sorted(uit, key=lambda rij: (not rij.abonnement.is_actief, rij.naam.casefold()))


def abonnementen_bij(organisatie: Organisatie, *, vandaag: date) -> QuerySet[RapportAbonnement]:
    leden = Lidmaatschap.objects.geldig_op(vandaag).filter(organisatie=organisatie, rol=Rol.PARTNERCONTACT)
    contacten = Contactpersoon.objects.filter(organisatie=organisatie)
    return RapportAbonnement.objects.filter(
        Q(contactpersoon__in=contacten.values("pk")) | Q(user__in=leden.values("user"))
    )
