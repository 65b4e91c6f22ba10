"""The tab Opvolging of a plan, asking for stands, and telling how an action goes with an account."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actieplannen.models import Actie, Jaaractieplan
from actieplannen.selectors.kwartalen import antwoorddag, kwartaal_van
from actieplannen.selectors.opvolgtab import gekozen_kwartaal, opvolgtab
from actieplannen.selectors.standblad import stand_rijen, te_geven_stand
from actieplannen.selectors.standen import te_vragen
from actieplannen.services.rechten import mag_actie_opvolgen, trekt
from actieplannen.services.standen import Wie, stand_beginnen, stand_geopend
from actieplannen.services.standvraag import Vraaguitkomst, actiestand_vragen, standen_vragen
from actieplannen.views.standpagina import Plek, standpagina
from regie.cijfers.periode import Periode
from regie.core.deur import Weg
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.notatie import meervoud
from regie.core.permissions import Recht


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def opvolging(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    vandaag = timezone.localdate()
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    kwartaal = gekozen_kwartaal(plan, request.GET.get("kwartaal", ""), vandaag)
    context = {
        "plan": plan,
        "tab": "actieplannen:opvolging",
        "blad": opvolgtab(plan, kwartaal=kwartaal, vandaag=vandaag),
        "mag_bewerken": request.toegang.mag(Recht.PLAN_BEWERKEN),
    }
    return render(request, "actieplannen/opvolging/opvolging.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def standen_vragen_pagina(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    """Mails cannot be taken back: first who gets one."""
    vandaag = timezone.localdate()
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    kwartaal = gekozen_kwartaal(plan, request.GET.get("kwartaal", ""), vandaag)
    terug = _tab(plan, kwartaal)
    if kwartaal is None:
        messages.error(request, "Van dit plan is nog geen kwartaal begonnen.")
        return redirect(terug)
    if request.method == "POST":
        return _gevraagd(
            request, lambda: standen_vragen(plan=plan, kwartaal=kwartaal, door=request.toegang, vandaag=vandaag), terug
        )
    te_doen = te_vragen(plan, kwartaal, vandaag=vandaag)
    context = {
        "plan": plan,
        "kwartaal": kwartaal,
        "te_vragen": te_doen,
        "mails": len({trekker.sleutel for _, trekker in te_doen if trekker.is_bereikbaar}),
        "antwoord_tegen": antwoorddag(vandaag),
        "terug_url": terug,
    }
    return render(request, "actieplannen/opvolging/vragen.html", context)


@require_POST
@require(Recht.PLAN_BEWERKEN)
def actiestand_vragen_knop(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    """One mail to one trekker: asked, or reminded."""
    vandaag = timezone.localdate()
    actie = get_object_or_404(_acties(), pk=planactie_id)
    kwartaal = gekozen_kwartaal(actie.doelstelling.plan, request.POST.get("kwartaal", ""), vandaag)
    terug = _tab(actie.doelstelling.plan, kwartaal)
    if kwartaal is None:
        messages.error(request, "Van dit plan is nog geen kwartaal begonnen.")
        return redirect(terug)
    return _gevraagd(
        request,
        lambda: actiestand_vragen(actie=actie, kwartaal=kwartaal, door=request.toegang, vandaag=vandaag),
        terug,
    )


@require_POST
@require(Recht.ACTIE_OPVOLGEN)
def stand_beginnen_knop(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    """Tell how an action goes, asked or not."""
    vandaag = timezone.localdate()
    actie = get_object_or_404(_acties(), pk=planactie_id)
    if not mag_actie_opvolgen(actie, request.toegang):
        raise Http404
    plan = actie.doelstelling.plan
    gekozen = request.POST.get("kwartaal", "")
    kwartaal = gekozen_kwartaal(plan, gekozen, vandaag) if gekozen else te_geven_stand(actie, vandaag=vandaag)[0]
    try:
        if kwartaal is None:
            raise DomainError("Voor dit plan valt nu geen stand te geven.")
        stand = stand_beginnen(actie=actie, kwartaal=kwartaal, door=request.toegang, vandaag=vandaag)
    except DomainError as fout:
        messages.error(request, str(fout))
        return redirect(_terug_van(request, actie, kwartaal)[0])
    return redirect(gebied_url("actieplannen:stand", stand.pk))


@require_http_methods(["GET", "POST"])
@require(Recht.ACTIE_OPVOLGEN)
def stand(request: GebiedRequest, planstand_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(stand_rijen(), pk=planstand_id)
    if not mag_actie_opvolgen(gevonden.actie, request.toegang):
        raise Http404
    if "geopend" in request.POST:
        stand_geopend(stand=gevonden, door=request.toegang, nu=timezone.now())
        return HttpResponse(status=204)
    terug = _terug_van(request, gevonden.actie, kwartaal_van(gevonden))
    weg = Weg(
        adres=gebied_url("actieplannen:stand", gevonden.pk),
        kader="layout/app.html",
        naam=request.user.naam,  # type: ignore[union-attr]  # signed in
        klaar=terug[0],
    )
    antwoord = standpagina(request, gevonden, Wie(door=request.toegang), Plek(weg, terug))
    if antwoord.status_code == 302:
        messages.success(request, f"De stand van {kwartaal_van(gevonden).label} is bewaard.")
    return antwoord


def _acties() -> QuerySet[Actie]:
    return Actie.objects.select_related(
        "doelstelling__plan", "trekker", "trekker_contact__organisatie", "trekker_organisatie"
    )


def _tab(plan: Jaaractieplan, kwartaal: Periode | None) -> str:
    adres = gebied_url("actieplannen:opvolging", plan.pk)
    return f"{adres}?kwartaal={kwartaal.sleutel}" if kwartaal else adres


def _terug_van(request: GebiedRequest, actie: Actie, kwartaal: Periode | None) -> tuple[str, str]:
    """The trekker came from the own actions, the regisseur from the plan."""
    if trekt(actie, request.toegang):
        return gebied_url("actieplannen:mijn_actie", actie.pk), actie.titel
    return _tab(actie.doelstelling.plan, kwartaal), "Opvolging"


def _gevraagd(request: GebiedRequest, vraag: Callable[[], Vraaguitkomst], terug: str) -> HttpResponse:
    try:
        uitkomst = vraag()
    except DomainError as fout:
        messages.error(request, str(fout))
        return redirect(terug)
    for titel in uitkomst.onbereikbaar:
        messages.warning(request, f"'{titel}' heeft geen trekker met een e-mailadres. Vul de stand zelf in.")
    messages.success(request, _uitkomst_in_woorden(uitkomst))
    return redirect(terug)


def _uitkomst_in_woorden(uitkomst: Vraaguitkomst) -> str:
    if uitkomst.mails:
        return f"{meervoud(uitkomst.mails, 'mail is vertrokken', 'mails zijn vertrokken')}."
    if uitkomst.gevraagd:
        return "De stand is gevraagd. De mail gaat de volgende werkdag weg."
    return "Er was niets meer te vragen."
