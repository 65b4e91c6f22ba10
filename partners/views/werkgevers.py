"""The shared employer cards: the list, one card, and its facts."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners import selectors, services
from partners.exports import werkgeverslijst
from partners.filters import WerkgeverFilter
from partners.forms import BevestigForm, NieuweWerkgeverForm, WerkgeverForm
from partners.models import Werkgever
from partners.selectors.behoeften import vragen_op_kaart
from partners.selectors.contact import contactkaart, leads_op
from partners.selectors.opvolging import dringend
from partners.selectors.overeenkomsten import Regel, overeenkomsten_van
from partners.selectors.werkgevershistoriek import werkgever_historiek
from partners.services import KboBestaatAl, WerkgeverGegevens
from partners.views.formulier import formulierpagina
from partners.views.lijsten import chips, gesorteerd
from regie.core.excel import als_download
from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope

PER_PAGINA = 50
VOLGORDES = {
    "naam": ("sleutel",),
    "beste": ("rang", "sleutel"),
    "gemeente": ("gemeente__sleutel", "sleutel"),
    "status": ("status", "sleutel"),
    "sector": ("nace", "sleutel"),
    "grootte": ("grootte", "sleutel"),
    "accounthouder": ("accounthouder__naam", "sleutel"),
    "plaatsen": ("aantal_plaatsen", "sleutel"),
}
ZONDER_ZOEKEN = {code: velden for code, velden in VOLGORDES.items() if code != "beste"}


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def lijst(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    gefilterd = _gefilterd(request, vandaag)
    pagina = Paginator(_rijen(gefilterd, request), PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "filter": gefilterd,
        "sorteer": request.GET.get("sorteer", ""),
        "chips": chips(gefilterd, toon="actief"),
        "pagina": pagina,
        "dringend": dringend(request.toegang, vandaag),
        "leads": leads_op(vandaag, [rij.pk for rij in pagina]),
        "mag_bewerken": request.toegang.mag(Recht.WERKGEVER_BEWERKEN),
    }
    return render(request, "partners/werkgevers/lijst.html", context)


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def lijst_excel(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    gefilterd = _gefilterd(request, vandaag)
    rijen = list(_rijen(gefilterd, request))
    uitleg = [
        ("Lijst", f"Werkgevers van {current_scope().gebied}"),
        ("Filters", ", ".join(chip["label"] for chip in chips(gefilterd, toon="actief")) or "geen"),
        ("Gemaakt op", f"{vandaag:%d/%m/%Y}"),
        ("Aantal rijen", str(len(rijen))),
        ("Plaatsen nu", "Het aantal plaatsen dat vandaag open is bij de partner die deze werkgever is."),
        ("NACE-BEL", "Wat de werkgever doet, met de versie van de code. De sector volgt daaruit."),
    ]
    return als_download(werkgeverslijst(rijen, uitleg=uitleg), bestandsnaam=f"werkgevers-{vandaag:%Y-%m-%d}.xlsx")


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def werkgever(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    gevonden = haal(werkgever_id)
    if gevonden.samengevoegd_met_id:
        return HttpResponsePermanentRedirect(gebied_url("werkgevers:werkgever", gevonden.samengevoegd_met_id))
    vandaag = timezone.localdate()
    context = {
        "contactkaart": contactkaart(gevonden, door=request.toegang, vandaag=vandaag),
        "kaart": selectors.werkgever_kaart(gevonden, vandaag=vandaag),
        "werkgever": gevonden,
        "mag_bewerken": request.toegang.mag(Recht.WERKGEVER_BEWERKEN),
        "mag_partner": request.toegang.mag(Recht.PARTNER_BEWERKEN),
        "mag_plaats": request.toegang.mag(Recht.PLAATS_BEWERKEN),
        "lid_van": request.toegang.lid_van,
        "overeenkomsten": _overeenkomsten(request, gevonden, vandaag),
        "tabs": _tabs(gevonden, "werkgever"),
        "vandaag": vandaag,
        **vragen_op_kaart(gevonden),
    }
    return render(request, "partners/werkgevers/werkgever.html", context)


def _overeenkomsten(request: GebiedRequest, werkgever: Werkgever, vandaag: date) -> list[Regel] | None:
    """Only a partner has agreements; None also for who has no right to see them."""
    if werkgever.organisatie is None or not request.toegang.mag(Recht.AFSPRAAK_BEKIJKEN):
        return None
    return overeenkomsten_van(werkgever.organisatie, vandaag=vandaag)


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def geschiedenis(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    gevonden = haal(werkgever_id)
    context = {
        "werkgever": gevonden,
        "items": werkgever_historiek(gevonden),
        "tabs": _tabs(gevonden, "geschiedenis"),
    }
    return render(request, "partners/werkgevers/geschiedenis.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def werkgever_toevoegen(request: GebiedRequest) -> HttpResponse:
    """A card that is much like another one is shown first; a second KBO number is refused."""
    form = NieuweWerkgeverForm(
        request.POST or None, lid_van=request.toegang.lid_van, initial={"naam": request.GET.get("naam", "")}
    )
    lijkt: list[Werkgever] = []
    if form.is_valid():
        gegevens = WerkgeverGegevens(**form.cleaned_data)
        if "toch" not in request.POST:
            lijkt = selectors.gelijkende_werkgevers(naam=gegevens.naam, gemeente=gegevens.gemeente)
        try:
            if not lijkt:
                nieuw = services.werkgever_toevoegen(gegevens=gegevens, door=request.toegang)
                messages.success(request, "De werkgever heeft een kaart.")
                return redirect(gebied_url("werkgevers:werkgever", nieuw.pk))
        except KboBestaatAl as fout:
            form.add_error("kbo", str(fout))
            lijkt = [fout.werkgever]
        except DomainError as fout:
            for zin in getattr(fout, "meldingen", [str(fout)]):
                form.add_error(None, zin)
    context = {"form": form, "lijkt": lijkt, "mag_toch": lijkt and not form.errors}
    return render(request, "partners/werkgevers/toevoegen.html", context, status=422 if form.errors or lijkt else 200)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def werkgever_bijwerken(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    gevonden = haal(werkgever_id)
    form = WerkgeverForm(request.POST or None, werkgever=gevonden)
    return formulierpagina(
        request,
        form,
        titel="Kaart bewerken",
        knop="Bewaren",
        gelukt="De kaart is bewaard.",
        doel=naar_kaart,
        terug=terug_naar(gevonden),
        uitleg="Heel het gebied leest deze gegevens. Wat je hier wijzigt, staat in de geschiedenis van de kaart.",
        template="partners/werkgevers/bewerken.html",
        dienst=lambda: services.werkgever_bijwerken(
            werkgever=gevonden,
            gegevens=WerkgeverGegevens(**form.cleaned_data, accounthouder=gevonden.accounthouder),
            door=request.toegang,
        ),
    )


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def werkgever_archiveren(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    gevonden = haal(werkgever_id)
    services.werkgever_archiveren(werkgever=gevonden, vandaag=timezone.localdate(), door=request.toegang)
    ongedaan = gebied_url("werkgevers:werkgever_terughalen", gevonden.pk)
    messages.success(request, "De kaart staat in het archief.", extra_tags=f"ongedaan={ongedaan}")
    return redirect(gebied_url("werkgevers:lijst"))


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def werkgever_terughalen(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    gevonden = haal(werkgever_id)
    doe(request, lambda: services.werkgever_terughalen(werkgever=gevonden, door=request.toegang), "De kaart is terug.")
    return redirect(gebied_url("werkgevers:werkgever", gevonden.pk))


@require_http_methods(["GET", "POST"])
@require(Recht.PARTNER_BEWERKEN)
def werkgever_als_partner(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    """From a card to a partner: then it can offer places, get reports and have accounts."""
    gevonden = haal(werkgever_id)
    form = BevestigForm(request.POST if request.method == "POST" else None)
    if gelukt(form, lambda: services.als_partner(werkgever=gevonden, door=request.toegang)):
        messages.success(request, "De werkgever is nu ook partner.")
        return redirect(gebied_url("werkgevers:werkgever", gevonden.pk))
    context = {
        "werkgever": gevonden,
        "form": form,
        "gevolgen": selectors.gevolgen_als_partner(gevonden),
        "terug_url": gebied_url("werkgevers:werkgever", gevonden.pk),
    }
    return render(request, "partners/werkgevers/als_partner.html", context, status=422 if form.errors else 200)


def haal(werkgever_id: UUID) -> Werkgever:
    volledig = Werkgever.objects.select_related("gemeente", "accounthouder", "organisatie")
    return get_object_or_404(volledig, pk=werkgever_id)


def naar_kaart(werkgever: Werkgever) -> str:
    return gebied_url("werkgevers:werkgever", werkgever.pk)


def terug_naar(werkgever: Werkgever) -> tuple[str, str]:
    return naar_kaart(werkgever), werkgever.naam


def _tabs(werkgever: Werkgever, huidig: str) -> list[dict[str, object]]:
    return [
        {"label": label, "url": gebied_url(f"werkgevers:{naam}", werkgever.pk), "actief": naam == huidig}
        for label, naam in (("Overzicht", "werkgever"), ("Geschiedenis", "geschiedenis"))
    ]


def _gefilterd(request: GebiedRequest, vandaag: date) -> WerkgeverFilter:
    """Without the archive, unless the address says otherwise."""
    vraag = request.GET.copy()
    if "toon" not in vraag:
        vraag["toon"] = "actief"
    rijen = selectors.werkgevers_lijst(vandaag=vandaag)
    return WerkgeverFilter(vraag, queryset=rijen, vandaag=vandaag, lid_van=request.toegang.lid_van)


def _rijen(gefilterd: WerkgeverFilter, request: GebiedRequest) -> QuerySet[Werkgever]:
    """The best match first when something is looked for, else by name."""
    gezocht = gefilterd.form.is_valid() and gefilterd.form.cleaned_data["zoek"]
    return gesorteerd(gefilterd.qs, request, VOLGORDES if gezocht else ZONDER_ZOEKEN, "beste" if gezocht else "naam")
