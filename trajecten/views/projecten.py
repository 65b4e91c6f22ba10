from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, eis_recht, gebied_url, require
from regie.core.permissions import Recht
from trajecten.forms.projecten import (
    BuddyForm,
    DeelnameForm,
    DeelnemenForm,
    IncentiveForm,
    PogingForm,
    ProjectForm,
    RijbuddyForm,
    StoppenForm,
)
from trajecten.models import Deelname, Project, Rijbuddy
from trajecten.selectors import projecten as selectors
from trajecten.services import projecten as services
from trajecten.views.actie import actie_pagina
from trajecten.views.client import haal_client
from trajecten.views.plaatsen import plaatstabs


@require_safe
@require(Recht.PROJECT_BEKIJKEN)
def projecten(request: GebiedRequest) -> HttpResponse:
    lopend, voorbij = selectors.projecten(timezone.localdate())
    context = {
        "lopend": lopend,
        "voorbij": voorbij,
        "mag_beheren": request.toegang.mag(Recht.PROJECT_BEHEREN),
        "tabs": plaatstabs(request, "projecten"),
    }
    return render(request, "trajecten/projecten/lijst.html", context)


@require_safe
@require(Recht.PROJECT_BEKIJKEN)
def project(request: GebiedRequest, project_id: UUID) -> HttpResponse:
    """Places of the whole gebied as numbers; names of the own OCMW only, because nobody else's are in scope."""
    een_project = get_object_or_404(Project, pk=project_id)
    ziet_namen = request.toegang.mag(Recht.CLIENT_BEKIJKEN)
    context = {
        "project": een_project,
        "stand": selectors.stand_van(een_project),
        "deelnemers": selectors.deelnemers(een_project) if ziet_namen else [],
        "ziet_namen": ziet_namen,
        "mag_beheren": request.toegang.mag(Recht.PROJECT_BEHEREN),
    }
    return render(request, "trajecten/projecten/project.html", context)


