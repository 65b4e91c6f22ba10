"""Adding and changing places, their number over time, and lending them. What is free is shown by trajecten."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from partners import services
from partners.forms import AntwoordForm, CapaciteitForm, UitleningForm, WerkplaatsForm
from partners.models import Capaciteit, Uitlening, Werkplaats
from partners.views.formulier import formulierpagina
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht

FORMULIER = "partners/plaats_formulier.html"


def _haal(werkplaats_id: UUID) -> Werkplaats:
    return get_object_or_404(Werkplaats.objects.select_related("gebruiker", "ocmw"), pk=werkplaats_id)


def _naar_plaats(werkplaats: Werkplaats) -> str:
    return gebied_url("trajecten:plaats", werkplaats.pk)


def _terug(werkplaats: Werkplaats) -> tuple[str, str]:
    return _naar_plaats(werkplaats), f"{werkplaats.functie}, {werkplaats.gebruiker}"


@require_http_methods(["GET", "POST"])
@require(Recht.PLAATS_BEWERKEN)
def plaats_toevoegen(request: GebiedRequest) -> HttpResponse:
    """From the list of places: the gebruiker is chosen here."""
    begin = {"van": timezone.localdate()}
    form = WerkplaatsForm(request.POST or None, door=request.toegang, met_gebruiker=True, initial=begin)
    return formulierpagina(
        request,
        form,
        titel="Plaats toevoegen",
        knop="Plaats toevoegen",
        gelukt="De plaats is toegevoegd.",
        doel=_naar_plaats,
        terug=(gebied_url("trajecten:plaatsen"), "Plaatsen"),
        template=FORMULIER,
        dienst=lambda: services.werkplaats_toevoegen(
            gebruiker=form.cleaned_data["gebruiker"], gegevens=form.gegevens(), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PLAATS_BEWERKEN)
def werkplaats_toevoegen(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    organisatie = get_object_or_404(Organisatie.objects.van_gebied(), pk=organisatie_id)
    form = WerkplaatsForm(request.POST or None, door=request.toegang, initial={"van": timezone.localdate()})
    return formulierpagina(
        request,
        form,
        titel=f"Plaats toevoegen bij {organisatie}",
        knop="Plaats toevoegen",
        gelukt="De plaats is toegevoegd.",
        organisatie=organisatie,
        template=FORMULIER,
        dienst=lambda: services.werkplaats_toevoegen(
            gebruiker=organisatie, gegevens=form.gegevens(), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PLAATS_BEWERKEN)
def werkplaats_bijwerken(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    werkplaats = _haal(werkplaats_id)
    form = WerkplaatsForm(request.POST or None, door=request.toegang, initial=WerkplaatsForm.begin(werkplaats))
    return formulierpagina(
        request,
        form,
        titel="Plaats bewerken",
        knop="Bewaren",
        gelukt="De plaats is bewaard.",
        organisatie=werkplaats.gebruiker,
        doel=_naar_plaats,
        terug=_terug(werkplaats),
        template=FORMULIER,
        dienst=lambda: services.werkplaats_bijwerken(
            werkplaats=werkplaats, gegevens=form.gegevens(), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PLAATS_BEWERKEN)
def capaciteit(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    werkplaats = _haal(werkplaats_id)
    begin = {"van": timezone.localdate(), "aantal": werkplaats.aantal}
    form = CapaciteitForm(request.POST or None, initial=begin)
    return formulierpagina(
        request,
        form,
        titel="Ander aantal plaatsen",
        knop="Bewaren",
        gelukt="Het aantal plaatsen is bewaard.",
        organisatie=werkplaats.gebruiker,
        doel=lambda _: _naar_plaats(werkplaats),
        terug=_terug(werkplaats),
        uitleg=f"Gewoonlijk zijn er {werkplaats.aantal}. Wie er al werkt, blijft ook als er minder plaatsen zijn.",
        dienst=lambda: services.capaciteit_zetten(werkplaats=werkplaats, **form.cleaned_data, door=request.toegang),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PLAATS_BEWERKEN)
def uitlening_vragen(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    werkplaats = _haal(werkplaats_id)
    form = UitleningForm(request.POST or None, door=request.toegang, initial={"van": timezone.localdate()})
    return formulierpagina(
        request,
        form,
        titel="Plaats lenen",
        knop="Vraag versturen",
        gelukt="De vraag staat klaar voor het andere OCMW.",
        organisatie=werkplaats.gebruiker,
        doel=lambda _: _naar_plaats(werkplaats),
        terug=_terug(werkplaats),
        uitleg=f"{werkplaats.functie} is een plaats van {werkplaats.ocmw or 'heel het gebied'}. "
        "Het andere OCMW bevestigt of weigert. Wie er zou werken, vertel je hier niet.",
        dienst=lambda: services.uitlening_vragen(werkplaats=werkplaats, **form.cleaned_data, door=request.toegang),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PLAATS_BEWERKEN)
def uitlening_beantwoorden(request: GebiedRequest, uitlening_id: UUID) -> HttpResponse:
    uitlening = _haal_uitlening(request, uitlening_id)
    form = AntwoordForm(request.POST or None)
    aantal = f"{uitlening.aantal} {'plaats' if uitlening.aantal == 1 else 'plaatsen'}"
    return formulierpagina(
        request,
        form,
        titel="Vraag om te lenen beantwoorden",
        knop="Antwoord versturen",
        gelukt="Je antwoord is bewaard.",
        organisatie=uitlening.werkplaats.gebruiker,
        doel=lambda _: gebied_url("trajecten:uitleningen"),
        terug=(gebied_url("trajecten:uitleningen"), "Uitleningen"),
        uitleg=f"{uitlening.aan_ocmw} vraagt {aantal} als {uitlening.werkplaats.functie} van {uitlening.van:%d/%m/%Y} "
        f"tot en met {uitlening.tot:%d/%m/%Y}. Tarief: {uitlening.tarief or 'niets over gezegd'}.",
        dienst=lambda: services.uitlening_beantwoorden(
            uitlening=uitlening, **form.cleaned_data, door=request.toegang, vandaag=timezone.localdate()
        ),
    )


def _haal_uitlening(request: GebiedRequest, uitlening_id: UUID) -> Uitlening:
    """Of the two OCMW's it is between; for a third it does not exist. Who keeps the network sees them all."""
    rijen = Uitlening.objects.select_related("werkplaats__gebruiker", "van_ocmw", "aan_ocmw")
    if not request.toegang.mag(Recht.PARTNER_BEWERKEN):
        eigen = request.toegang.organisatie_ids
        rijen = rijen.filter(van_ocmw__in=eigen) | rijen.filter(aan_ocmw__in=eigen)
    return get_object_or_404(rijen, pk=uitlening_id)


