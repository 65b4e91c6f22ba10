"""Job carving as a worked form: tasks, what is split off, the function that results, on screen and on paper."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.forms.jobontwerpen import JobontwerpForm, taakformulieren
from partners.models import Jobontwerp
from partners.pdf import jobontwerp_pdf
from partners.selectors.jobontwerpen import jobontwerpen
from partners.services import jobontwerpen as services
from partners.views.behoeften import doe, haal_werkgever, naar_behoefte
from regie.core.excel import als_download
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht


def _haal(jobontwerp_id: UUID) -> Jobontwerp:
    rijen = Jobontwerp.objects.select_related("werkgever__organisatie", "werkgever__gemeente", "eigenaar", "door")
    return get_object_or_404(rijen, pk=jobontwerp_id)


def _naar(jobontwerp: Jobontwerp) -> str:
    return gebied_url("werkgevers:jobontwerp", jobontwerp.pk)


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def lijst(request: GebiedRequest) -> HttpResponse:
    context = {"rijen": jobontwerpen(), "mag_bewerken": request.toegang.mag(Recht.WERKGEVER_BEWERKEN)}
    return render(request, "partners/jobontwerpen/lijst.html", context)


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def jobontwerp(request: GebiedRequest, jobontwerp_id: UUID) -> HttpResponse:
    gevonden = _haal(jobontwerp_id)
    eigen = gevonden.eigenaar_id in request.toegang.lid_van
    context = {
        "jobontwerp": gevonden,
        "klopt_niet": services.wat_niet_klopt(gevonden),
        "behoeften": gevonden.behoeften.order_by("created_at"),
        "mag_wijzigen": eigen and request.toegang.mag(Recht.WERKGEVER_BEWERKEN),
        "mag_werkplaats": eigen and request.toegang.mag(Recht.PLAATS_BEWERKEN),
    }
    return render(request, "partners/jobontwerpen/jobontwerp.html", context)


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def jobontwerp_als_pdf(request: GebiedRequest, jobontwerp_id: UUID) -> HttpResponse:
    gevonden = _haal(jobontwerp_id)
    pdf = jobontwerp_pdf(gevonden, vandaag=timezone.localdate())
    return als_download(pdf, bestandsnaam="jobontwerp.pdf", soort="application/pdf")


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def jobontwerp_maken(request: GebiedRequest, werkgever_id: UUID) -> HttpResponse:
    werkgever = haal_werkgever(werkgever_id)
    terug = (gebied_url("werkgevers:werkgever", werkgever.pk), werkgever.naam)
    return _formulier(request, None, terug=terug, titel=f"Jobontwerp bij {werkgever}", werkgever=werkgever)


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def jobontwerp_bijwerken(request: GebiedRequest, jobontwerp_id: UUID) -> HttpResponse:
    gevonden = _haal(jobontwerp_id)
    if gevonden.eigenaar_id not in request.toegang.lid_van:
        messages.error(request, f"Dit jobontwerp is van {gevonden.eigenaar}. Alleen daar kunnen ze het wijzigen.")
        return redirect(_naar(gevonden))
    return _formulier(request, gevonden, terug=(_naar(gevonden), gevonden.functie), titel="Jobontwerp bewerken")


def _formulier(
    request: GebiedRequest, bestaand: Jobontwerp | None, *, terug: tuple[str, str], titel: str, werkgever: Any = None
) -> HttpResponse:
    meer = "meer" in request.POST
    taken = taakformulieren(request.POST or None, taken=bestaand.taken if bestaand else [], meer=meer)
    form = JobontwerpForm(
        request.POST or None, door=request.toegang, initial=JobontwerpForm.begin(bestaand) if bestaand else None
    )
    if bestaand:
        form.fields.pop("eigenaar", None)
    bewaard: list[Jobontwerp] = []

    def bewaar() -> None:
        gegevens = form.gegevens(taken.taken())
        if bestaand:
            wie = services.jobontwerp_bijwerken(jobontwerp=bestaand, gegevens=gegevens, door=request.toegang)
        else:
            wie = services.jobontwerp_maken(
                werkgever=werkgever, eigenaar=form.eigenaar(), gegevens=gegevens, door=request.toegang
            )
        bewaard.append(wie)

    if not meer and taken.is_valid() and gelukt(form, bewaar):
        messages.success(request, "Het jobontwerp is bewaard.")
        return redirect(_naar(bewaard[0]))
    fout = bool(request.POST) and not meer
    context = {"form": form, "taken": taken, "titel": titel, "terug_url": terug[0], "terug_label": terug[1]}
    return render(request, "partners/jobontwerpen/formulier.html", context, status=422 if fout else 200)


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def jobontwerp_delen(request: GebiedRequest, jobontwerp_id: UUID) -> HttpResponse:
    gevonden = _haal(jobontwerp_id)
    gedeeld = not gevonden.gedeeld
    doe(
        request,
        lambda: services.jobontwerp_delen(jobontwerp=gevonden, gedeeld=gedeeld, door=request.toegang),
        "Iedereen in het gebied kan dit jobontwerp lezen."
        if gedeeld
        else "Alleen je eigen organisatie leest dit nog.",
        ongedaan=gebied_url("werkgevers:jobontwerp_delen", gevonden.pk),
    )
    return redirect(_naar(gevonden))


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def jobontwerp_wissen(request: GebiedRequest, jobontwerp_id: UUID) -> HttpResponse:
    gevonden = _haal(jobontwerp_id)
    dienst = lambda: services.jobontwerp_wissen(jobontwerp=gevonden, door=request.toegang)  # noqa: E731
    weg = doe(request, dienst, "Het jobontwerp is gewist.")
    return redirect(gebied_url("werkgevers:jobontwerpen") if weg else _naar(gevonden))


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def jobontwerp_naar_behoefte(request: GebiedRequest, jobontwerp_id: UUID) -> HttpResponse:
    gevonden, gemaakt = _haal(jobontwerp_id), []

    def maak() -> None:
        gemaakt.append(services.behoefte_uit_jobontwerp(jobontwerp=gevonden, door=request.toegang))

    gelukt_ = doe(request, maak, "Het concept van de behoefte staat klaar. Kijk het na en publiceer het.")
    return redirect(naar_behoefte(gemaakt[0]) if gelukt_ else _naar(gevonden))


@require_POST
@require(Recht.PLAATS_BEWERKEN)
def jobontwerp_naar_werkplaats(request: GebiedRequest, jobontwerp_id: UUID) -> HttpResponse:
    """A place art. 60, when the employer is a partner that hosts. Of the own OCMW, or of the whole gebied."""
    gevonden, gemaakt = _haal(jobontwerp_id), []
    ocmws = Organisatie.objects.van_gebied().ocmws().filter(pk__in=request.toegang.organisatie_ids)

    def maak() -> None:
        gemaakt.append(
            services.werkplaats_uit_jobontwerp(
                jobontwerp=gevonden,
                ocmw=None if request.toegang.mag(Recht.PARTNER_BEWERKEN) else ocmws.order_by("naam").first(),
                vandaag=timezone.localdate(),
                door=request.toegang,
            )
        )

    gelukt_ = doe(request, maak, "De plaats is toegevoegd. Vul aan wat nog ontbreekt.")
    naar = gebied_url("partners:werkplaats_bijwerken", gemaakt[0].pk) if gelukt_ else _naar(gevonden)
    return redirect(naar)
