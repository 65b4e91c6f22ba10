from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction

from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from regie.core.tenancy import current_scope
from trajecten.enums import Quotummodus
from trajecten.models import Quotum


@transaction.atomic
def quota_bewaren(
    *,
    jaar: int,
    toegekend: Mapping[int, int | None],
    budget: Mapping[int, Decimal | None] | None = None,
    door: Toegang,
) -> int:
    """Store what each OCMW was granted in `jaar` ({organisatie id: places or None = unknown}); how many changed.

    `budget`: an amount in euro instead of places.
    """
    bedragen = budget or {}
    eigen = set(Organisatie.objects.van_gebied().ocmws().values_list("pk", flat=True))
    if not toegekend.keys() <= eigen or not bedragen.keys() <= eigen:
        raise DomainError("Een quotum hoort bij een OCMW van jouw gebied.")
    bestaand = {q.organisatie_id: q for q in Quotum.objects.select_for_update(of=("self",)).filter(jaar=jaar)}
    gewijzigd: dict[str, str | int | None] = {}
    for organisatie_id, aantal in toegekend.items():
        nieuw = _waarden(aantal, bedragen.get(organisatie_id))
        quotum = bestaand.get(organisatie_id)
        oud = {"modus": quotum.modus, "toegekend": quotum.toegekend, "budget": quotum.budget} if quotum else None
        if nieuw == oud:
            continue
        gewijzigd[str(organisatie_id)] = aantal if nieuw is None or nieuw["budget"] is None else str(nieuw["budget"])
        if nieuw is None and quotum is not None:
            quotum.delete()
        else:
            Quotum.objects.update_or_create(organisatie_id=organisatie_id, jaar=jaar, defaults=nieuw)
    if gewijzigd:
        record_event("quota.bewaard", current_scope().gebied, door=door, jaar=jaar, toegekend=gewijzigd)
    return len(gewijzigd)


def _waarden(aantal: int | None, bedrag: Decimal | None) -> dict[str, Any] | None:
    if aantal is not None and bedrag is not None:
        raise DomainError("Vul per OCMW een aantal plaatsen of een bedrag in, niet allebei.")
    if bedrag is not None:
        return {"modus": Quotummodus.BUDGET, "toegekend": 0, "budget": bedrag}
    return None if aantal is None else {"modus": Quotummodus.AANTAL, "toegekend": aantal, "budget": None}
