"""Employers of the gebied, as lists and as one card."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from partners.models import Contactpersoon, Vestiging, Werkgever
from regie.core.names import naam_sleutel
from regie.core.validators import toon_kbo, toon_telefoon


@dataclass(frozen=True, slots=True)
class WerkgeverKaart:
    """One employer as its card shows it."""

    werkgever: Werkgever
    kbo: str
    telefoon: str
    contactpersonen: list[Contactpersoon]
    vestigingen: list[Vestiging]


def werkgevers_lijst(*, zoek: str = "") -> QuerySet[Werkgever]:
    rijen = Werkgever.objects.filter(gearchiveerd_op=None).select_related("gemeente", "accounthouder")
    if sleutel := naam_sleutel(zoek):
        rijen = rijen.filter(sleutel__contains=sleutel)
    return rijen.order_by("sleutel", "pk")


def werkgever_kaart(werkgever: Werkgever) -> WerkgeverKaart:
    return WerkgeverKaart(
        werkgever=werkgever,
        kbo=toon_kbo(werkgever.kbo),
        telefoon=toon_telefoon(werkgever.telefoon),
        contactpersonen=list(contactpersonen_van(werkgever)),
        vestigingen=list(werkgever.vestigingen.select_related("gemeente").order_by("naam", "ven")),
    )


def contactpersonen_van(werkgever: Werkgever) -> QuerySet[Contactpersoon]:
    """On the card itself, or on the partner the employer has become."""
    van = Q(werkgever=werkgever)
    if werkgever.organisatie_id:
        van |= Q(organisatie_id=werkgever.organisatie_id)
    return Contactpersoon.objects.filter(van).order_by("-is_actief", "naam")
