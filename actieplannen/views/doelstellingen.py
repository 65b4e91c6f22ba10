"""The objectives of a plan, and actions that come below them from a template."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from actieplannen.forms.plannen import DoelstellingForm
from actieplannen.forms.wijziging import RedenMixin
from actieplannen.models import Doelstelling, Jaaractieplan
from actieplannen.selectors.sjablonen import actiesjablonen
from actieplannen.services import doelstellingen as services
from actieplannen.services.sjablonen import actie_uit_sjabloon
from actieplannen.views.botsing import Bewerking, bewerkpagina
from actieplannen.views.planbegin import pagina_van
from regie.core import notatie
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.pagina import formulierpagina
from regie.core.permissions import Recht


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def doelstelling_toevoegen(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    """A strategic objective, or with `?onder=` an operational one."""
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    ouder = _ouder(plan, request.GET.get("onder", ""))
    form = DoelstellingForm(request.POST or None, plan=plan)
    return formulierpagina(
        request,
        form,
        titel="Operationele doelstelling toevoegen" if ouder else "Strategische doelstelling toevoegen",
        knop="Toevoegen",
        uitleg=f"Onder: {ouder.titel}" if ouder else "Wat wil je over enkele jaren bereikt hebben?",
        gelukt="De doelstelling staat in het plan.",
        terug=(pagina_van(plan), plan.titel),
        naar=plek_van,
        dienst=lambda: services.doelstelling_toevoegen(
            plan=plan,
            ouder=ouder,
            titel=form.cleaned_data["titel"],
            toelichting=form.cleaned_data["toelichting"],
            reden=form.reden,
            door=request.toegang,
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def doelstelling_bijwerken(request: GebiedRequest, doelstelling_id: UUID) -> HttpResponse:
    gevonden = _haal(doelstelling_id)

    def maak(rij: Doelstelling, data: QueryDict | None) -> DoelstellingForm:
        return DoelstellingForm(data, plan=rij.plan, doelstelling=rij)

    def bewaar(form: DoelstellingForm) -> Doelstelling:
        return services.doelstelling_bijwerken(
            doelstelling=gevonden,
            titel=form.cleaned_data["titel"],
            toelichting=form.cleaned_data["toelichting"],
            versie=form.cleaned_data["versie"],
            reden=form.reden,
            door=request.toegang,
        )

    bewerking = Bewerking(
        rij=lambda: _haal(doelstelling_id),
        maak=maak,
        bewaar=bewaar,
        titel="Doelstelling bewerken",
        knop="Bewaren",
        gelukt="De doelstelling is bewaard.",
        terug=(plek_van(gevonden), gevonden.plan.titel),
        template="layout/formulier.html",
    )
    return bewerkpagina(request, bewerking)


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def doelstelling_wissen(request: GebiedRequest, doelstelling_id: UUID) -> HttpResponse:
    """An empty one in a concept goes at once and can come back; else this page says what goes along."""
    doelstelling = _haal(doelstelling_id)
    plan = doelstelling.plan
    form = RedenMixin(request.POST if request.method == "POST" else None, plan=plan)
    if request.method == "POST" and (form.is_valid() or not form.fields):
        reden = form.reden if form.is_valid() else ""
        leeg = not plan.is_vast and not _inhoud(doelstelling)
        ongedaan = gebied_url("actieplannen:doelstelling_terugzetten", plan.pk, doelstelling.pk) if leeg else ""
        doe(
            request,
            lambda: services.doelstelling_wissen(doelstelling=doelstelling, reden=reden, door=request.toegang),
            "De doelstelling is gewist.",
            ongedaan=ongedaan,
        )
        return redirect(pagina_van(plan))
    context = {
        "doelstelling": doelstelling,
        "plan": plan,
        "form": form if form.fields else None,
        "bezwaren": services.waarom_niet_wissen(doelstelling),
        "gevolgen": [f"De doelstelling '{doelstelling.titel}' verdwijnt uit het plan.", *_inhoud(doelstelling)],
    }
    return render(request, "actieplannen/doelstelling_wissen.html", context, status=422 if form.errors else 200)


@require_POST
@require(Recht.PLAN_BEWERKEN)
def doelstelling_terugzetten(request: GebiedRequest, plan_id: UUID, gewiste_doelstelling_id: UUID) -> HttpResponse:
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    doe(
        request,
        lambda: services.doelstelling_terugzetten(
            plan=plan, doelstelling_id=gewiste_doelstelling_id, door=request.toegang
        ),
        "De doelstelling staat weer in het plan.",
    )
    return redirect(pagina_van(plan))


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def actie_sjabloon(request: GebiedRequest, doelstelling_id: UUID) -> HttpResponse:
    """Choose one of the frequent actions and put it below this objective."""
    doelstelling = _haal(doelstelling_id)
    form = RedenMixin(request.POST if request.method == "POST" else None, plan=doelstelling.plan)
    sjabloon = actiesjablonen().get(request.POST.get("sjabloon", ""))
    if sjabloon and (form.is_valid() or not form.fields):
        reden = form.reden if form.is_valid() else ""
        try:
            actie = actie_uit_sjabloon(doelstelling=doelstelling, sjabloon=sjabloon, reden=reden, door=request.toegang)
        except DomainError as fout:
            messages.error(request, str(fout))
            return redirect(pagina_van(doelstelling.plan))
        messages.success(request, "De actie staat in het plan. Duid nu een trekker aan en vul in wat ze kost.")
        return redirect(gebied_url("actieplannen:actie", actie.pk))
    context: dict[str, Any] = {
        "doelstelling": doelstelling,
        "plan": doelstelling.plan,
        "form": form if form.fields else None,
        "sjablonen": actiesjablonen().values(),
    }
    return render(request, "actieplannen/actie_sjabloon.html", context, status=422 if form.errors else 200)


def plek_van(doelstelling: Doelstelling) -> str:
    """Its place on the page of the plan."""
    return f"{gebied_url('actieplannen:plan', doelstelling.plan_id)}#d-{doelstelling.pk}"


def _haal(doelstelling_id: UUID) -> Doelstelling:
    return get_object_or_404(Doelstelling.objects.select_related("plan", "ouder"), pk=doelstelling_id)


def _ouder(plan: Jaaractieplan, pk: str) -> Doelstelling | None:
    if not pk:
        return None
    strategisch = {str(doel.pk): doel for doel in plan.doelstellingen.filter(ouder=None).select_related("plan")}
    return strategisch.get(pk)


def _inhoud(doelstelling: Doelstelling) -> list[str]:
    """What goes along, in sentences; nothing for an empty one."""
    zinnen = []
    onder, acties = doelstelling.onderliggende.count(), len(services.acties_onder(doelstelling))
    if onder:
        zinnen.append(f"Ook {notatie.meervoud(onder, 'doelstelling', 'doelstellingen')} eronder gaat weg.")
    if acties:
        zinnen.append(
            f"Ook {notatie.meervoud(acties, 'actie', 'acties')} gaat weg, met indicatoren, partners en bedragen. "
            "Je kan dit niet ongedaan maken."
        )
    return zinnen
