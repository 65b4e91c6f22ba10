"""The order of objectives and actions, and what hangs below what. The server says where something ends up."""

from collections.abc import Sequence

from django.db import transaction

from actieplannen.models import Actie, Doelstelling, Jaaractieplan
from actieplannen.services.doelstellingen import eis_ouder
from actieplannen.services.plannen import eis_zelfde_plan
from actieplannen.services.rechten import eis_plan
from actieplannen.services.wijzigen import Wijziging, leg_wijziging_vast, open_voor_wijziging
from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang


@transaction.atomic
def doelstelling_verplaatsen(
    *, doelstelling: Doelstelling, ouder: Doelstelling | None, plaats: int, door: Toegang, reden: str = ""
) -> Doelstelling:
    """To the `plaats`-th place (from 0) below `ouder`, or among the strategic ones."""
    eis_plan(door)
    plan = open_voor_wijziging(doelstelling.plan, reden=reden)
    doelstelling = Doelstelling.objects.select_for_update(of=("self",)).get(pk=doelstelling.pk)
    eis_ouder(plan, ouder)
    if ouder is not None and (ouder.pk == doelstelling.pk or doelstelling.onderliggende.exists()):
        raise DomainError(
            "Onder deze doelstelling hangen er nog andere, dus ze blijft strategisch. Verplaats die eerst."
        )
    van = _plek(doelstelling)
    doelstelling.ouder = ouder
    naast = Doelstelling.objects.filter(plan=plan, ouder=ouder).exclude(pk=doelstelling.pk)
    doelstelling.volgorde = _schik([*naast.order_by("volgorde", "created_at")], plaats)
    doelstelling.save(update_fields=["ouder", "volgorde"])
    _noteer(doelstelling, van, plan, door, reden)
    return doelstelling


@transaction.atomic
def actie_verplaatsen(*, actie: Actie, naar: Doelstelling, plaats: int, door: Toegang, reden: str = "") -> Actie:
    """To the `plaats`-th place (from 0) of an objective of the same plan."""
    eis_plan(door)
    plan = open_voor_wijziging(actie.doelstelling.plan, reden=reden)
    eis_zelfde_plan(plan, naar.plan)
    actie = Actie.objects.select_for_update(of=("self",)).select_related("doelstelling").get(pk=actie.pk)
    van = _plek(actie)
    actie.doelstelling = naar
    naast = Actie.objects.filter(doelstelling=naar).exclude(pk=actie.pk)
    actie.volgorde = _schik([*naast.order_by("volgorde", "created_at")], plaats)
    actie.save(update_fields=["doelstelling", "volgorde"])
    _noteer(actie, van, plan, door, reden)
    return actie


def _schik(naast: Sequence[Doelstelling | Actie], plaats: int) -> int:
    """Give the others their number around a hole at `plaats`, and return the number of the hole."""
    plaats = min(max(plaats, 0), len(naast))
    for nummer, ander in (*enumerate(naast[:plaats], 1), *enumerate(naast[plaats:], plaats + 2)):
        if ander.volgorde != nummer:
            ander.volgorde = nummer
            ander.save(update_fields=["volgorde"])
    return plaats + 1


def _plek(rij: Doelstelling | Actie) -> tuple[str, int]:
    boven = rij.ouder if isinstance(rij, Doelstelling) else rij.doelstelling
    return (boven.titel if boven else "strategisch"), rij.volgorde


def _noteer(rij: Doelstelling | Actie, van: tuple[str, int], plan: Jaaractieplan, door: Toegang, reden: str) -> None:
    naar = _plek(rij)
    if naar == van:
        return
    wijziging = Wijziging("plaats", f"{van[0]}, plaats {van[1]}", f"{naar[0]}, plaats {naar[1]}")
    leg_wijziging_vast(
        plan,
        onderwerp=rij.titel,
        wijzigingen=[wijziging],
        reden=reden,
        door=door,
        actie=rij if isinstance(rij, Actie) else None,
    )
