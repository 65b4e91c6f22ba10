"""Who works with whom on what: a table, a drawing, and where nobody does."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.exports.netwerk import netwerklijst
from partners.forms.partnerschap import NetwerkFilterForm, SamenwerkingForm
from partners.models import Samenwerking
from partners.selectors import netwerkkaart as selectors
from partners.selectors.gemeenten import gemeenten_van_gebied
from partners.selectors.netwerkkaart import Kaartfilter
from partners.selectors.netwerktekening import tekening
from partners.services import samenwerking as services
from partners.services.samenwerking import SamenwerkingGegevens
from partners.views.formulier import formulierpagina
from regie.core.excel import als_download
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope

KAART = "partners:netwerkkaart"


def _gefilterd(
    request: GebiedRequest, vandaag: date
) -> tuple[NetwerkFilterForm, list[tuple[str, str]], list[selectors.Band]]:
    gemeenten = gemeenten_van_gebied(vandaag)
    form = NetwerkFilterForm(request.GET, gemeenten=gemeenten)
    keuze = form.cleaned_data if form.is_valid() else {}
    organisatie = keuze.get("organisatie")
    filter_ = Kaartfilter(keuze.get("thema", ""), keuze.get("gemeente", ""), organisatie.pk if organisatie else None)
    return form, gemeenten, selectors.banden(vandaag, filter_)


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def netwerkkaart(request: GebiedRequest) -> HttpResponse:
    form, gemeenten, banden = _gefilterd(request, timezone.localdate())
    mag = request.toegang.mag(Recht.AFSPRAAK_BEWERKEN)
    rijen = [
        {
            "band": band,
            "waar": selectors.gemeenten_in_woorden(band, gemeenten),
            "url": gebied_url(band.adres, band.object_id) if mag or band.bron != "samenwerking" else "",
        }
        for band in banden
    ]
    context = {
        "form": form,
        "rijen": rijen,
        "grafiek": tekening(banden) if banden else None,
        "is_gefilterd": form.is_valid() and any(form.cleaned_data.values()),
        "mag_bewerken": mag,
    }
    return render(request, "partners/netwerk/kaart.html", context)


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def netwerk_excel(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    _, gemeenten, banden = _gefilterd(request, vandaag)
    uitleg = [
        ("Lijst", f"Wie werkt met wie in {current_scope().gebied}"),
        ("Gemaakt op", f"{vandaag:%d/%m/%Y}"),
        ("Aantal rijen", str(len(banden))),
    ]
    inhoud = netwerklijst(banden, gemeenten=gemeenten, uitleg=uitleg)
    return als_download(inhoud, bestandsnaam=f"netwerk-{vandaag:%Y-%m-%d}.xlsx")


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def dekking(request: GebiedRequest) -> HttpResponse:
    context = {
        "dekking": selectors.dekking(timezone.localdate()),
        "mag_bewerken": request.toegang.mag(Recht.AFSPRAAK_BEWERKEN),
    }
    return render(request, "partners/netwerk/dekking.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def samenwerking_toevoegen(request: GebiedRequest) -> HttpResponse:
    """From a gap: theme and gemeente are filled in already."""
    vandaag = timezone.localdate()
    begin: dict[str, Any] = {
        "van": vandaag,
        "thema": request.GET.get("thema"),
        "gemeenten": request.GET.getlist("gemeente"),
    }
    form = SamenwerkingForm(request.POST or None, gemeenten=gemeenten_van_gebied(vandaag), initial=begin)
    terug = "partners:dekking" if request.GET.get("gemeente") else KAART
    return formulierpagina(
        request,
        form,
        titel="Samenwerking toevoegen",
        knop="Samenwerking toevoegen",
        gelukt="De samenwerking staat op de netwerkkaart.",
        doel=lambda _: gebied_url(terug),
        terug=(gebied_url(terug), "Dekking" if terug == "partners:dekking" else "Netwerkkaart"),
        dienst=lambda: services.samenwerking_zetten(
            gegevens=SamenwerkingGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def samenwerking_bijwerken(request: GebiedRequest, samenwerking_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(Samenwerking, pk=samenwerking_id)
    form = SamenwerkingForm(
        request.POST or None,
        gemeenten=gemeenten_van_gebied(timezone.localdate()),
        initial=SamenwerkingForm.begin(gevonden),
    )
    return formulierpagina(
        request,
        form,
        titel="Samenwerking bewerken",
        knop="Bewaren",
        uitleg="Is de samenwerking voorbij? Vul dan de einddatum in.",
        gelukt="De samenwerking is bewaard.",
        doel=lambda _: gebied_url(KAART),
        terug=(gebied_url(KAART), "Netwerkkaart"),
        template="partners/netwerk/samenwerking.html",
        dienst=lambda: services.samenwerking_zetten(
            gegevens=SamenwerkingGegevens(**form.cleaned_data), door=request.toegang, samenwerking=gevonden
        ),
    )


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def samenwerking_wissen(request: GebiedRequest, samenwerking_id: UUID) -> HttpResponse:
    services.samenwerking_wissen(
        samenwerking=get_object_or_404(Samenwerking, pk=samenwerking_id), door=request.toegang
    )
    messages.success(request, "De samenwerking is weg van de netwerkkaart.")
    return redirect(gebied_url(KAART))
