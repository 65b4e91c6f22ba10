"""The steps of a plan: a page with its consequences where there is no way back, else a button with undo."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from actieplannen.forms.levensloop import GoedkeuringForm, TerugsturenForm, VerantwoordenForm
from actieplannen.models import Jaaractieplan, Verbeterpunt
from actieplannen.selectors.nazicht import nazicht
from actieplannen.selectors.slot import losse_eindjes
from actieplannen.services import levensloop as services
from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.pagina import formulierpagina, zinnen
from regie.core.permissions import Recht


def _plan(plan_id: UUID) -> Jaaractieplan:
    return get_object_or_404(Jaaractieplan, pk=plan_id)


def _besluiten(plan: Jaaractieplan) -> str:
    return gebied_url("actieplannen:besluiten", plan.pk)


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def plan_indienen(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan, fouten = _plan(plan_id), []
    if request.method == "POST":
        try:
            services.plan_indienen(
                plan=plan, ondanks="bevestigd" in request.POST, door=request.toegang, vandaag=timezone.localdate()
            )
        except DomainError as fout:
            fouten = zinnen(fout)
        else:
            ongedaan = gebied_url("actieplannen:plan_intrekken", plan.pk)
            messages.success(request, "Het plan is ingediend.", extra_tags=f"ongedaan={ongedaan}")
            return redirect(_besluiten(plan))
    context = {"plan": plan, "nazicht": nazicht(plan), "fouten": fouten, "terug_url": _besluiten(plan)}
    return render(request, "actieplannen/besluiten/indienen.html", context, status=422 if fouten else 200)


@require_POST
@require(Recht.PLAN_BEWERKEN)
def plan_intrekken(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    return _knop(request, plan_id, services.plan_intrekken, "Het plan is ingetrokken: het is weer een concept.")


@require_POST
@require(Recht.PLAN_BEWERKEN)
def plan_afronden(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    return _knop(request, plan_id, services.plan_afronden, "De uitvoering is afgerond.", terug="plan_heropenen")


@require_POST
@require(Recht.PLAN_BEWERKEN)
def plan_heropenen(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    return _knop(request, plan_id, services.plan_heropenen, "Het plan loopt weer.", terug="plan_afronden")


def _knop(
    request: GebiedRequest, plan_id: UUID, dienst: Callable[..., object], gelukt: str, terug: str = ""
) -> HttpResponse:
    plan = _plan(plan_id)
    doe(
        request,
        lambda: dienst(plan=plan, door=request.toegang, vandaag=timezone.localdate()),
        gelukt,
        ongedaan=gebied_url(f"actieplannen:{terug}", plan.pk) if terug else "",
    )
    return redirect(_besluiten(plan))


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def plan_terugsturen(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan = _plan(plan_id)
    form = TerugsturenForm(request.POST or None)
    return formulierpagina(
        request,
        form,
        titel="Plan terugsturen",
        knop="Plan terugsturen",
        uitleg="Het plan wordt weer een concept. Je opmerkingen staan bij het plan tot het opnieuw ingediend is.",
        gelukt="Het plan is teruggestuurd.",
        naar=lambda _: _besluiten(plan),
        terug=(_besluiten(plan), plan.titel),
        dienst=lambda: services.plan_terugsturen(
            plan=plan, **form.cleaned_data, door=request.toegang, vandaag=timezone.localdate()
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def plan_goedkeuren(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan, vandaag = _plan(plan_id), timezone.localdate()
    form = GoedkeuringForm(request.POST or None, initial={"datum": vandaag})
    if gelukt(
        form,
        lambda: services.plan_goedkeuren(
            plan=plan, goedkeuring=form.goedkeuring, door=request.toegang, vandaag=vandaag
        ),
    ):
        messages.success(request, "Het plan is goedgekeurd.")
        return redirect(_besluiten(plan))
    context = {
        "plan": plan,
        "form": form,
        "titel": "Plan goedkeuren",
        "knop": "Plan goedkeuren",
        "gevolgen": [
            "Wat er nu in het plan staat, wordt bewaard als de goedgekeurde versie.",
            "Wie daarna wijzigt wat beloofd is, schrijft waarom: elke wijziging wordt een amendement.",
            "De goedkeuring kan je niet terugdraaien.",
        ],
        "terug_url": _besluiten(plan),
    }
    return render(request, "actieplannen/besluiten/stap.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def plan_verantwoorden(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan, vandaag = _plan(plan_id), timezone.localdate()
    form = VerantwoordenForm(request.POST or None)

    def verantwoord() -> None:
        services.plan_verantwoorden(plan=plan, **form.cleaned_data, door=request.toegang, vandaag=vandaag)

    if gelukt(form, verantwoord):
        messages.success(request, "Het plan is verantwoord en afgesloten.")
        return redirect(_besluiten(plan))
    context = {
        "plan": plan,
        "form": form,
        "titel": "Plan verantwoorden",
        "knop": "Plan verantwoorden",
        "eindjes": losse_eindjes(plan, vandaag=vandaag),
        "gevolgen": [
            "Het plan wordt afgesloten: acties, standen, cijfers, geld en bewijsstukken veranderen niet meer.",
            "Wat er nu in het plan staat, wordt bewaard als de verantwoorde versie.",
            "Dit kan je niet terugdraaien.",
        ],
        "terug_url": _besluiten(plan),
    }
    return render(request, "actieplannen/besluiten/stap.html", context, status=422 if form.errors else 200)


@require_POST
@require(Recht.PLAN_BEWERKEN)
def verbeterpunt(request: GebiedRequest, verbeterpunt_id: UUID) -> HttpResponse:
    """Tick off, or with `open` put it open again."""
    punt = get_object_or_404(Verbeterpunt.objects.select_related("stap__plan"), pk=verbeterpunt_id)
    klaar = "open" not in request.POST
    doe(
        request,
        lambda: services.verbeterpunt_afvinken(
            punt=punt, klaar=klaar, door=request.toegang, vandaag=timezone.localdate()
        ),
        "Afgevinkt." if klaar else "Het verbeterpunt staat weer open.",
    )
    return redirect(f"{_besluiten(punt.stap.plan)}#verbeterpunten")
