"""Everything one plan knows, each source read once: papers and exports tell the same because they ask here."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from actieplannen.models import Actiepartner, Bewijsstuk, Jaaractieplan, Kwartaalstand
from actieplannen.selectors.geld import Geldtabel, geld_van_plan
from actieplannen.selectors.indicatoren import Indicatorstand, indicatoren_van, stand_van
from actieplannen.selectors.plannen import Genummerd, Tak, boom
from actieplannen.selectors.standen import laatste_standen
from regie.core import notatie
from regie.core.http import gebied_url
from regie.core.models import Gemeente, Regiegebied
from regie.core.tenancy import current_scope


@dataclass
class Planbron:
    """One plan on one day."""

    plan: Jaaractieplan
    vandaag: date
    gebied: Regiegebied = field(default_factory=lambda: current_scope().gebied)

    @cached_property
    def takken(self) -> list[Tak]:
        return boom(self.plan)

    @cached_property
    def acties(self) -> list[Genummerd]:
        return [genummerd for tak in self.takken for genummerd in tak.alle_acties]

    def van_prioriteit(self, code: str) -> list[Genummerd]:
        return [genummerd for genummerd in self.acties if genummerd.actie.prioriteit == code]

    @cached_property
    def geld(self) -> Geldtabel:
        return geld_van_plan(self.plan, takken=self.takken)

    @cached_property
    def standen(self) -> dict[UUID, Kwartaalstand]:
        return laatste_standen([g.actie for g in self.acties], vandaag=self.vandaag)

    @cached_property
    def indicatoren(self) -> dict[UUID, list[Indicatorstand]]:
        """How each indicator stands, per action."""
        rijen = list(indicatoren_van(self.plan))
        standen = stand_van(rijen, vandaag=self.vandaag)
        uit: dict[UUID, list[Indicatorstand]] = {}
        for rij in rijen:
            uit.setdefault(rij.actie_id, []).append(standen[rij.pk])
        return uit

    @cached_property
    def partners(self) -> dict[UUID, list[str]]:
        """The names of who works along, per action."""
        uit: dict[UUID, list[str]] = {}
        rijen = Actiepartner.objects.filter(actie__in=[g.actie.pk for g in self.acties]).select_related("organisatie")
        for rij in rijen.order_by("organisatie__naam"):
            uit.setdefault(rij.actie_id, []).append(rij.organisatie.naam)
        return uit

    @cached_property
    def bewijzen(self) -> list[Bewijsstuk]:
        """What shows that it was done, in the order of the actions."""
        volgorde = {g.actie.pk: i for i, g in enumerate(self.acties)}
        rijen = Bewijsstuk.objects.filter(actie__in=list(volgorde), ingetrokken_op=None).select_related("actie")
        return sorted(rijen, key=lambda bewijs: (volgorde[bewijs.actie_id], bewijs.datum, bewijs.created_at))

    def pagina(self, naam: str = "actieplannen:plan") -> str:
        """A page of the plan, to mend what is missing."""
        return gebied_url(naam, self.plan.pk)

    @property
    def begin(self) -> date:
        return date(self.plan.jaar, 1, 1)

    @property
    def einde(self) -> date:
        return date(self.plan.jaar, 12, 31)


def gemeentenamen(bron: Planbron) -> dict[str, str]:
    """The gemeenten that the actions name, by their NIS code."""
    codes = {nis for g in bron.acties for nis in g.actie.gemeenten}
    return dict(Gemeente.objects.filter(pk__in=codes).values_list("nis", "naam")) if codes else {}


def periode_van(start: date | None, eind: date | None) -> str:
    """ "01/03/2027 – 31/12/2027", or what is known of it."""
    if start and eind:
        return f"{notatie.datum(start)} – {notatie.datum(eind)}"
    if start:
        return f"vanaf {notatie.datum(start)}"
    return f"tegen {notatie.datum(eind)}" if eind else ""
