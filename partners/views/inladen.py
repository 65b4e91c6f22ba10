"""The steps of loading a list of employers. Every step reads and writes rows, so a closed tab loses nothing."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.enums import Lijstoordeel
from partners.imports.bestanden import maak_meldingenlijst, maak_sjabloon
from partners.imports.kolommen import WERKGEVERVELDEN, ontbrekend
from partners.imports.lijst import kijk_na
from partners.models import Werkgeverslijst
from partners.selectors.inladen import te_melden_rijen
from partners.services.inladen import WERKGEVERSLIJST
from regie.core.audit import record_event
from regie.core.excel import als_download
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.inlezen.beeld import kolommen_van
from regie.core.inlezen.forms import VINKJE_BOVEN, BestandForm, BevestigForm, KoppelForm
from regie.core.inlezen.kolommen import Koppeling
from regie.core.inlezen.lader import STIL
from regie.core.inlezen.lijsten import (
    andere_bladen,
    besluiten_geteld,
    eerder_geladen,
    onbeslist,
    recent,
    ruwe_rijen,
    voorgestelde_koppeling,
)
from regie.core.inlezen.modellen import OPEN, Inlaadstatus
from regie.core.inlezen.stappen import STAPPEN, annuleer, elders, neem_bestand
from regie.core.models import Organisatie
from regie.core.notatie import getal, meervoud
from regie.core.parameters import waarde
from regie.core.permissions import Recht

ADRES = "werkgevers:inladen"


def haal(lijst_id: UUID) -> Werkgeverslijst:
    return get_object_or_404(Werkgeverslijst.objects.select_related("eigenaar", "door"), pk=lijst_id)


def _eigenaars(request: GebiedRequest) -> list[Organisatie]:
    return list(Organisatie.objects.van_gebied().filter(pk__in=request.toegang.lid_van).order_by("naam"))


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def inladen(request: GebiedRequest) -> HttpResponse:
    eigenaars = _eigenaars(request)
    form = BestandForm(request.POST or None, request.FILES or None, eigenaars=eigenaars)
    if lijst := neem_bestand(request, form, WERKGEVERSLIJST, WERKGEVERVELDEN):
        return redirect(gebied_url("werkgevers:inladen_kolommen", lijst.pk))
    context = {
        "form": form,
        "recent": recent(Werkgeverslijst),
        "stappen": STAPPEN,
        "met_eigenaar": len(eigenaars) > 1,
        "bewaardagen": int(waarde("import_bewaren", op=timezone.localdate())),
    }
    return render(request, "partners/inladen/start.html", context, status=422 if form.errors else 200)


@require_safe
@require(Recht.WERKGEVER_BEWERKEN)
def inladen_sjabloon(request: GebiedRequest) -> HttpResponse:
    return als_download(maak_sjabloon(), bestandsnaam="sjabloon-werkgevers.xlsx")


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def inladen_kolommen(request: GebiedRequest, lijst_id: UUID) -> HttpResponse:
    lijst = haal(lijst_id)
    if antwoord := elders(lijst, ADRES):
        return antwoord
    koppeling = voorgestelde_koppeling(lijst)
    form = KoppelForm(
        request.POST or None,
        kolommen=lijst.kolommen,
        velden=WERKGEVERVELDEN,
        koppeling=koppeling,
        ontbrekend=ontbrekend,
    )
    if request.method == "POST" and form.is_valid():
        _kijk_na(request, lijst, form.koppeling())
        return redirect(gebied_url("werkgevers:inladen_nakijken", lijst.pk))
    kolommen = kolommen_van(lijst)
    context = {
        "lijst": lijst,
        "form": form,
        "kolommen": [(kolom, form[f"kolom_{kolom.index}"]) for kolom in kolommen],
        "niet_ingeladen": [kolom.naam for kolom in kolommen if kolom.index not in koppeling],
        "bladen": andere_bladen(lijst),
        "eerder": eerder_geladen(lijst),
        "stappen": STAPPEN,
    }
    return render(request, "partners/inladen/kolommen.html", context, status=422 if form.errors else 200)


def _kijk_na(request: GebiedRequest, lijst: Werkgeverslijst, koppeling: Koppeling) -> None:
    WERKGEVERSLIJST.nakijken(
        lijst=lijst,
        koppeling=koppeling,
        oordelen=kijk_na(
            eigenaar=lijst.eigenaar,
            koppeling=koppeling,
            kolommen=lijst.kolommen,
            rijen=ruwe_rijen(lijst),
            vandaag=timezone.localdate(),
        ),
        door=request.toegang,
    )


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def inladen_bevestigen(request: GebiedRequest, lijst_id: UUID) -> HttpResponse:
    lijst = haal(lijst_id)
    if antwoord := elders(lijst, ADRES):
        return antwoord
    if lijst.status == Inlaadstatus.KOPPELEN or onbeslist(lijst).exists():
        return redirect(f"{gebied_url('werkgevers:inladen_nakijken', lijst.pk)}?tab=MOGELIJK_BEKEND")
    besluiten = besluiten_geteld(lijst)
    aantal = lijst.telling[Lijstoordeel.NIEUW] + lijst.telling[Lijstoordeel.AANVULLEN] + besluiten.get("ANDERE", 0)
    form = BevestigForm(request.POST if request.method == "POST" else None, aantal=aantal)
    if request.method == "POST" and form.is_valid():
        WERKGEVERSLIJST.bevestigen(lijst=lijst, door=request.toegang)
        return redirect(gebied_url("werkgevers:inladen_resultaat", lijst.pk))
    context = {
        "lijst": lijst,
        "form": form,
        "zinnen": _gevolgen(lijst, besluiten),
        "met_vinkje": aantal > VINKJE_BOVEN,
        "stappen": STAPPEN,
    }
    return render(request, "partners/inladen/bevestigen.html", context, status=422 if form.errors else 200)


def _gevolgen(lijst: Werkgeverslijst, besluiten: Mapping[str, int]) -> list[str]:
    """What will happen, in words."""
    telling = lijst.telling
    nieuw = telling[Lijstoordeel.NIEUW] + besluiten.get("ANDERE", 0)
    bekend = telling[Lijstoordeel.AANVULLEN] + besluiten.get("ZELFDE", 0)
    zinnen = []
    if nieuw:
        zinnen.append(f"Je maakt {meervoud(nieuw, 'kaart', 'kaarten')} aan. Heel de regio ziet ze.")
    if bekend:
        zinnen.append(
            f"Je vult {meervoud(bekend, 'kaart', 'kaarten')} aan die er al staan. Wat er staat, blijft staan."
        )
    if gelijk := telling[Lijstoordeel.ONGEWIJZIGD]:
        zinnen.append(f"{meervoud(gelijk, 'rij verandert', 'rijen veranderen')} niets: alles staat al op de kaart.")
    if overslaan := besluiten.get("OVERSLAAN", 0):
        zinnen.append(f"{meervoud(overslaan, 'rij', 'rijen')} die misschien al bekend zijn, sla je over.")
    if fouten := telling[Lijstoordeel.FOUT]:
        zinnen.append(f"{meervoud(fouten, 'rij', 'rijen')} met een fout laad je niet in.")
    if telling.get("opmerkingen"):
        zinnen.append("Wat we niet konden overnemen, haal je straks met de reden op als Excel.")
    return zinnen or ["Er verandert niets: alles staat al op de kaarten."]


@require_safe
@require(Recht.WERKGEVER_BEWERKEN)
def inladen_resultaat(request: GebiedRequest, lijst_id: UUID) -> HttpResponse:
    lijst = haal(lijst_id)
    if lijst.status in OPEN:
        return redirect(gebied_url("werkgevers:inladen_nakijken", lijst.pk))
    totaal = sum(lijst.telling.get(oordeel, 0) for oordeel in Lijstoordeel)
    resultaat = lijst.resultaat
    gewijzigd = sum(resultaat.get(naam, 0) for naam in ("aangemaakt", "aangevuld"))
    context = {
        "lijst": lijst,
        "stand": f"{getal(lijst.voortgang)} van {getal(totaal)}",
        "bezig": lijst.status == Inlaadstatus.BEZIG,
        "geannuleerd": lijst.status == Inlaadstatus.GEANNULEERD,
        "totaal": totaal,
        "niets_veranderd": not gewijzigd,
        "geweigerd": lijst.telling.get(Lijstoordeel.FOUT, 0) + resultaat.get("overgeslagen", 0),
        "te_melden": lijst.telling.get("opmerkingen", 0) + resultaat.get("overgeslagen", 0),
        "tegels": _resultaattegels(lijst),
        "staat_stil": timezone.now() - lijst.updated_at > STIL,
        "stappen": STAPPEN,
    }
    sjabloon = "partners/inladen/resultaat.html"
    return render(request, f"{sjabloon}#stand" if request.htmx else sjabloon, context)


def _resultaattegels(lijst: Werkgeverslijst) -> list[dict[str, Any]]:
    resultaat, telling = lijst.resultaat, lijst.telling
    niet = telling.get(Lijstoordeel.FOUT, 0) + resultaat.get("overgeslagen", 0)
    momenten = meervoud(resultaat.get("contactmomenten", 0), "contact", "contacten")
    return [
        {"label": "Nieuwe kaarten", "waarde": resultaat.get("aangemaakt", 0), "noot": "kwamen erbij"},
        {"label": "Aangevuld", "waarde": resultaat.get("aangevuld", 0), "noot": "kaarten die er al waren"},
        {"label": "Contactpersonen", "waarde": resultaat.get("contactpersonen", 0), "noot": f"en {momenten} erbij"},
        {"label": "Ongewijzigd", "waarde": resultaat.get("ongewijzigd", 0), "noot": "stonden al zo op de kaart"},
        {
            "label": "Niet ingeladen",
            "waarde": niet,
            "noot": "fouten en overgeslagen rijen",
            "soort": "letop" if niet else "",
        },
    ]


@require_safe
@require(Recht.WERKGEVER_BEWERKEN)
def inladen_meldingen(request: GebiedRequest, lijst_id: UUID) -> HttpResponse:
    """The rows that were refused or of which something was left out, with the original cells and the reason."""
    lijst = haal(lijst_id)
    rijen = te_melden_rijen(lijst)
    if not rijen:
        messages.info(request, "Er zijn geen rijen (meer) om na te kijken.")
        return redirect(gebied_url("werkgevers:inladen_resultaat", lijst.pk))
    record_event("werkgeverslijst.meldingen_opgehaald", lijst, door=request.toegang, aantal=len(rijen))
    return als_download(maak_meldingenlijst(lijst, rijen), bestandsnaam="na-te-kijken.xlsx")


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def inladen_annuleren(request: GebiedRequest, lijst_id: UUID) -> HttpResponse:
    return annuleer(request, haal(lijst_id), WERKGEVERSLIJST, ADRES)
