"""What the councils decided: all of them on one page, and one with its documents and its model text."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actieplannen.enums import Planstatus
from actieplannen.forms.levensloop import RaadForm
from actieplannen.models import Jaaractieplan, Raadsbesluit
from actieplannen.selectors import raden as selectors
from actieplannen.selectors.modelbesluit import modelbesluit
from actieplannen.services import raadsbesluiten as services
from partners.enums import Bijlageonderwerp
from partners.selectors.bijlagen import bijlagen_van
from partners.views.bijlagen import PLEKKEN, Plek
from regie.core.bestanden import download
from regie.core.bestandssoort import DOCX
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, doe, eis_recht, gebied_url, require
from regie.core.notatie import datum, meervoud
from regie.core.pagina import zinnen
from regie.core.permissions import Recht, Toegang
from regie.core.stukken.word import maak_docx


def _mag_bewerken(besluit: Raadsbesluit, door: Toegang) -> bool:
    """Its fields and its documents, until the plan is accounted for."""
    return door.mag(Recht.PLAN_BEWERKEN) and besluit.plan.status != Planstatus.VERANTWOORD


PLEKKEN[Bijlageonderwerp.RAADSBESLUIT] = Plek(Raadsbesluit, "actieplannen:raadsbesluit", _mag_bewerken)


def _besluit(raadsbesluit_id: UUID) -> Raadsbesluit:
    return get_object_or_404(Raadsbesluit.objects.select_related("plan", "gemeente"), pk=raadsbesluit_id)


@require_POST
@require(Recht.PLAN_BEWERKEN)
def raadsbesluiten_klaarzetten(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    doe(
        request,
        lambda: services.raadsbesluiten_klaarzetten(plan=plan, door=request.toegang),
        "De gemeenten staan klaar.",
    )
    return redirect(gebied_url("actieplannen:raadsbesluiten", plan.pk))


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def raadsbesluiten(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    """Every municipality on one page."""
    plan, vandaag = get_object_or_404(Jaaractieplan, pk=plan_id), timezone.localdate()
    stand = selectors.raden(plan, vandaag=vandaag)
    rijen = [
        (raad, RaadForm(request.POST or None, prefix=raad.gemeente.pk, besluit=raad.besluit)) for raad in stand.rijen
    ]
    fouten: list[str] = []
    geldig = [form.is_valid() for _, form in rijen]  # every form, so that each shows its own faults
    if request.method == "POST" and all(geldig):
        try:
            aantal = services.raadsbesluiten_bewaren(
                plan=plan,
                invoer={raad.gemeente.pk: form.invoer for raad, form in rijen if form.has_changed()},
                door=request.toegang,
                vandaag=vandaag,
            )
        except DomainError as fout:
            fouten = zinnen(fout)
        else:
            messages.success(request, f"Bewaard: {meervoud(aantal, 'gemeente', 'gemeenten')} gewijzigd.")
            return redirect(gebied_url("actieplannen:besluiten", plan.pk))
    ongeldig = bool(fouten) or any(form.errors for _, form in rijen)
    context = {"plan": plan, "rijen": rijen, "raden": stand, "fouten": fouten, "ongeldig": ongeldig}
    return render(request, "actieplannen/besluiten/raadsbesluiten.html", context, status=422 if ongeldig else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@require(Recht.PLAN_BEKIJKEN)
def raadsbesluit(request: GebiedRequest, raadsbesluit_id: UUID) -> HttpResponse:
    besluit, vandaag = _besluit(raadsbesluit_id), timezone.localdate()
    form, fouten = RaadForm(request.POST or None, besluit=besluit), []
    if request.method == "POST":
        eis_recht(request, Recht.PLAN_BEWERKEN)
        fouten = _bewaar(request, besluit, form)
        if not fouten and not form.errors:
            messages.success(request, f"Het besluit van {besluit.gemeente.naam} is bewaard.")
            return redirect(gebied_url("actieplannen:besluiten", besluit.plan_id))
    bestanden = bijlagen_van(Bijlageonderwerp.RAADSBESLUIT, besluit.pk)
    context = {
        "besluit": besluit,
        "plan": besluit.plan,
        "raad": selectors.Raad(besluit.gemeente, besluit, len(bestanden), vandaag),
        "form": form,
        "fouten": fouten,
        "bijlagen": bestanden,
        "mag_bewerken": _mag_bewerken(besluit, request.toegang),
    }
    return render(
        request, "actieplannen/besluiten/raadsbesluit.html", context, status=422 if fouten or form.errors else 200
    )


def _bewaar(request: GebiedRequest, besluit: Raadsbesluit, form: RaadForm) -> list[str]:
    if not form.is_valid():
        return []
    try:
        services.raadsbesluiten_bewaren(
            plan=besluit.plan,
            invoer={besluit.gemeente_id: form.invoer},
            door=request.toegang,
            vandaag=timezone.localdate(),
        )
    except DomainError as fout:
        return zinnen(fout)
    return []


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def raadsbesluit_model(request: GebiedRequest, raadsbesluit_id: UUID) -> HttpResponse:
    """The model text of the decision as a Word file, with the names and days that are known."""
    besluit = _besluit(raadsbesluit_id)
    stuk = modelbesluit(besluit, opgemaakt=f"Opgemaakt op {datum(timezone.localdate())}")
    naam = f"raadsbesluit-{slugify(besluit.gemeente.naam)}-{besluit.plan.jaar}.{DOCX.extensie}"
    return download(maak_docx(stuk), naam=naam, mime=DOCX.mime)
