"""The trekker of an action without an account tells how it goes, behind a link that opens only this action."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from actieplannen.selectors.standblad import stand_rijen
from actieplannen.services.standen import Wie, past_bij_link
from actieplannen.views.standpagina import Plek, standpagina
from partners.enums import Partnerlinkdoel
from partners.models import Partnerlink
from partners.views.publiek.ingang import DEUR
from regie.core.deur import Weg
from regie.core.exceptions import LinkOngeldig


@DEUR.behandelt(Partnerlinkdoel.ACTIESTAND)
def stand(request: HttpRequest, link: Partnerlink, weg: Weg) -> HttpResponse:
    gevonden = stand_rijen().filter(pk=link.object_id).first()
    if gevonden is None:
        raise LinkOngeldig
    if not past_bij_link(gevonden, link, vandaag=timezone.localdate()):
        return _trekt_niet_meer(request)
    return standpagina(request, gevonden, Wie(link=link), Plek(weg))


def _trekt_niet_meer(request: HttpRequest) -> HttpResponse:
    """Somebody else pulls the action now. What was typed meanwhile stays to be copied; nothing else is shown."""
    getypt = [request.POST[naam] for naam in ("tekst", "afwijking", "nieuw_1", "nieuw_2") if request.POST.get(naam)]
    if not getypt:
        raise LinkOngeldig
    return render(request, "actieplannen/opvolging/niet_meer.html", {"getypt": getypt}, status=409)
