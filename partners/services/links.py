"""Signed links for who has no account: /p/<token>/. One address, one purpose, one organisatie, for a while."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from partners.enums import Partnerlinkdoel
from partners.models import Partnerlink
from regie.core import zegel
from regie.core.exceptions import LinkOngeldig
from regie.core.models import Organisatie, Regiegebied
from regie.core.parameters import waarde
from regie.core.permissions import Toegang
from regie.core.tenancy import current_gebied_id, current_scope, gebied_context

ZOUT = "partners.link"
NERGENS = Regiegebied(pk=0, slug="geen")


@transaction.atomic
def maak_partnerlink(
    *,
    doel: Partnerlinkdoel,
    object_id: UUID,
    organisatie: Organisatie,
    ontvanger_naam: str,
    ontvanger_email: str,
    door: Toegang | None,
    vandaag: date,
    geldig_tot: date | None = None,
) -> tuple[Partnerlink, str]:
    """(the row, the address). The address can be read here and never again.

    A link for another organisatie is made in its name, so it is written in its scope.
    """
    token, geheim_hash = zegel.maak(ZOUT, gebied_id=current_gebied_id(), eigenaar_id=organisatie.pk)
    link = Partnerlink(
        eigenaar=organisatie,
        doel=doel,
        object_id=object_id,
        ontvanger_naam=ontvanger_naam.strip(),
        ontvanger_email=ontvanger_email.strip(),
        geheim_hash=geheim_hash,
        geldig_tot=geldig_tot or vandaag + timedelta(days=int(waarde("link_geldig", op=vandaag, dimensie=doel))),
        door_id=door.user_id if door else None,
    )
    link.full_clean(exclude=["gebied", "eigenaar"])
    with gebied_context(current_scope().gebied, lid_van=[organisatie.pk]):
        link.save()
    return link, f"{settings.BASIS_URL}{reverse('partnerlink', args=[token])}"


@contextmanager
def open_partnerlink(token: str, *, vandaag: date) -> Iterator[Partnerlink | None]:
    """Inside the block: the gebied, and inside it the one organisatie of the link. None for what cannot be used."""
    wie = zegel.lees(ZOUT, token)
    gebied = Regiegebied.objects.filter(pk=wie.gebied_id).first() or NERGENS
    with gebied_context(gebied, lid_van=[wie.eigenaar_id]):
        link = Partnerlink.objects.filter(geheim_hash=wie.geheim_hash).select_related("eigenaar").first()
        yield link if link and link.is_bruikbaar(vandaag) else None


@transaction.atomic
def partnerlink_geopend(*, link: Partnerlink, nu: datetime) -> None:
    """Somebody looked: told by the first touch on the page, so a mail scanner that fetches it counts for nothing."""
    Partnerlink.objects.filter(pk=link.pk, geopend_op=None).update(geopend_op=nu)


@transaction.atomic
def partnerlink_gebruikt(*, link: Partnerlink, nu: datetime, vandaag: date) -> Partnerlink:
    """An answer came in; LinkOngeldig when the link was revoked or used between showing and sending."""
    gegrendeld = Partnerlink.objects.select_for_update(of=("self",)).filter(pk=link.pk).first()
    if gegrendeld is None or not gegrendeld.is_bruikbaar(vandaag):
        raise LinkOngeldig
    gegrendeld.gebruikt_op, gegrendeld.geopend_op = nu, gegrendeld.geopend_op or nu
    gegrendeld.save(update_fields=["gebruikt_op", "geopend_op"])
    return gegrendeld


@transaction.atomic
def partnerlinks_intrekken(*, doel: Partnerlinkdoel, object_id: UUID, nu: datetime) -> int:
    """How many stopped working. In the scope of the organisatie of the link."""
    rijen = Partnerlink.objects.filter(doel=doel, object_id=object_id, ingetrokken_op=None)
    return rijen.update(ingetrokken_op=nu)
