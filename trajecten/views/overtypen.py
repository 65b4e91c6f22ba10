"""A dossier in the order of MLP or NovaPrima, to type over."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.permissions import Recht
from trajecten.regels.documenten import Overtypsysteem
from trajecten.regels.overtypen import VOLGORDE
from trajecten.selectors import overtypen as selectors
from trajecten.services import overtypen as services
from trajecten.views.client import haal_client, kader


@require_safe
@require(Recht.TRAJECT_BEWERKEN)
def lijst(request: GebiedRequest) -> HttpResponse:
    """Dossiers that MLP or NovaPrima does not know as they are here."""
    heel_team = request.GET.get("wie") == "team"
    regels = selectors.achterstand(user_id=None if heel_team else request.toegang.user_id)
    systeem = request.GET.get("systeem", "")
    tabs = [
        {"label": label, "url": f"?systeem={code}{'&wie=team' if heel_team else ''}", "actief": systeem == code}
        for code, label in (("", "Alles"), *((s.value, s.korte_naam) for s in Overtypsysteem))
    ]
    if systeem:
        regels = [regel for regel in regels if regel.systeem == systeem]
    context = {"regels": regels[:200], "aantal": len(regels), "tabs": tabs, "heel_team": heel_team, "systeem": systeem}
    return render(request, "trajecten/overtypen.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def blad(request: GebiedRequest, client_id: UUID, systeem: str) -> HttpResponse:
    if systeem.upper() not in Overtypsysteem.values:
        raise Http404
    een_systeem, een_client = Overtypsysteem(systeem.upper()), haal_client(client_id)
    if request.method == "POST":
        doe(
            request,
            lambda: services.overtypen_bevestigen(
                client=een_client,
                systeem=een_systeem,
                gezien=request.POST.get("gezien", ""),
                door=request.toegang,
                vandaag=timezone.localdate(),
            ),
            f"Genoteerd: overgetypt in {een_systeem.label}.",
        )
        return redirect(gebied_url("trajecten:overtypblad", een_client.pk, een_systeem.lower()))
    context = kader(request, een_client, "dossierstukken")
    context |= {
        "blad": selectors.overtypblad(een_client, een_systeem),
        "systeem": een_systeem,
        "andere": [s for s in Overtypsysteem if s != een_systeem],
        "volgorde": VOLGORDE,
    }
    return render(request, "trajecten/overtypblad.html", context)
