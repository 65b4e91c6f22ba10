"""Needs of employers: the list, one need, noting and publishing it, and closing it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.exports.behoeften import behoeftelijst
from partners.forms.behoeftefilter import BehoefteFilter
from partners.forms.behoeften import BehoefteForm, SluitForm
from partners.models import Behoefte, Werkgever
from partners.selectors import behoeften as behoefteselectors
from partners.services import behoeften as services
from partners.services.behoeftestand import mag_opvolgen
from partners.views.formulier import formulierpagina
from regie.core.excel import als_download
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope

PER_PAGINA, GEVONDEN = 50, 20
FORMULIER = "partners/behoeften/formulier.html"
TABS = {
    "open": "Open",
    "mijn": "Van ons",
    "onbeantwoord": "Zonder antwoord",
    "ingevuld": "Ingevuld",
    "gesloten": "Vervallen of ingetrokken",
}
VOLGORDES = {
    "werkgever": "werkgever__sleutel",
    "geldig": "geldig_tot",
    "wacht": "wacht_sinds",
    "gepubliceerd": "gepubliceerd_op",
    "ingevuld": "ingevuld_op",
}
STANDAARD = {"onbeantwoord": "wacht", "ingevuld": "-ingevuld"}


def haal(behoefte_id: UUID) -> Behoefte:
    rijen = Behoefte.objects.select_related(
        "werkgever__accounthouder",
        "werkgever__gemeente",
        "vestiging__gemeente",
        "contactpersoon",
        "eigenaar",
        "door",
    )
    return get_object_or_404(rijen, pk=behoefte_id)


def haal_werkgever(werkgever_id: UUID) -> Werkgever:
    return get_object_or_404(Werkgever.objects.select_related("gemeente", "organisatie"), pk=werkgever_id)


def naar_behoefte(behoefte: Behoefte) -> str:
    return gebied_url("werkgevers:behoefte", behoefte.pk)


def terug_naar(behoefte: Behoefte) -> tuple[str, str]:
    return naar_behoefte(behoefte), f"{behoefte.titel}, {behoefte.werkgever}"


def doe(request: GebiedRequest, dienst: Callable[[], Any], gelukt: str, *, ongedaan: str = "") -> bool:
    """One service behind a button; what it refuses is said above the page one came from."""
    try:
        dienst()
    except DomainErrors as fout:
        for zin in fout.meldingen:
            messages.error(request, zin)
    except DomainError as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, gelukt, extra_tags=f"ongedaan={ongedaan}" if ongedaan else "")
        return True
    return False


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def lijst(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    tab = _tab(request)
    gefilterd = BehoefteFilter(request.GET, queryset=behoefteselectors.behoeften(tab))
    pagina = Paginator(_gesorteerd(gefilterd.qs, request, tab), PER_PAGINA).get_page(request.GET.get("pagina"))
    aantallen = behoefteselectors.aantallen()
    lijst_url = gebied_url("werkgevers:behoeften")
    context = {
        "filter": gefilterd,
        "behoud": ["tab", "sorteer"],
        "chips": chips(gefilterd),
        "tab": tab,
        "tabs": [
            {"label": label, "url": f"{lijst_url}?tab={code}", "actief": code == tab, "aantal": aantallen[code]}
            for code, label in TABS.items()
        ],
        "standaard": STANDAARD.get(tab, "geldig"),
        "pagina": pagina,
        "cijfers": behoefteselectors.cijfers(vanaf=vandaag.replace(month=1, day=1)),
        "mag_bewerken": request.toegang.mag(Recht.WERKGEVER_BEWERKEN),
        "vandaag": vandaag,
    }
    return render(request, "partners/behoeften/lijst.html", context)


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def lijst_excel(request: GebiedRequest) -> HttpResponse:
    vandaag, tab = timezone.localdate(), _tab(request)
    gefilterd = BehoefteFilter(request.GET, queryset=behoefteselectors.behoeften(tab))
    rijen = list(_gesorteerd(gefilterd.qs, request, tab))
    uitleg = [
        ("Lijst", f"Behoeften van werkgevers in {current_scope().gebied}: {TABS[tab].lower()}"),
        ("Filters", ", ".join(chip["label"] for chip in chips(gefilterd)) or "geen"),
        ("Gemaakt op", f"{vandaag:%d/%m/%Y}"),
        ("Aantal rijen", str(len(rijen))),
    ]
    return als_download(behoeftelijst(rijen, uitleg=uitleg), bestandsnaam=f"behoeften-{vandaag:%Y-%m-%d}.xlsx")


def _tab(request: GebiedRequest) -> str:
    tab = request.GET.get("tab", "open")
    return tab if tab in TABS else "open"


def _gesorteerd(rijen: QuerySet[Behoefte], request: GebiedRequest, tab: str) -> QuerySet[Behoefte]:
    sorteer = request.GET.get("sorteer") or STANDAARD.get(tab, "geldig")
    veld = VOLGORDES.get(sorteer.removeprefix("-"), VOLGORDES["geldig"])
    return rijen.order_by(f"{'-' if sorteer.startswith('-') else ''}{veld}", "pk")


def chips(gefilterd: BehoefteFilter) -> list[dict[str, Any]]:
    if not gefilterd.form.is_valid():
        return []
    gekozen = []
    for naam, waarde in gefilterd.form.cleaned_data.items():
        if waarde:
            veld = gefilterd.form.fields[naam]
            toon = dict(getattr(veld, "choices", [])).get(waarde, waarde) if isinstance(waarde, str) else waarde
            code = getattr(waarde, "pk", waarde)
            gekozen.append({"label": f"{veld.label}: {toon}", "veld": naam, "waarde": str(code)})
    return gekozen


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def behoefte(request: GebiedRequest, behoefte_id: UUID) -> HttpResponse:
    gevonden = haal(behoefte_id)
    bewerken = request.toegang.mag(Recht.WERKGEVER_BEWERKEN)
    blad = behoefteselectors.behoefteblad(gevonden)
    context = {
        "behoefte": gevonden,
        "blad": blad,
        "eigen": request.toegang.lid_van,
        "mag_bewerken": bewerken,
        "mag_wijzigen": services.mag_wijzigen(gevonden, request.toegang),
        "mag_opvolgen": mag_opvolgen(gevonden, request.toegang),
        "mag_voordragen": bewerken and gevonden.loopt and gevonden.vraagt_mensen,
        "vandaag": timezone.localdate(),
    }
    return render(request, "partners/behoeften/behoefte.html", context)


@require_safe
@require(Recht.WERKGEVER_BEWERKEN)
def kies_werkgever(request: GebiedRequest) -> HttpResponse:
    """A need starts with an employer: search it, then note."""
    zoek = request.GET.get("zoek", "").strip()
    rijen = behoefteselectors.gevonden_werkgevers(zoek, vandaag=timezone.localdate())[:GEVONDEN] if zoek else []
    doel = "werkgevers:jobontwerp_maken" if "jobontwerp" in request.GET else "werkgevers:behoefte_noteren"
    context = {"zoek": zoek, "rijen": rijen, "doel": doel, "jobontwerp": "jobontwerp" in request.GET}
    return render(request, "partners/behoeften/kies_werkgever.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def behoefte_noteren(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    werkgever, vandaag = haal_werkgever(werkgever_id), timezone.localdate()
    begin = {"geldig_tot": services.geldig_tot_voor(vandaag)}
    form = BehoefteForm(request.POST or None, werkgever=werkgever, door=request.toegang, initial=begin)
    publiceren = request.POST.get("actie") != "concept"

    def dienst() -> Behoefte:
        wat: dict[str, Any] = {"werkgever": werkgever, "eigenaar": form.eigenaar(), "gegevens": form.gegevens()}
        if publiceren:
            return services.behoefte_noteren_en_publiceren(**wat, vandaag=vandaag, door=request.toegang)
        return services.behoefte_noteren(**wat, door=request.toegang)

    return formulierpagina(
        request,
        form,
        titel=f"Behoefte van {werkgever}",
        knop="Publiceren",
        meer={"knop_concept": "Bewaren als concept"},
        gelukt="De behoefte is gepubliceerd." if publiceren else "Het concept is bewaard.",
        terug=(gebied_url("werkgevers:werkgever", werkgever.pk), werkgever.naam),
        uitleg="Een concept ziet alleen je eigen organisatie. Gepubliceerd leest iedereen in het gebied mee.",
        doel=naar_behoefte,
        dienst=dienst,
        template=FORMULIER,
    )


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def behoefte_bijwerken(request: GebiedRequest, behoefte_id: UUID) -> HttpResponse:
    gevonden = haal(behoefte_id)
    form = BehoefteForm(
        request.POST or None,
        werkgever=gevonden.werkgever,
        door=request.toegang,
        bewerken=True,
        initial=BehoefteForm.begin(gevonden),
    )
    return formulierpagina(
        request,
        form,
        titel="Behoefte bewerken",
        knop="Bewaren",
        gelukt="De behoefte is bewaard.",
        terug=terug_naar(gevonden),
        doel=naar_behoefte,
        dienst=lambda: services.behoefte_bijwerken(behoefte=gevonden, gegevens=form.gegevens(), door=request.toegang),
        template=FORMULIER,
    )


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def behoefte_publiceren(request: GebiedRequest, behoefte_id: UUID) -> HttpResponse:
    gevonden, vandaag = haal(behoefte_id), timezone.localdate()
    doe(
        request,
        lambda: services.behoefte_publiceren(behoefte=gevonden, vandaag=vandaag, door=request.toegang),
        "De behoefte is gepubliceerd. Verwijs ze nu door naar wie kan helpen.",
    )
    return redirect(naar_behoefte(gevonden))


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def behoefte_wissen(request: GebiedRequest, behoefte_id: UUID) -> HttpResponse:
    gevonden = haal(behoefte_id)
    weg = doe(
        request, lambda: services.behoefte_wissen(behoefte=gevonden, door=request.toegang), "Het concept is gewist."
    )
    return redirect(gebied_url("werkgevers:behoeften") if weg else naar_behoefte(gevonden))


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def behoefte_sluiten(request: GebiedRequest, behoefte_id: UUID) -> HttpResponse:
    gevonden, vandaag = haal(behoefte_id), timezone.localdate()
    if not gevonden.gedeeld:
        raise Http404
    form = SluitForm(request.POST or None, behoefte=gevonden)
    return formulierpagina(
        request,
        form,
        titel="Behoefte sluiten",
        knop="Sluiten",
        gelukt="De behoefte is gesloten.",
        terug=terug_naar(gevonden),
        uitleg="Partners die nog niet antwoordden, krijgen geen herinnering meer. Je kunt de behoefte weer openen.",
        doel=naar_behoefte,
        dienst=lambda: services.behoefte_sluiten(
            behoefte=gevonden,
            status=form.cleaned_data["status"],
            reden=form.cleaned_data["reden"],
            aantal=form.cleaned_data.get("aantal"),
            vandaag=vandaag,
            door=request.toegang,
        ),
    )


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def behoefte_heropenen(request: GebiedRequest, behoefte_id: UUID) -> HttpResponse:
    gevonden, vandaag = haal(behoefte_id), timezone.localdate()
    doe(
        request,
        lambda: services.behoefte_heropenen(behoefte=gevonden, vandaag=vandaag, door=request.toegang),
        "De behoefte is weer open.",
    )
    return redirect(naar_behoefte(gevonden))
