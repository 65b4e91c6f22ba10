"""A plan itself: its title and introduction, what it still lacks, and removing one that was started by mistake."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actieplannen.forms.plannen import PlanBewerkForm
from actieplannen.models import Jaaractieplan
from actieplannen.selectors.plannen import boom
from actieplannen.selectors.volledigheid import volledigheid_van
from actieplannen.services import plannen as services
from actieplannen.views.botsing import Bewerking, bewerkpagina
from actieplannen.views.herstel import herstel_van
from actieplannen.views.planbegin import pagina_van
from regie.core import notatie
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def plan_bijwerken(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(Jaaractieplan, pk=plan_id)

    def bewaar(form: PlanBewerkForm) -> Jaaractieplan:
        return services.plan_bijwerken(
            plan=gevonden,
            titel=form.cleaned_data["titel"],
            soort=form.cleaned_data["soort"],
            inleiding=form.cleaned_data["inleiding"],
            versie=form.cleaned_data["versie"],
            reden=form.reden,
            door=request.toegang,
        )

    bewerking = Bewerking(
        rij=lambda: Jaaractieplan.objects.get(pk=plan_id),
        maak=lambda rij, data: PlanBewerkForm(data, plan=rij),
        bewaar=bewaar,
        titel="Plan bewerken",
        knop="Bewaren",
        gelukt="Het plan is bewaard.",
        terug=(pagina_van(gevonden), gevonden.titel),
        template="layout/formulier.html",
    )
    return bewerkpagina(request, bewerking)


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def plan_wissen(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    if request.method == "POST":
        try:
            services.plan_wissen(plan=plan, door=request.toegang)
        except DomainError as fout:
            messages.error(request, str(fout))
            return redirect(pagina_van(plan))
        messages.success(request, f"Het plan '{plan.titel}' is gewist.")
        return redirect(gebied_url("actieplannen:lijst"))
    takken = boom(plan)
    acties = sum(len(tak.alle_acties) for tak in takken)
    doelen = sum(1 + len(tak.takken) for tak in takken)
    context = {
        "plan": plan,
        "bezwaren": services.waarom_niet_wissen(plan),
        "gevolgen": [
            f"Het plan verdwijnt met {notatie.meervoud(doelen, 'doelstelling', 'doelstellingen')} en "
            f"{notatie.meervoud(acties, 'actie', 'acties')}, met hun indicatoren en geplande bedragen.",
            "Ook de teksten voor het dossier en de verantwoording gaan weg.",
            "De plannen van andere jaren blijven zoals ze zijn.",
            "Je kan dit niet ongedaan maken.",
        ],
    }
    return render(request, "actieplannen/plan_wissen.html", context)


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def plan_volledigheid(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    """What a plan still lacks, each gap with the place to mend it."""
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    volledigheid = volledigheid_van([plan], vandaag=timezone.localdate())[plan.pk]
    genummerd = [rij for tak in boom(plan) for rij in tak.alle_acties]
    gaten = {rij.actie.pk: rij for rij in volledigheid.met_gaten}
    rijen = [
        (g.nummer, g.actie, [(deel.value, herstel_van(deel, gaten[g.actie.pk])) for deel in gaten[g.actie.pk].gaten])
        for g in genummerd
        if g.actie.pk in gaten
    ]
    context = {
        "plan": plan,
        "tab": "actieplannen:plan",
        "volledigheid": volledigheid,
        "rijen": rijen,
        "mag_bewerken": request.toegang.mag(Recht.PLAN_BEWERKEN),
    }
    return render(request, "actieplannen/volledigheid.html", context)
