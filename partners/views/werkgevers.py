from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners import selectors
from partners.models import Werkgever
from partners.selectors.contact import contactkaart
from regie.core.http import GebiedRequest, require
from regie.core.permissions import Recht

PER_PAGINA = 50


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def lijst(request: GebiedRequest) -> HttpResponse:
    rijen = selectors.werkgevers_lijst(zoek=request.GET.get("zoek", ""))
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {"pagina": pagina, "mag_bewerken": request.toegang.mag(Recht.WERKGEVER_BEWERKEN)}
    return render(request, "partners/werkgevers/lijst.html", context)


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def werkgever(request: GebiedRequest, werkgever_id: str) -> HttpResponse:
    gevonden = get_object_or_404(
        Werkgever.objects.select_related("gemeente", "accounthouder", "organisatie"), pk=werkgever_id
    )
    context = {
        "kaart": selectors.werkgever_kaart(gevonden),
        "contact": contactkaart(gevonden, door=request.toegang, vandaag=timezone.localdate()),
        "werkgever": gevonden,
        "mag_bewerken": request.toegang.mag(Recht.WERKGEVER_BEWERKEN),
    }
    return render(request, "partners/werkgevers/werkgever.html", context)
