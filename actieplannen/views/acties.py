"""One action: its page, its form, a copy, its end."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actieplannen.enums import Planstatus, Voortgang
from actieplannen.forms.acties import ActieForm
from actieplannen.forms.actiestukken import KopieForm
from actieplannen.models import Actie, Doelstelling
from actieplannen.selectors import actieblad
from actieplannen.services import acties as services
from actieplannen.services.rechten import mag_actie_bewerken, mag_actie_lezen, mag_actie_opvolgen, trekt
from actieplannen.services.wijzigen import NIET_TE_WIJZIGEN
from actieplannen.views.actieblokken import blokken
from actieplannen.views.botsing import Bewerking, bewerkpagina
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.pagina import formulierpagina
from regie.core.permissions import Recht

PAGINA = "actieplannen:actie"
FORMULIER = "actieplannen/actie_formulier.html"
TEKSTEN = (("titel", "Actie"), ("omschrijving", "Wat we doen en waarom"), ("risicos", "Risico's"))


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def actie(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    gevonden = haal(planactie_id)
    plan, vandaag = gevonden.doelstelling.plan, timezone.localdate()
    context = {
        "actie": gevonden,
        "plan": plan,
        "vandaag": vandaag,
        **rechten(request, gevonden),
        **blokken(gevonden, door=request.toegang, vandaag=vandaag),
    }
    return render(request, "actieplannen/actie.html", context)


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def actie_historiek(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    gevonden = haal(planactie_id)
    context = {"actie": gevonden, "items": actieblad.historiek_van(gevonden)}
    return render(request, "actieplannen/actie_historiek.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def actie_toevoegen(request: GebiedRequest, doelstelling_id: UUID) -> HttpResponse:
    """`?prioriteit=` comes from the meter of the regierol: what is missing there is started here."""
    doelstelling = get_object_or_404(Doelstelling.objects.select_related("plan"), pk=doelstelling_id)
    vandaag = timezone.localdate()
    begin = {naam: request.GET[naam] for naam in ("prioriteit",) if naam in request.GET}
    form = ActieForm(request.POST or None, plan=doelstelling.plan, vandaag=vandaag, initial=begin)
    if "meer" in request.POST:
        form.zonder_oordeel()
    return formulierpagina(
        request,
        form,
        titel="Actie aan het plan toevoegen",
        knop="Actie bewaren",
        gelukt="De actie staat in het plan.",
        terug=(gebied_url("actieplannen:plan", doelstelling.plan_id), doelstelling.plan.titel),
        naar=lambda nieuw: gebied_url(PAGINA, nieuw.pk),
        template=FORMULIER,
        meer={"doelstelling": doelstelling},
        dienst=lambda: _met_melding(
            request,
            services.actie_toevoegen(
                doelstelling=doelstelling,
                gegevens=form.gegevens(),
                door=request.toegang,
                vandaag=vandaag,
                reden=form.reden,
            ),
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.ACTIE_BEWERKEN)
def actie_bijwerken(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    gevonden = actieblad.acties().filter(pk=planactie_id).first()
    if gevonden is None:
        return _weg(request)
    if not mag_actie_bewerken(gevonden, request.toegang):
        raise PermissionDenied
    vandaag = timezone.localdate()

    def maak(rij: Actie, data: QueryDict | None) -> ActieForm:
        return ActieForm(data, plan=rij.doelstelling.plan, vandaag=vandaag, actie=rij)

    def bewaar(form: ActieForm) -> Actie:
        bewaard = services.actie_bijwerken(
            actie=gevonden,
            gegevens=form.gegevens(),
            versie=form.cleaned_data["versie"],
            door=request.toegang,
            reden=form.reden,
        )
        return _met_melding(request, bewaard)

    bewerking = Bewerking(
        rij=lambda: haal(planactie_id),
        maak=maak,
        bewaar=bewaar,
        titel="Actie van het plan bewerken",
        knop="Bewaren",
        gelukt="De actie is bewaard.",
        terug=(gebied_url(PAGINA, gevonden.pk), gevonden.titel),
        template=FORMULIER,
    )
    return bewerkpagina(request, bewerking)


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def actie_kopieren(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    gevonden = haal(planactie_id)
    form = KopieForm(
        request.POST or None,
        plan=gevonden.doelstelling.plan,
        initial={"titel": f"Kopie van {gevonden.titel}"[:200]},
    )
    return formulierpagina(
        request,
        form,
        titel="Actie kopiëren",
        knop="Kopie maken",
        uitleg="Tekst, prioriteit, gemeenten, trekker, partners en periode gaan mee. "
        "Bedragen, indicatoren, standen en bewijs niet.",
        gelukt="De kopie staat in het plan. Pas ze hier aan.",
        terug=(gebied_url(PAGINA, gevonden.pk), gevonden.titel),
        naar=lambda kopie: gebied_url("actieplannen:actie_bijwerken", kopie.pk),
        dienst=lambda: services.actie_kopieren(
            actie=gevonden,
            titel=form.cleaned_data["titel"],
            door=request.toegang,
            vandaag=timezone.localdate(),
            reden=form.reden,
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PLAN_BEWERKEN)
def actie_wissen(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    """What goes with it, in words; what has to stay can be stopped instead."""
    gevonden = haal(planactie_id)
    plan = gevonden.doelstelling.plan
    if request.method == "POST":
        gewist = doe(
            request,
            lambda: services.actie_wissen(actie=gevonden, door=request.toegang, vandaag=timezone.localdate()),
            "De actie is gewist.",
        )
        return redirect(gebied_url("actieplannen:plan", plan.pk) if gewist else gebied_url(PAGINA, gevonden.pk))
    mee = actieblad.wat_mee_weggaat(gevonden)
    context = {
        "actie": gevonden,
        "waarom_niet": services.waarom_niet_wissen(gevonden, plan, request.toegang),
        "gevolgen": [
            "De actie verdwijnt uit het plan.",
            f"Dit verdwijnt mee: {', '.join(mee)}." if mee else "Er hangt nog niets aan deze actie vast.",
            "Dit kan je niet ongedaan maken.",
        ],
        "te_stoppen": gevonden.voortgang != Voortgang.GESTOPT and mag_actie_opvolgen(gevonden, request.toegang),
    }
    return render(request, "actieplannen/actie_wissen.html", context)


@require_POST
@require(Recht.ACTIE_OPVOLGEN)
def voortgang(request: GebiedRequest, planactie_id: UUID) -> HttpResponse:
    """`voortgang` comes with the form, or in the address that undoes."""
    gevonden = haal_opvolgbaar(request, planactie_id)
    nieuw, vorig = request.POST.get("voortgang") or request.GET.get("voortgang", ""), gevonden.voortgang
    adres = gebied_url("actieplannen:voortgang", gevonden.pk)
    doe(
        request,
        lambda: services.voortgang_zetten(
            actie=gevonden, voortgang=nieuw, door=request.toegang, vandaag=timezone.localdate()
        ),
        f"De actie staat op '{Voortgang(nieuw).label}'." if nieuw in Voortgang.values else "",
        ongedaan=f"{adres}?voortgang={vorig}",
    )
    return redirect(terug_naar(request, gevonden))


def _weg(request: GebiedRequest) -> HttpResponse:
    """There is no such action. What somebody typed in it meanwhile is shown once more, to take along."""
    teksten = [(label, request.POST.get(naam, "").strip()) for naam, label in TEKSTEN]
    context = {"teksten": [(label, tekst) for label, tekst in teksten if tekst]}
    if not context["teksten"]:
        raise Http404
    return render(request, "actieplannen/actie_weg.html", context, status=404)


def haal(planactie_id: UUID) -> Actie:
    return get_object_or_404(actieblad.acties(), pk=planactie_id)


def haal_opvolgbaar(request: GebiedRequest, planactie_id: UUID) -> Actie:
    """Somebody else's action does not exist for a partner; who may read it, is told that it is not theirs."""
    gevonden = haal(planactie_id)
    if not mag_actie_lezen(gevonden, request.toegang):
        raise Http404
    if not mag_actie_opvolgen(gevonden, request.toegang):
        raise PermissionDenied
    return gevonden


