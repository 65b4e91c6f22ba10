"""Values of indicators per quarter: filled in by hand, or loaded from a file."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actieplannen.exports.metingen import sjabloon_metingen
from actieplannen.forms.metingen import MetingbestandForm, MetingForm, RijFormSet
from actieplannen.imports import lees_metingen
from actieplannen.models import Actieindicator, Jaaractieplan, Meting
from actieplannen.selectors import indicatoren as selectors
from actieplannen.services import metingen as services
from actieplannen.services.rechten import mag_actie_opvolgen
from actieplannen.views.indicatoren import haal_indicator
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.notatie import meervoud
from regie.core.pagina import zinnen
from regie.core.permissions import Recht

KWARTALEN = range(1, 5)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
@require(Recht.ACTIE_OPVOLGEN)
def zetten(request: GebiedRequest, indicator_id: UUID, kwartaal: int) -> HttpResponse:
    """One value. The trekker of the action may, also without reading the plan."""
    rij = _op_te_volgen(request, indicator_id, kwartaal)
    jaar = selectors.jaar_van(rij)
    meting = Meting.objects.filter(indicator=rij, jaar=jaar, kwartaal=kwartaal).first()
    begin = {"waarde": meting.waarde, "bron": meting.bron} if meting else None
    form = MetingForm(request.POST or None, initial=begin)
    if form.is_valid():
        try:
            services.meting_zetten(
                indicator=rij,
                jaar=jaar,
                kwartaal=kwartaal,
                **form.cleaned_data,
                door=request.toegang,
                vandaag=timezone.localdate(),
            )
        except DomainError as fout:
            form.add_error(None, str(fout))
        else:
            terug = gebied_url("actieplannen:meting_terug", rij.pk, kwartaal)
            messages.success(request, "De waarde is bewaard.", extra_tags=f"ongedaan={terug}")
            return redirect(gebied_url("actieplannen:indicator", rij.pk))
    context = {
        "form": form,
        "titel": f"{rij.naam}, kwartaal {kwartaal} van {jaar}",
        "uitleg": rij.definitie,
        "knop": "Bewaren",
        "terug_url": gebied_url("actieplannen:indicator", rij.pk),
        "terug_label": rij.naam,
    }
    return render(request, "layout/formulier.html", context, status=422 if form.errors else 200)


@require_POST
@require(Recht.ACTIE_OPVOLGEN)
def terugzetten(request: GebiedRequest, indicator_id: UUID, kwartaal: int) -> HttpResponse:
    rij = _op_te_volgen(request, indicator_id, kwartaal)
    doe(
        request,
        lambda: services.meting_terugzetten(
            indicator=rij,
            jaar=selectors.jaar_van(rij),
            kwartaal=kwartaal,
            door=request.toegang,
            vandaag=timezone.localdate(),
        ),
        "De vorige waarde staat er weer.",
    )
    return redirect(gebied_url("actieplannen:indicator", rij.pk))


@require_http_methods(["GET", "POST"])
@require(Recht.ACTIE_BEWERKEN)
def inladen(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    """First the file, then its rows to look at and correct, then all of them at once."""
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    indicatoren = _in_te_laden(request, plan)
    if "form-TOTAL_FORMS" in request.POST:
        return _rijen(request, plan, indicatoren)
    form = MetingbestandForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        bestand = form.cleaned_data["bestand"]
        try:
            gelezen = lees_metingen(bestand.name, bestand.read(), indicatoren=indicatoren, jaar=plan.jaar)
        except DomainError as fout:
            form.add_error("bestand", str(fout))
        else:
            gestuurd = _als_gestuurd(gelezen.rijen)
            rijen = _formset(gestuurd, indicatoren)
            return _toon_rijen(request, plan, rijen, bestand=bestand.name, zonder_waarde=gelezen.zonder_waarde)
    context = {"plan": plan, "tab": "actieplannen:indicatoren", "form": form, "aantal": len(indicatoren)}
    status = 422 if form.errors else 200
    return render(request, "actieplannen/indicatoren/inladen.html", context, status=status)


@require_safe
@require(Recht.ACTIE_BEWERKEN)
def sjabloon(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    """The list to fill in: every indicator that is not bound, four quarters each, with what is known."""
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    indicatoren = list(_in_te_laden(request, plan).values())
    inhoud = sjabloon_metingen(indicatoren, jaar=plan.jaar, bekend=_bekend(indicatoren, plan.jaar))
    naam = f"indicatoren-{plan.jaar}.xlsx"
    return HttpResponse(inhoud, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{naam}"'})


def _op_te_volgen(request: GebiedRequest, indicator_id: UUID, kwartaal: int) -> Actieindicator:
    rij = haal_indicator(indicator_id)
    if kwartaal not in KWARTALEN or not mag_actie_opvolgen(rij.actie, request.toegang):
        raise Http404
    return rij


def _in_te_laden(request: GebiedRequest, plan: Jaaractieplan) -> dict[UUID, Actieindicator]:
    """What this person may fill in: bound ones count by themselves."""
    rijen = selectors.indicatoren_van(plan).filter(code="")
    return {rij.pk: rij for rij in rijen if mag_actie_opvolgen(rij.actie, request.toegang)}


def _bekend(indicatoren: list[Actieindicator], jaar: int) -> dict[tuple[UUID, int], Meting]:
    metingen = Meting.objects.filter(indicator__in=[rij.pk for rij in indicatoren], jaar=jaar)
    return {(meting.indicator_id, meting.kwartaal): meting for meting in metingen}


def _als_gestuurd(rijen: list[dict[str, str]]) -> dict[str, str]:
    """The rows as if somebody had typed them in the form."""
    gestuurd = {"form-TOTAL_FORMS": str(len(rijen)), "form-INITIAL_FORMS": "0"}
    for nr, rij in enumerate(rijen):
        gestuurd |= {f"form-{nr}-{veld}": waarde for veld, waarde in rij.items()}
    return gestuurd


def _formset(gestuurd: Any, indicatoren: dict[UUID, Actieindicator]) -> Any:
    return RijFormSet(gestuurd, form_kwargs={"indicatoren": indicatoren})


def _rijen(request: GebiedRequest, plan: Jaaractieplan, indicatoren: dict[UUID, Actieindicator]) -> HttpResponse:
    bestand = request.POST.get("bestand", "")[:120]
    rijen = _formset(request.POST, indicatoren)
    fouten: list[str] = []
    if rijen.is_valid():
        waarden = [waarde for form in rijen if (waarde := form.als_waarde())]
        try:
            gedaan = services.metingen_inladen(
                waarden=waarden, bestand=bestand, door=request.toegang, vandaag=timezone.localdate()
            )
        except DomainError as fout:
            fouten = zinnen(fout)
        else:
            messages.success(request, _verslag(gedaan))
            return redirect(gebied_url("actieplannen:indicatoren", plan.pk))
    return _toon_rijen(request, plan, rijen, bestand=bestand, fouten=fouten)


def _toon_rijen(
    request: GebiedRequest,
    plan: Jaaractieplan,
    rijen: Any,
    *,
    bestand: str,
    zonder_waarde: int = 0,
    fouten: list[str] | None = None,
) -> HttpResponse:
    geldig = rijen.is_valid()
    context = {
        "plan": plan,
        "tab": "actieplannen:indicatoren",
        "rijen": rijen,
        "bestand": bestand,
        "zonder_waarde": zonder_waarde,
        "aantal_fout": sum(1 for form in rijen if form.errors),
        "fouten": fouten or [],
    }
    status = 200 if geldig and not fouten else 422
    return render(request, "actieplannen/indicatoren/rijen.html", context, status=status)


def _verslag(gedaan: services.Ingeladen) -> str:
    delen = [
        f"{meervoud(aantal, 'waarde', 'waarden')} {wat}"
        for aantal, wat in ((gedaan.nieuw, "toegevoegd"), (gedaan.gewijzigd, "gewijzigd"), (gedaan.gelijk, "gelijk"))
        if aantal
    ]
    return f"Ingeladen: {', '.join(delen)}." if delen else "Er was niets om in te laden."
