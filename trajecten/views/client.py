from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.core import notatie
from regie.core.dates import leeftijd
from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, eis_recht, gebied_url, require
from regie.core.permissions import Recht
from regie.core.validators import toon_insz
from trajecten import services
from trajecten.forms.opvolging import ContactForm, InszTonenForm
from trajecten.forms.registratie import GegevensForm
from trajecten.models import Client, Traject
from trajecten.selectors import client as selectors
from trajecten.selectors import dagteller
from trajecten.selectors import documenten as documentselectors
from trajecten.selectors.drempels import episodes
from trajecten.selectors.overgangen import overgangen
from trajecten.selectors.stappen import stappen
from trajecten.selectors.voorstellen import partnerhand
from trajecten.selectors.waarneming import waarneming_van
from trajecten.views.termijnregel import termijnregel


def haal_client(client_id: UUID) -> Client:
    """The file; of one that was merged, the file it went into, so that old addresses keep working."""
    rijen = Client.ook_schaduwen.select_related("gemeente", "eigenaar")
    client = get_object_or_404(rijen, pk=client_id)
    return haal_client(client.samengevoegd_met_id) if client.samengevoegd_met_id else client


def kader(request: GebiedRequest, client: Client, tab: str) -> dict[str, Any]:
    """What every tab of a client shows around its content; the read is logged here."""
    services.client_lezen(client=client, pagina=tab, door=request.toegang)
    traject = selectors.huidig_traject(client)
    if traject and traject.begeleider_id == request.toegang.user_id:
        services.toewijzing_gezien(traject=traject, door=request.toegang)
    keuzes = overgangen(traject) if traject and request.toegang.mag(Recht.TRAJECT_BEWERKEN) else []
    stukken = (  # five queries: only where they are shown
        documentselectors.dossierstukken(client, traject, door=request.toegang, vandaag=timezone.localdate())
        if tab == "dossierstukken"
        else None
    )
    return {
        "client": client,
        "traject": traject,
        "vandaag": timezone.localdate(),
        "identiteit": _identiteit(client, traject),
        "fasen": selectors.fasen(traject) if traject else [],
        "overgangen": keuzes,
        "hoofd": next((stap for stap in keuzes if stap.is_hoofdactie), None),
        "acties": _acties(request, client, traject, keuzes),
        "tabs": _tabs(request, client, tab, stukken.aantal_ontbreekt if stukken else 0),
        "stukken": stukken,
        "hoofdknop": (
            ("Contact noteren", f"{gebied_url('trajecten:client', client.pk)}#id_tekst")
            if request.toegang.mag(Recht.CLIENT_BEWERKEN)
            else None
        ),
        "mag_bewerken": request.toegang.mag(Recht.CLIENT_BEWERKEN),
        "ziet_team": request.toegang.mag(Recht.DREMPEL_BEKIJKEN),
    }


def _identiteit(client: Client, traject: Traject | None) -> list[tuple[str, str]]:
    geboren = client.geboortedatum
    jaren = f" ({leeftijd(geboren, timezone.localdate())} j.)" if geboren else ""
    instrument = str(traject.instrument or "nog te kiezen") if traject else "–"
    gebruiker = f", {traject.gebruiker}" if traject and traject.gebruiker else ""
    return [
        ("Dossier", client.dossiernummer),
        ("Geboren", notatie.datum(geboren) + jaren if geboren else "niet gekend"),
        ("INSZ", client.insz_masker or "niet gekend"),
        ("Begeleider", _begeleider(traject)),
        ("Instrument", instrument + gebruiker),
    ]


def _begeleider(traject: Traject | None) -> str:
    """Who follows this client; and during an absence, who covers and until when."""
    if traject is None or traject.begeleider is None:
        return "nog niemand"
    waarneming = waarneming_van(traject.begeleider.pk, timezone.localdate()) if traject.is_open else None
    if waarneming is None:
        return traject.begeleider.naam
    tot = notatie.datum(waarneming.tot)
    return f"{traject.begeleider.naam} (afwezig tot en met {tot}: {waarneming.waarnemer.naam} neemt waar)"


# (right, when, label, URL name, what the address is about)
_ACTIES = (
    (Recht.CLIENT_BEWERKEN, "altijd", "Gegevens wijzigen", "gegevens", "client"),
    (Recht.CLIENT_BEWERKEN, "gesloten", "Opnieuw aanmelden", "opnieuw_aanmelden", "client"),
    (Recht.TRAJECT_BEWERKEN, "open", "Plaats zoeken", "plaats_zoeken", "client"),
    (Recht.TRAJECT_BEWERKEN, "altijd", "Deelnemen aan een project", "deelnemen", "client"),
    (Recht.EVALUATIE_BEKIJKEN, "altijd", "Competenties en attesten", "competenties", "client"),
    (Recht.KOSTEN_BEKIJKEN, "traject", "Kostenblad", "kosten", "traject"),
    (Recht.CLIENT_BEKIJKEN, "uitgestroomd", "Werk na de begeleiding", "werk", "client"),
    (Recht.TRAJECT_BEWERKEN, "open", "Overdragen aan een ander OCMW", "overdragen", "client"),
    (Recht.INSZ_TONEN, "insz", "INSZ tonen", "insz", "client"),
)


