"""The tab "Acties" of a plan: one selection, seen as a table, on a timeline or on a board."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from actieplannen.enums import Planstatus, Voortgang
from actieplannen.exports.acties import actielijst
from actieplannen.filters import ActieFilter
from actieplannen.models import Actie, Jaaractieplan
from actieplannen.selectors.actielijst import Actieregel, actieregels, acties_met_stand, gesorteerd
from actieplannen.selectors.geld import Geldtabel, geld_van_plan
from actieplannen.selectors.plannen import boom
from actieplannen.services.acties import voortgang_zetten
from actieplannen.services.rechten import mag_actie_opvolgen
from regie.core import notatie
from regie.core.excel import als_download
from regie.core.grafieken import Tijdbalk, Tijdlijnbalken
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.permissions import Recht

TAB = "actieplannen:acties"
TABEL, TIJDLIJN, BORD = "tabel", "tijdlijn", "bord"
WEERGAVEN = ((TABEL, "Tabel", "table"), (TIJDLIJN, "Tijdlijn", "calendar"), (BORD, "Bord", "clipboard-list"))
PER_TEKENING = 14  # what fits on a page of A4 landscape, below the head of the page
VOORTGANGEN = list(Voortgang)
DAG = timedelta(days=1)


@dataclass
class Selectie:
    """What the filters leave of a plan."""

    plan: Jaaractieplan
    filter: ActieFilter
    regels: list[Actieregel]
    geld: Geldtabel
    totaal: int

    @cached_property
    def tekst(self) -> str:
        aantal = len(self.regels)
        if aantal == self.totaal:
            return notatie.meervoud(aantal, "actie", "acties")
        return f"{notatie.getal(aantal)} van {notatie.meervoud(self.totaal, 'actie', 'acties')}"


def _selectie(request: GebiedRequest, plan: Jaaractieplan, vandaag: date) -> Selectie:
    rijen = acties_met_stand(plan, vandaag=vandaag)
    alle = list(rijen)
    takken = boom(plan, gelezen=alle)
    geld = geld_van_plan(plan, takken=takken)
    gefilterd = ActieFilter(request.GET, queryset=rijen, acties=alle, geld=geld, toegang=request.toegang)
    ids = {actie.pk for actie in alle}
    if not gefilterd.is_leeg:
        ids = set(gefilterd.qs.order_by().values_list("pk", flat=True))
    return Selectie(plan, gefilterd, actieregels(takken, geld, ids=ids), geld, len(alle))


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def acties(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan, vandaag = get_object_or_404(Jaaractieplan, pk=plan_id), timezone.localdate()
    selectie = _selectie(request, plan, vandaag)
    gevraagd = request.GET.get("weergave", TABEL)
    weergave = gevraagd if gevraagd in {TABEL, TIJDLIJN, BORD} else TABEL
    sorteer = request.GET.get("sorteer", "nummer")
    context: dict[str, Any] = {
        "plan": plan,
        "tab": TAB,
        "selectie": selectie,
        "filter": selectie.filter,
        "chips": selectie.filter.chips(),
        "weergave": weergave,
        "weergaven": WEERGAVEN,
        "sorteer": sorteer,
    }
    if weergave == TIJDLIJN:
        context["tekeningen"] = _tekeningen(selectie, vandaag)
    elif weergave == BORD:
        context["kolommen"] = _kolommen(request, selectie)
    else:
        context["regels"] = gesorteerd(selectie.regels, sorteer)
    return render(request, "actieplannen/acties/acties.html", context)


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def acties_excel(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan, vandaag = get_object_or_404(Jaaractieplan, pk=plan_id), timezone.localdate()
    selectie = _selectie(request, plan, vandaag)
    regels = gesorteerd(selectie.regels, request.GET.get("sorteer", "nummer"))
    uitleg = [
        ("Plan", f"{plan.titel} ({plan.get_status_display()})"),
        ("Lijst", "Dezelfde selectie en volgorde als op het scherm"),
        *(("Filter", chip["label"]) for chip in selectie.filter.chips()),
        ("Bedragen", f"Van {plan.jaar}; bedragen van andere jaren staan op het tabblad Geld van het plan."),
        ("Gemaakt op", notatie.datum(vandaag)),
        ("Aantal rijen", str(len(regels))),
    ]
    naam = f"acties-{plan.jaar}-{vandaag:%Y-%m-%d}.xlsx"
    return als_download(actielijst(regels, uitleg=uitleg), bestandsnaam=naam)


# --- timeline


def _tekeningen(selectie: Selectie, vandaag: date) -> list[Tijdlijnbalken]:
    """One drawing per strategic objective, in pieces that fit on a page."""
    begin, eind = _venster(selectie)
    per_tak: dict[str, list[Actieregel]] = {}
    for regel in selectie.regels:
        per_tak.setdefault(f"{regel.tak.nummer} {regel.tak.doelstelling.titel}", []).append(regel)
    return [
        Tijdlijnbalken(
            titel=f"{titel} (deel {deel // PER_TEKENING + 1})" if deel else titel,
            omschrijving="Tijdlijn met per actie een balk van begin tot eind, met de voortgang in woorden.",
            balken=[_tijdbalk(regel) for regel in regels[deel : deel + PER_TEKENING]],
            soorten=[voortgang.label for voortgang in VOORTGANGEN],
            begin=begin,
            eind=eind,
            vandaag=vandaag,
        )
        for titel, regels in per_tak.items()
        for deel in range(0, len(regels), PER_TEKENING)
    ]


def _venster(selectie: Selectie) -> tuple[date, date]:
    """The year of the plan, and half a year around it when an action needs that."""
    jaar = selectie.plan.jaar
    starts = [regel.actie.start for regel in selectie.regels if regel.actie.start]
    einden = [regel.actie.eind for regel in selectie.regels if regel.actie.eind]
    begin = date(jaar - 1, 7, 1) if any(dag.year < jaar for dag in starts) else date(jaar, 1, 1)
    eind = date(jaar + 1, 6, 30) if any(dag.year > jaar for dag in einden) else date(jaar, 12, 31)
    return begin, eind


def _tijdbalk(regel: Actieregel) -> Tijdbalk:
    soort = VOORTGANGEN.index(Voortgang(regel.actie.voortgang))
    return Tijdbalk(f"{regel.nummer} {regel.actie.titel}", regel.actie.start, regel.actie.eind, soort)


# --- board


@dataclass(frozen=True)
class Zet:
    """A button on a card: to which column, and the address that does it."""

    voortgang: Voortgang
    url: str


@dataclass(frozen=True)
class Bordkaart:
    regel: Actieregel
    zetten: Sequence[Zet]


@dataclass(frozen=True)
class Kolom:
    voortgang: Voortgang
    kaarten: Sequence[Bordkaart]


def _kolommen(request: GebiedRequest, selectie: Selectie) -> list[Kolom]:
    kaarten = [Bordkaart(regel, _zetten(request, selectie.plan, regel.actie)) for regel in selectie.regels]
    return [
        Kolom(voortgang, [kaart for kaart in kaarten if kaart.regel.actie.voortgang == voortgang])
        for voortgang in VOORTGANGEN
    ]


def _zetten(request: GebiedRequest, plan: Jaaractieplan, actie: Actie) -> list[Zet]:
    """The other columns, for who may follow up this action while the plan is open."""
    if plan.status == Planstatus.VERANTWOORD or not mag_actie_opvolgen(actie, request.toegang):
        return []
    anders = [voortgang for voortgang in VOORTGANGEN if voortgang != actie.voortgang]
    return [Zet(voortgang, _zetadres(request, actie, voortgang)) for voortgang in anders]


def _zetadres(request: GebiedRequest, actie: Actie, voortgang: str) -> str:
    """With the filters of the list, so that one comes back to the same board."""
    vraag = request.GET.urlencode()
    return gebied_url("actieplannen:bord_zetten", actie.pk, voortgang) + (f"?{vraag}" if vraag else "")


@require_POST
@require(Recht.ACTIE_OPVOLGEN)
def bord_zetten(request: GebiedRequest, planactie_id: UUID, naar_voortgang: str) -> HttpResponse:
    """One card to another column; the toast puts it back."""
    rijen = Actie.objects.select_related("doelstelling__plan", "trekker", "trekker_organisatie")
    actie, vandaag = get_object_or_404(rijen, pk=planactie_id), timezone.localdate()
    doe(
        request,
        lambda: voortgang_zetten(actie=actie, voortgang=naar_voortgang, door=request.toegang, vandaag=vandaag),
        f"'{actie.titel}' staat nu bij '{dict(Voortgang.choices).get(naar_voortgang, naar_voortgang)}'.",
        ongedaan=_zetadres(request, actie, actie.voortgang),
    )
    if not request.toegang.mag(Recht.PLAN_BEKIJKEN):
        return redirect(gebied_url("actieplannen:mijn_acties"))
    vraag = request.GET.urlencode() or f"weergave={BORD}"
    return redirect(f"{gebied_url(TAB, actie.doelstelling.plan_id)}?{vraag}#actie-{actie.pk}")
