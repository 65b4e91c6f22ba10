"""The result of a scan with its advice: for the organisatie, and for the region once it is shared."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from partners.enums import Scanstatus
from partners.models import Scan, Scanactie
from partners.pdf import adviesrapport
from partners.selectors import scan as selectors
from partners.selectors.scanresultaat import scanresultaat
from partners.services import scan as services
from partners.views.scan import haal_scan, naar_scan
from regie.core.excel import als_download
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht

PDF = "application/pdf"
GEVOLGEN = (
    "Iedereen met toegang tot de partners van dit gebied kan de scores, de niveaus en het advies lezen en afdrukken.",
    "Niemand ziet wie antwoordde of wat iemand antwoordde. Ook jullie plan en jullie notities blijven binnen.",
    "Je kunt het delen altijd intrekken. Wat iemand al las of afdrukte, haal je niet terug.",
)


@require_safe
@require(Recht.SCAN_INVULLEN)
def resultaat(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan = haal_scan(request, scan_id)
    if scan.status != Scanstatus.AFGEROND:
        return redirect(gebied_url("partners:scan_beheer", scan.pk))
    context = {
        "r": scanresultaat(scan),
        "eigen": True,
        "in_plan": set(Scanactie.objects.filter(scan=scan).values_list("voorstel", flat=True)),
        "terug_url": naar_scan(scan.eigenaar_id),
    }
    return render(request, "partners/scan/resultaat.html", context)


@require_safe
@require(Recht.PARTNER_BEKIJKEN)
def gedeeld(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    """What another organisatie shared."""
    scan = get_object_or_404(selectors.gedeelde_scans(), pk=scan_id)
    context = {"r": scanresultaat(scan), "eigen": False, "terug_url": gebied_url("rapportage:scans")}
    return render(request, "partners/scan/resultaat.html", context)


@require_safe
@require(Recht.SCAN_INVULLEN)
def resultaat_pdf(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan = haal_scan(request, scan_id)
    if scan.status != Scanstatus.AFGEROND:
        return redirect(gebied_url("partners:scan_beheer", scan.pk))
    return _pdf(scan)


@require_safe
@require(Recht.PARTNER_BEKIJKEN)
def gedeeld_pdf(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    return _pdf(get_object_or_404(selectors.gedeelde_scans(), pk=scan_id))


def _pdf(scan: Scan) -> HttpResponse:
    inhoud = adviesrapport(scanresultaat(scan), vandaag=timezone.localdate())
    return als_download(inhoud, bestandsnaam=f"adviesrapport-scan-{scan.afgerond_op:%Y-%m-%d}.pdf", soort=PDF)


@require_http_methods(["GET", "POST"])
@require(Recht.SCAN_INVULLEN)
def delen(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan = haal_scan(request, scan_id)
    if request.method == "POST":
        return _zet_delen(request, scan, aan=True)
    return _bevestig(request, scan, titel="Resultaat delen met de regio", knop="Delen", gevolgen=GEVOLGEN)


@require_http_methods(["GET", "POST"])
@require(Recht.SCAN_INVULLEN)
def delen_intrekken(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan = haal_scan(request, scan_id)
    if request.method == "POST":
        return _zet_delen(request, scan, aan=False)
    gevolgen = (
        "Vanaf nu ziet niemand buiten je organisatie dit resultaat nog.",
        "Wat iemand al las of afdrukte, haal je niet terug.",
        "Je kunt het later opnieuw delen.",
    )
    return _bevestig(request, scan, titel="Delen intrekken", knop="Intrekken", gevolgen=gevolgen)


def _bevestig(request: GebiedRequest, scan: Scan, *, titel: str, knop: str, gevolgen: tuple[str, ...]) -> HttpResponse:
    context = {
        "scan": scan,
        "titel": titel,
        "knop": knop,
        "gevolgen": gevolgen,
        "terug_url": gebied_url("partners:scan_resultaat", scan.pk),
    }
    return render(request, "partners/scan/bevestigen.html", context)


def _zet_delen(request: GebiedRequest, scan: Scan, *, aan: bool) -> HttpResponse:
    try:
        if aan:
            services.scan_delen(scan=scan, door=request.toegang, vandaag=timezone.localdate())
        else:
            services.scan_delen_intrekken(scan=scan, door=request.toegang)
    except DomainError as fout:
        messages.error(request, str(fout))
    else:
        messages.success(
            request, "Het resultaat is gedeeld met de regio." if aan else "Het resultaat is weer van jullie alleen."
        )
    return redirect(gebied_url("partners:scan_resultaat", scan.pk))
