"""What a plan promises is free while it is a concept and fixed once approved: then each change is an amendement."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Max, Model

from actieplannen.enums import Planstatus
from actieplannen.models import Actie, Amendement, Jaaractieplan
from actieplannen.models.vast import DEUR
from regie.core import notatie
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, Verouderd
from regie.core.permissions import Toegang

NIET_TE_WIJZIGEN = {
    Planstatus.INGEDIEND: "Dit plan is ingediend. Trek het terug of laat het terugsturen om het te wijzigen.",
    Planstatus.UITGEVOERD: "Dit plan is uitgevoerd: wat beloofd was, staat vast. Je kan het nog verantwoorden.",
    Planstatus.VERANTWOORD: "Dit plan is verantwoord en afgesloten. Wijzigen kan niet meer.",
}


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One thing that changed, as a reader would say it."""

    veld: str
    van: str
    naar: str


def open_voor_wijziging(plan: Jaaractieplan, *, reden: str = "") -> Jaaractieplan:
    """The plan, locked, when what it promises may change. An approved plan asks why."""
    gegrendeld = Jaaractieplan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    zin = NIET_TE_WIJZIGEN.get(Planstatus(gegrendeld.status))
    if zin:
        raise DomainError(zin)
    if gegrendeld.is_vast and not reden.strip():
        raise DomainError("Dit plan is goedgekeurd. Schrijf waarom je het wijzigt: je wijziging wordt een amendement.")
    if gegrendeld.is_vast:
        laat_binnen(gegrendeld)
    return gegrendeld


def laat_binnen(plan: Jaaractieplan) -> None:
    """Tell the database that this plan is changed in the open, until the end of this transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT concat_ws(',', nullif(current_setting(%s, true), ''), %s::text)", [DEUR, plan.pk])
        cursor.execute("SELECT set_config(%s, %s, true)", [DEUR, cursor.fetchone()[0]])


def open_voor_opvolging(plan: Jaaractieplan) -> Jaaractieplan:
    """The plan, when what is reported about it may still change: until it is accounted for."""
    nu = Jaaractieplan.objects.get(pk=plan.pk)
    if nu.status == Planstatus.VERANTWOORD:
        raise DomainError("Dit plan is verantwoord en afgesloten. De opvolging kan niet meer wijzigen.")
    return nu


def leg_wijziging_vast(
    plan: Jaaractieplan,
    *,
    onderwerp: str,
    wijzigingen: Sequence[Wijziging],
    door: Toegang,
    reden: str = "",
    actie: Actie | None = None,
) -> Amendement | None:
    """Write down what changed: in the record, and in an approved plan as an amendement. Nothing changed: nothing."""
    if not wijzigingen:
        return None
    record_event("plan.gewijzigd", actie or plan, door=door, velden=[w.veld for w in wijzigingen])
    if not plan.is_vast:
        return None
    laatste = Amendement.objects.filter(plan=plan).aggregate(n=Max("nummer"))["n"] or 0
    return Amendement.objects.create(
        plan=plan,
        nummer=laatste + 1,
        actie_reeks=actie.reeks if actie else None,
        onderwerp=onderwerp[:300],
        wijzigingen=[[w.veld, w.van, w.naar] for w in wijzigingen],
        reden=reden.strip(),
        door_id=door.user_id,
    )


def controleer_versie(rij: Any, versie: int | None) -> None:
    """Raises Verouderd when the form was opened on an older `versie` than the locked row has now."""
    if versie is not None and versie != rij.versie:
        raise Verouderd("een collega of in een ander venster")


def verschillen(rij: Model, nieuw: Mapping[str, Any], velden: Iterable[str] | None = None) -> list[Wijziging]:
    """What saving `nieuw` would change in `rij`, in words."""
    uit = []
    for naam in velden or nieuw:
        veld = rij._meta.get_field(naam)
        van, naar = getattr(rij, naam), nieuw[naam]
        if van != naar:
            label = str(getattr(veld, "verbose_name", naam))
            uit.append(Wijziging(label, als_tekst(veld, van), als_tekst(veld, naar)))
    return uit


def als_tekst(veld: Any, waarde: Any) -> str:
    keuzes = dict(getattr(veld, "choices", None) or {})
    match waarde:
        case None | "" | []:
            return "niets"
        case date():
            return notatie.datum(waarde)
        case Decimal():
            return notatie.getal(waarde, 2)
        case list():
            return ", ".join(str(deel) for deel in waarde)
        case _:
            return str(keuzes.get(waarde, waarde))
