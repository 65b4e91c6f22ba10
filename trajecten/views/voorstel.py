"""The case worker's side of the partner's hand: links of a placement, and deciding about proposals."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from partners.models import Contactpersoon
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.enums import VoorstelStatus
from trajecten.forms.voorstel import BeslisForm, LinkMakenForm
from trajecten.models import Link, Plaatsing
from trajecten.notifications import sms_tekst
from trajecten.selectors.voorstellen import omschrijf, voorstellen
from trajecten.services.partnerlinks import partnerlink_maken
from trajecten.services.voorstellen import voorstel_aanvaarden, voorstel_weigeren
from trajecten.views.actie import actie_pagina, link_klaar


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def voorstel(request: GebiedRequest, voorstel_id: UUID) -> HttpResponse:
    """Accept or refuse; a message back is not required. What the service refuses is shown, and nothing changed."""
    een_voorstel = get_object_or_404(voorstellen(), pk=voorstel_id)
    form = BeslisForm(request.POST or None)
    client = een_voorstel.plaatsing.stap.traject.client
    dienst = voorstel_weigeren if "weigeren" in request.POST else voorstel_aanvaarden
    wie: dict[str, Any] = {"door": request.toegang, "nu": timezone.now(), "vandaag": timezone.localdate()}
    if gelukt(form, lambda: dienst(voorstel=een_voorstel, antwoord=form.cleaned_data["antwoord"], **wie)):
        messages.success(request, f"Het voorstel is {'geweigerd' if 'weigeren' in request.POST else 'aanvaard'}.")
        return redirect(gebied_url("trajecten:traject", client.pk))
    return actie_pagina(
        request,
        client=client,
        form=form,
        titel=f"Voorstel: {een_voorstel.get_soort_display()}",
        knop="Aanvaarden",
        terug=gebied_url("trajecten:traject", client.pk),
        template="trajecten/voorstel.html",
        voorstel=een_voorstel,
        zin=omschrijf(een_voorstel),
        is_open=een_voorstel.status == VoorstelStatus.OPEN,
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def link_maken(request: GebiedRequest, plaatsing_id: UUID) -> HttpResponse:
    """A link about one placement, for proposals or attendance. The address stands on the next page, once."""
    rijen = Plaatsing.objects.select_related("stap__traject__client", "gebruiker")
    plaatsing = get_object_or_404(rijen, pk=plaatsing_id)
    client = plaatsing.stap.traject.client
    contacten = Contactpersoon.objects.filter(organisatie=plaatsing.gebruiker, is_actief=True).order_by("naam")
    form = LinkMakenForm(request.POST or None, contacten=contacten, initial={"contact": contacten.first()})
    uitkomst: list[Any] = []

    def maak() -> None:
        uitkomst.extend(
            partnerlink_maken(
                plaatsing=plaatsing,
                doel=form.cleaned_data["doel"],
                **form.opdracht(),
                door=request.toegang,
                vandaag=timezone.localdate(),
            )
        )

    terug = gebied_url("trajecten:traject", client.pk)
    if gelukt(form, maak):
        link, adres = uitkomst
        gemaild = form.cleaned_data["hoe"] == "mail"
        sms = sms_tekst(link, adres, plaatsing)
        return link_klaar(request, client=client, link=link, adres=adres, sms=sms, gemaild=gemaild, terug=terug)
    return actie_pagina(
        request,
        client=client,
        form=form,
        titel=f"Link maken voor {plaatsing.gebruiker}",
        knop="Link maken",
        uitleg="Met de link doet de gebruiker voorstellen over deze ene plaatsing. Jij beslist; er wijzigt niets "
        "vanzelf. Achter de link staan alleen de voornaam met een letter, het werk en de einddatum.",
        terug=terug,
    )


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def link_intrekken(request: GebiedRequest, link_id: UUID) -> HttpResponse:
    link = get_object_or_404(Link.objects.select_related("client"), pk=link_id)
    doe(
        request,
        lambda: services.link_intrekken(
            link=link, door=request.toegang, nu=timezone.now(), vandaag=timezone.localdate()
        ),
        "De link is ingetrokken. Hij werkt niet meer.",
    )
    if link.client_id is None:
        return redirect(gebied_url("trajecten:mijn_dag"))
    return redirect(gebied_url("trajecten:traject", link.client_id))
