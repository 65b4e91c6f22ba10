from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Lidmaatschap
from regie.core.permissions import Recht

# Where somebody starts, by the first right they have.
STARTPAGINAS = (
    (Recht.CLIENT_BEWERKEN, "trajecten:mijn_dag"),
    (Recht.CLIENT_BEKIJKEN, "trajecten:lijst"),
    (Recht.EIGEN_ORGANISATIE, "partners:mijn_organisatie"),
    (Recht.COCKPIT_BEKIJKEN, "rapportage:cockpit"),
    (Recht.RAPPORT_BEKIJKEN, "rapportage:archief"),
    (Recht.WERKGEVER_BEKIJKEN, "werkgevers:lijst"),
    (Recht.LEDEN_BEHEREN, "accounts:leden"),
)


@require_safe
def thuis(request: HttpRequest) -> HttpResponse:
    """The way in: straight to the only gebied, or a choice; staff without a gebied go to the admin."""
    leden = Lidmaatschap.objects.geldig_op(timezone.localdate()).van_gebruiker(request.user.pk or 0)
    slugs = {lid.gebied.slug for lid in leden}
    if len(slugs) == 1:
        return redirect("regio:thuis", slugs.pop())
    if not slugs and request.user.is_staff:
        return redirect("admin:index")
    return render(request, "portal/kiezen.html", {"leden": leden})


@require_safe
@require(Recht.THUIS)
def gebied_thuis(request: GebiedRequest) -> HttpResponse:
    for recht, pagina in STARTPAGINAS:
        if request.toegang.mag(recht):
            return redirect(gebied_url(pagina))
    messages.info(request, "Je hebt in dit gebied nog geen taken.")
    return redirect("account_email")
