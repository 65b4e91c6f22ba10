from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regie.cijfers.indicatoren import GEBRUIKTE_REGELS
from regie.cijfers.selectors import begrippen, onderdrukkingsregel
from regie.core.http import GebiedRequest, require
from regie.core.parameters import regel
from regie.core.permissions import Recht


@require_safe
@require(Recht.THUIS)
def hoe_tellen_we(request: GebiedRequest) -> HttpResponse:
    """Every indicator with its definition, its source and the thresholds that hold today."""
    vandaag = timezone.localdate()
    context = {
        "begrippen": begrippen(vandaag),
        "regels": [regel(code, op=vandaag) for code in GEBRUIKTE_REGELS],
        "onderdrukking": onderdrukkingsregel(vandaag),
        "vandaag": vandaag,
    }
    return render(request, "cijfers/hoe_tellen_we.html", context)
