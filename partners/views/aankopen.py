"""The register of social purchases: reserved contracts, social clauses, and their share of what is bought."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.exports import aankopenlijst
from partners.forms.registers import AankoopFilterForm, AankoopForm, VolumeForm
from partners.models import Aankoopvolume, SocialeAankoop
from partners.selectors import registers as selectors
from partners.services import registers as services
from partners.views.formulier import formulierpagina
from partners.views.registers import begin
from regie.core.excel import als_download
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope

PER_PAGINA = 50
LIJST = "partners:aankopen"


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def aankopen(request: GebiedRequest) -> HttpResponse:
    form, keuze = _filter(request)
    mag = request.toegang.mag(Recht.OVEREENKOMST_BEWERKEN)
    context = {
        "form": form,
        "pagina": Paginator(selectors.aankopen(**keuze), PER_PAGINA).get_page(request.GET.get("pagina")),
        "aandelen": selectors.aandelen(jaar=keuze.get("jaar"), bestuur=keuze.get("bestuur")),
        "eigen": _eigen(request) if mag else set(),
        "mag_bewerken": mag,
    }
    return render(request, "partners/registers/aankopen.html", context)


@require_safe
@require(Recht.AFSPRAAK_BEKIJKEN)
def aankopen_excel(request: GebiedRequest) -> HttpResponse:
    _, keuze = _filter(request)
    rijen = list(selectors.aankopen(**keuze))
    vandaag = timezone.localdate()
    uitleg = [
        ("Lijst", f"Sociale aankopen van besturen van {current_scope().gebied}, dezelfde selectie als op het scherm"),
        ("Bedrag", "In euro, zonder btw."),
        *(_uitleg(aandeel) for aandeel in selectors.aandelen(jaar=keuze.get("jaar"), bestuur=keuze.get("bestuur"))),
        ("Gemaakt op", f"{vandaag:%d/%m/%Y}"),
    ]
    bestand = aankopenlijst(rijen, uitleg=uitleg)
    return als_download(bestand, bestandsnaam=f"sociale-aankopen-{vandaag:%Y-%m-%d}.xlsx")


def _uitleg(aandeel: selectors.Aandeel) -> tuple[str, str]:
    wat = f"{aandeel.bestuur} {aandeel.jaar}"
    if aandeel.procent is None:
        return wat, "Geen aandeel: het totaal van alle aankopen is niet ingevuld."
    return wat, f"{aandeel.procent:.1f} % van {aandeel.volume} euro".replace(".", ",")


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def aankoop_toevoegen(request: GebiedRequest) -> HttpResponse:
    return _aankoop(request, None)


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def aankoop_bijwerken(request: GebiedRequest, aankoop_id: UUID) -> HttpResponse:
    return _aankoop(request, get_object_or_404(SocialeAankoop.objects.select_related("bestuur"), pk=aankoop_id))


def _aankoop(request: GebiedRequest, gevonden: SocialeAankoop | None) -> HttpResponse:
    eerst = begin(gevonden, AankoopForm) or {"jaar": timezone.localdate().year}
    form = AankoopForm(request.POST or None, besturen=_besturen(request), initial=eerst)
    return formulierpagina(
        request,
        form,
        titel="Sociale aankoop bewerken" if gevonden else "Sociale aankoop toevoegen",
        knop="Bewaren",
        gelukt="De aankoop is bewaard.",
        terug=(gebied_url(LIJST), "Sociaal aankopen"),
        doel=lambda rij: gebied_url(LIJST),
        dienst=lambda: services.aankoop_bewaren(
            aankoop=gevonden, gegevens=services.AankoopGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_POST
@require(Recht.OVEREENKOMST_BEWERKEN)
def aankoop_wissen(request: GebiedRequest, aankoop_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(SocialeAankoop.objects.select_related("bestuur"), pk=aankoop_id)
    doe(request, lambda: services.aankoop_wissen(aankoop=gevonden, door=request.toegang), "De aankoop is gewist.")
    return redirect(gebied_url(LIJST))


@require_http_methods(["GET", "POST"])
@require(Recht.OVEREENKOMST_BEWERKEN)
def aankoopvolume(request: GebiedRequest) -> HttpResponse:
    """`?bestuur=` and `?jaar=` come from the line where the total is missing."""
    eerst: dict[str, Any] = {naam: request.GET.get(naam) for naam in ("bestuur", "jaar")}
    eerst["jaar"] = eerst["jaar"] or timezone.localdate().year - 1
    if (eerst["bestuur"] or "").isdigit() and str(eerst["jaar"]).isdigit():
        eerst |= begin(Aankoopvolume.objects.filter(bestuur=eerst["bestuur"], jaar=eerst["jaar"]).first(), VolumeForm)
    form = VolumeForm(request.POST or None, besturen=_besturen(request), initial=eerst)
    return formulierpagina(
        request,
        form,
        titel="Totaal van alle aankopen invullen",
        knop="Bewaren",
        uitleg="Het aandeel van sociaal aankopen is een deel van alles wat het bestuur in dat jaar aankocht.",
        gelukt="Het totaal is bewaard.",
        terug=(gebied_url(LIJST), "Sociaal aankopen"),
        doel=lambda rij: gebied_url(LIJST),
        dienst=lambda: services.aankoopvolume_zetten(**form.cleaned_data, door=request.toegang),
    )


def _besturen(request: GebiedRequest) -> QuerySet[Organisatie]:
    """Those for which somebody may fill in the register."""
    rijen = selectors.besturen()
    if request.toegang.mag(Recht.PARTNER_BEWERKEN):
        return rijen
    return rijen.filter(pk__in=request.toegang.lid_van)


def _eigen(request: GebiedRequest) -> set[int]:
    return set(_besturen(request).values_list("pk", flat=True))


def _filter(request: GebiedRequest) -> tuple[AankoopFilterForm, dict[str, Any]]:
    form = AankoopFilterForm(request.GET, jaren=selectors.aankoopjaren(), besturen=selectors.besturen())
    return form, (dict(form.cleaned_data) if form.is_valid() else {})
