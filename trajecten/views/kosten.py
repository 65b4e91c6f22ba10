from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from regie.core import notatie
from regie.core.audit import record_event
from regie.core.dates import plus_maanden
from regie.core.excel import als_download
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, eis_recht, gebied_url, require
from regie.core.notatie import getal
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope
from trajecten.exports.facturatie import facturatielijst
from trajecten.forms.kosten import KostenafspraakForm, KostenkaderForm, TariefafspraakForm
from trajecten.models import Kostenafspraak, Kostenkader, Plaatsing, Tariefafspraak, Traject
from trajecten.selectors import kosten as selectors
from trajecten.selectors.plaatstarief import Plaatstarief, plaatstarief
from trajecten.services import kosten as services
from trajecten.views.actie import actie_pagina

BLADEN = (
    ("kosten_prognose", "Prognose"),
    ("facturatie", "Te factureren"),
    ("kostenkader", "Bedragen van het OCMW"),
)


def _tabs(huidig: str) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": gebied_url(f"trajecten:{naam}"), "actief": naam == huidig} for naam, label in BLADEN
    ]


@require_http_methods(["GET", "POST"])
@require(Recht.KOSTEN_BEKIJKEN)
def kostenblad(request: GebiedRequest, traject_id: UUID) -> HttpResponse:
    """The sheet of one traject, and the form for what differs."""
    een_traject = get_object_or_404(Traject.objects.select_related("client"), pk=traject_id)
    vandaag = timezone.localdate()
    afspraak = Kostenafspraak.objects.filter(traject=een_traject).first()
    begin = {"leefloon": afspraak.leefloon, "loonkost": afspraak.loonkost} if afspraak else {"leefloon": "ONBEKEND"}
    form = KostenafspraakForm(request.POST or None, initial=begin)
    if request.method == "POST":
        eis_recht(request, Recht.KOSTEN_BEWERKEN)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    if gelukt(form, lambda: services.kostenafspraak_bewaren(traject=een_traject, **form.cleaned_data, **wie)):
        messages.success(request, "De kosten zijn aangepast.")
        return redirect(gebied_url("trajecten:kosten", een_traject.pk))
    return actie_pagina(
        request,
        client=een_traject.client,
        form=form,
        titel="Kostenblad",
        knop="Bewaren",
        template="trajecten/kostenblad.html",
        bladen=selectors.kostenbladen(een_traject, vandaag=vandaag),
        plaatsingen=[
            plaatstarief(plaatsing, op=vandaag)
            for plaatsing in Plaatsing.objects.filter(stap__traject=een_traject)
            .select_related("gebruiker")
            .order_by("-start")
        ],
        mag_bewerken=request.toegang.mag(Recht.KOSTEN_BEWERKEN),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.KOSTEN_BEWERKEN)
def tariefafspraak(request: GebiedRequest, plaatsing_id: UUID) -> HttpResponse:
    plaatsing = get_object_or_404(
        Plaatsing.objects.select_related("stap__traject__client", "gebruiker"), pk=plaatsing_id
    )
    afspraak = Tariefafspraak.objects.filter(plaatsing=plaatsing).first()
    velden = ("functieniveau", "bedrag", "reden")
    form = TariefafspraakForm(
        request.POST or None, initial={naam: getattr(afspraak, naam) for naam in velden} if afspraak else None
    )
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    terug = gebied_url("trajecten:kosten", plaatsing.stap.traject_id)
    if gelukt(form, lambda: services.tariefafspraak_bewaren(plaatsing=plaatsing, **form.cleaned_data, **wie)):
        messages.success(request, "Het tarief is bewaard.")
        return redirect(terug)
    return actie_pagina(
        request,
        client=plaatsing.stap.traject.client,
        form=form,
        titel=f"Tarief bij {plaatsing.gebruiker}",
        knop="Bewaren",
        uitleg=_uitleg(plaatstarief(plaatsing, op=wie["vandaag"])),
        terug=terug,
    )


def _uitleg(tarief: Plaatstarief) -> str:
    if tarief.bedrag is None:
        return f"Er geldt nu geen tarief: {tarief.herkomst}."
    bedrag, deel = getal(tarief.bedrag, 2), getal(tarief.voor_breuk, 2)
    return f"Nu geldt € {bedrag} per voltijdse maand ({tarief.herkomst}). Voor deze breuk is dat € {deel} per maand."


