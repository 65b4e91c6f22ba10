"""The plans of some years with their actions, and of each the evidence, the money and the last stand. One query."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, DecimalField, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from actieplannen.enums import Voortgang
from actieplannen.models import Actiebudget, Bewijsstuk, Jaaractieplan, Kwartaalstand
from actieplannen.selectors.kwartalen import acties_van_kwartaal, nummer
from regie.cijfers.periode import Periode

NUL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Planactie:
    """One action of one plan, and how it stands."""

    pk: UUID
    titel: str
    plan_id: UUID
    plan_titel: str
    plan_status: str
    jaar: int
    prioriteit: str
    regierolactie: str
    voortgang: str
    bewijzen: int
    gepland: Decimal
    besteed: Decimal
    kleur: str  # of the last stand that was given; empty when there is none
    mist_stand: bool  # of the quarter that was asked about

    @property
    def telt_mee(self) -> bool:
        """What was stopped is not done that year."""
        return self.voortgang != Voortgang.GESTOPT


@dataclass(frozen=True, slots=True)
class Planinfo:
    """Which plan it is, without what stands in it."""

    pk: UUID
    titel: str
    soort: str
    status: str
    jaar: int


@dataclass(frozen=True, slots=True)
class Jaarinhoud:
    """The plans of some years, also those that are still empty, and their actions in order."""

    plannen: tuple[Planinfo, ...]
    acties: tuple[Planactie, ...]

    def van_jaar(self, jaar: int) -> "Jaarinhoud":
        return Jaarinhoud(
            tuple(plan for plan in self.plannen if plan.jaar == jaar),
            tuple(actie for actie in self.acties if actie.jaar == jaar),
        )


ACTIE = "doelstellingen__acties"
VELDEN = ("titel", "prioriteit", "regierolactie", "voortgang")


def jaarinhoud(jaren: Iterable[int], *, kwartaal: Periode | None = None) -> Jaarinhoud:
    """With a quarter: which actions had to say how they stand by then, and did not."""
    standen = _gegeven().order_by("-jaar", "-kwartaal")
    bewijs = Bewijsstuk.objects.filter(actie=OuterRef(ACTIE), ingetrokken_op=None).order_by().values("actie")
    rijen = (
        Jaaractieplan.objects.filter(jaar__in=sorted(set(jaren)))
        .order_by("-jaar", "soort", "titel", "doelstellingen__volgorde", f"{ACTIE}__volgorde", f"{ACTIE}__created_at")
        .values(
            "pk",
            "soort",
            "status",
            "jaar",
            plan_titel=F("titel"),
            actie=F(ACTIE),
            bewijzen=Coalesce(Subquery(bewijs.values(n=Count("pk"))), 0),
            gepland=_som("gepland"),
            besteed=_som("besteed"),
            kleur=Coalesce(Subquery(standen.values("kleur")[:1]), Value("")),
            mist_stand=_mist_stand(kwartaal) if kwartaal else Value(value=False),
            **{f"actie_{veld}": F(f"{ACTIE}__{veld}") for veld in VELDEN},
        )
    )
    rijen_nu = list(rijen)
    plannen = {rij["pk"]: _als_planinfo(rij) for rij in rijen_nu}
    return Jaarinhoud(tuple(plannen.values()), tuple(_als_planactie(rij) for rij in rijen_nu if rij["actie"]))


def _gegeven() -> QuerySet[Kwartaalstand]:
    return Kwartaalstand.objects.filter(actie=OuterRef(ACTIE), beantwoord_op__isnull=False).order_by()


def _mist_stand(kwartaal: Periode) -> Q:
    gevraagd = acties_van_kwartaal(kwartaal).filter(pk=OuterRef(ACTIE)).order_by()
    gegeven = _gegeven().filter(jaar=kwartaal.start.year, kwartaal=nummer(kwartaal))
    return Q(Exists(gevraagd), ~Exists(gegeven))


def _som(veld: str) -> Coalesce:
    """Over all sources in the year of the plan."""
    geld: QuerySet[Actiebudget] = Actiebudget.objects.filter(actie=OuterRef(ACTIE), jaar=OuterRef("jaar"))
    som = geld.order_by().values("actie").values(som=Sum(veld))
    return Coalesce(Subquery(som), NUL, output_field=DecimalField(max_digits=14, decimal_places=2))


def _als_planinfo(rij: dict[str, Any]) -> Planinfo:
    return Planinfo(rij["pk"], rij["plan_titel"], rij["soort"], rij["status"], rij["jaar"])


def _als_planactie(rij: dict[str, Any]) -> Planactie:
    van_actie = {veld: rij[f"actie_{veld}"] for veld in VELDEN}
    gelijk = ("plan_titel", "jaar", "bewijzen", "gepland", "besteed", "kleur", "mist_stand")
    return Planactie(
        pk=rij["actie"], plan_id=rij["pk"], plan_status=rij["status"], **van_actie, **{v: rij[v] for v in gelijk}
    )
