"""The scan of the own organisatie: where it stands, starting one, leading it, closing it."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.enums import Scanstatus
from partners.forms.scan import BelangForm, ScanStartenForm
from partners.models import Scan
from partners.selectors import scan as selectors
from partners.selectors.scanblad import scanblad
from partners.services import scan as services
from partners.services import scandeelnemers
from regie.accounts.models import User
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.models import Organisatie
from regie.core.parameters import treden, waarde
from regie.core.permissions import Recht


def haal_scan(request: GebiedRequest, scan_id: UUID) -> Scan:
    return get_object_or_404(selectors.eigen_scans(request.toegang), pk=scan_id)


def naar_scan(organisatie_id: int) -> str:
    return f"{gebied_url('partners:scan')}?organisatie={organisatie_id}"


def doe_en_naar(
    request: GebiedRequest,
    opdracht: Callable[[], object],
    *,
    klaar: str,
    naar: str,
    ongedaan: str = "",
) -> HttpResponse:
    """One button, and on to a page."""
    doe(request, opdracht, klaar, ongedaan=ongedaan)
    return redirect(naar)


def mijn_naam(request: GebiedRequest) -> str:
    assert isinstance(request.user, User)  # noqa: S101  # a page of a gebied is never anonymous
    return request.user.get_full_name() or request.user.email


def eigen_organisatie(request: GebiedRequest) -> tuple[Organisatie, list[Organisatie]]:
    """The one asked for, else the first; and all of them."""
    alle = selectors.eigen_organisaties(request.toegang)
    gevraagd = request.GET.get("organisatie", "")
    return next((o for o in alle if str(o.pk) == gevraagd), alle[0]), alle


@require_safe
@require(Recht.SCAN_INVULLEN)
def start(request: GebiedRequest) -> HttpResponse:
    organisatie, alle = eigen_organisatie(request)
    blad = scanblad(organisatie.pk, user_id=request.toegang.user_id, vandaag=timezone.localdate())
    context = {
        "blad": blad,
        "organisatie": organisatie,
        "organisaties": alle,
        "vandaag": timezone.localdate(),
        "te_laat": f"{blad.acties_te_laat} te laat",
        "plan_url": f"{gebied_url('partners:scanplan')}?organisatie={organisatie.pk}",
    }
    return render(request, "partners/scan/start.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.SCAN_INVULLEN)
def starten(request: GebiedRequest) -> HttpResponse:
    organisatie, _ = eigen_organisatie(request)
    vandaag = timezone.localdate()
    vorige = selectors.eigen_scans(request.toegang).filter(eigenaar=organisatie, status=Scanstatus.AFGEROND).exists()
    tot = vandaag + timedelta(days=int(waarde("scan_antwoordtermijn", op=vandaag)))
    form = ScanStartenForm(request.POST or None, met_vorige=vorige, initial={"antwoorden_tot": tot})
    gestart: list[Scan] = []

    def begin() -> None:
        scan = services.scan_starten(
            organisatie=organisatie,
            naam=mijn_naam(request),
            antwoorden_tot=form.cleaned_data["antwoorden_tot"],
            door=request.toegang,
            vandaag=vandaag,
        )
        if form.cleaned_data.get("opnieuw"):
            scandeelnemers.deelnemers_opnieuw_vragen(scan=scan, door=request.toegang, vandaag=vandaag)
        gestart.append(scan)

    if gelukt(form, begin):
        messages.success(request, "De scan is gestart. Vraag je collega's, of vul ze meteen zelf in.")
        return redirect(gebied_url("partners:scan_beheer", gestart[0].pk))
    context = {
        "form": form,
        "titel": "Scan herhalen" if vorige else "Scan starten",
        "knop": "Scan starten",
        "organisatie": organisatie,
        "uitleg": "Twintig stellingen, tien minuten per persoon. Jij trekt de scan en antwoordt ook zelf; daarna kun "
        "je collega's en mensen van buiten vragen. Niemand ziet wie wat antwoordde.",
        "terug_url": naar_scan(organisatie.pk),
        "terug_label": "Scan",
    }
    return render(request, "layout/formulier.html", context, status=422 if form.errors else 200)


@require_safe
@require(Recht.SCAN_INVULLEN)
def beheer(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan = haal_scan(request, scan_id)
    if scan.status == Scanstatus.AFGEROND:
        return redirect(gebied_url("partners:scan_resultaat", scan.pk))
    deelnemers = selectors.deelnemers(scan)
    context = {
        "scan": scan,
        "deelnemers": deelnemers,
        "verstuurd": sum(1 for d in deelnemers if d.ingediend_op),
        "trekt": any(d.is_trekker and d.user_id == request.toegang.user_id for d in deelnemers),
        "trekker": next((d.naam for d in deelnemers if d.is_trekker), "niemand"),
        "ik": next((d for d in deelnemers if d.user_id == request.toegang.user_id), None),
        "belang": BelangForm(belang=scan.belang),
        "terug_url": naar_scan(scan.eigenaar_id),
        "vandaag": timezone.localdate(),
        "herinneringen": [str(dagen) for _, dagen in treden("scan_herinnering", op=timezone.localdate())],
    }
    return render(request, "partners/scan/beheer.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.SCAN_INVULLEN)
def belang(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan = haal_scan(request, scan_id)
    form = BelangForm(request.POST or None, belang=scan.belang)
    if gelukt(form, lambda: services.belang_zetten(scan=scan, belang=form.belang(), door=request.toegang)):
        messages.success(request, "Het belang is bewaard.")
        return redirect(gebied_url("partners:scan_beheer", scan.pk))
    context = {"form": form, "scan": scan, "terug_url": gebied_url("partners:scan_beheer", scan.pk)}
    return render(request, "partners/scan/belang.html", context, status=422 if form.errors else 200)


@require_POST
@require(Recht.SCAN_INVULLEN)
def afronden(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan = haal_scan(request, scan_id)
    return doe_en_naar(
        request,
        lambda: services.scan_afronden(
            scan=scan, door=request.toegang, vandaag=timezone.localdate(), nu=timezone.now()
        ),
        klaar="De scan is afgerond. Dit is jullie resultaat.",
        naar=gebied_url("partners:scan_beheer", scan.pk),
        ongedaan=gebied_url("partners:scan_heropenen", scan.pk),
    )


@require_POST
@require(Recht.SCAN_INVULLEN)
def heropenen(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan = haal_scan(request, scan_id)
    return doe_en_naar(
        request,
        lambda: services.scan_heropenen(scan=scan, door=request.toegang),
        klaar="De scan staat weer open. Links die gestopt zijn, stuur je opnieuw.",
        naar=gebied_url("partners:scan_beheer", scan.pk),
    )


@require_POST
@require(Recht.SCAN_INVULLEN)
def stoppen(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan = haal_scan(request, scan_id)
    return doe_en_naar(
        request,
        lambda: services.scan_stoppen(scan=scan, door=request.toegang, nu=timezone.now()),
        klaar="De scan is gestopt, zonder resultaat.",
        naar=naar_scan(scan.eigenaar_id),
        ongedaan=gebied_url("partners:scan_hervatten", scan.pk),
    )


@require_POST
@require(Recht.SCAN_INVULLEN)
def hervatten(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan = haal_scan(request, scan_id)
    return doe_en_naar(
        request,
        lambda: services.scan_hervatten(scan=scan, door=request.toegang),
        klaar="De scan loopt weer.",
        naar=gebied_url("partners:scan_beheer", scan.pk),
    )


@require_POST
@require(Recht.SCAN_INVULLEN)
def overnemen(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan = haal_scan(request, scan_id)
    return doe_en_naar(
        request,
        lambda: services.scan_overnemen(
            scan=scan, naam=mijn_naam(request), door=request.toegang, vandaag=timezone.localdate()
        ),
        klaar="Jij trekt nu de scan.",
        naar=gebied_url("partners:scan_beheer", scan.pk),
    )
