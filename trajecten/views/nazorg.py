from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, eis_recht, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.enums import AanHetWerk
from trajecten.forms.nazorg import NazorgForm, NazorgvraagForm, WerkperiodeForm
from trajecten.models import Link, Nazorgmeting, Werkperiode
from trajecten.notifications import nazorg_sms
from trajecten.selectors import nazorg as selectors
from trajecten.services.nazorg import meting_in_woorden
from trajecten.views.actie import actie_pagina, link_klaar
from trajecten.views.client import haal_client

BLADEN = (
    ("nazorg", "Te meten"),
    ("nazorg_premie", "Premie binnen bereik"),
    ("nazorg_cohorten", "Duurzame doorstroom"),
)


def _tabs(huidig: str) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": gebied_url(f"trajecten:{naam}"), "actief": naam == huidig} for naam, label in BLADEN
    ]


def _meting(meting_id: UUID) -> Nazorgmeting:
    return get_object_or_404(Nazorgmeting.objects.select_related("traject__client"), pk=meting_id)


@require_safe
@require(Recht.TRAJECT_BEWERKEN)
def nazorg(request: GebiedRequest) -> HttpResponse:
    """Measurements to be done, each answered with one tap."""
    hele_team = request.GET.get("wie") == "team"
    lijst = selectors.te_meten(
        vandaag=timezone.localdate(), begeleider_id=None if hele_team else request.toegang.user_id
    )
    vragen = selectors.vragen_van([*lijst.te_laat, *lijst.nu])
    context = {
        "lijst": lijst,
        "groepen": [
            ("Te laat, telt als niet bekend", _met_vraag(lijst.te_laat, vragen), "kaart--aandacht", True),
            ("Nu te meten", _met_vraag(lijst.nu, vragen), "", True),
            ("De komende maand", _met_vraag(lijst.later, vragen), "", False),
        ],
        "keuzes": [("JA", "Ja"), ("NEE", "Nee"), ("ONBEKEND", "Niet bereikt")],
        "vandaag": timezone.localdate(),
        "hele_team": hele_team,
        "tabs": _tabs("nazorg"),
    }
    return render(request, "trajecten/nazorg.html", context)


def _met_vraag(metingen: list[Nazorgmeting], vragen: dict[UUID, Link]) -> list[tuple[Nazorgmeting, Link | None]]:
    return [(meting, vragen.get(meting.pk)) for meting in metingen]


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def vragen(request: GebiedRequest, meting_id: UUID) -> HttpResponse:
    """Ask client or employer with a link. The address stands on the page after this one, once."""
    meting = _meting(meting_id)
    een_client = meting.traject.client
    form = NazorgvraagForm(request.POST or None, initial={"email": een_client.email})
    uitkomst: list[Any] = []
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    terug = gebied_url("trajecten:nazorg")
    if gelukt(form, lambda: uitkomst.extend(services.nazorg_vragen(meting=meting, **form.opdracht(), **wie))):
        link, adres = uitkomst
        return link_klaar(
            request,
            client=een_client,
            link=link,
            adres=adres,
            sms=nazorg_sms(link, adres),
            gemaild=form.cleaned_data["hoe"] == "mail",
            terug=terug,
        )
    return actie_pagina(
        request,
        client=een_client,
        form=form,
        titel=f"{meting_in_woorden(meting)}: vragen met een link",
        knop="Link maken",
        uitleg="De ontvanger antwoordt met een tik, zonder account. In de mail staat geen naam. Komt er geen "
        "antwoord, dan zie je dat in de lijst.",
        terug=terug,
    )


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def antwoord(request: GebiedRequest, meting_id: UUID) -> HttpResponse:
    """One tap: measured today. "Nee" goes on to the form, because the last day and the income matter."""
    meting = _meting(meting_id)
    keuze, vandaag = request.POST.get("aan_het_werk", ""), timezone.localdate()
    if keuze not in (AanHetWerk.JA, AanHetWerk.ONBEKEND):
        return redirect(f"{gebied_url('trajecten:nazorgmeting', meting.pk)}?aan_het_werk=NEE")
    terug = gebied_url("trajecten:nazorg_wissen", meting.pk)
    doe(
        request,
        lambda: services.nazorgmeting_noteren(
            meting=meting, aan_het_werk=keuze, notitie="", datum=vandaag, door=request.toegang, vandaag=vandaag
        ),
        "De meting is genoteerd.",
        ongedaan=terug,
    )
    return redirect(_terug_naar_lijst(request))


