from django.db import transaction

from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from regie.core.tenancy import current_scope
from trajecten.models import Quotum


@transaction.atomic
def quota_bewaren(*, jaar: int, toegekend: dict[int, int | None], door: Toegang) -> int:
    """Store what each OCMW was granted in `jaar` ({organisatie id: number, None = unknown}); how many changed."""
    eigen = set(Organisatie.objects.van_gebied().ocmws().values_list("pk", flat=True))
    if not toegekend.keys() <= eigen:
        raise DomainError("Een quotum hoort bij een OCMW van jouw gebied.")
    bestaand = {q.organisatie_id: q for q in Quotum.objects.select_for_update(of=("self",)).filter(jaar=jaar)}
    gewijzigd: dict[str, int | None] = {}
    for organisatie_id, aantal in toegekend.items():
        quotum = bestaand.get(organisatie_id)
        if aantal == (quotum.toegekend if quotum else None):
            continue
        gewijzigd[str(organisatie_id)] = aantal
        if aantal is None and quotum is not None:
            quotum.delete()
        else:
            Quotum.objects.update_or_create(organisatie_id=organisatie_id, jaar=jaar, defaults={"toegekend": aantal})
    if gewijzigd:
        record_event("quota.bewaard", current_scope().gebied, door=door, jaar=jaar, toegekend=gewijzigd)
    return len(gewijzigd)
