"""The objectives of a plan: add, change, remove and put back."""

from uuid import UUID

from django.db import transaction
from django.db.models import Max

from actieplannen.models import Actie, Doelstelling, Jaaractieplan
from actieplannen.services.plannen import eis_zelfde_plan, is_gerapporteerd
from actieplannen.services.rechten import eis_plan
from actieplannen.services.wijzigen import (
    Wijziging,
    controleer_versie,
    leg_wijziging_vast,
    open_voor_wijziging,
    verschillen,
)
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.permissions import Toegang

VELDEN = ("titel", "toelichting", "ouder_id", "volgorde", "reeks", "versie")


@transaction.atomic
def doelstelling_toevoegen(
    *,
    plan: Jaaractieplan,
    titel: str,
    door: Toegang,
    toelichting: str = "",
    ouder: Doelstelling | None = None,
    reden: str = "",
) -> Doelstelling:
    """At the end; without `ouder` a strategic one."""
    eis_plan(door)
    plan = open_voor_wijziging(plan, reden=reden)
    eis_ouder(plan, ouder)
    doelstelling = Doelstelling(plan=plan, ouder=ouder, titel=titel.strip(), toelichting=toelichting.strip())
    doelstelling.volgorde = volgende_plaats(plan, ouder)
    doelstelling.full_clean()
    doelstelling.save()
    erbij = [Wijziging("doelstelling", "niets", doelstelling.titel)]
    leg_wijziging_vast(plan, onderwerp=doelstelling.titel, wijzigingen=erbij, reden=reden, door=door)
    return doelstelling


@transaction.atomic
def doelstelling_bijwerken(
    *,
    doelstelling: Doelstelling,
    titel: str,
    toelichting: str,
    door: Toegang,
    versie: int | None = None,
    reden: str = "",
) -> Doelstelling:
    eis_plan(door)
    plan = open_voor_wijziging(doelstelling.plan, reden=reden)
    doelstelling = Doelstelling.objects.select_for_update(of=("self",)).get(pk=doelstelling.pk)
    controleer_versie(doelstelling, versie)
    nieuw = {"titel": titel.strip(), "toelichting": toelichting.strip()}
    wijzigingen = verschillen(doelstelling, nieuw)
    if wijzigingen:
        doelstelling.titel, doelstelling.toelichting = nieuw["titel"], nieuw["toelichting"]
        doelstelling.versie += 1
        doelstelling.full_clean()
        doelstelling.save(update_fields=["titel", "toelichting", "versie"])
    leg_wijziging_vast(plan, onderwerp=doelstelling.titel, wijzigingen=wijzigingen, reden=reden, door=door)
    return doelstelling


@transaction.atomic
def doelstelling_wissen(*, doelstelling: Doelstelling, door: Toegang, reden: str = "") -> Jaaractieplan:
    """With everything below it, as long as nobody reported about that."""
    eis_plan(door)
    plan = open_voor_wijziging(doelstelling.plan, reden=reden)
    bezwaren = waarom_niet_wissen(doelstelling)
    if bezwaren:
        raise DomainErrors(bezwaren)
    titel = doelstelling.titel
    Doelstelling.objects.filter(pk=doelstelling.pk).delete()
    weg = [Wijziging("doelstelling", titel, "niets")]
    leg_wijziging_vast(plan, onderwerp=titel, wijzigingen=weg, reden=reden, door=door)
    return plan


@transaction.atomic
def doelstelling_terugzetten(*, plan: Jaaractieplan, doelstelling_id: UUID, door: Toegang) -> Doelstelling:
    """Undo of removing an empty one: as it was, in its own place."""
    eis_plan(door)
    plan = open_voor_wijziging(plan)
    if Doelstelling.objects.filter(pk=doelstelling_id).exists():
        raise DomainError("Deze doelstelling staat al in het plan.")
    gewist = _gewist(plan, doelstelling_id)
    if gewist is None:
        raise DomainError("Deze doelstelling kan niet meer terug. Voeg ze opnieuw toe.")
    ouder = Doelstelling.objects.filter(pk=gewist["ouder_id"], plan=plan).first()
    terug = Doelstelling(pk=doelstelling_id, plan=plan, **(gewist | {"ouder_id": ouder.pk if ouder else None}))
    terug.full_clean(exclude=["id"])
    terug.save(force_insert=True)
    erbij = [Wijziging("doelstelling", "niets", terug.titel)]
    leg_wijziging_vast(plan, onderwerp=terug.titel, wijzigingen=erbij, door=door)
    return terug


def _gewist(plan: Jaaractieplan, doelstelling_id: UUID) -> dict[str, object] | None:
    """How a removed objective of this plan was, from the record of changes."""
    historiek = Doelstelling.pgh_event_model.objects  # type: ignore[attr-defined]  # added by pghistory
    regels = historiek.filter(pgh_obj_id=doelstelling_id, plan=plan.pk, gebied=plan.gebied_id, pgh_label="delete")
    gewist: dict[str, object] | None = regels.order_by("-pgh_created_at", "-pgh_id").values(*VELDEN).first()
    return gewist


def waarom_niet_wissen(doelstelling: Doelstelling) -> list[str]:
    """Why this objective has to stay; empty when it may go."""
    acties = acties_onder(doelstelling)
    if acties and doelstelling.plan.is_vast:
        return ["Dit plan is goedgekeurd: een actie verdwijnt er niet meer uit. Verplaats eerst de acties."]
    if is_gerapporteerd(acties):
        return [
            "Er is al gerapporteerd over acties onder deze doelstelling: een stand, cijfer, bewijs of uitgave. "
            "Verplaats die acties eerst naar een andere doelstelling, of zet ze op 'gestopt'."
        ]
    return []


def acties_onder(doelstelling: Doelstelling) -> list[UUID]:
    """The ids of its actions and of those of what lies below it."""
    onder = [doelstelling.pk, *doelstelling.onderliggende.values_list("pk", flat=True)]
    return list(Actie.objects.filter(doelstelling__in=onder).values_list("pk", flat=True))


def eis_ouder(plan: Jaaractieplan, ouder: Doelstelling | None) -> None:
    if ouder is None:
        return
    eis_zelfde_plan(plan, ouder.plan)
    if ouder.ouder_id is not None:
        raise DomainError("Een doelstelling kan alleen onder een strategische hangen. Kies een strategische.")


def volgende_plaats(plan: Jaaractieplan, ouder: Doelstelling | None) -> int:
    return (Doelstelling.objects.filter(plan=plan, ouder=ouder).aggregate(n=Max("volgorde"))["n"] or 0) + 1
