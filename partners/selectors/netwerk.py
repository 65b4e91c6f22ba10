"""The network of the gebied: its organisaties with what is agreed with them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from partners.models import Contactpersoon, Werkplaats
from partners.selectors.gegevens import organisaties_met_nazicht
from regie.core.models import Organisatie
from regie.core.validators import toon_kbo, toon_telefoon


@dataclass(frozen=True, slots=True)
class OrganisatieKaart:
    """One organisatie as its page shows it."""

    organisatie: Organisatie
    kbo: str
    telefoon: str
    contactpersonen: list[Contactpersoon]
    werkplaatsen: list[Werkplaats]
    aantal_plaatsen: int


def organisaties_lijst(vandaag: date) -> QuerySet[Organisatie]:
    """Every organisatie of the gebied with its number of active contact persons and of places open today."""
    contacten = Contactpersoon.objects.filter(organisatie=OuterRef("pk"), is_actief=True)
    plaatsen = Werkplaats.objects.open_op(vandaag).filter(gebruiker=OuterRef("pk"))
    return (
        organisaties_met_nazicht(vandaag)
        .select_related("gemeente")
        .annotate(
            aantal_contacten=_tel(contacten.order_by().values("organisatie").annotate(n=Count("pk")).values("n")),
            aantal_plaatsen=_tel(plaatsen.order_by().values("gebruiker").annotate(n=Sum("aantal")).values("n")),
        )
    )


def _tel(vraag: QuerySet) -> Coalesce:
    return Coalesce(Subquery(vraag), 0, output_field=IntegerField())


def organisatie_kaart(organisatie: Organisatie, *, vandaag: date) -> OrganisatieKaart:
    werkplaatsen = list(Werkplaats.objects.filter(gebruiker=organisatie).order_by("-van", "functie"))
    return OrganisatieKaart(
        organisatie=organisatie,
        kbo=toon_kbo(organisatie.kbo),
        telefoon=toon_telefoon(organisatie.telefoon),
        contactpersonen=list(Contactpersoon.objects.filter(organisatie=organisatie).order_by("-is_actief", "naam")),
        werkplaatsen=werkplaatsen,
        aantal_plaatsen=sum(w.aantal for w in werkplaatsen if w.van <= vandaag and (not w.tot or w.tot >= vandaag)),
    )
