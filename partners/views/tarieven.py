"""The tariff table of the gebied: what gebruikers pay, exceptions of OCMW's, and what an indexation would do."""

from decimal import Decimal

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from partners import selectors, services
from partners.forms import IndexForm, TariefForm
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht


@require_safe
@require(Recht.PARTNER_BEKIJKEN)
def tarieven(request: GebiedRequest) -> HttpResponse:
    """The table of today; `?index=` shows what an indexation would make of it and keeps nothing."""
    form = IndexForm(request.GET or None)
    index = form.cleaned_data["index"] if form.is_valid() else None
    vandaag = timezone.localdate()
    context = {
        "tarieven": selectors.tarieven(op=vandaag, index=index or Decimal(0)),
        "form": form,
        "index": index,
        "op": vandaag,
        "mag_toevoegen": request.toegang.mag(Recht.TARIEF_BEWERKEN),
    }
    return render(request, "partners/tarieven.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.TARIEF_BEWERKEN)
def tarief_toevoegen(request: GebiedRequest) -> HttpResponse:
    """For the whole gebied by who runs it; an OCMW makes an exception for itself only."""
    hele_gebied = request.toegang.mag(Recht.PARTNER_BEWERKEN)
    ocmws = Organisatie.objects.van_gebied().ocmws().order_by("naam")
    if not hele_gebied:
        ocmws = ocmws.filter(pk__in=request.toegang.organisatie_ids)
    form = TariefForm(request.POST or None, ocmws=ocmws, hele_gebied=hele_gebied)

    def bewaar() -> None:
        gegevens = dict(form.cleaned_data)
        services.tarief_toevoegen(organisatie=gegevens.pop("voor"), **gegevens, door=request.toegang)

    if gelukt(form, bewaar):
        messages.success(request, "Het tarief is toegevoegd.")
        return redirect(gebied_url("partners:tarieven"))
    context = {
        "form": form,
        "titel": "Tarief toevoegen",
        "knop": "Tarief toevoegen",
        "terug_url": gebied_url("partners:tarieven"),
        "terug_label": "Tarieven",
    }
    return render(request, "partners/formulier.html", context, status=422 if form.errors else 200)
