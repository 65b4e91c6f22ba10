"""A jaaractieplan with an objective and an action: an example of every page about them. Each topic adds its rows."""

from typing import Any

from regie.core.tenancy import gebied_context
from tests.e2e.wereld import Wereld
from tests.factories import ActieFactory, DoelstellingFactory, PlanFactory


def vul_plan(wereld: Wereld) -> dict[str, Any]:
    with gebied_context(wereld.gebied):
        plan = PlanFactory(jaar=wereld.dagen(0).year, titel="Jaaractieplan regierol")
        doelstelling = DoelstellingFactory(plan=plan, titel="Meer mensen stromen door naar werk")
        actie = ActieFactory(doelstelling=doelstelling, titel="Rijbewijsproject", prioriteit="WSE-LR2")
        return {"plan_id": plan.pk, "doelstelling_id": doelstelling.pk, "planactie_id": actie.pk}