def terug_naar(request: GebiedRequest, gevonden: Actie) -> str:
    """The page one came from: the own page of a trekker, or the page of the action."""
    mijn = "mijn" in request.POST or "mijn" in request.GET or not request.toegang.mag(Recht.PLAN_BEKIJKEN)
    return gebied_url("actieplannen:mijn_actie" if mijn else PAGINA, gevonden.pk)


def rechten(request: GebiedRequest, gevonden: Actie) -> dict[str, Any]:
    """Which buttons the page shows: by who asks, and by where the plan is."""
    door, status = request.toegang, gevonden.doelstelling.plan.status
    open_plan = status not in NIET_TE_WIJZIGEN
    return {
        "mag_bewerken": open_plan and mag_actie_bewerken(gevonden, door),
        "mag_plan": open_plan and door.mag(Recht.PLAN_BEWERKEN),
        "mag_opvolgen": status != Planstatus.VERANTWOORD and mag_actie_opvolgen(gevonden, door),
        "trekt_zelf": trekt(gevonden, door),
        "lid_van": door.lid_van,
        "leest_plan": door.mag(Recht.PLAN_BEKIJKEN),
        "voortgangen": [stap for stap in Voortgang if stap != gevonden.voortgang],
    }


def _met_melding(request: GebiedRequest, bewaard: Actie) -> Actie:
    zin = actieblad.buiten_jaar(bewaard, bewaard.doelstelling.plan.jaar)
    if zin:
        messages.warning(request, f"{zin} Dat mag. Klopt het niet, pas dan de periode aan.")
    return bewaard
