"""Is this still right? A partner looks its data over behind a link: one click, or better data. One answer ends it."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from partners import selectors
from partners.enums import Partnerlinkdoel
from partners.forms.eigen import NazichtForm
from partners.models import Partnerlink
from partners.services.gegevens import Antwoord, gegevens_beantwoorden
from partners.views.publiek.ingang import Weg, behandelt
from regie.core.exceptions import DomainError, LinkOngeldig


@behandelt(Partnerlinkdoel.GEGEVENS)
def gegevens(request: HttpRequest, link: Partnerlink, weg: Weg) -> HttpResponse:
    vraag = selectors.open_gegevensvraag(link.object_id)
    if vraag is None:
        raise LinkOngeldig
    kaart = selectors.organisatie_kaart(vraag.organisatie, vandaag=timezone.localdate())
    contacten = [contact for contact in kaart.contactpersonen if contact.is_actief]
    verbeterd = request.method == "POST" and request.POST.get("antwoord") == "verbeterd"
    form = NazichtForm(request.POST if verbeterd else None, vraag.organisatie, contacten)
    if request.method == "POST" and (not verbeterd or form.is_valid()):
        try:
            gegevens_beantwoorden(
                link=link,
                antwoord=form.antwoord() if verbeterd else Antwoord(),
                nu=timezone.now(),
                vandaag=timezone.localdate(),
            )
        except LinkOngeldig:
            raise
        except (DomainError, ValidationError) as fout:
            form.weiger(getattr(fout, "messages", [str(fout)]))
        else:
            return redirect(weg.klaar)
    context = {
        "form": form,
        "kaart": kaart,
        "contacten": contacten,
        "organisatie": vraag.organisatie,
        "vraag": vraag,
        "weg": weg,
    }
    return render(request, "partners/publiek/gegevens.html", context, status=422 if form.errors else 200)
