"""A plan begins: empty, from a template or from an earlier plan. And its own title, kind and introduction."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction

from actieplannen.enums import Plansoort, Planstatus
from actieplannen.models import (
    Actie,
    Actiebudget,
    Bewijsstuk,
    Jaaractieplan,
    Kwartaalstand,
    Meting,
    Planversie,
    Raadsbesluit,
)
from actieplannen.services.rechten import eis_plan
from actieplannen.services.wijzigen import controleer_versie, leg_wijziging_vast, open_voor_wijziging, verschillen
from partners.enums import Bijlageonderwerp
from partners.models import Bijlage
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class PlanGegevens:
    jaar: int
    titel: str
    soort: str = Plansoort.REGIEROL
    inleiding: str = ""


@transaction.atomic
def plan_maken(*, gegevens: PlanGegevens, door: Toegang, vorig: Jaaractieplan | None = None) -> Jaaractieplan:
    """An empty concept. `vorig`: the plan it was made from."""
    eis_plan(door)
    plan = Jaaractieplan(**asdict(gegevens), vorig=vorig)
    plan.full_clean()
    plan.save()
    record_event("plan.gemaakt", plan, door=door, jaar=plan.jaar, plansoort=plan.soort)
    return plan


@transaction.atomic
def plan_bijwerken(
    *,
    plan: Jaaractieplan,
    titel: str,
    soort: str,
    inleiding: str,
    door: Toegang,
    versie: int | None = None,
    reden: str = "",
) -> Jaaractieplan:
    """The year stays: another year is another plan."""
    eis_plan(door)
    plan = open_voor_wijziging(plan, reden=reden)
    controleer_versie(plan, versie)
    nieuw = {"titel": titel, "soort": soort, "inleiding": inleiding}
    wijzigingen = verschillen(plan, nieuw)
    if wijzigingen:
        for naam, waarde in nieuw.items():
            setattr(plan, naam, waarde)
        plan.versie += 1
        plan.full_clean()
        plan.save(update_fields=[*nieuw, "versie"])
    leg_wijziging_vast(plan, onderwerp="Het plan zelf", wijzigingen=wijzigingen, reden=reden, door=door)
    return plan


@transaction.atomic
def plan_wissen(*, plan: Jaaractieplan, door: Toegang) -> None:
    """For a plan that was started by mistake: once it was submitted or reported about, it stays."""
    eis_plan(door)
    plan = Jaaractieplan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    bezwaren = waarom_niet_wissen(plan)
    if bezwaren:
        raise DomainErrors(bezwaren)
    record_event("plan.gewist", plan, door=door, jaar=plan.jaar, plansoort=plan.soort)
    plan.delete()


def waarom_niet_wissen(plan: Jaaractieplan) -> list[str]:
    """Why this plan has to stay; empty when it may go."""
    if plan.status != Planstatus.CONCEPT:
        return [f"Het plan is {plan.get_status_display()}. Alleen een concept kan je wissen."]
    bezwaren = []
    if Planversie.objects.filter(plan=plan).exists():
        bezwaren.append("Het plan was al eens ingediend. Wat ingediend is, blijft bewaard.")
    if Raadsbesluit.objects.filter(plan=plan).exclude(datum=None, uitspraak="").exists():
        bezwaren.append("Een gemeenteraad nam al een besluit over dit plan. Dat besluit blijft bewaard.")
    if is_gerapporteerd(Actie.objects.van_plan(plan).values_list("pk", flat=True)):
        bezwaren.append(
            "Er is al gerapporteerd over acties van dit plan: een stand, cijfer, bewijs, bestand of uitgave."
        )
    raden = Raadsbesluit.objects.filter(plan=plan)
    if raden.exclude(geagendeerd_op=None, uitspraak="").exists():
        bezwaren.append("Bij het plan staat al wanneer een gemeenteraad het bespreekt of wat ze besliste.")
    return bezwaren


def is_gerapporteerd(actie_ids: Iterable[UUID]) -> bool:
    """Whether somebody already said something about one of these actions that must not get lost."""
    return (
        Kwartaalstand.objects.filter(actie__in=actie_ids).exclude(beantwoord_op=None).exists()
        or Meting.objects.filter(indicator__actie__in=actie_ids).exists()
        or Bewijsstuk.objects.filter(actie__in=actie_ids).exists()
        or Actiebudget.objects.filter(actie__in=actie_ids, besteed__gt=0).exists()
        or Bijlage.objects.filter(onderwerp=Bijlageonderwerp.PLANACTIE, object_id__in=actie_ids).exists()
    )


def eis_zelfde_plan(plan: Jaaractieplan, ander: Jaaractieplan) -> None:
    if plan.pk != ander.pk:
        raise DomainError("Dat hoort bij een ander plan. Kies een plaats in dit plan.")
