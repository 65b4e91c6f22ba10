from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from partners.selectors.weekmail import maildag
from regie.accounts import voorkeuren
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.notatie import datum
from regie.core.permissions import Recht
from trajecten import services
from trajecten.enums import TermijnSoort
from trajecten.forms.taken import TaakForm
from trajecten.forms.velden import met_hoofdletter
from trajecten.selectors import taken as selectors
from trajecten.selectors.client import begeleiders
from trajecten.selectors.dag import waargenomen
from trajecten.selectors.signaalregels import signaalregels
from trajecten.views.termijnregel import taakregel, termijnregel

PER_PAGINA = 40
TOON = (("", "Alles"), ("te_laat", "Te laat"), ("sluimert", "Sluimert"))
MAILKEUZES = {
    "mail_aan": (voorkeuren.dagoverzicht_kiezen, True, "Je krijgt het dagoverzicht."),
    "mail_uit": (voorkeuren.dagoverzicht_kiezen, False, "Je krijgt geen dagoverzicht meer."),
    "weekmail_aan": (voorkeuren.weekmail_kiezen, True, "Je krijgt de weekmail."),
    "weekmail_uit": (voorkeuren.weekmail_kiezen, False, "Je krijgt geen weekmail meer."),
}


@dataclass(frozen=True, slots=True)
class _Keuze:
    vraag: selectors.Vraag
    als_week: bool
    maandag: date


def _lees(request: GebiedRequest, vandaag: date) -> _Keuze:
    wie, soort = request.GET.get("wie", "mij"), request.GET.get("soort", "")
    toon = request.GET.get("toon", "")
    vraag = selectors.Vraag(
        wie=wie if wie in {"mij", "team"} or wie.isdigit() else "mij",
        soort=soort if soort in TermijnSoort.values else "",
        toon=toon if toon in dict(TOON) else "",
    )
    return _Keuze(vraag, request.GET.get("weergave") == "week", _maandag(request.GET.get("week", ""), vandaag))


def _maandag(tekst: str, vandaag: date) -> date:
    """The Monday of "2026-W48"; of this week when it says nothing we understand."""
    try:
        return date.fromisocalendar(int(tekst[:4]), int(tekst[6:]), 1)
    except ValueError:
        return vandaag - timedelta(days=vandaag.weekday())


def _weeknummer(maandag: date) -> str:
    jaar, week, _ = maandag.isocalendar()
    return f"{jaar}-W{week:02d}"


@require_safe
@require(Recht.CLIENT_BEWERKEN)
def taken(request: GebiedRequest) -> HttpResponse:
    """Everything open: a list with filters, or one week as an agenda."""
    vandaag = timezone.localdate()
    keuze = _lees(request, vandaag)
    collegas = [
        user
        for organisatie_id in request.toegang.organisatie_ids
        for user in begeleiders(organisatie_id, vandaag)
        if user.pk != request.toegang.user_id
    ]
    neemt_waar = waargenomen(request.toegang.user_id, vandaag).exists()
    ik = "Ik, met wie ik waarneem" if neemt_waar else "Ik"
    context: dict[str, Any] = {
        "vandaag": vandaag,
        "vraag": keuze.vraag,
        "als_week": keuze.als_week,
        "wie_keuzes": [("mij", ik), ("team", "Heel het OCMW"), *((str(u.pk), u.naam) for u in collegas)],
        "soort_keuzes": [("", "Alle soorten"), *met_hoofdletter(TermijnSoort.choices)],
        "toon_keuzes": TOON,
        "hele_team": neemt_waar or keuze.vraag.wie != "mij",
        "tabs": [
            {"label": "Lijst", "url": _met(request, weergave=""), "actief": not keuze.als_week},
            {"label": "Week", "url": _met(request, weergave="week"), "actief": keuze.als_week},
        ],
    }
    context |= _week(request, keuze, vandaag) if keuze.als_week else _lijst(request, keuze, vandaag)
    return render(request, "trajecten/taken.html", context)


def _met(request: GebiedRequest, **anders: str) -> str:
    query = request.GET.copy()
    query.pop("pagina", None)
    for naam, waarde in anders.items():
        query[naam] = waarde
        if not waarde:
            del query[naam]
    return f"?{query.urlencode()}"


