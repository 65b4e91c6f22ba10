"""What becomes of a proposal: an action of a plan, or a no with the reason why."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from actieplannen.enums import Bijsturingstatus
from actieplannen.models import Actie, Bijsturing, Doelstelling
from actieplannen.services.acties import ActieGegevens, actie_toevoegen
from actieplannen.services.rechten import eis_plan
from actieplannen.services.wijzigen import open_voor_opvolging
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class Overname:
    """The action a proposal becomes, and below which objective. `reden`: asked when that plan is approved."""

    doelstelling: Doelstelling
    gegevens: ActieGegevens
    reden: str = ""


@transaction.atomic
def bijsturing_overnemen(*, bijsturing: Bijsturing, overname: Overname, door: Toegang, vandaag: date) -> Actie:
    """In an approved plan the new action is an amendement."""
    bijsturing = _open(bijsturing, door)
    actie = actie_toevoegen(
        doelstelling=overname.doelstelling,
        gegevens=overname.gegevens,
        door=door,
        vandaag=vandaag,
        reden=overname.reden,
    )
    bijsturing.nieuwe_actie = actie
    _beslis(bijsturing, Bijsturingstatus.OVERGENOMEN, door, vandaag)
    return actie


@transaction.atomic
def bijsturing_afwijzen(*, bijsturing: Bijsturing, antwoord: str, door: Toegang, vandaag: date) -> Bijsturing:
    """The one who proposed it reads why."""
    bijsturing = _open(bijsturing, door)
    open_voor_opvolging(bijsturing.stand.actie.doelstelling.plan)
    if not antwoord.strip():
        raise DomainError("Schrijf in een zin waarom je dit voorstel niet overneemt. Wie het voorstelde, leest dat.")
    bijsturing.antwoord = antwoord.strip()
    _beslis(bijsturing, Bijsturingstatus.AFGEWEZEN, door, vandaag)
    return bijsturing


def _open(bijsturing: Bijsturing, door: Toegang) -> Bijsturing:
    eis_plan(door)
    rij = Bijsturing.objects.select_for_update(of=("self",)).get(pk=bijsturing.pk)
    if rij.status != Bijsturingstatus.VOORGESTELD:
        raise DomainError("Over dit voorstel is al beslist.")
    return rij


def _beslis(bijsturing: Bijsturing, status: Bijsturingstatus, door: Toegang, vandaag: date) -> None:
    bijsturing.status, bijsturing.beslist_op, bijsturing.beslist_door_id = status, vandaag, door.user_id
    bijsturing.full_clean(exclude=["gebied", "stand", "nieuwe_actie", "beslist_door"])
    bijsturing.save()
    record_event("bijsturing.beslist", bijsturing, door=door, status=status.value)
