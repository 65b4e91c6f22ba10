"""The plans of some years with their actions, and of each the evidence, the money and the last stand. One query."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, JSONObject

from actieplannen.enums import Voortgang
from actieplannen.models import Actiebudget, Bewijsstuk, Jaaractieplan, Kwartaalstand
from actieplannen.selectors.geld import Bedragen, Geldregel
from actieplannen.selectors.kwartalen import acties_van_kwartaal, nummer
from regie.cijfers.periode import Periode


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
    bewijzen: int  # of the year of the plan
    geld: tuple[Geldregel, ...]  # of every year
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
    van_dat_jaar = Bewijsstuk.objects.filter(actie=OuterRef(ACTIE), datum__year=OuterRef("jaar"), ingetrokken_op=None)
    bewijs = van_dat_jaar.order_by().values("actie")
    rijen = (
        Jaaractieplan.objects.filter(jaar__in=sorted(set(jaren)))
        .order_by("-jaar", "soort", "titel", "doelstellingen__volgorde", f"{ACTIE}__volgorde", f"{ACTIE}__created_at")
        .values(
            "pk",
            "soort",
            "status",
            "jaar",
            "doelstellingen",
            plan_titel=F("titel"),
            actie=F(ACTIE),
            bewijzen=Coalesce(Subquery(bewijs.values(n=Count("pk"))), 0),
            geld=ArraySubquery(_geld()),
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


def _geld() -> QuerySet[Actiebudget, dict[str, Any]]:
    """Amounts as text, so that no cent is lost; `selectors.geld` adds them up."""
    bedragen = {veld: Cast(veld, CharField()) for veld in ("gepland", "besteed")}
    rijen = Actiebudget.objects.filter(actie=OuterRef(ACTIE)).order_by("jaar", "pk")
    return rijen.values(rij=JSONObject(jaar="jaar", bron="bron", **bedragen))


def _als_planinfo(rij: dict[str, Any]) -> Planinfo:
    return Planinfo(rij["pk"], rij["plan_titel"], rij["soort"], rij["status"], rij["jaar"])


def _als_planactie(rij: dict[str, Any]) -> Planactie:
    van_actie = {veld: rij[f"actie_{veld}"] for veld in VELDEN}
    gelijk = ("plan_titel", "jaar", "bewijzen", "kleur", "mist_stand")
    return Planactie(
        pk=rij["actie"],
        plan_id=rij["pk"],
        plan_status=rij["status"],
        geld=tuple(_als_geldregel(rij, budget) for budget in rij["geld"]),
        **van_actie,
        **{veld: rij[veld] for veld in gelijk},
    )


def _als_geldregel(rij: dict[str, Any], budget: dict[str, Any]) -> Geldregel:
    return Geldregel(
        actie_id=rij["actie"],
        prioriteit=rij["actie_prioriteit"],
        doelstelling_id=rij["doelstellingen"],
        jaar=budget["jaar"],
        bron=budget["bron"],
        noot="",
        bedragen=Bedragen(Decimal(budget["gepland"]), Decimal(budget["besteed"])),
    )
