"""Who works with whom on what, as somebody wrote it down."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from partners.models import Samenwerking
from regie.core.audit import record_event
from regie.core.models import Organisatie
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class SamenwerkingGegevens:
    organisatie: Organisatie
    thema: str
    van: date
    tot: date | None = None
    met: Organisatie | None = None
    gemeenten: list[str] = field(default_factory=list)
    wat: str = ""


@transaction.atomic
def samenwerking_zetten(
    *, gegevens: SamenwerkingGegevens, door: Toegang, samenwerking: Samenwerking | None = None
) -> Samenwerking:
    """Add one, or change `samenwerking`."""
    rij = samenwerking or Samenwerking()
    for naam in SamenwerkingGegevens.__dataclass_fields__:
        setattr(rij, naam, getattr(gegevens, naam))
    rij.full_clean()
    rij.save()
    record_event("samenwerking.bewaard", rij, door=door, thema=rij.thema)
    return rij


@transaction.atomic
def samenwerking_wissen(*, samenwerking: Samenwerking, door: Toegang) -> None:
    """Only for what was a mistake; what is over gets an end date."""
    record_event("samenwerking.gewist", samenwerking, door=door, thema=samenwerking.thema)
    samenwerking.delete()
