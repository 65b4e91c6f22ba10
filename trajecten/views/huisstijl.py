"""Logo and texts of an OCMW on the documents the product makes."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from regie.core.bestanden import download
from regie.core.bestandssoort import PDF
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Organisatie
from regie.core.permissions import Recht
from regie.core.stukken.pdf import maak_pdf
from trajecten.forms.huisstijl import HuisstijlForm
from trajecten.models import Huisstijl
from trajecten.selectors.stukken import SJABLONEN, stuk_voorbeeld
from trajecten.services import huisstijl as services


def _eigen(request: GebiedRequest) -> Any:
    return Organisatie.objects.van_gebied().filter(pk__in=request.toegang.organisatie_ids).order_by("naam")


@require_safe
@require(Recht.HUISSTIJL_BEWERKEN)
def kies(request: GebiedRequest) -> HttpResponse:
    """Straight to the own OCMW; who leads more of them chooses."""
    eigen = list(_eigen(request))
    if len(eigen) == 1:
        return redirect(gebied_url("trajecten:huisstijl", eigen[0].pk))
    return render(request, "trajecten/huisstijlen.html", {"ocmws": eigen})


@require_http_methods(["GET", "POST"])
@require(Recht.HUISSTIJL_BEWERKEN)
def bewerk(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    ocmw = get_object_or_404(_eigen(request), pk=organisatie_id)
    stijl = Huisstijl.objects.filter(eigenaar=ocmw).first() or Huisstijl(eigenaar=ocmw)
    begin: dict[str, Any] = {naam: getattr(stijl, naam) for naam in ("kleur", "adres", "voettekst")}
    begin |= {f"tekst_{code}": tekst for code, tekst in stijl.teksten.items()}
    form = HuisstijlForm(
        request.POST or None,
        request.FILES or None,
        initial=begin,
        sjablonen={code: sjabloon.naam for code, sjabloon in SJABLONEN.items()},
    )
    if gelukt(form, lambda: _bewaar(request, ocmw, form)):
        messages.success(request, "De huisstijl is bewaard.")
        return redirect(gebied_url("trajecten:huisstijl", ocmw.pk))
    context = {"form": form, "ocmw": ocmw, "heeft_logo": bool(stijl.logo), "sjablonen": SJABLONEN.values()}
    return render(request, "trajecten/huisstijl.html", context, status=422 if form.errors else 200)


def _bewaar(request: GebiedRequest, ocmw: Organisatie, form: HuisstijlForm) -> None:
    schoon = form.cleaned_data
    services.huisstijl_bewaren(
        ocmw=ocmw,
        kleur=schoon["kleur"],
        adres=schoon["adres"],
        voettekst=schoon["voettekst"],
        teksten=form.teksten(),
        logo=schoon["logo"].read() if schoon["logo"] else None,
        logo_weg=schoon["logo_weg"],
        door=request.toegang,
        vandaag=timezone.localdate(),
    )


@require_safe
@require(Recht.HUISSTIJL_BEWERKEN)
def logo(request: GebiedRequest, organisatie_id: int) -> HttpResponse:
    """Drawn again by us when it came in, so it may be shown in a page."""
    ocmw = get_object_or_404(_eigen(request), pk=organisatie_id)
    stijl = get_object_or_404(Huisstijl, eigenaar=ocmw)
    if not stijl.logo:
        raise Http404
    response = HttpResponse(bytes(stijl.logo), content_type="image/png")
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
@require(Recht.HUISSTIJL_BEWERKEN)
def voorbeeld(request: GebiedRequest, organisatie_id: int, sjabloon: str) -> HttpResponse:
    """A document about nobody, with the letterhead as it is kept now."""
    ocmw = get_object_or_404(_eigen(request).select_related("gemeente"), pk=organisatie_id)
    if sjabloon not in SJABLONEN:
        raise Http404
    stuk = stuk_voorbeeld(SJABLONEN[sjabloon], ocmw, vandaag=timezone.localdate())
    return download(maak_pdf(stuk), naam=f"voorbeeld-{sjabloon}.pdf", mime=PDF.mime)
