"""What is still open when a plan is closed: may be left so, but knowingly."""

from datetime import date

from django.db.models import Exists, OuterRef

from actieplannen.enums import Voortgang
from actieplannen.models import Actie, Bewijsstuk, Jaaractieplan
from actieplannen.selectors.raden import raden
from regie.core.notatie import meervoud

AF = (Voortgang.KLAAR, Voortgang.GESTOPT)


def losse_eindjes(plan: Jaaractieplan, *, vandaag: date) -> list[str]:
    """Sentences about what somebody may want to complete first."""
    acties = Actie.objects.van_plan(plan)
    bewijs = Bewijsstuk.objects.filter(actie=OuterRef("pk"), ingetrokken_op=None)
    bezig = acties.exclude(voortgang__in=AF).count()
    kaal = acties.exclude(voortgang=Voortgang.GESTOPT).filter(~Exists(bewijs)).count()
    wachten = raden(plan, vandaag=vandaag).wachten
    uit = []
    if bezig:
        uit.append(f"{meervoud(bezig, 'actie is', 'acties zijn')} nog niet klaar of gestopt.")
    if kaal:
        uit.append(f"{meervoud(kaal, 'actie heeft', 'acties hebben')} geen bewijsstuk.")
    if wachten:
        uit.append(f"Van {meervoud(len(wachten), 'gemeenteraad', 'gemeenteraden')} is er nog geen besluit.")
    return uit
