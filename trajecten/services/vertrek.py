"""Somebody at a gebruiker leaves: what OCMW's asked that person goes to a colleague, each inside its own OCMW.

A partner has no dossiers in scope. Here the scope is widened to the OCMW's for one question, always with the
organisatie of the partner and the address of who leaves as condition; each hand-over runs in the scope of one OCMW.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from regie.accounts.services import MailMislukt
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from regie.core.tenancy import current_scope, gebied_context
from trajecten.enums import Linkdoel
from trajecten.models import Evaluatievraag, Link, Plaatsing
from trajecten.notifications import omschrijving, stuur_link
from trajecten.services.evaluatievraag import evaluatievraag_opnieuw
from trajecten.services.links import maak_link, trek_links_in
from trajecten.services.spoor import noteer

DOORLOPEND = (Linkdoel.VOORSTEL, Linkdoel.AANWEZIGHEID)


@dataclass(frozen=True, slots=True)
class BijOcmws:
    """What is open at the OCMW's for one address: (OCMW, row) per kind."""

    evaluaties: list[tuple[int, UUID]]
    links: list[tuple[int, UUID]]
    nazorg: int  # questions that only that person can answer


@dataclass(frozen=True, slots=True)
class Overgedragen:
    evaluaties: int
    links: int
    mislukt: int


def open_bij_ocmws(*, organisatie: Organisatie, email: str, vandaag: date) -> BijOcmws:
    with _alle_ocmws():
        vragen = Evaluatievraag.objects.filter(
            organisatie=organisatie,
            ontvanger_email__iexact=email,
            beantwoord_op=None,
            ingetrokken_op=None,
            evaluatie__geannuleerd_op=None,
            evaluatie__uitgevoerd_op=None,
        )
        links = Link.objects.bruikbaar(vandaag).filter(organisatie=organisatie, ontvanger_email__iexact=email)
        per_object = {
            (link.doel, link.object_id): (link.eigenaar_id, link.pk)
            for link in links.filter(doel__in=DOORLOPEND).order_by("created_at")
        }
        return BijOcmws(
            evaluaties=list(vragen.order_by("gevraagd_op").values_list("eigenaar_id", "pk")),
            links=list(per_object.values()),
            nazorg=links.filter(doel=Linkdoel.NAZORG_WERKGEVER).count(),
        )


def overdragen_bij_ocmws(
    *,
    organisatie: Organisatie,
    email: str,
    naar_naam: str,
    naar_email: str,
    door: Toegang,
    vandaag: date,
    nu: datetime,
) -> Overgedragen:
    """Each on its own: a mail that cannot leave takes no other one with it."""
    open_nu = open_bij_ocmws(organisatie=organisatie, email=email, vandaag=vandaag)
    wie = {"naam": naar_naam, "email": naar_email, "door": door, "vandaag": vandaag, "nu": nu}
    evaluaties = [_gelukt(_vraag_overdragen, ocmw_id, pk, wie) for ocmw_id, pk in open_nu.evaluaties]
    links = [_gelukt(_link_overdragen, ocmw_id, pk, wie) for ocmw_id, pk in open_nu.links]
    return Overgedragen(sum(evaluaties), sum(links), [*evaluaties, *links].count(False))


def _gelukt(dienst: Callable[..., None], ocmw_id: int, pk: UUID, wie: dict[str, Any]) -> bool:
    try:
        with gebied_context(current_scope().gebied, [ocmw_id]):
            dienst(pk, **wie)
    except DomainError:
        return False
    return True


@transaction.atomic
def _vraag_overdragen(pk: UUID, *, naam: str, email: str, door: Toegang, vandaag: date, nu: datetime) -> None:
    vraag = Evaluatievraag.objects.select_for_update(of=("self",)).get(pk=pk)
    trek_links_in(doel=Linkdoel.EVALUATIE_GEBRUIKER, object_id=vraag.pk, nu=nu)
    vraag.ontvanger_naam, vraag.ontvanger_email = naam, email
    vraag.save(update_fields=["ontvanger_naam", "ontvanger_email"])
    evaluatievraag_opnieuw(vraag=vraag, mailen=True, door=door, vandaag=vandaag)
    client = vraag.evaluatie.traject.client
    titel = "Evaluatie bij de gebruiker doorgegeven aan een collega"
    noteer(client, "evaluatie", titel, datum=vandaag, door=door, is_beperkt=True)


@transaction.atomic
def _link_overdragen(pk: UUID, *, naam: str, email: str, door: Toegang, vandaag: date, nu: datetime) -> None:
    oud = Link.objects.select_for_update(of=("self",)).get(pk=pk)
    trek_links_in(doel=oud.doel, object_id=oud.object_id, nu=nu, email=oud.ontvanger_email)
    link, adres = maak_link(
        doel=Linkdoel(oud.doel),
        object_id=oud.object_id,
        eigenaar_id=oud.eigenaar_id,
        client=oud.client,
        organisatie=oud.organisatie,
        ontvanger_naam=naam,
        ontvanger_email=email,
        door=door,
        vandaag=vandaag,
        geldig_tot=oud.geldig_tot,
    )
    plaatsing = Plaatsing.objects.filter(pk=oud.object_id).first()
    try:
        stuur_link(link, adres, wie=omschrijving(plaatsing))
    except OSError as fout:
        raise MailMislukt from fout
    if oud.client is not None:
        titel = f"Link bij de gebruiker doorgegeven aan een collega: {link.get_doel_display()}"
        noteer(oud.client, "wijziging", titel[:160], datum=vandaag, door=door)


@contextmanager
def _alle_ocmws() -> Iterator[None]:
    ids = list(Organisatie.objects.van_gebied().ocmws().values_list("pk", flat=True))
    with gebied_context(current_scope().gebied, ids):
        yield
