from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regie.portal.stijl import voorbeelden


@require_safe
def stijl(request: HttpRequest) -> HttpResponse:
    """Every component in every state, for who makes pages; no data of anybody."""
    return render(request, "portal/stijl.html", voorbeelden())
