"""Step 3 of loading employers: every row with its verdict, and the choice about who may be known."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from partners.enums import Lijstbesluit, Lijstoordeel
from partners.imports.kolommen import VELDEN
from partners.imports.oordelen import label_van
from partners.models import Lijstrij, Werkgeverslijst
from partners.selectors import inladen as selectors
from partners.services import inladen as services
from partners.views.inladen import STAPPEN, elders, haal
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.inlezen.forms import lees_besluiten
from regie.core.inlezen.kolommen import als_koppeling
from regie.core.inlezen.modellen import Inlaadstatus
from regie.core.notatie import meervoud
from regie.core.permissions import Recht

PER_PAGINA = 50
OPMERKINGEN = "opmerkingen"
TABS = (
    (Lijstoordeel.FOUT, "Fouten", "worden niet ingeladen", "gevaar"),
    (Lijstoordeel.MOGELIJK_BEKEND, "Misschien bekend", "jouw keuze nodig", "letop"),
    (Lijstoordeel.NIEUW, "Nieuw", "krijgen een kaart", ""),
    (Lijstoordeel.AANVULLEN, "Aanvullen", "hebben al een kaart", ""),
    (Lijstoordeel.ONGEWIJZIGD, "Ongewijzigd", "veranderen niets", ""),
    (Lijstoordeel.OVERGESLAGEN, "Overgeslagen", "geen werkgever: lege rijen en totalen", ""),
)
GETOOND = ("naam", "kbo", "gemeente", "laatste_contact")
SMAL = {  # columns that a narrow screen leaves out: the sentences name them
    "kbo": "d-none d-md-table-cell nowrap",
    "gemeente": "d-none d-md-table-cell",
    "laatste_contact": "d-none d-xl-table-cell",
}


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def inladen_nakijken(request: GebiedRequest, lijst_id: UUID) -> HttpResponse:
    lijst = haal(lijst_id)
    if antwoord := elders(lijst):
        return antwoord
    if lijst.status == Inlaadstatus.KOPPELEN:
        return redirect(gebied_url("werkgevers:inladen_kolommen", lijst.pk))
    if request.method == "POST":
        _bewaar_keuzes(request, lijst)
        return redirect(f"{gebied_url('werkgevers:inladen_nakijken', lijst.pk)}?tab=MOGELIJK_BEKEND")
    tab = _tab(request.GET.get("tab"), lijst.telling)
    pagina = Paginator(selectors.rijen_van(lijst, tab), PER_PAGINA).get_page(request.GET.get("pagina"))
    koppeling = als_koppeling(lijst.koppeling)
    velden = [veld for veld in GETOOND if veld in koppeling.values()]
    context = {
        "lijst": lijst,
        "tab": tab,
        "tegels": _tegels(lijst),
        "tabs": _tabs(lijst, tab),
        "pagina": pagina,
        "rijen": _weergaven(list(pagina.object_list), koppeling, velden),
        "kolomnamen": [(label_van(veld), SMAL.get(veld, "")) for veld in velden],
        "onbeslist": selectors.aantal_onbeslist(lijst),
        "te_laden": sum(lijst.telling[oordeel] for oordeel in services.TE_DOEN),
        "stappen": STAPPEN,
    }
    return render(request, "partners/inladen/nakijken.html", context)


def _weergaven(
    rijen: Sequence[Lijstrij], koppeling: Mapping[int, str], velden: Sequence[str]
) -> list[selectors.Rijweergave]:
    namen = [veld.naam for veld in VELDEN] + ["contactpersoon", "contactmoment", "grootteklasse"]
    return selectors.weergaven(
        rijen,
        koppeling=koppeling,
        velden=velden,
        labels={naam: label_van(naam) for naam in namen},
        klassen=SMAL,
    )


def _bewaar_keuzes(request: GebiedRequest, lijst: Werkgeverslijst) -> None:
    try:
        besluiten = lees_besluiten(request.POST.dict(), Lijstbesluit.values)
        aantal = services.werkgeverslijst_besluiten(lijst=lijst, besluiten=besluiten)
        if "rest" in request.POST:
            aantal += services.werkgeverslijst_rest_overslaan(lijst=lijst)
    except DomainError as fout:
        messages.error(request, str(fout))
        return
    messages.success(request, f"Keuze bewaard voor {meervoud(aantal, 'rij', 'rijen')}.")


def _tab(gevraagd: str | None, telling: Mapping[str, int]) -> str:
    """The tab asked for, else the first one with rows; '' shows everything."""
    if gevraagd == "alles":
        return ""
    if gevraagd in {*Lijstoordeel.values, OPMERKINGEN}:
        return str(gevraagd)
    return next((str(oordeel) for oordeel, *_ in TABS if telling.get(oordeel)), "")


def _tabs(lijst: Werkgeverslijst, actief: str) -> list[dict[str, Any]]:
    telling = lijst.telling
    alles = sum(telling.get(oordeel, 0) for oordeel in Lijstoordeel)
    gemeld = telling.get(OPMERKINGEN, 0) - telling.get(Lijstoordeel.FOUT, 0)
    soorten = [("alles", "", "Alles", alles)]
    soorten += [(str(oordeel), str(oordeel), label, telling.get(oordeel, 0)) for oordeel, label, *_ in TABS]
    soorten.append((OPMERKINGEN, OPMERKINGEN, "Met opmerking", gemeld))
    return [
        {"label": label, "url": f"?tab={adres}", "actief": actief == tab, "aantal": aantal}
        for adres, tab, label, aantal in soorten
    ]


def _tegels(lijst: Werkgeverslijst) -> list[dict[str, Any]]:
    tegels = []
    for oordeel in (
        Lijstoordeel.NIEUW,
        Lijstoordeel.AANVULLEN,
        Lijstoordeel.MOGELIJK_BEKEND,
        Lijstoordeel.FOUT,
        Lijstoordeel.ONGEWIJZIGD,
    ):
        _, label, noot, soort = next(tab for tab in TABS if tab[0] == oordeel)
        aantal = lijst.telling.get(oordeel, 0)
        tegel = {"label": label, "waarde": aantal, "noot": noot, "url": f"?tab={oordeel}"}
        tegels.append({**tegel, "soort": soort if aantal else ""})
    return tegels
