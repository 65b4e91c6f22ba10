"""'Overdragen': somebody at a partner leaves. By a colleague, by that person, or by the region."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from partners.selectors import Mens, mensen_van
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht
from regie.portal import vertrek
from regie.portal.forms import VertrekForm


@require_http_methods(["GET", "POST"])
@require(Recht.EIGEN_ORGANISATIE)
def eigen_vertrek(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    eigen = Organisatie.objects.van_gebied().filter(pk__in=request.toegang.partner_van)
    organisatie = get_object_or_404(eigen, pk=organisatie_id)
    adres = f"{gebied_url('partners:mijn_organisatie')}?organisatie={organisatie.pk}"
    return _pagina(request, organisatie, adres, "Mijn organisatie")


@require_http_methods(["GET", "POST"])
@require(Recht.LEDEN_BEHEREN)
def partner_vertrek(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    organisatie = get_object_or_404(Organisatie.objects.van_gebied(), pk=organisatie_id)
    return _pagina(request, organisatie, gebied_url("partners:organisatie", organisatie.pk), organisatie.naam)


def _pagina(request: GebiedRequest, organisatie: Organisatie, adres: str, label: str) -> HttpResponse:
    """Without `?wie=`: choose who leaves. With it: what is open, who takes over, and the last day."""
    vandaag, nu = timezone.localdate(), timezone.now()
    mensen = [m for m in mensen_van(organisatie, vandaag=vandaag, nu=nu) if m.is_actief and m.sleutel]
    context = {"organisatie": organisatie, "mensen": mensen, "terug_url": adres, "terug_label": label}
    vraag = request.GET.get("wie", "")
    if not vraag:
        return render(request, "portal/vertrek_wie.html", context)
    wie = next((mens for mens in mensen if mens.sleutel == vraag), None)
    if wie is None:
        raise Http404
    collegas = {mens.sleutel: mens for mens in mensen if mens.sleutel != vraag and mens.email}
    form = VertrekForm(
        request.POST if request.method == "POST" else None,
        collegas=[(sleutel, mens.naam) for sleutel, mens in collegas.items()],
        initial={"tot": vandaag},
    )
    uitkomst: list[vertrek.Uitkomst] = []

    def overdragen() -> None:
        uitkomst.append(
            vertrek.vertrek_overdragen(
                organisatie=organisatie,
                wie=wie,
                naar=collegas[form.cleaned_data["naar"]],
                tot=form.cleaned_data["tot"],
                door=request.toegang,
                vandaag=vandaag,
                nu=nu,
            )
        )

    if gelukt(form, overdragen):
        _meld(request, wie, uitkomst[0])
        return redirect(adres)
    open_nu = vertrek.openstaand(organisatie=organisatie, wie=wie, vandaag=vandaag)
    context |= {"form": form, "wie": wie, "open": open_nu.zinnen(), "niet": open_nu.niet(), "collegas": collegas}
    return render(request, "portal/vertrek.html", context, status=422 if form.errors else 200)


def _meld(request: GebiedRequest, wie: Mens, uitkomst: vertrek.Uitkomst) -> None:
    gedaan = f" Overgedragen: {', '.join(uitkomst.gedaan)}." if uitkomst.gedaan else " Er stond niets open."
    messages.success(request, f"Het vertrek van {wie.naam} is genoteerd.{gedaan}")
    for zin in uitkomst.niet:
        messages.warning(request, zin)
