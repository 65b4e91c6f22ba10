"""Writing the texts of the subsidiedossier and of the verantwoording."""

from django.db import transaction

from actieplannen.enums import Planstatus, Planstuk
from actieplannen.models import Jaaractieplan, Plantekst
from actieplannen.services.rechten import eis_plan
from actieplannen.services.wijzigen import controleer_versie, open_voor_opvolging
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, Verouderd
from regie.core.permissions import Toegang


@transaction.atomic
def tekst_bewaren(
    *, plan: Jaaractieplan, stuk: Planstuk, deel: str, tekst: str, versie: int, door: Toegang
) -> Plantekst:
    """`versie` is the one the writer saw, 0 when nothing was there; Verouderd when a colleague was first."""
    eis_plan(door)
    plan = open_voor_opvolging(plan)
    if not is_te_schrijven(plan, stuk):
        raise DomainError("Het plan is ingediend: het dossier staat vast. Trek het plan terug om te wijzigen.")
    rij = Plantekst.objects.select_for_update(of=("self",)).filter(plan=plan, stuk=stuk, deel=deel).first()
    if rij is None:
        if versie:
            raise Verouderd
        rij = Plantekst(plan=plan, stuk=stuk, deel=deel, versie=0)
    controleer_versie(rij, versie)
    rij.tekst, rij.versie, rij.door_id = tekst.strip(), rij.versie + 1, door.user_id
    rij.full_clean(exclude=["gebied", "door"])
    rij.save()
    record_event("plan.tekst_bewaard", plan, door=door, stuk=stuk, deel=deel)
    return rij


def is_te_schrijven(plan: Jaaractieplan, stuk: Planstuk) -> bool:
    """The dossier goes along when a plan is handed in; the verantwoording is written until the plan is closed."""
    if stuk == Planstuk.DOSSIER:
        return plan.status == Planstatus.CONCEPT
    return plan.status != Planstatus.VERANTWOORD
