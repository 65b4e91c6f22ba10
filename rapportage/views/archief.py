"""The archive, and one rapport: its HTML version, its PDF, its state while it is being made."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from rapportage.inhoud import bouw_inhoud
from rapportage.models import Rapport
from rapportage.notifications import bestandsnaam
from rapportage.selectors import archief as selectors
from regie.core.audit import record_event
from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht

PER_PAGINA = 25


@require_safe
@require(Recht.RAPPORT_BEKIJKEN)
def archief(request: GebiedRequest) -> HttpResponse:
    pagina = Paginator(selectors.rapporten_lijst(request.toegang), PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "pagina": pagina,
        "rijen": [selectors.rapport_rij(rapport) for rapport in pagina],
        "ziet_alles": selectors.ziet_alle_rapporten(request.toegang),
        "mag_maken": request.toegang.mag(Recht.RAPPORT_MAKEN),
        "eigen": request.toegang.partner_van,
    }
    return render(request, "rapportage/archief.html", context)


@require_safe
@vary_on_headers("HX-Request")
@require(Recht.RAPPORT_BEKIJKEN)
def rapport(request: GebiedRequest, rapport_id: UUID) -> HttpResponse:
    """The rapport as a page. While it is being made or mailed the page asks for its own state every few seconds."""
    gevonden = get_object_or_404(selectors.rapporten_lijst(request.toegang), pk=rapport_id)
    rij = selectors.rapport_rij(gevonden)
    ziet_alles = selectors.ziet_alle_rapporten(request.toegang)
    context = {
        "rapport": gevonden,
        "rij": rij,
        "leeft": gevonden.status in selectors.LEVEND,
        "onderweg": ziet_alles and gevonden.is_gemaakt and rij.onderweg > 0,
        "ziet_alles": ziet_alles,
        "mag_maken": request.toegang.mag(Recht.RAPPORT_MAKEN),
        "verzendingen": selectors.verzendingen_van(gevonden) if ziet_alles else [],
    }
    if request.htmx:
        return _stand(request, context)
    context["versies"] = selectors.versies_van(gevonden, request.toegang)
    if gevonden.is_gemaakt and gevonden.momentopname is not None:
        context["inhoud"] = bouw_inhoud(gevonden.momentopname)
        record_event("rapport.gelezen", gevonden, door=request.toegang)
    return render(request, "rapportage/rapport.html", context)


def _stand(request: GebiedRequest, context: dict) -> HttpResponse:
    """The state alone; once the rapport is there the whole page is loaded again."""
    if request.GET.get("wacht") and not context["leeft"]:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "rapportage/rapport.html#stand", context)


@require_safe
@require(Recht.RAPPORT_BEKIJKEN)
def rapport_pdf(request: GebiedRequest, rapport_id: UUID) -> HttpResponse:
    gevonden: Rapport = get_object_or_404(selectors.zichtbare_rapporten(request.toegang), pk=rapport_id)
    if not gevonden.is_gemaakt:
        raise Http404
    record_event("rapport.gedownload", gevonden, door=request.toegang, sha256=gevonden.sha256)
    kop = content_disposition_header(as_attachment=True, filename=bestandsnaam(gevonden))
    return HttpResponse(
        bytes(gevonden.pdf or b""),
        content_type="application/pdf",
        headers={"Content-Disposition": kop or "attachment"},
    )
