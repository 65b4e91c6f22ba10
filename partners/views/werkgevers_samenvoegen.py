"""Two cards that turn out to be one employer: find the other one, read what happens, and do it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from partners import selectors
from partners.forms import BevestigForm
from partners.services.werkgevers_samenvoegen import bezwaren_tegen_samenvoegen, werkgevers_samenvoegen
from partners.views.werkgevers import haal, naar_kaart
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht


@require_safe
@require(Recht.WERKGEVER_BEWERKEN)
def samenvoegen_zoeken(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    """Cards that look like this one; or what is looked for."""
    werkgever, zoek = haal(werkgever_id), request.GET.get("zoek", "").strip()
    context = {
        "werkgever": werkgever,
        "zoek": zoek,
        "anderen": selectors.mogelijk_dezelfde(werkgever, zoek),
        "terug_url": naar_kaart(werkgever),
    }
    return render(request, "partners/werkgevers/samenvoegen_zoeken.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def samenvoegen(request: GebiedRequest, werkgever_id: UUID, verdwijnt_id: UUID) -> HttpResponse:
    blijft, verdwijnt = haal(werkgever_id), haal(verdwijnt_id)
    form = BevestigForm(request.POST if request.method == "POST" else None)
    wie: dict[str, Any] = {
        "blijft": blijft,
        "verdwijnt": verdwijnt,
        "door": request.toegang,
        "vandaag": timezone.localdate(),
    }
    if gelukt(form, lambda: werkgevers_samenvoegen(**wie)):
        messages.success(request, "De twee kaarten zijn één kaart.")
        return redirect(naar_kaart(blijft))
    context = {
        "blijft": blijft,
        "verdwijnt": verdwijnt,
        "form": form,
        "bezwaren": bezwaren_tegen_samenvoegen(blijft, verdwijnt),
        "gevolgen": selectors.gevolgen_samenvoegen(blijft, verdwijnt),
        "terug_url": naar_kaart(blijft),
    }
    return render(request, "partners/werkgevers/samenvoegen.html", context, status=422 if form.errors else 200)
