"""A plan or an action from a template: a first draft that somebody then makes their own."""

from django.db import transaction
from django.db.models import Max

from actieplannen.models import Actie, Actieindicator, Doelstelling, Jaaractieplan
from actieplannen.selectors.sjablonen import Actiesjabloon, Doelsjabloon, Plansjabloon
from actieplannen.services.plannen import PlanGegevens, plan_maken
from actieplannen.services.rechten import eis_plan
from actieplannen.services.wijzigen import Wijziging, leg_wijziging_vast, open_voor_wijziging
from regie.core.permissions import Toegang


@transaction.atomic
def plan_uit_sjabloon(*, gegevens: PlanGegevens, sjabloon: Plansjabloon, door: Toegang) -> Jaaractieplan:
    plan = plan_maken(gegevens=gegevens, door=door)
    for nummer, doel in enumerate(sjabloon.doelstellingen, 1):
        _doelstelling(plan, doel, None, nummer)
    return plan


@transaction.atomic
def actie_uit_sjabloon(
    *, doelstelling: Doelstelling, sjabloon: Actiesjabloon, door: Toegang, reden: str = ""
) -> Actie:
    """At the end of an objective, with its indicators; who pulls it and what it costs is still to fill in."""
    eis_plan(door)
    plan = open_voor_wijziging(doelstelling.plan, reden=reden)
    laatste = Actie.objects.filter(doelstelling=doelstelling).aggregate(n=Max("volgorde"))["n"] or 0
    actie = _actie(doelstelling, sjabloon, plan.jaar, laatste + 1)
    erbij = [Wijziging("actie", "niets", actie.titel)]
    leg_wijziging_vast(plan, onderwerp=actie.titel, wijzigingen=erbij, reden=reden, door=door, actie=actie)
    return actie


def _doelstelling(plan: Jaaractieplan, doel: Doelsjabloon, ouder: Doelstelling | None, nummer: int) -> None:
    doelstelling = Doelstelling.objects.create(
        plan=plan, ouder=ouder, volgorde=nummer, titel=doel.titel, toelichting=doel.toelichting
    )
    for plaats, actie in enumerate(doel.acties, 1):
        _actie(doelstelling, actie, plan.jaar, plaats)
    for plaats, onder in enumerate(doel.onder, 1):
        _doelstelling(plan, onder, doelstelling, plaats)


def _actie(doelstelling: Doelstelling, sjabloon: Actiesjabloon, jaar: int, volgorde: int) -> Actie:
    actie = Actie.objects.create(
        doelstelling=doelstelling,
        volgorde=volgorde,
        titel=sjabloon.titel,
        omschrijving=sjabloon.tekst,
        prioriteit=sjabloon.prioriteit,
        activiteit=sjabloon.activiteit,
        start=sjabloon.start(jaar),
        eind=sjabloon.eind(jaar),
        risicos=sjabloon.risicos,
    )
    Actieindicator.objects.bulk_create(
        Actieindicator(
            actie=actie,
            volgorde=plaats,
            naam=indicator.naam,
            meetwijze=indicator.meetwijze,
            code=indicator.code,
            eenheid=indicator.eenheid,
            definitie=indicator.definitie,
            richting=indicator.richting,
        )
        for plaats, indicator in enumerate(sjabloon.indicatoren, 1)
    )
    return actie
