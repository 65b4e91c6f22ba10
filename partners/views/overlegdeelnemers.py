"""Who takes part in a meeting: asked, there or not, and mailed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from partners.enums import Aanwezigheid
from partners.forms.overleg import DeelnemerForm
from partners.models import Deelnemer
from partners.selectors.deelnemers import kandidaten
from partners.services import overleg as services
from partners.views.overleg import doe_en_terug, haal_eigen, naar
from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def deelnemer_toevoegen(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden = haal_eigen(request, overleg_id)
    form = DeelnemerForm(request.POST, kandidaten=kandidaten(timezone.localdate()))
    if not form.is_valid():
        messages.error(request, "Kies eerst wie je wilt toevoegen.")
        return redirect(naar(gevonden, "#deelnemers"))
    wie = form.kandidaat()
    return doe_en_terug(
        request,
        gevonden,
        lambda: services.deelnemer_toevoegen(overleg=gevonden, kandidaat=wie, door=request.toegang),
        f"{wie.naam} staat op de lijst.",
        "#deelnemers",
    )


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def deelnemers_overnemen(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden = haal_eigen(request, overleg_id)
    return doe_en_terug(
        request,
        gevonden,
        lambda: services.deelnemers_van_partnerschap(
            overleg=gevonden, door=request.toegang, vandaag=timezone.localdate()
        ),
        "De contactpersonen van de partners staan op de lijst.",
        "#deelnemers",
    )


def _haal_deelnemer(request: GebiedRequest, deelnemer_id: UUID) -> Deelnemer:
    deelnemer = get_object_or_404(Deelnemer.objects.select_related("overleg__eigenaar"), pk=deelnemer_id)
    if deelnemer.eigenaar_id not in request.toegang.lid_van:
        raise Http404
    return deelnemer


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def deelnemer_wissen(request: GebiedRequest, deelnemer_id: UUID) -> HttpResponse:
    deelnemer = _haal_deelnemer(request, deelnemer_id)
    return doe_en_terug(
        request,
        deelnemer.overleg,
        lambda: services.deelnemer_wissen(deelnemer=deelnemer, door=request.toegang),
        f"{deelnemer.naam} staat niet meer op de lijst.",
        "#deelnemers",
    )


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def deelnemer_aanwezigheid(request: GebiedRequest, deelnemer_id: UUID) -> HttpResponse:
    deelnemer = _haal_deelnemer(request, deelnemer_id)
    keuze = request.POST.get("aanwezigheid", "")
    if keuze not in Aanwezigheid.values:
        messages.error(request, "Kies een aanwezigheid uit de lijst.")
        return redirect(naar(deelnemer.overleg, "#deelnemers"))
    return doe_en_terug(
        request,
        deelnemer.overleg,
        lambda: services.aanwezigheid_zetten(deelnemer=deelnemer, aanwezigheid=keuze, door=request.toegang),
        f"{deelnemer.naam} staat op {Aanwezigheid(keuze).label}.",
        "#deelnemers",
    )


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def deelnemer_mailen(request: GebiedRequest, deelnemer_id: UUID) -> HttpResponse:
    deelnemer = _haal_deelnemer(request, deelnemer_id)
    return doe_en_terug(
        request,
        deelnemer.overleg,
        lambda: services.opnieuw_mailen(deelnemer=deelnemer, door=request.toegang),
        f"De mail aan {deelnemer.naam} wordt opnieuw verstuurd.",
        "#deelnemers",
    )


# --- on paper and in calendars ---------------------------------------------------------------------------------------