@require_POST
@require(Recht.PLAATS_BEWERKEN)
def uitlening_intrekken(request: GebiedRequest, uitlening_id: UUID) -> HttpResponse:
    uitlening = _haal_uitlening(request, uitlening_id)
    vandaag = timezone.localdate()
    doe(
        request,
        lambda: services.uitlening_intrekken(uitlening=uitlening, door=request.toegang, vandaag=vandaag),
        "De uitlening is gestopt.",
    )
    return redirect(gebied_url("trajecten:uitleningen"))


@require_POST
@require(Recht.PLAATS_BEWERKEN)
def capaciteit_wissen(request: GebiedRequest, capaciteit_id: UUID) -> HttpResponse:
    een = get_object_or_404(Capaciteit.objects.select_related("werkplaats"), pk=capaciteit_id)
    doe(
        request,
        lambda: services.capaciteit_wissen(capaciteit=een, door=request.toegang),
        "Voor die periode geldt weer het gewone aantal.",
    )
    return redirect(gebied_url("trajecten:plaats", een.werkplaats_id))


@require_POST
@require(Recht.PLAATS_BEWERKEN)
def werkplaats_beeindigen(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    werkplaats = get_object_or_404(Werkplaats, pk=werkplaats_id)
    vandaag = timezone.localdate()
    doe(
        request,
        lambda: services.werkplaats_beeindigen(werkplaats=werkplaats, vandaag=vandaag, door=request.toegang),
        "De plaats is beëindigd.",
    )
    return redirect(gebied_url("partners:organisatie", werkplaats.gebruiker_id))


@require_POST
@require(Recht.PLAATS_BEWERKEN)
def werkplaats_archiveren(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    werkplaats = get_object_or_404(Werkplaats, pk=werkplaats_id)
    vandaag = timezone.localdate()
    ongedaan = gebied_url("partners:werkplaats_terughalen", werkplaats.pk)
    doe(
        request,
        lambda: services.werkplaats_archiveren(werkplaats=werkplaats, vandaag=vandaag, door=request.toegang),
        "De plaats is gearchiveerd.",
        ongedaan=ongedaan,
    )
    return redirect(gebied_url("trajecten:plaats", werkplaats.pk))


@require_POST
@require(Recht.PLAATS_BEWERKEN)
def werkplaats_terughalen(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    werkplaats = get_object_or_404(Werkplaats, pk=werkplaats_id)
    doe(
        request,
        lambda: services.werkplaats_terughalen(werkplaats=werkplaats, door=request.toegang),
        "De plaats wordt weer aangeboden.",
    )
    return redirect(gebied_url("trajecten:plaats", werkplaats.pk))
