"""Money of an action: what is planned is a promise of the plan, what is spent is follow-up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from actieplannen.enums import Financieringsbron
from actieplannen.models import Actie, Actiebudget, Jaaractieplan
from actieplannen.services.rechten import eis_bewerken, eis_opvolgen
from actieplannen.services.wijzigen import Wijziging, leg_wijziging_vast, open_voor_opvolging, open_voor_wijziging
from regie.core import notatie
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.permissions import Toegang

EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100
Paar = tuple[Decimal, Decimal]  # euro and VTE
NIETS: Paar = (Decimal("0.00"), Decimal("0.00"))


@dataclass(frozen=True, slots=True)
class Planregel:
    """What is planned from one source in one year. With `budget_id` an existing line, whose year and source stay.

    `gezien` is what the form showed: when a colleague changed it in the meantime, nothing is overwritten.
    """

    jaar: int
    bron: str
    gepland: Decimal
    vte: Decimal = NIETS[1]
    noot: str = ""
    budget_id: UUID | None = None
    gezien: Paar | None = None
    wissen: bool = False

    @property
    def nieuw(self) -> Paar:
        return self.gepland, self.vte


@dataclass(frozen=True, slots=True)
class Besteedregel:
    """What was spent. Without `budget_id`: from a source that was not planned."""

    actie_id: UUID
    besteed: Decimal
    vte: Decimal = NIETS[1]
    budget_id: UUID | None = None
    gezien: Paar | None = None
    jaar: int = 0
    bron: str = ""
    noot: str = ""

    @property
    def nieuw(self) -> Paar:
        return self.besteed, self.vte


class Ingehaald(DomainErrors):
    """A colleague filled in something else meanwhile. `nu`: per place in the list what is kept now; None = wiped."""

    def __init__(self, nu: dict[int, Paar | None], namen: dict[int, str]) -> None:
        zinnen = []
        for plaats, paar in nu.items():
            if paar is None:
                zinnen.append(f"{namen[plaats]} is intussen gewist. Wat jij typte staat er nog, als nieuwe rij.")
            else:
                zinnen.append(
                    f"Een collega vulde intussen {in_woorden(paar)} in bij {namen[plaats]}. "
                    "Wat jij typte staat er nog. Kijk na wat klopt en bewaar opnieuw."
                )
        super().__init__(zinnen)
        self.nu = nu


def in_woorden(paar: Paar) -> str:
    """ "€ 1.250,00 en 0,50 VTE"; without VTE only the amount."""
    bedrag, vte = paar
    return notatie.euro(bedrag) + (f" en {notatie.getal(vte, 2)} VTE" if vte else "")


def naam_van(jaar: int, bron: str, noot: str) -> str:
    """ "VDAB in 2026 (opleiding)"."""
    label = dict(Financieringsbron.choices).get(bron, bron)
    return f"{label} in {jaar}" + (f" ({noot})" if noot else "")


@transaction.atomic
def budget_zetten(
    *, actie: Actie, regels: Sequence[Planregel], door: Toegang, vandaag: date, reden: str = ""
) -> Actie:
    """Plan the money of one action: new lines, other amounts, lines away. In an approved plan one amendement."""
    eis_bewerken(actie, door)
    plan = open_voor_wijziging(actie.doelstelling.plan, reden=reden)
    bestaand = {rij.pk: rij for rij in Actiebudget.objects.select_for_update(of=("self",)).filter(actie=actie)}
    _eis_niet_ingehaald(regels, {pk: (rij.gepland, rij.vte_gepland) for pk, rij in bestaand.items()})
    _eis_jaren(regels)
    wijzigingen = [w for regel in regels if (w := _zet(actie, regel, bestaand)) is not None]
    leg_wijziging_vast(plan, onderwerp=actie.titel, wijzigingen=wijzigingen, door=door, reden=reden, actie=actie)
    return actie


@transaction.atomic
def budget_wissen(*, budget: Actiebudget, door: Toegang, vandaag: date, reden: str = "") -> Actie:
    """Take one planned line away; what was spent from it must be moved first."""
    regel = Planregel(budget.jaar, budget.bron, budget.gepland, budget.vte_gepland, budget_id=budget.pk, wissen=True)
    return budget_zetten(actie=budget.actie, regels=[regel], door=door, vandaag=vandaag, reden=reden)


@transaction.atomic
def besteed_zetten(
    *, plan: Jaaractieplan, regels: Sequence[Besteedregel], door: Toegang, vandaag: date
) -> Jaaractieplan:
    """Fill in what was spent, of one action or of a whole plan at once. All or nothing, so that nothing gets lost."""
    plan = open_voor_opvolging(plan)
    acties = _op_te_volgen(plan, regels, door)
    rijen = Actiebudget.objects.select_for_update(of=("self",)).filter(actie__in=acties.values()).order_by("pk")
    bestaand = {rij.pk: rij for rij in rijen}
    regels = [_op_bestaande(regel, bestaand) for regel in regels]
    _eis_niet_ingehaald(regels, {pk: (rij.besteed, rij.vte_besteed) for pk, rij in bestaand.items()})
    _eis_jaren([regel for regel in regels if regel.budget_id is None])
    gewijzigd: dict[UUID, list[str]] = {}
    for regel in regels:
        budget = bestaand[regel.budget_id] if regel.budget_id else _nieuw(acties[regel.actie_id], regel)
        if (budget.besteed, budget.vte_besteed) != regel.nieuw:
            budget.besteed, budget.vte_besteed = regel.nieuw
            _bewaar(budget)
            gewijzigd.setdefault(budget.actie_id, []).append(str(budget.pk))
    for actie_id, budgetten in gewijzigd.items():
        record_event("plan.besteed", acties[actie_id], door=door, budgetten=budgetten)
    return plan


def _zet(actie: Actie, regel: Planregel, bestaand: dict[UUID, Actiebudget]) -> Wijziging | None:
    """Carry out one line; what changed, in words, or nothing."""
    budget = bestaand[regel.budget_id] if regel.budget_id else _nieuw(actie, regel)
    is_nieuw = regel.budget_id is None
    van: Paar = (budget.gepland, budget.vte_gepland)
    veld = f"budget van {naam_van(budget.jaar, budget.bron, budget.noot)}"
    if regel.wissen:
        _wis(budget)
        return Wijziging(veld, in_woorden(van), "niets")
    if not is_nieuw and van == regel.nieuw:
        return None
    if is_nieuw and _sleutel(regel) in {_sleutel(rij) for rij in bestaand.values()}:
        naam = naam_van(regel.jaar, regel.bron, regel.noot)
        raise DomainError(f"Er is al een rij voor {naam}. Pas die rij aan of schrijf een noot die ze onderscheidt.")
    budget.gepland, budget.vte_gepland = regel.nieuw
    _bewaar(budget)
    bestaand[budget.pk] = budget
    return Wijziging(veld, "niets" if is_nieuw else in_woorden(van), in_woorden(regel.nieuw))


def _wis(budget: Actiebudget) -> None:
    if budget.besteed or budget.vte_besteed:
        naam = naam_van(budget.jaar, budget.bron, budget.noot)
        besteed = in_woorden((budget.besteed, budget.vte_besteed))
        raise DomainError(
            f"Bij {naam} is al {besteed} besteed. Zet het geplande bedrag op 0, of wis eerst wat besteed is."
        )
    budget.delete()


def _nieuw(actie: Actie, regel: Planregel | Besteedregel) -> Actiebudget:
    if regel.bron not in Financieringsbron.values:
        raise DomainError("Kies waar het geld vandaan komt.")
    return Actiebudget(
        actie=actie,
        jaar=regel.jaar,
        bron=regel.bron,
        noot=regel.noot.strip(),
        gepland=NIETS[0],
        besteed=NIETS[0],
        vte_gepland=NIETS[1],
        vte_besteed=NIETS[1],
    )


def _bewaar(budget: Actiebudget) -> None:
    try:
        budget.full_clean()
    except ValidationError as fout:
        raise DomainErrors(fout.messages) from fout
    budget.save()


def _sleutel(rij: Planregel | Besteedregel | Actiebudget) -> tuple[int, str, str]:
    return rij.jaar, rij.bron, rij.noot.strip()


def _eis_jaren(regels: Sequence[Planregel | Besteedregel]) -> None:
    if any(not EERSTE_JAAR <= regel.jaar <= LAATSTE_JAAR for regel in regels):
        raise DomainError("Typ een jaartal van vier cijfers, bijvoorbeeld 2027.")


def _eis_niet_ingehaald(regels: Sequence[Planregel | Besteedregel], nu: dict[UUID, Paar]) -> None:
    """Refuse all when a line shows something else now than what the form showed, unless both filled in the same."""
    botsingen: dict[int, Paar | None] = {}
    for plaats, regel in enumerate(regels):
        if regel.budget_id is None:
            continue
        huidig = nu.get(regel.budget_id)
        if huidig is None or (regel.gezien not in {None, huidig} and regel.nieuw != huidig):
            botsingen[plaats] = huidig
    if botsingen:
        raise Ingehaald(botsingen, {p: naam_van(regels[p].jaar, regels[p].bron, regels[p].noot) for p in botsingen})


def _op_te_volgen(plan: Jaaractieplan, regels: Sequence[Besteedregel], door: Toegang) -> dict[UUID, Actie]:
    """The actions the lines are about, of this plan and followed up by whoever fills them in."""
    nodig = {regel.actie_id for regel in regels}
    acties = {actie.pk: actie for actie in Actie.objects.van_plan(plan).filter(pk__in=nodig)}
    if len(acties) != len(nodig):
        raise DomainError("Een actie staat niet meer in dit plan. Laad de pagina opnieuw.")
    for actie in acties.values():
        eis_opvolgen(actie, door)
    return acties


def _op_bestaande(regel: Besteedregel, bestaand: dict[UUID, Actiebudget]) -> Besteedregel:
    """A source that was not planned on the form may have been planned meanwhile: then it is that line."""
    if regel.budget_id is not None:
        return regel
    zelfde = [r for r in bestaand.values() if r.actie_id == regel.actie_id and _sleutel(r) == _sleutel(regel)]
    if not zelfde:
        return regel
    budget = zelfde[0]
    if budget.besteed or budget.vte_besteed:
        naam = naam_van(budget.jaar, budget.bron, budget.noot)
        staat = in_woorden((budget.besteed, budget.vte_besteed))
        raise DomainError(f"Bij {naam} staat al {staat} besteed. Pas het bedrag in die rij aan.")
    return replace(regel, budget_id=budget.pk)
