"""The meter of the regierol: does a year have what Flanders asks, and what is missing."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actieplannen.forms.regierol import JaarForm
from actieplannen.selectors import regierol as selectors
from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht


@require_safe
@require(Recht.PLAN_BEKIJKEN)
def regierol(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    form = JaarForm(request.GET or None, jaren=selectors.jaren(vandaag.year), initial={"jaar": vandaag.year})
    jaar = (form.cleaned_data["jaar"] if form.is_valid() else None) or vandaag.year
    context = {
        "form": form,
        "meter": selectors.meter(jaar, vandaag=vandaag, door=request.toegang),
        "vandaag": vandaag,
        "mag_bewerken": request.toegang.mag(Recht.PLAN_BEWERKEN),
    }
    return render(request, "actieplannen/regierol.html", context, status=422 if form.errors else 200)
