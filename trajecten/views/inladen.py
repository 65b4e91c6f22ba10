"""The five steps of loading a client list. Every step reads and writes rows, so a closed tab loses nothing."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.core.audit import record_event
from regie.core.excel import als_download
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.inlezen.beeld import Beeld
from regie.core.inlezen.forms import VINKJE_BOVEN, BestandForm, BevestigForm, KoppelForm
from regie.core.inlezen.kolommen import Koppeling, als_koppeling
from regie.core.inlezen.lader import STIL
from regie.core.inlezen.lijsten import (
    andere_bladen,
    besluiten_geteld,
    eerder_geladen,
    onbeslist,
    recent,
    rijen_van,
    ruwe_rijen,
    voorgestelde_koppeling,
)
from regie.core.inlezen.modellen import OPEN, Inlaadstatus
from regie.core.inlezen.stappen import (
    PER_PAGINA,
    STAPPEN,
    Tab,
    annuleer,
    bewaar_keuzes,
    elders,
    gekozen_tab,
    neem_bestand,
    tabs_met_aantal,
    tegels,
)
from regie.core.models import Organisatie
from regie.core.notatie import getal, meervoud
from regie.core.parameters import waarde
from regie.core.permissions import Recht
from trajecten.enums_inladen import Oordeel
from trajecten.imports.kolommen import CLIENTVELDEN, GEVOELIG, VELD, VELDEN, ontbrekend
from trajecten.imports.lijst import kijk_na
from trajecten.imports.sjabloon import maak_foutenlijst, maak_sjabloon
from trajecten.models import Inlading
from trajecten.selectors.inladen import geweigerde_rijen, kolommen_van, toon_cel, weergaven
from trajecten.selectors.inladen_bronnen import bronnen_van
from trajecten.services.inladen import CLIENTENLIJST, dossiers_gelezen

ADRES = "trajecten:inladen"
TABS = (
    Tab(Oordeel.FOUT, "Fouten", "worden niet ingeladen", "gevaar"),
    Tab(Oordeel.MOGELIJK_DUBBEL, "Mogelijk dubbel", "jouw keuze nodig", "letop"),
    Tab(Oordeel.NIEUW, "Nieuw", "worden aangemaakt"),
    Tab(Oordeel.BIJWERKEN, "Bijwerken", "bestaande dossiers wijzigen"),
    Tab(Oordeel.ONGEWIJZIGD, "Ongewijzigd", "veranderen niets"),
    Tab(Oordeel.OVERGESLAGEN, "Overgeslagen", "geen cliënt: lege rijen en totalen"),
)
TEGELS = (Oordeel.NIEUW, Oordeel.BIJWERKEN, Oordeel.MOGELIJK_DUBBEL, Oordeel.FOUT, Oordeel.ONGEWIJZIGD)
SMAL = {  # columns that a narrow screen leaves out: the sentences name them
    "insz": "d-none d-md-table-cell nowrap",
    "geboortedatum": "d-none d-md-table-cell",
    "gemeente": "d-none d-xl-table-cell",
    "start": "d-none d-xl-table-cell",
}


def _ocmws(request: GebiedRequest) -> list[Organisatie]:
    eigen = Organisatie.objects.van_gebied().ocmws().filter(pk__in=request.toegang.organisatie_ids)
    return list(eigen.order_by("naam"))


def _haal(inlading_id: UUID) -> Inlading:
    return get_object_or_404(Inlading.objects.select_related("eigenaar", "door"), pk=inlading_id)


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_INLADEN)
def inladen(request: GebiedRequest) -> HttpResponse:
    ocmws = _ocmws(request)
    form = BestandForm(request.POST or None, request.FILES or None, eigenaars=ocmws)
    if inlading := neem_bestand(request, form, CLIENTENLIJST, CLIENTVELDEN):
        return redirect(gebied_url("trajecten:inladen_kolommen", inlading.pk))
    context = {
        "form": form,
        "recent": recent(Inlading),
        "stappen": STAPPEN,
        "ocmws": ocmws,
        "bewaardagen": int(waarde("import_bewaren", op=timezone.localdate())),
    }
    return render(request, "trajecten/inladen/start.html", context, status=422 if form.errors else 200)


@require_safe
@require(Recht.CLIENT_INLADEN)
def inladen_sjabloon(request: GebiedRequest) -> HttpResponse:
    eigenaar = _ocmws(request)[0]
    inhoud = maak_sjabloon(bronnen_van(eigenaar, vandaag=timezone.localdate()))
    return als_download(inhoud, bestandsnaam="sjabloon-clienten.xlsx")


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_INLADEN)
def inladen_kolommen(request: GebiedRequest, inlading_id: UUID) -> HttpResponse:
    inlading = _haal(inlading_id)
    if antwoord := elders(inlading, ADRES):
        return antwoord
    koppeling = voorgestelde_koppeling(inlading)
    form = KoppelForm(
        request.POST or None,
        kolommen=inlading.kolommen,
        velden=CLIENTVELDEN,
        koppeling=koppeling,
        ontbrekend=ontbrekend,
    )
    if request.method == "POST" and form.is_valid():
        _kijk_na(request, inlading, form.koppeling())
        return redirect(gebied_url("trajecten:inladen_nakijken", inlading.pk))
    gevoelig = {
        i for i, naam in enumerate(inlading.kolommen) if {koppeling.get(i), CLIENTVELDEN.herken(naam)} & GEVOELIG
    }
    kolommen = kolommen_van(inlading, gevoelig=gevoelig)
    context = {
        "inlading": inlading,
        "form": form,
        "kolommen": [(kolom, form[f"kolom_{kolom.index}"]) for kolom in kolommen],
        "niet_ingeladen": [kolom.naam for kolom in kolommen if kolom.index not in koppeling],
        "bladen": andere_bladen(inlading),
        "eerder": eerder_geladen(inlading),
        "stappen": STAPPEN,
    }
    return render(request, "trajecten/inladen/kolommen.html", context, status=422 if form.errors else 200)


def _kijk_na(request: GebiedRequest, inlading: Inlading, koppeling: Koppeling) -> None:
    CLIENTENLIJST.nakijken(
        lijst=inlading,
        koppeling=koppeling,
        oordelen=kijk_na(
            eigenaar=inlading.eigenaar,
            koppeling=koppeling,
            kolommen=inlading.kolommen,
            rijen=ruwe_rijen(inlading),
            vandaag=timezone.localdate(),
        ),
        door=request.toegang,
    )


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_INLADEN)
def inladen_nakijken(request: GebiedRequest, inlading_id: UUID) -> HttpResponse:
    inlading = _haal(inlading_id)
    if antwoord := elders(inlading, ADRES):
        return antwoord
    if inlading.status == Inlaadstatus.KOPPELEN:
        return redirect(gebied_url("trajecten:inladen_kolommen", inlading.pk))
    if request.method == "POST":
        bewaar_keuzes(request, inlading, CLIENTENLIJST)
        return redirect(f"{gebied_url('trajecten:inladen_nakijken', inlading.pk)}?tab=MOGELIJK_DUBBEL")
    tab = gekozen_tab(request.GET.get("tab"), TABS, inlading.telling)
    pagina = Paginator(rijen_van(inlading, tab), PER_PAGINA).get_page(request.GET.get("pagina"))
    beeld = _beeld(inlading)
    rijen = weergaven(list(pagina.object_list), beeld)
    dossiers_gelezen(
        clienten=[rij.kandidaat for rij in rijen if rij.kandidaat], pagina="inladen", door=request.toegang
    )
    context = {
        "inlading": inlading,
        "tab": tab,
        "tegels": _tegels(inlading.telling),
        "tabs": tabs_met_aantal(TABS, inlading.telling, tab),
        "pagina": pagina,
        "rijen": rijen,
        "kolomnamen": [(_label(veld), SMAL.get(veld, "")) for veld in beeld.velden],
        "onbeslist": onbeslist(inlading).count(),
        "te_laden": sum(inlading.telling[oordeel] for oordeel in CLIENTENLIJST.te_doen),
        "stappen": STAPPEN,
    }
    return render(request, "trajecten/inladen/nakijken.html", context)


def _beeld(inlading: Inlading) -> Beeld:
    koppeling = als_koppeling(inlading.koppeling)
    namen = ["volledige_naam"] if "volledige_naam" in koppeling.values() else ["familienaam", "voornaam"]
    return Beeld(
        koppeling=koppeling,
        velden=[*namen, "insz", "geboortedatum", "gemeente", "start"],
        labels={veld.naam: _label(veld.naam) for veld in VELDEN},
        klassen=SMAL,
        toon=toon_cel,
    )


def _label(veld: str) -> str:
    """The name of a field as a column head: short."""
    return {"start": "Start", "einde": "Einde"}.get(veld, VELD[veld].label.split(" (")[0])


def _tegels(telling: Mapping[str, int]) -> list[dict[str, Any]]:
    gewoon = tegels(TABS, telling, TEGELS)
    if telling.get(Oordeel.BIJWERKEN):
        velden = meervoud(telling.get("velden", 0), "veld wijzigt", "velden wijzigen")
        gewoon[TEGELS.index(Oordeel.BIJWERKEN)]["noot"] = f"bestaand dossier, {velden}"
    return gewoon


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_INLADEN)
def inladen_bevestigen(request: GebiedRequest, inlading_id: UUID) -> HttpResponse:
    inlading = _haal(inlading_id)
    if antwoord := elders(inlading, ADRES):
        return antwoord
    if inlading.status == Inlaadstatus.KOPPELEN or onbeslist(inlading).exists():
        return redirect(f"{gebied_url('trajecten:inladen_nakijken', inlading.pk)}?tab=MOGELIJK_DUBBEL")
    besluiten = besluiten_geteld(inlading)
    aantal = inlading.telling[Oordeel.NIEUW] + inlading.telling[Oordeel.BIJWERKEN] + besluiten.get("ANDERE", 0)
    form = BevestigForm(request.POST if request.method == "POST" else None, aantal=aantal)
    if request.method == "POST" and form.is_valid():
        CLIENTENLIJST.bevestigen(lijst=inlading, door=request.toegang)
        return redirect(gebied_url("trajecten:inladen_resultaat", inlading.pk))
    context = {
        "inlading": inlading,
        "form": form,
        "zinnen": _gevolgen(inlading, besluiten),
        "aantal": aantal,
        "met_vinkje": aantal > VINKJE_BOVEN,
        "stappen": STAPPEN,
    }
    return render(request, "trajecten/inladen/bevestigen.html", context, status=422 if form.errors else 200)


def _gevolgen(inlading: Inlading, besluiten: Mapping[str, int]) -> list[str]:
    """What will happen, in words."""
    telling = inlading.telling
    nieuw = telling[Oordeel.NIEUW] + besluiten.get("ANDERE", 0)
    wat = meervoud(nieuw, "dossier", "dossiers") if nieuw else "geen nieuwe dossiers"
    zinnen = [f"Je maakt {wat} aan voor {inlading.eigenaar.naam}."]
    if telling[Oordeel.BIJWERKEN]:
        velden = meervoud(telling["velden"], "gegeven", "gegevens")
        zinnen.append(f"Je wijzigt {velden} in {meervoud(telling[Oordeel.BIJWERKEN], 'dossier', 'dossiers')}.")
    if zelfde := besluiten.get("ZELFDE", 0):
        zinnen.append(f"Je vult {meervoud(zelfde, 'dossier', 'dossiers')} aan van mensen die al bekend zijn.")
    if overslaan := besluiten.get("OVERSLAAN", 0):
        zinnen.append(f"{meervoud(overslaan, 'rij', 'rijen')} die op een bekende lijken, sla je over.")
    if fouten := telling[Oordeel.FOUT]:
        zinnen.append(
            f"{meervoud(fouten, 'rij', 'rijen')} met een fout laad je niet in. Je kunt ze als Excel ophalen."
        )
    if nieuw:
        zinnen.append("Cliënten zonder startdatum worden aangemeld; met een startdatum loopt hun traject meteen.")
    return zinnen


@require_safe
@require(Recht.CLIENT_INLADEN)
def inladen_resultaat(request: GebiedRequest, inlading_id: UUID) -> HttpResponse:
    inlading = _haal(inlading_id)
    if inlading.status in OPEN:
        return redirect(gebied_url("trajecten:inladen_nakijken", inlading.pk))
    telling = inlading.telling
    totaal = sum(telling.get(oordeel, 0) for oordeel in Oordeel)
    context = {
        "inlading": inlading,
        "stand": f"{getal(inlading.voortgang)} van {getal(totaal)}",
        "bezig": inlading.status == Inlaadstatus.BEZIG,
        "geannuleerd": inlading.status == Inlaadstatus.GEANNULEERD,
        "totaal": totaal,
        "fouten": telling.get(Oordeel.FOUT, 0),
        "geweigerd": telling.get(Oordeel.FOUT, 0) + inlading.resultaat.get("overgeslagen", 0),
        "tegels": _resultaattegels(inlading),
        "staat_stil": timezone.now() - inlading.updated_at > STIL,
        "stappen": STAPPEN,
    }
    sjabloon = "trajecten/inladen/resultaat.html"
    return render(request, f"{sjabloon}#stand" if request.htmx else sjabloon, context)


def _resultaattegels(inlading: Inlading) -> list[dict[str, Any]]:
    resultaat, telling = inlading.resultaat, inlading.telling
    niet = telling.get(Oordeel.FOUT, 0) + resultaat.get("overgeslagen", 0)
    ongewijzigd = telling.get(Oordeel.ONGEWIJZIGD, 0) + resultaat.get("ongewijzigd", 0)
    return [
        {"label": "Aangemaakt", "waarde": resultaat.get("aangemaakt", 0), "noot": "nieuwe dossiers"},
        {"label": "Bijgewerkt", "waarde": resultaat.get("bijgewerkt", 0), "noot": "bestaande dossiers"},
        {
            "label": "Ongewijzigd",
            "waarde": ongewijzigd,
            "noot": "stonden al zo in het dossier",
        },
        {
            "label": "Niet ingeladen",
            "waarde": niet,
            "noot": "fouten en overgeslagen rijen",
            "soort": "letop" if niet else "",
        },
        {"label": "Geen cliënt", "waarde": telling.get(Oordeel.OVERGESLAGEN, 0), "noot": "lege rijen en totalen"},
    ]


@require_safe
@require(Recht.CLIENT_INLADEN)
def inladen_fouten(request: GebiedRequest, inlading_id: UUID) -> HttpResponse:
    """The rejected rows with the original cells, so that they can be corrected and loaded again."""
    inlading = _haal(inlading_id)
    rijen = geweigerde_rijen(inlading)
    if not rijen:
        messages.info(request, "Er zijn geen geweigerde rijen (meer) om op te halen.")
        return redirect(gebied_url("trajecten:inladen_resultaat", inlading.pk))
    record_event("inlading.fouten_opgehaald", inlading, door=request.toegang, aantal=len(rijen))
    return als_download(maak_foutenlijst(inlading, rijen), bestandsnaam="niet-ingeladen.xlsx")


@require_POST
@require(Recht.CLIENT_INLADEN)
def inladen_annuleren(request: GebiedRequest, inlading_id: UUID) -> HttpResponse:
    return annuleer(request, _haal(inlading_id), CLIENTENLIJST, ADRES)
