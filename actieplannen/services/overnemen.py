"""Next year from this year: chosen objectives and actions, a year later. What was said about them stays behind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from actieplannen.enums import Voortgang
from actieplannen.models import (
    Actie,
    Actiebudget,
    Actieindicator,
    Actiepartner,
    Doelstelling,
    Jaaractieplan,
    Meting,
)
from actieplannen.services.plannen import PlanGegevens, plan_maken
from regie.cijfers.selectors.gebonden import BINDBAAR, KWARTALEN
from regie.core.dates import plus_maanden
from regie.core.permissions import Toegang

R = TypeVar("R", bound=Model)
ACTIEVELDEN = (
    "volgorde",
    "titel",
    "omschrijving",
    "prioriteit",
    "activiteit",
    "regierolactie",
    "gemeenten",
    "trekker_organisatie_id",
    "trekker_contact_id",
    "bbc_nummer",
    "risicos",
    "reeks",
)
INDICATORVELDEN = (
    "volgorde",
    "naam",
    "meetwijze",
    "definitie",
    "eenheid",
    "richting",
    "streefwaarde",
    "code",
    "organisatie_id",
    "instrument",
    "reeks",
)


@dataclass(frozen=True, slots=True)
class Keuze:
    """What comes along. An objective with a chosen action comes along by itself."""

    doelstellingen: frozenset[UUID]
    acties: frozenset[UUID]
    met_geld: bool = False


@transaction.atomic
def plan_uit_plan(*, bron: Jaaractieplan, gegevens: PlanGegevens, keuze: Keuze, door: Toegang) -> Jaaractieplan:
    """A concept with the chosen parts, dates moved by the years in between. `reeks` links both years."""
    plan = plan_maken(gegevens=gegevens, door=door, vorig=bron)
    nieuwe = _doelstellingen(bron, plan, keuze)
    oude = list(Actie.objects.van_plan(bron).filter(pk__in=keuze.acties).select_related("trekker"))
    acties = {actie.pk: _actie(actie, nieuwe[actie.doelstelling_id], plan.jaar - bron.jaar) for actie in oude}
    Actie.objects.bulk_create(acties.values())
    _partners(acties)
    _indicatoren(acties)
    if keuze.met_geld:
        _budgetten(acties, plan.jaar - bron.jaar)
    return plan


def _doelstellingen(bron: Jaaractieplan, plan: Jaaractieplan, keuze: Keuze) -> dict[UUID, Doelstelling]:
    """Old id -> new objective; what lies above something chosen is chosen too."""
    alle = {rij.pk: rij for rij in bron.doelstellingen.order_by("volgorde", "created_at")}
    met_actie = Actie.objects.van_plan(bron).filter(pk__in=keuze.acties).values_list("doelstelling_id", flat=True)
    gekozen = {pk for pk in (*keuze.doelstellingen, *met_actie) if pk in alle}
    gekozen |= {ouder for pk in gekozen if (ouder := alle[pk].ouder_id)}
    nieuwe: dict[UUID, Doelstelling] = {}
    for rij in sorted((alle[pk] for pk in gekozen), key=lambda rij: (rij.ouder_id is not None, rij.volgorde)):
        nieuwe[rij.pk] = Doelstelling.objects.create(
            plan=plan,
            ouder=nieuwe[rij.ouder_id] if rij.ouder_id else None,
            volgorde=rij.volgorde,
            titel=rij.titel,
            toelichting=rij.toelichting,
            reeks=rij.reeks,
        )
    return nieuwe


def _actie(oud: Actie, doelstelling: Doelstelling, jaren: int) -> Actie:
    """Somebody whose account was closed does not come along as trekker; the organisatie does."""
    trekker = oud.trekker if oud.trekker and oud.trekker.is_active else None
    return Actie(
        doelstelling=doelstelling,
        trekker=trekker,
        voortgang=Voortgang.TE_STARTEN,
        start=_later(oud.start, jaren),
        eind=_later(oud.eind, jaren),
        **_velden(oud, ACTIEVELDEN),
    )


def _partners(acties: Mapping[UUID, Actie]) -> None:
    Actiepartner.objects.bulk_create(
        Actiepartner(actie=acties[rij.actie_id], organisatie_id=rij.organisatie_id, bijdrage=rij.bijdrage)
        for rij in Actiepartner.objects.filter(actie__in=acties)
    )


def _indicatoren(acties: Mapping[UUID, Actie]) -> None:
    """What was measured last is where the new year begins; what may not be shown is no beginning."""
    oude = list(Actieindicator.objects.filter(actie__in=acties))
    laatste = laatste_waarden(oude)
    Actieindicator.objects.bulk_create(
        Actieindicator(actie=acties[rij.actie_id], nulmeting=laatste.get(rij.pk), **_velden(rij, INDICATORVELDEN))
        for rij in oude
    )


def _budgetten(acties: Mapping[UUID, Actie], jaren: int) -> None:
    """What was planned, as a proposal; nothing is spent yet."""
    Actiebudget.objects.bulk_create(
        Actiebudget(
            actie=acties[rij.actie_id],
            jaar=rij.jaar + jaren,
            bron=rij.bron,
            noot=rij.noot,
            gepland=rij.gepland,
            vte_gepland=rij.vte_gepland,
        )
        for rij in Actiebudget.objects.filter(actie__in=acties)
    )


def laatste_waarden(indicatoren: Iterable[Actieindicator]) -> dict[UUID, Decimal]:
    """The value measured last of each indicator that has one; of a running total only that of a whole year."""
    lopend = [code for code, bindbaar in BINDBAAR.items() if bindbaar.telt_op]
    metingen = Meting.objects.filter(indicator__in=[rij.pk for rij in indicatoren]).exclude(waarde=None)
    metingen = metingen.exclude(indicator__code__in=lopend, kwartaal__lt=KWARTALEN)
    return {rij.indicator_id: rij.waarde for rij in metingen.order_by("jaar", "kwartaal") if rij.waarde is not None}


def _later(dag: date | None, jaren: int) -> date | None:
    return plus_maanden(dag, 12 * jaren) if dag else None


def _velden(rij: Model, namen: Iterable[str]) -> dict[str, object]:
    return {naam: getattr(rij, naam) for naam in namen}
