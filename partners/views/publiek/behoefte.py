"""A partner answers a need of an employer behind a link, without an account; later the result with the same link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from partners.enums import Partnerlinkdoel
from partners.forms.behoeften import AntwoordForm
from partners.models import Partnerlink
from partners.selectors.behoeften import doorverwijzingen
from partners.services.doorverwijzingen import doorverwijzing_beantwoorden
from partners.views.publiek.ingang import Weg, behandelt
from regie.core.exceptions import LinkOngeldig
from regie.core.forms import gelukt
from regie.core.tenancy import current_scope


@behandelt(Partnerlinkdoel.BEHOEFTE)
def behoefte(request: HttpRequest, link: Partnerlink, weg: Weg) -> HttpResponse:
    rijen = doorverwijzingen().filter(organisatie=link.eigenaar_id)
    doorverwijzing = rijen.filter(pk=link.object_id).first()
    if doorverwijzing is None or doorverwijzing.status == "INGETROKKEN":
        raise LinkOngeldig
    form = AntwoordForm(request.POST or None, doorverwijzing=doorverwijzing, naam=weg.naam)

    def antwoord() -> None:
        nu = timezone.now()
        doorverwijzing_beantwoorden(
            doorverwijzing=doorverwijzing,
            antwoord=form.opdracht(),
            vandaag=timezone.localdate(nu),
            door=None,
            link=link,
            nu=nu,
        )

    if gelukt(form, antwoord):
        return redirect(weg.klaar)
    context = {
        "form": form,
        "weg": weg,
        "link": link,
        "doorverwijzing": doorverwijzing,
        "behoefte": doorverwijzing.behoefte,
        "gebied": current_scope().gebied,
    }
    return render(request, "partners/publiek/behoefte.html", context, status=422 if form.errors else 200)
