"""What changed in an approved plan, in the order it changed."""

from django.db.models import QuerySet

from actieplannen.models import Actie, Amendement, Jaaractieplan


def amendementen_van(plan: Jaaractieplan) -> QuerySet[Amendement]:
    return Amendement.objects.filter(plan=plan).select_related("door").order_by("nummer")


def amendementen_van_actie(actie: Actie) -> QuerySet[Amendement]:
    """The ones about this action, also from before it was put back."""
    return amendementen_van(actie.doelstelling.plan).filter(actie_reeks=actie.reeks)
