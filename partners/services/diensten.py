"""Which services a partner offers to employers, and where: kept on its page, read by the routing of needs."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from partners.models import Dienstaanbod
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Gemeente, Organisatie
from regie.core.permissions import Toegang


@transaction.atomic
def dienst_toevoegen(
    *, organisatie: Organisatie, dienst: str, gemeenten: list[Gemeente], van: date, tot: date | None, door: Toegang
) -> Dienstaanbod:
    aanbod = Dienstaanbod(organisatie=organisatie, dienst=dienst, van=van, tot=tot, gemeenten=_codes(gemeenten))
    return _bewaar(aanbod, "dienst.toegevoegd", door)


@transaction.atomic
def dienst_bijwerken(
    *, aanbod: Dienstaanbod, dienst: str, gemeenten: list[Gemeente], van: date, tot: date | None, door: Toegang
) -> Dienstaanbod:
    aanbod = Dienstaanbod.objects.select_for_update(of=("self",)).get(pk=aanbod.pk)
    aanbod.dienst, aanbod.van, aanbod.tot, aanbod.gemeenten = dienst, van, tot, _codes(gemeenten)
    return _bewaar(aanbod, "dienst.bijgewerkt", door)


@transaction.atomic
def dienst_stoppen(*, aanbod: Dienstaanbod, vandaag: date, door: Toegang) -> Dienstaanbod:
    """Yesterday was the last day; what was routed before stays as it was."""
    aanbod = Dienstaanbod.objects.select_for_update(of=("self",)).get(pk=aanbod.pk)
    if aanbod.tot and aanbod.tot < vandaag:
        raise DomainError(f"Deze dienst stopte al op {aanbod.tot:%d/%m/%Y}.")
    aanbod.tot = max(vandaag - timedelta(days=1), aanbod.van)
    return _bewaar(aanbod, "dienst.gestopt", door)


def _codes(gemeenten: list[Gemeente]) -> list[str]:
    return sorted(gemeente.pk for gemeente in gemeenten)


def _bewaar(aanbod: Dienstaanbod, soort: str, door: Toegang) -> Dienstaanbod:
    try:
        aanbod.full_clean(exclude=["gebied"])
    except ValidationError as fout:
        raise DomainErrors(fout.messages) from fout
    aanbod.save()
    record_event(soort, aanbod, door=door, organisatie=aanbod.organisatie_id, dienst=aanbod.dienst)
    return aanbod
