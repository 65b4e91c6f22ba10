"""Signed links: one address, one purpose, one object, for a while. Whoever opens it sees one file and nothing else.

The address carries where to look (gebied and OCMW, sealed with the key of the installation) and a random secret, of
which only the hash is kept. A page opens a link with `open_link`; what may not be opened is None, whatever the reason.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from regie.core import zegel
from regie.core.exceptions import DomainError, LinkOngeldig
from regie.core.models import Organisatie, Regiegebied
from regie.core.parameters import waarde
from regie.core.permissions import Toegang
from regie.core.tenancy import current_gebied_id, gebied_context
from trajecten.enums import Linkdoel
from trajecten.models import Client, Link
from trajecten.services.spoor import noteer

ZOUT = "trajecten.link"
NERGENS = Regiegebied(pk=0, slug="geen")


@transaction.atomic
def maak_link(
    *,
    doel: Linkdoel,
    object_id: UUID,
    eigenaar_id: int,
    ontvanger_naam: str,
    ontvanger_email: str,
    door: Toegang | None,
    vandaag: date,
    client: Client | None = None,
    organisatie: Organisatie | None = None,
    geldig_tot: date | None = None,
) -> tuple[Link, str]:
    """(the row, the address). The address can be read here and never again."""
    token, geheim_hash = zegel.maak(ZOUT, gebied_id=current_gebied_id(), eigenaar_id=eigenaar_id)
    link = Link(
        eigenaar_id=eigenaar_id,
        doel=doel,
        object_id=object_id,
        client=client,
        organisatie=organisatie,
        ontvanger_naam=ontvanger_naam.strip(),
        ontvanger_email=ontvanger_email.strip(),
        geheim_hash=geheim_hash,
        geldig_tot=geldig_tot or einde_geldigheid(doel, vandaag),
        door_id=door.user_id if door else None,
    )
    link.full_clean(exclude=["gebied", "eigenaar"])
    link.save()
    return link, adres(token)


def einde_geldigheid(doel: Linkdoel, vandaag: date) -> date:
    return vandaag + timedelta(days=int(waarde("link_geldig", op=vandaag, dimensie=doel)))


def adres(token: str) -> str:
    return f"{settings.BASIS_URL}{reverse('link', args=[token])}"


@contextmanager
def open_link(token: str, *, vandaag: date) -> Iterator[Link | None]:
    """Inside the block: the scope of exactly the OCMW of the link. None for a link that cannot be used.

    A token that is wrong takes the same questions to the database as one that is right.
    """
    wie = zegel.lees(ZOUT, token)
    gebied = Regiegebied.objects.filter(pk=wie.gebied_id).first() or NERGENS
    with gebied_context(gebied, [wie.eigenaar_id]):
        link = Link.objects.filter(geheim_hash=wie.geheim_hash).select_related("organisatie").first()
        yield link if link and link.is_bruikbaar(vandaag) else None


def vergrendel_link(link: Link, *, vandaag: date) -> Link:
    """The row, locked; LinkOngeldig when it was revoked or used between showing and sending."""
    gegrendeld = Link.objects.select_for_update(of=("self",)).filter(pk=link.pk).first()
    if gegrendeld is None or not gegrendeld.is_bruikbaar(vandaag):
        raise LinkOngeldig
    return gegrendeld


@transaction.atomic
def link_geopend(*, link: Link, nu: datetime) -> None:
    """Somebody looked: told by the first touch on the page, so a mail scanner that fetches it counts for nothing."""
    Link.objects.filter(pk=link.pk, geopend_op=None).update(geopend_op=nu)


@transaction.atomic
def link_gebruikt(*, link: Link, nu: datetime, vandaag: date) -> Link:
    """An answer came in. For a purpose that works once, this and every other link to the same object is over."""
    link = vergrendel_link(link, vandaag=vandaag)
    link.gebruikt_op, link.geopend_op = nu, link.geopend_op or nu
    link.save(update_fields=["gebruikt_op", "geopend_op"])
    if link.doel in Linkdoel.eenmalig():
        andere = Link.objects.filter(doel=link.doel, object_id=link.object_id, gebruikt_op=None, ingetrokken_op=None)
        andere.update(ingetrokken_op=nu)
    return link


@transaction.atomic
def link_intrekken(*, link: Link, door: Toegang, nu: datetime, vandaag: date) -> Link:
    """At once, and with every other link to the same thing for the same person."""
    link = Link.objects.select_for_update(of=("self",)).select_related("client").get(pk=link.pk)
    if not link.is_bruikbaar(vandaag):
        raise DomainError("Deze link werkt al niet meer.")
    trek_links_in(doel=link.doel, object_id=link.object_id, nu=nu, email=link.ontvanger_email)
    if link.client:
        titel = f"Link ingetrokken: {link.get_doel_display()}"
        noteer(link.client, "wijziging", titel, datum=vandaag, door=door)
    link.refresh_from_db()
    return link


def trek_links_in(*, doel: str, object_id: UUID, nu: datetime, email: str | None = None) -> None:
    links = Link.objects.filter(doel=doel, object_id=object_id, ingetrokken_op=None)
    if email is not None:
        links = links.filter(ontvanger_email=email)
    links.update(ingetrokken_op=nu)
