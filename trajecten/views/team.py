"""The team page of the lead: who follows how many dossiers, who is away, and handing over."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.accounts.models import User
from regie.core import notatie
from regie.core.forms import gelukt
from regie.core.http import GebiedRequest, doe, gebied_url, require
from regie.core.models import Lidmaatschap
from regie.core.permissions import Recht
from trajecten import services
from trajecten.forms.team import InzetForm, ToewijzenForm, WaarnemingForm, zin_voorstel
from trajecten.models import Bulkactie, Traject, Waarneming
from trajecten.selectors import lijst
from trajecten.selectors import team as selectors
from trajecten.selectors.waarneming import komende
from trajecten.views.selectie import naar_resultaat


def _team(request: GebiedRequest) -> selectors.Team:
    vandaag = timezone.localdate()
    return selectors.team(
        organisatie_ids=request.toegang.organisatie_ids, groepen=lijst.groepen(vandaag), vandaag=vandaag
    )


def _haal_collega(request: GebiedRequest, user_id: int) -> User:
    """Somebody who belongs, or belonged, to an OCMW of the lead."""
    leden = Lidmaatschap.objects.filter(
        user_id=user_id, organisatie_id__in=request.toegang.organisatie_ids, rol__in=selectors.BEGELEIDERROLLEN
    )
    return get_object_or_404(User.objects.filter(pk__in=leden.values("user_id")))


@require_safe
@require(Recht.TEAM_BEHEREN)
def team(request: GebiedRequest) -> HttpResponse:
    een_team = _team(request)
    lijst_url = gebied_url("trajecten:lijst")
    context = {
        "team": een_team,
        "lijst_url": lijst_url,
        "vandaag": timezone.localdate(),
        "tegels": _tegels(een_team, lijst_url),
        "voorstel": zin_voorstel(selectors.voorstel(een_team.medewerkers), 1),
    }
    return render(request, "trajecten/team.html", context)


def _tegels(een_team: selectors.Team, lijst_url: str) -> list[dict[str, Any]]:
    per_vte = een_team.per_vte
    noot = "VTE nog niet volledig ingevuld" if per_vte is None else f"{notatie.getal(per_vte, 1)} per VTE"
    return [
        {
            "label": "Open dossiers",
            "waarde": notatie.getal(een_team.aantal),
            "noot": noot,
            "url": f"{lijst_url}?tab=team",
        },
        {
            "label": "Te laat",
            "waarde": notatie.getal(een_team.te_laat),
            "noot": "een termijn is voorbij",
            "url": f"{lijst_url}?tab=aandacht",
            "soort": "letop" if een_team.te_laat else "",
        },
        {
            "label": "Wacht op intake",
            "waarde": notatie.getal(een_team.wacht_op_intake),
            "noot": "aangemeld, nog geen gesprek",
            "url": f"{lijst_url}?tab=team&status=AANGEMELD",
        },
        {
            "label": "Zonder begeleider",
            "waarde": notatie.getal(een_team.zonder_begeleider),
            "noot": "nog niemand volgt op",
            "url": f"{lijst_url}?tab=team&begeleider=niemand",
            "soort": "letop" if een_team.zonder_begeleider else "",
        },
    ]


@require_http_methods(["GET", "POST"])
@require(Recht.TEAM_BEHEREN)
def overdragen(request: GebiedRequest, user_id: int) -> HttpResponse:
    """All open dossiers of one person to a colleague; a part of them goes through the list."""
    collega = _haal_collega(request, user_id)
    vandaag = timezone.localdate()
    ids = list(Traject.objects.open().van_begeleider(collega.pk).values_list("pk", flat=True))
    if not ids:
        messages.info(request, f"{collega.naam} volgt geen open dossiers op.")
        return redirect(gebied_url("trajecten:team"))
    form = ToewijzenForm(
        request.POST or None,
        organisatie_ids=request.toegang.organisatie_ids,
        team=_team(request),
        aantal=len(ids),
        vraag_reden=True,
        behalve=collega.pk,
        vandaag=vandaag,
    )
    acties: list[Bulkactie] = []
    if gelukt(
        form,
        lambda: acties.append(
            services.trajecten_toewijzen(ids=ids, **form.cleaned_data, door=request.toegang, vandaag=vandaag)
        ),
    ):
        return naar_resultaat(request, acties[0])
    context = {
        "form": form,
        "collega": collega,
        "aantal": len(ids),
        "lijst_url": f"{gebied_url('trajecten:lijst')}?tab=team&begeleider={collega.pk}",
    }
    return render(request, "trajecten/team_overdragen.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@require(Recht.TEAM_BEHEREN)
def inzet(request: GebiedRequest, user_id: int) -> HttpResponse:
    collega = _haal_collega(request, user_id)
    vandaag = timezone.localdate()
    nu = selectors.inzet_op(vandaag).get(collega.pk)
    form = InzetForm(request.POST or None, initial={"breuk": nu, "van": vandaag})
    if gelukt(form, lambda: services.inzet_bewaren(user=collega, **form.cleaned_data, door=request.toegang)):
        messages.success(request, f"De VTE van {collega.naam} is bewaard.")
        return redirect(gebied_url("trajecten:team"))
    context = {"form": form, "collega": collega, "inzetten": list(selectors.inzetten_van(collega.pk))}
    return render(request, "trajecten/inzet.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@require(Recht.CLIENT_BEWERKEN)
def waarneming(request: GebiedRequest) -> HttpResponse:
    """Plan cover: for oneself, or by the lead for somebody of the team; and see what is planned."""
    vandaag = timezone.localdate()
    toegang = request.toegang
    is_lead = toegang.mag(Recht.TEAM_BEHEREN)
    form = WaarnemingForm(
        request.POST or None,
        organisatie_ids=toegang.organisatie_ids,
        zelf=None if is_lead else toegang.user_id,
        vandaag=vandaag,
    )

    def plan() -> None:
        gegevens = dict(form.cleaned_data)
        gegevens.setdefault("afwezige", User.objects.get(pk=toegang.user_id))
        services.waarneming_plannen(**gegevens, door=toegang, vandaag=vandaag)

    if gelukt(form, plan):
        messages.success(request, "De waarneming is gepland. Ze stopt vanzelf na de laatste dag.")
        return redirect(gebied_url("trajecten:team" if is_lead else "trajecten:waarneming"))
    rijen = [
        {"waarneming": rij, "mag_stoppen": is_lead or toegang.user_id in {rij.afwezige_id, rij.door_id}}
        for rij in komende(vandaag)
    ]
    context = {"form": form, "rijen": rijen, "vandaag": vandaag, "is_lead": is_lead}
    return render(request, "trajecten/waarneming.html", context, status=422 if form.errors else 200)


@require_POST
@require(Recht.CLIENT_BEWERKEN)
def waarneming_stoppen(request: GebiedRequest, waarneming_id: UUID) -> HttpResponse:
    een_waarneming = get_object_or_404(Waarneming, pk=waarneming_id)
    doe(
        request,
        lambda: services.waarneming_stoppen(
            waarneming=een_waarneming, door=request.toegang, vandaag=timezone.localdate()
        ),
        "De waarneming is gestopt.",
    )
    return redirect(gebied_url("trajecten:waarneming"))
