"""Filling in the scan of an organisatie behind a link: on a phone, without an account, kept while one answers."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from partners.enums import Partnerlinkdoel
from partners.models import Partnerlink
from partners.selectors.scan import deelnemer_van_link
from partners.services.links import partnerlink_gebruikt
from partners.views.publiek.ingang import Weg, behandelt
from partners.views.scaninvullen import Plek, vragenlijst
from regie.core.exceptions import LinkOngeldig


@behandelt(Partnerlinkdoel.SCAN)
def scan(request: HttpRequest, link: Partnerlink, weg: Weg) -> HttpResponse:
    deelnemer = deelnemer_van_link(link.object_id)
    if deelnemer is None:
        raise LinkOngeldig
    antwoord = vragenlijst(request, deelnemer, Plek(weg.kader, weg.adres, weg.klaar, is_publiek=True))
    if antwoord.status_code == 302 and antwoord.headers["Location"] == weg.klaar:
        partnerlink_gebruikt(link=link, nu=timezone.now(), vandaag=timezone.localdate())
    return antwoord
