"""A jaaractieplan with an objective and an action: an example of every page about them. Each topic adds its rows."""

from typing import Any

from django.utils import timezone

from actieplannen.models import Bijsturing, Kwartaalstand
from regie.core.tenancy import gebied_context
from tests.e2e.wereld import Wereld
from tests.factories import ActieFactory, ActieindicatorFactory, DoelstellingFactory, PlanFactory


def vul_plan(wereld: Wereld) -> dict[str, Any]:
    with gebied_context(wereld.gebied):
        plan = PlanFactory(jaar=wereld.dagen(0).year, titel="Jaaractieplan regierol")
        doelstelling = DoelstellingFactory(plan=plan, titel="Meer mensen stromen door naar werk")
        actie = ActieFactory(doelstelling=doelstelling, titel="Rijbewijsproject", prioriteit="WSE-LR2")
        return {
            "plan_id": plan.pk,
            "doelstelling_id": doelstelling.pk,
            "planactie_id": actie.pk,
            "plansjabloon": "regierol",
            "planstuk": "dossier",
            "deel": "VISIE",
            "uitvoervorm": "excel",
            "gewiste_doelstelling_id": doelstelling.pk,
            **_indicatoren(actie),
            **_opvolging(actie),
        }


def _indicatoren(actie: Any) -> dict[str, Any]:
    ActieindicatorFactory(actie=actie, naam="Rijbewijzen behaald", code="rijbewijzen", streefwaarde=12)
    eigen = ActieindicatorFactory(actie=actie, naam="Vormingen", eenheid="vormingen", streefwaarde=6)
    return {"indicator_id": eigen.pk, "kwartaal": 1}


def _opvolging(actie: Any) -> dict[str, Any]:
    """Asked, and a proposal the regisseur may still decide about."""
    stand = Kwartaalstand.objects.create(
        actie=actie, jaar=actie.doelstelling.plan.jaar, kwartaal=1, gevraagd_op=timezone.localdate()
    )
    voorstel = Bijsturing.objects.create(stand=stand, voorstel="Ook lessen op zaterdag aanbieden.")
    return {"planstand_id": stand.pk, "planbijsturing_id": voorstel.pk}
