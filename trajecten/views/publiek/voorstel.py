"""Proposals and attendance, handed in behind a link about one placement."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from regie.core.exceptions import DomainError, LinkOngeldig
from regie.core.forms import gelukt
from trajecten.enums import Linkdoel, VoorstelSoort
from trajecten.forms.voorstel import DATUMLABEL, AanwezigheidForm, VoorstelForm
from trajecten.models import Link
from trajecten.selectors import partnerhand, voorstellen
from trajecten.selectors.voorstellen import omschrijf
from trajecten.services.voorstellen import voorstel_indienen, voorstel_intrekken
from trajecten.views.publiek.ingang import Weg, behandelt

BEDANKT = "Je voorstel is verstuurd. De begeleider beslist; je ziet het antwoord op deze pagina."


@behandelt(Linkdoel.VOORSTEL)
def voorstel(request: HttpRequest, link: Link, weg: Weg) -> HttpResponse:
    """First the kinds and what was proposed before; with ?soort= the form of one kind."""
    soort = request.GET.get("soort", "")
    if "intrekken" in request.POST:
        return _trek_in(request, link, weg)
    if soort not in DATUMLABEL:
        return _pagina(request, link, weg, "trajecten/publiek/voorstellen.html", soorten=_soorten(weg))
    form = VoorstelForm(request.POST or None, soort=soort, naam=weg.naam)
    if gelukt(form, _indienen(link, lambda: form.opdracht())):
        return _klaar(request, weg)
    titel = VoorstelSoort(soort).label
    return _pagina(request, link, weg, "trajecten/publiek/voorstel.html", form=form, titel=titel, soort=soort)


@behandelt(Linkdoel.AANWEZIGHEID)
def aanwezigheid(request: HttpRequest, link: Link, weg: Weg) -> HttpResponse:
    if "intrekken" in request.POST:
        return _trek_in(request, link, weg)
    plaatsing = partnerhand.plaatsing_van_link(link.object_id)
    if plaatsing is None:
        raise LinkOngeldig
    form = AanwezigheidForm(request.POST or None, vandaag=timezone.localdate(), sinds=plaatsing.start, naam=weg.naam)
    if gelukt(form, _indienen(link, lambda: form.opdracht())):
        return _klaar(request, weg)
    return _pagina(request, link, weg, "trajecten/publiek/aanwezigheid.html", form=form)


def _indienen(link: Link, opdracht: Callable[[], dict[str, Any]]) -> Callable[[], object]:
    return lambda: voorstel_indienen(link=link, **opdracht(), nu=timezone.now(), vandaag=timezone.localdate())


def _soorten(weg: Weg) -> list[tuple[str, str]]:
    return [(f"{weg.adres}?soort={soort}", VoorstelSoort(soort).label) for soort in DATUMLABEL]


def _trek_in(request: HttpRequest, link: Link, weg: Weg) -> HttpResponse:
    gevonden = voorstellen.eigen_voorstel(link, _als_uuid(request.POST["intrekken"]))
    if gevonden is None:
        raise LinkOngeldig
    try:
        voorstel_intrekken(voorstel=gevonden, link=link, nu=timezone.now(), vandaag=timezone.localdate())
    except LinkOngeldig:
        raise
    except DomainError as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, "Je voorstel is ingetrokken.")
    return redirect(weg.adres)


def _als_uuid(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError:
        raise LinkOngeldig from None


def _klaar(request: HttpRequest, weg: Weg) -> HttpResponse:
    messages.success(request, BEDANKT)
    return redirect(weg.adres)


def _pagina(request: HttpRequest, link: Link, weg: Weg, template: str, **meer: Any) -> HttpResponse:
    plaatsing = partnerhand.plaatsing_van_link(link.object_id)
    if plaatsing is None:
        raise LinkOngeldig
    context = {
        "weg": weg,
        "link": link,
        "wie": partnerhand.over_plaatsing(plaatsing),
        "einde": plaatsing.stap.einde_voorzien,
        "eigen": [(v, omschrijf(v), v.link_id == link.pk) for v in voorstellen.eigen_voorstellen(link)],
        **meer,
    }
    form = meer.get("form")
    status = 422 if isinstance(form, BaseForm) and form.errors else 200
    return render(request, template, context, status=status)
