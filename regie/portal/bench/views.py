from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from regie.core.models import Gemeente


@require_safe
def vloer(request: HttpRequest) -> HttpResponse:
    """The least a signed-in page costs here: all middleware, the session, and one row by its key."""
    return HttpResponse(Gemeente.objects.values_list("naam", flat=True).get(pk="31005"), content_type="text/plain")
