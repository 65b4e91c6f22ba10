"""From a candidate to a place: profile, ranked places, proposing one, and what became of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms.plaatsen import KandidatuurForm, ProfielForm, VoorstelForm
from trajecten.models import Client, Kandidatuur, Traject
from trajecten.selectors import client as clientselectors
from trajecten.selectors.matching import kandidaturen_van, plaatsen_voor
from trajecten.selectors.profiel import Voorstel, profiel_van
from trajecten.views.actie import actie_pagina
from trajecten.views.client import haal_client
from trajecten.views.plaatsen import haal_plaats

PASSEND_EERST = 12


def _traject(client: Client) -> Traject | None:
    traject = clientselectors.huidig_traject(client)
    return traject if traject and traject.is_open else None


@require_safe
@require(Recht.TRAJECT_BEWERKEN)
def plaats_zoeken(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    """Ranked places for one client, with the reasons; what runs already on top."""
    client = haal_client(client_id)
    services.client_lezen(client=client, pagina="plaats_zoeken", door=request.toegang)
    traject, vandaag = _traject(client), timezone.localdate()
    alles = request.GET.get("alles") == "1"
    gevonden = plaatsen_voor(traject, vandaag=vandaag, ocmw_ids=request.toegang.organisatie_ids) if traject else None
    context: dict[str, Any] = {
        "client": client,
        "traject": traject,
        "kandidaturen": kandidaturen_van(client.pk),
        "vandaag": vandaag,
        "alles": alles,
    }
    if gevonden:
        context["voorstel"] = gevonden.voorstel
        context["profielregels"] = _regels(gevonden.voorstel)
        context["passend"] = gevonden.passend if alles else gevonden.passend[:PASSEND_EERST]
        context["aantal_passend"] = len(gevonden.passend)
        context["niet"] = gevonden.niet
    return render(request, "trajecten/plaatsen/zoeken.html", context)


def _regels(voorstel: Voorstel) -> list[tuple[str, str]]:
    p = voorstel.profiel
    return [
        ("Jobdoelwit", p.jobdoelwit or "nog te bepalen"),
        ("Soort werk", _woorden(p, "categorieen") or "nog te kiezen"),
        ("Beschikbaar", f"vanaf {p.beschikbaar_vanaf:%d/%m/%Y}" if p.beschikbaar_vanaf else "meteen"),
        ("Uren", f"hoogstens {p.uren.normalize():f} per week".replace(".", ",") if p.uren else "voltijds kan"),
        ("Rijbewijs", p.get_rijbewijs_display() or "geen"),
        ("Nederlands", p.get_nederlands_display() if p.nederlands is not None else "nog niet ingeschat"),
        ("Naar het werk", _woorden(p, "vervoer") or "nog niet ingevuld"),
        ("Rekening houden met", _woorden(p, "grenzen") or "niets bijzonders"),
        ("Sterke kanten", p.sterktes or "–"),
        ("Wensen", p.wensen or "–"),
    ]


def _woorden(profiel: Any, veld: str) -> str:
    keuzes = dict(profiel._meta.get_field(veld).base_field.choices)
    return ", ".join(str(keuzes.get(code, code)) for code in getattr(profiel, veld))


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def profiel(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    client = haal_client(client_id)
    traject = clientselectors.huidig_traject(client)
    if traject is None:
        messages.info(request, "Meld de cliënt eerst aan voor een traject.")
        return redirect(gebied_url("trajecten:client", client.pk))
    voorstel = profiel_van(traject)
    form = ProfielForm(request.POST or None, voorstel=voorstel)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    terug = gebied_url("trajecten:plaats_zoeken", client.pk)
    if gelukt(form, lambda: services.profiel_bewaren(client=client, **form.opdracht(), **wie)):
        messages.success(request, "Het profiel is bewaard.")
        return redirect(terug)
    return actie_pagina(
        request,
        client=client,
        form=form,
        titel="Kandidaatprofiel",
        knop="Profiel bewaren",
        terug=terug,
        template="trajecten/plaatsen/profiel.html",
        voorstel=voorstel,
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def voorstellen(request: GebiedRequest, client_id: UUID, werkplaats_id: UUID) -> HttpResponse:
    client = haal_client(client_id)
    rij = haal_plaats(request, werkplaats_id)
    traject = clientselectors.huidig_traject(client)
    if traject is None:
        messages.info(request, "Meld de cliënt eerst aan voor een traject.")
        return redirect(gebied_url("trajecten:client", client.pk))
    gevonden = plaatsen_voor(traject, vandaag=rij.vandaag, ocmw_ids=request.toegang.organisatie_ids)
    match = next(
        (m.match for m in (*gevonden.passend, *gevonden.niet) if m.rij.werkplaats.pk == rij.werkplaats.pk), None
    )
    form = VoorstelForm(request.POST or None)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": rij.vandaag}
    if gelukt(
        form,
        lambda: services.plaats_voorstellen(traject=traject, werkplaats=rij.werkplaats, **form.cleaned_data, **wie),
    ):
        messages.success(request, "De plaats is voorgesteld.")
        return redirect(gebied_url("trajecten:plaats_zoeken", client.pk))
    return actie_pagina(
        request,
        client=client,
        form=form,
        titel="Plaats voorstellen",
        knop="Plaats voorstellen",
        terug=gebied_url("trajecten:plaats_zoeken", client.pk),
        template="trajecten/plaatsen/voorstellen.html",
        rij=rij,
        match=match,
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def kandidatuur(request: GebiedRequest, kandidatuur_id: UUID) -> HttpResponse:
    een = get_object_or_404(
        Kandidatuur.objects.select_related("client__gemeente", "traject", "werkplaats__gebruiker"), pk=kandidatuur_id
    )
    form = KandidatuurForm(request.POST or None, kandidatuur=een)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    terug = gebied_url("trajecten:plaats_zoeken", een.client_id)
    if gelukt(form, lambda: services.kandidatuur_bijwerken(kandidatuur=een, **form.cleaned_data, **wie)):
        messages.success(request, "De kandidatuur is bijgewerkt.")
        return redirect(terug)
    return actie_pagina(
        request,
        client=een.client,
        form=form,
        titel="Kandidatuur bijwerken",
        knop="Bewaren",
        uitleg=f"{een.werkplaats.functie} bij {een.werkplaats.gebruiker}.",
        terug=terug,
    )
