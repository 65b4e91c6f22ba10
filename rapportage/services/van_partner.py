"""Who at a partner gets the rapporten: stopping it, starting it again, and passing it on to a colleague."""

from datetime import date
from uuid import UUID

from django.db import transaction

from rapportage.models import RapportAbonnement
from rapportage.selectors.van_partner import abonnementen_bij
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang


@transaction.atomic
def eigen_abonnement_stoppen(
    *, abonnement: RapportAbonnement, organisatie: Organisatie, door: Toegang, vandaag: date
) -> RapportAbonnement:
    return _zet(abonnement, organisatie, False, door, vandaag)


@transaction.atomic
def eigen_abonnement_hervatten(
    *, abonnement: RapportAbonnement, organisatie: Organisatie, door: Toegang, vandaag: date
) -> RapportAbonnement:
    return _zet(abonnement, organisatie, True, door, vandaag)


@transaction.atomic
def abonnementen_overdragen(
    *,
    abonnementen: list[RapportAbonnement],
    contactpersoon_id: UUID | None,
    user_id: int | None,
    door: Toegang,
) -> int:
    """To a contact person, else to an account. What the colleague gets already is stopped instead of sent twice."""
    naar = {"contactpersoon_id": contactpersoon_id, "user_id": None if contactpersoon_id else user_id}
    for abonnement in abonnementen:
        zelfde = RapportAbonnement.objects.filter(
            **naar, frequentie=abonnement.frequentie, variant=abonnement.variant, onderdelen=abonnement.onderdelen
        )
        if zelfde.filter(is_actief=True).exists():
            abonnement.is_actief = False
        else:
            abonnement.contactpersoon_id, abonnement.user_id = contactpersoon_id, naar["user_id"]  # type: ignore[assignment]
        abonnement.full_clean()
        abonnement.save()
        record_event("abonnement.overgedragen", abonnement, door=door)
    return len(abonnementen)


def _zet(
    abonnement: RapportAbonnement, organisatie: Organisatie, actief: bool, door: Toegang, vandaag: date
) -> RapportAbonnement:
    if organisatie.pk not in door.partner_van:
        raise DomainError("Je regelt alleen de rapporten van je eigen organisatie.")
    gegrendeld = abonnementen_bij(organisatie, vandaag=vandaag).select_for_update(of=("self",)).get(pk=abonnement.pk)
    gegrendeld.is_actief = actief
    gegrendeld.save(update_fields=["is_actief"])
    record_event("abonnement.hervat" if actief else "abonnement.gestopt", gegrendeld, door=door)
    return gegrendeld
