"""Who gets a rapport. One row per receiver; the mail itself leaves in its own task, after commit."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from rapportage.enums import Aanleiding, VerzendStatus
from rapportage.models import Rapport, Verzending
from rapportage.uitvoering import message_id_voor, start_versturen
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.notatie import datum
from regie.core.permissions import Toegang


class OntvangerOngeldig(DomainError):
    """No mail can go to this receiver."""


class AlVerstuurd(DomainError):
    """A receiver gets a version of a rapport once."""


@dataclass(frozen=True, slots=True)
class Ontvanger:
    naam: str
    email: str
    organisatie_id: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "email", self.email.strip().lower())
        try:
            validate_email(self.email)
        except ValidationError as fout:
            raise OntvangerOngeldig("Vul een geldig e-mailadres in, bijvoorbeeld naam@organisatie.be.") from fout


@transaction.atomic
def rapport_verzenden(
    *, rapport: Rapport, ontvangers: Sequence[Ontvanger], aanleiding: Aanleiding, door: Toegang | None
) -> list[Verzending]:
    """A row for every receiver that has none yet. A rapport that is not klaar is mailed as soon as it is."""
    nieuw = []
    for ontvanger in ontvangers:
        verzending = Verzending(
            rapport=rapport,
            organisatie_id=ontvanger.organisatie_id,
            naam=ontvanger.naam,
            email=ontvanger.email,
            aanleiding=aanleiding,
        )
        verzending.message_id = message_id_voor(verzending)
        rij, is_nieuw = Verzending.objects.get_or_create(
            rapport=rapport,
            email=ontvanger.email,
            defaults={
                veld: getattr(verzending, veld)
                for veld in ("id", "organisatie_id", "naam", "aanleiding", "message_id")
            },
        )
        if is_nieuw:
            nieuw.append(rij)
            record_event("rapport.ontvanger_toegevoegd", rapport, door=door, verzending=str(rij.pk))
    if rapport.is_gemaakt:
        for verzending in nieuw:
            start_versturen(verzending)
    return nieuw


@transaction.atomic
def rapport_opnieuw_naar(*, rapport: Rapport, ontvanger: Ontvanger, door: Toegang | None) -> Verzending:
    """The same version, unchanged, to one receiver more."""
    bestaand = Verzending.objects.filter(rapport=rapport, email=ontvanger.email).first()
    if bestaand is None:
        return rapport_verzenden(rapport=rapport, ontvangers=[ontvanger], aanleiding=Aanleiding.GEVRAAGD, door=door)[0]
    if bestaand.status == VerzendStatus.VERZONDEN:
        raise AlVerstuurd(f"{bestaand.email} kreeg dit rapport al op {datum(bestaand.verzonden_op)}.")
    return verzending_opnieuw_proberen(verzending=bestaand, door=door)


@transaction.atomic
def verzending_opnieuw_proberen(*, verzending: Verzending, door: Toegang | None) -> Verzending:
    """New chances for a mail that could not be delivered; sending twice stays impossible."""
    verzending = Verzending.objects.select_for_update(of=("self",)).select_related("rapport").get(pk=verzending.pk)
    if verzending.status == VerzendStatus.VERZONDEN:
        raise AlVerstuurd(f"{verzending.email} kreeg dit rapport al op {datum(verzending.verzonden_op)}.")
    verzending.status, verzending.poging, verzending.fout = VerzendStatus.WACHT, 0, ""
    verzending.laatste_poging_op = None
    verzending.save(update_fields=["status", "poging", "fout", "laatste_poging_op"])
    record_event("rapport.verzending_opnieuw_geprobeerd", verzending.rapport, door=door, verzending=str(verzending.pk))
    if verzending.rapport.is_gemaakt:
        start_versturen(verzending)
    return verzending
