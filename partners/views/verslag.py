"""Writing the report of a meeting, its decisions and tasks, and planning the next one."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.enums import OverlegStatus
from partners.forms.overleg import TaakForm, TijdForm, VerslagForm
from partners.forms.partnerschap import BesluitFilterForm, BesluitForm
from partners.models import Overleg, Overlegtaak, Verslagontwerp
from partners.selectors import overleg as selectors
from partners.selectors.deelnemers import accounts_van_gebied
from partners.services import partnerschap as besluiten
from partners.services import verslag as services
from partners.services.partnerschap import BesluitGegevens
from partners.services.verslag import VolgendeGegevens
from partners.views.formulier import formulierpagina
from partners.views.overleg import haal_eigen, naar, overlegpagina
from regie.core.bewaren import bewaard_antwoord, wijzigingen_van
from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht

PER_PAGINA = 50


def _is_open(overleg: Overleg) -> bool:
    return overleg.status != OverlegStatus.AFGELAST and overleg.verslag_op is None


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def verslag(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    """Saved while somebody types; the button finishes it on the next page."""
    gevonden = haal_eigen(request, overleg_id)
    if "autobewaar" in request.POST:
        return _bewaar(request, gevonden)
    if not _is_open(gevonden):
        messages.info(request, "Dit verslag wijzig je niet meer.")
        return redirect(naar(gevonden))
    ontwerp = Verslagontwerp.objects.filter(overleg=gevonden).first()
    velden = {**services.verslagvelden(gevonden), **(ontwerp.ontwerp if ontwerp else {})}
    form = VerslagForm(
        request.POST or None,
        kaart=selectors.overleg_kaart(gevonden),
        velden=velden,
        initial={"versie": ontwerp.ontwerp_versie if ontwerp else 0},
    )
    if gelukt(
        form,
        lambda: services.verslag_overnemen(
            overleg=gevonden, velden=form.waarden(), versie=form.cleaned_data["versie"], door=request.toegang
        ),
    ):
        if "later" in request.POST:
            messages.success(request, "Het ontwerp is bewaard. Alleen jouw organisatie ziet het.")
            return redirect(naar(gevonden))
        return redirect(gebied_url("partners:verslag_afronden", gevonden.pk))
    context = {"overleg": gevonden, "form": form, "los": form.kaart.los}
    return render(request, "partners/overleg/verslag.html", context, status=422 if form.errors else 200)


def _bewaar(request: GebiedRequest, overleg: Overleg) -> HttpResponse:
    try:
        bewaard = services.verslag_bewaren(
            overleg=overleg, wijzigingen=wijzigingen_van(request.POST), door=request.toegang
        )
    except DomainError as fout:
        return JsonResponse({"melding": str(fout)}, status=409)
    return bewaard_antwoord(bewaard)


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def verslag_afronden(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden = haal_eigen(request, overleg_id)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if gelukt(
        form,
        lambda: services.verslag_afronden(overleg=gevonden, door=request.toegang, vandaag=timezone.localdate()),
    ):
        messages.success(request, "Het verslag is klaar en wordt gemaild.")
        return redirect(naar(gevonden))
    taken, deelnemers = gevonden.taken.count(), gevonden.deelnemers.count()
    context = {
        "overleg": gevonden,
        "form": form,
        "titel": "Verslag afronden",
        "knop": "Verslag afronden en mailen",
        "gevolgen": [
            f"{deelnemers} {'deelnemer krijgt' if deelnemers == 1 else 'deelnemers krijgen'} het verslag als PDF.",
            f"{taken} {'taak komt' if taken == 1 else 'taken komen'} in Opvolging bij wie ze moet doen.",
            "Het hele gebied leest het verslag en de besluiten.",
            "Daarna wijzig je de tekst niet meer. Een besluit of taak kun je nog toevoegen.",
        ],
        "terug_url": gebied_url("partners:verslag", gevonden.pk),
    }
    return render(request, "partners/overleg/bevestigen.html", context, status=422 if form.errors else 200)


# --- decisions and tasks ---------------------------------------------------------------------------------------------


def _punt(request: GebiedRequest, overleg: Overleg) -> UUID | None:
    """The item somebody came from, when it is one of this meeting."""
    try:
        gevraagd = UUID(request.GET.get("punt", ""))
    except ValueError:
        return None
    return gevraagd if overleg.agendapunten.filter(pk=gevraagd).exists() else None


def _terug(overleg: Overleg, punt: UUID | None) -> str:
    """Back to the report while it is being written, else to the meeting."""
    if _is_open(overleg) and overleg.datum <= timezone.localdate():
        return gebied_url("partners:verslag", overleg.pk) + (f"#punt-{punt}" if punt else "")
    return naar(overleg)


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def overleg_besluit_toevoegen(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden = haal_eigen(request, overleg_id)
    punt = _punt(request, gevonden)
    begin = {"datum": gevonden.datum, "genomen_door": gevonden.get_soort_display().capitalize()}
    form = BesluitForm(request.POST or None, initial=begin)
    return overlegpagina(
        request,
        gevonden,
        form,
        titel="Besluit van het overleg noteren",
        knop="Besluit noteren",
        gelukt="Het besluit is genoteerd.",
        terug=_terug(gevonden, punt),
        dienst=lambda: besluiten.besluit_noteren(
            overleg=gevonden,
            agendapunt_id=punt,
            gegevens=BesluitGegevens(**form.cleaned_data),
            door=request.toegang,
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def taak_toevoegen(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden, vandaag = haal_eigen(request, overleg_id), timezone.localdate()
    punt = _punt(request, gevonden)
    form = TaakForm(request.POST or None, accounts=accounts_van_gebied(vandaag), vandaag=vandaag)
    return overlegpagina(
        request,
        gevonden,
        form,
        titel="Taak toevoegen",
        knop="Taak toevoegen",
        gelukt="De taak is toegevoegd."
        if gevonden.verslag_op
        else "De taak is toegevoegd. Ze komt in Opvolging zodra het verslag klaar is.",
        terug=_terug(gevonden, punt),
        dienst=lambda: services.taak_toevoegen(
            overleg=gevonden, agendapunt_id=punt, gegevens=form.gegevens(), door=request.toegang
        ),
    )


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def taak_wissen(request: GebiedRequest, taak_id: UUID) -> HttpResponse:
    taak = get_object_or_404(Overlegtaak.objects.select_related("overleg__eigenaar"), pk=taak_id)
    if taak.eigenaar_id not in request.toegang.lid_van:
        raise Http404
    services.taak_wissen(taak=taak, door=request.toegang, vandaag=timezone.localdate())
    messages.success(request, "De taak is weg.")
    return redirect(_terug(taak.overleg, taak.agendapunt_id))


# --- the next meeting, and every decision ----------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def overleg_volgende(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden = haal_eigen(request, overleg_id)
    begin: dict[str, Any] = {"begin": gevonden.begin, "einde": gevonden.einde, "plaats": gevonden.plaats}
    form = TijdForm(request.POST or None, initial=begin)
    return formulierpagina(
        request,
        form,
        titel="Volgend overleg plannen",
        uitleg="Dezelfde deelnemers. Het verslag, de open taken en de punten die terugkomen, staan al op de agenda.",
        knop="Volgend overleg plannen",
        gelukt="Het volgende overleg is gepland. Kijk de agenda na en nodig daarna iedereen uit.",
        doel=naar,
        terug=(naar(gevonden), str(gevonden)),
        dienst=lambda: services.volgend_overleg(
            overleg=gevonden, gegevens=VolgendeGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def besluitenlijst(request: GebiedRequest) -> HttpResponse:
    form = BesluitFilterForm(request.GET)
    keuze = form.cleaned_data if form.is_valid() else {}
    rijen = selectors.besluiten_lijst(zoek=keuze.get("zoek", ""), status=keuze.get("status", ""), van=keuze.get("van"))
    context = {
        "pagina": Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina")),
        "form": form,
        "is_gefilterd": any(keuze.values()),
    }
    return render(request, "partners/overleg/besluiten.html", context)
