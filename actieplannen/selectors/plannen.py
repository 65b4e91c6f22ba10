"""Reading plans: which there are, and one of them as a tree with its numbering."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, QuerySet

from actieplannen.enums import Plansoort
from actieplannen.models import Actie, Doelstelling, Jaaractieplan
from regie.core.permissions import Recht, Toegang


def plannen() -> QuerySet[Jaaractieplan]:
    """Every plan of the gebied, the latest year first, with `aantal_acties`."""
    rijen: QuerySet[Jaaractieplan] = Jaaractieplan.objects.order_by("-jaar", "soort", "titel")
    return rijen.annotate(aantal_acties=Count("doelstellingen__acties", distinct=True))


def volgend_planjaar(vandaag: date, *, soort: str = Plansoort.REGIEROL, na: int = 0) -> int:
    """The first year from now on (and after `na`) without a plan of this kind."""
    bezet = set(Jaaractieplan.objects.filter(soort=soort).values_list("jaar", flat=True))
    jaar = max(vandaag.year, na + 1)
    while jaar in bezet:
        jaar += 1
    return jaar


@dataclass(slots=True)
class Genummerd:
    """An action with the number it has in its plan: "1.2.3"."""

    nummer: str
    actie: Actie


@dataclass(slots=True)
class Tak:
    """An objective with its number, its actions, and for a strategic one what lies below it."""

    nummer: str
    doelstelling: Doelstelling
    acties: list[Genummerd] = field(default_factory=list)
    takken: list["Tak"] = field(default_factory=list)

    @property
    def alle_acties(self) -> list[Genummerd]:
        return [*self.acties, *(genummerd for tak in self.takken for genummerd in tak.alle_acties)]


def boom(plan: Jaaractieplan, *, gelezen: Iterable[Actie] | None = None) -> list[Tak]:
    """The strategic objectives in order, with everything below them. Three queries."""
    doelstellingen = list(plan.doelstellingen.order_by("volgorde", "created_at"))
    acties = defaultdict(list)
    for actie in acties_van(plan) if gelezen is None else gelezen:
        acties[actie.doelstelling_id].append(actie)
    onder = defaultdict(list)
    for doelstelling in doelstellingen:
        onder[doelstelling.ouder_id].append(doelstelling)

    def tak(doelstelling: Doelstelling, nummer: str) -> Tak:
        eigen = acties[doelstelling.pk]
        return Tak(
            nummer,
            doelstelling,
            [Genummerd(f"{nummer}.{i}", actie) for i, actie in enumerate(eigen, 1)],
            # Actions right below a strategic objective come first in the count.
            [tak(kind, f"{nummer}.{i}") for i, kind in enumerate(onder[doelstelling.pk], len(eigen) + 1)],
        )

    return [tak(doelstelling, str(i)) for i, doelstelling in enumerate(onder[None], 1)]


def acties_van(plan: Jaaractieplan) -> QuerySet[Actie]:
    """The actions of a plan with who pulls them, in order."""
    return (
        Actie.objects.van_plan(plan)
        .select_related("trekker", "trekker_organisatie", "trekker_contact__organisatie")
        .order_by("volgorde", "created_at")
    )


def mijn_acties(door: Toegang) -> QuerySet[Actie]:
    """What somebody pulls, in plans that are not closed; with plan, who and where."""
    if not door.mag(Recht.ACTIE_OPVOLGEN):
        return Actie.objects.none()
    return (
        Actie.objects.getrokken_door(door.user_id, door.lid_van)
        .exclude(doelstelling__plan__status="VERANTWOORD")
        .select_related("doelstelling__plan", "trekker", "trekker_organisatie")
        .order_by("-doelstelling__plan__jaar", "eind", "titel")
    )
