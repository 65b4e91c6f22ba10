"""The steps of a traject: one page each, all of the same shape (form, one service call, back to the client)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms import verloop as forms
from trajecten.forms.opvolging import DocumentenForm
from trajecten.forms.stappen import PlaatsingForm
from trajecten.models import Traject
from trajecten.selectors import overgangen
from trajecten.views.actie import actie_pagina


@dataclass(frozen=True, slots=True)
class Actie:
    titel: str
    knop: str
    klaar: str
    form: type[forms.StapForm]
    service: Callable[..., Any]
    uitleg: str = ""
    template: str = "trajecten/actie.html"


def _pagina(actie: Actie) -> Callable[..., HttpResponse]:
    """The view of one step."""

    @require_http_methods(["GET", "POST"])
    @require(Recht.TRAJECT_BEWERKEN)
    def view(request: GebiedRequest, traject_id: UUID) -> HttpResponse:
        traject = haal_traject(traject_id)
        vandaag = timezone.localdate()
        form = actie.form(request.POST or None, traject=traject, vandaag=vandaag, toegang=request.toegang)
        wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
        if gelukt(form, lambda: actie.service(traject=traject, **form.opdracht(), **wie)):
            messages.success(request, actie.klaar)
            return redirect(gebied_url("trajecten:client", traject.client_id))
        return actie_pagina(
            request,
            client=traject.client,
            form=form,
            titel=actie.titel,
            knop=actie.knop,
            uitleg=actie.uitleg,
            template=actie.template,
            traject=traject,
        )

    return view


def haal_traject(traject_id: UUID) -> Traject:
    return get_object_or_404(Traject.objects.select_related("client", "instrument"), pk=traject_id)


toewijzen = _pagina(
    Actie(
        "Begeleider kiezen",
        "Begeleider bewaren",
        "De begeleider is bewaard.",
        forms.ToewijzenForm,
        services.traject_toewijzen,
        "De begeleider ziet dit dossier voortaan in Mijn dag en Mijn cliënten.",
    )
)
intake = _pagina(
    Actie("Intake noteren", "Intake bewaren", "De intake is genoteerd.", forms.IntakeForm, services.intake_voeren)
)
weigeren = _pagina(
    Actie(
        "Traject niet opstarten",
        "Niet opstarten",
        "Het traject is niet opgestart.",
        forms.WeigerenForm,
        services.traject_weigeren,
        "Het dossier blijft bewaard. Open termijnen vervallen.",
    )
)
screening = _pagina(
    Actie(
        "Screening invullen",
        "Screening bewaren",
        "De screening is bewaard.",
        forms.ScreeningForm,
        services.screening_bewaren,
        "Overloop de drempels en het jobdoelwit met de cliënt.",
        "trajecten/screening.html",
    )
)
instrument = _pagina(
    Actie(
        "Instrument kiezen",
        "Keuze bewaren",
        "Het instrument is gekozen.",
        forms.InstrumentForm,
        services.instrument_kiezen,
        "De vier vragen gelden alleen voor tijdelijke werkervaring (TWE).",
        "trajecten/instrument.html",
    )
)
plan = _pagina(
    Actie(
        "Plan ondertekenen",
        "Bewaren",
        "Het plan is ondertekend.",
        forms.PlanForm,
        services.plan_ondertekenen,
        "Het GPMI moet er zijn binnen drie maanden na de toekenning van het leefloon.",
    )
)
stap = _pagina(
    Actie(
        "Stap en plaats kiezen",
        "Stap bewaren",
        "De stap is gepland.",
        PlaatsingForm,
        services.stap_plannen,
        "De einddatum berekenen we met de regel die op dat moment geldt.",
        "trajecten/stap.html",
    )
)
starten = _pagina(
    Actie(
        "Traject starten",
        "Traject starten",
        "Het traject loopt. De evaluaties staan in de agenda.",
        forms.StartenForm,
        services.traject_starten,
        template="trajecten/starten.html",
    )
)
onderbreken = _pagina(
    Actie(
        "Traject onderbreken",
        "Onderbreken",
        "Het traject is onderbroken.",
        forms.OnderbrekenForm,
        services.traject_onderbreken,
        "Een onderbreking verlengt het contract niet vanzelf. Bij art. 60 staat de dagteller intussen stil.",
    )
)
hervatten = _pagina(
    Actie("Traject hervatten", "Hervatten", "Het traject loopt weer.", forms.HervattenForm, services.traject_hervatten)
)
uitstroom = _pagina(
    Actie(
        "Uitstroom noteren",
        "Uitstroom bewaren",
        "De uitstroom is genoteerd. De nazorgmetingen staan klaar.",
        forms.UitstroomForm,
        services.traject_uitstromen,
        "Daarna volg je de cliënt op in nazorg, na 1, 3, 6 en 12 maanden.",
    )
)
afsluiten = _pagina(
    Actie(
        "Traject afsluiten",
        "Afsluiten",
        "Het traject is afgesloten.",
        forms.AfsluitenForm,
        services.traject_afsluiten,
        "Open termijnen vervallen. Je kunt het dossier later heropenen.",
    )
)
heropenen = _pagina(
    Actie(
        "Dossier heropenen",
        "Heropenen",
        "Het dossier is heropend.",
        forms.HeropenenForm,
        services.traject_heropenen,
        "Het traject begint opnieuw bij de intake, in hetzelfde dossier.",
    )
)


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def documenten(request: GebiedRequest, traject_id: UUID) -> HttpResponse:
    """Contract, TBS, WEO and MLP: the day each was signed."""
    traject = haal_traject(traject_id)
    een_stap = overgangen.geplande_stap(traject) or overgangen.lopende_stap(traject)
    terug = gebied_url("trajecten:client", traject.client_id)
    if een_stap is None:
        messages.error(request, "Er is nog geen stap gepland. Kies eerst het instrument, de plaats en de startdatum.")
        return redirect(terug)
    plaatsing = overgangen.plaatsing_van(een_stap)
    form = DocumentenForm(request.POST or None, stap=een_stap, plaatsing=plaatsing)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    if gelukt(form, lambda: services.documenten_noteren(stap=een_stap, velden=form.cleaned_data, **wie)):
        messages.success(request, "De handtekeningen zijn genoteerd.")
        return redirect(terug)
    return actie_pagina(
        request,
        client=traject.client,
        form=form,
        titel="Contract en terbeschikkingstelling",
        knop="Bewaren",
        uitleg="Alle handtekeningen staan er voor de start. Laat leeg wat nog niet getekend is.",
        traject=traject,
    )
