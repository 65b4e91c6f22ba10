"""One answer for the ticked deadlines of Taken en termijnen."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from regie.core import notatie
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms.taken import SluimerForm
from trajecten.models import Bulkactie, Termijn
from trajecten.views.selectie import aangevinkt, terug_naar, vraag_om

LIJST = "trajecten:taken"


@dataclass(frozen=True, slots=True)
class _Regel:
    id: UUID
    naam: str
    dossiernummer: str
    begeleider: str


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def sluimeren(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    regels = [
        _Regel(t.pk, t.traject.client.lijstnaam, t.omschrijving, notatie.datum(t.vervalt_op))
        for t in Termijn.objects.filter(pk__in=aangevinkt(request), afgehandeld_op=None, vervallen_op=None)
        .select_related("traject__client")
        .order_by("vervalt_op", "traject__sorteernaam")
    ]
    if not regels:
        messages.info(request, "Kies eerst een of meer termijnen in de lijst.")
        return redirect(terug_naar(request, LIJST))
    form = SluimerForm(request.POST if "uitvoeren" in request.POST else None)
    ids, acties = [regel.id for regel in regels], list[Bulkactie]()
    if gelukt(
        form,
        lambda: acties.append(
            services.termijnen_sluimeren(ids=ids, **form.cleaned_data, door=request.toegang, vandaag=vandaag)
        ),
    ):
        aantal = sum(regel["ok"] for regel in acties[0].resultaat)
        zin = f"{acties[0].omschrijving}: {notatie.meervoud(aantal, 'termijn', 'termijnen')}."
        terug = gebied_url("trajecten:bulkactie_ongedaan", acties[0].pk)
        messages.success(request, zin, extra_tags=f"ongedaan={terug}")
        return redirect(terug_naar(request, LIJST))
    laatst = notatie.datum(services.sluimer_tot_hoogstens(vandaag))
    return vraag_om(
        request,
        form,
        regels,
        titel=f"{notatie.meervoud(len(regels), 'termijn', 'termijnen')} laten sluimeren",
        knop="Laten sluimeren",
        uitleg="Je krijgt tot die dag geen herinnering, daarna komen ze vanzelf terug. "
        f"Het kan tot {laatst}. De termijnen zelf blijven staan.",
        wat="Gekozen termijnen",
        terug=terug_naar(request, LIJST),
    )
