"""The gemeenten of the active gebied, as choices and by name."""

from datetime import date

from regie.core.models import Gebiedslid
from regie.core.tenancy import current_gebied_id


def gemeenten_van_gebied(vandaag: date) -> list[tuple[str, str]]:
    """(NIS code, name) of every member on a day, by name."""
    leden = Gebiedslid.objects.geldig_op(vandaag).filter(gebied_id=current_gebied_id())
    return list(leden.order_by("gemeente__sleutel").values_list("gemeente__nis", "gemeente__naam"))


def namen_van(codes: list[str], alle: list[tuple[str, str]]) -> str:
    """ "Brugge, Damme"; all of them, or none in particular, is the whole gebied."""
    if not codes or set(codes) >= {nis for nis, _ in alle}:
        return "heel het gebied"
    return ", ".join(naam for nis, naam in alle if nis in codes) or "geen gemeente van dit gebied meer"
