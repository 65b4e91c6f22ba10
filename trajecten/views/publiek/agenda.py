"""The agenda of one account behind a secret address: kinds and days, never a name. Works without signing in."""

from datetime import UTC
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from regie.accounts.voorkeuren import wie_heeft_agendalink
from trajecten.ics import Afspraak, kalender
from trajecten.selectors.agenda import Agendapunt, agendapunten


@login_not_required
@require_safe
@sensitive_variables("geheim")
def agenda(request: HttpRequest, geheim: str) -> HttpResponse:
    """404 for a secret that was never made, was replaced or stopped, or of an account that is closed."""
    user = wie_heeft_agendalink(geheim)
    if user is None:
        raise Http404
    punten = agendapunten(user.pk, timezone.localdate())
    domein = urlsplit(settings.BASIS_URL).hostname or "localhost"
    tekst = kalender(
        f"{settings.PRODUCT}: taken en termijnen",
        [_afspraak(punt) for punt in punten],
        product=settings.PRODUCT,
        domein=domein,
    )
    response = HttpResponse(tekst, content_type="text/calendar; charset=utf-8")
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Content-Disposition"] = 'inline; filename="taken.ics"'
    return response


def _afspraak(punt: Agendapunt) -> Afspraak:
    jaar, week, _ = punt.dag.isocalendar()
    pagina = reverse("trajecten:taken", args=[punt.gebied_slug])
    return Afspraak(
        uid=punt.sleutel,
        titel=punt.soort[:1].upper() + punt.soort[1:],
        dag=punt.dag,
        gewijzigd=punt.sinds.astimezone(UTC),
        url=f"{settings.BASIS_URL}{pagina}?weergave=week&week={jaar}-W{week:02d}",
    )
