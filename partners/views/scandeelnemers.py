"""Who fills in a scan: asking somebody, a reminder, off the list."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from partners.forms.scan import DeelnemerForm, UitnodigenForm
from partners.models import Contactpersoon, Scandeelnemer
from partners.selectors import scan as selectors
from partners.services import scandeelnemers as services
from partners.views.formulier import formulierpagina
from partners.views.scan import doe_en_naar, haal_scan
from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht


def _haal(request: GebiedRequest, deelnemer_id: UUID) -> Scandeelnemer:
    rijen = Scandeelnemer.objects.select_related("scan", "eigenaar")
    return get_object_or_404(rijen, pk=deelnemer_id, eigenaar_id__in=request.toegang.lid_van)


def _link_klaar(request: GebiedRequest, deelnemer: Scandeelnemer, adres: str) -> HttpResponse:
    """A new address, shown in the answer itself and kept nowhere."""
    context = {
        "deelnemer": deelnemer,
        "adres": adres,
        "terug_url": gebied_url("partners:scan_beheer", deelnemer.scan_id),
    }
    antwoord = render(request, "partners/scan/link.html", context)
    antwoord.headers["Cache-Control"] = "no-store"
    antwoord.headers["Referrer-Policy"] = "same-origin"
    return antwoord


@require_http_methods(["GET", "POST"])
@require(Recht.SCAN_INVULLEN)
def vragen(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    scan, vandaag = haal_scan(request, scan_id), timezone.localdate()
    collegas = [lid for lid in selectors.collegas(scan.eigenaar_id, vandaag) if lid.user_id != request.toegang.user_id]
    form = DeelnemerForm(request.POST or None, collegas=collegas)
    gevraagd: list[tuple[Scandeelnemer, str]] = []

    def vraag() -> None:
        gevraagd.append(services.deelnemer_vragen(scan=scan, **form.opdracht(), door=request.toegang, vandaag=vandaag))

    if gelukt(form, vraag):
        deelnemer, adres = gevraagd[0]
        if form.cleaned_data["hoe"] == "zelf":
            return _link_klaar(request, deelnemer, adres)
        messages.success(request, f"De mail naar {deelnemer.naam} is vertrokken.")
        return redirect(gebied_url("partners:scan_beheer", scan.pk))
    context = {
        "form": form,
        "titel": "Iemand vragen",
        "knop": "Vragen",
        "organisatie": scan.eigenaar,
        "uitleg": "Vraag mensen die je organisatie van een andere kant zien: directie, begeleiding, productie, ook "
        "een bestuurder. Wie geen account heeft, antwoordt met een link.",
        "terug_url": gebied_url("partners:scan_beheer", scan.pk),
        "terug_label": "De scan",
    }
    return render(request, "layout/formulier.html", context, status=422 if form.errors else 200)


@require_POST
@require(Recht.SCAN_INVULLEN)
def herinneren(request: GebiedRequest, deelnemer_id: UUID) -> HttpResponse:
    """By mail; without an address, or when asked for, the link itself."""
    deelnemer = _haal(request, deelnemer_id)
    mailen = bool(deelnemer.email) and "link" not in request.POST
    naar = gebied_url("partners:scan_beheer", deelnemer.scan_id)
    try:
        adres = services.deelnemer_herinneren(
            deelnemer=deelnemer, mailen=mailen, door=request.toegang, vandaag=timezone.localdate()
        )
    except DomainError as fout:
        messages.error(request, str(fout))
        return redirect(naar)
    if not mailen:
        return _link_klaar(request, deelnemer, adres)
    messages.success(request, f"{deelnemer.naam} kreeg een herinnering.")
    return redirect(naar)


@require_POST
@require(Recht.SCAN_INVULLEN)
def intrekken(request: GebiedRequest, deelnemer_id: UUID) -> HttpResponse:
    deelnemer = _haal(request, deelnemer_id)
    return doe_en_naar(
        request,
        lambda: services.deelnemer_intrekken(
            deelnemer=deelnemer, door=request.toegang, vandaag=timezone.localdate(), nu=timezone.now()
        ),
        klaar=f"{deelnemer.naam} staat niet meer op de lijst.",
        naar=gebied_url("partners:scan_beheer", deelnemer.scan_id),
        ongedaan=gebied_url("partners:scan_deelnemer_terug", deelnemer.pk),
    )


@require_POST
@require(Recht.SCAN_INVULLEN)
def terugzetten(request: GebiedRequest, deelnemer_id: UUID) -> HttpResponse:
    deelnemer = _haal(request, deelnemer_id)
    return doe_en_naar(
        request,
        lambda: services.deelnemer_terugzetten(deelnemer=deelnemer, door=request.toegang),
        klaar=f"{deelnemer.naam} staat weer op de lijst.",
        naar=gebied_url("partners:scan_beheer", deelnemer.scan_id),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PARTNER_BEWERKEN)
def organisatie_uitnodigen(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    """The regio asks an organisatie to do the scan."""
    organisatie = get_object_or_404(Organisatie.objects.van_gebied(), pk=organisatie_id)
    contacten = Contactpersoon.objects.filter(organisatie=organisatie, is_actief=True).exclude(email="")
    form = UitnodigenForm(request.POST or None, contacten=contacten.order_by("naam", "pk"))
    terug = gebied_url("rapportage:scans")
    return formulierpagina(
        request,
        form,
        titel="Uitnodigen voor de scan",
        knop="Uitnodiging mailen",
        gelukt=f"De uitnodiging voor {organisatie} is vertrokken.",
        organisatie=organisatie,
        doel=lambda _: terug,
        terug=(terug, "Scans in de regio"),
        uitleg="De organisatie krijgt een mail met uitleg en een link naar de scan. Wat ze antwoordt, blijft bij "
        "haar: je ziet haar resultaat alleen als ze het deelt.",
        dienst=lambda: services.organisatie_uitnodigen(
            organisatie=organisatie,
            contact=form.cleaned_data["contact"],
            door=request.toegang,
            vandaag=timezone.localdate(),
        ),
    )
