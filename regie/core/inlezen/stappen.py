"""What the pages of loading do the same for every list, step by step. `adres`: the address of the first page."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url
from regie.core.inlezen.forms import BestandForm, lees_besluiten
from regie.core.inlezen.kolommen import Velden
from regie.core.inlezen.lader import L, Lader, O, R
from regie.core.inlezen.lijst import lees_lijsten, vingerafdruk
from regie.core.inlezen.modellen import OPEN, Inlaadstatus, LijstVelden
from regie.core.notatie import meervoud

STAPPEN = ("Bestand kiezen", "Kolommen koppelen", "Nakijken", "Bevestigen", "Resultaat")
PER_PAGINA = 50


class Tab(NamedTuple):
    """The rows with one verdict: its name, what becomes of them, and how loud its tile is."""

    oordeel: str
    label: str
    noot: str
    soort: str = ""


def neem_bestand(request: GebiedRequest, form: BestandForm, lader: Lader[L, R, O], velden: Velden) -> L | None:
    """The list in the file that was sent; None when there is none yet, or when the form says what is wrong with it."""
    if request.method != "POST" or not form.is_valid():
        return None
    naam, inhoud = form.cleaned_data["bestand"].name, form.cleaned_data["bestand"].read()
    try:
        return lader.maken(
            bestandsnaam=naam,
            sha256=vingerafdruk(inhoud),
            bladen=lees_lijsten(naam, inhoud, velden),
            eigenaar=form.cleaned_data["eigenaar"],
            door=request.toegang,
        )[0]
    except DomainError as fout:
        form.add_error("bestand", str(fout))
        return None


def elders(lijst: LijstVelden, adres: str) -> HttpResponse | None:
    """A file that is past the choices is looked at on the page of its result."""
    if lijst.status in OPEN:
        return None
    if lijst.status == Inlaadstatus.GEANNULEERD:
        return redirect(gebied_url(adres))
    return redirect(gebied_url(f"{adres}_resultaat", lijst.pk))


def bewaar_keuzes(request: GebiedRequest, lijst: L, lader: Lader[L, R, O]) -> None:
    try:
        aantal = lader.besluiten(lijst=lijst, besluiten=lees_besluiten(request.POST.dict(), lader.keuzes.values))
        if "rest" in request.POST:
            aantal += lader.rest_overslaan(lijst=lijst)
    except DomainError as fout:
        messages.error(request, str(fout))
        return
    messages.success(request, f"Keuze bewaard voor {meervoud(aantal, 'rij', 'rijen')}.")


def annuleer(request: GebiedRequest, lijst: L, lader: Lader[L, R, O], adres: str) -> HttpResponse:
    try:
        lader.annuleren(lijst=lijst, door=request.toegang)
    except DomainError as fout:
        messages.error(request, str(fout))
        return redirect(gebied_url(f"{adres}_resultaat", lijst.pk))
    messages.success(request, "Geannuleerd. Er is niets ingeladen.")
    return redirect(gebied_url(adres))


def gekozen_tab(gevraagd: str | None, tabs: Sequence[Tab], telling: Mapping[str, int], *ook: str) -> str:
    """The tab asked for, else the first one with rows; '' shows everything."""
    if gevraagd == "alles":
        return ""
    if gevraagd in {*ook, *(tab.oordeel for tab in tabs)}:
        return str(gevraagd)
    return next((str(tab.oordeel) for tab in tabs if telling.get(tab.oordeel)), "")


def tabs_met_aantal(tabs: Sequence[Tab], telling: Mapping[str, int], actief: str) -> list[dict[str, Any]]:
    alles = sum(telling.get(tab.oordeel, 0) for tab in tabs)
    return [{"label": "Alles", "url": "?tab=alles", "actief": actief == "", "aantal": alles}] + [
        {
            "label": tab.label,
            "url": f"?tab={tab.oordeel}",
            "actief": actief == tab.oordeel,
            "aantal": telling.get(tab.oordeel, 0),
        }
        for tab in tabs
    ]


def tegels(tabs: Sequence[Tab], telling: Mapping[str, int], volgorde: Sequence[str]) -> list[dict[str, Any]]:
    per_oordeel = {tab.oordeel: tab for tab in tabs}
    return [
        {
            "label": per_oordeel[oordeel].label,
            "waarde": telling.get(oordeel, 0),
            "noot": per_oordeel[oordeel].noot,
            "url": f"?tab={oordeel}",
            "soort": per_oordeel[oordeel].soort if telling.get(oordeel) else "",
        }
        for oordeel in volgorde
    ]
