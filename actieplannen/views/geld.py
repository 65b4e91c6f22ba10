"""The tab "Geld" of a plan, and the forms behind it: what is planned per action, and what was spent."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actieplannen.enums import Planstatus
from actieplannen.forms.geld import BudgetRedenForm, budgetformulieren, met_lege_rijen, met_wat_er_nu_staat
from actieplannen.models import Actie, Jaaractieplan
from actieplannen.selectors.geld import Geldtabel, geld_van_plan
from actieplannen.services.geld import Ingehaald, budget_zetten
from actieplannen.services.rechten import mag_actie_bewerken, mag_actie_opvolgen, trekt
from regie.core import notatie
from regie.core.exceptions import DomainError
from regie.core.grafieken import Groepgrafiek, Reeks
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.pagina import zinnen
from regie.core.permissions import Recht

TAB = "actieplannen:geld"


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def geld(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    tabel = geld_van_plan(plan)
    acties = [rij.actie for rij in tabel.rijen if rij.actie]
    context = {
        "plan": plan,
        "tab": TAB,
        "tabel": tabel,
        "grafiek": _grafiek(tabel),
        "tegels": _tegels(tabel),
        "te_plannen": _te_plannen(plan, acties, request),
        "mag_besteden": plan.status != Planstatus.VERANTWOORD
        and any(mag_actie_opvolgen(actie, request.toegang) for actie in acties),
    }
    return render(request, "actieplannen/geld/geld.html", context)


def _te_plannen(plan: Jaaractieplan, acties: list[Actie], request: GebiedRequest) -> set[UUID]:
    """The actions whose planned money this reader may change now."""
    if plan.status not in {Planstatus.CONCEPT, Planstatus.GOEDGEKEURD}:
        return set()
    return {actie.pk for actie in acties if mag_actie_bewerken(actie, request.toegang)}


def _tegels(tabel: Geldtabel) -> list[dict[str, Any]]:
    jaar, mede = tabel.planjaar, tabel.cofinanciering
    rest: dict[str, Any] = {"label": "Nog over", "waarde": notatie.euro(jaar.rest)}
    if jaar.rest < 0:
        rest = {"label": "Meer besteed dan gepland", "waarde": notatie.euro(-jaar.rest), "soort": "gevaar"}
    vte = f"{notatie.getal(jaar.vte_gepland, 2)} VTE gepland, {notatie.getal(jaar.vte_besteed, 2)} ingezet"
    return [
        {"label": f"Gepland in {tabel.jaar}", "waarde": notatie.euro(jaar.gepland), "noot": vte},
        {"label": "Besteed", "waarde": notatie.euro(jaar.besteed), "noot": _van_het_geplande(jaar.percentage)},
        rest,
        {
            "label": "Cofinanciering",
            "waarde": notatie.euro(mede.bedragen.gepland),
            "noot": _van_het_geplande(mede.aandeel),
        },
    ]


def _van_het_geplande(deel: Decimal | None) -> str:
    return "" if deel is None else f"{notatie.procent(deel)} van wat gepland is"


def _grafiek(tabel: Geldtabel) -> Groepgrafiek:
    """A float is drawn, never kept: the table beside it has the cents."""
    rijen = tabel.prioriteiten
    return Groepgrafiek(
        titel=f"Gepland en besteed in {tabel.jaar} per prioriteit",
        omschrijving="Staafgrafiek met per Vlaamse prioriteit het geplande en het bestede bedrag in euro.",
        rijen=[rij.naam for rij in rijen],
        reeksen=[
            Reeks("Gepland", [float(rij.bedragen.gepland) for rij in rijen]),
            Reeks("Besteed", [float(rij.bedragen.besteed) for rij in rijen]),
        ],
        eenheid="euro",
        x_titel="Prioriteit",
        bron="bedragen van de acties in dit plan, afgerond op de euro",
    )


@require_http_methods(["GET", "POST"])
@require(Recht.ACTIE_BEWERKEN)
def actie_geld(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    """All years and sources of one action; "Nog rijen" keeps what was typed."""
    actie = haal_actie(planactie_id)
    if not mag_actie_bewerken(actie, request.toegang):
        raise PermissionDenied
    plan = actie.doelstelling.plan
    if "meer" in request.POST:
        rijen = budgetformulieren(met_lege_rijen(request.POST, plan.jaar), budgetten=[], jaar=plan.jaar)
        reden = BudgetRedenForm(plan=plan, initial=request.POST.dict())
        return _toon(request, actie, rijen, reden, status=200)
    rijen = budgetformulieren(request.POST or None, budgetten=actie.budgetten.all(), jaar=plan.jaar)
    reden = BudgetRedenForm(request.POST or None, plan=plan)
    if not request.POST:
        return _toon(request, actie, rijen, reden, status=200)
    try:
        if _geldig(reden, rijen):
            wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
            budget_zetten(actie=actie, regels=rijen.regels(), reden=reden.reden, **wie)
            messages.success(request, f"Het budget van '{actie.titel}' is bewaard.")
            return redirect(terug_van(request, actie)[0])
    except DomainError as fout:
        if isinstance(fout, Ingehaald):
            bijgewerkt = met_wat_er_nu_staat(request.POST, rijen, fout)
            rijen = budgetformulieren(bijgewerkt, budgetten=[], jaar=plan.jaar)
        for zin in zinnen(fout):
            reden.add_error(None, zin)
    return _toon(request, actie, rijen, reden, status=422)


def _geldig(reden: BudgetRedenForm, rijen: Any) -> bool:
    """Both at once, so that everything that is wrong shows together."""
    goed = bool(rijen.is_valid())
    if not goed:
        reden.add_error(None, "Kijk de rijen na: bij een bedrag staat wat er nog moet gebeuren.")
    return reden.is_valid() and goed


def _toon(request: GebiedRequest, actie: Actie, rijen: Any, reden: BudgetRedenForm, *, status: int) -> HttpResponse:
    terug_url, terug_label = terug_van(request, actie)
    context = {"actie": actie, "rijen": rijen, "form": reden, "terug_url": terug_url, "terug_label": terug_label}
    return render(request, "actieplannen/geld/budget.html", context, status=status)


def haal_actie(planactie_id: UUID) -> Actie:
    rijen = Actie.objects.select_related("doelstelling__plan", "trekker", "trekker_organisatie")
    return get_object_or_404(rijen, pk=planactie_id)


def terug_van(request: GebiedRequest, actie: Actie) -> tuple[str, str]:
    """Where one came from: the action, the money of the plan, or the own actions of who may not read the plan."""
    van = request.GET.get("van")
    if not request.toegang.mag(Recht.PLAN_BEKIJKEN) or (van == "mijn" and trekt(actie, request.toegang)):
        return gebied_url("actieplannen:mijn_actie", actie.pk), actie.titel
    if van == "actie":
        return gebied_url("actieplannen:actie", actie.pk), actie.titel
    return gebied_url(TAB, actie.doelstelling.plan_id), "Geld"
