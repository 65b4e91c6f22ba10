"""Meetings: the list, the page of one, its agenda and who comes."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.enums import Aanwezigheid, Bijlageonderwerp, OverlegStatus
from partners.forms.overleg import AfgelastForm, DeelnemerForm, OverlegFilterForm, OverlegForm, PuntForm
from partners.models import Agendapunt, Overleg, Partnerschap
from partners.selectors import overleg as selectors
from partners.selectors.bijlagen import bijlagen_van
from partners.selectors.deelnemers import kandidaten
from partners.services import overleg as services
from partners.services.overleg import OverlegGegevens, PuntGegevens
from partners.stukken.overleg import Organisator, agenda_pdf, bestandsnaam, kalenderbestand, verslag_pdf
from partners.views.formulier import formulierpagina
from partners.views.partnerschap import mag_wijzigen
from regie.core.excel import als_download
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope

PER_PAGINA = 30
LIJST = "partners:overleggen"


def haal(overleg_id: UUID) -> Overleg:
    return get_object_or_404(Overleg.objects.select_related("partnerschap", "eigenaar", "vorige"), pk=overleg_id)


def haal_eigen(request: GebiedRequest, overleg_id: UUID) -> Overleg:
    """For who changes it: what another organisatie wrote is read, not changed."""
    overleg = haal(overleg_id)
    if overleg.eigenaar_id not in request.toegang.lid_van:
        raise Http404
    return overleg


def naar(overleg: Overleg, deel: str = "") -> str:
    return gebied_url("partners:overleg", overleg.pk) + deel


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def overleggen(request: GebiedRequest) -> HttpResponse:
    form = OverlegFilterForm(request.GET)
    keuze = form.cleaned_data if form.is_valid() else {}
    rijen = selectors.overleggen(soort=keuze.get("soort", ""), zoek=keuze.get("zoek", ""))
    context = {
        "pagina": Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina")),
        "form": form,
        "is_gefilterd": any(keuze.values()),
        "mag_bewerken": request.toegang.mag(Recht.AFSPRAAK_BEWERKEN),
        "vandaag": timezone.localdate(),
    }
    return render(request, "partners/overleg/lijst.html", context)


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def overleg(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden, vandaag = haal(overleg_id), timezone.localdate()
    wijzigen = mag_wijzigen(request.toegang, gevonden.eigenaar_id)
    is_open = gevonden.status != OverlegStatus.AFGELAST and gevonden.verslag_op is None
    context = {
        "overleg": gevonden,
        "kaart": selectors.overleg_kaart(gevonden),
        "volgende": gevonden.volgende.order_by("datum").first(),
        "mag_wijzigen": wijzigen and is_open,
        "is_eigen": wijzigen,
        "is_voorbij": gevonden.datum <= vandaag,
        "deelnemer_form": DeelnemerForm(kandidaten=kandidaten(vandaag)) if wijzigen and is_open else None,
        "aanwezigheden": Aanwezigheid.choices,
        "bijlagen": bijlagen_van(Bijlageonderwerp.OVERLEG, gevonden.pk),
        "vandaag": vandaag,
    }
    return render(request, "partners/overleg/overleg.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def overleg_toevoegen(request: GebiedRequest) -> HttpResponse:
    form = OverlegForm(request.POST or None, initial={"partnerschap": _gevraagd_partnerschap(request)})
    return formulierpagina(
        request,
        form,
        titel="Overleg plannen",
        knop="Overleg plannen",
        gelukt="Het overleg is gepland. Zet nu de agenda klaar en nodig daarna iedereen uit.",
        doel=naar,
        terug=(gebied_url(LIJST), "Overleg"),
        dienst=lambda: services.overleg_plannen(gegevens=OverlegGegevens(**form.cleaned_data), door=request.toegang),
    )


def _gevraagd_partnerschap(request: GebiedRequest) -> Partnerschap | None:
    try:
        return Partnerschap.objects.filter(pk=UUID(request.GET.get("partnerschap", ""))).first()
    except ValueError:
        return None


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def overleg_bijwerken(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden = haal_eigen(request, overleg_id)
    form = OverlegForm(request.POST or None, initial=OverlegForm.begin_van(gevonden))
    uitgenodigd = gevonden.status == OverlegStatus.UITGENODIGD
    return overlegpagina(
        request,
        gevonden,
        form,
        titel="Overleg bewerken",
        uitleg="Wijzig je de titel, de datum, het uur of de plaats? Dan krijgen alle deelnemers een mail met een "
        "nieuwe afspraak voor hun agenda."
        if uitgenodigd
        else "",
        gelukt="Het overleg is bewaard.",
        dienst=lambda: services.overleg_bijwerken(
            overleg=gevonden, gegevens=OverlegGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def overleg_uitnodigen(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden = haal_eigen(request, overleg_id)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if gelukt(form, lambda: services.uitnodigen(overleg=gevonden, door=request.toegang, vandaag=timezone.localdate())):
        messages.success(request, "De uitnodigingen worden verstuurd.")
        return redirect(naar(gevonden))
    aantal = gevonden.deelnemers.count()
    gevolgen = [
        f"{aantal} {'deelnemer krijgt' if aantal == 1 else 'deelnemers krijgen'} een mail met de agenda als PDF.",
        "In de mail zit een afspraak voor hun agenda. Wijzigt er iets, dan schuift die mee.",
        "Het hele gebied ziet dit overleg en de agenda.",
    ]
    return _bevestigpagina(request, gevonden, form, gevolgen, "Deelnemers uitnodigen", "Uitnodigingen versturen")


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def overleg_afgelasten(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden = haal_eigen(request, overleg_id)
    form = AfgelastForm(request.POST or None)
    if gelukt(
        form,
        lambda: services.overleg_afgelasten(overleg=gevonden, reden=form.cleaned_data["reden"], door=request.toegang),
    ):
        messages.success(request, "Het overleg is afgelast.")
        return redirect(naar(gevonden))
    gevolgen = ["Dit overleg gaat niet door. Je kunt het niet heropenen: plan dan een nieuw overleg."]
    if gevonden.uitgenodigd_op:
        gevolgen.append("Alle deelnemers krijgen een mail. Het overleg verdwijnt uit hun agenda.")
    return _bevestigpagina(request, gevonden, form, gevolgen, "Overleg afgelasten", "Overleg afgelasten", gevaar=True)


def _bevestigpagina(
    request: GebiedRequest,
    overleg: Overleg,
    form: forms.Form,
    gevolgen: list[str],
    titel: str,
    knop: str,
    *,
    gevaar: bool = False,
) -> HttpResponse:
    context = {
        "overleg": overleg,
        "form": form,
        "gevolgen": gevolgen,
        "titel": titel,
        "knop": knop,
        "gevaar": gevaar,
        "terug_url": naar(overleg),
    }
    return render(request, "partners/overleg/bevestigen.html", context, status=422 if form.errors else 200)


# --- the agenda ------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def agendapunt_toevoegen(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden = haal_eigen(request, overleg_id)
    form = PuntForm(request.POST or None)
    return overlegpagina(
        request,
        gevonden,
        form,
        titel="Agendapunt toevoegen",
        knop="Agendapunt toevoegen",
        gelukt="Het agendapunt is toegevoegd.",
        deel="#agenda",
        dienst=lambda: services.agendapunt_toevoegen(
            overleg=gevonden, gegevens=PuntGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


def _haal_punt(request: GebiedRequest, punt_id: UUID) -> Agendapunt:
    punt = get_object_or_404(Agendapunt.objects.select_related("overleg__eigenaar"), pk=punt_id)
    if punt.eigenaar_id not in request.toegang.lid_van:
        raise Http404
    return punt


@require_http_methods(["GET", "POST"])
@require(Recht.AFSPRAAK_BEWERKEN)
def agendapunt_bijwerken(request: GebiedRequest, punt_id: UUID) -> HttpResponse:
    punt = _haal_punt(request, punt_id)
    begin = {naam: getattr(punt, naam) for naam in PuntForm.base_fields}
    form = PuntForm(request.POST or None, initial=begin)
    return overlegpagina(
        request,
        punt.overleg,
        form,
        titel="Agendapunt bewerken",
        gelukt="Het agendapunt is bewaard.",
        deel="#agenda",
        dienst=lambda: services.agendapunt_bijwerken(
            punt=punt, gegevens=PuntGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def agendapunt_verplaatsen(request: GebiedRequest, punt_id: UUID) -> HttpResponse:
    punt = _haal_punt(request, punt_id)
    omhoog = request.POST.get("richting") == "omhoog"
    return doe_en_terug(
        request,
        punt.overleg,
        lambda: services.agendapunt_verplaatsen(punt=punt, omhoog=omhoog, door=request.toegang),
        f"“{punt.titel}” staat nu een plaats {'hoger' if omhoog else 'lager'}.",
        "#agenda",
    )


@require_POST
@require(Recht.AFSPRAAK_BEWERKEN)
def agendapunt_wissen(request: GebiedRequest, punt_id: UUID) -> HttpResponse:
    punt = _haal_punt(request, punt_id)
    return doe_en_terug(
        request,
        punt.overleg,
        lambda: services.agendapunt_wissen(punt=punt, door=request.toegang),
        f"“{punt.titel}” staat niet meer op de agenda.",
        "#agenda",
    )


# --- who comes -------------------------------------------------------------------------------------------------------


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def overleg_agenda_pdf(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden = haal(overleg_id)
    return als_download(agenda_pdf(gevonden), bestandsnaam=bestandsnaam(gevonden, "agenda"), soort="application/pdf")


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def overleg_verslag_pdf(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden = haal(overleg_id)
    if gevonden.verslag_op is None:
        messages.info(request, "Het verslag is nog niet klaar.")
        return redirect(naar(gevonden))
    return als_download(verslag_pdf(gevonden), bestandsnaam=bestandsnaam(gevonden, "verslag"), soort="application/pdf")


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def overleg_kalender(request: GebiedRequest, overleg_id: UUID) -> HttpResponse:
    gevonden = haal(overleg_id)
    tekst = kalenderbestand(gevonden, organisator=Organisator.van(current_scope().gebied), nu=timezone.now())
    return als_download(tekst.encode(), bestandsnaam="overleg.ics", soort="text/calendar; charset=utf-8")


# --- shapes ----------------------------------------------------------------------------------------------------------


def overlegpagina(
    request: GebiedRequest,
    overleg: Overleg,
    form: forms.Form,
    *,
    titel: str,
    gelukt: str,
    dienst: Callable[[], Any],
    knop: str = "Bewaren",
    uitleg: str = "",
    deel: str = "",
    terug: str = "",
) -> HttpResponse:
    """A form about one meeting; back to its page, or to `terug`."""
    adres = terug or naar(overleg, deel)
    return formulierpagina(
        request,
        form,
        titel=titel,
        knop=knop,
        gelukt=gelukt,
        uitleg=uitleg,
        dienst=dienst,
        doel=lambda _: adres,
        terug=(adres, str(overleg)),
    )


def doe_en_terug(
    request: GebiedRequest, overleg: Overleg, dienst: Callable[[], Any], melding: str, deel: str
) -> HttpResponse:
    """One step without a form of its own."""
    doe(request, dienst, melding)
    return redirect(naar(overleg, deel))
