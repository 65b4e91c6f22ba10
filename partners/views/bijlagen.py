"""Files with agreements, meetings and decisions. A topic that has files adds one line to PLEKKEN."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.enums import Bijlageonderwerp
from partners.forms.bijlagen import BijlageForm
from partners.models import Bijlage, Overeenkomst, Overleg, Partnerschap, Sectorconvenant
from partners.models.bijlagen import BijlageQuerySet
from partners.services import bijlagen as services
from regie.core.bestanden import Bestand, download
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.parameters import waarde
from regie.core.permissions import Recht, Toegang
from regie.core.virusscan import is_ingesteld


def _met_recht(rij: Any, door: Toegang) -> bool:
    return door.mag(Recht.AFSPRAAK_BEWERKEN)


def _van_eigen_huis(rij: Any, door: Toegang) -> bool:
    return rij.eigenaar_id in door.lid_van


@dataclass(frozen=True, slots=True)
class Plek:
    """What can have files: its model, its page, and who may add one."""

    model: type[Model]
    pagina: str
    mag: Callable[[Any, Toegang], bool] = _met_recht


PLEKKEN: dict[str, Plek] = {
    Bijlageonderwerp.OVEREENKOMST: Plek(Overeenkomst, "partners:overeenkomst", _van_eigen_huis),
    Bijlageonderwerp.PARTNERSCHAP: Plek(Partnerschap, "partners:partnerschap", _van_eigen_huis),
    Bijlageonderwerp.OVERLEG: Plek(Overleg, "partners:overleg", _van_eigen_huis),
    Bijlageonderwerp.CONVENANT: Plek(Sectorconvenant, "partners:convenant"),
}


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def bijlage_toevoegen(request: GebiedRequest, onderwerp: str, object_id: UUID) -> HttpResponse:
    """The form also stands on the page of the row itself; what it refuses is shown here, with the way back."""
    plek, rij = _waarbij(onderwerp, object_id)
    if not plek.mag(rij, request.toegang):
        raise PermissionDenied
    vandaag = timezone.localdate()
    form = BijlageForm(request.POST or None, request.FILES or None, max_mb=int(waarde("bestand_max", op=vandaag)))

    def bewaar() -> None:
        gekozen = form.cleaned_data["bestand"]
        services.bijlage_toevoegen(
            onderwerp=Bijlageonderwerp(onderwerp),
            object_id=rij.pk,
            bestand=Bestand(gekozen.name or "", gekozen.read()),
            soort=form.cleaned_data["soort"],
            eigenaar_id=getattr(rij, "eigenaar_id", None),
            gedeeld=getattr(rij, "gedeeld", True),
            door=request.toegang,
            vandaag=vandaag,
        )

    terug = gebied_url(plek.pagina, rij.pk)
    if gelukt(form, bewaar):
        messages.success(request, "Het bestand is bewaard.")
        return redirect(terug)
    context = {
        "form": form,
        "titel": "Bestand toevoegen",
        "knop": "Bestand bewaren",
        "terug_url": terug,
        "terug_label": str(rij),
        "scanner": is_ingesteld(),
    }
    return render(request, "partners/bijlage_toevoegen.html", context, status=422 if form.errors else 200)


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def bijlage(request: GebiedRequest, bijlage_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(_hier().aanwezig(), pk=bijlage_id)
    inhoud = services.bijlage_lezen(bijlage=gevonden, door=request.toegang)
    return download(inhoud, naam=gevonden.naam, mime=gevonden.mime)


@require_POST
@require(Recht.OVEREENKOMST_BEWERKEN)
def bijlage_wissen(request: GebiedRequest, bijlage_id: UUID) -> HttpResponse:
    gevonden = _te_wijzigen(request, _hier().aanwezig(), bijlage_id)
    ongedaan = gebied_url("partners:bijlage_terugzetten", gevonden.pk)
    doe(
        request,
        lambda: services.bijlage_wissen(bijlage=gevonden, door=request.toegang, vandaag=timezone.localdate()),
        "Het bestand is verwijderd.",
        ongedaan=ongedaan,
    )
    return redirect(_pagina(gevonden))


@require_POST
@require(Recht.OVEREENKOMST_BEWERKEN)
def bijlage_terugzetten(request: GebiedRequest, bijlage_id: UUID) -> HttpResponse:
    gevonden = _te_wijzigen(request, _hier(), bijlage_id)
    doe(
        request,
        lambda: services.bijlage_terugzetten(bijlage=gevonden, door=request.toegang),
        "Het bestand staat er weer.",
    )
    return redirect(_pagina(gevonden))


def _te_wijzigen(request: GebiedRequest, rijen: BijlageQuerySet, bijlage_id: UUID) -> Bijlage:
    """A file that goes or comes back changes what it belongs to: only who may add one there."""
    gevonden: Bijlage = get_object_or_404(rijen, pk=bijlage_id)
    plek, rij = _waarbij(gevonden.onderwerp, gevonden.object_id)
    if not plek.mag(rij, request.toegang):
        raise PermissionDenied
    return gevonden


def _hier() -> BijlageQuerySet:
    """Only files of a registered place: what is kept with an action of a plan has addresses and rights of its own."""
    rijen: BijlageQuerySet = Bijlage.objects.filter(onderwerp__in=PLEKKEN)
    return rijen


def _pagina(bijlage: Bijlage) -> str:
    return gebied_url(PLEKKEN[bijlage.onderwerp].pagina, bijlage.object_id)


def _waarbij(onderwerp: str, object_id: UUID) -> tuple[Plek, Any]:
    plek = PLEKKEN.get(onderwerp)
    if plek is None:
        raise Http404
    return plek, get_object_or_404(plek.model, pk=object_id)
