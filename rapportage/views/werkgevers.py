"""The figures of the employer approach: the page, its spreadsheet and its paper."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from rapportage.exports.werkgevers import werkgevers_werkboek
from rapportage.filters import Keuze, lees_keuze
from rapportage.pdf import STIJL
from rapportage.selectors.werkgevers import Werkgevercijfers
from rapportage.selectors.werkgevers import werkgevercijfers as maak_cijfers
from regie.core.excel import als_download
from regie.core.http import GebiedRequest, require
from regie.core.pdf import html_naar_pdf
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope


def _lees(request: GebiedRequest) -> tuple[Keuze, Werkgevercijfers]:
    vandaag = timezone.localdate()
    keuze = lees_keuze(request.GET, vandaag)
    return keuze, maak_cijfers(periode=keuze.periode, vergelijking=keuze.vergelijking, vandaag=vandaag)


def _bestandsnaam(keuze: Keuze, soort: str) -> str:
    return f"werkgevers-{current_scope().gebied.slug}-{keuze.periode.sleutel}.{soort}"


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def werkgevercijfers(request: GebiedRequest) -> HttpResponse:
    keuze, cijfers = _lees(request)
    context = {"cijfers": cijfers, "keuze": keuze, "tabellen": (cijfers.organisaties, cijfers.duurzaam)}
    return render(request, "rapportage/werkgevers.html", context)


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def werkgevercijfers_excel(request: GebiedRequest) -> HttpResponse:
    """The same answer as the page gives for the same address."""
    keuze, cijfers = _lees(request)
    inhoud = werkgevers_werkboek(cijfers, gebied=current_scope().gebied.naam, gemaakt_op=timezone.localtime())
    return als_download(inhoud, bestandsnaam=_bestandsnaam(keuze, "xlsx"))


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def werkgevercijfers_pdf(request: GebiedRequest) -> HttpResponse:
    keuze, cijfers = _lees(request)
    context = {
        "cijfers": cijfers,
        "gebied_naam": current_scope().gebied.naam,
        "gemaakt_op": timezone.localtime(),
        "tabellen": (cijfers.organisaties, cijfers.duurzaam),
    }
    pdf = html_naar_pdf(render_to_string("rapportage/pdf/werkgevers.html", context), stijl=STIJL)
    return als_download(pdf, bestandsnaam=_bestandsnaam(keuze, "pdf"), soort="application/pdf")
