"""The subsidiedossier and the verantwoording of a plan, written from what is known and completed by hand."""

from datetime import date

from actieplannen.enums import Planstuk
from actieplannen.models import Jaaractieplan
from actieplannen.selectors.planbron import Planbron
from actieplannen.selectors.stukken.dossier import DOSSIER
from actieplannen.selectors.stukken.gemeen import Beeld, Punt, Sectie, bouw
from actieplannen.selectors.stukken.papier import als_papier
from actieplannen.selectors.stukken.verantwoording import VERANTWOORDING

__all__ = ["ONDERDELEN", "Beeld", "Punt", "Sectie", "als_papier", "planstuk"]

ONDERDELEN = {Planstuk.DOSSIER: DOSSIER, Planstuk.VERANTWOORDING: VERANTWOORDING}


def planstuk(plan: Jaaractieplan, stuk: Planstuk, *, vandaag: date) -> Beeld:
    """One of the two papers, with its texts, its figures and what is missing."""
    return bouw(plan, stuk, ONDERDELEN[stuk], Planbron(plan, vandaag))
