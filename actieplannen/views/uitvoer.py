"""What one can take along of a plan: a workbook, pages for the steering group, a presentation."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actieplannen.exports import maak_planwerkboek, maak_presentatie, maak_stuurgroepverslag
from actieplannen.exports.presentatie import PPTX
from actieplannen.models import Jaaractieplan, Kwartaalstand
from actieplannen.selectors.planbron import Planbron, gemeentenamen
from actieplannen.selectors.samenvatting import samenvatting
from regie.core.excel import XLSX, als_download
from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht

PDF = "application/pdf"


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def uitvoer(request: GebiedRequest, plan_id: UUID) -> HttpResponse:
    plan = get_object_or_404(Jaaractieplan, pk=plan_id)
    return render(request, "actieplannen/uitvoer.html", {"plan": plan, "tab": "actieplannen:uitvoer"})


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def uitvoerbestand(request: GebiedRequest, plan_id: UUID, uitvoervorm: str) -> HttpResponse:
    """Made on the spot from what the plan says today; the three files share their figures."""
    bron = Planbron(get_object_or_404(Jaaractieplan, pk=plan_id), timezone.localdate())
    naam = f"jaaractieplan-{bron.plan.jaar}-{bron.vandaag:%Y-%m-%d}"
    if uitvoervorm == "excel":
        standen = Kwartaalstand.objects.filter(actie__doelstelling__plan=bron.plan)
        return als_download(
            maak_planwerkboek(bron, standen, gemeentenamen(bron)), bestandsnaam=f"{naam}.xlsx", soort=XLSX
        )
    if uitvoervorm == "pdf":
        return als_download(maak_stuurgroepverslag(samenvatting(bron)), bestandsnaam=f"{naam}.pdf", soort=PDF)
    if uitvoervorm == "powerpoint":
        return als_download(maak_presentatie(samenvatting(bron)), bestandsnaam=f"{naam}.pptx", soort=PPTX)
    raise Http404
