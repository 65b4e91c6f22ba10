"""Sending a need on, answering it, and proposing somebody under a reference."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.forms.behoeften import AntwoordForm, DoorverwijsForm, LinkForm, UitkomstForm, VoordrachtForm
from partners.models import Behoefte, Doorverwijzing, Voordracht
from partners.selectors import behoeften as selectors
from partners.selectors.routing import voorstellen
from partners.services import doorverwijzingen as services
from partners.services import voordrachten
from partners.services.behoefteladder import ladder_voor
from partners.services.doorverwijzingen import Verzonden
from partners.views.behoeften import doe, haal, naar_behoefte, terug_naar
from partners.views.formulier import formulierpagina
from regie.accounts.models import User
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def doorverwijzen(request: GebiedRequest, behoefte_id: UUID) -> HttpResponse:
    behoefte, vandaag = haal(behoefte_id), timezone.localdate()
    gevonden = voorstellen(behoefte, vandaag=vandaag)
    form = DoorverwijsForm(request.POST or None, voorstellen=gevonden)
    verzonden: list[Verzonden] = []

    def verstuur() -> None:
        verzonden.extend(
            services.behoefte_doorverwijzen(
                behoefte=behoefte,
                aan=form.aan(),
                vraag=form.cleaned_data["vraag"],
                mailen=form.cleaned_data["hoe"] == "mail",
                door=request.toegang,
                vandaag=vandaag,
            )
        )

    if gelukt(form, verstuur):
        return _verstuurd(request, behoefte, verzonden)
    terug_url, terug_label = terug_naar(behoefte)
    context = {
        "form": form,
        "behoefte": behoefte,
        "al_gevraagd": [v for v in gevonden if v.al_gevraagd],
        "ladder": ladder_voor(behoefte.soort, op=vandaag),
        "terug_url": terug_url,
        "terug_label": terug_label,
    }
    return render(request, "partners/behoeften/doorverwijzen.html", context, status=422 if form.errors else 200)


def _verstuurd(request: GebiedRequest, behoefte: Behoefte, verzonden: list[Verzonden]) -> HttpResponse:
    """What left, with the addresses to hand over: shown in the answer itself and kept nowhere."""
    context = {"behoefte": behoefte, "verzonden": verzonden, "terug": naar_behoefte(behoefte)}
    antwoord = render(request, "partners/behoeften/verstuurd.html", context)
    antwoord.headers["Cache-Control"] = "no-store"
    antwoord.headers["Referrer-Policy"] = "same-origin"
    return antwoord


def _haal_doorverwijzing(doorverwijzing_id: UUID) -> Doorverwijzing:
    return get_object_or_404(selectors.doorverwijzingen(), pk=doorverwijzing_id)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def doorverwijzing_link(request: GebiedRequest, doorverwijzing_id: UUID) -> HttpResponse:
    doorverwijzing = _haal_doorverwijzing(doorverwijzing_id)
    form = LinkForm(request.POST or None, organisatie_id=doorverwijzing.organisatie_id)
    verzonden: list[Verzonden] = []

    def maak() -> None:
        verzonden.append(
            services.doorverwijzing_link(
                doorverwijzing=doorverwijzing,
                contact=form.cleaned_data["contact"],
                mailen=form.cleaned_data["hoe"] == "mail",
                door=request.toegang,
                vandaag=timezone.localdate(),
            )
        )

    if gelukt(form, maak):
        return _verstuurd(request, doorverwijzing.behoefte, verzonden)
    terug_url, terug_label = terug_naar(doorverwijzing.behoefte)
    context = {
        "form": form,
        "titel": f"Link voor {doorverwijzing.organisatie}",
        "knop": "Link maken",
        "terug_url": terug_url,
        "terug_label": terug_label,
        "uitleg": "Met een link antwoordt iemand zonder account. Vroegere links blijven werken.",
    }
    return render(request, "layout/formulier.html", context, status=422 if form.errors else 200)


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def doorverwijzing_intrekken(request: GebiedRequest, doorverwijzing_id: UUID) -> HttpResponse:
    doorverwijzing, nu = _haal_doorverwijzing(doorverwijzing_id), timezone.now()
    doe(
        request,
        lambda: services.doorverwijzing_intrekken(
            doorverwijzing=doorverwijzing, nu=nu, vandaag=timezone.localdate(nu), door=request.toegang
        ),
        f"De vraag aan {doorverwijzing.organisatie} is ingetrokken. De link werkt niet meer.",
    )
    return redirect(naar_behoefte(doorverwijzing.behoefte))


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def doorverwijzing_beantwoorden(request: GebiedRequest, doorverwijzing_id: UUID) -> HttpResponse:
    """For members of the organisatie that was asked, who may read the employer card."""
    doorverwijzing = _haal_doorverwijzing(doorverwijzing_id)
    if doorverwijzing.organisatie_id not in request.toegang.lid_van:
        return redirect(naar_behoefte(doorverwijzing.behoefte))
    return _antwoordpagina(request, doorverwijzing, naar_behoefte(doorverwijzing.behoefte))


@require_safe
@require(Recht.EIGEN_ORGANISATIE)
def vragen(request: GebiedRequest) -> HttpResponse:
    """What the region asked the own organisatie: for a partner who does not read the employer cards."""
    context = {"rijen": selectors.vragen_aan(request.toegang.lid_van), "vandaag": timezone.localdate()}
    return render(request, "partners/behoeften/vragen.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.EIGEN_ORGANISATIE)
def vraag(request: GebiedRequest, doorverwijzing_id: UUID) -> HttpResponse:
    rijen = selectors.doorverwijzingen().filter(organisatie__in=request.toegang.lid_van)
    doorverwijzing = get_object_or_404(rijen, pk=doorverwijzing_id)
    return _antwoordpagina(request, doorverwijzing, gebied_url("partners:vragen"))


def _antwoordpagina(request: GebiedRequest, doorverwijzing: Doorverwijzing, terug: str) -> HttpResponse:
    naam = request.user.naam if isinstance(request.user, User) else ""
    form = AntwoordForm(request.POST or None, doorverwijzing=doorverwijzing, naam=naam)

    def antwoord() -> None:
        doe_antwoord = form.opdracht()
        services.doorverwijzing_beantwoorden(
            doorverwijzing=doorverwijzing,
            antwoord=doe_antwoord,
            vandaag=timezone.localdate(),
            door=request.toegang,
        )

    if gelukt(form, antwoord):
        doe(request, lambda: None, "Je antwoord is bewaard. Wie de werkgever opvolgt, ziet het meteen.")
        return redirect(terug)
    context: dict[str, Any] = {
        "form": form,
        "doorverwijzing": doorverwijzing,
        "behoefte": doorverwijzing.behoefte,
        "terug_url": terug,
    }
    return render(request, "partners/behoeften/antwoord.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def voordracht_toevoegen(request: GebiedRequest, behoefte_id: UUID) -> HttpResponse:
    behoefte = haal(behoefte_id)
    form = VoordrachtForm(request.POST or None, door=request.toegang, vandaag=timezone.localdate())
    return formulierpagina(
        request,
        form,
        titel="Kandidaat voorstellen",
        knop="Voorstellen",
        gelukt="De kandidaat is voorgesteld. Noteer de referentie in je eigen dossier.",
        terug=terug_naar(behoefte),
        uitleg="Hier staan geen namen. Je krijgt een referentie: alleen wie ze in het eigen dossier noteert, weet om "
        "wie het gaat. Stuur de gegevens van de kandidaat zelf naar de werkgever, met toestemming van de kandidaat.",
        doel=lambda _: naar_behoefte(behoefte),
        dienst=lambda: voordrachten.voordracht_toevoegen(
            behoefte=behoefte, organisatie=form.eigenaar(), datum=form.cleaned_data["datum"], door=request.toegang
        ),
    )


def _haal_voordracht(voordracht_id: UUID) -> Voordracht:
    rijen = Voordracht.objects.select_related("behoefte__werkgever", "organisatie")
    return get_object_or_404(rijen, pk=voordracht_id)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def voordracht_uitkomst(request: GebiedRequest, voordracht_id: UUID) -> HttpResponse:
    voordracht = _haal_voordracht(voordracht_id)
    begin = {"uitkomst": voordracht.uitkomst, "reden": voordracht.reden}
    form = UitkomstForm(request.POST or None, initial=begin)
    return formulierpagina(
        request,
        form,
        titel="Uitkomst van een voordracht",
        knop="Bewaren",
        gelukt="De uitkomst is bewaard.",
        terug=terug_naar(voordracht.behoefte),
        uitleg=f"Kandidaat voorgesteld door {voordracht.organisatie} op {voordracht.datum:%d/%m/%Y}.",
        doel=lambda _: naar_behoefte(voordracht.behoefte),
        dienst=lambda: voordrachten.voordracht_uitkomst(
            voordracht=voordracht, **form.cleaned_data, vandaag=timezone.localdate(), door=request.toegang
        ),
    )


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def voordracht_intrekken(request: GebiedRequest, voordracht_id: UUID) -> HttpResponse:
    voordracht = _haal_voordracht(voordracht_id)
    doe(
        request,
        lambda: voordrachten.voordracht_intrekken(
            voordracht=voordracht, vandaag=timezone.localdate(), door=request.toegang
        ),
        "De voordracht is weggehaald.",
    )
    return redirect(naar_behoefte(voordracht.behoefte))