def _lijst(request: GebiedRequest, keuze: _Keuze, vandaag: date) -> dict[str, Any]:
    wie = request.toegang.user_id
    rijen = selectors.termijnen(keuze.vraag, user_id=wie, vandaag=vandaag)
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    eigen = []
    if keuze.vraag.wie == "mij" and keuze.vraag.soort in {"", TermijnSoort.TAAK} and pagina.number == 1:
        eigen = list(selectors.eigen_taken(user_id=wie, vandaag=vandaag, toon=keuze.vraag.toon))
    return {
        "pagina": pagina,
        "regels": [termijnregel(termijn, vandaag, terug="taken") for termijn in pagina],
        "bulkacties": _bulkacties(request),
        "eigen": [] if keuze.vraag.toon == "sluimert" else [taakregel(t, vandaag, terug="taken") for t in eigen],
    }


def _bulkacties(request: GebiedRequest) -> list[dict[str, str]]:
    if not request.toegang.mag(Recht.TRAJECT_BEWERKEN):
        return []
    query = request.GET.urlencode()
    url = gebied_url("trajecten:selectie_sluimeren") + (f"?{query}" if query else "")
    return [{"label": "Laten sluimeren", "url": url}]


def _week(request: GebiedRequest, keuze: _Keuze, vandaag: date) -> dict[str, Any]:
    dagen = selectors.week(keuze.vraag, maandag=keuze.maandag, user_id=request.toegang.user_id, vandaag=vandaag)
    vorige, volgende = keuze.maandag - timedelta(days=7), keuze.maandag + timedelta(days=7)
    return {
        "maandag": keuze.maandag,
        "zondag": keuze.maandag + timedelta(days=6),
        "vorige": _met(request, weergave="week", week=_weeknummer(vorige)),
        "volgende": _met(request, weergave="week", week=_weeknummer(volgende)),
        "deze": _met(request, weergave="week", week=""),
        "dagen": [
            {
                "dag": vak.dag,
                "is_vandaag": vak.dag == vandaag,
                "regels": [termijnregel(t, vandaag, terug="taken") for t in vak.termijnen]
                + [taakregel(t, vandaag, terug="taken") for t in vak.taken],
            }
            for vak in dagen
        ],
    }


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEWERKEN)
def toevoegen(request: GebiedRequest) -> HttpResponse:
    """A task, with or without a client; `?client=` chooses one."""
    vandaag = timezone.localdate()
    voor = _gekozen_traject(request.GET.get("client", ""))
    form = TaakForm(request.POST or None, initial={"vervalt_op": vandaag, "traject": voor})
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    organisatie_id = request.toegang.organisatie_ids[0]
    if gelukt(form, lambda: services.taak_maken(**form.cleaned_data, organisatie_id=organisatie_id, **wie)):
        messages.success(request, f"De taak staat klaar tegen {datum(form.cleaned_data['vervalt_op'])}.")
        if voor is not None:
            return redirect(gebied_url("trajecten:client", voor.client_id))
        return redirect(gebied_url("trajecten:taken"))
    terug = gebied_url("trajecten:client", voor.client_id) if voor else gebied_url("trajecten:taken")
    context = {"form": form, "terug": terug, "terug_label": voor.client.naam if voor else "Taken en termijnen"}
    return render(request, "trajecten/taak_toevoegen.html", context, status=422 if form.errors else 200)


def _gekozen_traject(tekst: str) -> Any:
    try:
        return selectors.traject_van_client(UUID(tekst))
    except ValueError:
        return None


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEWERKEN)
def instellingen(request: GebiedRequest) -> HttpResponse:
    """The daily and the weekly mail on or off, and the secret address for the own agenda (shown once)."""
    user_id, adres = request.toegang.user_id, ""
    actie = request.POST.get("actie", "")
    if actie == "agenda_maken":
        geheim = voorkeuren.agendalink_maken(user_id=user_id, nu=timezone.now())
        adres = f"{settings.BASIS_URL}{reverse('agenda', args=[geheim])}"
    elif actie == "agenda_stoppen":
        voorkeuren.agendalink_stoppen(user_id=user_id)
        messages.success(request, "De agendalink werkt niet meer.")
    elif actie in MAILKEUZES:
        kies, aan, zin = MAILKEUZES[actie]
        kies(user_id=user_id, aan=aan)
        messages.success(request, zin)
    if actie and not adres:
        return redirect(gebied_url("trajecten:taken_instellingen"))
    weekmail_op = maildag(timezone.localdate()) if request.toegang.mag(Recht.WERKGEVER_BEKIJKEN) else None
    context = {"voorkeur": voorkeuren.voorkeur_van(user_id), "adres": adres, "weekmail_op": weekmail_op}
    response = render(request, "trajecten/taken_instellingen.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
@require(Recht.CLIENT_BEWERKEN)
def signalen(request: GebiedRequest) -> HttpResponse:
    """What we warn for, by which rule, how certain that rule is, and when it ends by itself."""
    return render(request, "trajecten/signaalregels.html", {"rijen": signaalregels(timezone.localdate())})
