"""Filling in the scan, five short steps: the same for who signs in and for who has a link."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from partners.enums import Scandimensie
from partners.forms.scan import StapForm, autobewaarde
from partners.models import Scandeelnemer
from partners.selectors import scan as selectors
from partners.services import scan as services
from regie.core.exceptions import DomainError, LinkOngeldig
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht

STAPPEN = list(Scandimensie)


@dataclass(frozen=True, slots=True)
class Plek:
    """Where the questionnaire is shown: the layout around it, its address, and where it ends."""

    kader: str
    adres: str
    klaar: str
    is_publiek: bool


@require_http_methods(["GET", "POST"])
@require(Recht.SCAN_INVULLEN)
def invullen(request: GebiedRequest, scan_id: UUID) -> HttpResponse:
    """By somebody who signed in, for the own organisatie."""
    scan = get_object_or_404(selectors.eigen_scans(request.toegang), pk=scan_id)
    deelnemer = selectors.mijn_deelname(scan, request.toegang.user_id)
    if deelnemer is None or scan.status != "OPEN":
        messages.warning(request, "Je kunt deze scan niet (meer) invullen. Vraag het aan de trekker van de scan.")
        return redirect(f"{gebied_url('partners:scan')}?organisatie={scan.eigenaar_id}")
    deelnemer.scan = scan
    adres = gebied_url("partners:scan_invullen", scan.pk)
    klaar = f"{gebied_url('partners:scan')}?organisatie={scan.eigenaar_id}"
    antwoord = vragenlijst(request, deelnemer, Plek("layout/app.html", adres, klaar, is_publiek=False))
    if antwoord.status_code == 302 and antwoord.headers["Location"] == klaar:
        messages.success(request, "Je antwoorden zijn verstuurd. Je kunt ze nog wijzigen tot de scan afgerond is.")
    return antwoord


def vragenlijst(request: HttpRequest, deelnemer: Scandeelnemer, plek: Plek) -> HttpResponse:
    if "autobewaar" in request.POST:
        return _autobewaar(request, deelnemer)
    nummer = _stap(request.GET.get("stap"))
    alle = selectors.stellingen_van(deelnemer.scan.lijst)
    stellingen = [s for s in alle if s.dimensie == STAPPEN[nummer - 1]]
    gegeven = selectors.antwoorden_van(deelnemer)
    form = StapForm(request.POST or None, stellingen=stellingen, gegeven=gegeven)
    if gelukt(form, lambda: _bewaar(deelnemer, form, versturen="versturen" in request.POST)):
        if "versturen" in request.POST:
            return redirect(plek.klaar)
        return redirect(f"{plek.adres}?stap={_stap(request.POST.get('naar'), anders=nummer)}")
    stand = selectors.stand_per_dimensie(deelnemer)
    context = {
        "form": form,
        "plek": plek,
        "deelnemer": deelnemer,
        "nummer": nummer,
        "stappen": [stap.label for stap in STAPPEN],
        "aantal": len(STAPPEN),
        "vraag": STAPPEN[nummer - 1].vraag,
        "titel": STAPPEN[nummer - 1].label,
        "klaar": sum(klaar for klaar, _ in stand.values()),
        "alle": len(alle),
    }
    return render(request, "partners/scan/invullen.html", context, status=422 if form.errors else 200)


def _bewaar(deelnemer: Scandeelnemer, form: StapForm, *, versturen: bool) -> None:
    services.antwoorden_bewaren(deelnemer=deelnemer, waarden=form.waarden())
    if versturen:
        services.antwoorden_indienen(deelnemer=deelnemer, nu=timezone.now())


def _stap(tekst: str | None, *, anders: int = 1) -> int:
    return int(tekst) if tekst in {str(nummer) for nummer in range(1, len(STAPPEN) + 1)} else anders


def _autobewaar(request: HttpRequest, deelnemer: Scandeelnemer) -> JsonResponse:
    try:
        services.antwoorden_bewaren(deelnemer=deelnemer, waarden=autobewaarde(request.POST))
    except LinkOngeldig:
        raise
    except DomainError as fout:
        return JsonResponse({"melding": str(fout)}, status=409)
    nu = timezone.localtime()
    bewaard = {f"stelling_{nr}": waarde for nr, waarde in selectors.antwoorden_van(deelnemer).items()}
    return JsonResponse({"versie": 0, "tijd": f"{nu.hour}.{nu:%M} uur", "ontwerp": bewaard, "botsingen": {}})
