"""Who may change or follow up which action. The page right comes first; this is about the object."""

from actieplannen.models import Actie
from regie.core.exceptions import DomainError
from regie.core.permissions import Recht, Toegang


def trekt(actie: Actie, door: Toegang) -> bool:
    """Named as trekker, or, when nobody is named, a member of the organisatie that pulls the action."""
    if actie.trekker_id is not None:
        return actie.trekker_id == door.user_id
    return actie.trekker_organisatie_id in door.lid_van


def mag_actie_bewerken(actie: Actie, door: Toegang) -> bool:
    """The regisseur every action, a medewerker the own ones."""
    return door.mag(Recht.PLAN_BEWERKEN) or (door.mag(Recht.ACTIE_BEWERKEN) and trekt(actie, door))


def mag_actie_opvolgen(actie: Actie, door: Toegang) -> bool:
    """Give the stand, figures and evidence: who may change the action, and its trekker."""
    return mag_actie_bewerken(actie, door) or (door.mag(Recht.ACTIE_OPVOLGEN) and trekt(actie, door))


def mag_actie_lezen(actie: Actie, door: Toegang) -> bool:
    """Who reads the plan reads every action; a partner only what it pulls."""
    return door.mag(Recht.PLAN_BEKIJKEN) or mag_actie_opvolgen(actie, door)


def eis_bewerken(actie: Actie, door: Toegang) -> None:
    if not mag_actie_bewerken(actie, door):
        raise DomainError("Alleen de regisseur of de trekker van deze actie kan ze wijzigen.")


def eis_opvolgen(actie: Actie, door: Toegang) -> None:
    if not mag_actie_opvolgen(actie, door):
        raise DomainError("Alleen de regisseur of de trekker van deze actie kan ze opvolgen.")


def eis_plan(door: Toegang) -> None:
    if not door.mag(Recht.PLAN_BEWERKEN):
        raise DomainError("Alleen de regisseur kan het plan wijzigen.")
