"""Files with agreements, meetings and decisions: take in, read, remove and put back. Never papers of a client."""

from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction

from partners.enums import Bijlageonderwerp, Bijlagesoort
from partners.models import Bijlage
from regie.core import kluis
from regie.core.audit import record_event
from regie.core.bestanden import Bestand, keur
from regie.core.bestandssoort import veilige_naam
from regie.core.exceptions import DomainError
from regie.core.parameters import waarde
from regie.core.permissions import Toegang
from regie.core.virusscan import scan


@transaction.atomic
def bijlage_toevoegen(
    *,
    onderwerp: Bijlageonderwerp,
    object_id: UUID,
    bestand: Bestand,
    soort: Bijlagesoort | str = Bijlagesoort.ANDER,
    eigenaar_id: int | None = None,
    gedeeld: bool = True,
    door: Toegang,
    vandaag: date,
) -> Bijlage:
    """Keep a file; its kind follows from its content and a virus is refused. Without `eigenaar_id`: the own house."""
    herkend = keur(bestand.inhoud, vandaag=vandaag)
    bijlage = Bijlage(
        eigenaar_id=eigenaar_id or _huis(door),
        gedeeld=gedeeld,
        onderwerp=onderwerp,
        object_id=object_id,
        soort=soort,
        naam=veilige_naam(bestand.naam, herkend),
        mime=herkend.mime,
        grootte=len(bestand.inhoud),
        sha256=sha256(bestand.inhoud).hexdigest(),
        is_gescand=scan(bestand.inhoud),
        door_id=door.user_id,
    )
    bijlage.full_clean(exclude=["gebied", "eigenaar", "door"])
    bijlage.save()
    kluis.schrijf(bijlage.pk, bestand.inhoud)
    record_event("bijlage.toegevoegd", bijlage, door=door, onderwerp=onderwerp, bij=str(object_id))
    return bijlage


@transaction.atomic
def bijlage_lezen(*, bijlage: Bijlage, door: Toegang) -> bytes:
    """The file itself; who opened it is written down first."""
    record_event("bijlage.gelezen", bijlage, door=door)
    return kluis.lees(bijlage.pk)


@transaction.atomic
def bijlage_wissen(*, bijlage: Bijlage, door: Toegang, vandaag: date) -> Bijlage:
    """Out of every list; the bytes stay as long as the parameter document_wissen says, so it can be put back."""
    return _zet_verwijderd(bijlage, vandaag, "bijlage.verwijderd", door)


@transaction.atomic
def bijlage_terugzetten(*, bijlage: Bijlage, door: Toegang) -> Bijlage:
    return _zet_verwijderd(bijlage, None, "bijlage.teruggezet", door)


@transaction.atomic
def bijlagen_delen(*, onderwerp: Bijlageonderwerp, object_id: UUID, gedeeld: bool) -> None:
    """The files are as shared as what they belong to."""
    Bijlage.objects.filter(onderwerp=onderwerp, object_id=object_id).update(gedeeld=gedeeld)


@transaction.atomic
def verwijderde_bijlagen_wissen(vandaag: date) -> None:
    """Nightly: what was removed long enough ago is gone, bytes and row."""
    grens = vandaag - timedelta(days=int(waarde("document_wissen", op=vandaag)))
    for bijlage in Bijlage.objects.select_for_update(of=("self",)).filter(verwijderd_op__lt=grens).order_by("pk"):
        kluis.wis(bijlage.pk)
        bijlage.delete()


def bekende_bijlagen(sleutels: list[UUID]) -> set[UUID]:
    """Which of these files have a row in the active scope."""
    return set(Bijlage.objects.filter(pk__in=sleutels).values_list("pk", flat=True))


def _huis(door: Toegang) -> int:
    if not door.lid_van:
        raise DomainError("Je hoort bij geen organisatie van dit gebied. Vraag je beheerder om een rol.")
    return door.lid_van[0]


def _zet_verwijderd(bijlage: Bijlage, op: date | None, soort: str, door: Toegang) -> Bijlage:
    bijlage = Bijlage.objects.select_for_update(of=("self",)).get(pk=bijlage.pk)
    if bijlage.eigenaar_id not in door.lid_van:
        raise DomainError(f"Alleen {bijlage.eigenaar} kan dit bestand verwijderen of terugzetten.")
    bijlage.verwijderd_op = op
    bijlage.save(update_fields=["verwijderd_op"])
    record_event(soort, bijlage, door=door)
    return bijlage
