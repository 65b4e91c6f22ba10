"""What is shared with a partner who has an account: the same pages as behind a link, for the own organisation only."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from trajecten.selectors.gedeeld import gedeelde_link, gedeelde_links
from trajecten.views.publiek.ingang import Weg, toon


@require_safe
@require(Recht.GEDEELD_BEKIJKEN)
def gedeeld(request: GebiedRequest) -> HttpResponse:
    rijen = gedeelde_links(request.toegang.lid_van, vandaag=timezone.localdate())
    return render(request, "trajecten/gedeeld.html", {"rijen": rijen})


@require_http_methods(["GET", "POST"])
@require(Recht.GEDEELD_BEKIJKEN)
def openen(request: GebiedRequest, link_id: UUID) -> HttpResponse:
    """The scope is that of the link: one OCMW, and the page asks for nothing but the object of the link."""
    with gedeelde_link(link_id, request.toegang.lid_van, vandaag=timezone.localdate()) as link:
        if link is None:
            raise Http404
        weg = Weg(
            adres=gebied_url("trajecten:gedeeld_openen", link.pk),
            kader="trajecten/publiek/kader_account.html",
            naam=request.user.naam,  # type: ignore[union-attr]
            klaar=gebied_url("trajecten:gedeeld"),
        )
        return toon(request, link, weg)
