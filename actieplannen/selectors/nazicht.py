"""What is missing in a plan before it is handed in: what stops it, and what one may go on with knowingly."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from actieplannen.enums import Plansoort, Prioriteit, Regierolactie
from actieplannen.models import Actie, Jaaractieplan
from actieplannen.selectors.inhoud import acties_met_alles
from actieplannen.selectors.plannen import Genummerd, Tak, boom
from actieplannen.selectors.stappen import verbeterpunten
from regie.core.notatie import meervoud
from regie.core.parameters import RegelOnbekend, regel


@dataclass(frozen=True, slots=True)
class Punt:
    """One sentence; `actie_id` when it is about one action."""

    zin: str
    actie_id: UUID | None = None


GEEN_DOELSTELLING = "Het plan heeft nog geen doelstelling. Voeg er minstens één toe, met een actie."
GEEN_ACTIE = "Het plan heeft nog geen actie. Voeg er minstens één toe bij een doelstelling."


@dataclass(slots=True)
class Nazicht:
    ontbreekt: list[Punt] = field(default_factory=list)  # first to be mended
    opletten: list[Punt] = field(default_factory=list)  # may go on with this

    @property
    def kan(self) -> bool:
        return not self.ontbreekt


def nazicht(plan: Jaaractieplan) -> Nazicht:
    """Everything about a plan somebody should know before handing it in."""
    takken = boom(plan)
    acties = acties_met_alles(takken)
    if not takken:
        return Nazicht([Punt(GEEN_DOELSTELLING)])
    if not acties:
        return Nazicht([Punt(GEEN_ACTIE)])
    return Nazicht(
        opletten=[
            *_open_punten(plan),
            *_prioriteiten(plan, [g.actie for g in acties]),
            *_lege_doelstellingen(takken),
            *(punt for g in acties if (punt := _actie(plan, g))),
        ]
    )


def beletsels(plan: Jaaractieplan) -> list[str]:
    """Why this plan cannot be handed in at all: the short answer for a button."""
    if Actie.objects.van_plan(plan).exists():
        return []
    return [GEEN_ACTIE if plan.doelstellingen.exists() else GEEN_DOELSTELLING]


def _open_punten(plan: Jaaractieplan) -> list[Punt]:
    aantal = sum(punt.klaar_op is None for punt in verbeterpunten(plan))
    if not aantal:
        return []
    return [Punt(f"{meervoud(aantal, 'verbeterpunt is', 'verbeterpunten zijn')} nog niet afgevinkt.")]


def drie_acties_gelden(jaar: int) -> bool:
    """The rule of the three yearly actions held in that year (a dated parameter)."""
    try:
        return bool(regel("regierol_min_acties", op=date(jaar, 1, 1), dimensie="drie acties"))
    except RegelOnbekend:
        return False


def _prioriteiten(plan: Jaaractieplan, acties: list[Actie]) -> list[Punt]:
    """A plan of the regierol has something for every priority; other plans are free."""
    if plan.soort != Plansoort.REGIEROL:
        return []
    if drie_acties_gelden(plan.jaar):
        er_zijn = {actie.regierolactie for actie in acties}
        return [
            Punt(f"Voor de verplichte actie '{r.label}' is er geen actie.") for r in Regierolactie if r not in er_zijn
        ]
    er_zijn = {actie.prioriteit for actie in acties}
    return [Punt(f"Voor {p.value} ({p.kort}) is er geen actie.") for p in Prioriteit if p not in er_zijn]


def _lege_doelstellingen(takken: Iterable[Tak]) -> list[Punt]:
    return [
        Punt(f"Doelstelling {tak.nummer} ({tak.doelstelling.titel}) heeft geen actie.")
        for tak in takken
        if not tak.alle_acties
    ]


def _actie(plan: Jaaractieplan, genummerd: Genummerd) -> Punt | None:
    actie = genummerd.actie
    mist = [wat for wat, is_zo in _gemis(plan, actie) if is_zo]
    if not mist:
        return None
    return Punt(f"{genummerd.nummer} {actie.titel}: {', '.join(mist)}.", actie.pk)


def _gemis(plan: Jaaractieplan, actie: Actie) -> list[tuple[str, bool]]:
    indicatoren = list(actie.indicatoren.all())
    trekkers = (actie.trekker_id, actie.trekker_contact_id, actie.trekker_organisatie_id)
    return [
        ("geen prioriteit", plan.soort == Plansoort.REGIEROL and not actie.prioriteit),
        ("geen trekker", not any(trekkers)),
        ("geen periode", actie.start is None or actie.eind is None),
        (f"periode buiten {plan.jaar}", _buiten(plan.jaar, actie)),
        ("geen budget of VTE", not any(b.gepland or b.vte_gepland for b in actie.budgetten.all())),
        ("geen indicator", not indicatoren),
        ("een indicator zonder streefwaarde", any(i.streefwaarde is None for i in indicatoren)),
    ]


def _buiten(jaar: int, actie: Actie) -> bool:
    te_laat = actie.start is not None and actie.start.year > jaar
    return te_laat or (actie.eind is not None and actie.eind.year < jaar)
