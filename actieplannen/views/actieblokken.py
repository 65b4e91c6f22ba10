"""What the page of an action shows besides its own text: each topic adds one line here and one include there."""

from datetime import date
from typing import Any

from actieplannen.models import Actie
from actieplannen.selectors import actieblad
from actieplannen.selectors.amendementen import amendementen_van_actie
from actieplannen.selectors.geld import geld_van_actie
from actieplannen.selectors.indicatoren import standen_van_actie
from actieplannen.selectors.standblad import mijn_stand
from actieplannen.selectors.standen import kwartaalstanden_van
from regie.core.permissions import Toegang

LAATSTE = 5


def blokken(actie: Actie, *, door: Toegang, vandaag: date) -> dict[str, Any]:
    """For who reads the plan."""
    return {
        **eigen_blokken(actie, door=door, vandaag=vandaag),
        "opmerkingen": actieblad.opmerkingen_van(actie),
        "amendementen": amendementen_van_actie(actie),
        "wijzigingen": actieblad.laatste_wijzigingen(actie, hoogstens=LAATSTE),
    }


def eigen_blokken(actie: Actie, *, door: Toegang, vandaag: date) -> dict[str, Any]:
    """For a trekker too, also at a partner: nothing of what others said or of other actions."""
    plan = actie.doelstelling.plan
    return {
        "stukken": actieblad.stukken_van(actie, plan),
        "partners": actieblad.partners_van(actie),
        "gemeenten": actieblad.gemeenten_in_woorden(actie, vandaag=vandaag),
        "buiten_jaar": actieblad.buiten_jaar(actie, plan.jaar),
        "standen": standen_van_actie(actie, vandaag=vandaag),
        "mijn_stand": mijn_stand(actie, vandaag=vandaag),
        "kwartaalstanden": kwartaalstanden_van(actie),
        "geld": geld_van_actie(actie),
    }
