"""Files that may be about the same person: the list, two side by side, merging and undoing."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.core.exceptions import DomainError, DomainErrors
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services as basis
from trajecten.models import Client, Samenvoeging
from trajecten.selectors import samenvoegen as selectors
from trajecten.selectors.client import huidig_traject
from trajecten.services import samenvoegen as services
from trajecten.views.beheer import beheer_tabs


@require_safe
@require(Recht.TRAJECT_BEWERKEN)
def dubbele_dossiers(request: GebiedRequest) -> HttpResponse:
    paren = selectors.mogelijke_dubbels()
    context = {
        "paren": paren,
        "recent": selectors.recente_samenvoegingen(),
        "tabs": beheer_tabs(request, "dubbele_dossiers"),
    }
    return render(request, "trajecten/dubbele_dossiers.html", context)


def _haal_paar(een_id: UUID, ander_id: UUID) -> tuple[Client, Client]:
    rijen = Client.objects.select_related("gemeente").in_bulk([een_id, ander_id])
    if len(rijen) != 2:
        raise Http404
    return rijen[een_id], rijen[ander_id]


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def samenvoegen(request: GebiedRequest, client_id: UUID, andere_id: UUID) -> HttpResponse:
    """Two files side by side: which one stays, and per field whose value."""
    een, ander = _haal_paar(client_id, andere_id)
    fouten: list[str] = []
    if request.method == "POST":
        try:
            samenvoeging = services.dossiers_samenvoegen(
                behouden=een,
                opgenomen=ander,
                overnemen=[naam for naam in selectors.VELDEN if request.POST.get(naam) == "ander"],
                door=request.toegang,
                vandaag=timezone.localdate(),
            )
        except DomainErrors as fout:
            fouten = fout.meldingen
        except DomainError as fout:
            fouten = [str(fout)]
        else:
            terug = gebied_url("trajecten:samenvoeging_ongedaan", samenvoeging.pk)
            messages.success(request, "De dossiers zijn samengevoegd.", extra_tags=f"ongedaan={terug}")
            return redirect(gebied_url("trajecten:client", een.pk))
    for client in (een, ander):
        basis.client_lezen(client=client, pagina="samenvoegen", door=request.toegang)
    context = {
        "een": een,
        "ander": ander,
        "trajecten": [huidig_traject(een), huidig_traject(ander)],
        "verschillen": selectors.verschillen(een, ander),
        "bezwaren": fouten or selectors.bezwaren(een, ander),
        "inhoud_een": selectors.tellingen(een),
        "inhoud_ander": selectors.tellingen(ander),
        "gekozen": request.POST,
    }
    return render(request, "trajecten/samenvoegen.html", context, status=422 if fouten else 200)


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def andere_persoon(request: GebiedRequest, client_id: UUID, andere_id: UUID) -> HttpResponse:
    een, ander = _haal_paar(client_id, andere_id)
    basis.duplicaat_afwijzen(client=een, andere=ander, door=request.toegang)
    messages.success(request, "Genoteerd als twee personen. Dit paar komt niet meer in de lijst.")
    return redirect(gebied_url("trajecten:dubbele_dossiers"))


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def samenvoeging_ongedaan(request: GebiedRequest, samenvoeging_id: UUID) -> HttpResponse:
    if not Samenvoeging.objects.filter(pk=samenvoeging_id).exists():
        raise Http404
    try:
        samenvoeging, blijft = services.samenvoeging_ongedaan(
            samenvoeging_id=samenvoeging_id, door=request.toegang, vandaag=timezone.localdate()
        )
    except DomainError as fout:
        messages.error(request, str(fout))
        return redirect(gebied_url("trajecten:dubbele_dossiers"))
    messages.success(request, f"De samenvoeging is ongedaan gemaakt. {' '.join(blijft)}")
    return redirect(gebied_url("trajecten:client", samenvoeging.behouden_id))
