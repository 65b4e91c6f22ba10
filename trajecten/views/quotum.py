"""How far the quotum of the own OCMW is used, and who ends when."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht
from trajecten.selectors.quotum import quotumbladen
from trajecten.views.plaatsen import plaatstabs


@require_safe
@require(Recht.CLIENT_BEKIJKEN)
def quotum(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    jaren = [vandaag.year - 1, vandaag.year, vandaag.year + 1]
    gevraagd = request.GET.get("jaar", "")
    jaar = int(gevraagd) if gevraagd.isdigit() and int(gevraagd) in jaren else vandaag.year
    context = {
        "bladen": quotumbladen(jaar=jaar, vandaag=vandaag, ocmw_ids=request.toegang.organisatie_ids),
        "jaar": jaar,
        "tabs": plaatstabs(request, "quotum") if request.toegang.mag(Recht.PLAATS_BEKIJKEN) else [],
        "jaren": jaren,
        "vandaag": vandaag,
    }
    return render(request, "trajecten/quotum.html", context)
