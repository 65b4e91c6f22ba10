"""What the council of each municipality decided about a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta

from django.db import transaction

from actieplannen.enums import Raadsuitspraak
from actieplannen.models import Jaaractieplan, Raadsbesluit
from actieplannen.selectors.raden import gemeenten_van_jaar
from actieplannen.services.rechten import eis_plan
from actieplannen.services.wijzigen import open_voor_opvolging
from partners.enums import Opvolgingsoort
from partners.services.opvolging import plan_opvolging, sluit_opvolging
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Organisatie
from regie.core.notatie import datum
from regie.core.parameters import waarde
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True, kw_only=True)
class Raadsinvoer:
    """What is noted of one council. A field that stays None is left as it was."""

    geagendeerd_op: date | str | None = None  # "" empties it
    datum: date | str | None = None
    uitspraak: Raadsuitspraak | str | None = None
    kenmerk: str | None = None
    noot: str | None = None


def klaarzetten(plan: Jaaractieplan) -> None:
    """A row for every member of the year of the plan; what is there stays."""
    er_zijn = set(Raadsbesluit.objects.filter(plan=plan).values_list("gemeente_id", flat=True))
    nieuw = [g for g in gemeenten_van_jaar(plan.jaar) if g.pk not in er_zijn]
    Raadsbesluit.objects.bulk_create(Raadsbesluit(plan=plan, gemeente=gemeente) for gemeente in nieuw)


@transaction.atomic
def raadsbesluiten_klaarzetten(*, plan: Jaaractieplan, door: Toegang) -> None:
    eis_plan(door)
    plan = _open(plan)
    klaarzetten(plan)


@transaction.atomic
def raadsbesluiten_bewaren(
    *, plan: Jaaractieplan, invoer: Mapping[str, Raadsinvoer], door: Toegang, vandaag: date
) -> int:
    """Note several councils at once, by NIS code: all of it, or nothing with what is wrong per municipality."""
    eis_plan(door)
    plan = _open(plan)
    klaarzetten(plan)
    rijen = Raadsbesluit.objects.select_for_update(of=("self",)).filter(plan=plan, gemeente__in=invoer)
    gewijzigd, fouten = [], []
    for besluit in rijen.select_related("gemeente").order_by("gemeente__sleutel"):
        if _vul(besluit, invoer[besluit.gemeente_id]):
            fouten += _fouten(besluit, vandaag)
            gewijzigd.append(besluit)
    if fouten:
        raise DomainErrors(fouten)
    for besluit in gewijzigd:
        besluit.save()
        record_event("raadsbesluit.bewaard", besluit, door=door)
        _volg_op(plan, besluit, door, vandaag)
    return len(gewijzigd)


def _open(plan: Jaaractieplan) -> Jaaractieplan:
    """Locked, so that rows for the municipalities are made once."""
    gegrendeld = Jaaractieplan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    return open_voor_opvolging(gegrendeld)


def _vul(besluit: Raadsbesluit, invoer: Raadsinvoer) -> bool:
    """Take over what was given; True when that changed something."""
    anders = False
    for veld in fields(invoer):
        nieuw = getattr(invoer, veld.name)
        if nieuw is None:
            continue
        if nieuw == "" and veld.name in {"geagendeerd_op", "datum"}:
            nieuw = None
        anders |= getattr(besluit, veld.name) != nieuw
        setattr(besluit, veld.name, nieuw)
    return anders


def _fouten(besluit: Raadsbesluit, vandaag: date) -> list[str]:
    naam = besluit.gemeente.naam
    if besluit.uitspraak and besluit.datum is None:
        return [f"{naam}: vul de dag van het besluit in."]
    if besluit.datum and not besluit.uitspraak:
        return [f"{naam}: kies wat de raad op {datum(besluit.datum)} besliste."]
    if besluit.datum and besluit.datum > vandaag:
        return [f"{naam}: {datum(besluit.datum)} moet nog komen. Zet die dag bij 'op de agenda van'."]
    return []


def _volg_op(plan: Jaaractieplan, besluit: Raadsbesluit, door: Toegang, vandaag: date) -> None:
    """Come back to a council that was to decide, until somebody notes what it decided."""
    sleutel = f"raadsbesluit:{besluit.pk}"
    if besluit.uitspraak or besluit.geagendeerd_op is None:
        sluit_opvolging(sleutel=sleutel, vandaag=vandaag, door=door)
        return
    if not door.lid_van:
        raise DomainError("Je hoort bij geen organisatie van dit gebied. Vraag je beheerder om een rol.")
    dagen = int(waarde("raadsbesluit_opvolgen", op=vandaag))
    plan_opvolging(
        sleutel=sleutel,
        soort=Opvolgingsoort.JAARPLAN,
        titel=f"Gemeenteraad {besluit.gemeente.naam}: wat besliste ze over het plan van {plan.jaar}?",
        datum=besluit.geagendeerd_op + timedelta(days=dagen),
        organisatie=Organisatie.objects.get(pk=door.lid_van[0]),
        adres="actieplannen:raadsbesluit",
        object_id=besluit.pk,
    )
