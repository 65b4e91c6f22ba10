"""The page on which somebody tells how an action goes: with an account and behind a link it is the same page."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from actieplannen.forms.stand import StandForm
from actieplannen.models import Kwartaalstand
from actieplannen.selectors.standblad import standblad
from actieplannen.services.rechten import trekt
from actieplannen.services.standen import Wie, stand_geven
from regie.core.deur import Weg
from regie.core.forms import gelukt
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope


@dataclass(frozen=True, slots=True)
class Plek:
    """Where the page stands: how one came to it, and the way back when there is one."""

    weg: Weg
    terug: tuple[str, str] | None = None


def standpagina(request: HttpRequest, stand: Kwartaalstand, wie: Wie, plek: Plek) -> HttpResponse:
    """A refused answer comes back with everything that was typed."""
    vandaag = timezone.localdate()
    als_regisseur = wie.door is not None and wie.door.mag(Recht.PLAN_BEWERKEN)
    blad = standblad(stand, vandaag=vandaag, als_regisseur=als_regisseur)
    form = StandForm(request.POST if request.method == "POST" else None, blad=blad)

    def geef() -> None:
        stand_geven(stand=stand, antwoord=form.antwoord(), wie=wie, nu=timezone.now(), vandaag=vandaag)

    if gelukt(form, geef):
        return redirect(plek.weg.klaar)
    context = {
        "form": form,
        "blad": blad,
        "actie": stand.actie,
        "plan": stand.actie.doelstelling.plan,
        "plek": plek,
        "weg": plek.weg,
        "link": wie.link,
        "namens": bool(wie.door and not trekt(stand.actie, wie.door)),
        "regio": current_scope().gebied,
    }
    return render(request, "actieplannen/opvolging/stand.html", context, status=422 if form.errors else 200)
