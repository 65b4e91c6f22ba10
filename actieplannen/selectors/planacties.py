"""The plans of some years with their actions, and of each the evidence, the money and the last stand. One query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, DecimalField, F, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from actieplannen.enums import Planstatus, Standkleur, Voortgang
from actieplannen.models import Actiebudget, Bewijsstuk, Jaaractieplan, Kwartaalstand
from regie.cijfers.periode import Periode, PeriodeSoort

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
    start: date | None
    eind: date | None
    bewijzen: int
    gepland: Decimal
    besteed: Decimal
    kleur: str  # of the last stand that was given; empty when there is none
    stand_tot: int  # the quarter of that stand, as year * 4 + quarter

    @property
    def telt_mee(self) -> bool:
        """What was stopped is not done that year."""
        return self.voortgang != Voortgang.GESTOPT

    @property
    def wordt_uitgevoerd(self) -> bool:
        return self.plan_status in {Planstatus.GOEDGEKEURD, Planstatus.UITGEVOERD}

    @property
    def stand(self) -> Standkleur | None:
        return Standkleur(self.kleur) if self.kleur else None

    def loopt_in(self, kwartaal: Periode) -> bool:
        """Planned in this quarter, or in a plan of its year without dates of its own."""
        van = self.start or date(self.jaar, 1, 1)
        tot = self.eind or date(self.jaar, 12, 31)
        return van <= kwartaal.eind and tot >= kwartaal.start

    def heeft_stand_van(self, kwartaal: Periode) -> bool:
        return self.stand_tot >= volgnummer(kwartaal)


def volgnummer(kwartaal: Periode) -> int:
    return kwartaal.start.year * 4 + (kwartaal.start.month + 2) // 3


def vorig_kwartaal(vandaag: date) -> Periode:
    """The last quarter that is over."""
    return Periode.op(PeriodeSoort.KWARTAAL, vandaag).vorige()


@dataclass(frozen=True, slots=True)
class Planinfo:
    """Which plan it is, without what stands in it."""

    pk: UUID
    titel: str
    soort: str
    status: str
    jaar: int

    @property
    def statuswoord(self) -> str:
        return Planstatus(self.status).label


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
VELDEN = ("titel", "prioriteit", "regierolactie", "voortgang", "start", "eind")


def jaarinhoud(jaren: Iterable[int]) -> Jaarinhoud:
    standen = Kwartaalstand.objects.filter(actie=OuterRef(ACTIE)).exclude(kleur="").order_by("-jaar", "-kwartaal")
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
            stand_tot=Coalesce(Subquery(standen.values(n=F("jaar") * 4 + F("kwartaal"))[:1]), 0),
            **{f"actie_{veld}": F(f"{ACTIE}__{veld}") for veld in VELDEN},
        )
    )
    rijen_nu = list(rijen)
    plannen = {rij["pk"]: _als_planinfo(rij) for rij in rijen_nu}
    return Jaarinhoud(tuple(plannen.values()), tuple(_als_planactie(rij) for rij in rijen_nu if rij["actie"]))


def _som(veld: str) -> Coalesce:
    """Over all sources in the year of the plan."""
    geld: QuerySet[Actiebudget] = Actiebudget.objects.filter(actie=OuterRef(ACTIE), jaar=OuterRef("jaar"))
    som = geld.order_by().values("actie").values(som=Sum(veld))
    return Coalesce(Subquery(som), NUL, output_field=DecimalField(max_digits=14, decimal_places=2))


def _als_planinfo(rij: dict[str, Any]) -> Planinfo:
    return Planinfo(rij["pk"], rij["plan_titel"], rij["soort"], rij["status"], rij["jaar"])


def _als_planactie(rij: dict[str, Any]) -> Planactie:
    van_actie = {veld: rij[f"actie_{veld}"] for veld in VELDEN}
    gelijk = ("plan_titel", "jaar", "bewijzen", "gepland", "besteed", "kleur", "stand_tot")
    return Planactie(
        pk=rij["actie"], plan_id=rij["pk"], plan_status=rij["status"], **van_actie, **{v: rij[v] for v in gelijk}
    )
