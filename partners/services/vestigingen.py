"""Places of business of an employer."""

from dataclasses import dataclass, fields

from django.core.exceptions import ValidationError
from django.db import transaction

from partners.models import Vestiging, Werkgever
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.models import Gemeente
from regie.core.permissions import Toegang


@dataclass(frozen=True, slots=True)
class VestigingGegevens:
    ven: str = ""
    naam: str = ""
    adres: str = ""
    gemeente: Gemeente | None = None


@transaction.atomic
def vestiging_toevoegen(*, werkgever: Werkgever, gegevens: VestigingGegevens, door: Toegang) -> Vestiging:
    return _bewaar(Vestiging(werkgever=werkgever), gegevens, "vestiging.toegevoegd", door)


@transaction.atomic
def vestiging_bijwerken(*, vestiging: Vestiging, gegevens: VestigingGegevens, door: Toegang) -> Vestiging:
    vestiging = Vestiging.objects.select_for_update(of=("self",)).get(pk=vestiging.pk)
    return _bewaar(vestiging, gegevens, "vestiging.bijgewerkt", door)


@transaction.atomic
def vestiging_wissen(*, vestiging: Vestiging, door: Toegang) -> VestigingGegevens:
    """Away; what comes back can be added again."""
    gegevens = VestigingGegevens(**{veld.name: getattr(vestiging, veld.name) for veld in fields(VestigingGegevens)})
    record_event("vestiging.gewist", vestiging.werkgever, door=door)
    vestiging.delete()
    return gegevens


def _bewaar(vestiging: Vestiging, gegevens: VestigingGegevens, soort: str, door: Toegang) -> Vestiging:
    if not (gegevens.naam or gegevens.adres or gegevens.gemeente):
        raise DomainError("Vul minstens een naam, een adres of een gemeente in.")
    for veld in fields(gegevens):
        setattr(vestiging, veld.name, getattr(gegevens, veld.name))
    try:
        vestiging.full_clean()
    except ValidationError as fout:
        raise DomainErrors(fout.messages) from None
    vestiging.save()
    record_event(soort, vestiging.werkgever, door=door)
    return vestiging
