from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope
from regie.portal import selectors, services
from regie.portal.forms import DagForm, QuotaForm


@require_safe
@require(Recht.GEBIED_BEKIJKEN)
def gemeenten(request: GebiedRequest) -> HttpResponse:
    """Members, inhabitants and mandate on any day: `?op=dd/mm/jjjj`."""
    vandaag = timezone.localdate()
    form = DagForm(request.GET or None)
    op = (form.cleaned_data["op"] if form.is_valid() else None) or vandaag
    beeld = selectors.regio_beeld(current_scope().gebied, op=op)
    context = {
        "form": form if form.is_bound else DagForm(initial={"op": op}),
        "beeld": beeld,
        "kaart": selectors.regio_kaart(beeld) if beeld.leden else None,
        "is_vandaag": op == vandaag,
        "vandaag": vandaag,
        "regiegebied": current_scope().gebied,
        "mag_quota": request.toegang.mag(Recht.COCKPIT_BEKIJKEN),
    }
    return render(request, "portal/regio.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@require(Recht.COCKPIT_BEKIJKEN)
def quota(request: GebiedRequest) -> HttpResponse:
    """Places art. 60 with verhoogde staatstoelage per OCMW and year."""
    huidig = timezone.localdate().year
    jaren = selectors.quotum_jaren(huidig)
    gevraagd = request.GET.get("jaar", "")
    jaar = int(gevraagd) if gevraagd.isdigit() and int(gevraagd) in jaren else huidig
    rijen = selectors.quota(jaar)
    mag_bewerken = request.toegang.mag(Recht.QUOTUM_BEWERKEN)
    form = QuotaForm(request.POST if request.method == "POST" and mag_bewerken else None, rijen=rijen)
    if form.is_valid():
        try:
            aantal = services.quota_bewaren(
                jaar=jaar, toegekend=form.toegekend(), budget=form.bedragen(), door=request.toegang
            )
        except DomainError as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, _gewijzigd(aantal, jaar))
            return redirect(f"{gebied_url('regio:quota')}?jaar={jaar}")
    bekend = [rij.toegekend for rij in rijen if rij.toegekend is not None]
    context = {
        "form": form,
        "rijen": [(rij, form[QuotaForm.naam(rij)], form[QuotaForm.bedragnaam(rij)]) for rij in rijen],
        "jaar": jaar,
        "tabs": [{"label": str(j), "url": f"?jaar={j}", "actief": j == jaar} for j in jaren],
        "totaal": sum(bekend) if bekend else None,
        "mag_bewerken": mag_bewerken,
    }
    return render(request, "portal/regio_quota.html", context, status=422 if form.errors else 200)


def _gewijzigd(aantal: int, jaar: int) -> str:
    if not aantal:
        return f"Er was niets te wijzigen voor {jaar}."
    return f"De quota van {jaar} zijn bewaard ({aantal} {'wijziging' if aantal == 1 else 'wijzigingen'})."
