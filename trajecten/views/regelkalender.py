from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht
from trajecten.selectors.instrumenten import mogelijkheden, stappen_van
from trajecten.selectors.regelkalender import Toestand, kalender
from trajecten.views.client import haal_client, kader

KOPPEN = {Toestand.OVER: "Over de grens", Toestand.LET_OP: "Let op", Toestand.OK: "In orde"}


@require_safe
@require(Recht.CLIENT_BEKIJKEN)
def regelkalender(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    """Everything the rules say about one person today, and what may still start."""
    client = haal_client(client_id)
    vandaag = timezone.localdate()
    context = kader(request, client, "traject")
    traject = context["traject"]
    regels = kalender(client, vandaag)
    kansen = mogelijkheden(traject, stappen_van(traject), vandaag) if traject and traject.is_open else []
    context |= {
        "groepen": [(KOPPEN[t], t, [r for r in regels if r.toestand == t]) for t in Toestand],
        "aantal": len(regels),
        "kan": [m for m in kansen if m.kan],
        "kan_niet": [m for m in kansen if not m.kan],
    }
    return render(request, "trajecten/client_regelkalender.html", context)
