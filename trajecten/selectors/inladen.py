"""What the pages of an import show."""

from datetime import date

from regie.core.models import Lidmaatschap
from regie.core.permissions import Recht, Toegang
from regie.core.tenancy import current_scope


def toegang_van(user_id: int, *, vandaag: date) -> Toegang | None:
    """What somebody may do in the active gebied on a day."""
    leden = Lidmaatschap.objects.geldig_op(vandaag)  # type: ignore[attr-defined]
    toegang: Toegang | None = leden.van_gebruiker_in(user_id, current_scope().gebied.slug).toegang()
    return toegang


def mag_inladen(toegang: Toegang | None, eigenaar_id: int) -> bool:
    return toegang is not None and toegang.mag(Recht.CLIENT_INLADEN) and eigenaar_id in toegang.organisatie_ids
