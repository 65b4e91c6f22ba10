from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from partners import selectors, services
from partners.exports import organisatielijst
from partners.filters import OrganisatieFilter
from partners.forms import OrganisatieForm
from partners.selectors.overeenkomsten import Regel, overeenkomsten_van
from partners.selectors.routing import diensten_van
from partners.services import OrganisatieGegevens
from partners.views.formulier import formulierpagina
from partners.views.lijsten import chips, gesorteerd
from regie.core.excel import als_download
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope

PER_PAGINA = 50
VOLGORDES = {
    "naam": ("naam",),
    "soort": ("type", "naam"),
    "gemeente": ("gemeente__sleutel", "naam"),
    "contacten": ("aantal_contacten", "naam"),
    "plaatsen": ("aantal_plaatsen", "naam"),
}


@require_safe
@require(Recht.PARTNER_BEKIJKEN)
def lijst(request: GebiedRequest) -> HttpResponse:
    gefilterd = _gefilterd(request, timezone.localdate())
    pagina = Paginator(gesorteerd(gefilterd.qs, request, VOLGORDES, "naam"), PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    context = {
        "filter": gefilterd,
        "behoud": ["sorteer"],
        "chips": chips(gefilterd, toon="actief"),
        "pagina": pagina,
        "mag_bewerken": request.toegang.mag(Recht.PARTNER_BEWERKEN),
        "bulkacties": [{"label": "Vraag om na te kijken", "url": gebied_url("partners:gegevens_vragen_aan_selectie")}],
    }
    return render(request, "partners/lijst.html", context)


@require_safe
@require(Recht.PARTNER_BEKIJKEN)
def lijst_excel(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    gefilterd = _gefilterd(request, vandaag)
    rijen = list(gesorteerd(gefilterd.qs, request, VOLGORDES, "naam"))
    uitleg = [
        ("Lijst", f"Partners van {current_scope().gebied}"),
        ("Filters", ", ".join(chip["label"] for chip in chips(gefilterd, toon="actief")) or "geen"),
        ("Gemaakt op", f"{vandaag:%d/%m/%Y}"),
        ("Aantal rijen", str(len(rijen))),
    ]
    return als_download(organisatielijst(rijen, uitleg=uitleg), bestandsnaam=f"partners-{vandaag:%Y-%m-%d}.xlsx")


@require_safe
@require(Recht.PARTNER_BEKIJKEN)
def organisatie(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    vandaag = timezone.localdate()
    gevonden = get_object_or_404(Organisatie.objects.van_gebied().select_related("gemeente"), pk=organisatie_id)
    context = {
        "kaart": selectors.organisatie_kaart(gevonden, vandaag=vandaag),
        "mensen": selectors.mensen_van(gevonden, vandaag=vandaag, nu=timezone.now()),
        "mag_uitnodigen": request.toegang.mag(Recht.LEDEN_BEHEREN) and gevonden.type not in selectors.GEEN_NAZICHT,
        "mag_rapporten": request.toegang.mag(Recht.RAPPORT_BEKIJKEN),
        "nazicht": selectors.nazicht(gevonden, vandaag=vandaag),
        "wijzigingen": selectors.wijzigingen_van(gevonden),
        "organisatie": gevonden,
        "diensten": diensten_van(gevonden, vandaag=vandaag),
        "mag_bewerken": request.toegang.mag(Recht.PARTNER_BEWERKEN),
        "vandaag": vandaag,
        "overeenkomsten": _overeenkomsten(request, gevonden, vandaag),
    }
    return render(request, "partners/organisatie.html", context)


def _overeenkomsten(request: GebiedRequest, organisatie: Organisatie, vandaag: date) -> list[Regel] | None:
    """None for who has no right to see agreements."""
    if not request.toegang.mag(Recht.AFSPRAAK_BEKIJKEN):
        return None
    return overeenkomsten_van(organisatie, vandaag=vandaag)


@require_http_methods(["GET", "POST"])
@require(Recht.PARTNER_BEWERKEN)
def organisatie_toevoegen(request: GebiedRequest) -> HttpResponse:
    form = OrganisatieForm(request.POST or None)
    return formulierpagina(
        request,
        form,
        titel="Partner toevoegen",
        knop="Partner toevoegen",
        gelukt="De partner is toegevoegd.",
        dienst=lambda: services.organisatie_toevoegen(
            gegevens=OrganisatieGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.PARTNER_BEWERKEN)
def organisatie_bijwerken(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    gevonden = get_object_or_404(Organisatie.objects.van_gebied(), pk=organisatie_id)
    form = OrganisatieForm(request.POST or None, initial=OrganisatieForm.begin(gevonden))
    return formulierpagina(
        request,
        form,
        titel="Gegevens bewerken",
        knop="Bewaren",
        gelukt="De gegevens zijn bewaard.",
        organisatie=gevonden,
        dienst=lambda: services.organisatie_bijwerken(
            organisatie=gevonden, gegevens=OrganisatieGegevens(**form.cleaned_data), door=request.toegang
        ),
    )


def _gefilterd(request: GebiedRequest, vandaag: date) -> OrganisatieFilter:
    """Active ones, unless the address says otherwise."""
    vraag = request.GET.copy()
    if "toon" not in vraag:
        vraag["toon"] = "actief"
    return OrganisatieFilter(vraag, queryset=selectors.organisaties_lijst(vandaag))
