"""Places of the gebied: what is free, who of the own OCMW is there, loans, and the bezettingsgraad."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.selectors import wijzigingen_aan
from partners.services import mag_plaats_wijzigen
from regie.core.dates import plus_maanden
from regie.core.excel import als_download
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope
from trajecten.exports import plaatsenlijst
from trajecten.forms.plaatsen import PlaatsFilterForm
from trajecten.forms.velden import DatumVeld
from trajecten.selectors import plaatsen as selectors
from trajecten.selectors.matching import kandidaten_voor

KANDIDATEN_EERST = 10


def _gefilterd(request: GebiedRequest) -> PlaatsFilterForm:
    vandaag = timezone.localdate()
    rijen = selectors.plaatsrijen(vandaag=vandaag, ocmw_ids=request.toegang.organisatie_ids)
    return PlaatsFilterForm(request.GET or {}, rijen=rijen, vandaag=vandaag)


def plaatstabs(request: GebiedRequest, huidig: str) -> list[dict[str, Any]]:
    bladen = [("plaatsen", "Plaatsen"), ("uitleningen", "Uitleningen"), ("bezetting", "Bezettingsgraad")]
    if request.toegang.mag(Recht.CLIENT_BEKIJKEN):
        bladen.append(("quotum", "Quotum art. 60"))
    if request.toegang.mag(Recht.PROJECT_BEKIJKEN):
        bladen.append(("projecten", "Projecten"))
    return [
        {"label": label, "url": gebied_url(f"trajecten:{naam}"), "actief": naam == huidig} for naam, label in bladen
    ]


@require_safe
@require(Recht.PLAATS_BEKIJKEN)
def lijst(request: GebiedRequest) -> HttpResponse:
    form = _gefilterd(request)
    rijen = form.gekozen()
    context = {
        "form": form,
        "chips": form.chips(),
        "rijen": rijen,
        "aantal_vrij": sum((rij.vrij_nu for rij in rijen), selectors.NUL),
        "tabs": plaatstabs(request, "plaatsen"),
        "mag_bewerken": request.toegang.mag(Recht.PLAATS_BEWERKEN),
        "eigen_blik": bool(request.toegang.organisatie_ids),
    }
    return render(request, "trajecten/plaatsen/lijst.html", context)


@require_safe
@require(Recht.PLAATS_BEKIJKEN)
def lijst_excel(request: GebiedRequest) -> HttpResponse:
    form, vandaag = _gefilterd(request), timezone.localdate()
    rijen = form.gekozen()
    uitleg = [
        ("Lijst", f"Plaatsen van {current_scope().gebied}"),
        ("Filters", ", ".join(chip["label"] for chip in form.chips()) or "geen"),
        ("Gemaakt op", f"{vandaag:%d/%m/%Y}"),
        ("Vrij", "Voor de cliënten van je eigen OCMW; wie er werkt, staat niet in dit bestand."),
        ("Aantal rijen", str(len(rijen))),
    ]
    return als_download(plaatsenlijst(rijen, uitleg=uitleg), bestandsnaam=f"plaatsen-{vandaag:%Y-%m-%d}.xlsx")


def haal_plaats(request: GebiedRequest, werkplaats_id: UUID) -> selectors.Plaatsrij:
    rijen = selectors.plaatsrijen(
        vandaag=timezone.localdate(),
        ocmw_ids=request.toegang.organisatie_ids,
        alleen=[werkplaats_id],
        archief=True,
    )
    if not rijen:
        raise Http404
    return rijen[0]


@require_safe
@require(Recht.PLAATS_BEKIJKEN)
def plaats(request: GebiedRequest, werkplaats_id: UUID) -> HttpResponse:
    rij = haal_plaats(request, werkplaats_id)
    werkplaats, vandaag = rij.werkplaats, rij.vandaag
    toegang = request.toegang
    begeleidt = toegang.mag(Recht.TRAJECT_BEWERKEN)
    kandidaten = kandidaten_voor(rij) if begeleidt and werkplaats.gearchiveerd_op is None else []
    context = {
        "rij": rij,
        "werkplaats": werkplaats,
        "vandaag": vandaag,
        "graad": rij.graad(plus_maanden(vandaag, -12), vandaag - timedelta(days=1)),
        "kenmerken": _kenmerken(rij),
        "capaciteiten": werkplaats.capaciteiten.all(),
        "mensen": selectors.eigen_mensen(werkplaats, vandaag=vandaag) if begeleidt else [],
        "anderen": selectors.van_anderen(rij),
        "kandidaten": [k for k in kandidaten if k.match.past][:KANDIDATEN_EERST],
        "aantal_kandidaten": sum(1 for k in kandidaten if k.match.past),
        "aantal_niet": sum(1 for k in kandidaten if not k.match.past),
        "redenen": selectors.weigerredenen(werkplaats) if begeleidt else [],
        "begeleidt": begeleidt,
        "wijzigingen": wijzigingen_aan(werkplaats.pk),
        "mag_bewerken": mag_plaats_wijzigen(werkplaats, toegang),
        "mag_lenen": rij.van_ander and toegang.mag(Recht.PLAATS_BEWERKEN) and werkplaats.gearchiveerd_op is None,
    }
    return render(request, "trajecten/plaatsen/plaats.html", context)


def _kenmerken(rij: selectors.Plaatsrij) -> list[tuple[str, Any]]:
    w = rij.werkplaats
    bereik = [tekst for geldt, tekst in ((w.met_ov, "bus, tram of trein"), (w.met_fiets, "fiets")) if geldt]
    tijden = [tekst for geldt, tekst in ((w.ploegen, "ploegen, vroege of late uren"), (w.weekend, "weekend")) if geldt]
    return [
        ("Soort werk", w.get_categorie_display() or "niet ingevuld"),
        ("Uren per week", f"{w.uren.normalize():f}".replace(".", ",")),
        ("Uurrooster", ", ".join(tijden) or "gewone daguren"),
        ("Rijbewijs", w.get_rijbewijs_display() or "niet nodig"),
        ("Nederlands", w.get_nederlands_display() if w.nederlands else "niet nodig"),
        ("Lichamelijk werk", w.get_fysiek_display()),
        ("Begeleiding", w.get_begeleiding_display() or "niet gekend"),
        ("Waar", str(rij.waar or "niet ingevuld")),
        ("Vlot bereikbaar met", " en ".join(bereik) or "niet ingevuld"),
        ("Plaats van", w.ocmw.naam if w.ocmw else "heel het gebied"),
    ]


@require_safe
@require(Recht.PLAATS_BEKIJKEN)
def uitleningen(request: GebiedRequest) -> HttpResponse:
    rijen = selectors.uitleningen(ocmw_ids=request.toegang.organisatie_ids)
    context = {
        "rijen": rijen,
        "eigen": request.toegang.organisatie_ids,
        "tabs": plaatstabs(request, "uitleningen"),
        "vandaag": timezone.localdate(),
        "mag_bewerken": request.toegang.mag(Recht.PLAATS_BEWERKEN),
    }
    return render(request, "trajecten/plaatsen/uitleningen.html", context)


class PeriodeForm(forms.Form):
    van = DatumVeld(label="Van", required=False)
    tot = DatumVeld(label="Tot en met", required=False)

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        if velden.get("van") and velden.get("tot") and velden["tot"] < velden["van"]:
            self.add_error("tot", "De einddatum ligt voor de begindatum.")
        return velden


@require_safe
@require(Recht.PLAATS_BEKIJKEN)
def bezetting(request: GebiedRequest) -> HttpResponse:
    """Place-days taken of place-days offered; from the first of January unless asked otherwise."""
    vandaag = timezone.localdate()
    form = PeriodeForm(request.GET or None)
    gekozen: dict[str, date | None] = form.cleaned_data if form.is_valid() else {}
    van = gekozen.get("van") or vandaag.replace(month=1, day=1)
    tot = gekozen.get("tot") or max(vandaag, van)
    context = {
        "form": form if form.is_bound else PeriodeForm(initial={"van": van, "tot": tot}),
        "graden": selectors.bezettingsgraden(van=van, tot=tot, vandaag=vandaag),
        "tabs": plaatstabs(request, "bezetting"),
    }
    return render(request, "trajecten/plaatsen/bezetting.html", context, status=422 if form.errors else 200)
