"""Who gets the voortgangsrapport by itself, how often and with which sections."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapportage import services
from rapportage.enums import Onderdeel, PeriodeSoort
from rapportage.forms import AbonnementForm
from rapportage.models import RapportAbonnement
from rapportage.selectors.archief import onderdelen_tekst
from rapportage.selectors.ontvangers import abonnementen_lijst, mogelijke_ontvangers, ontvanger_naam
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht


@require_safe
@require(Recht.RAPPORT_MAKEN)
def abonnementen(request: GebiedRequest) -> HttpResponse:
    rijen = [
        {"abonnement": a, "naam": ontvanger_naam(a), "onderdelen": onderdelen_tekst(a.onderdelen)}
        for a in abonnementen_lijst()
    ]
    return render(request, "rapportage/abonnementen.html", {"rijen": rijen})


@require_http_methods(["GET", "POST"])
@require(Recht.RAPPORT_MAKEN)
def abonnement_toevoegen(request: GebiedRequest) -> HttpResponse:
    begin = {
        "frequentie": PeriodeSoort.MAAND,
        "onderdelen": list(Onderdeel.values),
        "verzenddag": 3,
        "vanaf": timezone.localdate(),
    }
    return _bewaren(request, RapportAbonnement(), begin, "Het abonnement is bewaard.")


@require_http_methods(["GET", "POST"])
@require(Recht.RAPPORT_MAKEN)
def abonnement_bewerken(request: GebiedRequest, abonnement_id: UUID) -> HttpResponse:
    abonnement = get_object_or_404(RapportAbonnement, pk=abonnement_id)
    return _bewaren(request, abonnement, AbonnementForm.begin(abonnement), "Het abonnement is gewijzigd.")


def _bewaren(request: GebiedRequest, abonnement: RapportAbonnement, begin: dict, bericht: str) -> HttpResponse:
    ontvangers = mogelijke_ontvangers(timezone.localdate())
    form = AbonnementForm(request.POST or None, initial=begin, ontvangers=ontvangers)
    if form.is_valid():
        try:
            services.abonnement_bewaren(abonnement=abonnement, **form.voor_service(), door=request.toegang)
        except DomainError as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, bericht)
            return redirect(gebied_url("rapportage:abonnementen"))
    context = {"form": form, "is_nieuw": abonnement._state.adding}
    return render(request, "rapportage/abonnement.html", context, status=422 if form.errors else 200)


@require_POST
@require(Recht.RAPPORT_MAKEN)
def abonnement_stoppen(request: GebiedRequest, abonnement_id: UUID) -> HttpResponse:
    abonnement = get_object_or_404(RapportAbonnement, pk=abonnement_id)
    services.abonnement_stoppen(abonnement=abonnement, door=request.toegang)
    messages.success(request, "Het abonnement is gestopt. Wat al verstuurd is, blijft in het archief.")
    return redirect(gebied_url("rapportage:abonnementen"))
