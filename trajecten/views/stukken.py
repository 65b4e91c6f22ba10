"""Documents the product makes: look what is missing, download as PDF or Word, keep with the dossier."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from regie.core.bestanden import download
from regie.core.bestandssoort import DOCX, PDF, Bestandssoort
from regie.core.exceptions import DomainError
from regie.core.http import GebiedRequest, eis_recht, gebied_url, require
from regie.core.permissions import Recht
from regie.core.stukken.blokken import Stuk
from regie.core.stukken.pdf import maak_pdf
from regie.core.stukken.word import maak_docx
from trajecten.models import Client, Evaluatie
from trajecten.selectors import documenten as documentselectors
from trajecten.selectors.stukken import SJABLONEN, Sjabloon, stuk_maken
from trajecten.services import huisstijl as services
from trajecten.views.client import haal_client, kader

VORMEN: dict[str, Bestandssoort] = {"pdf": PDF, "word": DOCX}


def _haal_sjabloon(request: GebiedRequest, code: str) -> Sjabloon:
    """What somebody may not read as a document is not made for them either."""
    sjabloon = SJABLONEN.get(code)
    if sjabloon is None or sjabloon.soort not in documentselectors.zichtbare_soorten(request.toegang):
        raise Http404
    return sjabloon


def _evaluatie_id(request: GebiedRequest) -> UUID | None:
    gekozen = request.GET.get("evaluatie", "")
    try:
        return UUID(gekozen) if gekozen else None
    except ValueError:
        raise Http404 from None


def _maak(request: GebiedRequest, client: Client, sjabloon: Sjabloon) -> Stuk:
    return stuk_maken(
        sjabloon,
        client,
        evaluatie_id=_evaluatie_id(request),
        door=request.toegang,
        vandaag=timezone.localdate(),
        nu=timezone.localtime(),
    )


def _teken(stuk: Stuk, vorm: str) -> bytes:
    return maak_pdf(stuk) if vorm == "pdf" else maak_docx(stuk)


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEKIJKEN)
def stuk(request: GebiedRequest, client_id: UUID, sjabloon: str) -> HttpResponse:
    """What the document will say is missing, before it is made; a POST keeps it with the dossier."""
    een_client, gekozen = haal_client(client_id), _haal_sjabloon(request, sjabloon)
    een_stuk = _maak(request, een_client, gekozen)
    if request.method == "POST":
        eis_recht(request, Recht.DOCUMENT_BEWERKEN)
        if _bewaar(request, een_client, gekozen, een_stuk):
            return redirect(gebied_url("trajecten:dossierstukken", een_client.pk))
    context = kader(request, een_client, "dossierstukken")
    context |= {
        "stuk": een_stuk,
        "sjabloon": gekozen,
        "evaluatie_id": request.GET.get("evaluatie", ""),
        "mag_opladen": request.toegang.mag(Recht.DOCUMENT_BEWERKEN),
        "mag_huisstijl": request.toegang.mag(Recht.HUISSTIJL_BEWERKEN),
    }
    return render(request, "trajecten/stuk.html", context)


def _bewaar(request: GebiedRequest, een_client: Client, gekozen: Sjabloon, een_stuk: Stuk) -> bool:
    vorm = request.POST.get("vorm", "pdf") if request.POST.get("vorm") in VORMEN else "pdf"
    evaluatie_id = _evaluatie_id(request)
    try:
        document = services.stuk_bewaren(
            client=een_client,
            soort=documentselectors.soorten()[gekozen.soort],
            naam=f"{gekozen.naam}.{VORMEN[vorm].extensie}",
            inhoud=_teken(een_stuk, vorm),
            evaluatie=Evaluatie.objects.filter(pk=evaluatie_id, traject__client=een_client).first()
            if evaluatie_id
            else None,
            door=request.toegang,
            vandaag=timezone.localdate(),
        )
    except DomainError as fout:
        messages.error(request, str(fout))
        return False
    ongedaan = gebied_url("trajecten:document_ongedaan", document.pk)
    messages.success(request, "Het document staat bij het dossier.", extra_tags=f"ongedaan={ongedaan}")
    return True


@require_safe
@require(Recht.CLIENT_BEKIJKEN)
def stuk_bestand(request: GebiedRequest, client_id: UUID, sjabloon: str, vorm: str) -> HttpResponse:
    """The document itself. Its name says what it is, not about whom."""
    een_client, gekozen = haal_client(client_id), _haal_sjabloon(request, sjabloon)
    if vorm not in VORMEN:
        raise Http404
    services.stuk_gemaakt(client=een_client, sjabloon=gekozen.code, vorm=vorm, door=request.toegang)
    inhoud = _teken(_maak(request, een_client, gekozen), vorm)
    naam = f"{gekozen.code}-{een_client.dossiernummer}.{VORMEN[vorm].extensie}"
    return download(inhoud, naam=naam, mime=VORMEN[vorm].mime)