@require_safe
@require(Recht.KOSTEN_BEKIJKEN)
def prognose(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    jaar = _getal(request.GET.get("jaar"), vandaag.year, 2000, 2100)
    context = {
        "prognose": selectors.prognose(jaar, vandaag=vandaag),
        "jaar": jaar,
        "vandaag": vandaag,
        "tabs": _tabs("kosten_prognose"),
    }
    return render(request, "trajecten/kosten_prognose.html", context)


def _getal(tekst: str | None, anders: int, minimum: int, maximum: int) -> int:
    if tekst and tekst.isdecimal() and minimum <= int(tekst) <= maximum:
        return int(tekst)
    return anders


def _maand(tekst: str | None, vandaag: date) -> date:
    """jjjj-mm; last month when nothing usable was asked."""
    jaar, _, maand = (tekst or "").partition("-")
    gekozen = _getal(jaar, 0, 2000, 2100), _getal(maand, 0, 1, 12)
    return date(*gekozen, 1) if all(gekozen) else plus_maanden(vandaag.replace(day=1), -1)


@require_safe
@require(Recht.KOSTEN_BEKIJKEN)
def facturatie(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    maand = _maand(request.GET.get("maand"), vandaag)
    lijnen = selectors.facturatie(maand, vandaag=vandaag)
    context = {
        "lijnen": lijnen,
        "per_gebruiker": _per_gebruiker(lijnen),
        "zonder_tarief": sum(lijn.bedrag is None for lijn in lijnen),
        "maand": maand,
        "vorige": plus_maanden(maand, -1),
        "volgende": plus_maanden(maand, 1),
        "tabs": _tabs("facturatie"),
    }
    return render(request, "trajecten/facturatie.html", context)


def _per_gebruiker(lijnen: Sequence[selectors.Factuurlijn]) -> list[tuple[str, int, Decimal]]:
    """(gebruiker, number of lines, total of the known amounts)."""
    groepen: dict[str, list[selectors.Factuurlijn]] = {}
    for lijn in lijnen:
        groepen.setdefault(lijn.plaatsing.gebruiker.naam, []).append(lijn)
    return [
        (naam, len(groep), sum((x.bedrag or Decimal(0) for x in groep), Decimal(0))) for naam, groep in groepen.items()
    ]


@require_safe
@require(Recht.KOSTEN_BEKIJKEN)
def facturatie_excel(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    maand = _maand(request.GET.get("maand"), vandaag)
    lijnen = selectors.facturatie(maand, vandaag=vandaag)
    record_event("facturatie.geexporteerd", current_scope().gebied, door=request.toegang, aantal=len(lijnen))
    uitleg = [
        ("Maand", notatie.maand(maand)),
        ("Bedrag", "Tarief per voltijdse maand x deel van een voltijdse maand, afgerond op de cent per periode."),
        ("Deel van een voltijdse maand", "Kalenderdagen in de maand x tewerkstellingsbreuk / dagen van de maand."),
        ("Leeg bedrag", "Er is geen tarief bekend voor deze gebruiker en dit functieniveau."),
        ("Gemaakt op", f"{vandaag:%d/%m/%Y}"),
        ("Let op", "Dit bestand bevat persoonsgegevens. Bewaar het op een veilige plaats en wis het na gebruik."),
    ]
    inhoud = facturatielijst(lijnen, uitleg=uitleg)
    return als_download(inhoud, bestandsnaam=f"facturatie-{maand:%Y-%m}.xlsx")


@require_http_methods(["GET", "POST"])
@require(Recht.KOSTEN_BEKIJKEN)
def kader(request: GebiedRequest) -> HttpResponse:
    """The amounts of the own OCMW over time."""
    kaders = list(Kostenkader.objects.select_related("eigenaar").order_by("-van"))
    velden = ("loonkost", "begeleidingsuren", "uurkost")
    begin = {naam: getattr(kaders[0], naam) for naam in velden} if kaders else {}
    form = KostenkaderForm(request.POST or None, initial={**begin, "van": timezone.localdate().replace(day=1)})
    if request.method == "POST":
        eis_recht(request, Recht.KOSTEN_BEWERKEN)
    eigenaar_id = request.toegang.organisatie_ids[0] if request.toegang.organisatie_ids else 0

    def bewaar() -> None:
        services.kostenkader_bewaren(eigenaar_id=eigenaar_id, **form.cleaned_data, door=request.toegang)

    if gelukt(form, bewaar):
        messages.success(request, "De bedragen zijn bewaard.")
        return redirect(gebied_url("trajecten:kostenkader"))
    context = {
        "form": form,
        "kaders": kaders,
        "mag_bewerken": request.toegang.mag(Recht.KOSTEN_BEWERKEN),
        "tabs": _tabs("kostenkader"),
    }
    return render(request, "trajecten/kostenkader.html", context, status=422 if form.errors else 200)
