"""The gebruiker fills in their part of an evaluation, behind a link: kept while typing, sent once."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from regie.core.bewaren import bewaard_antwoord, wijzigingen_van
from regie.core.exceptions import LinkOngeldig
from regie.core.forms import gelukt
from trajecten import services
from trajecten.enums import Linkdoel
from trajecten.forms.evaluatie import GebruikerEvaluatieForm
from trajecten.models import Link
from trajecten.selectors import partnerhand as selectors
from trajecten.views.publiek.ingang import Weg, behandelt


@behandelt(Linkdoel.EVALUATIE_GEBRUIKER)
def evaluatie(request: HttpRequest, link: Link, weg: Weg) -> HttpResponse:
    vraag = selectors.te_beantwoorden_vraag(link.object_id)
    if vraag is None:
        raise LinkOngeldig
    form = GebruikerEvaluatieForm(request.POST or None, vraag=vraag, naam=weg.naam)
    if "autobewaar" in request.POST:
        return bewaard_antwoord(
            services.antwoord_bewaren(
                vraag_id=vraag.pk, wijzigingen=wijzigingen_van(request.POST), toegelaten=form.te_bewaren()
            )
        )

    def verstuur() -> None:
        services.antwoord_versturen(
            vraag_id=vraag.pk,
            link=link,
            antwoord=form.antwoord(),
            naam=form.cleaned_data["naam"],
            versie=form.cleaned_data["versie"],
            nu=timezone.now(),
            vandaag=timezone.localdate(),
        )

    if gelukt(form, verstuur):
        return redirect(weg.klaar)
    context: dict[str, Any] = {
        "form": form,
        "weg": weg,
        "link": link,
        "wie": selectors.over_wie(vraag.evaluatie),
        "soort": vraag.evaluatie.get_soort_display(),
    }
    return render(request, "trajecten/publiek/evaluatie.html", context, status=422 if form.errors else 200)
