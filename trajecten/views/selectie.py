"""One action on the ticked dossiers of a list: the page that asks, and the page that says what was done."""

from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from regie.core import notatie
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms.team import TaakForm, ToewijzenForm
from trajecten.models import Bulkactie, Client
from trajecten.selectors import lijst
from trajecten.selectors.team import team
from trajecten.views.lijst import lijst_als_excel
from trajecten.views.lijst_keuze import lees

NAMEN_TONEN = 12


class Gekozen(Protocol):
    """One line of what was ticked."""

    @property
    def id(self) -> UUID: ...
    @property
    def naam(self) -> str: ...
    @property
    def dossiernummer(self) -> str: ...
    @property
    def begeleider(self) -> str: ...


def _ids(request: GebiedRequest) -> list[UUID]:
    """The ticked rows, or every result of the list in the address; only what this person may see."""
    if request.POST.get("alles"):
        return list(lees(request, timezone.localdate()).filter.qs.values_list("pk", flat=True))
    return aangevinkt(request)


def aangevinkt(request: GebiedRequest) -> list[UUID]:
    ids = []
    for tekst in request.POST.getlist("id"):
        try:
            ids.append(UUID(tekst))
        except ValueError:
            continue
    return ids


def terug_naar(request: GebiedRequest, lijst: str = "trajecten:lijst") -> str:
    """The list somebody came from, with its filters."""
    query = request.GET.urlencode()
    return gebied_url(lijst) + (f"?{query}" if query else "")


def _niets_gekozen(request: GebiedRequest) -> HttpResponse:
    messages.info(request, "Kies eerst een of meer dossiers in de lijst.")
    return redirect(terug_naar(request))


def vraag_om(
    request: GebiedRequest,
    form: BaseForm,
    rijen: Sequence[Gekozen],
    *,
    titel: str,
    knop: str,
    uitleg: str,
    wat: str = "Gekozen dossiers",
    terug: str = "",
) -> HttpResponse:
    """The form, the names it is about, and the selection itself for the second time around."""
    context = {
        "form": form,
        "rijen": rijen[:NAMEN_TONEN],
        "meer": max(len(rijen) - NAMEN_TONEN, 0),
        "aantal": len(rijen),
        "ids": [] if request.POST.get("alles") else [rij.id for rij in rijen],
        "titel": titel,
        "knop": knop,
        "uitleg": uitleg,
        "wat": wat,
        "terug": terug or terug_naar(request),
    }
    return render(request, "trajecten/selectie_actie.html", context, status=422 if form.errors else 200)


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def toewijzen(request: GebiedRequest) -> HttpResponse:
    rijen = lijst.rijen_van(_ids(request))
    if not rijen:
        return _niets_gekozen(request)
    vandaag = timezone.localdate()
    ocmws = request.toegang.organisatie_ids
    form = ToewijzenForm(
        request.POST if "uitvoeren" in request.POST else None,
        organisatie_ids=ocmws,
        team=team(organisatie_ids=ocmws, groepen=lijst.groepen(vandaag), vandaag=vandaag),
        aantal=len(rijen),
        vraag_reden=any(rij.begeleider for rij in rijen),
        vandaag=vandaag,
    )
    acties: list[Bulkactie] = []

    def voer_uit() -> None:
        ids = [rij.id for rij in rijen]
        acties.append(
            services.trajecten_toewijzen(ids=ids, **form.cleaned_data, door=request.toegang, vandaag=vandaag)
        )

    if gelukt(form, voer_uit):
        return naar_resultaat(request, acties[0])
    return vraag_om(
        request,
        form,
        rijen,
        titel=f"Begeleider kiezen voor {notatie.meervoud(len(rijen), 'dossier', 'dossiers')}",
        knop="Toewijzen",
        uitleg="De nieuwe begeleider ziet deze dossiers in Mijn cliënten, bij 'Nieuw voor mij'.",
    )


