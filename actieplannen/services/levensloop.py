"""The steps of a plan as a whole: handed in, taken back, sent back, approved, executed, accounted for.

Each step locks the plan, so of two people who press at once one wins and the other reads what happened.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from actieplannen.enums import Planstatus
from actieplannen.models import Jaaractieplan, Planstap, Planversie, Verbeterpunt
from actieplannen.selectors.inhoud import inhoud_van
from actieplannen.selectors.nazicht import nazicht
from actieplannen.services.raadsbesluiten import klaarzetten
from actieplannen.services.rechten import eis_plan
from actieplannen.transitions import TransitionNotAllowed, check_transition
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.permissions import Toegang

LENGTE_PUNT = 1000


@dataclass(frozen=True, slots=True)
class Goedkeuring:
    """The decision taken outside: when, by whom ("Departement WSE") and under which number."""

    datum: date
    beslist_door: str
    kenmerk: str = ""
    opmerkingen: str = ""


@transaction.atomic
def plan_indienen(*, plan: Jaaractieplan, ondanks: bool = False, door: Toegang, vandaag: date) -> Planstap:
    """Hand in what stands there now, and keep it. `ondanks`: the one who hands in has read what to mind."""
    plan = _grendel(plan, Planstatus.CONCEPT, Planstatus.INGEDIEND, door)
    bevinding = nazicht(plan)
    if not bevinding.kan:
        raise DomainErrors([punt.zin for punt in bevinding.ontbreekt])
    if bevinding.opletten and not ondanks:
        raise DomainError("Kijk eerst na wat er nog ontbreekt. Vink daarna aan dat je toch indient.")
    stap = _zet(plan, Planstatus.INGEDIEND, vandaag, door)
    klaarzetten(plan)
    _bewaar_versie(plan, "ingediend", door)
    return stap


@transaction.atomic
def plan_intrekken(*, plan: Jaaractieplan, door: Toegang, vandaag: date) -> Planstap:
    """Take back what was handed in, to work on it."""
    plan = _grendel(plan, Planstatus.INGEDIEND, Planstatus.CONCEPT, door)
    return _zet(plan, Planstatus.CONCEPT, vandaag, door)


@transaction.atomic
def plan_terugsturen(
    *, plan: Jaaractieplan, opmerkingen: str, van_wie: str = "", door: Toegang, vandaag: date
) -> Planstap:
    """Back to who wrote it, with what has to be mended: each line of the remarks becomes a point to tick off."""
    plan = _grendel(plan, Planstatus.INGEDIEND, Planstatus.CONCEPT, door)
    punten = [regel.strip(" -•\t") for regel in opmerkingen.splitlines()]
    punten = [punt for punt in punten if punt]
    if not punten:
        raise DomainError("Schrijf wat er moet veranderen voor het plan opnieuw ingediend wordt.")
    if any(len(punt) > LENGTE_PUNT for punt in punten):
        raise DomainError(f"Een verbeterpunt is ten hoogste {LENGTE_PUNT} tekens. Zet elk punt op een eigen regel.")
    stap = _zet(plan, Planstatus.CONCEPT, vandaag, door, opmerkingen=opmerkingen.strip(), beslist_door=van_wie.strip())
    Verbeterpunt.objects.bulk_create(
        Verbeterpunt(stap=stap, volgorde=i, tekst=punt) for i, punt in enumerate(punten, 1)
    )
    return stap


@transaction.atomic
def verbeterpunt_afvinken(*, punt: Verbeterpunt, klaar: bool, door: Toegang, vandaag: date) -> Verbeterpunt:
    """Tick one point off while mending, or put it open again."""
    eis_plan(door)
    punt = Verbeterpunt.objects.select_for_update(of=("self",)).select_related("stap__plan").get(pk=punt.pk)
    if punt.stap.plan.status != Planstatus.CONCEPT:
        raise DomainError("Het plan is opnieuw ingediend: de verbeterpunten zijn afgesloten.")
    punt.klaar_op, punt.klaar_door_id = (vandaag, door.user_id) if klaar else (None, None)
    punt.save(update_fields=["klaar_op", "klaar_door"])
    return punt


@transaction.atomic
def plan_goedkeuren(*, plan: Jaaractieplan, goedkeuring: Goedkeuring, door: Toegang, vandaag: date) -> Planstap:
    """Approved outside: from now on a change of what was promised is an amendement. No way back."""
    plan = _grendel(plan, Planstatus.INGEDIEND, Planstatus.GOEDGEKEURD, door)
    if goedkeuring.datum > vandaag:
        raise DomainError("De goedkeuring kan niet in de toekomst liggen. Vul de dag in waarop beslist is.")
    if not goedkeuring.beslist_door.strip():
        raise DomainError("Vul in wie het plan goedkeurde, bijvoorbeeld Departement WSE.")
    stap = _zet(
        plan,
        Planstatus.GOEDGEKEURD,
        goedkeuring.datum,
        door,
        beslist_door=goedkeuring.beslist_door.strip(),
        kenmerk=goedkeuring.kenmerk.strip(),
        opmerkingen=goedkeuring.opmerkingen.strip(),
    )
    _bewaar_versie(plan, "goedgekeurd", door)
    return stap


@transaction.atomic
def plan_afronden(*, plan: Jaaractieplan, door: Toegang, vandaag: date) -> Planstap:
    """Executed: what was promised stays as it is, what was done can still be written down."""
    plan = _grendel(plan, Planstatus.GOEDGEKEURD, Planstatus.UITGEVOERD, door)
    if vandaag.year < plan.jaar:
        raise DomainError(f"Dit is het plan van {plan.jaar}. Je kan het afronden vanaf 1 januari {plan.jaar}.")
    return _zet(plan, Planstatus.UITGEVOERD, vandaag, door)


@transaction.atomic
def plan_heropenen(*, plan: Jaaractieplan, door: Toegang, vandaag: date) -> Planstap:
    """Closed too early: back to an approved plan that is being carried out."""
    plan = _grendel(plan, Planstatus.UITGEVOERD, Planstatus.GOEDGEKEURD, door)
    return _zet(plan, Planstatus.GOEDGEKEURD, vandaag, door)


@transaction.atomic
def plan_verantwoorden(*, plan: Jaaractieplan, kenmerk: str = "", door: Toegang, vandaag: date) -> Planstap:
    """Accounted for and closed: nothing of it changes any more. No way back."""
    plan = _grendel(plan, Planstatus.UITGEVOERD, Planstatus.VERANTWOORD, door)
    stap = _zet(plan, Planstatus.VERANTWOORD, vandaag, door, kenmerk=kenmerk.strip())
    _bewaar_versie(plan, "verantwoord", door)
    return stap


def _grendel(plan: Jaaractieplan, van: Planstatus, naar: Planstatus, door: Toegang) -> Jaaractieplan:
    """The plan, locked, when it may take this step now. `plan` is as the one who presses saw it."""
    eis_plan(door)
    gegrendeld = Jaaractieplan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    nu = Planstatus(gegrendeld.status)
    if nu != van:
        if plan.status == van:
            raise DomainError(f"Een collega was je voor: dit plan is intussen {nu.label}. Kijk de pagina na.")
        raise TransitionNotAllowed(f"Dit kan alleen met een plan met status '{van.label}'. Dit plan is {nu.label}.")
    check_transition(van, naar)
    return gegrendeld


def _zet(plan: Jaaractieplan, naar: Planstatus, dag: date, door: Toegang, **meer: str) -> Planstap:
    van = plan.status
    plan.status, plan.versie = naar, plan.versie + 1
    plan.save(update_fields=["status", "versie"])
    stap = Planstap(plan=plan, van=van, naar=naar, datum=dag, door_id=door.user_id, **meer)
    stap.full_clean(exclude=["gebied", "door", "plan"])
    stap.save()
    record_event("plan.stap", plan, door=door, van=van, naar=naar)
    return stap


def _bewaar_versie(plan: Jaaractieplan, reden: str, door: Toegang) -> Planversie:
    laatste = Planversie.objects.filter(plan=plan).aggregate(n=Max("nummer"))["n"] or 0
    return Planversie.objects.create(
        plan=plan,
        nummer=laatste + 1,
        status=plan.status,
        reden=reden,
        inhoud=inhoud_van(plan),
        door_id=door.user_id,
    )
