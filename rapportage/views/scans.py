"""Scans werkgeversgerichtheid in the region: what is shared, the average, and whom to invite."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.enums import Scandimensie
from rapportage.selectors.scans import scans_per_organisatie
from regie.cijfers.selectors.scans import Regiogemiddelde, regiogemiddelde
from regie.core.grafieken import Spreidingsgrafiek, Spreidingsrij
from regie.core.http import GebiedRequest, require
from regie.core.notatie import datum
from regie.core.permissions import Recht


@require_safe
@require(Recht.PARTNER_BEKIJKEN)
def scans(request: GebiedRequest) -> HttpResponse:
    regio = regiogemiddelde(timezone.localdate())
    rijen = scans_per_organisatie()
    context = {
        "regio": regio,
        "figuur": _figuur(regio) if regio.is_getoond else None,
        "rijen": rijen,
        "aantal_gedeeld": sum(1 for rij in rijen if rij.scan),
        "mag_uitnodigen": request.toegang.mag(Recht.PARTNER_BEWERKEN),
        "mag_invullen": request.toegang.mag(Recht.SCAN_INVULLEN),
    }
    return render(request, "rapportage/scans.html", context)


def _figuur(regio: Regiogemiddelde) -> Spreidingsgrafiek:
    getoond = [(Scandimensie(code).label, getal) for code, getal in regio.dimensies if getal.waarde is not None]
    laagste = min(getoond, key=lambda paar: paar[1].waarde or 0)[0]
    return Spreidingsgrafiek(
        f"De meeste ruimte ligt in {laagste[:1].lower()}{laagste[1:]}",
        f"Staafgrafiek met de gemiddelde score op 100 van de regio per dimensie, op {datum(regio.peildatum)}.",
        [Spreidingsrij(Scandimensie(code).label, getal.waarde) for code, getal in regio.dimensies],
        y_titel="Gemiddelde",
        leeg="te weinig organisaties om te tonen",
    )
