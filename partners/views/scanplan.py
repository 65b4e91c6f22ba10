"""The plan after a scan: choose proposals, add an action, follow up."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.enums import Scanactiestatus, Scandimensie, Scanstatus
from partners.exports_scan import scanplan_werkboek
from partners.forms.scan import ActieForm, PlanForm
from partners.models import Scan, Scanactie
from partners.selectors import scan as selectors
from partners.selectors.scanplan import TOON, eigen_acties, scanplan
from partners.selectors.scanresultaat import scanresultaat
from partners.services import scanplan as services
from partners.views.formulier import formulierpagina
from partners.views.scan import doe_en_naar, eigen_organisatie, haal_scan
from regie.core.excel import als_download
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.parameters import waarde
from regie.core.permissions import Recht


def _naar_plan(organisatie_id: int) -> str:
    return f"{gebied_url('partners:scanplan')}?organisatie={organisatie_id}"


def _termijn(vandaag: date) -> date:
    return vandaag + timedelta(days=int(waarde("scan_actietermijn", op=vandaag)))


def _haal_actie(request: GebiedRequest, actie_id: UUID) -> Scanactie:
    return get_object_or_404(eigen_acties(request.toegang), pk=actie_id)


@require_safe
@require(Recht.SCAN_INVULLEN)
def plan(request: GebiedRequest) -> HttpResponse:
    organisatie, alle = eigen_organisatie(request)
    vandaag, toon = timezone.localdate(), request.GET.get("toon", "")
    acties = scanplan(request.toegang, organisatie_id=organisatie.pk, toon=toon, vandaag=vandaag)
    laatste = _laatste_scan(request, organisatie.pk)
    context = {
        "organisatie": organisatie,
        "organisaties": alle,
        "acties": acties,
        "toon": [(code, label, code == toon) for code, label in TOON],
        "scan": laatste,
        "vandaag": vandaag,
    }
    return render(request, "partners/scan/plan.html", context)


def _laatste_scan(request: GebiedRequest, organisatie_id: int) -> Scan | None:
    scans = selectors.eigen_scans(request.toegang).filter(eigenaar_id=organisatie_id, status=Scanstatus.AFGEROND)
    return scans.order_by("-afgerond_op", "-created_at").first()


@require_safe
@require(Recht.SCAN_INVULLEN)
def plan_excel(request: GebiedRequest) -> HttpResponse:
    organisatie, _ = eigen_organisatie(request)
    vandaag = timezone.localdate()
    acties = scanplan(request.toegang, organisatie_id=organisatie.pk, toon="alles", vandaag=vandaag)
    inhoud = scanplan_werkboek(acties, organisatie=organisatie.naam, vandaag=vandaag)
    return als_download(inhoud, bestandsnaam=f"actieplan-scan-{vandaag:%Y-%m-%d}.xlsx")


@require_http_methods(["GET", "POST"])
@require(Recht.SCAN_INVULLEN)
def plan_maken(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    """Chosen proposals of the advice become actions. Without a choice: those of the priorities."""
    scan, vandaag = haal_scan(request, scan_id), timezone.localdate()
    blad = scanresultaat(scan)
    al_gekozen = set(Scanactie.objects.filter(scan=scan).values_list("voorstel", flat=True))
    keuzes = [
        (v.code, f"{v.titel} ({d.naam})") for d in blad.prioriteiten for v in d.voorstellen if v.code not in al_gekozen
    ]
    begin = {
        "klaar_tegen": _termijn(vandaag),
        "wie": request.toegang.user_id,
        "voorstellen": [v.code for d in blad.dimensies if d.is_prioriteit for v in d.voorstellen],
    }
    form = PlanForm(
        request.POST or None,
        voorstellen=keuzes,
        collegas=selectors.collegas(scan.eigenaar_id, vandaag),
        initial=begin,
    )
    gemaakt: list[Scanactie] = []

    def maak() -> None:
        gegevens = dict(form.cleaned_data)
        codes = gegevens.pop("voorstellen")
        gemaakt.extend(services.plan_maken(scan=scan, codes=codes, **gegevens, door=request.toegang))

    if gelukt(form, maak):
        aantal = len(gemaakt)
        messages.success(request, f"{aantal} {'actie staat' if aantal == 1 else 'acties staan'} in het plan.")
        return redirect(_naar_plan(scan.eigenaar_id))
    context = {"form": form, "r": blad, "scan": scan, "terug_url": gebied_url("partners:scan_resultaat", scan.pk)}
    return render(request, "partners/scan/plan_maken.html", context, status=422 if form.errors else 200)


def _gegevens(form: ActieForm) -> services.ActieGegevens:
    return services.ActieGegevens(**form.cleaned_data)


def _formulier(request: GebiedRequest, form: ActieForm, *, organisatie_id: int, **anders: Any) -> HttpResponse:
    naar = _naar_plan(organisatie_id)
    return formulierpagina(request, form, doel=lambda _: naar, terug=(naar, "Actieplan"), **anders)


@require_http_methods(["GET", "POST"])
@require(Recht.SCAN_INVULLEN)
def actie_toevoegen(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan, vandaag = haal_scan(request, scan_id), timezone.localdate()
    collegas = selectors.collegas(scan.eigenaar_id, vandaag)
    begin = ActieForm.nieuw(_termijn(vandaag), request.toegang.user_id)
    form = ActieForm(request.POST or None, collegas=collegas, initial=begin)
    return _formulier(
        request,
        form,
        organisatie_id=scan.eigenaar_id,
        titel="Actie toevoegen",
        knop="Toevoegen",
        gelukt="De actie staat in het plan.",
        organisatie=scan.eigenaar,
        dienst=lambda: services.actie_toevoegen(
            scan=scan, gegevens=_gegevens(form), door=request.toegang, vandaag=vandaag
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.SCAN_INVULLEN)
def actie(request: GebiedRequest, scanactie_id: UUID) -> HttpResponse:
    gevonden, vandaag = _haal_actie(request, scanactie_id), timezone.localdate()
    collegas = selectors.collegas(gevonden.eigenaar_id, vandaag)
    form = ActieForm(request.POST or None, collegas=collegas, initial=ActieForm.begin(gevonden))
    return _formulier(
        request,
        form,
        organisatie_id=gevonden.eigenaar_id,
        titel="Actie bewerken",
        knop="Bewaren",
        gelukt="De actie is bewaard.",
        organisatie=gevonden.eigenaar,
        uitleg=f"{Scandimensie(gevonden.dimensie).label}. Andere organisaties en de regio zien deze actie niet.",
        dienst=lambda: services.actie_bijwerken(
            actie=gevonden, gegevens=_gegevens(form), door=request.toegang, vandaag=vandaag
        ),
    )


@require_POST
@require(Recht.SCAN_INVULLEN)
def actie_klaar(request: GebiedRequest, scanactie_id: UUID) -> HttpResponse:
    return _zet(request, scanactie_id, Scanactiestatus.KLAAR, "De actie is klaar.", "partners:scanactie_open")


@require_POST
@require(Recht.SCAN_INVULLEN)
def actie_open(request: GebiedRequest, scanactie_id: UUID) -> HttpResponse:
    return _zet(request, scanactie_id, Scanactiestatus.BEZIG, "De actie staat weer open.", "")


def _zet(request: GebiedRequest, actie_id: UUID, status: Scanactiestatus, klaar: str, ongedaan: str) -> HttpResponse:
    gevonden = _haal_actie(request, actie_id)
    return doe_en_naar(
        request,
        lambda: services.actie_zetten(
            actie=gevonden, status=status, door=request.toegang, vandaag=timezone.localdate()
        ),
        klaar=klaar,
        naar=_naar_plan(gevonden.eigenaar_id),
        ongedaan=gebied_url(ongedaan, gevonden.pk) if ongedaan else "",
    )
