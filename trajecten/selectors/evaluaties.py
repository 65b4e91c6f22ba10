"""Evaluations of one client side by side, and how it stands with what was asked to the gebruiker."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from trajecten.enums import Linkdoel
from trajecten.models import Client, Evaluatie, EvaluatieCriterium, Evaluatieversie, Evaluatievraag, Link

NAAST_ELKAAR = 6


@dataclass(frozen=True, slots=True)
class Score:
    waarde: int | None
    richting: str  # "omhoog", "omlaag", "gelijk", or "" without an earlier score


@dataclass(frozen=True, slots=True)
class Scorerij:
    label: str
    soort: str
    scores: list[Score]
    verschil: int | None  # last score minus first one


@dataclass(frozen=True, slots=True)
class Vergelijking:
    data: list[date]
    rijen: list[Scorerij]


@dataclass(frozen=True, slots=True)
class Vraagstand:
    """How it stands with a question to the gebruiker, in one word and a sentence."""

    vraag: Evaluatievraag
    woord: str
    soort: str  # of the badge
    uitleg: str


@dataclass(frozen=True, slots=True)
class Evaluatierij:
    evaluatie: Evaluatie
    stand: Vraagstand | None


def evaluaties(client: Client) -> QuerySet[Evaluatie]:
    rijen = Evaluatie.objects.filter(traject__client=client).select_related("traject", "plaatsing__gebruiker")
    return rijen.order_by("-gepland_op", "pk")


def evaluatierijen(client: Client) -> list[Evaluatierij]:
    """Every evaluation, newest first, with the last question asked about it."""
    standen = vraagstanden(client)
    return [Evaluatierij(evaluatie, standen.get(evaluatie.pk)) for evaluatie in evaluaties(client)]


def vraagstanden(client: Client) -> dict[UUID, Vraagstand]:
    """{evaluation: its last question}."""
    vragen = (
        Evaluatievraag.objects.filter(evaluatie__traject__client=client)
        .annotate(herinnerd=Count("herinneringen"), laatst_herinnerd=Max("herinneringen__verstuurd_op"))
        .order_by("gevraagd_op", "created_at")
    )
    rijen = list(vragen)
    links = Link.objects.filter(doel=Linkdoel.EVALUATIE_GEBRUIKER, object_id__in=[vraag.pk for vraag in rijen])
    geopend = set(links.exclude(geopend_op=None).values_list("object_id", flat=True)) if rijen else set()
    return {vraag.evaluatie_id: _stand(vraag, geopend=vraag.pk in geopend) for vraag in rijen}


def _stand(vraag: Evaluatievraag, *, geopend: bool) -> Vraagstand:
    aan = f"{vraag.ontvanger_naam}, gevraagd op {vraag.gevraagd_op:%d/%m/%Y}"
    if vraag.beantwoord_op:
        return Vraagstand(
            vraag, "beantwoord", "succes", f"door {vraag.ingevuld_door} op {vraag.beantwoord_op:%d/%m/%Y}"
        )
    if vraag.ingetrokken_op:
        return Vraagstand(vraag, "ingetrokken", "neutraal", f"op {vraag.ingetrokken_op:%d/%m/%Y}")
    herinnerd: int = vraag.herinnerd  # type: ignore[attr-defined]
    laatst: date | None = vraag.laatst_herinnerd  # type: ignore[attr-defined]
    erbij = f", herinnerd op {laatst:%d/%m/%Y}" if laatst else ""
    if geopend:
        return Vraagstand(vraag, "geopend", "info", f"{aan}{erbij}, nog niet verstuurd")
    if herinnerd >= 2:
        return Vraagstand(vraag, "stilte", "letop", f"{aan}, {herinnerd} keer herinnerd, niet geopend")
    return Vraagstand(vraag, "verstuurd", "info", f"{aan}{erbij}")


def vergelijking(client: Client) -> Vergelijking:
    """Scores of the evaluations that were held, side by side, oldest first; the last six."""
    gehouden = list(evaluaties(client).filter(uitgevoerd_op__isnull=False).order_by("-uitgevoerd_op", "pk"))
    gehouden = gehouden[:NAAST_ELKAAR][::-1]
    rijen = []
    for criterium in EvaluatieCriterium.objects.order_by("code") if gehouden else ():
        waarden = [evaluatie.scores.get(criterium.pk) for evaluatie in gehouden]
        gekend = [waarde for waarde in waarden if waarde is not None]
        if gekend:
            verschil = gekend[-1] - gekend[0] if len(gekend) > 1 else None
            rijen.append(Scorerij(criterium.label, criterium.soort, _met_richting(waarden), verschil))
    return Vergelijking([e.uitgevoerd_op for e in gehouden if e.uitgevoerd_op], rijen)


def _met_richting(waarden: list[int | None]) -> list[Score]:
    scores, vorige = [], None
    for waarde in waarden:
        richting = ""
        if waarde is not None and vorige is not None:
            richting = "omhoog" if waarde > vorige else "omlaag" if waarde < vorige else "gelijk"
        scores.append(Score(waarde, richting))
        vorige = waarde if waarde is not None else vorige
    return scores


def vorige_evaluatie(evaluatie: Evaluatie) -> Evaluatie | None:
    """The last one held before this one, to look at while scoring."""
    eerder = evaluaties(evaluatie.traject.client).filter(uitgevoerd_op__isnull=False).exclude(pk=evaluatie.pk)
    return eerder.filter(gepland_op__lt=evaluatie.gepland_op).order_by("-uitgevoerd_op").first()


def antwoord_van_gebruiker(evaluatie: Evaluatie) -> Evaluatievraag | None:
    """What the gebruiker answered, last one first."""
    beantwoord = Evaluatievraag.objects.filter(evaluatie=evaluatie, beantwoord_op__isnull=False)
    return beantwoord.order_by("-beantwoord_op").first()


def versies(evaluatie: Evaluatie) -> QuerySet[Evaluatieversie]:
    return Evaluatieversie.objects.filter(evaluatie=evaluatie).select_related("door").order_by("-nummer")
