"""Asking a partner whether its data are still right: by hand, by the clock, and reminding until somebody answers."""

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from partners.enums import Opvolgingsoort, Partnerlinkdoel
from partners.models import Contactpersoon, Gegevensherinnering, Gegevensvraag
from partners.notifications.gegevens import stuur_gegevensvraag
from partners.selectors.gegevens import GEEN_NAZICHT, grens, ontvanger_van, organisaties_met_nazicht
from partners.services.gegevens import opvolgsleutel, trek_vraaglinks_in
from partners.services.links import maak_partnerlink
from partners.services.opvolging import plan_opvolging, sluit_opvolging
from regie.accounts.services import MailMislukt
from regie.core.audit import record_event
from regie.core.dates import is_werkdag
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.parameters import treden, waarde
from regie.core.permissions import Toegang

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bulkuitkomst:
    gevraagd: int
    niet: list[tuple[str, str]]  # organisatie, why not


@transaction.atomic
def gegevens_vragen(
    *, organisatie: Organisatie, contact: Contactpersoon | None, door: Toegang | None, vandaag: date
) -> Gegevensvraag:
    """Exists only if the mail could leave. Without `contact` it goes to the first person who can be mailed."""
    organisatie = Organisatie.objects.van_gebied().select_for_update(of=("self",)).get(pk=organisatie.pk)
    _mag_gevraagd(organisatie)
    naam, email = (contact.naam, contact.email) if contact else ontvanger_van(organisatie)
    if not email:
        raise DomainError(f"Van {organisatie} is geen e-mailadres gekend. Bel, en vul het in bij een contactpersoon.")
    vraag = Gegevensvraag(
        organisatie=organisatie,
        ontvanger_naam=naam,
        ontvanger_email=email,
        gevraagd_op=vandaag,
        gevraagd_door_id=door.user_id if door else None,
    )
    vraag.full_clean(exclude=["gebied"])
    vraag.save()
    vraag_mailen(vraag, door=door, vandaag=vandaag)
    record_event("gegevens.gevraagd", vraag, door=door, organisatie=organisatie.pk)
    return vraag


def gegevens_vragen_aan(*, organisatie_ids: Collection[int], door: Toegang, vandaag: date) -> Bulkuitkomst:
    """Each on its own: what one refuses does not stop the others."""
    gevraagd, niet = 0, []
    for organisatie in Organisatie.objects.van_gebied().filter(pk__in=organisatie_ids).order_by("naam"):
        try:
            gegevens_vragen(organisatie=organisatie, contact=None, door=door, vandaag=vandaag)
        except DomainError as fout:
            niet.append((organisatie.naam, str(fout)))
        else:
            gevraagd += 1
    return Bulkuitkomst(gevraagd, niet)


@transaction.atomic
def gegevensvraag_opnieuw(*, vraag: Gegevensvraag, door: Toegang, vandaag: date) -> Gegevensvraag:
    """One more link to the same question, the first one may be lost."""
    vraag = _open(vraag.pk)
    vraag_mailen(vraag, door=door, vandaag=vandaag)
    record_event("gegevens.opnieuw_gevraagd", vraag, door=door, organisatie=vraag.organisatie_id)
    return vraag


@transaction.atomic
def gegevensvraag_stoppen(*, vraag: Gegevensvraag, door: Toegang, vandaag: date, nu: datetime) -> Gegevensvraag:
    """No reminders any more, and the links stop working."""
    vraag = _open(vraag.pk)
    vraag.gestopt_op = vandaag
    vraag.save(update_fields=["gestopt_op"])
    trek_vraaglinks_in(vraag, nu)
    sluit_opvolging(sleutel=opvolgsleutel(vraag), vandaag=vandaag, door=door)
    record_event("gegevens.vraag_gestopt", vraag, door=door, organisatie=vraag.organisatie_id)
    return vraag


def gegevens_opvolgen(vandaag: date) -> None:
    """Nightly, on working days: ask who was last looked over more than a year ago, and remind who did not answer.

    Who was never looked over is asked by hand the first time, so that a new region does not mail everybody at once.
    """
    if not is_werkdag(vandaag):
        return
    for organisatie in te_vragen(vandaag):
        with _elk_apart(organisatie.pk):
            gegevens_vragen(organisatie=organisatie, contact=None, door=None, vandaag=vandaag)
    for vraag_id, nummer in te_herinneren(vandaag):
        with _elk_apart(vraag_id):
            herinnering_sturen(vraag_id=vraag_id, nummer=nummer, vandaag=vandaag)
    stilte_opvolgen(vandaag)


