"""What shows that an action was done: added by who follows it up, withdrawn and put back, never wiped."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from actieplannen.enums import Bewijssoort
from actieplannen.models import Actie, Bewijsstuk
from actieplannen.services.rechten import eis_opvolgen
from actieplannen.services.wijzigen import open_voor_opvolging
from partners.enums import Bijlageonderwerp
from partners.models import Bijlage
from partners.services.bijlagen import bijlage_terugzetten, bijlage_toevoegen, bijlage_wissen
from regie.core.audit import record_event
from regie.core.bestanden import Bestand
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True, kw_only=True)
class BewijsGegevens:
    titel: str
    datum: date
    soort: str = Bewijssoort.VERSLAG
    adres: str = ""


@transaction.atomic
def bewijs_toevoegen(
    *, actie: Actie, gegevens: BewijsGegevens, bestand: Bestand | None = None, door: Toegang, vandaag: date
) -> Bewijsstuk:
    """A piece of evidence is a file, an address on the web, or both."""
    _open(actie, door)
    if bestand is None and not gegevens.adres:
        raise DomainError("Voeg een bestand toe of een webadres: zonder is er niets om te tonen.")
    if gegevens.datum > vandaag:
        raise DomainError("Bewijs gaat over iets dat al gebeurd is. Kies een dag tot en met vandaag.")
    bewijs = Bewijsstuk(
        actie=actie,
        soort=gegevens.soort,
        titel=gegevens.titel,
        datum=gegevens.datum,
        adres=gegevens.adres,
        door_id=door.user_id,
    )
    try:
        bewijs.full_clean(exclude=["gebied", "actie", "door"])
    except ValidationError as fout:
        raise DomainErrors(fout.messages) from None
    bewijs.save()
    if bestand is not None:
        bijlage_toevoegen(
            onderwerp=Bijlageonderwerp.BEWIJS, object_id=bewijs.pk, bestand=bestand, door=door, vandaag=vandaag
        )
    record_event("bewijs.toegevoegd", bewijs, door=door, actie=str(actie.pk))
    return bewijs


@transaction.atomic
def bewijs_intrekken(*, bewijs: Bewijsstuk, door: Toegang, vandaag: date) -> Bewijsstuk:
    """It no longer counts and is no longer shown; it can be put back."""
    return _zet(bewijs, vandaag, "bewijs.ingetrokken", door)


@transaction.atomic
def bewijs_terugzetten(*, bewijs: Bewijsstuk, door: Toegang) -> Bewijsstuk:
    return _zet(bewijs, None, "bewijs.teruggezet", door)


@transaction.atomic
def actiebestand_toevoegen(*, actie: Actie, bestand: Bestand, soort: str, door: Toegang, vandaag: date) -> Bijlage:
    """A file with the action itself: a note, a letter, a flyer."""
    _open(actie, door)
    return bijlage_toevoegen(
        onderwerp=Bijlageonderwerp.PLANACTIE,
        object_id=actie.pk,
        bestand=bestand,
        soort=soort,
        door=door,
        vandaag=vandaag,
    )


@transaction.atomic
def actiebestand_wissen(*, actie: Actie, bijlage: Bijlage, door: Toegang, vandaag: date) -> Bijlage:
    """Also a file of its evidence; what an accounted plan shows stays."""
    _open(actie, door)
    return bijlage_wissen(bijlage=bijlage, door=door, vandaag=vandaag)


@transaction.atomic
def actiebestand_terugzetten(*, actie: Actie, bijlage: Bijlage, door: Toegang) -> Bijlage:
    _open(actie, door)
    return bijlage_terugzetten(bijlage=bijlage, door=door)


def _open(actie: Actie, door: Toegang) -> None:
    open_voor_opvolging(actie.doelstelling.plan)
    eis_opvolgen(actie, door)


def _zet(bewijs: Bewijsstuk, op: date | None, soort: str, door: Toegang) -> Bewijsstuk:
    bewijs = Bewijsstuk.objects.select_for_update(of=("self",)).get(pk=bewijs.pk)
    _open(bewijs.actie, door)
    bewijs.ingetrokken_op = op
    bewijs.save(update_fields=["ingetrokken_op"])
    record_event(soort, bewijs, door=door)
    return bewijs
