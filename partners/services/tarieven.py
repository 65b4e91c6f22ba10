"""What gebruikers pay: one tariff a day, kept as it was billed."""

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction

from partners.models import Tarief
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang


@transaction.atomic
def tarief_toevoegen(
    *,
    organisatie: Organisatie | None,
    categorie: str,
    functieniveau: str,
    bedrag: Decimal,
    geldig_van: date,
    noot: str,
    door: Toegang,
) -> Tarief:
    """A tariff from a day on; the one that ran until then ends the day before, so that no day has two."""
    zelfde = Tarief.objects.select_for_update(of=("self",)).filter(
        organisatie=organisatie, categorie=categorie, functieniveau=functieniveau
    )
    if zelfde.filter(geldig_van__gte=geldig_van).exists():
        raise DomainError(
            f"Er is al een tarief dat op of na {geldig_van:%d/%m/%Y} begint. Kies een latere dag: "
            "een tarief van vroeger blijft zoals het gefactureerd is."
        )
    zelfde.geldig_op(geldig_van).update(geldig_tot=geldig_van - timedelta(days=1))
    tarief = Tarief(
        organisatie=organisatie,
        categorie=categorie,
        functieniveau=functieniveau,
        bedrag=bedrag,
        geldig_van=geldig_van,
        noot=noot.strip(),
    )
    tarief.full_clean()
    tarief.save()
    record_event("tarief.toegevoegd", tarief, door=door)
    return tarief
