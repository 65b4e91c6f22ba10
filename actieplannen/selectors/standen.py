"""The stand of actions per quarter: what was said last, and what is still missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from actieplannen.enums import Planstatus
from actieplannen.models import Actie, Bijsturing, Jaaractieplan, Kwartaalstand
from actieplannen.selectors.kwartalen import acties_van_kwartaal, gevraagd_kwartaal, is_gesloten, kwartaal_van, nummer
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
        .order_by("actie_id", "-jaar", "-kwartaal")
        .distinct("actie_id")
    )
    return {stand.actie_id: stand for stand in rijen}


def standen_van(plan: Jaaractieplan, jaar: int, kwartaal: int) -> QuerySet[Kwartaalstand]:
    """Every stand of one quarter of a plan: given, asked, or both."""
    return (
        Kwartaalstand.objects.filter(actie__doelstelling__plan=plan, jaar=jaar, kwartaal=kwartaal)
        .select_related("actie", "door")
        .order_by("actie__doelstelling__volgorde", "actie__volgorde", "actie__created_at")
    )


def kwartaalstanden_van(actie: Actie) -> QuerySet[Kwartaalstand]:
    """The history of one action, the oldest quarter first."""
    return Kwartaalstand.objects.filter(actie=actie).select_related("door").order_by("jaar", "kwartaal")


def vorige_stand(stand: Kwartaalstand) -> Kwartaalstand | None:
    """What was said last before this quarter."""
    rijen = (
        Kwartaalstand.objects.filter(actie=stand.actie_id, beantwoord_op__isnull=False)
        .select_related("door")
        .order_by("-jaar", "-kwartaal")
    )
    eerder = (rij for rij in rijen if (rij.jaar, rij.kwartaal) < (stand.jaar, stand.kwartaal))
    return next(eerder, None)


def waarom_gesloten(stand: Kwartaalstand, *, vandaag: date, als_regisseur: bool) -> str:
    """Why this stand can no longer be given or changed; empty when it can.

    What was never answered the regisseur may still fill in, so that the year can be accounted for.
    """
    if stand.actie.doelstelling.plan.status == Planstatus.VERANTWOORD:
        return "Dit plan is verantwoord en afgesloten. De stand verandert niet meer."
    if als_regisseur and not stand.beantwoord_op:
        return ""
    later = Kwartaalstand.objects.filter(actie=stand.actie_id, gevraagd_op__isnull=False).filter(
        Q(jaar__gt=stand.jaar) | Q(jaar=stand.jaar, kwartaal__gt=stand.kwartaal)
    )
    kwartaal = kwartaal_van(stand)
    if is_gesloten(kwartaal, vandaag) or later.exists():
        return f"De stand van {kwartaal.label} is afgesloten: intussen is het kwartaal erna gevraagd."
    return ""


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


def te_vragen(plan: Jaaractieplan, kwartaal: Periode, *, vandaag: date) -> list[tuple[Actie, Trekker]]:
    """The actions of one quarter that were not asked yet, each with who would be asked."""
    bekend = Kwartaalstand.objects.filter(jaar=kwartaal.start.year, kwartaal=nummer(kwartaal)).exclude(
        gevraagd_op=None, beantwoord_op=None
    )
    acties = list(acties_van_kwartaal(kwartaal).filter(doelstelling__plan=plan).exclude(pk__in=bekend.values("actie")))
    trekkers = trekkers_van(acties, vandaag=vandaag)
    return [(actie, trekkers[actie.pk]) for actie in acties]


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
    rijen = Bijsturing.objects.filter(stand__actie=actie).select_related("stand__door", "nieuwe_actie")
    return rijen.order_by("stand__jaar", "stand__kwartaal", "created_at")
