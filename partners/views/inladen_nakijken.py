"""Step 3 of loading employers: every row with its verdict, and the choice about who may be known."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from partners.enums import Lijstoordeel
from partners.imports.kolommen import VELDEN
from partners.imports.oordelen import label_van
from partners.models import Werkgeverslijst
from partners.selectors.inladen import rijen_van, weergaven
from partners.services.inladen import WERKGEVERSLIJST
from partners.views.inladen import ADRES, haal
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.inlezen.beeld import Beeld
from regie.core.inlezen.kolommen import als_koppeling
from regie.core.inlezen.lijsten import onbeslist
from regie.core.inlezen.modellen import Inlaadstatus
from regie.core.inlezen.stappen import (
    PER_PAGINA,
    STAPPEN,
    Tab,
    bewaar_keuzes,
    elders,
    gekozen_tab,
    tabs_met_aantal,
    tegels,
)
from regie.core.permissions import Recht

OPMERKINGEN = "opmerkingen"
TABS = (
    Tab(Lijstoordeel.FOUT, "Fouten", "worden niet ingeladen", "gevaar"),
    Tab(Lijstoordeel.MOGELIJK_BEKEND, "Misschien bekend", "jouw keuze nodig", "letop"),
    Tab(Lijstoordeel.NIEUW, "Nieuw", "krijgen een kaart"),
    Tab(Lijstoordeel.AANVULLEN, "Aanvullen", "hebben al een kaart"),
    Tab(Lijstoordeel.ONGEWIJZIGD, "Ongewijzigd", "veranderen niets"),
    Tab(Lijstoordeel.OVERGESLAGEN, "Overgeslagen", "geen werkgever: lege rijen en totalen"),
)
TEGELS = (
    Lijstoordeel.NIEUW,
    Lijstoordeel.AANVULLEN,
    Lijstoordeel.MOGELIJK_BEKEND,
    Lijstoordeel.FOUT,
    Lijstoordeel.ONGEWIJZIGD,
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
    if antwoord := elders(lijst, ADRES):
        return antwoord
    if lijst.status == Inlaadstatus.KOPPELEN:
        return redirect(gebied_url("werkgevers:inladen_kolommen", lijst.pk))
    if request.method == "POST":
        bewaar_keuzes(request, lijst, WERKGEVERSLIJST)
        return redirect(f"{gebied_url('werkgevers:inladen_nakijken', lijst.pk)}?tab=MOGELIJK_BEKEND")
    tab = gekozen_tab(request.GET.get("tab"), TABS, lijst.telling, OPMERKINGEN)
    pagina = Paginator(rijen_van(lijst, tab), PER_PAGINA).get_page(request.GET.get("pagina"))
    beeld = _beeld(lijst)
    context = {
        "lijst": lijst,
        "tab": tab,
        "tegels": tegels(TABS, lijst.telling, TEGELS),
        "tabs": _tabs(lijst.telling, tab),
        "pagina": pagina,
        "rijen": weergaven(list(pagina.object_list), beeld),
        "kolomnamen": [(label_van(veld), SMAL.get(veld, "")) for veld in beeld.velden],
        "onbeslist": onbeslist(lijst).count(),
        "te_laden": sum(lijst.telling[oordeel] for oordeel in WERKGEVERSLIJST.te_doen),
        "stappen": STAPPEN,
    }
    return render(request, "partners/inladen/nakijken.html", context)


def _beeld(lijst: Werkgeverslijst) -> Beeld:
    koppeling = als_koppeling(lijst.koppeling)
    namen = [veld.naam for veld in VELDEN] + ["contactpersoon", "contactmoment", "grootteklasse"]
    return Beeld(
        koppeling=koppeling,
        velden=[veld for veld in GETOOND if veld in koppeling.values()],
        labels={naam: label_van(naam) for naam in namen},
        klassen=SMAL,
    )


def _tabs(telling: Mapping[str, int], actief: str) -> list[dict[str, Any]]:
    gemeld = telling.get(OPMERKINGEN, 0) - telling.get(Lijstoordeel.FOUT, 0)
    opmerkingen = {"label": "Met opmerking", "url": f"?tab={OPMERKINGEN}", "aantal": gemeld}
    return [*tabs_met_aantal(TABS, telling, actief), {**opmerkingen, "actief": actief == OPMERKINGEN}]
