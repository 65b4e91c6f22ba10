"""Somebody at a partner leaves: questions, links and follow-ups go to a colleague."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from partners.enums import Partnerlinkdoel, Wijzigonderwerp
from partners.models import Contactpersoon, Gegevensvraag, Opvolging, Partnerlink
from partners.notifications.vertrek import stuur_doorgegeven
from partners.services.eigen import noteer_wijziging
from partners.services.gegevens import trek_vraaglinks_in
from partners.services.gegevensvraag import vraag_mailen
from partners.services.links import maak_partnerlink
from partners.services.netwerk import contactpersoon_deactiveren
from regie.accounts.services import MailMislukt
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Recht, Toegang
from regie.core.tenancy import current_scope, gebied_context

OVERDRAAGBAAR = (Partnerlinkdoel.BEHOEFTE,)  # the scan asks for somebody's own opinion: nobody answers for another


@dataclass(frozen=True, slots=True)
class Opvolger:
    naam: str
    email: str
    user_id: int | None


@dataclass(frozen=True, slots=True)
class BijPartner:
    """What is open at the region for one person of a partner."""

    gegevensvragen: list[Gegevensvraag]
    links: list[Partnerlink]
    scans: int
    opvolgingen: int


def eis_overdragen(organisatie: Organisatie, door: Toegang) -> None:
    if not (door.mag(Recht.LEDEN_BEHEREN) or organisatie.pk in door.partner_van):
        raise DomainError("Je kunt alleen iets overdragen binnen je eigen organisatie.")


def open_bij_partner(*, organisatie: Organisatie, email: str, user_id: int | None, vandaag: date) -> BijPartner:
    """Links are inside the partner: the scope is widened to that one organisatie."""
    with gebied_context(current_scope().gebied, lid_van=[organisatie.pk]):
        links = Partnerlink.objects.bruikbaar(vandaag).filter(eigenaar=organisatie, ontvanger_email__iexact=email)
        per_object = {
            (link.doel, link.object_id): link for link in links.filter(doel__in=OVERDRAAGBAAR).order_by("created_at")
        }
        scans = links.filter(doel=Partnerlinkdoel.SCAN).count()
    vragen = Gegevensvraag.objects.open().filter(organisatie=organisatie, ontvanger_email__iexact=email)
    return BijPartner(
        gegevensvragen=list(vragen.select_related("organisatie")),
        links=list(per_object.values()),
        scans=scans,
        opvolgingen=_opvolgingen(organisatie, user_id).count() if user_id else 0,
    )


@transaction.atomic
def gegevensvraag_doorgeven(
    *, vraag: Gegevensvraag, naar: Opvolger, door: Toegang, vandaag: date, nu: datetime
) -> Gegevensvraag:
    eis_overdragen(vraag.organisatie, door)
    vraag = Gegevensvraag.objects.select_for_update(of=("self",)).select_related("organisatie").get(pk=vraag.pk)
    trek_vraaglinks_in(vraag, nu)
    vraag.ontvanger_naam, vraag.ontvanger_email = naar.naam, naar.email
    vraag.save(update_fields=["ontvanger_naam", "ontvanger_email"])
    vraag_mailen(vraag, door=door, vandaag=vandaag)
    return vraag


@transaction.atomic
def partnerlink_doorgeven(
    *, link: Partnerlink, naar: Opvolger, door: Toegang, vandaag: date, nu: datetime
) -> Partnerlink:
    eis_overdragen(link.eigenaar, door)
    with gebied_context(current_scope().gebied, lid_van=[link.eigenaar_id]):
        oude = Partnerlink.objects.filter(doel=link.doel, object_id=link.object_id, ingetrokken_op=None)
        oude.filter(ontvanger_email__iexact=link.ontvanger_email).update(ingetrokken_op=nu)
    nieuw, adres = maak_partnerlink(
        doel=Partnerlinkdoel(link.doel),
        object_id=link.object_id,
        organisatie=link.eigenaar,
        ontvanger_naam=naar.naam,
        ontvanger_email=naar.email,
        door=door,
        vandaag=vandaag,
        geldig_tot=link.geldig_tot,
    )
    try:
        stuur_doorgegeven(nieuw, adres, van=link.ontvanger_naam)
    except OSError as fout:
        raise MailMislukt from fout
    return nieuw


@transaction.atomic
def opvolgingen_doorgeven(*, organisatie: Organisatie, van_user_id: int, naar: Opvolger, door: Toegang) -> int:
    """To the colleague's account, else to nobody in particular of the same organisatie."""
    eis_overdragen(organisatie, door)
    return _opvolgingen(organisatie, van_user_id).update(wie_id=naar.user_id)


@transaction.atomic
def vertrek_noteren(*, organisatie: Organisatie, contact: Contactpersoon | None, door: Toegang, vandaag: date) -> None:
    """No longer somebody to ring or mail; what was sent before stays known."""
    eis_overdragen(organisatie, door)
    if contact is not None and contact.is_actief:
        contactpersoon_deactiveren(contact=contact, door=door)
    record_event("partner.vertrek", organisatie, door=door)
    if organisatie.pk in door.partner_van:
        zin = "Iemand vertrok. Wat openstond, ging naar een collega."
        noteer_wijziging(organisatie, Wijzigonderwerp.CONTACT, zin, door=door, vandaag=vandaag)


def _opvolgingen(organisatie: Organisatie, user_id: int | None) -> QuerySet[Opvolging]:
    return Opvolging.objects.filter(organisatie=organisatie, wie=user_id, klaar_op=None)
