"""Evaluations of a client: the tab, the page where they are filled in, asking the gebruiker, signing, correcting."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.models import Contactpersoon
from regie.core.bewaren import bewaard_antwoord, wijzigingen_van
from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, eis_recht, gebied_url, require
from regie.core.permissions import Recht
from trajecten import services
from trajecten.enums import Tekenwijze
from trajecten.forms.evaluatie import ClientTekenForm, EvaluatieForm, EvaluatieVragenForm, TekenForm
from trajecten.models import Evaluatie, Evaluatievraag, Link
from trajecten.notifications import sms_tekst
from trajecten.selectors import evaluaties as selectors
from trajecten.services.evaluatie import PARTIJEN
from trajecten.views.actie import actie_pagina, link_klaar
from trajecten.views.client import haal_client, kader


def haal_evaluatie(evaluatie_id: UUID) -> Evaluatie:
    rijen = Evaluatie.objects.select_related("traject__client", "plaatsing__gebruiker")
    return get_object_or_404(rijen, pk=evaluatie_id)


@require_safe
@require(Recht.EVALUATIE_BEKIJKEN)
def evaluaties(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    een_client = haal_client(client_id)
    context = kader(request, een_client, "evaluaties")
    context["rijen"] = selectors.evaluatierijen(een_client)
    context["open_vragen"] = [rij for rij in context["rijen"] if rij.stand and rij.stand.vraag.is_open]
    context["vergelijking"] = selectors.vergelijking(een_client)
    context["mag_vragen"] = request.toegang.mag(Recht.TRAJECT_BEWERKEN)
    return render(request, "trajecten/client_evaluaties.html", context)


@require_http_methods(["GET", "POST"])
@require(Recht.EVALUATIE_BEKIJKEN)
def evaluatie(request: GebiedRequest, evaluatie_id: UUID) -> HttpResponse:
    """Fill in (kept while typing), keep for later, or finish. What is finished is shown with its signatures."""
    een_evaluatie = haal_evaluatie(evaluatie_id)
    if een_evaluatie.uitgevoerd_op or een_evaluatie.geannuleerd_op:
        if request.method == "POST":
            return _te_laat(request, een_evaluatie)
        return _lezen(request, een_evaluatie)
    return _invullen(request, een_evaluatie, verbeteren=False)


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def verbeteren(request: GebiedRequest, evaluatie_id: UUID) -> HttpResponse:
    """A new version of a finished evaluation, with the reason."""
    een_evaluatie = haal_evaluatie(evaluatie_id)
    if een_evaluatie.uitgevoerd_op is None:
        return redirect(gebied_url("trajecten:evaluatie", een_evaluatie.pk))
    return _invullen(request, een_evaluatie, verbeteren=True)


def _te_laat(request: GebiedRequest, een_evaluatie: Evaluatie) -> HttpResponse:
    melding = "Deze evaluatie is intussen afgerond of geannuleerd. Wat je typte, is niet bewaard."
    if "autobewaar" in request.POST:
        return JsonResponse({"melding": melding}, status=409)
    messages.error(request, melding)
    return redirect(gebied_url("trajecten:evaluatie", een_evaluatie.pk))


def _invullen(request: GebiedRequest, een_evaluatie: Evaluatie, *, verbeteren: bool) -> HttpResponse:
    vandaag = timezone.localdate()
    form = EvaluatieForm(request.POST or None, evaluatie=een_evaluatie, vandaag=vandaag, verbeteren=verbeteren)
    een_client = een_evaluatie.traject.client
    if request.method == "POST":
        eis_recht(request, Recht.TRAJECT_BEWERKEN)
        if "autobewaar" in request.POST:
            return _bewaar(request, een_evaluatie, form)
    dienst = services.evaluatie_verbeteren if verbeteren else services.evaluatie_afronden
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    if gelukt(form, lambda: dienst(evaluatie=een_evaluatie, **form.opdracht(), **wie)):
        messages.success(request, "De evaluatie is verbeterd." if verbeteren else "De evaluatie is afgerond.")
        return redirect(gebied_url("trajecten:evaluatie", een_evaluatie.pk))
    services.client_lezen(client=een_client, pagina="evaluatie", door=request.toegang)
    vorige = selectors.vorige_evaluatie(een_evaluatie)
    antwoord = selectors.antwoord_van_gebruiker(een_evaluatie)
    context = {
        "evaluatie": een_evaluatie,
        "client": een_client,
        "form": form,
        "vorige": vorige,
        "antwoord": antwoord,
        "stand": selectors.vraagstanden(een_client).get(een_evaluatie.pk),
        "groepen": _naast_elkaar(form, vorige, antwoord),
        "verbeteren": verbeteren,
        "mag_bewaren": request.toegang.mag(Recht.TRAJECT_BEWERKEN),
    }
    return render(request, "trajecten/evaluatie.html", context, status=422 if form.errors else 200)


def _naast_elkaar(form: EvaluatieForm, vorige: Evaluatie | None, antwoord: Evaluatievraag | None) -> list[Any]:
    """Per kind the score fields, each with the score of last time and the one of the gebruiker."""
    eerder = vorige.scores if vorige else {}
    gebruiker = antwoord.antwoord.get("scores", {}) if antwoord else {}
    return [
        (soort, [(veld, eerder.get(veld.name[6:]), gebruiker.get(veld.name[6:])) for veld in velden])
        for soort, velden in form.rijen()
    ]


def _bewaar(request: GebiedRequest, een_evaluatie: Evaluatie, form: EvaluatieForm) -> HttpResponse:
    try:
        bewaard = services.evaluatie_bewaren(
            evaluatie=een_evaluatie,
            wijzigingen=wijzigingen_van(request.POST),
            toegelaten=form.te_bewaren(),
            door=request.toegang,
        )
    except DomainError as fout:
        return JsonResponse({"melding": str(fout)}, status=409)
    return bewaard_antwoord(bewaard)


def _lezen(request: GebiedRequest, een_evaluatie: Evaluatie) -> HttpResponse:
    een_client = een_evaluatie.traject.client
    services.client_lezen(client=een_client, pagina="evaluatie", door=request.toegang)
    antwoord = selectors.antwoord_van_gebruiker(een_evaluatie)
    form = EvaluatieForm(evaluatie=een_evaluatie, vandaag=timezone.localdate(), verbeteren=False)
    context = {
        "evaluatie": een_evaluatie,
        "client": een_client,
        "scores": [
            (soort, [(veld.label, een_evaluatie.scores.get(veld.name[6:])) for veld in velden])
            for soort, velden in form.rijen()
        ],
        "afwezig": [(veld.label, getattr(een_evaluatie, veld.name)) for veld in form.afwezigvelden()],
        "antwoord": antwoord,
        "partijen": [_partij(een_evaluatie, code) for code in PARTIJEN],
        "versies": selectors.versies(een_evaluatie),
        "mag_bewaren": request.toegang.mag(Recht.TRAJECT_BEWERKEN) and not een_evaluatie.geannuleerd_op,
    }
    return render(request, "trajecten/evaluatie_lezen.html", context)


def _partij(een_evaluatie: Evaluatie, code: str) -> dict[str, Any]:
    naam = {"client": "Cliënt", "gebruiker": "Gebruiker", "begeleider": "Begeleider"}[code]
    noteren = f"{gebied_url('trajecten:evaluatie_tekenen', een_evaluatie.pk)}?wie={code}"
    return {
        "code": code,
        "naam": naam,
        "op": getattr(een_evaluatie, f"gezien_{code}_op"),
        "wijze": getattr(een_evaluatie, f"get_gezien_{code}_wijze_display")(),
        "url": gebied_url("trajecten:client_tekent", een_evaluatie.pk) if code == "client" else noteren,
        "noteren_url": noteren,
    }


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def tekenen(request: GebiedRequest, evaluatie_id: UUID) -> HttpResponse:
    """Note that one of the three has seen it (?wie=): yourself, or somebody on paper."""
    partij = request.GET.get("wie", "begeleider")
    een_evaluatie = haal_evaluatie(evaluatie_id)
    vandaag = timezone.localdate()
    zelf = partij == "begeleider"
    wijze = Tekenwijze.ACCOUNT if zelf else Tekenwijze.PAPIER
    form = TekenForm(request.POST or None, vandaag=vandaag, wijze=wijze)
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": vandaag}
    if gelukt(
        form, lambda: services.evaluatie_tekenen(evaluatie=een_evaluatie, partij=partij, **form.cleaned_data, **wie)
    ):
        messages.success(request, "De handtekening is genoteerd.")
        return redirect(gebied_url("trajecten:evaluatie", een_evaluatie.pk))
    return actie_pagina(
        request,
        client=een_evaluatie.traject.client,
        form=form,
        titel="Evaluatie tekenen" if zelf else f"Gezien door {PARTIJEN.get(partij, 'iemand')}",
        knop="Ik teken" if zelf else "Handtekening noteren",
        uitleg="Als alle drie de partijen getekend hebben, ligt de evaluatie vast. Verbeteren kan dan alleen met een "
        "nieuwe versie, die iedereen opnieuw tekent.",
        terug=gebied_url("trajecten:evaluatie", een_evaluatie.pk),
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def client_tekent(request: GebiedRequest, evaluatie_id: UUID) -> HttpResponse:
    """The client reads a summary on the screen of the begeleider, may add a remark, and confirms."""
    een_evaluatie = haal_evaluatie(evaluatie_id)
    vandaag = timezone.localdate()
    form = ClientTekenForm(request.POST or None)

    def teken() -> None:
        services.evaluatie_tekenen(
            evaluatie=een_evaluatie,
            partij="client",
            wijze=Tekenwijze.TOESTEL,
            op=vandaag,
            door=request.toegang,
            vandaag=vandaag,
            **form.cleaned_data,
        )

    if gelukt(form, teken):
        messages.success(request, "De cliënt heeft de evaluatie getekend.")
        return redirect(gebied_url("trajecten:evaluatie", een_evaluatie.pk))
    alles = EvaluatieForm(evaluatie=een_evaluatie, vandaag=vandaag, verbeteren=False)
    scores = [(v.label, een_evaluatie.scores.get(v.name[6:])) for _, velden in alles.rijen() for v in velden]
    return actie_pagina(
        request,
        client=een_evaluatie.traject.client,
        form=form,
        titel="Je evaluatie",
        knop="Ik heb dit gelezen",
        terug=gebied_url("trajecten:evaluatie", een_evaluatie.pk),
        template="trajecten/client_tekent.html",
        evaluatie=een_evaluatie,
        goed=[label for label, score in scores if score and score >= 3],
        beter=[label for label, score in scores if score and score < 3],
    )


@require_http_methods(["GET", "POST"])
@require(Recht.TRAJECT_BEWERKEN)
def vragen(request: GebiedRequest, evaluatie_id: UUID) -> HttpResponse:
    """Ask the gebruiker for their part. The address stands on the page after this one, once."""
    een_evaluatie = haal_evaluatie(evaluatie_id)
    plaatsing = een_evaluatie.plaatsing
    gebruiker = plaatsing.gebruiker if plaatsing else None
    contacten = Contactpersoon.objects.filter(organisatie=gebruiker, is_actief=True).order_by("naam")
    form = EvaluatieVragenForm(request.POST or None, contacten=contacten, initial={"contact": contacten.first()})
    uitkomst: list[Any] = []
    wie: dict[str, Any] = {"door": request.toegang, "vandaag": timezone.localdate()}
    if gelukt(
        form, lambda: uitkomst.extend(services.evaluatie_vragen(evaluatie=een_evaluatie, **form.opdracht(), **wie))
    ):
        return _vraag_klaar(request, een_evaluatie, *uitkomst[1:], gemaild=form.cleaned_data["hoe"] == "mail")
    return actie_pagina(
        request,
        client=een_evaluatie.traject.client,
        form=form,
        titel="Evaluatie vragen aan de gebruiker",
        knop="Evaluatie vragen",
        uitleg=f"{gebruiker or 'De gebruiker'} vult zijn deel in met een link, zonder account. In de mail staat geen "
        "naam van je cliënt; achter de link staat alleen de voornaam met een letter. Zonder antwoord herinneren we na "
        "5 en na 10 dagen.",
        terug=gebied_url("trajecten:evaluaties", een_evaluatie.traject.client_id),
    )


def _vraag_klaar(
    request: GebiedRequest, een_evaluatie: Evaluatie, link: Link, adres: str, *, gemaild: bool
) -> HttpResponse:
    return link_klaar(
        request,
        client=een_evaluatie.traject.client,
        link=link,
        adres=adres,
        sms=sms_tekst(link, adres, een_evaluatie.plaatsing),
        gemaild=gemaild,
        terug=gebied_url("trajecten:evaluaties", een_evaluatie.traject.client_id),
    )


def haal_vraag(vraag_id: UUID) -> Evaluatievraag:
    rijen = Evaluatievraag.objects.select_related("evaluatie__traject__client", "evaluatie__plaatsing__gebruiker")
    return get_object_or_404(rijen, pk=vraag_id)


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def vraag_opnieuw(request: GebiedRequest, vraag_id: UUID) -> HttpResponse:
    vraag = haal_vraag(vraag_id)
    mailen = request.POST.get("hoe") == "mail"
    try:
        link, adres = services.evaluatievraag_opnieuw(
            vraag=vraag, mailen=mailen, door=request.toegang, vandaag=timezone.localdate()
        )
    except DomainError as fout:
        messages.error(request, str(fout))
        return redirect(gebied_url("trajecten:evaluaties", vraag.evaluatie.traject.client_id))
    return _vraag_klaar(request, vraag.evaluatie, link, adres, gemaild=mailen)


@require_POST
@require(Recht.TRAJECT_BEWERKEN)
def vraag_intrekken(request: GebiedRequest, vraag_id: UUID) -> HttpResponse:
    vraag = haal_vraag(vraag_id)
    doe(
        request,
        lambda: services.evaluatievraag_intrekken(
            vraag=vraag, door=request.toegang, vandaag=timezone.localdate(), nu=timezone.now()
        ),
        "De vraag is ingetrokken en de link werkt niet meer.",
    )
    return redirect(gebied_url("trajecten:evaluaties", vraag.evaluatie.traject.client_id))
