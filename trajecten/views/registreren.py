"""Registration in two pages. What is typed travels in a draft that is stored encrypted, never in an address."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from regie.core.exceptions import DomainError
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, gebied_url, require
from regie.core.models import Gemeente, Organisatie
from regie.core.notatie import datum as toon_datum
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms.registratie import AanmeldingForm, PersoonForm
from trajecten.models import Client, Ontwerp, Traject
from trajecten.selectors.client import huidig_traject
from trajecten.selectors.drempels import Slotbalans, slotbalans
from trajecten.selectors.dubbels import Dubbel, Niveau, bekend_elders, zoek_dubbels
from trajecten.views.actie import actie_pagina

STAPPEN = ["Wie is het?", "Aanmelding"]


def _eigen_ocmw(request: GebiedRequest, pk: object = None) -> Organisatie:
    """The OCMW the file will belong to: the chosen one, or the first of the user's own."""
    eigen = Organisatie.objects.van_gebied().ocmws().filter(pk__in=request.toegang.organisatie_ids).order_by("naam")
    if pk:
        eigen = eigen.filter(pk=str(pk)) if str(pk).isdigit() else eigen.none()
    ocmw = eigen.first()
    if ocmw is None:
        raise PermissionDenied("Je account hoort niet bij een OCMW van dit gebied.")
    return ocmw


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEWERKEN)
def persoon(request: GebiedRequest, ontwerp_id: UUID | None = None) -> HttpResponse:
    """Page 1, new or from a draft."""
    ontwerp = _ontwerp(request, ontwerp_id) if ontwerp_id else None
    vandaag = timezone.localdate()
    begin = ontwerp.gegevens.get("persoon", {}) if ontwerp else {}
    form = PersoonForm(request.POST or None, vandaag=vandaag, initial=begin)
    als_ontwerp = "ontwerp" in request.POST
    if request.method == "POST" and (als_ontwerp or _geldig_en_besloten(request, form)):
        bewaard = services.ontwerp_bewaren(
            ontwerp=ontwerp,
            eigenaar=_eigen_ocmw(request, request.POST.get("ocmw")),
            gegevens={
                "persoon": {naam: request.POST.get(naam, "") for naam in form.fields},
                "andere": request.POST.getlist("andere"),
                "aanmelding": ontwerp.gegevens.get("aanmelding", {}) if ontwerp else {},
            },
            door=request.toegang,
            geopend_op=_geopend_op(request),
        )
        if als_ontwerp:
            messages.success(request, "Het ontwerp is bewaard. Je vindt het 14 dagen lang in Mijn dag.")
            return redirect(gebied_url("trajecten:mijn_dag"))
        return redirect(gebied_url("trajecten:aanmelding", bewaard.pk))
    context = {
        "form": form,
        "stappen": STAPPEN,
        "geopend_op": request.POST.get("geopend_op") or timezone.now().isoformat(),
        "ocmws": _ocmw_keuzes(request),
        "gemeenten": Gemeente.objects.order_by("sleutel"),
        **_dubbels(request, form.data if form.is_bound else begin),
    }
    return render(request, "trajecten/registreren.html", context, status=422 if form.errors else 200)


def _ocmw_keuzes(request: GebiedRequest) -> list[Organisatie]:
    ids = request.toegang.organisatie_ids
    return list(Organisatie.objects.filter(pk__in=ids).order_by("naam")) if len(ids) > 1 else []


def _geopend_op(request: GebiedRequest) -> datetime:
    try:
        geopend_op = datetime.fromisoformat(request.POST.get("geopend_op", ""))
    except ValueError:
        return timezone.now()
    return geopend_op if timezone.is_aware(geopend_op) else timezone.now()


def _geldig_en_besloten(request: GebiedRequest, form: PersoonForm) -> bool:
    """Valid, no sure duplicate, and a choice made for every probable one."""
    if not form.is_valid():
        return False
    dubbels = _zoek(_eigen_ocmw(request, request.POST.get("ocmw")), form.cleaned_data)
    if any(dubbel.niveau == Niveau.ZEKER for dubbel in dubbels):
        form.add_error("insz", "Er is al een dossier met dit INSZ. Open dat dossier in plaats van een nieuw te maken.")
    besloten = set(request.POST.getlist("andere"))
    open_keuzes = [d for d in dubbels if d.niveau == Niveau.WAARSCHIJNLIJK and str(d.client.pk) not in besloten]
    if open_keuzes:
        form.add_error(None, "Kies bij 'Kennen we deze persoon al?' of het om dezelfde persoon gaat.")
    return not form.errors