def naar_resultaat(request: GebiedRequest, actie: Bulkactie) -> HttpResponse:
    """Say in one sentence what was done, with the way back where there is one; the page says it per dossier."""
    gelukt_ = sum(regel["ok"] for regel in actie.resultaat)
    zin = f"{actie.omschrijving}: {notatie.meervoud(gelukt_, 'dossier', 'dossiers')}."
    terug = gebied_url("trajecten:bulkactie_ongedaan", actie.pk) if gelukt_ and _is_terug_te_draaien(actie) else ""
    messages.success(request, zin, extra_tags=f"ongedaan={terug}" if terug else "")
    return redirect(gebied_url("trajecten:bulkactie", actie.pk))


def _is_terug_te_draaien(actie: Bulkactie) -> bool:
    return actie.ongedaan_op is None


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def taak(request: GebiedRequest) -> HttpResponse:
    rijen = lijst.rijen_van(_ids(request))
    if not rijen:
        return _niets_gekozen(request)
    form = TaakForm(request.POST if "uitvoeren" in request.POST else None)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    acties: list[Bulkactie] = []
    if gelukt(
        form,
        lambda: acties.append(services.taak_toevoegen(ids=[rij.id for rij in rijen], **form.cleaned_data, **wie)),
    ):
        return naar_resultaat(request, acties[0])
    return vraag_om(
        request,
        form,
        rijen,
        titel=f"Taak toevoegen aan {notatie.meervoud(len(rijen), 'dossier', 'dossiers')}",
        knop="Taak toevoegen",
        uitleg="De taak komt in Mijn dag van wie het dossier opvolgt.",
    )


@require_POST
@require(Recht.CLIENT_EXPORTEREN)
def excel(request: GebiedRequest) -> HttpResponse:
    """The chosen rows, in the columns and the order of the screen."""
    ids = _ids(request)
    if not ids:
        return _niets_gekozen(request)
    vandaag = timezone.localdate()
    return lijst_als_excel(request, lees(request, vandaag), lijst.rijen_van(ids), vandaag)


def _haal_actie(request: GebiedRequest, actie_id: UUID) -> Bulkactie:
    """One's own; a lead also sees what the team did."""
    acties = Bulkactie.objects.select_related("door")
    if not request.toegang.mag(Recht.TEAM_BEHEREN):
        acties = acties.filter(door_id=request.toegang.user_id)
    return get_object_or_404(acties, pk=actie_id)


@require_safe
@require(Recht.TRAJECT_BEWERKEN)
def bulkactie(request: GebiedRequest, actie_id: UUID) -> HttpResponse:
    """What was done and what was refused, per dossier in words; the refused ones first."""
    actie = _haal_actie(request, actie_id)
    ids = [regel["client"] for regel in actie.resultaat]
    clienten = {str(pk): (f"{f}, {v}", nr) for pk, f, v, nr in _namen(ids)}
    regels = [
        {
            "naam": clienten[regel["client"]][0],
            "dossiernummer": clienten[regel["client"]][1],
            "url": gebied_url("trajecten:client", UUID(regel["client"])),
            "ok": regel["ok"],
            "zin": regel["zin"],
        }
        for regel in sorted(actie.resultaat, key=lambda regel: regel["ok"])
        if regel["client"] in clienten
    ]
    gedaan = sum(regel["ok"] for regel in regels)
    context = {
        "actie": actie,
        "regels": regels,
        "gedaan": gedaan,
        "geweigerd": len(regels) - gedaan,
        "mag_terug": bool(gedaan) and _is_terug_te_draaien(actie),
    }
    return render(request, "trajecten/bulkactie.html", context)


def _namen(ids: list[str]) -> Any:
    rijen = Client.objects.filter(pk__in=ids).order_by("sorteernaam", "pk")
    return rijen.values_list("pk", "familienaam", "voornaam", "dossiernummer")


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def bulkactie_ongedaan(request: GebiedRequest, actie_id: UUID) -> HttpResponse:
    actie = _haal_actie(request, actie_id)
    doe(
        request,
        lambda: services.bulkactie_ongedaan(actie=actie, door=request.toegang, vandaag=timezone.localdate()),
        "Ongedaan gemaakt. Per dossier staat er wat er gebeurde.",
    )
    return redirect(gebied_url("trajecten:bulkactie", actie.pk))