def stilte_opvolgen(vandaag: date) -> None:
    """Who stays silent comes on the list of the region: somebody rings."""
    regie = Organisatie.objects.van_gebied().filter(type=OrganisatieType.REGIEVERBAND, is_actief=True).first()
    if regie is None:
        return
    stil = timedelta(days=int(waarde("gegevens_stilte", op=vandaag)))
    for vraag in Gegevensvraag.objects.open().filter(gevraagd_op__lte=vandaag - stil).select_related("organisatie"):
        plan_opvolging(
            sleutel=opvolgsleutel(vraag),
            soort=Opvolgingsoort.GEGEVENS,
            titel=f"{vraag.organisatie} bellen: geen antwoord op de vraag of de gegevens kloppen",
            datum=vraag.gevraagd_op + stil,
            organisatie=regie,
            adres="partners:gegevensvraag",
            object_id=vraag.pk,
        )


def te_vragen(vandaag: date) -> list[Organisatie]:
    """Looked over once, more than a year ago, and not asked since."""
    rijen = organisaties_met_nazicht(vandaag).filter(is_actief=True, laatst_nagekeken__lt=grens(vandaag))
    gevraagd = Gegevensvraag.objects.filter(gevraagd_op__gt=grens(vandaag)).values("organisatie")
    return list(rijen.exclude(type__in=GEEN_NAZICHT).exclude(pk__in=gevraagd).order_by("pk"))


def te_herinneren(vandaag: date) -> list[tuple[UUID, int]]:
    """(question, number) of every reminder that is due. Only the latest number: never two a day."""
    vragen = list(Gegevensvraag.objects.open().filter(organisatie__is_actief=True).order_by("gevraagd_op", "pk"))
    gestuurd: dict[UUID, int] = {}
    for vraag_id, nummer in Gegevensherinnering.objects.filter(vraag__in=vragen).values_list("vraag_id", "nummer"):
        gestuurd[vraag_id] = max(nummer, gestuurd.get(vraag_id, 0))
    over, ladder = [], treden("gegevens_herinnering", op=vandaag)
    for vraag in vragen:
        rijp = [nummer for nummer, dagen in ladder if vraag.gevraagd_op + timedelta(days=dagen) <= vandaag]
        if rijp and max(rijp) > gestuurd.get(vraag.pk, 0):
            over.append((vraag.pk, max(rijp)))
    return over


@transaction.atomic
def herinnering_sturen(*, vraag_id: UUID, nummer: int, vandaag: date) -> bool:
    """Once, whoever asks: the question is locked, and its pair with the number is unique."""
    vraag = Gegevensvraag.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=vraag_id).first()
    if vraag is None or (vraag_id, nummer) not in te_herinneren(vandaag):
        return False
    Gegevensherinnering.objects.create(vraag=vraag, nummer=nummer, verstuurd_op=vandaag)
    vraag_mailen(vraag, door=None, vandaag=vandaag, herinnering=nummer)
    return True


@contextmanager
def _elk_apart(wat: object) -> Iterator[None]:
    """What one refuses (no address, a mail server that is down) waits for the next night; the others go on."""
    try:
        yield
    except DomainError as fout:
        logger.warning("gegevens nakijken, %s: %s", wat, type(fout).__name__)


def _mag_gevraagd(organisatie: Organisatie) -> None:
    if organisatie.type in GEEN_NAZICHT:
        raise DomainError(f"De gegevens van {organisatie} houdt het platformbeheer bij.")
    if not organisatie.is_actief:
        raise DomainError(f"{organisatie} is niet meer actief.")
    if Gegevensvraag.objects.open().filter(organisatie=organisatie).exists():
        raise DomainError(f"{organisatie} kreeg de vraag al. Wacht op het antwoord, of stop de vraag.")


def _open(vraag_id: UUID) -> Gegevensvraag:
    rijen = Gegevensvraag.objects.select_for_update(of=("self",)).select_related("organisatie")
    vraag = rijen.get(pk=vraag_id)
    if vraag.beantwoord_op:
        raise DomainError("De partner keek de gegevens intussen na.")
    if vraag.gestopt_op:
        raise DomainError("Deze vraag is al gestopt.")
    return vraag


def vraag_mailen(vraag: Gegevensvraag, *, door: Toegang | None, vandaag: date, herinnering: int = 0) -> None:
    link, adres = maak_partnerlink(
        doel=Partnerlinkdoel.GEGEVENS,
        object_id=vraag.pk,
        organisatie=vraag.organisatie,
        ontvanger_naam=vraag.ontvanger_naam,
        ontvanger_email=vraag.ontvanger_email,
        door=door,
        vandaag=vandaag,
    )
    try:
        stuur_gegevensvraag(link, adres, herinnering=herinnering)
    except OSError as fout:
        raise MailMislukt from fout
