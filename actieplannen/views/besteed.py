"""Filling in what was spent: of one action, or of everything one follows up in a plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actieplannen.forms.geld import BesteedForm, OngeplandForm
from actieplannen.models import Actie, Jaaractieplan
from actieplannen.selectors.plannen import boom
from actieplannen.services.geld import Besteedregel, Ingehaald, besteed_zetten
from actieplannen.services.rechten import mag_actie_opvolgen
from actieplannen.views.geld import TAB, haal_actie, terug_van
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.pagina import zinnen
from regie.core.permissions import Recht


@dataclass
class Invulblad:
    """What one page asks: of which actions, and where it leads back to."""

    plan: Jaaractieplan
    acties: Sequence[tuple[str, Actie]]
    onderwerp: str
    terug: tuple[str, str]
    los: Actie | None = None  # the one action, which may also spend from a source that was not planned


@require_http_methods(["GET", "POST"])
@require(Recht.ACTIE_OPVOLGEN)
def actie_besteed(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    actie = haal_actie(planactie_id)
    if not mag_actie_opvolgen(actie, request.toegang):
        raise PermissionDenied
    blad = Invulblad(actie.doelstelling.plan, [("", actie)], actie.titel, terug_van(request, actie), los=actie)
    return _vul_in(request, blad)


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEKIJKEN)
def geld_besteed(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    acties = [g for tak in boom(plan) for g in tak.alle_acties if mag_actie_opvolgen(g.actie, request.toegang)]
    blad = Invulblad(plan, [(g.nummer, g.actie) for g in acties], plan.titel, (gebied_url(TAB, plan.pk), "Geld"))
    return _vul_in(request, blad)


def _vul_in(request: GebiedRequest, blad: Invulblad) -> HttpResponse:
    prefetch_related_objects([actie for _, actie in blad.acties], "budgetten")
    form = BesteedForm(request.POST or None, acties=blad.acties)
    ongepland = OngeplandForm(request.POST or None, initial={"jaar": blad.plan.jaar}) if blad.los else None
    if not request.POST:
        return _toon(request, blad, form, ongepland, status=200)
    if _geldig(form, ongepland):
        regels = form.regels()
        if blad.los and ongepland:
            regels += ongepland.regels(blad.los)
        try:
            besteed_zetten(plan=blad.plan, regels=regels, door=request.toegang, vandaag=timezone.localdate())
        except DomainError as fout:
            form = _met_fout(form, blad, regels, fout)
        else:
            messages.success(request, "De bestede bedragen zijn bewaard.")
            return redirect(blad.terug[0])
    return _toon(request, blad, form, ongepland, status=422)


def _geldig(form: BesteedForm, ongepland: OngeplandForm | None) -> bool:
    goed = form.is_valid()
    for bedrag in form.gewist():
        form.add_error(None, f"Een rij waar je {bedrag} typte, is intussen gewist. Kijk na waar dat bedrag hoort.")
    if ongepland is not None and not ongepland.is_valid():
        form.add_error(None, "Kijk de rij onderaan na, van de bron die niet gepland was.")
    return goed and form.is_valid()


def _met_fout(form: BesteedForm, blad: Invulblad, regels: Sequence[Besteedregel], fout: DomainError) -> BesteedForm:
    """The same form with what was typed; when a colleague was first it now knows what the colleague filled in."""
    if isinstance(fout, Ingehaald):
        form = BesteedForm(form.met_wat_er_nu_staat(regels, fout), acties=blad.acties)
        form.is_valid()
    for zin in zinnen(fout):
        form.add_error(None, zin)
    return form


def _toon(
    request: GebiedRequest, blad: Invulblad, form: BesteedForm, ongepland: OngeplandForm | None, *, status: int
) -> HttpResponse:
    context = {
        "blad": blad,
        "plan": blad.plan,
        "form": form,
        "ongepland": ongepland,
        "terug_url": blad.terug[0],
        "terug_label": blad.terug[1],
    }
    return render(request, "actieplannen/geld/besteed.html", context, status=status)
