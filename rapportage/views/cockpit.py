"""The cockpit of the regisseur: the page, its spreadsheet, and all signals."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from actieplannen.selectors.plansignalen import planbeeld
from rapportage.exports.cockpit import cockpit_werkboek
from rapportage.filters import VERGELIJKINGEN, Keuze, lees_keuze
from rapportage.selectors.cockpit import Cockpit, groepeer, startlijst
from rapportage.selectors.cockpit import cockpit as maak_cockpit
from regie.cijfers.getal import Reeksen
from regie.cijfers.periode import Periode, PeriodeSoort
from regie.cijfers.selectors import begrippen, is_nieuw_gebied, onderdrukkingsregel, signalen
from regie.core import notatie
from regie.core.grafieken import Lijngrafiek, Reeks
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _lees(request: GebiedRequest) -> tuple[Keuze, Cockpit]:
    vandaag = timezone.localdate()
    keuze = lees_keuze(request.GET, vandaag)
    pagina = maak_cockpit(
        periode=keuze.periode,
        vergelijking=keuze.vergelijking,
        vandaag=vandaag,
        sorteer=request.GET.get("sorteer", ""),
    )
    return keuze, pagina


@require_safe
@require(Recht.COCKPIT_BEKIJKEN)
def cockpit(request: GebiedRequest) -> HttpResponse:
    keuze, pagina = _lees(request)
    vandaag = timezone.localdate()
    context = {
        "cockpit": pagina,
        "keuze": keuze,
        "nu": timezone.localtime(),
        "lopende_periode": Periode.op(PeriodeSoort.MAAND, vandaag),
        "mag_maken": request.toegang.mag(Recht.RAPPORT_MAKEN),
    }
    if pagina.is_leeg and is_nieuw_gebied():
        context["taken"] = [
            (taak, gebied_url(taak.pagina) if request.toegang.mag(taak.recht) else "") for taak in startlijst(vandaag)
        ]
        return render(request, "rapportage/cockpit_start.html", context)
    reeksen = pagina.reeks.inhoud
    if reeksen is not None and not reeksen.is_leeg:
        context["figuur"], context["toelichting"] = _lijngrafiek(reeksen), _toelichting(reeksen, loopt=pagina.loopt)
    return render(request, "rapportage/cockpit.html", context)


def _verborgen(reeksen: Reeksen) -> list[str]:
    return [getal.getoond for reeks in reeksen.reeksen for getal in reeks.getallen if not getal.is_getoond]


def _lijngrafiek(reeksen: Reeksen) -> Lijngrafiek:
    namen = ", ".join(reeks.label.lower() for reeks in reeksen.reeksen)
    return Lijngrafiek(
        titel=reeksen.titel,
        omschrijving=f"Lijngrafiek van {reeksen.labels[0]} tot {reeksen.labels[-1]}: {namen} per maand.",
        x_labels=reeksen.labels,
        reeksen=[Reeks(reeks.label, [getal.waarde for getal in reeks.getallen]) for reeks in reeksen.reeksen],
        bron=reeksen.bron,
        leeg=next(iter(_verborgen(reeksen)), notatie.GEEN),
    )


def _toelichting(reeksen: Reeksen, *, loopt: bool) -> str:
    zinnen = [reeksen.telling]
    if _verborgen(reeksen):
        zinnen.append("Een maand met een klein aantal heeft geen punt.")
    if loopt:
        zinnen.append("De laatste maand loopt nog.")
    return " ".join(zinnen)


@require_safe
@require(Recht.COCKPIT_BEKIJKEN)
def cockpit_excel(request: GebiedRequest) -> HttpResponse:
    """The same answer as the page gives for the same address."""
    keuze, pagina = _lees(request)
    gebied = current_scope().gebied
    inhoud = cockpit_werkboek(
        pagina,
        gebied=gebied.naam,
        gemaakt_op=timezone.localtime(),
        begrippen=begrippen(pagina.peildatum),
        vergelijking=dict(VERGELIJKINGEN)[keuze.vergelijking].lower(),
    )
    naam = f"cockpit-{gebied.slug}-{keuze.periode.sleutel}.xlsx"
    return HttpResponse(
        inhoud,
        content_type=EXCEL,
        headers={"Content-Disposition": content_disposition_header(True, naam)},
    )


@require_safe
@require(Recht.COCKPIT_BEKIJKEN)
def alle_signalen(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    context = {
        "groepen": groepeer(signalen(vandaag).signalen),
        "plansignalen": planbeeld(vandaag).signalen,
        "vandaag": vandaag,
        "onderdrukking": onderdrukkingsregel(vandaag),
    }
    return render(request, "rapportage/cockpit_signalen.html", context)
