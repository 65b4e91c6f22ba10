"""The tab Besluiten: where a plan is in its life, what comes next, and who decided what."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actieplannen.enums import Planstatus
from actieplannen.models import Jaaractieplan, Planversie
from actieplannen.selectors import stappen as selectors
from actieplannen.selectors.amendementen import amendementen_van
from actieplannen.selectors.nazicht import beletsels
from actieplannen.selectors.raden import raden
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht

LAATSTE = 3


@dataclass(frozen=True, slots=True)
class Knop:
    """A step one may take now: a page of its own, or at once (`is_post`)."""

    tekst: str
    url: str
    is_post: bool = False
    redenen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vervolg:
    """What comes next in the life of a plan."""

    uitleg: str
    knop: Knop | None = None
    anders: tuple[Knop, ...] = ()


def vervolg(plan: Jaaractieplan, vandaag: date) -> Vervolg:
    match Planstatus(plan.status):
        case Planstatus.CONCEPT:
            return Vervolg(
                "Het plan is een concept: alles kan nog veranderen.",
                Knop("Plan indienen", _url("plan_indienen", plan), redenen=tuple(beletsels(plan))),
            )
        case Planstatus.INGEDIEND:
            return Vervolg(
                "Het plan is ingediend en wacht op een beslissing. Intussen verandert er niets aan.",
                Knop("Plan goedkeuren", _url("plan_goedkeuren", plan)),
                (
                    Knop("Plan terugsturen", _url("plan_terugsturen", plan)),
                    Knop("Plan intrekken", _url("plan_intrekken", plan), is_post=True),
                ),
            )
        case Planstatus.GOEDGEKEURD:
            te_vroeg = (f"Dit is het plan van {plan.jaar}: je kan het afronden vanaf 1 januari {plan.jaar}.",)
            return Vervolg(
                "Het plan loopt. Wie wijzigt wat beloofd was, schrijft waarom: dat wordt een amendement.",
                Knop(
                    "Uitvoering afronden",
                    _url("plan_afronden", plan),
                    is_post=True,
                    redenen=te_vroeg if vandaag.year < plan.jaar else (),
                ),
            )
        case Planstatus.UITGEVOERD:
            return Vervolg(
                "De uitvoering is afgerond. Vul de laatste cijfers en bewijsstukken aan en verantwoord het plan.",
                Knop("Plan verantwoorden", _url("plan_verantwoorden", plan)),
                (Knop("Uitvoering hervatten", _url("plan_heropenen", plan), is_post=True),),
            )
        case _:
            return Vervolg("Het plan is verantwoord en afgesloten. Er verandert niets meer aan.")


def _url(naam: str, plan: Jaaractieplan) -> str:
    return gebied_url(f"actieplannen:{naam}", plan.pk)


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def besluiten(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan, vandaag = get_object_or_404(Jaaractieplan, pk=plan_id), timezone.localdate()
    gezet = selectors.stappen(plan)
    amendementen = list(amendementen_van(plan).reverse())
    context = {
        "plan": plan,
        "tab": "actieplannen:besluiten",
        "vandaag": vandaag,
        "fasen": selectors.strook(plan, gezet),
        "vervolg": vervolg(plan, vandaag),
        "verbeterpunten": selectors.verbeterpunten(plan),
        "tijdlijn": selectors.tijdlijn(gezet),
        "raden": raden(plan, vandaag=vandaag),
        "versies": Planversie.objects.filter(plan=plan).select_related("door").defer("inhoud").order_by("-nummer"),
        "amendementen": amendementen[:LAATSTE],
        "mag_bewerken": request.toegang.mag(Recht.PLAN_BEWERKEN),
    }
    return render(request, "actieplannen/besluiten/besluiten.html", context)


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def amendementen(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    context = {"plan": plan, "amendementen": amendementen_van(plan)}
    return render(request, "actieplannen/besluiten/amendementen.html", context)
