from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.core.bestanden import Bestand, download
from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.parameters import waarde
from regie.core.permissions import Recht
from regie.core.virusscan import is_ingesteld
from trajecten.forms.documenten import DocumentForm, TekenForm, VerwijderForm
from trajecten.models import Client, Document, DocumentSoort, Stap
from trajecten.regels.documenten import Overtypsysteem
from trajecten.selectors import client as client_selectors
from trajecten.selectors import documenten as selectors
from trajecten.selectors.stukken import SJABLONEN
from trajecten.services import documenten as services
from trajecten.views.actie import actie_pagina
from trajecten.views.client import haal_client, kader


def haal_document(request: GebiedRequest, document_id: UUID) -> Document:
    """A paper this person may read: what is only for who guides does not exist for others."""
    rijen = Document.objects.select_related("client", "soort", "door", "stap__instrument", "plaatsing__gebruiker")
    document = get_object_or_404(rijen, pk=document_id)
    if document.soort_id not in selectors.zichtbare_soorten(request.toegang):
        raise Http404
    return document


def _haal_soort(request: GebiedRequest, code: str) -> DocumentSoort:
    soort = selectors.zichtbare_soorten(request.toegang).get(code)
    if soort is None:
        raise Http404
    return soort


def _haal_stap(client: Client, stap_id: str | UUID | None) -> Stap | None:
    if not stap_id:
        return None
    try:
        sleutel = UUID(str(stap_id))
    except ValueError:
        raise Http404 from None
    return get_object_or_404(Stap.objects.select_related("traject", "instrument"), pk=sleutel, traject__client=client)


