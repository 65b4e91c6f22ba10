"""What an organisatie hears at an employer: drempels and satisfaction."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from partners import services
from partners.forms import DrempelForm, TevredenheidForm
from partners.models import Tevredenheid, WerkgeverDrempel
from partners.selectors.contact import eigen_organisaties
from partners.services import DrempelGegevens, TevredenheidGegevens
from partners.views.formulier import formulierpagina
from partners.views.werkgevers import haal, naar_kaart, terug_naar
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def drempel_toevoegen(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    werkgever = haal(werkgever_id)
    form = DrempelForm(request.POST or None, organisaties=list(eigen_organisaties(request.toegang.lid_van)))
    return formulierpagina(
        request,
        form,
        titel="Drempel van de werkgever noteren",
        knop="Drempel noteren",
        gelukt="De drempel is genoteerd.",
        uitleg="Wat belet deze werkgever om mensen met een afstand tot de arbeidsmarkt aan te werven?",
        doel=lambda _: naar_kaart(werkgever),
        terug=terug_naar(werkgever),
        dienst=lambda: services.drempel_toevoegen(
            werkgever=werkgever,
            organisatie=form.namens(),
            gegevens=DrempelGegevens(**form.gegevens()),
            vandaag=timezone.localdate(),
            door=request.toegang,
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def drempel_bijwerken(request: GebiedRequest, werkgeverdrempel_id: UUID) -> HttpResponse:
    drempel = _eigen_drempel(request, werkgeverdrempel_id)
    begin = {"soort": drempel.soort, "toelichting": drempel.toelichting, "gedeeld": drempel.gedeeld}
    form = DrempelForm(request.POST or None, organisaties=[drempel.eigenaar], initial=begin)
    return formulierpagina(
        request,
        form,
        titel="Drempel van de werkgever bewerken",
        knop="Bewaren",
        gelukt="De drempel is bewaard.",
        doel=lambda _: naar_kaart(drempel.werkgever),
        terug=terug_naar(drempel.werkgever),
        dienst=lambda: services.drempel_bijwerken(
            drempel=drempel, gegevens=DrempelGegevens(**form.gegevens()), door=request.toegang
        ),
    )


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def drempel_oplossen(request: GebiedRequest, werkgeverdrempel_id: UUID) -> HttpResponse:
    drempel = _eigen_drempel(request, werkgeverdrempel_id)
    services.drempel_oplossen(drempel=drempel, vandaag=timezone.localdate(), door=request.toegang)
    ongedaan = gebied_url("werkgevers:drempel_heropenen", drempel.pk)
    messages.success(request, "De drempel is opgelost.", extra_tags=f"ongedaan={ongedaan}")
    return redirect(naar_kaart(drempel.werkgever))


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def drempel_heropenen(request: GebiedRequest, werkgeverdrempel_id: UUID) -> HttpResponse:
    drempel = _eigen_drempel(request, werkgeverdrempel_id)
    services.drempel_heropenen(drempel=drempel, door=request.toegang)
    messages.success(request, "De drempel staat weer open.")
    return redirect(naar_kaart(drempel.werkgever))


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def tevredenheid_noteren(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    werkgever, vandaag = haal(werkgever_id), timezone.localdate()
    form = TevredenheidForm(
        request.POST or None,
        organisaties=list(eigen_organisaties(request.toegang.lid_van)),
        initial={"datum": vandaag},
    )
    return formulierpagina(
        request,
        form,
        titel="Tevredenheid noteren",
        knop="Tevredenheid noteren",
        gelukt="De tevredenheid is genoteerd.",
        doel=lambda _: naar_kaart(werkgever),
        terug=terug_naar(werkgever),
        dienst=lambda: services.tevredenheid_noteren(
            werkgever=werkgever,
            organisatie=form.namens(),
            gegevens=TevredenheidGegevens(**form.gegevens()),
            vandaag=vandaag,
            door=request.toegang,
        ),
    )


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def tevredenheid_wissen(request: GebiedRequest, tevredenheid_id: UUID) -> HttpResponse:
    tevredenheid = get_object_or_404(Tevredenheid.objects.select_related("werkgever"), pk=tevredenheid_id)
    if tevredenheid.organisatie_id not in request.toegang.lid_van:
        raise Http404
    services.tevredenheid_wissen(tevredenheid=tevredenheid, door=request.toegang)
    messages.success(request, "De score is gewist.")
    return redirect(naar_kaart(tevredenheid.werkgever))


def _eigen_drempel(request: GebiedRequest, werkgeverdrempel_id: UUID) -> WerkgeverDrempel:
    """Of an organisatie of the reader: who may only read what was shared, changes nothing."""
    drempels = WerkgeverDrempel.objects.filter(eigenaar__in=request.toegang.lid_van)
    return get_object_or_404(drempels.select_related("werkgever", "eigenaar"), pk=werkgeverdrempel_id)
