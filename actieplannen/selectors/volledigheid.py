"""How complete a plan is: per action what a good action has, each gap by name. After Territoires en transitions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from actieplannen.enums import Plansoort, Prioriteit
from actieplannen.models import Actie, Actiebudget, Actieindicator, Doelstelling, Jaaractieplan, Kwartaalstand
from actieplannen.selectors.kwartalen import AFGEROND, IN_UITVOERING, gevraagd_kwartaal, nummer
from regie.cijfers.periode import Periode
from regie.core.regierol import bekende_regel


class Deel(StrEnum):
    """What an action should have; the value says what to do when it is missing."""

    TITEL = "geef de actie een titel"
    OMSCHRIJVING = "schrijf wat jullie doen"
    PRIORITEIT = "kies een Vlaamse prioriteit"
    TREKKER = "duid een trekker aan"
    PERIODE = "zet wanneer ze begint en klaar is"
    INDICATOR = "geef ze een indicator met een streefwaarde"
    BUDGET = "vul in wat ze kost"
    STAND = "geef de stand van het laatste kwartaal"


@dataclass(slots=True)
class Actiegaten:
    """`indicator`: one that is there already, to give a target to."""

    actie: Actie
    gaten: list[Deel]
    indicator: UUID | None = None


@dataclass(slots=True)
class Volledigheid:
    """`goed` of `totaal` things are there; what hangs above the actions is named beside it."""

    goed: int = 0
    totaal: int = 0
    acties: list[Actiegaten] = field(default_factory=list)
    lege_doelstellingen: list[Doelstelling] = field(default_factory=list)
    lege_prioriteiten: list[Prioriteit] = field(default_factory=list)

    @property
    def percentage(self) -> int:
        """Rounded down: 100 means that nothing is missing."""
        return self.goed * 100 // self.totaal if self.totaal else 0

    @property
    def met_gaten(self) -> list[Actiegaten]:
        return [rij for rij in self.acties if rij.gaten]

    @property
    def aantal_gaten(self) -> int:
        return self.totaal - self.goed + len(self.lege_doelstellingen) + len(self.lege_prioriteiten)


def volledigheid_van(plannen: Iterable[Jaaractieplan], *, vandaag: date) -> dict[UUID, Volledigheid]:
    """By id of the plan. Three queries, however many plans."""
    per_id = {plan.pk: plan for plan in plannen}
    acties = _acties_per_plan(per_id)
    doelen = defaultdict(list)
    for doel in Doelstelling.objects.filter(plan__in=per_id).order_by("ouder__volgorde", "volgorde", "created_at"):
        doelen[doel.plan_id].append(doel)
    kwartaal = gevraagd_kwartaal(vandaag)
    gemeld = _gemeld(per_id)
    return {
        pk: _volledigheid(plan, acties[pk], doelen[pk], _kwartaal(plan, kwartaal), gemeld)
        for pk, plan in per_id.items()
    }


def _acties_per_plan(plan_ids: Iterable[UUID]) -> dict[UUID, list[Actie]]:
    van = OuterRef("pk")
    rijen = (
        Actie.objects.filter(doelstelling__plan__in=list(plan_ids))
        .select_related("doelstelling")
        .annotate(
            heeft_indicator=Exists(Actieindicator.objects.filter(actie=van).exclude(streefwaarde=None)),
            eerste_indicator=Subquery(Actieindicator.objects.filter(actie=van).values("pk")[:1]),
            heeft_budget=Exists(Actiebudget.objects.filter(actie=van)),
        )
        .order_by("doelstelling__volgorde", "volgorde", "created_at")
    )
    uit: dict[UUID, list[Actie]] = defaultdict(list)
    for actie in rijen:
        uit[actie.doelstelling.plan_id].append(actie)
    return uit


def _volledigheid(
    plan: Jaaractieplan,
    acties: list[Actie],
    doelen: list[Doelstelling],
    kwartaal: Periode | None,
    gemeld: set[tuple[UUID, int, int]],
) -> Volledigheid:
    uit = Volledigheid(lege_doelstellingen=_leeg(doelen, acties), lege_prioriteiten=_zonder_actie(plan, acties))
    for actie in acties:
        gaten, totaal = _gaten(actie), len(Deel) - 1
        if kwartaal is not None and _loopt(actie, kwartaal):
            totaal += 1
            if (actie.pk, kwartaal.start.year, nummer(kwartaal)) not in gemeld:
                gaten.append(Deel.STAND)
        uit.totaal += totaal
        uit.goed += totaal - len(gaten)
        uit.acties.append(Actiegaten(actie, gaten, actie.eerste_indicator))  # type: ignore[attr-defined]
    return uit


def _gaten(actie: Actie) -> list[Deel]:
    heeft_trekker = actie.trekker_id or actie.trekker_contact_id or actie.trekker_organisatie_id
    staat_er = {
        Deel.TITEL: bool(actie.titel.strip()),
        Deel.OMSCHRIJVING: bool(actie.omschrijving.strip()),
        Deel.PRIORITEIT: bool(actie.prioriteit or actie.regierolactie),
        Deel.TREKKER: bool(heeft_trekker),
        Deel.PERIODE: bool(actie.start and actie.eind),
        Deel.INDICATOR: actie.heeft_indicator,  # type: ignore[attr-defined]  # annotated above
        Deel.BUDGET: actie.heeft_budget,  # type: ignore[attr-defined]
    }
    return [deel for deel, is_er in staat_er.items() if not is_er]


def _kwartaal(plan: Jaaractieplan, gevraagd: Periode) -> Periode | None:
    """Of which quarter a stand may be expected: the last one asked, within the year of a plan under way."""
    if plan.status not in IN_UITVOERING or plan.jaar > gevraagd.start.year:
        return None
    return gevraagd if plan.jaar == gevraagd.start.year else Periode.kwartaal(plan.jaar, 4)


def _loopt(actie: Actie, kwartaal: Periode) -> bool:
    if actie.voortgang in AFGEROND:
        return False
    return (actie.start or kwartaal.start) <= kwartaal.eind and (actie.eind or kwartaal.eind) >= kwartaal.start


def _gemeld(plan_ids: Iterable[UUID]) -> set[tuple[UUID, int, int]]:
    """(action, year, quarter) of every stand that was given."""
    rijen = Kwartaalstand.objects.filter(actie__doelstelling__plan__in=list(plan_ids), beantwoord_op__isnull=False)
    return set(rijen.values_list("actie_id", "jaar", "kwartaal"))


def _leeg(doelen: list[Doelstelling], acties: list[Actie]) -> list[Doelstelling]:
    """Objectives with nothing below them: neither an action nor another objective."""
    gevuld = {actie.doelstelling_id for actie in acties} | {doel.ouder_id for doel in doelen if doel.ouder_id}
    return [doel for doel in doelen if doel.pk not in gevuld]


def _zonder_actie(plan: Jaaractieplan, acties: list[Actie]) -> list[Prioriteit]:
    """Only a plan for the regierol has to touch all four."""
    regel = bekende_regel("regierol_min_acties", op=date(plan.jaar, 1, 1), dimensie="WSE-LR1..4").regel
    if plan.soort != Plansoort.REGIEROL or regel is None:
        return []
    geraakt = {actie.prioriteit for actie in acties}
    return [prioriteit for prioriteit in Prioriteit if prioriteit not in geraakt]