@require_safe
@require(Recht.CLIENT_BEKIJKEN)
def dossierstukken(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    een_client = haal_client(client_id)
    context = kader(request, een_client, "dossierstukken")
    context["verwijderd"] = selectors.verwijderd(een_client, door=request.toegang)
    context["mag_opladen"] = request.toegang.mag(Recht.DOCUMENT_BEWERKEN)
    context["mag_tekenen"] = request.toegang.mag(Recht.TRAJECT_BEWERKEN)
    context["sjablonen"] = [s for s in SJABLONEN.values() if s.soort in selectors.zichtbare_soorten(request.toegang)]
    context["systemen"] = list(Overtypsysteem)
    context["scanner"] = is_ingesteld()
    context["wissen_na"] = int(waarde("document_wissen", op=context["vandaag"]))
    return render(request, "trajecten/client_documenten.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.DOCUMENT_BEWERKEN)
def opladen(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    """Take in a paper. The line of the checklist gives `soort` and `stap`; a new version gives `vervangt`."""
    een_client = haal_client(client_id)
    vandaag = timezone.localdate()
    begin = {naam: request.GET.get(naam, "") for naam in ("soort", "stap", "vervangt")}
    form = DocumentForm(
        request.POST or None,
        request.FILES or None,
        soorten=selectors.zichtbare_soorten(request.toegang).values(),
        max_mb=int(waarde("bestand_max", op=vandaag)),
        initial={**begin, "ontvangen_op": vandaag},
    )
    terug = gebied_url("trajecten:dossierstukken", een_client.pk)
    nieuw: list[Document] = []
    if gelukt(form, lambda: nieuw.append(_neem_aan(request, een_client, form))):
        ongedaan = gebied_url("trajecten:document_ongedaan", nieuw[0].pk)
        messages.success(request, "Het document is bewaard.", extra_tags=f"ongedaan={ongedaan}")
        return redirect(terug)
    return actie_pagina(
        request,
        client=een_client,
        form=form,
        titel="Document opladen",
        knop="Bewaren",
        terug=terug,
        template="trajecten/document_opladen.html",
        scanner=is_ingesteld(),
    )


def _neem_aan(request: GebiedRequest, een_client: Client, form: DocumentForm) -> Document:
    schoon, gekozen = form.cleaned_data, form.inhoud()
    vandaag = timezone.localdate()
    vervangt = haal_document(request, schoon["vervangt"]) if schoon["vervangt"] else None
    if vervangt is not None and vervangt.client_id != een_client.pk:
        raise Http404
    return services.document_opladen(
        client=een_client,
        soort=_haal_soort(request, schoon["soort"]),
        bestand=Bestand(gekozen.name or "", gekozen.read()) if gekozen else None,
        ontvangen_op=schoon["ontvangen_op"] or vandaag,
        vervalt_op=schoon["vervalt_op"],
        omschrijving=schoon["omschrijving"],
        stap=_haal_stap(een_client, schoon["stap"]),
        vervangt=vervangt,
        door=request.toegang,
        vandaag=vandaag,
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def tekenen(request: GebiedRequest, client_id: UUID, soort: str) -> HttpResponse:
    """When each party signed one kind of document."""
    een_client = haal_client(client_id)
    een_soort = _haal_soort(request, soort)
    stap = _haal_stap(een_client, request.GET.get("stap"))
    vandaag = timezone.localdate()
    traject = client_selectors.huidig_traject(een_client)
    stukken = selectors.dossierstukken(een_client, traject, door=request.toegang, vandaag=vandaag)
    regel = next((r for r in stukken.regels if r.soort.pk == soort and (stap is None or r.stap == stap)), None)
    getekend = regel.getekend if regel else dict.fromkeys(een_soort.tekenaars)
    terug = gebied_url("trajecten:dossierstukken", een_client.pk)
    if not getekend:
        messages.error(request, "Dit document wordt niet getekend.")
        return redirect(terug)
    form = TekenForm(request.POST if request.method == "POST" else None, getekend=getekend)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    if gelukt(
        form,
        lambda: services.handtekeningen_noteren(
            client=een_client, soort=een_soort, stap=stap, dagen=form.cleaned_data, **wie
        ),
    ):
        messages.success(request, "De handtekeningen zijn genoteerd.")
        return redirect(terug)
    return actie_pagina(
        request,
        client=een_client,
        form=form,
        titel=f"Handtekeningen: {een_soort.naam}",
        knop="Bewaren",
        uitleg="Vul in wanneer elke partij tekende. Laat leeg wat nog niet getekend is.",
        terug=terug,
    )


@require_safe
@require(Recht.CLIENT_BEKIJKEN)
def document(request: GebiedRequest, document_id: UUID) -> HttpResponse:
    een_document = haal_document(request, document_id)
    context = kader(request, haal_client(een_document.client_id), "dossierstukken")
    context["document"] = een_document
    context["versies"] = selectors.versies(een_document)
    context["mag_opladen"] = request.toegang.mag(Recht.DOCUMENT_BEWERKEN)
    context["is_vervangen"] = Document.objects.filter(vervangt=een_document).exists()
    return render(request, "trajecten/document.html", context)


@require_safe
@require(Recht.CLIENT_BEKIJKEN)
def bestand(request: GebiedRequest, document_id: UUID) -> HttpResponse:
    """The file itself: logged before it leaves."""
    een_document = haal_document(request, document_id)
    try:
        inhoud = services.document_lezen(document=een_document, door=request.toegang)
    except DomainError as fout:
        messages.error(request, str(fout))
        return redirect(gebied_url("trajecten:dossierstukken", een_document.client_id))
    return download(inhoud, naam=een_document.naam, mime=een_document.mime)


@require_http_methods(["GET", "POST"])
@require(Recht.DOCUMENT_BEWERKEN)
def verwijderen(request: GebiedRequest, document_id: UUID) -> HttpResponse:
    een_document = haal_document(request, document_id)
    vandaag = timezone.localdate()
    form = VerwijderForm(request.POST or None)
    terug = gebied_url("trajecten:dossierstukken", een_document.client_id)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    if gelukt(form, lambda: services.document_verwijderen(document=een_document, **form.cleaned_data, **wie)):
        ongedaan = gebied_url("trajecten:document_terugzetten", een_document.pk)
        messages.success(request, "Het document is verwijderd.", extra_tags=f"ongedaan={ongedaan}")
        return redirect(terug)
    dagen = int(waarde("document_wissen", op=vandaag))
    return actie_pagina(
        request,
        client=een_document.client,
        form=form,
        titel=f"Verwijderen: {een_document.soort.naam}",
        knop="Verwijderen",
        uitleg=f"Het document verdwijnt uit het dossier. Je kunt het {dagen} dagen terugzetten; daarna wordt het "
        "bestand gewist. De reden blijft bij het dossier.",
        terug=terug,
    )


@require_POST
@require(Recht.DOCUMENT_BEWERKEN)
def terugzetten(request: GebiedRequest, document_id: UUID) -> HttpResponse:
    een_document = haal_document(request, document_id)
    doe(
        request,
        lambda: services.document_terugzetten(
            document=een_document, door=request.toegang, vandaag=timezone.localdate()
        ),
        "Het document staat terug in het dossier.",
    )
    return redirect(gebied_url("trajecten:dossierstukken", een_document.client_id))


@require_POST
@require(Recht.DOCUMENT_BEWERKEN)
def ongedaan(request: GebiedRequest, document_id: UUID) -> HttpResponse:
    """Take an upload back at once."""
    een_document = haal_document(request, document_id)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    doe(
        request,
        lambda: services.document_verwijderen(document=een_document, reden="opladen ongedaan gemaakt", **wie),
        "Het opladen is ongedaan gemaakt.",
    )
    return redirect(gebied_url("trajecten:dossierstukken", een_document.client_id))
