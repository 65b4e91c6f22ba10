"""What readers of the plan say about an action."""

from datetime import datetime

from django.db import transaction

from actieplannen.models import Actie, Opmerking
from actieplannen.services.wijzigen import open_voor_opvolging
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.permissions import Recht, Toegang

LANGSTE = 2000


@transaction.atomic
def opmerking_toevoegen(*, actie: Actie, tekst: str, door: Toegang) -> Opmerking:
    if not door.mag(Recht.PLAN_BEKIJKEN):
        raise DomainError("Alleen wie het plan leest, kan er een opmerking bij zetten.")
    open_voor_opvolging(actie.doelstelling.plan)
    tekst = tekst.strip()
    if not tekst:
        raise DomainError("Schrijf eerst je opmerking.")
    if len(tekst) > LANGSTE:
        raise DomainError(f"Schrijf je opmerking in hoogstens {LANGSTE} tekens.")
    opmerking = Opmerking.objects.create(actie=actie, tekst=tekst, door_id=door.user_id)
    record_event("opmerking.toegevoegd", opmerking, door=door, actie=str(actie.pk))
    return opmerking


@transaction.atomic
def opmerking_intrekken(*, opmerking: Opmerking, door: Toegang, nu: datetime) -> Opmerking:
    """Gone from the page; who wrote it can put it back."""
    return _zet(opmerking, nu, "opmerking.ingetrokken", door)


@transaction.atomic
def opmerking_terugzetten(*, opmerking: Opmerking, door: Toegang) -> Opmerking:
    return _zet(opmerking, None, "opmerking.teruggezet", door)


def _zet(opmerking: Opmerking, op: datetime | None, soort: str, door: Toegang) -> Opmerking:
    opmerking = Opmerking.objects.select_for_update(of=("self",)).get(pk=opmerking.pk)
    if opmerking.door_id != door.user_id:
        raise DomainError("Alleen wie de opmerking schreef, kan ze intrekken of terugzetten.")
    open_voor_opvolging(opmerking.actie.doelstelling.plan)
    opmerking.ingetrokken_op = op
    opmerking.save(update_fields=["ingetrokken_op"])
    record_event(soort, opmerking, door=door)
    return opmerking
