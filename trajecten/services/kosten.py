"""The amounts an OCMW counts with, for itself and for one traject or place."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang
from trajecten.models import Kostenafspraak, Kostenkader, Plaatsing, Tariefafspraak, Traject
from trajecten.services.spoor import noteer


@transaction.atomic
def kostenkader_bewaren(
    *,
    eigenaar_id: int,
    van: date,
    loonkost: Decimal | None,
    begeleidingsuren: Decimal | None,
    uurkost: Decimal | None,
    door: Toegang,
) -> Kostenkader:
    """From `van` on the OCMW counts with these amounts; the same day again corrects them."""
    if eigenaar_id not in door.organisatie_ids:
        raise DomainError("Je kunt alleen de bedragen van je eigen OCMW invullen.")
    if loonkost is None and begeleidingsuren is None and uurkost is None:
        raise DomainError("Vul minstens een bedrag in.")
    kader = Kostenkader.objects.filter(eigenaar_id=eigenaar_id, van=van).first()
    kader = kader or Kostenkader(eigenaar_id=eigenaar_id, van=van)
    kader.loonkost, kader.begeleidingsuren, kader.uurkost = loonkost, begeleidingsuren, uurkost
    kader.full_clean(exclude=["eigenaar"])
    kader.save()
    return kader


@transaction.atomic
def kostenafspraak_bewaren(
    *, traject: Traject, leefloon: str, loonkost: Decimal | None, door: Toegang, vandaag: date
) -> Kostenafspraak:
    afspraak, _ = Kostenafspraak.objects.get_or_create(traject=traject, defaults={"eigenaar_id": traject.eigenaar_id})
    afspraak.leefloon, afspraak.loonkost = leefloon, loonkost
    afspraak.full_clean(exclude=["eigenaar"])
    afspraak.save()
    noteer(traject.client, "wijziging", "Kosten van het traject aangepast", datum=vandaag, door=door)
    return afspraak


@transaction.atomic
def tariefafspraak_bewaren(
    *, plaatsing: Plaatsing, functieniveau: str, bedrag: Decimal | None, reden: str, door: Toegang, vandaag: date
) -> Tariefafspraak:
    """The level of the tariff table that holds for one place, or an own amount with its reason."""
    if bedrag is not None and not reden.strip():
        raise DomainError("Schrijf waarom het bedrag afwijkt van de tarieftabel.")
    afspraak, _ = Tariefafspraak.objects.get_or_create(
        plaatsing=plaatsing, defaults={"eigenaar_id": plaatsing.eigenaar_id}
    )
    afspraak.functieniveau, afspraak.bedrag = functieniveau, bedrag
    afspraak.reden = reden.strip() if bedrag is not None else ""
    afspraak.full_clean(exclude=["eigenaar"])
    afspraak.save()
    noteer(plaatsing.stap.traject.client, "plaatsing", "Tarief van de plaats aangepast", datum=vandaag, door=door)
    return afspraak
