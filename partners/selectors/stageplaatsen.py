"""Places to learn on the job in the region, of employers and of local authorities: which are free, where and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from partners.enums import BehoefteStatus
from partners.models import Behoefte
from regie.core.models import Organisatie
from regie.core.models.organisatie import Gebruikerscategorie, OrganisatieType

BESTUUR = (OrganisatieType.GEMEENTE, OrganisatieType.OCMW, OrganisatieType.WERKGEVER_PUBLIEK)


def stageplaatsen(vandaag: date) -> QuerySet[Behoefte]:
    """What can be used today or later; filled ones too, as long as their period runs."""
    telt = (BehoefteStatus.OPEN, BehoefteStatus.TOEGEWEZEN, BehoefteStatus.INGEVULD)
    rijen = Behoefte.objects.gepubliceerd().leerplaatsen().filter(status__in=telt)
    return (
        rijen.filter(Q(geldig_tot=None) | Q(geldig_tot__gte=vandaag))
        .annotate(plek=Coalesce("vestiging__gemeente__naam", "werkgever__gemeente__naam"))
        .select_related("werkgever__gemeente", "werkgever__organisatie", "vestiging__gemeente", "contactpersoon")
        .order_by("plek", "werkgever__sleutel", "functie")
    )


@dataclass(frozen=True, slots=True)
class PerGemeente:
    gemeente: str
    plaatsen: int
    bezet: int

    @property
    def vrij(self) -> int:
        return self.plaatsen - self.bezet


def per_gemeente(rijen: Iterable[Behoefte]) -> list[PerGemeente]:
    tellingen: dict[str, tuple[int, int]] = {}
    for rij in rijen:
        plek = getattr(rij, "plek", "") or "gemeente niet gekend"
        plaatsen, bezet = tellingen.get(plek, (0, 0))
        tellingen[plek] = (plaatsen + rij.aantal, bezet + rij.aantal_ingevuld)
    return [PerGemeente(plek, *tellingen[plek]) for plek in sorted(tellingen)]


def besturen() -> QuerySet[Organisatie]:
    """Local authorities of the gebied, as employers: by their kind, or because they host as a public body."""
    publiek = Q(type__in=BESTUUR) | Q(gebruikerscategorie=Gebruikerscategorie.PUBLIEK)
    return Organisatie.objects.van_gebied().filter(publiek, is_actief=True).order_by("naam")
