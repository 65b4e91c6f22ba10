"""Where a plan begins: empty, from a template, or from an earlier plan."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actieplannen.enums import Voortgang
from actieplannen.forms.plannen import OvernameForm, PlanForm, voorstel_voor
from actieplannen.models import Jaaractieplan
from actieplannen.selectors import plannen as selectors
from actieplannen.selectors.sjablonen import Plansjabloon, actiesjablonen, plansjablonen
from actieplannen.services.overnemen import Keuze, plan_uit_plan
from actieplannen.services.plannen import plan_maken
from actieplannen.services.sjablonen import plan_uit_sjabloon
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.pagina import formulierpagina
from regie.core.permissions import Recht

AFGEROND = (Voortgang.KLAAR, Voortgang.GESTOPT)


@require_safe
@require(Recht.PLAN_BEWERKEN)
def plan_beginnen(request: GebiedRequest) -> HttpResponse:
    context = {"plannen": selectors.plannen(), "sjablonen": plansjablonen().values()}
    return render(request, "actieplannen/begin.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def plan_leeg(request: GebiedRequest) -> HttpResponse:
    jaar = selectors.volgend_planjaar(timezone.localdate())
    form = PlanForm(request.POST or None, initial={"jaar": jaar, "titel": f"Jaaractieplan regierol {jaar}"})
    return formulierpagina(
        request,
        form,
        titel="Leeg plan maken",
        knop="Plan maken",
        uitleg="Je begint zonder doelstellingen. Het plan is een concept: je kan alles nog wijzigen.",
        gelukt="Het plan is gemaakt. Voeg nu je eerste doelstelling toe.",
        terug=(gebied_url("actieplannen:plan_beginnen"), "Nieuw plan"),
        naar=pagina_van,
        dienst=lambda: plan_maken(gegevens=form.gegevens(), door=request.toegang),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def plan_sjabloon(request: GebiedRequest, plansjabloon: str) -> HttpResponse:
    """Look at a template and begin with it, on one page."""
    sjabloon = _sjabloon(plansjabloon)
    jaar = selectors.volgend_planjaar(timezone.localdate(), soort=sjabloon.soort)
    begin = {
        "jaar": jaar,
        "soort": sjabloon.soort,
        "titel": sjabloon.voorstel_titel.format(jaar=jaar),
        "inleiding": sjabloon.inleiding,
    }
    form = PlanForm(request.POST or None, initial=begin)
    return formulierpagina(
        request,
        form,
        titel=sjabloon.titel,
        knop="Begin met dit sjabloon",
        uitleg=sjabloon.kort,
        gelukt="Het plan staat klaar als concept. Maak de teksten van jullie en duid de trekkers aan.",
        terug=(gebied_url("actieplannen:plan_beginnen"), "Nieuw plan"),
        naar=pagina_van,
        template="actieplannen/plansjabloon.html",
        meer={"sjabloon": sjabloon},
        dienst=lambda: plan_uit_sjabloon(gegevens=form.gegevens(), sjabloon=sjabloon, door=request.toegang),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def plan_overnemen(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    """Another year from this plan: unfinished actions are chosen beforehand, finished ones are not."""
    bron = get_object_or_404(Jaaractieplan, pk=plan_id)
    takken = selectors.boom(bron)
    jaar = selectors.volgend_planjaar(timezone.localdate(), soort=bron.soort, na=bron.jaar)
    form = OvernameForm(request.POST or None, initial=voorstel_voor(bron, jaar))
    gekozen = _keuze(request) if request.method == "POST" else _vooraf(takken)
    return formulierpagina(
        request,
        form,
        titel=f"Nieuw plan uit {bron.titel}",
        knop="Plan maken",
        gelukt="Het plan staat klaar als concept. Kijk de datums, de streefwaarden en de bedragen na.",
        terug=(pagina_van(bron), bron.titel),
        naar=pagina_van,
        template="actieplannen/overnemen.html",
        meer={"bron": bron, "boom": takken, "gekozen": gekozen, "afgerond": AFGEROND},
        dienst=lambda: plan_uit_plan(
            bron=bron,
            gegevens=form.gegevens(),
            keuze=Keuze(*gekozen, met_geld=form.cleaned_data["met_geld"]),
            door=request.toegang,
        ),
    )


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def sjablonen(request: GebiedRequest) -> HttpResponse:
    context = {
        "plansjablonen": plansjablonen().values(),
        "actiesjablonen": actiesjablonen().values(),
        "mag_bewerken": request.toegang.mag(Recht.PLAN_BEWERKEN),
    }
    return render(request, "actieplannen/sjablonen.html", context)


def pagina_van(plan: Jaaractieplan) -> str:
    return gebied_url("actieplannen:plan", plan.pk)


def _sjabloon(code: str) -> Plansjabloon:
    sjabloon = plansjablonen().get(code)
    if sjabloon is None:
        raise Http404
    return sjabloon


def _keuze(request: GebiedRequest) -> tuple[frozenset[UUID], frozenset[UUID]]:
    """(objectives, actions) that were ticked; what is no id was not on the page."""
    return _ids(request.POST.getlist("doelstelling")), _ids(request.POST.getlist("actie"))


def _ids(teksten: list[str]) -> frozenset[UUID]:
    uit = set()
    for tekst in teksten:
        try:
            uit.add(UUID(tekst))
        except ValueError:
            continue
    return frozenset(uit)


def _vooraf(takken: list[selectors.Tak]) -> tuple[frozenset[UUID], frozenset[UUID]]:
    alle = [rij for tak in takken for rij in (tak, *tak.takken)]
    acties = [genummerd.actie for tak in takken for genummerd in tak.alle_acties]
    return (
        frozenset(tak.doelstelling.pk for tak in alle),
        frozenset(actie.pk for actie in acties if actie.voortgang not in AFGEROND),
    )
