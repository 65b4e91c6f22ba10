"""The money of a plan. The only place where its totals are made: page, exports, dossier and signals all ask here."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from actieplannen.enums import Financieringsbron, Prioriteit
from actieplannen.models import Actie, Actiebudget, Jaaractieplan
from actieplannen.selectors.plannen import Genummerd, Tak, boom
from regie.core.parameters import waarde

NUL = Decimal("0.00")
HONDERD = Decimal(100)
TIENDE = Decimal("0.1")
K = TypeVar("K", bound=Hashable)
ZONDER_PRIORITEIT = "zonder prioriteit"


def aandeel(deel: Decimal, geheel: Decimal) -> Decimal | None:
    """`deel` in percent of `geheel` with one decimal; of nothing there is no share."""
    return (deel * HONDERD / geheel).quantize(TIENDE, ROUND_HALF_UP) if geheel else None


@dataclass(frozen=True, slots=True)
class Bedragen:
    """Euro with cents and VTE, planned and spent. Adding is exact: never a float."""

    gepland: Decimal = NUL
    besteed: Decimal = NUL
    vte_gepland: Decimal = NUL
    vte_besteed: Decimal = NUL

    def __add__(self, ander: "Bedragen") -> "Bedragen":
        return Bedragen(
            self.gepland + ander.gepland,
            self.besteed + ander.besteed,
            self.vte_gepland + ander.vte_gepland,
            self.vte_besteed + ander.vte_besteed,
        )

    @property
    def rest(self) -> Decimal:
        """What is left of what was planned; below zero when more was spent."""
        return self.gepland - self.besteed

    @property
    def percentage(self) -> Decimal | None:
        return aandeel(self.besteed, self.gepland)

    @property
    def heeft_vte(self) -> bool:
        return bool(self.vte_gepland or self.vte_besteed)

    def is_over(self, marge: Decimal) -> bool:
        """More was spent than planned, by more than `marge` percent."""
        return self.besteed * HONDERD > self.gepland * (HONDERD + marge)


NIETS = Bedragen()


@dataclass(frozen=True, slots=True)
class Geldregel:
    """One amount: of an action, in a year, from a source; with everything it is counted under."""

    actie_id: UUID
    prioriteit: str
    doelstelling_id: UUID
    jaar: int
    bron: str
    noot: str
    bedragen: Bedragen
    budget_id: UUID | None = None

    @property
    def bron_naam(self) -> str:
        return Financieringsbron(self.bron).label


def tel(regels: Iterable[Geldregel], sleutel: Callable[[Geldregel], K]) -> dict[K, Bedragen]:
    """The sum per group. Every total of a plan is made here."""
    uit: dict[K, Bedragen] = {}
    for regel in regels:
        groep = sleutel(regel)
        uit[groep] = uit.get(groep, NIETS) + regel.bedragen
    return uit


def som(regels: Iterable[Geldregel]) -> Bedragen:
    return tel(regels, lambda regel: None).get(None, NIETS)


@dataclass(frozen=True)
class Geldrij:
    """A line of the matrix: an action, or the subtotal of an objective with everything below it."""

    nummer: str
    naam: str
    diepte: int
    actie: Actie | None
    planjaar: Bedragen
    per_jaar: tuple[Bedragen, ...]  # in the order of `Geldtabel.andere_jaren`
    totaal: Bedragen
    over_in: tuple[int, ...] = ()  # the years in which an action is over budget


@dataclass(frozen=True, slots=True)
class Groep:
    """The plan year of one source or one priority, with its share of what was planned."""

    code: str
    naam: str
    bedragen: Bedragen
    aandeel: Decimal | None


@dataclass(frozen=True)
class Geldtabel:
    """Everything there is to say about the money of a plan. Years outside the plan year stand apart."""

    jaar: int
    marge: Decimal
    regels: tuple[Geldregel, ...]
    takken: Sequence[Tak]

    def per_jaar(self) -> dict[int, Bedragen]:
        return tel(self.regels, lambda regel: regel.jaar)

    def per_bron(self, jaar: int | None = None) -> dict[str, Bedragen]:
        return tel(self._van(jaar), lambda regel: regel.bron)

    def per_prioriteit(self, jaar: int | None = None) -> dict[str, Bedragen]:
        return tel(self._van(jaar), lambda regel: regel.prioriteit)

    def per_doelstelling(self, jaar: int | None = None) -> dict[UUID, Bedragen]:
        """Of the actions right below an objective; `rijen` also adds up what lies deeper."""
        return tel(self._van(jaar), lambda regel: regel.doelstelling_id)

    def per_actie(self, jaar: int | None = None) -> dict[UUID, Bedragen]:
        return tel(self._van(jaar), lambda regel: regel.actie_id)

    def _van(self, jaar: int | None) -> tuple[Geldregel, ...]:
        return self.regels if jaar is None else tuple(regel for regel in self.regels if regel.jaar == jaar)

    @cached_property
    def totaal(self) -> Bedragen:
        """All years together."""
        return som(self.regels)

    @cached_property
    def planjaar(self) -> Bedragen:
        return som(self._van(self.jaar))

    @cached_property
    def andere_jaren(self) -> tuple[int, ...]:
        return tuple(sorted({regel.jaar for regel in self.regels} - {self.jaar}))

    @cached_property
    def bedragen_andere_jaren(self) -> tuple[Bedragen, ...]:
        per_jaar = self.per_jaar()
        return tuple(per_jaar[jaar] for jaar in self.andere_jaren)

    @cached_property
    def over_in(self) -> dict[UUID, tuple[int, ...]]:
        """Per action the years in which more was spent than planned and allowed."""
        uit: dict[UUID, list[int]] = {}
        for (actie_id, jaar), bedragen in tel(self.regels, lambda r: (r.actie_id, r.jaar)).items():
            if bedragen.is_over(self.marge):
                uit.setdefault(actie_id, []).append(jaar)
        return {actie_id: tuple(sorted(jaren)) for actie_id, jaren in uit.items()}

    @cached_property
    def over_budget(self) -> frozenset[UUID]:
        """The actions that are over budget in one year or more."""
        return frozenset(self.over_in)

    @cached_property
    def bronnen(self) -> tuple[Groep, ...]:
        """The plan year per source that occurs, in the order of the list of sources."""
        return self._groepen(self.per_bron(self.jaar), [(b.value, b.label) for b in Financieringsbron])

    @cached_property
    def prioriteiten(self) -> tuple[Groep, ...]:
        """The plan year per priority; all four, so that a priority without money shows."""
        per = self.per_prioriteit(self.jaar)
        namen = [(p.value, p.label) for p in Prioriteit]
        alle = {code: per.get(code, NIETS) for code, _ in namen} | {c: b for c, b in per.items() if c == ""}
        return self._groepen(alle, [*namen, ("", ZONDER_PRIORITEIT)])

    def _groepen(self, per: dict[str, Bedragen], namen: Sequence[tuple[str, str]]) -> tuple[Groep, ...]:
        geheel = self.planjaar.gepland
        return tuple(
            Groep(code, naam, per[code], aandeel(per[code].gepland, geheel)) for code, naam in namen if code in per
        )

    @cached_property
    def cofinanciering(self) -> Groep:
        """What others than Vlaanderen pay in the plan year."""
        regels = [regel for regel in self._van(self.jaar) if regel.bron != Financieringsbron.VLAANDEREN]
        bedragen = som(regels)
        return Groep("", "cofinanciering", bedragen, aandeel(bedragen.gepland, self.planjaar.gepland))

    @cached_property
    def rijen(self) -> tuple[Geldrij, ...]:
        """The matrix in the order of the plan: each objective with its subtotal, its actions below it."""
        per = tel(self.regels, lambda regel: (regel.actie_id, regel.jaar))
        uit: list[Geldrij] = []

        def rij(nummer: str, naam: str, diepte: int, acties: list[Genummerd], actie: Actie | None = None) -> Geldrij:
            per_jaar = {
                jaar: sum((per.get((g.actie.pk, jaar), NIETS) for g in acties), NIETS)
                for jaar in (self.jaar, *self.andere_jaren)
            }
            return Geldrij(
                nummer,
                naam,
                diepte,
                actie,
                per_jaar[self.jaar],
                tuple(per_jaar[jaar] for jaar in self.andere_jaren),
                sum(per_jaar.values(), NIETS),
                self.over_in.get(actie.pk, ()) if actie else (),
            )

        def loop(tak: Tak, diepte: int) -> None:
            uit.append(rij(tak.nummer, tak.doelstelling.titel, diepte, tak.alle_acties))
            uit.extend(rij(g.nummer, g.actie.titel, diepte + 1, [g], g.actie) for g in tak.acties)
            for onder in tak.takken:
                loop(onder, diepte + 1)

        for tak in self.takken:
            loop(tak, 0)
        return tuple(uit)

    @cached_property
    def acties_over(self) -> tuple[Geldrij, ...]:
        return tuple(rij for rij in self.rijen if rij.over_in)


def geld_van_plan(plan: Jaaractieplan, *, takken: Sequence[Tak] | None = None) -> Geldtabel:
    """One query for the money; two more for the tree when the caller does not have it (`selectors.plannen.boom`)."""
    if takken is None:
        takken = boom(plan)
    return _tabel(plan.jaar, Actiebudget.objects.filter(actie__doelstelling__plan=plan), takken)


def geld_van_actie(actie: Actie) -> Geldtabel:
    """The same for one action, whose objective and plan are read already. One query."""
    tak = Tak("", actie.doelstelling, [Genummerd("", actie)])
    return _tabel(actie.doelstelling.plan.jaar, Actiebudget.objects.filter(actie=actie), [tak])


def _tabel(jaar: int, budgetten: QuerySet[Actiebudget], takken: Sequence[Tak]) -> Geldtabel:
    regels = tuple(
        Geldregel(
            actie_id=budget.actie_id,
            prioriteit=budget.actie.prioriteit,
            doelstelling_id=budget.actie.doelstelling_id,
            jaar=budget.jaar,
            bron=budget.bron,
            noot=budget.noot,
            bedragen=Bedragen(budget.gepland, budget.besteed, budget.vte_gepland, budget.vte_besteed),
            budget_id=budget.pk,
        )
        for budget in budgetten.select_related("actie").order_by("jaar", "bron", "noot", "pk")
    )
    return Geldtabel(jaar, waarde("actiebudget_marge", op=date(jaar, 12, 31)), regels, takken)
