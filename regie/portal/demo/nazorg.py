"""What became of the people of the demo world: the work that follows from their uitstroom and their answers."""

from trajecten.models import Traject
from trajecten.services import werkperioden_afleiden


def werk_na_uitstroom() -> None:
    for traject in Traject.objects.filter(uitgestroomd_op__isnull=False).select_related("uitstroomcode"):
        werkperioden_afleiden(traject)
