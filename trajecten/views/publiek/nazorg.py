"""Still at work? Client or employer answers in one tap, behind a link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from regie.core.exceptions import LinkOngeldig
from regie.core.forms import gelukt
from trajecten import services
from trajecten.enums import Linkdoel
from trajecten.forms.nazorg import NazorgantwoordForm
from trajecten.models import Link
from trajecten.selectors import nazorg as selectors
from trajecten.views.publiek.ingang import Weg, behandelt


@behandelt(Linkdoel.NAZORG_CLIENT)
@behandelt(Linkdoel.NAZORG_WERKGEVER)
def nazorg(request: HttpRequest, link: Link, weg: Weg) -> HttpResponse:
    meting = selectors.open_meting(link.object_id)
    if meting is None:
        raise LinkOngeldig
    form = NazorgantwoordForm(request.POST or None)

    def verstuur() -> None:
        services.nazorg_beantwoorden(
            link=link,
            aan_het_werk=form.cleaned_data["antwoord"],
            gestopt_op=form.cleaned_data["gestopt_op"],
            nu=timezone.now(),
            vandaag=timezone.localdate(),
        )

    if gelukt(form, verstuur):
        return redirect(weg.klaar)
    context = {
        "form": form,
        "weg": weg,
        "aan_client": link.doel == Linkdoel.NAZORG_CLIENT,
        "wie": selectors.over_uitgestroomde(meting),
    }
    return render(request, "trajecten/publiek/nazorg.html", context, status=422 if form.errors else 200)
