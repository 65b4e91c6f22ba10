"""What one organisatie wrote: only its members change it, and it is shared with the gebied as a whole."""

from typing import TypeVar

from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from regie.core.tenancy import BinnenshuisModel

R = TypeVar("R", bound=BinnenshuisModel)


def schrijvende_organisatie(door: Toegang) -> Organisatie:
    """In whose name somebody writes: the first organisatie of the gebied this person belongs to."""
    eigen = Organisatie.objects.van_gebied().filter(pk__in=door.lid_van).order_by("pk").first()
    if eigen is None:
        raise DomainError("Je hoort bij geen enkele organisatie van dit gebied. Vraag de regisseur je toe te voegen.")
    return eigen


def van_eigen_huis(rij: R, door: Toegang) -> R:
    """The row, locked for change."""
    if rij.eigenaar_id not in door.lid_van:
        raise DomainError(f"Dit is van {rij.eigenaar}. Vraag daar om het te wijzigen.")
    return type(rij)._default_manager.select_for_update(of=("self",)).get(pk=rij.pk)  # type: ignore[return-value]
