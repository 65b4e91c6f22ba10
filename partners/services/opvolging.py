"""What the network must come back to: one shared list, on which every topic of partners plans its own."""

from datetime import date
from uuid import UUID

from django.db import transaction

from partners.enums import Opvolgingsoort
from partners.models import Opvolging
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.http import gebied_url
from regie.core.models import Organisatie
from regie.core.permissions import Toegang

LENGTE_TITEL = 200


@transaction.atomic
def plan_opvolging(
    *,
    sleutel: str,
    soort: Opvolgingsoort,
    titel: str,
    datum: date,
    organisatie: Organisatie,
    wie_id: int | None = None,
    adres: str,
    object_id: UUID,
) -> Opvolging:
    """One row per `sleutel`, however often it is planned. Another date opens it again; the same date leaves it closed.

    `titel` is read by the whole gebied: what it is about, never a note and never the name of a client.
    """
    gebied_url(adres, object_id)  # an address that does not exist fails here, not on somebody's list
    inhoud = {
        "soort": soort,
        "titel": titel[:LENGTE_TITEL],
        "datum": datum,
        "organisatie": organisatie,
        "wie_id": wie_id,
        "adres": adres,
        "object_id": object_id,
    }
    rijen = Opvolging.objects.select_for_update(of=("self",))
    opvolging, nieuw = rijen.get_or_create(sleutel=sleutel, defaults=inhoud)
    if nieuw:
        return opvolging
    if opvolging.datum != datum:
        opvolging.klaar_op = opvolging.klaar_door = opvolging.uitgesteld_tot = None
    for veld, inhoud_van_veld in inhoud.items():
        setattr(opvolging, veld, inhoud_van_veld)
    opvolging.save()
    return opvolging


@transaction.atomic
def sluit_opvolging(*, sleutel: str, vandaag: date, door: Toegang | None) -> None:
    """What it was about is done, or no longer needed. Nothing happens when there is no such row."""
    user_id = door.user_id if door else None
    Opvolging.objects.filter(sleutel=sleutel, klaar_op=None).update(klaar_op=vandaag, klaar_door_id=user_id)


@transaction.atomic
def opvolging_afvinken(*, opvolging: Opvolging, door: Toegang, vandaag: date) -> Opvolging:
    """Done, said by somebody of the organisatie that had to do it."""
    opvolging = _van_eigen_organisatie(opvolging, door)
    if opvolging.klaar_op is None:
        opvolging.klaar_op, opvolging.klaar_door_id = vandaag, door.user_id
        opvolging.save(update_fields=["klaar_op", "klaar_door"])
        record_event("opvolging.afgevinkt", opvolging, door=door)
    return opvolging


@transaction.atomic
def opvolging_heropenen(*, opvolging: Opvolging, door: Toegang) -> Opvolging:
    opvolging = _van_eigen_organisatie(opvolging, door)
    opvolging.klaar_op = opvolging.klaar_door = None
    opvolging.save(update_fields=["klaar_op", "klaar_door"])
    record_event("opvolging.heropend", opvolging, door=door)
    return opvolging


@transaction.atomic
def opvolging_uitstellen(*, opvolging: Opvolging, tot: date | None, door: Toegang, vandaag: date) -> Opvolging:
    """Put off until a day; None takes the delay away. The planned day itself stays as it was."""
    opvolging = _van_eigen_organisatie(opvolging, door)
    if opvolging.klaar_op:
        raise DomainError("Dit is al afgevinkt. Zet het eerst weer open om het uit te stellen.")
    if tot is not None and tot <= vandaag:
        raise DomainError("Kies een dag na vandaag om dit uit te stellen.")
    opvolging.uitgesteld_tot = tot
    opvolging.save(update_fields=["uitgesteld_tot"])
    record_event("opvolging.uitgesteld", opvolging, door=door)
    return opvolging


def _van_eigen_organisatie(opvolging: Opvolging, door: Toegang) -> Opvolging:
    opvolging = Opvolging.objects.select_for_update(of=("self",)).get(pk=opvolging.pk)
    if opvolging.organisatie_id not in door.lid_van:
        raise DomainError(
            "Dit staat op de lijst van een andere organisatie: alleen die kan het afvinken of verplaatsen."
        )
    return opvolging
