"""Places to learn on the job: which are free in the region, and noting those of a local authority."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from partners.forms.behoeftefilter import StageFilter
from partners.forms.behoeften import StageplaatsForm
from partners.models import Werkgever
from partners.selectors import stageplaatsen as selectors
from partners.services import behoeften as services
from partners.views.behoeften import FORMULIER, chips, naar_behoefte
from partners.views.formulier import formulierpagina
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def lijst(request: GebiedRequest) -> HttpResponse:
    vandaag = timezone.localdate()
    gefilterd = StageFilter(request.GET, queryset=selectors.stageplaatsen(vandaag))
    rijen = list(gefilterd.qs)
    per_gemeente = selectors.per_gemeente(rijen)
    context = {
        "filter": gefilterd,
        "chips": chips(gefilterd),
        "rijen": rijen,
        "per_gemeente": per_gemeente,
        "plaatsen": sum(rij.plaatsen for rij in per_gemeente),
        "bezet": sum(rij.bezet for rij in per_gemeente),
        "vrij": sum(rij.vrij for rij in per_gemeente),
        "besturen": selectors.besturen(),
        "mag_bewerken": request.toegang.mag(Recht.WERKGEVER_BEWERKEN),
    }
    return render(request, "partners/behoeften/stageplaatsen.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def stageplaats_noteren(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    """A local authority is an employer too; its card is made when it has none."""
    organisatie = get_object_or_404(selectors.besturen(), pk=organisatie_id)
    vandaag = timezone.localdate()
    werkgever = Werkgever.objects.filter(organisatie=organisatie).first()
    form = StageplaatsForm(
        request.POST or None,
        werkgever=werkgever,
        door=request.toegang,
        initial={"geldig_tot": services.geldig_tot_voor(vandaag)},
    )
    return formulierpagina(
        request,
        form,
        titel=f"Stageplaats bij {organisatie}",
        knop="Publiceren",
        gelukt="De stageplaats staat op de lijst.",
        terug=(gebied_url("werkgevers:stageplaatsen"), "Stageplaatsen"),
        uitleg="Iedereen in het gebied ziet de plaats. Wie er stage loopt, staat hier nooit.",
        doel=naar_behoefte,
        dienst=lambda: services.stageplaats_noteren(
            organisatie=organisatie,
            eigenaar=form.eigenaar(),
            gegevens=form.gegevens(),
            door=request.toegang,
            vandaag=vandaag,
        ),
        template=FORMULIER,
    )
