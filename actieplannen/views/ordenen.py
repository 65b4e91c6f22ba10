"""The order of a plan: buttons and dragging both post a place, and the server answers with the tree as it is."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from actieplannen.forms.ordenen import VerplaatsForm, plek_nu, plekken_voor_actie, plekken_voor_doelstelling
from actieplannen.models import Actie, Doelstelling, Jaaractieplan
from actieplannen.selectors.plannen import boom
from actieplannen.services import ordenen as services
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht


@require_safe
@require(Recht.PLAN_BEWERKEN)
def plan_ordenen(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    return render(request, "actieplannen/ordenen.html", {"plan": plan, "boom": boom(plan)})


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def doelstelling_verplaatsen(request: GebiedRequest, doelstelling_id: UUID) -> HttpResponse:
    rijen = Doelstelling.objects.select_related("plan", "ouder")
    doelstelling = get_object_or_404(rijen, pk=doelstelling_id)
    plan = doelstelling.plan
    form = VerplaatsForm(
        request.POST or None,
        plan=plan,
        plekken=plekken_voor_doelstelling(boom(plan), doelstelling),
        initial={"plek": _plek(Doelstelling.objects.filter(plan=plan, ouder=doelstelling.ouder), doelstelling)},
    )
    return _verplaats(
        request,
        form,
        doelstelling.titel,
        lambda: services.doelstelling_verplaatsen(
            doelstelling=doelstelling,
            ouder=Doelstelling.objects.select_related("plan").get(pk=form.boven) if form.boven else None,
            plaats=form.plaats,
            reden=form.reden,
            door=request.toegang,
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def actie_verplaatsen(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    actie = get_object_or_404(Actie.objects.select_related("doelstelling__plan"), pk=planactie_id)
    plan = actie.doelstelling.plan
    form = VerplaatsForm(
        request.POST or None,
        plan=plan,
        plekken=plekken_voor_actie(boom(plan), actie.pk),
        initial={"plek": _plek(Actie.objects.filter(doelstelling=actie.doelstelling), actie)},
    )
    return _verplaats(
        request,
        form,
        actie.titel,
        lambda: services.actie_verplaatsen(
            actie=actie,
            naar=Doelstelling.objects.select_related("plan").get(pk=form.boven),
            plaats=form.plaats,
            reden=form.reden,
            door=request.toegang,
        ),
    )


def _plek(naast: QuerySet[Any], rij: Doelstelling | Actie) -> str:
    """The choice that leaves it where it is."""
    boven = rij.ouder_id if isinstance(rij, Doelstelling) else rij.doelstelling_id
    return plek_nu(list(naast.order_by("volgorde", "created_at").values_list("pk", flat=True)), rij.pk, boven)


def _verplaats(request: GebiedRequest, form: VerplaatsForm, wat: str, dienst: Callable[[], object]) -> HttpResponse:
    """From the page itself as a form, from dragging or a button as a piece of the page."""
    melding = ""
    if form.is_valid():
        try:
            dienst()
        except DomainError as fout:
            form.add_error(None, str(fout))
        else:
            melding = f"'{wat}' is verplaatst."
    if request.htmx:
        bezwaar = " ".join(str(zin) for zinnen in form.errors.values() for zin in zinnen)
        context = {"plan": form.plan, "boom": boom(form.plan), "melding": melding, "fout": bezwaar}
        return render(request, "actieplannen/_ordenboom.html", context)
    terug_url = gebied_url("actieplannen:plan_ordenen", form.plan.pk)
    if melding:
        messages.success(request, melding)
        return redirect(terug_url)
    context = {
        "form": form,
        "titel": f"Verplaats '{wat}'",
        "knop": "Verplaatsen",
        "terug_url": terug_url,
        "terug_label": "Volgorde wijzigen",
    }
    return render(request, "layout/formulier.html", context, status=422 if form.errors else 200)
