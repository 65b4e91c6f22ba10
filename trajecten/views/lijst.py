from dataclasses import dataclass
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
from trajecten.filters import TrajectFilter
from trajecten.models import Traject
from trajecten.selectors import lijst
from trajecten.selectors.dag import mijn_dag

PER_PAGINA = 25


@dataclass(slots=True)
class _Lijst:
    """What the page and its Excel have in common: one tab, filtered and sorted."""

    blad: lijst.Tabblad
    bladen: list[lijst.Tabblad]
    filter: TrajectFilter
    sorteer: str


def _lees(request: GebiedRequest, vandaag: date) -> _Lijst:
    bladen = lijst.tabbladen(user_id=request.toegang.user_id, vandaag=vandaag)
    standaard = bladen[0] if request.toegang.mag(Recht.CLIENT_BEWERKEN) else bladen[1]
    blad = next((b for b in bladen if b.code == request.GET.get("tab")), standaard)
    sorteer = request.GET.get("sorteer", lijst.STANDAARD_SORTERING)
    trajectfilter = TrajectFilter(
        request.GET,
        queryset=lijst.trajecten_lijst(blad, sorteer=sorteer),
        organisatie_ids=request.toegang.organisatie_ids,
        vandaag=vandaag,
        toon_begeleider=blad.code != "mijn",
    )
    return _Lijst(blad, bladen, trajectfilter, sorteer)


@require_safe
@vary_on_headers("HX-Request")
@require(Recht.CLIENT_BEKIJKEN)
def client_lijst(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    keuze = _lees(request, vandaag)
    tellingen = lijst.tellingen(keuze.bladen)
    chips = _chips(keuze.filter)
    paginator = Paginator(keuze.filter.qs.values_list("pk", flat=True), PER_PAGINA)
    if not chips and keuze.blad.code in tellingen:
        paginator.count = tellingen[keuze.blad.code]  # counted already
    bladzijde = paginator.get_page(request.GET.get("pagina"))
    pagina = Page(lijst.rijen_van(bladzijde.object_list), bladzijde.number, paginator)
    context = {
        "pagina": pagina,
        "blad": keuze.blad,
        "filter": keuze.filter,
        "chips": chips,
        "vandaag": vandaag,
        "tellingen": tellingen,
        "behoud": ["tab", "sorteer"],
        "mag_registreren": request.toegang.mag(Recht.CLIENT_BEWERKEN),
        "tabs": [
            {
                "label": blad.label,
                "url": f"?tab={blad.code}",
                "actief": blad.code == keuze.blad.code,
                "aantal": tellingen.get(blad.code),
            }
            for blad in keuze.bladen
        ],
    }
    return render(request, "trajecten/lijst.html", context)


def _chips(trajectfilter: TrajectFilter) -> list[dict[str, Any]]:
    chips = []
    for naam, veld in trajectfilter.form.fields.items():
        waarde = trajectfilter.form.cleaned_data.get(naam) if trajectfilter.form.is_valid() else None
        if waarde:
            toon = getattr(waarde, "naam", None) or dict(getattr(veld, "choices", [])).get(waarde, waarde)
            chips.append({"label": f"{veld.label}: {toon}", "veld": naam, "waarde": trajectfilter.data.get(naam)})
    return chips


@require_safe
@require(Recht.CLIENT_EXPORTEREN)
def client_lijst_excel(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    keuze = _lees(request, vandaag)
    rijen = lijst.als_rijen(keuze.filter.qs, lijst.MET_BEGELEIDER)
    record_event("clienten.geexporteerd", current_scope().gebied, door=request.toegang, aantal=len(rijen))
    uitleg = [
        ("Lijst", keuze.blad.label),
        ("Filters", ", ".join(chip["label"] for chip in _chips(keuze.filter)) or "geen"),
        ("Gemaakt op", f"{vandaag:%d/%m/%Y}"),
        ("Aantal rijen", str(len(rijen))),
        ("Let op", "Dit bestand bevat persoonsgegevens. Bewaar het op een veilige plaats en wis het na gebruik."),
    ]
    inhoud = clientenlijst(rijen, uitleg=uitleg)
    return als_download(inhoud, bestandsnaam=f"clienten-{keuze.blad.code}-{vandaag:%Y-%m-%d}.xlsx")


@require_safe
@require(Recht.CLIENT_BEWERKEN)
def dag(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    hele_team = request.GET.get("wie") == "team"
    overzicht = mijn_dag(
        user_id=request.toegang.user_id,
        organisatie_ids=request.toegang.organisatie_ids,
        vandaag=vandaag,
        hele_team=hele_team,
    )
    heeft_dossiers = bool(overzicht.te_laat) or Traject.objects.van_begeleider(request.toegang.user_id).exists()
    context = {
        "dag": overzicht,
        "vandaag": vandaag,
        "hele_team": hele_team,
        "heeft_dossiers": heeft_dossiers,
        "tabs": [
            {"label": "Mijn dossiers", "url": "?", "actief": not hele_team},
            {"label": "Heel het OCMW", "url": "?wie=team", "actief": hele_team},
        ],
    }
    return render(request, "trajecten/dag.html", context)


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
    context = {"pagina": pagina, "term": term, "zoekterm": term, "vandaag": timezone.localdate()}
    return render(request, "trajecten/zoeken.html", context)


def _lijkt_insz(term: str) -> bool:
    cijfers = alleen_cijfers(term)
    return cijfers.isdigit() and len(cijfers) == 11