def _formulier(
    request: GebiedRequest, form: BaseForm, *, titel: str, knop: str, terug: str, terug_label: str
) -> HttpResponse:
    context = {"form": form, "titel": titel, "knop": knop, "terug": terug, "terug_label": terug_label}
    return render(request, "trajecten/projecten/formulier.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@require(Recht.PROJECT_BEHEREN)
def project_toevoegen(request: GebiedRequest) -> HttpResponse:
    form = ProjectForm(request.POST or None, initial={"van": timezone.localdate()})
    if gelukt(form, lambda: services.project_bewaren(project=None, gegevens=form.cleaned_data)):
        messages.success(request, "Het project is toegevoegd.")
        return redirect(gebied_url("trajecten:projecten"))
    terug = gebied_url("trajecten:projecten")
    return _formulier(
        request, form, titel="Project toevoegen", knop="Project toevoegen", terug=terug, terug_label="Projecten"
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PROJECT_BEHEREN)
def project_bewerken(request: GebiedRequest, project_id: UUID) -> HttpResponse:
    een_project = get_object_or_404(Project, pk=project_id)
    begin = {naam: getattr(een_project, naam) for naam in ProjectForm.base_fields}
    form = ProjectForm(request.POST or None, initial=begin)
    terug = gebied_url("trajecten:project", een_project.pk)
    if gelukt(form, lambda: services.project_bewaren(project=een_project, gegevens=form.cleaned_data)):
        messages.success(request, "Het project is bewaard.")
        return redirect(terug)
    return _formulier(
        request, form, titel="Project bewerken", knop="Bewaren", terug=terug, terug_label=een_project.naam
    )


@require_safe
@require(Recht.PROJECT_BEKIJKEN)
def rijbuddies(request: GebiedRequest) -> HttpResponse:
    context = {
        "rijbuddies": selectors.rijbuddies(),
        "ziet_namen": request.toegang.mag(Recht.CLIENT_BEKIJKEN),
        "mag_beheren": request.toegang.mag(Recht.PROJECT_BEHEREN),
    }
    return render(request, "trajecten/projecten/rijbuddies.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.PROJECT_BEHEREN)
def rijbuddy_toevoegen(request: GebiedRequest) -> HttpResponse:
    return _rijbuddy(request, None, "Rijbuddy toevoegen")


@require_http_methods(["GET", "POST"])
@require(Recht.PROJECT_BEHEREN)
def rijbuddy_bewerken(request: GebiedRequest, buddy_id: UUID) -> HttpResponse:
    return _rijbuddy(request, get_object_or_404(Rijbuddy, pk=buddy_id), "Rijbuddy bewerken")


def _rijbuddy(request: GebiedRequest, een_buddy: Rijbuddy | None, titel: str) -> HttpResponse:
    begin = {naam: getattr(een_buddy, naam) for naam in RijbuddyForm.base_fields} if een_buddy else None
    form = RijbuddyForm(request.POST or None, initial=begin)
    terug = gebied_url("trajecten:rijbuddies")
    if gelukt(form, lambda: services.rijbuddy_bewaren(buddy=een_buddy, gegevens=form.cleaned_data)):
        messages.success(request, "De rijbuddy is bewaard.")
        return redirect(terug)
    return _formulier(request, form, titel=titel, knop="Bewaren", terug=terug, terug_label="Rijbuddy's")


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def deelnemen(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    een_client = haal_client(client_id)
    vandaag = timezone.localdate()
    form = DeelnemenForm(request.POST or None, projecten=selectors.open_projecten(vandaag))
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    uitkomst: list[Any] = []
    if gelukt(form, lambda: uitkomst.extend(services.deelnemen(client=een_client, **form.cleaned_data, **wie))):
        nieuwe, plaats = uitkomst
        waar = f"Plaats {plaats.nr} is ingenomen." if plaats.nr else "Alles is vol: de cliënt staat op de wachtlijst."
        messages.success(request, waar)
        return redirect(gebied_url("trajecten:deelname", nieuwe.pk))
    return actie_pagina(
        request,
        client=een_client,
        form=form,
        titel="Deelnemen aan een project",
        knop="Aanmelden",
        uitleg="Is er geen plaats meer, dan komt de cliënt op de wachtlijst van het gebied, op volgorde.",
        template="trajecten/projecten/deelnemen.html",
        deelnames=selectors.deelnames_van(een_client.pk),
    )


def haal_deelname(deelname_id: UUID) -> Deelname:
    rijen = Deelname.objects.select_related("project", "client__gemeente", "client__eigenaar", "buddy")
    return get_object_or_404(rijen, pk=deelname_id)


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEKIJKEN)
def deelname(request: GebiedRequest, deelname_id: UUID) -> HttpResponse:
    """One participation: status, exams, buddy and incentive."""
    een_deelname = haal_deelname(deelname_id)
    begin = {"status": een_deelname.status, "momenten": een_deelname.momenten}
    form = DeelnameForm(request.POST or None, soort=een_deelname.project.soort, initial=begin)
    if request.method == "POST":
        eis_recht(request, Recht.TRAJECT_BEWERKEN)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    if gelukt(form, lambda: services.deelname_wijzigen(deelname=een_deelname, **form.cleaned_data, **wie)):
        messages.success(request, "De deelname is bijgewerkt.")
        return redirect(gebied_url("trajecten:deelname", een_deelname.pk))
    return actie_pagina(
        request,
        client=een_deelname.client,
        form=form,
        titel=f"Deelname aan {een_deelname.project.naam}",
        knop="Bewaren",
        template="trajecten/projecten/deelname.html",
        deelnemer=selectors.deelnemer(een_deelname),
        pogingen=list(een_deelname.pogingen.order_by("datum", "pk")),
        momenten=selectors.momenten_in_woorden(een_deelname.momenten),
        mag_bewerken=request.toegang.mag(Recht.TRAJECT_BEWERKEN) and een_deelname.gestopt_op is None,
    )


def _deelactie(
    request: GebiedRequest, een_deelname: Deelname, form: BaseForm, opdracht: Any, *, titel: str, knop: str, klaar: str
) -> HttpResponse:
    """A small form about one participation, and back to it."""
    terug = gebied_url("trajecten:deelname", een_deelname.pk)
    if gelukt(form, opdracht):
        messages.success(request, klaar)
        return redirect(terug)
    return actie_pagina(request, client=een_deelname.client, form=form, titel=titel, knop=knop, terug=terug)


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def poging(request: GebiedRequest, deelname_id: UUID) -> HttpResponse:
    een_deelname, vandaag = haal_deelname(deelname_id), timezone.localdate()
    form = PogingForm(request.POST or None, vandaag=vandaag)
    return _deelactie(
        request,
        een_deelname,
        form,
        lambda: services.poging_noteren(
            deelname=een_deelname, **form.cleaned_data, door=request.toegang, vandaag=vandaag
        ),
        titel="Examen noteren",
        knop="Examen noteren",
        klaar="Het examen is genoteerd.",
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def stoppen(request: GebiedRequest, deelname_id: UUID) -> HttpResponse:
    een_deelname = haal_deelname(deelname_id)
    form = StoppenForm(request.POST or None)
    return _deelactie(
        request,
        een_deelname,
        form,
        lambda: services.deelname_stoppen(
            deelname=een_deelname, **form.cleaned_data, door=request.toegang, vandaag=timezone.localdate()
        ),
        titel="Deelname stoppen",
        knop="Deelname stoppen",
        klaar="De deelname is gestopt. De plaats gaat naar wie het langst wacht.",
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def duwtje(request: GebiedRequest, deelname_id: UUID) -> HttpResponse:
    een_deelname, vandaag = haal_deelname(deelname_id), timezone.localdate()
    form = IncentiveForm(request.POST or None, initial={"bedrag": een_deelname.incentive, "op": vandaag})
    return _deelactie(
        request,
        een_deelname,
        form,
        lambda: services.incentive_betaald(
            deelname=een_deelname, **form.cleaned_data, door=request.toegang, vandaag=vandaag
        ),
        titel="Financieel duwtje betaald",
        knop="Betaling noteren",
        klaar="De betaling is genoteerd.",
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def buddy(request: GebiedRequest, deelname_id: UUID) -> HttpResponse:
    """Suggested buddies with their reasons; one click takes one."""
    een_deelname = haal_deelname(deelname_id)
    terug = gebied_url("trajecten:deelname", een_deelname.pk)
    form = BuddyForm(request.POST if request.method == "POST" else None)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    if gelukt(form, lambda: services.buddy_kiezen(deelname=een_deelname, **form.cleaned_data, **wie)):
        messages.success(
            request, "De rijbuddy is gekozen." if form.cleaned_data["buddy"] else "De rijbuddy is losgemaakt."
        )
        return redirect(terug)
    return actie_pagina(
        request,
        client=een_deelname.client,
        form=form,
        titel="Rijbuddy kiezen",
        knop="",
        terug=terug,
        template="trajecten/projecten/buddy.html",
        deelname=een_deelname,
        voorstellen=selectors.buddyvoorstellen(een_deelname),
    )
