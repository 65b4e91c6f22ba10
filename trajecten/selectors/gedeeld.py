"""Links of the organisation somebody with the role partnercontact belongs to.

A partner has no dossiers in scope. Here the scope is widened for one question, always with the own organisations as
condition, and only to links that still work: what a link shows is what a partner may see, no more.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from regie.core.models import Organisatie
from regie.core.tenancy import current_scope, gebied_context
from trajecten.enums import Linkdoel
from trajecten.models import Evaluatievraag, Link, Plaatsing
from trajecten.selectors.partnerhand import OverWie, over_plaatsing, over_wie

VOOR_PARTNERS = (Linkdoel.EVALUATIE_GEBRUIKER, Linkdoel.AANWEZIGHEID, Linkdoel.VOORSTEL)


@dataclass(frozen=True, slots=True)
class Gedeeld:
    link_id: UUID
    wie: OverWie
    wat: str
    geldig_tot: date


def gedeelde_links(organisatie_ids: Collection[int], *, vandaag: date) -> list[Gedeeld]:
    """One row per person and purpose; the first days to expire on top."""
    with gebied_context(current_scope().gebied, _ocmws()):
        links = list(_eigen(organisatie_ids, vandaag).order_by("geldig_tot", "-created_at"))
        ids = [link.object_id for link in links]
        wie = {**_vragen(ids), **_plaatsingen(ids)}
        rijen = {
            (link.doel, link.object_id): Gedeeld(
                link.pk, wie[link.object_id], link.get_doel_display(), link.geldig_tot
            )
            for link in links
            if link.object_id in wie
        }
        return list(rijen.values())


@contextmanager
def gedeelde_link(link_id: UUID, organisatie_ids: Collection[int], *, vandaag: date) -> Iterator[Link | None]:
    """Inside the block: the scope of the OCMW of the link. None when it is not of these organisations."""
    gebied = current_scope().gebied
    with gebied_context(gebied, _ocmws()):
        gevonden = _eigen(organisatie_ids, vandaag).filter(pk=link_id).first()
    if gevonden is None:
        yield None
        return
    with gebied_context(gebied, [gevonden.eigenaar_id]):
        yield gevonden


def _ocmws() -> list[int]:
    return list(Organisatie.objects.van_gebied().ocmws().values_list("pk", flat=True))


def _eigen(organisatie_ids: Collection[int], vandaag: date) -> QuerySet[Link]:
    links = Link.objects.bruikbaar(vandaag).filter(organisatie_id__in=organisatie_ids, doel__in=VOOR_PARTNERS)
    return links.select_related("organisatie")


def _vragen(ids: list[UUID]) -> dict[UUID, OverWie]:
    vragen = Evaluatievraag.objects.filter(
        pk__in=ids,
        beantwoord_op=None,
        ingetrokken_op=None,
        evaluatie__geannuleerd_op=None,
        evaluatie__uitgevoerd_op=None,
    ).select_related("evaluatie__traject__client__eigenaar", "evaluatie__traject__begeleider", "evaluatie__plaatsing")
    return {vraag.pk: over_wie(vraag.evaluatie) for vraag in vragen}


def _plaatsingen(ids: list[UUID]) -> dict[UUID, OverWie]:
    plaatsingen = Plaatsing.objects.filter(pk__in=ids, einde=None, stap__einde=None).select_related(
        "stap__traject__client__eigenaar", "stap__traject__begeleider"
    )
    return {plaatsing.pk: over_plaatsing(plaatsing) for plaatsing in plaatsingen}
