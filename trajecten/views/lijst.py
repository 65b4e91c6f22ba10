from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from regie.core.audit import record_event
from regie.core.excel import als_download
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope
from regie.core.validators import alleen_cijfers
from trajecten.exports import clientenlijst
from trajecten.models import Weergave
from trajecten.selectors import lijst, weergaven
from trajecten.views.lijst_keuze import Keuze, lees

PER_PAGINA = 25


@require_safe
@vary_on_headers("HX-Request")
@require(Recht.CLIENT_BEKIJKEN)
def client_lijst(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    bewaard = weergaven.weergaven(request.toegang.user_id)
    if doorverwijzing := _doorverwijzing(request, bewaard):
        return redirect(f"{request.path}?{doorverwijzing}")
    keuze = lees(request, vandaag)
    tellingen = keuze.tellingen()
    paginator = Paginator(keuze.filter.qs.values_list("pk", flat=True), PER_PAGINA)
    if (aantal := keuze.filter.aantal()) is not None:
        paginator.count = aantal  # counted already
    bladzijde = paginator.get_page(request.GET.get("pagina"))
    pagina = Page(lijst.rijen_van(bladzijde.object_list), bladzijde.number, paginator)
    context = {
        "pagina": pagina,
        "blad": keuze.blad,
        "filter": keuze.filter,
        "chips": keuze.chips(),
        "vandaag": vandaag,
        "tellingen": tellingen,
        "behoud": ["tab", "sorteer", "kolommen"],
        "kolommen": keuze.kolommen,
        "alle_kolommen": lijst.KOLOMMEN.values(),
        "nieuw": keuze.nieuw,
        "weergaven": _weergavelinks(request, bewaard),
        "bulkacties": _bulkacties(request),
        "mag_overtypen": request.toegang.mag(Recht.TRAJECT_BEWERKEN),
        "mag_registreren": request.toegang.mag(Recht.CLIENT_BEWERKEN),
        "mag_inladen": request.toegang.mag(Recht.CLIENT_INLADEN),
        "tabs": [
            {
                "label": blad.label,
                "url": f"?tab={blad.code}",
                "actief": blad.code == keuze.blad.code,
                "aantal": tellingen[blad.code],
            }
            for blad in keuze.bladen
            if tellingen[blad.code] or not blad.is_bijzonder or blad.code == keuze.blad.code
        ],
    }
    return render(request, "trajecten/lijst.html", context)


def _doorverwijzing(request: GebiedRequest, bewaard: list[Weergave]) -> str:
    """Where to go instead: the view that opens by itself, or ticked columns written as one parameter."""
    if not request.GET and (standaard := weergaven.standaard(bewaard)):
        return weergaven.als_query(standaard)
    if "kolom" in request.GET:
        query = request.GET.copy()
        query["kolommen"] = ",".join(query.pop("kolom"))
        return query.urlencode()
    return ""


def _weergavelinks(request: GebiedRequest, bewaard: list[Weergave]) -> list[dict[str, Any]]:
    nu = weergaven.uit_query(request.GET.dict())
    return [
        {
            "naam": rij.naam,
            "url": f"?{weergaven.als_query(rij)}",
            "actief": weergaven.parameters(rij) == nu,
            "is_team": rij.is_team,
        }
        for rij in bewaard
    ]


def _bulkacties(request: GebiedRequest) -> list[dict[str, str]]:
    """What may be done with the ticked rows; the filters go along, for who selects every result."""
    acties = [
        (Recht.TRAJECT_BEWERKEN, "Begeleider kiezen", "trajecten:selectie_toewijzen"),
        (Recht.TRAJECT_BEWERKEN, "Taak toevoegen", "trajecten:selectie_taak"),
        (Recht.CLIENT_EXPORTEREN, "Exporteren", "trajecten:selectie_excel"),
    ]
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return [
        {"label": label, "url": gebied_url(naam) + query}
        for recht, label, naam in acties
        if request.toegang.mag(recht)
    ]


@require_safe
@require(Recht.CLIENT_EXPORTEREN)
def client_lijst_excel(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    keuze = lees(request, vandaag)
    return lijst_als_excel(request, keuze, lijst.als_rijen(keuze.filter.qs), vandaag)


def lijst_als_excel(request: GebiedRequest, keuze: Keuze, rijen: list[lijst.Rij], vandaag: date) -> HttpResponse:
    """The rows with the columns of the screen; that it was made is recorded."""
    record_event("clienten.geexporteerd", current_scope().gebied, door=request.toegang, aantal=len(rijen))
    uitleg = [
        ("Lijst", keuze.blad.label),
        ("Filters", ", ".join(chip["label"] for chip in keuze.chips()) or "geen"),
        ("Gemaakt op", f"{vandaag:%d/%m/%Y}"),
        ("Aantal rijen", str(len(rijen))),
        ("Let op", "Dit bestand bevat persoonsgegevens. Bewaar het op een veilige plaats en wis het na gebruik."),
    ]
    inhoud = clientenlijst(rijen, uitleg=uitleg, kolommen=keuze.kolommen if keuze.eigen_kolommen else None)
    return als_download(inhoud, bestandsnaam=f"clienten-{keuze.blad.code}-{vandaag:%Y-%m-%d}.xlsx")


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEKIJKEN)
def zoeken(request: GebiedRequest) -> HttpResponse:
    """The search box in the header posts, so that an INSZ never stands in an address; a name goes on as a filter."""
    term = (request.POST.get("q") or request.GET.get("q") or "").strip()
    if request.method == "POST":
        client_id = lijst.client_met_insz(term)
        if client_id is None and _lijkt_insz(term):
            messages.info(request, "Geen cliënt van jouw OCMW met dit INSZ.")
            return redirect(gebied_url("trajecten:lijst"))
        if client_id is None:
            return redirect(f"{gebied_url('trajecten:zoeken')}?{urlencode({'q': term})}")
        return redirect(gebied_url("trajecten:client", client_id))
    if not term:
        return redirect(gebied_url("trajecten:lijst"))
    paginator: Paginator[Any] = Paginator(lijst.gevonden(term), PER_PAGINA)
    bladzijde = paginator.get_page(request.GET.get("pagina"))
    pagina = Page(lijst.rijen_van(bladzijde.object_list), bladzijde.number, paginator)
    if not pagina.has_other_pages() and len({rij.client_id for rij in pagina}) == 1:
        return redirect(gebied_url("trajecten:client", pagina[0].client_id))
    context = {
        "pagina": pagina,
        "term": term,
        "zoekterm": term,
        "vandaag": timezone.localdate(),
        "nieuw": frozenset(),
        "kolommen": lijst.gekozen_kolommen([*lijst.STANDAARD_KOLOMMEN, "begeleider"]),
    }
    return render(request, "trajecten/zoeken.html", context)


def _lijkt_insz(term: str) -> bool:
    cijfers = alleen_cijfers(term)
    return cijfers.isdigit() and len(cijfers) == 11
