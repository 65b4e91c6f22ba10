"""Every contact of the gebied, and what the own organisatie must come back to."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.exports import contactenlijst
from partners.forms.contact import ContactenFilter, OpvolgingFilter, UitstelForm
from partners.models import Contactmoment, Opvolging
from partners.selectors.contact import contacten_lijst, contactregels
from partners.selectors.opvolging import opvolgingen, tellingen
from partners.selectors.weekmail import maildag
from partners.services import opvolging as services
from partners.views.formulier import formulierpagina
from regie.accounts import voorkeuren
from regie.core.excel import als_download
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.notatie import datum
from regie.core.permissions import Recht
from regie.core.tenancy import current_scope

PER_PAGINA = 50


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def contacten(request: GebiedRequest) -> HttpResponse:
    form = ContactenFilter(request.GET or None)
    pagina = Paginator(_gefilterd(form), PER_PAGINA).get_page(request.GET.get("pagina"))
    eigen = request.toegang.lid_van
    context = {
        "form": form,
        "pagina": pagina,
        "regels": contactregels(pagina.object_list, eigen=eigen),
        "chips": _chips(form),
        "mag_bewerken": request.toegang.mag(Recht.WERKGEVER_BEWERKEN),
    }
    return render(request, "partners/contact/contacten.html", context)


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def contacten_excel(request: GebiedRequest) -> HttpResponse:
    """The same rows as the page, without notes: a file travels further than a screen."""
    form = ContactenFilter(request.GET or None)
    vandaag = timezone.localdate()
    uitleg = [
        ("Gebied", current_scope().gebied.naam),
        ("Gemaakt op", datum(vandaag)),
        ("Filters", ", ".join(chip["label"] for chip in _chips(form)) or "geen"),
        ("Niet in dit bestand", "Notities: die blijven bij de organisatie die ze schreef."),
    ]
    inhoud = contactenlijst(_gefilterd(form), uitleg=uitleg)
    return als_download(inhoud, bestandsnaam=f"contacten-werkgevers-{vandaag:%Y-%m-%d}.xlsx")


def _gefilterd(form: ContactenFilter) -> QuerySet[Contactmoment]:
    namen = {"organisatie": "organisatie", "doel": "doel", "van": "datum__gte", "tot": "datum__lte"}
    return contacten_lijst().filter(**{namen[veld]: waarde for veld, waarde in form.gekozen().items()})


def _chips(form: ContactenFilter) -> list[dict[str, Any]]:
    chips = []
    for naam, waarde in form.gekozen().items():
        veld = form.fields[naam]
        keuzes = dict(veld.choices) if naam == "doel" else {}  # type: ignore[attr-defined]
        toon = date_format(waarde, "d/m/Y") if naam in {"van", "tot"} else keuzes.get(waarde, waarde)
        chips.append({"label": f"{veld.label}: {toon}", "veld": naam, "waarde": form.data.get(naam)})
    return chips


@require_safe
@require(Recht.WERKGEVER_BEKIJKEN)
def opvolging(request: GebiedRequest) -> HttpResponse:
    vandaag, toegang = timezone.localdate(), request.toegang
    wie = request.GET.get("wie", "")
    wie = wie if wie in {"organisatie", "klaar"} else "mij"
    form = OpvolgingFilter(request.GET or None)
    soort = form.cleaned_data["soort"] if form.is_valid() else ""
    rijen = opvolgingen(wie=wie, soort=soort, user_id=toegang.user_id, eigen=toegang.lid_van)
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    aantallen = tellingen(user_id=toegang.user_id, eigen=toegang.lid_van)
    basis = gebied_url("werkgevers:opvolging")
    tabs = [
        {"label": "Van mij", "url": basis, "actief": wie == "mij", "aantal": aantallen["mij"]},
        {
            "label": "Van mijn organisatie",
            "url": f"{basis}?wie=organisatie",
            "actief": wie == "organisatie",
            "aantal": aantallen["organisatie"],
        },
        {"label": "Klaar", "url": f"{basis}?wie=klaar", "actief": wie == "klaar"},
    ]
    context = {
        "wie": wie,
        "behoud": ["wie"],
        "form": form,
        "soort": soort,
        "subtabs": tabs,
        "pagina": pagina,
        "regels": [{"rij": rij, "url": _adres(rij)} for rij in pagina],
        "vandaag": vandaag,
        "mag_bewerken": toegang.mag(Recht.WERKGEVER_BEWERKEN),
        "weekmail": voorkeuren.voorkeur_van(toegang.user_id).weekmail,
        "maildag": maildag(vandaag),
    }
    return render(request, "partners/contact/opvolging.html", context)


@require_POST
@require(Recht.WERKGEVER_BEKIJKEN)
def weekmail_kiezen(request: GebiedRequest) -> HttpResponse:
    """On or off, for who asks and in every gebied."""
    aan = "aan" in request.POST
    voorkeuren.weekmail_kiezen(user_id=request.toegang.user_id, aan=aan)
    messages.success(request, "Je krijgt de weekmail." if aan else "Je krijgt geen weekmail meer.")
    return redirect(gebied_url("werkgevers:opvolging"))


def _adres(rij: Opvolging) -> str:
    """Empty when a later release knows the page no more: then the line stands without a link."""
    try:
        return gebied_url(rij.adres, rij.object_id)
    except NoReverseMatch:
        return ""


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def opvolging_afvinken(request: GebiedRequest, opvolging_id: UUID) -> HttpResponse:
    rij, vandaag = get_object_or_404(Opvolging, pk=opvolging_id), timezone.localdate()
    ongedaan = gebied_url("werkgevers:opvolging_heropenen", rij.pk)
    doe(
        request,
        lambda: services.opvolging_afvinken(opvolging=rij, door=request.toegang, vandaag=vandaag),
        f"'{rij.titel}' is afgevinkt.",
        ongedaan=ongedaan,
    )
    return redirect(_terug(request))


@require_POST
@require(Recht.WERKGEVER_BEWERKEN)
def opvolging_heropenen(request: GebiedRequest, opvolging_id: UUID) -> HttpResponse:
    rij = get_object_or_404(Opvolging, pk=opvolging_id)
    doe(
        request,
        lambda: services.opvolging_heropenen(opvolging=rij, door=request.toegang),
        f"'{rij.titel}' staat weer open.",
    )
    return redirect(_terug(request))


@require_http_methods(["GET", "POST"])
@require(Recht.WERKGEVER_BEWERKEN)
def opvolging_uitstellen(request: GebiedRequest, opvolging_id: UUID) -> HttpResponse:
    rij, vandaag = get_object_or_404(Opvolging, pk=opvolging_id), timezone.localdate()
    form = UitstelForm(request.POST or None)
    return formulierpagina(
        request,
        form,
        titel="Uitstellen",
        knop="Uitstellen",
        gelukt=f"'{rij.titel}' is uitgesteld.",
        uitleg=f"{rij.titel}. Gepland tegen {datum(rij.datum)}; die datum blijft erbij staan.",
        dienst=lambda: services.opvolging_uitstellen(
            opvolging=rij, tot=form.cleaned_data["tot"], door=request.toegang, vandaag=vandaag
        ),
        doel=lambda _: _terug(request),
        terug=(_terug(request), "Opvolging"),
    )


def _terug(request: GebiedRequest) -> str:
    wie = request.GET.get("wie", "")
    return gebied_url("werkgevers:opvolging") + (f"?wie={wie}" if wie in {"organisatie", "klaar"} else "")
