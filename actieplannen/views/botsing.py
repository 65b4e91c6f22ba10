"""Change one row that others may have open too: the second to save sees both versions and chooses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from actieplannen.forms.slot import SlotForm, botsingen, samenvoegen
from regie.core.exceptions import DomainError, Verouderd
from regie.core.historiek import laatste
from regie.core.http import GebiedRequest
from regie.core.pagina import zinnen

KEUZE = "keuze:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewerking:
    """`rij` reads the row again; `maak` its form, unbound or with what was sent; `bewaar` calls the service."""

    rij: Callable[[], Any]
    maak: Callable[[Any, QueryDict | None], SlotForm]
    bewaar: Callable[[Any], object]
    titel: str
    knop: str
    gelukt: str
    terug: tuple[str, str]  # address and label; also where one goes after saving
    template: str


def bewerkpagina(request: GebiedRequest, bewerking: Bewerking) -> HttpResponse:
    rij = bewerking.rij()
    if request.method != "POST":
        return _toon(request, bewerking, bewerking.maak(rij, None))
    data: QueryDict = request.POST
    if "nu_versie" in data:
        if data["nu_versie"] != str(rij.versie):
            return _botsing(request, bewerking, rij, data)
        keuzes = {naam.removeprefix(KEUZE): str(data[naam]) for naam in data if naam.startswith(KEUZE)}
        data = samenvoegen(bewerking.maak(rij, None), data, keuzes, rij.versie)
    form = bewerking.maak(rij, data)
    if "meer" in request.POST or "verder" in request.POST:
        form.zonder_oordeel()
        return _toon(request, bewerking, form)
    return _bewaar(request, bewerking, form, data)


def _bewaar(request: GebiedRequest, bewerking: Bewerking, form: SlotForm, data: QueryDict) -> HttpResponse:
    if not form.is_valid():
        return _toon(request, bewerking, form)
    try:
        bewerking.bewaar(form)
    except Verouderd:
        return _botsing(request, bewerking, bewerking.rij(), data)
    except (DomainError, ValidationError) as fout:
        for zin in zinnen(fout):
            form.add_error(None, zin)
        return _toon(request, bewerking, form)
    messages.success(request, bewerking.gelukt)
    return redirect(bewerking.terug[0])


def _botsing(request: GebiedRequest, bewerking: Bewerking, rij: Any, data: QueryDict) -> HttpResponse:
    hun = bewerking.maak(rij, None)
    gevonden = botsingen(hun, data)
    if not gevonden:  # both did the same, or the other changed what is not in this form
        opnieuw = samenvoegen(hun, data, {}, rij.versie)
        return _bewaar(request, bewerking, bewerking.maak(rij, opnieuw), opnieuw)
    mee = [(naam, waarde) for naam in data if _reist_mee(naam) for waarde in data.getlist(naam)]
    context = {
        "botsingen": gevonden,
        "mee": mee,
        "nu_versie": rij.versie,
        "laatste": laatste(type(rij), rij.pk),
        "titel": bewerking.titel,
        "terug_url": bewerking.terug[0],
        "terug_label": bewerking.terug[1],
    }
    return render(request, "actieplannen/botsing.html", context, status=422)


def _reist_mee(naam: str) -> bool:
    return not naam.startswith(KEUZE) and naam not in {"csrfmiddlewaretoken", "nu_versie", "verder", "meer"}


def _toon(request: GebiedRequest, bewerking: Bewerking, form: SlotForm) -> HttpResponse:
    context = {
        "form": form,
        "titel": bewerking.titel,
        "knop": bewerking.knop,
        "terug_url": bewerking.terug[0],
        "terug_label": bewerking.terug[1],
    }
    return render(request, bewerking.template, context, status=422 if form.errors else 200)
