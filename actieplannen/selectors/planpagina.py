"""One plan as a page: the tree with, per action, how it stands and where its indicators are."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from actieplannen.enums import Prioriteit
from actieplannen.models import Actie, Actieindicator, Jaaractieplan, Kwartaalstand
from actieplannen.selectors.indicatoren import Indicatorstand, stand_van
from actieplannen.selectors.plannen import Genummerd, Tak, boom
from actieplannen.selectors.standen import laatste_standen


@dataclass(slots=True)
class Actieregel:
    nummer: str
    actie: Actie
    stand: Kwartaalstand | None = None
    indicatoren: list[Indicatorstand] = field(default_factory=list)


@dataclass(slots=True)
class Doelregel:
    tak: Tak
    acties: list[Actieregel]
    onder: list["Doelregel"]

    @property
    def aantal(self) -> int:
        return len(self.acties) + sum(doel.aantal for doel in self.onder)


@dataclass(frozen=True, slots=True)
class Prioriteitteller:
    prioriteit: Prioriteit
    aantal: int


@dataclass(slots=True)
class Planblad:
    doelen: list[Doelregel]
    prioriteiten: list[Prioriteitteller]
    zonder_prioriteit: int
    aantal_acties: int
    getoond: int


def planblad(plan: Jaaractieplan, *, prioriteit: str = "", vandaag: date) -> Planblad:
    """With a priority only the actions for it, and the objectives above them."""
    takken = boom(plan)
    acties = [genummerd.actie for tak in takken for genummerd in tak.alle_acties]
    geteld = Counter(actie.prioriteit for actie in acties)
    maker = _Regelmaker(prioriteit, laatste_standen(acties, vandaag=vandaag), _indicatoren(plan, vandaag))
    doelen = [maker.doel(tak) for tak in takken]
    if prioriteit:
        doelen = [doel for doel in doelen if doel.aantal]
    return Planblad(
        doelen=doelen,
        prioriteiten=[Prioriteitteller(p, geteld[p]) for p in Prioriteit],
        zonder_prioriteit=geteld[""],
        aantal_acties=len(acties),
        getoond=sum(doel.aantal for doel in doelen),
    )


def _indicatoren(plan: Jaaractieplan, vandaag: date) -> Mapping[UUID, list[Indicatorstand]]:
    """Per action, in order."""
    rijen = list(Actieindicator.objects.filter(actie__doelstelling__plan=plan).order_by("volgorde", "created_at"))
    standen = stand_van(rijen, vandaag=vandaag)
    per_actie = defaultdict(list)
    for rij in rijen:
        per_actie[rij.actie_id].append(standen[rij.pk])
    return per_actie


@dataclass(frozen=True, slots=True)
class _Regelmaker:
    prioriteit: str
    standen: Mapping[UUID, Kwartaalstand]
    indicatoren: Mapping[UUID, list[Indicatorstand]]

    def doel(self, tak: Tak) -> Doelregel:
        acties = [self.actie(rij) for rij in tak.acties if self.prioriteit in {"", rij.actie.prioriteit}]
        onder = [self.doel(kind) for kind in tak.takken]
        return Doelregel(tak, acties, [kind for kind in onder if kind.aantal or not self.prioriteit])

    def actie(self, rij: Genummerd) -> Actieregel:
        pk = rij.actie.pk
        return Actieregel(rij.nummer, rij.actie, self.standen.get(pk), self.indicatoren.get(pk, []))
