"""The tariff table of the gebied: what gebruikers pay, exceptions of OCMW's, and indexing them in one step."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.exports import tarievenlijst
from partners.forms.tarieven import IndexatieForm, IndexForm, TariefEindeForm, TariefForm, TariefWijzigForm
from partners.models import Indexatie, Tarief
from partners.selectors import tarieven as selectors
from partners.services import tarieven as services
from partners.views.formulier import formulierpagina
from regie.core.excel import als_download
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope

LIJST = "partners:tarieven"


@require_safe
@require(Recht.PARTNER_BEKIJKEN)
def tarieven(request: GebiedRequest) -> HttpResponse:
    """The table of today; `?index=` shows what an indexation would make of it and keeps nothing."""
    form = IndexForm(request.GET or None)
    index = form.cleaned_data["index"] if form.is_valid() else None
    vandaag = timezone.localdate()
    mag = request.toegang.mag(Recht.TARIEF_BEWERKEN)
    context = {
        "tarieven": selectors.tarieventabel(op=vandaag, index=index or Decimal(0)),
        "fracties": selectors.fractienamen(),
        "indexaties": selectors.indexaties(),
        "form": form,
        "index": index,
        "op": vandaag,
        "mag_toevoegen": mag,
        "bewerkbaar": _bewerkbaar(request) if mag else set(),
    }
    return render(request, "partners/tarieven.html", context)


@require_safe
@require(Recht.PARTNER_BEKIJKEN)
def tarieven_vroeger(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    context = {"tarieven": selectors.vroegere_tarieven(op=vandaag), "op": vandaag}
    return render(request, "partners/tarieven_vroeger.html", context)


@require_safe
@require(Recht.PARTNER_BEKIJKEN)
def tarieven_excel(request: GebiedRequest) -> HttpResponse:
    form = IndexForm(request.GET or None)
    index = (form.cleaned_data["index"] if form.is_valid() else None) or Decimal(0)
    vandaag = timezone.localdate()
    uitleg = [
        ("Lijst", f"Tarieven art. 60 van {current_scope().gebied}, op {vandaag:%d/%m/%Y} en later"),
        ("Bedrag", "In euro per voltijdse maand. Een deeltijdse plaats betaalt haar breuk."),
        ("Simulatie", f"Indexatie van {index} %: nog niet bewaard." if index else "Geen."),
    ]
    bestand = tarievenlijst(
        selectors.tarieventabel(op=vandaag, index=index), fracties=selectors.fractienamen(), uitleg=uitleg
    )
    return als_download(bestand, bestandsnaam=f"tarieven-{vandaag:%Y-%m-%d}.xlsx")


@require_http_methods(["GET", "POST"])
@require(Recht.TARIEF_BEWERKEN)
def tarief_toevoegen(request: GebiedRequest) -> HttpResponse:
    """For the whole gebied by who runs it; an OCMW makes an exception for itself only."""
    form = TariefForm(request.POST or None, ocmws=_ocmws(request), hele_gebied=_hele_gebied(request))

    def bewaar() -> Any:
        gegevens = dict(form.cleaned_data)
        return services.tarief_toevoegen(organisatie=gegevens.pop("voor"), **gegevens, door=request.toegang)

    return _pagina(request, form, "Tarief toevoegen", "Tarief toevoegen", bewaar, "Het tarief is toegevoegd.")


@require_http_methods(["GET", "POST"])
@require(Recht.TARIEF_BEWERKEN)
def tarief_bijwerken(request: GebiedRequest, tarief_id: UUID) -> HttpResponse:
    tarief = get_object_or_404(Tarief, pk=tarief_id)
    form = TariefWijzigForm(request.POST or None, initial={"bedrag": tarief.bedrag, "noot": tarief.noot})

    def bewaar() -> Any:
        return services.tarief_bijwerken(
            tarief=tarief, **form.cleaned_data, door=request.toegang, vandaag=timezone.localdate()
        )

    return _pagina(request, form, _titel(tarief), "Bewaren", bewaar, "Het tarief is bewaard.")


@require_http_methods(["GET", "POST"])
@require(Recht.TARIEF_BEWERKEN)
def tarief_beeindigen(request: GebiedRequest, tarief_id: UUID) -> HttpResponse:
    tarief = get_object_or_404(Tarief, pk=tarief_id)
    form = TariefEindeForm(request.POST or None, initial={"tot": tarief.geldig_tot})

    def bewaar() -> Any:
        return services.tarief_beeindigen(
            tarief=tarief, tot=form.cleaned_data["tot"], door=request.toegang, vandaag=timezone.localdate()
        )

    uitleg = "Daarna geldt dit tarief niet meer. Is het een uitzondering, dan geldt weer het tarief van het gebied."
    return _pagina(
        request, form, f"{_titel(tarief)} beëindigen", "Beëindigen", bewaar, "Het einde is bewaard.", uitleg
    )


@require_POST
@require(Recht.TARIEF_BEWERKEN)
def tarief_wissen(request: GebiedRequest, tarief_id: UUID) -> HttpResponse:
    tarief = get_object_or_404(Tarief, pk=tarief_id)
    doe(
        request,
        lambda: services.tarief_wissen(tarief=tarief, door=request.toegang, vandaag=timezone.localdate()),
        "Het tarief is gewist. Het vorige loopt verder.",
    )
    return redirect(gebied_url(LIJST))


@require_http_methods(["GET", "POST"])
@require(Recht.TARIEF_BEWERKEN)
def indexeren(request: GebiedRequest) -> HttpResponse:
    """GET with `percentage` and `vanaf` shows what would come; POST of the same makes it real."""
    bron = request.POST if request.method == "POST" else request.GET
    gevraagd = bron if "vanaf" in bron else None
    eerst = {"percentage": request.GET.get("percentage"), "vanaf": _volgend_jaar(timezone.localdate())}
    form = IndexatieForm(gevraagd, ocmws=_ocmws(request), hele_gebied=_hele_gebied(request), initial=eerst)
    nieuw: list[Indexatie] = []
    if request.method == "POST" and gelukt(form, lambda: nieuw.append(_pas_toe(request, form))):
        messages.success(
            request,
            f"{nieuw[0].aantal} nieuwe tarieven vanaf {nieuw[0].vanaf:%d/%m/%Y}.",
            extra_tags=f"ongedaan={gebied_url('partners:indexatie_ongedaan', nieuw[0].pk)}",
        )
        return redirect(gebied_url(LIJST))
    context = {"form": form, "voorbeeld": _voorbeeld(form) if form.is_bound and not form.errors else None}
    return render(request, "partners/indexeren.html", context, status=422 if form.errors else 200)


@require_POST
@require(Recht.TARIEF_BEWERKEN)
def indexatie_ongedaan(request: GebiedRequest, indexatie_id: UUID) -> HttpResponse:
    gevonden = get_object_or_404(Indexatie, pk=indexatie_id)
    doe(
        request,
        lambda: services.indexatie_ongedaan(indexatie=gevonden, door=request.toegang, vandaag=timezone.localdate()),
        "De indexatie is ongedaan gemaakt. De vorige tarieven lopen verder.",
    )
    return redirect(gebied_url(LIJST))


def _pas_toe(request: GebiedRequest, form: IndexatieForm) -> Indexatie:
    return services.indexatie_toepassen(
        percentage=form.cleaned_data["percentage"],
        vanaf=form.cleaned_data["vanaf"],
        organisatie=form.cleaned_data["voor"],
        door=request.toegang,
        vandaag=timezone.localdate(),
    )


def _voorbeeld(form: IndexatieForm) -> list[dict[str, Any]]:
    gekozen = form.cleaned_data
    oude = selectors.te_indexeren(vanaf=gekozen["vanaf"], organisatie=gekozen["voor"])
    rijen = [(tarief, selectors.geindexeerd(tarief.bedrag, gekozen["percentage"])) for tarief in oude]
    return [{"tarief": oud, "nieuw": nieuw, "verschil": nieuw - oud.bedrag} for oud, nieuw in rijen]


def _volgend_jaar(vandaag: date) -> date:
    return date(vandaag.year + 1, 1, 1)


def _hele_gebied(request: GebiedRequest) -> bool:
    return request.toegang.mag(Recht.PARTNER_BEWERKEN)


def _ocmws(request: GebiedRequest) -> QuerySet[Organisatie]:
    ocmws = Organisatie.objects.van_gebied().ocmws().order_by("naam")
    return ocmws if _hele_gebied(request) else ocmws.filter(pk__in=request.toegang.organisatie_ids)


def _bewerkbaar(request: GebiedRequest) -> set[int | None]:
    """Whose tariffs the reader may change; None stands for the gebied."""
    ids: set[int | None] = set(_ocmws(request).values_list("pk", flat=True))
    return ids | {None} if _hele_gebied(request) else ids


def _titel(tarief: Tarief) -> str:
    categorie = tarief.get_categorie_display()
    return f"Tarief {categorie}, {tarief.get_functieniveau_display()}, vanaf {tarief.geldig_van:%d/%m/%Y}"


def _pagina(
    request: GebiedRequest, form: Any, titel: str, knop: str, dienst: Any, gelukt_tekst: str, uitleg: str = ""
) -> HttpResponse:
    return formulierpagina(
        request,
        form,
        titel=titel,
        knop=knop,
        dienst=dienst,
        gelukt=gelukt_tekst,
        uitleg=uitleg,
        terug=(gebied_url(LIJST), "Tarieven"),
        doel=lambda rij: gebied_url(LIJST),
    )
