"""The indicators of a plan and of one action: how they stand, and what they are bound to."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actieplannen.enums import Meetwijze
from actieplannen.forms.indicatoren import GebondenIndicatorForm, HandIndicatorForm, IndicatorWissenForm
from actieplannen.models import Actie, Actieindicator, Jaaractieplan
from actieplannen.selectors import indicatoren as selectors
from actieplannen.selectors.plannen import boom
from actieplannen.services import indicatoren as services
from actieplannen.services.rechten import mag_actie_bewerken, mag_actie_opvolgen
from regie.cijfers.periode import Periode
from regie.cijfers.selectors.gebonden import BINDBAAR, Bindbaar, Binding, bindbare_cijfers, meet
from regie.core.exceptions import DomainErrors, Verouderd
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.pagina import formulierpagina
from regie.core.permissions import Recht

TAB = "actieplannen:indicatoren"


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def overzicht(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    rijen = list(selectors.indicatoren_van(plan))
    standen = selectors.stand_van(rijen, vandaag=timezone.localdate())
    per_actie = defaultdict(list)
    for rij in rijen:
        per_actie[rij.actie_id].append(standen[rij.pk])
    genummerd = [actie for tak in boom(plan) for actie in tak.alle_acties]
    context = {
        "plan": plan,
        "tab": TAB,
        "met": [(nr, per_actie[nr.actie.pk]) for nr in genummerd if nr.actie.pk in per_actie],
        "zonder": [nr for nr in genummerd if nr.actie.pk not in per_actie],
        "mag_bewerken": request.toegang.mag(Recht.PLAN_BEWERKEN),
        "mag_inladen": request.toegang.mag(Recht.ACTIE_BEWERKEN) and any(not rij.code for rij in rijen),
    }
    return render(request, "actieplannen/indicatoren/overzicht.html", context)


@require_safe
@require(Recht.ACTIE_OPVOLGEN)
def indicator(request: GebiedRequest, indicator_id: UUID) -> HttpResponse:
    """One indicator with its quarters, for who reads the plan and for the trekker of its action."""
    rij = haal_indicator(indicator_id)
    mag_opvolgen = mag_actie_opvolgen(rij.actie, request.toegang)
    leest_plan = request.toegang.mag(Recht.PLAN_BEKIJKEN)
    if not (mag_opvolgen or leest_plan):
        raise Http404
    vandaag = timezone.localdate()
    context = {
        "indicator": rij,
        "stand": selectors.stand_van([rij], vandaag=vandaag)[rij.pk],
        "plan": rij.actie.doelstelling.plan,
        "geschiedenis": selectors.geschiedenis(rij),
        "leest_plan": leest_plan,
        "mag_opvolgen": mag_opvolgen and rij.meetwijze != Meetwijze.GEBONDEN,
        "mag_bewerken": mag_actie_bewerken(rij.actie, request.toegang),
        "begonnen": [nr for nr in range(1, 5) if Periode.kwartaal(selectors.jaar_van(rij), nr).start <= vandaag],
    }
    return render(request, "actieplannen/indicatoren/indicator.html", context)


@require_safe
@require(Recht.ACTIE_BEWERKEN)
def kiezen(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    """By hand, or one of the figures that Regiekompas shows, each with what it says now."""
    actie = haal_actie(planactie_id, request)
    vandaag, jaar = timezone.localdate(), actie.doelstelling.plan.jaar
    periode = Periode.op("JAAR", vandaag) if jaar >= vandaag.year else Periode.jaar(jaar)
    cijfers = meet([Binding(code) for code in BINDBAAR], periode, periode.peildatum(vandaag))
    keuzes: list[dict[str, Any]] = [
        {"bindbaar": bindbaar, "begrip": begrip, "nu": cijfers[Binding(bindbaar.code)]}
        for bindbaar, begrip in bindbare_cijfers(vandaag)
    ]
    themas = list(dict.fromkeys(keuze["bindbaar"].thema for keuze in keuzes))
    context = {
        "actie": actie,
        "periode": periode,
        "themas": [(thema, [k for k in keuzes if k["bindbaar"].thema == thema]) for thema in themas],
        "toevoegen_url": gebied_url("actieplannen:indicator_toevoegen", actie.pk),
    }
    return render(request, "actieplannen/indicatoren/kiezen.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.ACTIE_BEWERKEN)
def toevoegen(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    """With `?cijfer=` bound to that figure, without one counted by hand."""
    actie = haal_actie(planactie_id, request)
    bindbaar = _bindbaar(request.GET.get("cijfer", ""))
    form = _form(request, actie, bindbaar, None)
    return _pagina(
        request,
        form,
        actie=actie,
        titel="Indicator toevoegen",
        dienst=lambda: services.indicator_toevoegen(
            actie=actie, gegevens=form.gegevens(), door=request.toegang, reden=form.reden
        ),
        gelukt="De indicator is toegevoegd.",
        terug=(gebied_url("actieplannen:indicator_kiezen", actie.pk), "Indicator kiezen"),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.ACTIE_BEWERKEN)
def bewerken(request: GebiedRequest, indicator_id: UUID) -> HttpResponse:
    rij = haal_indicator(indicator_id)
    eis_bewerkbaar(rij.actie, request)
    form = _form(request, rij.actie, _bindbaar(rij.code), rij)
    return _pagina(
        request,
        form,
        actie=rij.actie,
        titel="Indicator bewerken",
        dienst=lambda: _bijwerken(request, rij, form),
        gelukt="De indicator is bewaard.",
        terug=(gebied_url("actieplannen:indicator", rij.pk), rij.naam),
    )


def _bijwerken(request: GebiedRequest, rij: Actieindicator, form: "Indicatorform") -> Actieindicator:
    """Who comes second is told what stands there now; saving once more keeps the own input."""
    try:
        return services.indicator_bijwerken(
            indicator=rij,
            gegevens=form.gegevens(),
            versie=form.versienummer,
            door=request.toegang,
            reden=form.reden,
        )
    except Verouderd as fout:
        nu = haal_indicator(rij.pk)
        form.data = {**request.POST.dict(), "versie": str(nu.versie)}
        anders = [f"{w.veld}: nu {w.van}, jij {w.naar}" for w in services.verschil_met(nu, form.gegevens())]
        zin = "Een collega wijzigde deze indicator intussen. Bewaar nog eens om jouw invoer te houden."
        raise DomainErrors([zin, *anders]) from fout


@require_http_methods(["GET", "POST"])
@require(Recht.ACTIE_BEWERKEN)
def wissen(request: GebiedRequest, indicator_id: UUID) -> HttpResponse:
    rij = haal_indicator(indicator_id)
    eis_bewerkbaar(rij.actie, request)
    form = IndicatorWissenForm(request.POST or None, plan=rij.actie.doelstelling.plan)
    return formulierpagina(
        request,
        form,
        titel="Indicator wissen",
        knop="Indicator wissen",
        dienst=lambda: services.indicator_wissen(indicator=rij, door=request.toegang, reden=form.reden),
        gelukt="De indicator is gewist.",
        naar=lambda _: gebied_url(TAB, rij.actie.doelstelling.plan_id),
        terug=(gebied_url("actieplannen:indicator", rij.pk), rij.naam),
        uitleg=f"'{rij.naam}' verdwijnt uit het plan, met de {rij.metingen.count()} ingevulde kwartaalwaarden. "
        "Dit kan je niet ongedaan maken.",
    )


@require_POST
@require(Recht.ACTIE_BEWERKEN)
def verplaatsen(request: GebiedRequest, indicator_id: UUID) -> HttpResponse:
    rij = haal_indicator(indicator_id)
    eis_bewerkbaar(rij.actie, request)
    stap = -1 if request.POST.get("richting") == "op" else 1
    doe(
        request,
        lambda: services.indicator_verplaatsen(indicator=rij, stap=stap, door=request.toegang),
        "De volgorde is gewijzigd.",
    )
    return redirect(gebied_url(TAB, rij.actie.doelstelling.plan_id))


def haal_actie(planactie_id: UUID, request: GebiedRequest) -> Actie:
    actie = get_object_or_404(Actie.objects.select_related("doelstelling__plan"), pk=planactie_id)
    eis_bewerkbaar(actie, request)
    return actie


def haal_indicator(indicator_id: UUID) -> Actieindicator:
    rijen = Actieindicator.objects.select_related("organisatie", "actie__doelstelling__plan")
    return get_object_or_404(rijen, pk=indicator_id)


def eis_bewerkbaar(actie: Actie, request: GebiedRequest) -> None:
    """A medewerker changes the own actions; those of others have no such page."""
    if not mag_actie_bewerken(actie, request.toegang):
        raise Http404


def _bindbaar(code: str) -> Bindbaar | None:
    if code and code not in BINDBAAR:
        raise Http404
    return BINDBAAR.get(code)


Indicatorform = GebondenIndicatorForm | HandIndicatorForm


def _form(
    request: GebiedRequest, actie: Actie, bindbaar: Bindbaar | None, rij: Actieindicator | None
) -> Indicatorform:
    """Bound to what was sent; after "toon" or "neem over" the same input is shown again and nothing is judged."""
    plan = actie.doelstelling.plan
    kijkt = request.method == "POST" and bool({"toon", "neem"} & set(request.POST))
    gestuurd = request.POST if request.method == "POST" and not kijkt else None
    getypt = request.POST.dict() if kijkt else {}
    if bindbaar is None:
        begin = HandIndicatorForm.begin(rij) if rij else {}
        return HandIndicatorForm(gestuurd, plan=plan, initial={**begin, **getypt})
    begin = GebondenIndicatorForm.begin_van(bindbaar, rij)
    form = GebondenIndicatorForm(gestuurd, plan=plan, bindbaar=bindbaar, initial={**begin, **getypt})
    if (
        "neem" in request.POST
        and (vorig := _van(form, form.initial["waarvoor"], _laatste_jaar(plan) - 1)["getal"]).is_getoond
    ):
        form.initial["nulmeting"] = selectors.als_invoer(vorig.waarde)
    return form


def _laatste_jaar(plan: Jaaractieplan) -> int:
    """Of a plan for later: this year, for the year of the plan has no figures yet."""
    return min(plan.jaar, timezone.localdate().year)


def _van(form: GebondenIndicatorForm, keuze: str, jaar: int) -> dict[str, Any]:
    vandaag = timezone.localdate()
    getal = selectors.waarde_van_binding(form.binding(keuze), jaar=jaar, vandaag=vandaag)
    return {"jaar": jaar, "getal": getal, "loopt": jaar == vandaag.year}


def _pagina(request: GebiedRequest, form: Indicatorform, *, actie: Actie, **rest: Any) -> HttpResponse:
    meer: dict[str, Any] = {"actie": actie}
    if isinstance(form, GebondenIndicatorForm):
        keuze = str(form["waarvoor"].value() or "")
        jaar = _laatste_jaar(actie.doelstelling.plan)
        begrip = next(b for bindbaar, b in bindbare_cijfers(timezone.localdate()) if bindbaar == form.bindbaar)
        meer |= {
            "begrip": begrip,
            "nu": _van(form, keuze, jaar),
            "vorig": _van(form, keuze, jaar - 1),
            "gekozen": dict(form.fields["waarvoor"].choices).get(keuze, ""),  # type: ignore[attr-defined]
        }
    return formulierpagina(
        request,
        form,
        knop="Bewaren",
        naar=lambda bewaard: gebied_url("actieplannen:indicator", bewaard.pk),
        template="actieplannen/indicatoren/formulier.html",
        meer=meer,
        **rest,
    )
