from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from regie.accounts.voorkeuren import aan_de_slag_wegklikken
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from trajecten.selectors import dag as selectors
from trajecten.selectors.overdracht import aantal_te_beantwoorden
from trajecten.selectors.quotumsignaal import quotumsignalen
from trajecten.views.termijnregel import taakregel, termijnregel

KLASSEN = {"te_laat": "kaart--aandacht"}


@require_safe
@require(Recht.CLIENT_BEWERKEN)
def dag(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    hele_team = request.GET.get("wie") == "team"
    overzicht = selectors.mijn_dag(
        user_id=request.toegang.user_id,
        organisatie_ids=request.toegang.organisatie_ids,
        vandaag=vandaag,
        hele_team=hele_team,
    )
    context = {
        "dag": overzicht,
        "overnames": aantal_te_beantwoorden(),
        "vandaag": vandaag,
        "hele_team": hele_team,
        "secties": [_kaart(sectie, vandaag, hele_team) for sectie in overzicht.secties],
        "waarneming": [_kaart(sectie, vandaag, hele_team) for sectie in overzicht.waarneming],
        "quotum": quotumsignalen(vandaag) if request.toegang.mag(Recht.TEAM_BEHEREN) else [],
        "begin": _aan_de_slag(request, overzicht.caseload.totaal),
        "tabs": [
            {"label": "Mijn dossiers", "url": "?", "actief": not hele_team},
            {"label": "Heel het OCMW", "url": "?wie=team", "actief": hele_team},
        ],
    }
    return render(request, "trajecten/dag.html", context)


def _kaart(sectie: selectors.Sectie, vandaag: Any, hele_team: bool) -> dict[str, Any]:
    toon = "te_laat" if sectie.code == "te_laat" else ""
    wie = "team" if hele_team else "mij"
    return {
        "titel": sectie.titel,
        "aantal": sectie.aantal,
        "klasse": KLASSEN.get(sectie.code, ""),
        "regels": [termijnregel(t, vandaag, terug="dag") for t in sectie.termijnen]
        + [taakregel(taak, vandaag, terug="dag") for taak in sectie.taken],
        "alles_url": f"{gebied_url('trajecten:taken')}?wie={wie}&toon={toon}",
    }


def _aan_de_slag(request: GebiedRequest, dossiers: int) -> dict[str, Any] | None:
    """The first steps of a new colleague: gone when they are done, or clicked away."""
    begin = selectors.begin_van(request.toegang.user_id)
    stappen = [
        ("Registreer een cliënt of laad je lijst in", gebied_url("trajecten:registreren"), dossiers > 0),
        ("Noteer een eerste contact", gebied_url("trajecten:lijst"), begin.heeft_contact),
        ("Zet je termijnen in je eigen agenda", gebied_url("trajecten:taken_instellingen"), begin.heeft_agenda),
    ]
    klaar = sum(gedaan for _, _, gedaan in stappen)
    if begin.weggeklikt or klaar == len(stappen):
        return None
    return {"stappen": stappen, "klaar": klaar, "totaal": len(stappen), "is_nieuw": dossiers == 0}


@require_POST
@require(Recht.CLIENT_BEWERKEN)
def aan_de_slag_weg(request: GebiedRequest) -> HttpResponse:
    aan_de_slag_wegklikken(user_id=request.toegang.user_id, nu=timezone.now())
    return redirect(gebied_url("trajecten:mijn_dag"))