@require_POST
@require(Recht.CLIENT_BEWERKEN)
def dubbels(request: GebiedRequest) -> HttpResponse:
    """The live panel 'Kennen we deze persoon al?'."""
    return render(request, "trajecten/_dubbels.html", _dubbels(request, request.POST))


def _dubbels(request: GebiedRequest, data: Any) -> dict[str, Any]:
    """Look-alikes for what is typed so far; half-filled or wrong fields are simply left out."""
    form = PersoonForm(data, vandaag=timezone.localdate())
    form.is_valid()
    schoon = form.cleaned_data if hasattr(form, "cleaned_data") else {}
    genoeg = schoon.get("insz") or (schoon.get("voornaam") and schoon.get("familienaam"))
    if not genoeg:
        return {"dubbels": [], "elders": [], "gezocht": False}
    eigenaar = _eigen_ocmw(request, data.get("ocmw"))
    gevonden = _zoek(eigenaar, schoon)
    for dubbel in gevonden:
        services.client_lezen(client=dubbel.client, pagina="kennen we deze persoon", door=request.toegang)
    besloten = data.getlist("andere") if hasattr(data, "getlist") else []
    return {
        "gezocht": True,
        "dubbels": [_regel(dubbel, besloten) for dubbel in gevonden[:5]],
        "elders": bekend_elders(
            eigenaar_id=eigenaar.pk,
            insz=schoon.get("insz", ""),
            voornaam=schoon.get("voornaam", ""),
            familienaam=schoon.get("familienaam", ""),
            geboortedatum=schoon.get("geboortedatum"),
        ),
    }


def _zoek(eigenaar: Organisatie, schoon: dict[str, Any]) -> list[Dubbel]:
    return zoek_dubbels(
        eigenaar_id=eigenaar.pk,
        insz=schoon.get("insz", ""),
        voornaam=schoon.get("voornaam", ""),
        familienaam=schoon.get("familienaam", ""),
        geboortedatum=schoon.get("geboortedatum"),
    )


def _regel(dubbel: Dubbel, besloten: list[str]) -> dict[str, Any]:
    traject = huidig_traject(dubbel.client)
    stand = f"afgesloten op {toon_datum(traject.afgesloten_op)}" if traject and traject.afgesloten_op else "actief"
    return {
        "client": dubbel.client,
        "niveau": dubbel.niveau.name,
        "redenen": ", ".join(dubbel.redenen),
        "stand": stand,
        "gemeente": dubbel.client.gemeente,
        "besloten": str(dubbel.client.pk) in besloten,
    }


def _ontwerp(request: GebiedRequest, ontwerp_id: UUID) -> Ontwerp | None:
    return Ontwerp.objects.filter(pk=ontwerp_id, door_id=request.toegang.user_id).select_related("eigenaar").first()


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEWERKEN)
def aanmelding(request: GebiedRequest, ontwerp_id: UUID) -> HttpResponse:
    """Page 2: register. A second submit of the same draft finds nothing left to do."""
    ontwerp = _ontwerp(request, ontwerp_id)
    if ontwerp is None:
        messages.info(request, "Deze registratie is al bewaard, of het ontwerp is verlopen.")
        return redirect(gebied_url("trajecten:lijst"))
    vandaag = timezone.localdate()
    begin = {"aangemeld_op": vandaag, "begeleider": request.toegang.user_id}
    form = AanmeldingForm(request.POST or None, organisatie=ontwerp.eigenaar, vandaag=vandaag, initial=begin)
    persoonform = PersoonForm(ontwerp.gegevens["persoon"], vandaag=vandaag)
    if not persoonform.is_valid():
        return redirect(gebied_url("trajecten:registreren_verder", ontwerp.pk))
    if form.is_valid():
        try:
            traject = _registreer(request, ontwerp, persoonform.cleaned_data, form.cleaned_data)
        except DomainError as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(
                request,
                f"{traject.client.naam} is geregistreerd. Volgende stap: intake plannen "
                f"(voorstel {toon_datum(traject.volgende_termijn_op)}).",
            )
            return redirect(gebied_url("trajecten:client", traject.client_id))
    context = {
        "form": form,
        "stappen": STAPPEN,
        "ontwerp": ontwerp,
        "naam": f"{persoonform.cleaned_data['voornaam']} {persoonform.cleaned_data['familienaam']}",
    }
    return render(request, "trajecten/aanmelding.html", context, status=422 if form.errors else 200)