def _terug_naar_lijst(request: GebiedRequest) -> str:
    return gebied_url("trajecten:nazorg") + ("?wie=team" if request.POST.get("wie") == "team" else "")


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def antwoord_wissen(request: GebiedRequest, meting_id: UUID) -> HttpResponse:
    doe(
        request,
        lambda: services.nazorgmeting_wissen(
            meting=_meting(meting_id), door=request.toegang, vandaag=timezone.localdate()
        ),
        "Het antwoord is gewist. De meting staat weer open.",
    )
    return redirect(gebied_url("trajecten:nazorg"))


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def nazorgmeting(request: GebiedRequest, meting_id: UUID) -> HttpResponse:
    meting = _meting(meting_id)
    vandaag = timezone.localdate()
    begin = {"aan_het_werk": request.GET.get("aan_het_werk", "")}
    form = NazorgForm(request.POST or None, vandaag=vandaag, initial=begin)
    een_client = meting.traject.client
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    if gelukt(form, lambda: services.nazorgmeting_noteren(meting=meting, **form.cleaned_data, **wie)):
        messages.success(request, "De nazorgmeting is genoteerd.")
        return redirect(gebied_url("trajecten:client", een_client.pk))
    return actie_pagina(
        request,
        client=een_client,
        form=form,
        titel=meting_in_woorden(meting),
        knop="Meting bewaren",
        uitleg="Weet je het niet? Kies 'niet bekend'. Zo zie je later wie je niet bereikt hebt.",
    )


@require_safe
@require(Recht.TRAJECT_BEWERKEN)
def premie(request: GebiedRequest) -> HttpResponse:
    """Who is near twelve months of work within four years after the request."""
    vandaag = timezone.localdate()
    dossiers = selectors.premiedossiers(vandaag=vandaag)
    context = {
        "dossiers": dossiers,
        "binnen_bereik": selectors.tel_binnen_bereik(dossiers),
        "regel": selectors.premieregel(vandaag),
        "vandaag": vandaag,
        "tabs": _tabs("nazorg_premie"),
    }
    return render(request, "trajecten/nazorg_premie.html", context)


@require_safe
@require(Recht.TRAJECT_BEWERKEN)
def cohorten(request: GebiedRequest) -> HttpResponse:
    context = {
        "cohorten": selectors.cohorten(vandaag=timezone.localdate()),
        "tabs": _tabs("nazorg_cohorten"),
    }
    return render(request, "trajecten/nazorg_cohorten.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEKIJKEN)
def werk(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    """The periods of work of one client, and how far the twelve months are."""
    een_client = haal_client(client_id)
    vandaag = timezone.localdate()
    form = WerkperiodeForm(request.POST or None)
    if request.method == "POST":
        eis_recht(request, Recht.TRAJECT_BEWERKEN)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    if gelukt(form, lambda: services.werkperiode_noteren(client=een_client, **form.cleaned_data, **wie)):
        messages.success(request, "Het werk is genoteerd.")
        return redirect(gebied_url("trajecten:werk", een_client.pk))
    return actie_pagina(
        request,
        client=een_client,
        form=form,
        titel="Werk na de begeleiding",
        knop="Werk noteren",
        template="trajecten/werk.html",
        perioden=list(selectors.werkperioden(een_client)),
        duur=selectors.werkduur_van(een_client, vandaag=vandaag),
        mag_bewerken=request.toegang.mag(Recht.TRAJECT_BEWERKEN),
    )


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def werkperiode_verwijderen(request: GebiedRequest, periode_id: UUID) -> HttpResponse:
    periode = get_object_or_404(Werkperiode.objects.select_related("client"), pk=periode_id)
    doe(
        request,
        lambda: services.werkperiode_verwijderen(periode=periode, door=request.toegang, vandaag=timezone.localdate()),
        "De periode is verwijderd.",
    )
    return redirect(gebied_url("trajecten:werk", periode.client_id))
