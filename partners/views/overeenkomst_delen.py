"""What hangs on an agreement: parties with their signatures, figures, evaluations. One small form each."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from partners.forms.overeenkomsten import DoelForm, EvaluatieForm, PartijForm, PartijToevoegenForm
from partners.models import Contactpersoon, Evaluatieoverleg, Overeenkomst, Overeenkomstdoel, Overeenkomstpartij
from partners.services import overeenkomst_delen as services
from partners.views.formulier import formulierpagina
from partners.views.overeenkomsten import haal, pagina_van, partijen
from regie.core.http import GebiedRequest, doe, require
from regie.core.permissions import Recht


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def partij_toevoegen(request: GebiedRequest, overeenkomst_id: UUID) -> HttpResponse:
    overeenkomst = haal(overeenkomst_id)
    form = PartijToevoegenForm(
        request.POST or None, organisaties=partijen().exclude(overeenkomstpartijen__overeenkomst=overeenkomst)
    )
    return _deel(
        request,
        overeenkomst,
        form,
        titel="Partij toevoegen",
        knop="Partij toevoegen",
        gelukt="De partij is toegevoegd.",
        dienst=lambda: services.partij_toevoegen(overeenkomst=overeenkomst, **form.cleaned_data, **_wie(request)),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def partij_bijwerken(request: GebiedRequest, partij_id: UUID) -> HttpResponse:
    partij = _haal(Overeenkomstpartij, partij_id, "organisatie")
    contacten = Contactpersoon.objects.filter(organisatie=partij.organisatie_id, is_actief=True).order_by("naam")
    form = PartijForm(request.POST or None, contactpersonen=contacten, initial=_begin(partij, PartijForm))
    return _deel(
        request,
        partij.overeenkomst,
        form,
        titel=partij.organisatie.naam,
        knop="Bewaren",
        gelukt="De partij is bewaard.",
        dienst=lambda: services.partij_bijwerken(partij=partij, **form.cleaned_data, **_wie(request)),
    )


@require_POST
@require(Recht.OVEREENKOMST_BEWERKEN)
def partij_wissen(request: GebiedRequest, partij_id: UUID) -> HttpResponse:
    partij = _haal(Overeenkomstpartij, partij_id, "organisatie")
    return _weg(
        request,
        partij.overeenkomst,
        lambda: services.partij_wissen(partij=partij, **_wie(request)),
        "De partij is weg.",
    )


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def doel_toevoegen(request: GebiedRequest, overeenkomst_id: UUID) -> HttpResponse:
    return _doel(request, haal(overeenkomst_id), None)


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def doel_bijwerken(request: GebiedRequest, doel_id: UUID) -> HttpResponse:
    doel = _haal(Overeenkomstdoel, doel_id)
    return _doel(request, doel.overeenkomst, doel)


def _doel(request: GebiedRequest, overeenkomst: Overeenkomst, doel: Overeenkomstdoel | None) -> HttpResponse:
    form = DoelForm(request.POST or None, initial=_begin(doel, DoelForm))
    return _deel(
        request,
        overeenkomst,
        form,
        titel="Doel bewerken" if doel else "Doel toevoegen",
        knop="Bewaren",
        gelukt="Het doel is bewaard.",
        dienst=lambda: services.doel_bewaren(
            overeenkomst=overeenkomst, doel=doel, **form.cleaned_data, **_wie(request)
        ),
    )


@require_POST
@require(Recht.OVEREENKOMST_BEWERKEN)
def doel_wissen(request: GebiedRequest, doel_id: UUID) -> HttpResponse:
    doel = _haal(Overeenkomstdoel, doel_id)
    return _weg(
        request, doel.overeenkomst, lambda: services.doel_wissen(doel=doel, **_wie(request)), "Het doel is weg."
    )


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def evaluatie_toevoegen(request: GebiedRequest, overeenkomst_id: UUID) -> HttpResponse:
    return _evaluatie(request, haal(overeenkomst_id), None)


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def evaluatie_bijwerken(request: GebiedRequest, evaluatieoverleg_id: UUID) -> HttpResponse:
    evaluatie = _haal(Evaluatieoverleg, evaluatieoverleg_id)
    return _evaluatie(request, evaluatie.overeenkomst, evaluatie)


def _evaluatie(request: GebiedRequest, overeenkomst: Overeenkomst, evaluatie: Evaluatieoverleg | None) -> HttpResponse:
    form = EvaluatieForm(request.POST or None, initial=_begin(evaluatie, EvaluatieForm))
    return _deel(
        request,
        overeenkomst,
        form,
        titel="Evaluatie bewerken" if evaluatie else "Evaluatie plannen",
        knop="Bewaren",
        gelukt="De evaluatie is bewaard.",
        dienst=lambda: services.evaluatie_bewaren(
            overeenkomst=overeenkomst, evaluatie=evaluatie, **form.cleaned_data, **_wie(request)
        ),
    )


@require_POST
@require(Recht.OVEREENKOMST_BEWERKEN)
def evaluatie_wissen(request: GebiedRequest, evaluatieoverleg_id: UUID) -> HttpResponse:
    evaluatie = _haal(Evaluatieoverleg, evaluatieoverleg_id)
    return _weg(
        request,
        evaluatie.overeenkomst,
        lambda: services.evaluatie_wissen(evaluatie=evaluatie, **_wie(request)),
        "De evaluatie is weg.",
    )


def _haal(model: Any, pk: UUID, *ook: str) -> Any:
    return get_object_or_404(model.objects.select_related("overeenkomst__eigenaar", *ook), pk=pk)


def _begin(rij: Any, form: type[forms.Form]) -> dict[str, Any]:
    return {naam: getattr(rij, naam) for naam in form.base_fields} if rij else {}


def _wie(request: GebiedRequest) -> dict[str, Any]:
    return {"door": request.toegang, "vandaag": timezone.localdate()}


def _deel(request: GebiedRequest, overeenkomst: Overeenkomst, form: forms.Form, **rest: Any) -> HttpResponse:
    terug = (pagina_van(overeenkomst), overeenkomst.titel)
    return formulierpagina(request, form, terug=terug, doel=pagina_van, **rest)


def _weg(request: GebiedRequest, overeenkomst: Overeenkomst, dienst: Any, gelukt: str) -> HttpResponse:
    doe(request, dienst, gelukt)
    return redirect(pagina_van(overeenkomst))
