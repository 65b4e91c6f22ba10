"""'Mijn organisatie': what a partner sees and keeps of itself. Another organisation does not exist here."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners import selectors
from partners.forms.eigen import EigenGegevensForm
from partners.services import eigen as services
from partners.services.gegevens import gegevens_bevestigen
from partners.views.formulier import formulierpagina
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht

ZELF = (
    "Naam, soort, KBO-nummer en categorie wijzigt de regio: overeenkomsten, tarieven en rapporten steunen daarop. "
    "Klopt er iets niet? Mail de regio."
)


def eigen_pagina(organisatie: Organisatie) -> str:
    return f"{gebied_url('partners:mijn_organisatie')}?organisatie={organisatie.pk}"


def kies_organisatie(request: GebiedRequest) -> tuple[Organisatie, list[dict[str, Any]]]:
    """The one in the address, else the first; and tabs for who keeps more than one."""
    eigen = selectors.eigen_organisaties(request.toegang)
    vraag = request.GET.get("organisatie")
    gekozen = next((o for o in eigen if str(o.pk) == vraag), None) if vraag else next(iter(eigen), None)
    if gekozen is None:
        raise Http404
    tabs = [{"label": o.naam, "url": f"?organisatie={o.pk}", "actief": o == gekozen} for o in eigen]
    return gekozen, tabs if len(tabs) > 1 else []


def haal_eigen(request: GebiedRequest, organisatie_id: int) -> Organisatie:
    gevonden = {o.pk: o for o in selectors.eigen_organisaties(request.toegang)}.get(organisatie_id)
    if gevonden is None:
        raise Http404
    return gevonden


@require_safe
@require(Recht.EIGEN_ORGANISATIE)
def mijn_organisatie(request: GebiedRequest) -> HttpResponse:
    organisatie, tabs = kies_organisatie(request)
    vandaag = timezone.localdate()
    nazicht = selectors.nazicht(organisatie, vandaag=vandaag)
    context = {
        "organisatie": organisatie,
        "tabs": tabs,
        "nazicht": nazicht,
        "vraagt": nazicht.is_verouderd or bool(nazicht.vraag and nazicht.vraag.is_open),
        "kaart": selectors.organisatie_kaart(organisatie, vandaag=vandaag),
        "mensen": selectors.mensen_van(organisatie, vandaag=vandaag, nu=timezone.now()),
        "weet": selectors.wat_de_regio_weet(organisatie, vandaag=vandaag),
        "wijzigingen": selectors.wijzigingen_van(organisatie, aantal=5),
        "zelf": ZELF,
        "vandaag": vandaag,
    }
    return render(request, "partners/eigen/organisatie.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.EIGEN_ORGANISATIE)
def gegevens_bijwerken(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    organisatie = haal_eigen(request, organisatie_id)
    form = EigenGegevensForm(request.POST or None, initial=EigenGegevensForm.begin(organisatie))
    return formulierpagina(
        request,
        form,
        titel="Gegevens bewerken",
        knop="Bewaren",
        gelukt="De gegevens zijn bewaard. De regio ziet ze meteen.",
        organisatie=organisatie,
        doel=lambda _: eigen_pagina(organisatie),
        terug=(eigen_pagina(organisatie), "Mijn organisatie"),
        uitleg=ZELF,
        dienst=lambda: services.eigen_gegevens_bijwerken(
            organisatie=organisatie, gegevens=form.gegevens(), door=request.toegang, vandaag=timezone.localdate()
        ),
    )


@require_POST
@require(Recht.EIGEN_ORGANISATIE)
def bevestigen(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    """Everything is right: the badge and the reminders go."""
    organisatie = haal_eigen(request, organisatie_id)
    gegevens_bevestigen(organisatie=organisatie, opmerking="", door=request.toegang, vandaag=timezone.localdate())
    messages.success(request, "Bedankt. De gegevens zijn vandaag nagekeken.")
    return redirect(eigen_pagina(organisatie))