def _registreer(request: GebiedRequest, ontwerp: Ontwerp, persoon_: dict, aanmelding_: dict) -> Traject:
    vandaag = timezone.localdate()
    gemeente, postcode = persoon_["gemeente"]
    gegevens = services.ClientGegevens(
        voornaam=persoon_["voornaam"],
        familienaam=persoon_["familienaam"],
        geboortedatum=persoon_["geboortedatum"],
        geslacht=persoon_["geslacht"],
        gemeente=gemeente,
        postcode=postcode,
        inkomensstatuut=persoon_["inkomensstatuut"],
        insz=persoon_["insz"],
        telefoon=aanmelding_["telefoon"],
        email=aanmelding_["email"],
        taal=aanmelding_["taal"],
        tolk_nodig=aanmelding_["tolk_nodig"],
    )
    via = aanmelding_["geinformeerd_via"]
    return services.ontwerp_registreren(
        ontwerp=ontwerp,
        gegevens=gegevens,
        andere_ids=ontwerp.gegevens.get("andere", []),
        bron=aanmelding_["bron"],
        aangemeld_op=aanmelding_["aangemeld_op"],
        begeleider=aanmelding_["begeleider"],
        drempels=[code.pk for code in aanmelding_["drempels"]],
        geinformeerd_op=vandaag if via else None,
        geinformeerd_via=via,
        door=request.toegang,
        vandaag=vandaag,
    )


@require_POST
@require(Recht.CLIENT_BEWERKEN)
def ontwerp_wissen(request: GebiedRequest, ontwerp_id: UUID) -> HttpResponse:
    services.ontwerp_wissen(ontwerp_id=ontwerp_id, door=request.toegang)
    messages.success(request, "Het ontwerp is gewist.")
    return redirect(gebied_url("trajecten:mijn_dag"))


@require_POST
@require(Recht.CLIENT_BEWERKEN)
def contact_vragen(request: GebiedRequest, organisatie_id: int, client_id: UUID) -> HttpResponse:
    """Ask another OCMW to get in touch. Their client number travels, no name does."""
    aan = get_object_or_404(Organisatie.objects.van_gebied().ocmws(), pk=organisatie_id)
    services.contact_vragen(van=_eigen_ocmw(request), aan=aan, client_bij_ontvanger=client_id, door=request.toegang)
    return render(request, "trajecten/_vraag_gesteld.html", {"aan": aan})


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEWERKEN)
def opnieuw_aanmelden(request: GebiedRequest, client_id: UUID) -> HttpResponse:
    """A new traject for a client whose last one ended."""
    een_client = get_object_or_404(Client.objects.select_related("eigenaar"), pk=client_id)
    vandaag = timezone.localdate()
    begin = {"aangemeld_op": vandaag, "begeleider": request.toegang.user_id}
    form = AanmeldingForm(request.POST or None, organisatie=een_client.eigenaar, vandaag=vandaag, initial=begin)
    for naam in ("taal", "tolk_nodig", "telefoon", "email", "geinformeerd_via"):
        del form.fields[naam]

    def meld_aan() -> None:
        velden = dict(form.cleaned_data)
        velden["drempels"] = [code.pk for code in velden["drempels"]]
        services.traject_aanmelden(client=een_client, **velden, door=request.toegang, vandaag=vandaag)

    if gelukt(form, meld_aan):
        messages.success(request, "De cliënt is opnieuw aangemeld.")
        return redirect(gebied_url("trajecten:client", een_client.pk))
    return actie_pagina(
        request,
        client=een_client,
        form=form,
        titel="Opnieuw aanmelden",
        knop="Aanmelden",
        uitleg="Er komt een nieuw traject in hetzelfde dossier.",
        template="trajecten/opnieuw_aanmelden.html",
        slotbalans=_balans(een_client),
    )


def _balans(een_client: Client) -> Slotbalans | None:
    """What the last traject left behind; sensitive obstacles wait for the tab, where reading them is logged."""
    laatste = huidig_traject(een_client)
    return slotbalans(laatste) if laatste and laatste.afgesloten_op else None
