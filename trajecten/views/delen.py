"""Delen en inzage: consents, who sees what, who looked, and everything in one file for the client."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.core.excel import als_download, maak_werkboek
from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from trajecten.forms.delen import AvgForm, ToestemmingForm
from trajecten.models import Toestemming
from trajecten.selectors import delen as selectors
from trajecten.selectors.client import huidig_traject
from trajecten.services import client_lezen
from trajecten.services import delen as services
from trajecten.views.actie import actie_pagina
from trajecten.views.client import haal_client, kader

LAATSTE = 20


@require_safe
@require(Recht.CLIENT_BEKIJKEN)
def inzage(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    """The tab."""
    client = haal_client(client_id)
    vandaag = timezone.localdate()
    context = kader(request, client, "inzage")
    door = request.GET.get("door", "")
    rijen = selectors.lezingen(client, door=door, met_reden=request.GET.get("reden") == "1")
    context |= {
        "toestemmingen": [(rij, selectors.loopt_af(rij, vandaag)) for rij in selectors.toestemmingen(client)],
        "delingen": selectors.delingen(client, vandaag),
        "lezingen": selectors.met_namen(rijen[:LAATSTE]),
        "lezers": selectors.lezers(client),
        "gekozen_door": door,
        "alleen_met_reden": request.GET.get("reden") == "1",
        "partnerbeeld": selectors.partnerbeeld(client, context["traject"]),
        "nooit": selectors.NOOIT_VOOR_PARTNERS,
        "mag_toestemming": request.toegang.mag(Recht.CLIENT_BEWERKEN),
        "mag_uitvoeren": request.toegang.mag(Recht.DOSSIER_BEHEREN),
    }
    return render(request, "trajecten/client_inzage.html", context)


@require_safe
@require(Recht.CLIENT_BEKIJKEN)
def inzage_excel(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    client = haal_client(client_id)
    client_lezen(client=client, pagina="leeslogboek in Excel", door=request.toegang)
    lijst = selectors.met_namen(selectors.lezingen(client, door=request.GET.get("door", ""))[:5000])
    inhoud = maak_werkboek(
        blad="Inzage",
        kolommen=("Wanneer", "Wie", "Onderdeel", "Reden"),
        rijen=[
            (timezone.localtime(r.inzage.created_at).replace(tzinfo=None), r.wie, r.onderdeel, r.inzage.reden)
            for r in lijst
        ],
        uitleg=[("Inhoud", "Wie dit dossier bekeek, nieuwste eerst."), ("Dossier", client.dossiernummer)],
    )
    return als_download(inhoud, bestandsnaam="inzage.xlsx")


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEWERKEN)
def toestemming_noteren(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    client = haal_client(client_id)
    vandaag = timezone.localdate()
    form = ToestemmingForm(request.POST or None, vandaag=vandaag)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    if gelukt(form, lambda: services.toestemming_noteren(client=client, **form.cleaned_data, **wie)):
        messages.success(request, "De toestemming is genoteerd.")
        return redirect(gebied_url("trajecten:inzage", client.pk))
    return actie_pagina(
        request,
        client=client,
        form=form,
        titel="Toestemming noteren",
        knop="Bewaren",
        uitleg="Noteer waarmee de cliënt instemt. Intrekken kan altijd en stopt het delen meteen.",
        terug=gebied_url("trajecten:inzage", client.pk),
    )


@require_POST
@require(Recht.CLIENT_BEWERKEN)
def toestemming_intrekken(request: GebiedRequest, toestemming_id: UUID) -> HttpResponse:
    rij = get_object_or_404(Toestemming.objects.select_related("client"), pk=toestemming_id)
    try:
        aantal = services.toestemming_intrekken(toestemming=rij, door=request.toegang, vandaag=timezone.localdate())
    except DomainError as fout:
        messages.error(request, str(fout))
    else:
        links = f" {aantal} {'link werkt' if aantal == 1 else 'links werken'} niet meer." if aantal else ""
        messages.success(request, f"De toestemming is ingetrokken.{links}")
    return redirect(gebied_url("trajecten:inzage", rij.client_id))


@require_safe
@require(Recht.CLIENT_BEKIJKEN)
def privacyblad(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    """On paper for the client, in plain words: who may see what, why, and who looked."""
    client = haal_client(client_id)
    client_lezen(client=client, pagina="privacyblad", door=request.toegang)
    vandaag = timezone.localdate()
    context = {
        "client": client,
        "traject": huidig_traject(client),
        "vandaag": vandaag,
        "toestemmingen": [rij for rij in selectors.toestemmingen(client) if not rij.ingetrokken_op],
        "delingen": selectors.delingen(client, vandaag),
        "lezingen": selectors.met_namen(selectors.lezingen(client)[:LAATSTE]),
        "nooit": selectors.NOOIT_VOOR_PARTNERS,
    }
    return render(request, "trajecten/privacyblad.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.DOSSIER_BEHEREN)
def avg_export(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    client = haal_client(client_id)
    form = AvgForm(request.POST or None)
    uit: dict[str, bytes] = {}

    def voer_uit() -> None:
        uit["zip"] = services.avg_export(client=client, reden=form.cleaned_data["reden"], door=request.toegang)

    if gelukt(form, voer_uit):
        return als_download(uit["zip"], bestandsnaam="gegevens-van-de-client.zip", soort="application/zip")
    return actie_pagina(
        request,
        client=client,
        form=form,
        titel="Alle gegevens uitvoeren",
        knop="ZIP maken",
        uitleg="Voor een vraag om inzage (AVG). De ZIP bevat alles over deze persoon, om te lezen en om mee te nemen. "
        "Het INSZ staat er afgeschermd in.",
        terug=gebied_url("trajecten:inzage", client.pk),
    )
