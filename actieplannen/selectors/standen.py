"""The stand of actions per quarter: what was said last, and what is still missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from actieplannen.models import Actie, Bijsturing, Jaaractieplan, Kwartaalstand
from actieplannen.selectors.kwartalen import acties_van_kwartaal, gevraagd_kwartaal, nummer
from actieplannen.selectors.trekkers import Trekker, trekkers_van
from partners.enums import Partnerlinkdoel
from partners.models import Partnerlink
from regie.cijfers.periode import Periode
from regie.core.tenancy import current_scope, gebied_context


def laatste_standen(acties: Iterable[Actie], *, vandaag: date) -> dict[UUID, Kwartaalstand]:
    """The last stand that was given of each action; without one an action is not in it. One query."""
    ids = [actie.pk for actie in acties]
    rijen = (
        Kwartaalstand.objects.filter(actie__in=ids, beantwoord_op__isnull=False, jaar__lte=vandaag.year)
        .select_related("door")
        .order_by("actie", "-jaar", "-kwartaal")
        .distinct("actie")
    )
    return {stand.actie_id: stand for stand in rijen}


def standen_van(plan: Jaaractieplan, jaar: int, kwartaal: int) -> QuerySet[Kwartaalstand]:
    """Every stand of one quarter of a plan: given, asked, or both."""
    return (
        Kwartaalstand.objects.filter(actie__doelstelling__plan=plan, jaar=jaar, kwartaal=kwartaal)
        .select_related("actie", "door")
        .order_by("actie__doelstelling__volgorde", "actie__volgorde", "actie__created_at")
    )


def standen_van_actie(actie: Actie) -> QuerySet[Kwartaalstand]:
    """The history of one action, the oldest quarter first."""
    return Kwartaalstand.objects.filter(actie=actie).select_related("door").order_by("jaar", "kwartaal")


def vorige_stand(stand: Kwartaalstand) -> Kwartaalstand | None:
    """What was said last before this quarter."""
    rijen = Kwartaalstand.objects.filter(actie=stand.actie_id, beantwoord_op__isnull=False).order_by(
        "-jaar", "-kwartaal"
    )
    eerder = (rij for rij in rijen if (rij.jaar, rij.kwartaal) < (stand.jaar, stand.kwartaal))
    return next(eerder, None)


@dataclass(frozen=True, slots=True)
class ZonderStand:
    """An action of an approved plan of which the last quarter was asked and not answered."""

    actie: Actie
    kwartaal: Periode
    stand: Kwartaalstand | None  # None: it was never asked
    trekker: Trekker

    @property
    def zin(self) -> str:
        if not self.trekker.is_bereikbaar:
            return f"Geen stand van {self.kwartaal.label}. {self.trekker.reden}"
        if self.stand is None or self.stand.gevraagd_op is None:
            return f"De stand van {self.kwartaal.label} is niet gevraagd."
        return f"Geen stand van {self.kwartaal.label}, gevraagd aan {self.trekker.naam}."


def zonder_stand(vandaag: date, *, plan: Jaaractieplan | None = None) -> list[ZonderStand]:
    """Of the last quarter that was due to be asked, in every approved plan (or one). Four queries."""
    kwartaal = gevraagd_kwartaal(vandaag)
    acties = acties_van_kwartaal(kwartaal)
    if plan is not None:
        acties = acties.filter(doelstelling__plan=plan)
    rijen = Kwartaalstand.objects.filter(jaar=kwartaal.start.year, kwartaal=nummer(kwartaal), actie__in=acties)
    standen = {stand.actie_id: stand for stand in rijen}
    open_acties = [actie for actie in acties if not _beantwoord(standen.get(actie.pk))]
    trekkers = trekkers_van(open_acties, vandaag=vandaag)
    return [ZonderStand(actie, kwartaal, standen.get(actie.pk), trekkers[actie.pk]) for actie in open_acties]


def _beantwoord(stand: Kwartaalstand | None) -> bool:
    return stand is not None and stand.beantwoord_op is not None


def geopende_standen(standen: Iterable[Kwartaalstand]) -> set[UUID]:
    """The stands whose page or link somebody opened.

    A link is inside the partner it is for. Here the scope is widened for one question: was it opened, yes or no.
    """
    rijen = list(standen)
    geopend = {stand.pk for stand in rijen if stand.geopend_op}
    organisaties = _organisaties_van({stand.actie_id for stand in rijen})
    with gebied_context(current_scope().gebied, lid_van=organisaties):
        links = Partnerlink.objects.filter(
            doel=Partnerlinkdoel.ACTIESTAND, object_id__in=[stand.pk for stand in rijen], geopend_op__isnull=False
        )
        return geopend | set(links.values_list("object_id", flat=True))


def _organisaties_van(actie_ids: Iterable[UUID]) -> set[int]:
    paren = Actie.objects.filter(pk__in=list(actie_ids)).values_list(
        "trekker_organisatie", "trekker_contact__organisatie"
    )
    return {organisatie for paar in paren for organisatie in paar if organisatie is not None}


def bijsturingen_van(actie: Actie) -> QuerySet[Bijsturing]:
    rijen = Bijsturing.objects.filter(stand__actie=actie).select_related("stand", "nieuwe_actie", "beslist_door")
    return rijen.order_by("stand__jaar", "stand__kwartaal", "created_at")