def _acties(request: GebiedRequest, client: Client, traject: Traject | None, stappen: list) -> list[tuple[str, str]]:
    acties = [
        (stap.label, gebied_url(stap.url_naam, traject.pk))
        for stap in stappen
        if traject and not stap.is_hoofdactie and stap.mogelijk
    ]
    wanneer = {
        "altijd": True,
        "traject": traject is not None,
        "open": traject is not None and traject.is_open,
        "gesloten": traject is not None and not traject.is_open,
        "uitgestroomd": traject is not None and traject.uitgestroomd_op is not None,
        "insz": bool(client.insz),
    }
    sleutels = {"client": client.pk, "traject": traject.pk if traject else None}
    return acties + [
        (label, gebied_url(f"trajecten:{naam}", sleutels[over]))
        for recht, moment, label, naam, over in _ACTIES
        if wanneer[moment] and request.toegang.mag(recht)
    ]


def _tabs(request: GebiedRequest, client: Client, huidig: str, ontbreekt: int) -> list[dict[str, Any]]:
    bladen = [
        ("client", "Overzicht", Recht.CLIENT_BEKIJKEN),
        ("traject", "Traject en plaatsing", Recht.CLIENT_BEKIJKEN),
        ("drempels", "Drempels", Recht.DREMPEL_BEKIJKEN),
        ("evaluaties", "Evaluaties", Recht.EVALUATIE_BEKIJKEN),
        ("dossierstukken", "Documenten", Recht.CLIENT_BEKIJKEN),
        ("gegevens", "Gegevens", Recht.CLIENT_BEWERKEN),
        ("inzage", "Delen en inzage", Recht.CLIENT_BEKIJKEN),
    ]
    return [
        {
            "label": label,
            "url": gebied_url(f"trajecten:{naam}", client.pk),
            "actief": naam == huidig,
            "aantal": f"{ontbreekt} te kort" if naam == "dossierstukken" and ontbreekt else None,
        }
        for naam, label, recht in bladen
        if request.toegang.mag(recht)
    ]


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEKIJKEN)
def client(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    """Overzicht; the contact form stands in the page and posts back to it."""
    een_client = haal_client(client_id)
    vandaag = timezone.localdate()
    form = ContactForm(request.POST or None, vandaag=vandaag)
    if request.method == "POST":
        eis_recht(request, Recht.CLIENT_BEWERKEN)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    if gelukt(form, lambda: services.contactmoment_toevoegen(client=een_client, **form.cleaned_data, **wie)):
        messages.success(request, "Het contact is genoteerd.")
        return redirect(gebied_url("trajecten:client", een_client.pk))
    context = kader(request, een_client, "client")
    context |= _overzicht(request, een_client, context["traject"])
    context["contactform"] = form
    return render(request, "trajecten/client.html", context, status=422 if form.errors else 200)


def _overzicht(request: GebiedRequest, een_client: Client, traject: Traject | None) -> dict[str, Any]:
    vandaag = timezone.localdate()
    ziet_team = request.toegang.mag(Recht.DREMPEL_BEKIJKEN)
    soort = request.GET.get("toon", "")
    tijdlijn = selectors.tijdlijn(
        een_client, soort=soort, alles=request.GET.get("alles") == "1", ziet_beperkt=ziet_team
    )
    open_termijnen = selectors.termijnen(traject) if traject else []
    return {
        "tijdlijn": tijdlijn,
        "tijdlijnitems": [
            {
                "moment": item.datum,
                "titel": item.titel,
                "tekst": item.tekst,
                "wie": item.door.naam if item.door else "",
                "mijlpaal": item.is_mijlpaal,
            }
            for item in tijdlijn.items
        ],
        "toon": soort,
        "tijdlijnfilters": [("", "alles"), ("mijlpaal", "mijlpalen")]
        + [(code, label) for code, (label, _) in selectors.TIJDLIJN_SOORTEN.items()],
        "termijnen": [termijnregel(termijn, vandaag) for termijn in open_termijnen],
        "meldingen": [termijnregel(t, vandaag) for t in selectors.meldingen(open_termijnen, vandaag)],
        "drempels": episodes(traject, ziet_gevoelig=False, vandaag=vandaag) if traject and ziet_team else [],
        "kerncijfers": _kerncijfers(traject),
        "teller": dagteller.kort(traject, vandaag) if traject else None,
    }


def _kerncijfers(traject: Traject | None) -> list[tuple[str, str]]:
    if traject is None:
        return []
    einde = traject.afgesloten_op or timezone.localdate()
    dagen = (einde - traject.aangemeld_op).days
    return [
        ("Aangemeld", f"{notatie.datum(traject.aangemeld_op)} via {traject.get_bron_display()}"),
        ("In dit traject", f"{notatie.getal(dagen)} {'dag' if dagen == 1 else 'dagen'}"),
        ("Jobdoelwit", traject.jobdoelwit or "nog te bepalen"),
        ("Afstand tot werk", traject.get_afstand_display() if traject.afstand else "nog niet ingeschat"),
        ("Laatste contact", notatie.datum(traject.laatste_contact_op)),
    ]


@require_safe
@require(Recht.CLIENT_BEKIJKEN)
def traject(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    een_client = haal_client(client_id)
    context = kader(request, een_client, "traject")
    context["stappen"] = stappen(een_client)
    context["met_teller"] = [stap.pk for stap in context["stappen"] if dagteller.heeft_teller(stap)]
    context["mag_stap"] = request.toegang.mag(Recht.TRAJECT_BEWERKEN)
    context["wijzigingen"] = selectors.statuswijzigingen(een_client)
    context["metingen"] = selectors.nazorgmetingen(een_client)
    context["partnerhand"] = partnerhand(een_client, context["vandaag"]) if context["ziet_team"] else None
    return render(request, "trajecten/client_traject.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEWERKEN)
def gegevens(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    een_client = haal_client(client_id)
    vandaag = timezone.localdate()
    form = GegevensForm(request.POST or None, vandaag=vandaag, initial=_begin(een_client))

    def bewaar() -> None:
        services.client_bijwerken(
            client=een_client,
            velden=_velden(form.cleaned_data),
            versie=form.cleaned_data["versie"],
            door=request.toegang,
            vandaag=vandaag,
        )

    if gelukt(form, bewaar):
        messages.success(request, "De gegevens zijn bewaard.")
        return redirect(gebied_url("trajecten:client", een_client.pk))
    context = kader(request, een_client, "gegevens")
    context["form"] = form
    return render(request, "trajecten/client_gegevens.html", context, status=422 if form.errors else 200)


def _begin(een_client: Client) -> dict[str, Any]:
    """Everything but the INSZ, which is only ever typed, never sent back."""
    velden = (
        "voornaam",
        "familienaam",
        "geboortedatum",
        "geslacht",
        "inkomensstatuut",
        "telefoon",
        "email",
        "taal",
        "tolk_nodig",
        "diploma",
        "opmerking",
        "leefloon_aangevraagd_op",
        "leefloon_toegekend_op",
        "vdab_vrijstelling",
        "versie",
    )
    begin: dict[str, Any] = {naam: getattr(een_client, naam) for naam in velden}
    begin["vdab_ingeschreven"] = {"True": "ja", "False": "nee"}.get(str(een_client.vdab_ingeschreven), "")
    return {**begin, "gemeente": f"{een_client.postcode} {een_client.gemeente}".strip()}


def _velden(schoon: dict[str, Any]) -> dict[str, Any]:
    velden = {naam: waarde for naam, waarde in schoon.items() if naam not in {"versie", "insz", "gemeente"}}
    velden["gemeente"], velden["postcode"] = schoon["gemeente"]
    if schoon["insz"]:
        velden["insz"] = schoon["insz"]
    return velden


@require_http_methods(["GET", "POST"])
@require(Recht.INSZ_TONEN)
def insz(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    """Ask why, log it, show the number once. The number is in the answer of a POST only, never in an address."""
    een_client = haal_client(client_id)
    form = InszTonenForm(request.POST or None)
    nummer = ""
    if form.is_valid():
        try:
            nummer = toon_insz(
                services.insz_tonen(client=een_client, reden=form.cleaned_data["reden"], door=request.toegang)
            )
        except DomainError as fout:
            form.add_error("reden", str(fout))
    context = {"client": een_client, "form": form, "nummer": nummer}
    response = render(request, "trajecten/insz.html", context, status=422 if form.errors else 200)
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
@require(Recht.CLIENT_BEWERKEN)
def contactvraag_beantwoorden(request: GebiedRequest, vraag_id: UUID) -> HttpResponse:
    doe(
        request,
        lambda: services.contactvraag_beantwoorden(vraag_id=vraag_id, door=request.toegang),
        "De vraag staat als beantwoord.",
    )
    return redirect(gebied_url("trajecten:mijn_dag"))
