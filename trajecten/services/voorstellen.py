"""Proposals of a partner: handed in behind a link, decided by who guides.

Accepting calls the ordinary service, so what that refuses is refused here too; a partner changes nothing itself.
"""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from partners.services import WerkplaatsGegevens, werkplaats_toevoegen
from regie.core.exceptions import DomainError, LinkOngeldig
from regie.core.notatie import datum
from regie.core.permissions import Toegang
from trajecten.enums import Linkdoel, StapStatus, TermijnSoort, Verlengreden, VoorstelSoort, VoorstelStatus
from trajecten.models import Link, Plaatsing, Stap, Voorstel
from trajecten.selectors.voorstellen import omschrijf
from trajecten.services.aanvragen import verlenging_aanvragen
from trajecten.services.links import vergrendel_link
from trajecten.services.looptijd import afwezigheid_noteren, breuk_wijzigen, einde_kiezen
from trajecten.services.spoor import noteer, plan_termijn, ververs_termijn

MEEST_OPEN = 10  # proposals of one placement that wait for an answer
DOELEN = {Linkdoel.VOORSTEL, Linkdoel.AANWEZIGHEID}


@transaction.atomic
def voorstel_indienen(
    *, link: Link, soort: str, inhoud: dict[str, Any], reden: str, naam: str, nu: datetime, vandaag: date
) -> Voorstel:
    """A link about attendance takes attendance only, one about changes takes everything else."""
    link = vergrendel_link(link, vandaag=vandaag)
    plaatsing = _lopende_plaatsing(link)
    if link.doel not in DOELEN or (soort == VoorstelSoort.AANWEZIGHEID) != (link.doel == Linkdoel.AANWEZIGHEID):
        raise LinkOngeldig
    if not reden.strip():
        raise DomainError("Schrijf waarom je dit voorstelt.")
    open_ = list(Voorstel.objects.filter(plaatsing=plaatsing, status=VoorstelStatus.OPEN))
    if any(v.soort == soort and v.inhoud == inhoud for v in open_):
        raise DomainError("Dit voorstel ligt al bij de begeleider.")
    if len(open_) >= MEEST_OPEN:
        raise DomainError("Er wachten al veel voorstellen op antwoord. Bel de begeleider.")
    voorstel = Voorstel(
        eigenaar_id=plaatsing.eigenaar_id,
        plaatsing=plaatsing,
        organisatie_id=link.organisatie_id or plaatsing.gebruiker_id,
        link=link,
        soort=soort,
        inhoud=inhoud,
        reden=reden.strip(),
        naam=naam.strip(),
        ingediend_op=nu,
    )
    voorstel.full_clean(exclude=["gebied", "eigenaar"])
    voorstel.save()
    link.gebruikt_op, link.geopend_op = nu, link.geopend_op or nu
    link.save(update_fields=["gebruikt_op", "geopend_op"])
    _vertel(voorstel, f"Voorstel van {voorstel.organisatie}: {voorstel.get_soort_display()}", vandaag, None)
    return voorstel


@transaction.atomic
def voorstel_intrekken(*, voorstel: Voorstel, link: Link, nu: datetime, vandaag: date) -> Voorstel:
    """By the one who handed it in, behind the same link, while nobody answered."""
    vergrendel_link(link, vandaag=vandaag)
    voorstel = _open(voorstel)
    if voorstel.link_id != link.pk:
        raise LinkOngeldig
    voorstel.status, voorstel.beslist_op = VoorstelStatus.INGETROKKEN, nu
    voorstel.save(update_fields=["status", "beslist_op"])
    _vertel(voorstel, f"Voorstel ingetrokken: {voorstel.get_soort_display()}", vandaag, None)
    return voorstel


@transaction.atomic
def voorstel_aanvaarden(
    *, voorstel: Voorstel, antwoord: str = "", door: Toegang, nu: datetime, vandaag: date
) -> Voorstel:
    """Do what was proposed, with the service everybody uses; its refusal leaves the proposal open."""
    voorstel = _open(voorstel)
    _UITVOERDERS[VoorstelSoort(voorstel.soort)](voorstel, door, vandaag)
    return _beslis(voorstel, VoorstelStatus.AANVAARD, antwoord, door=door, nu=nu, vandaag=vandaag)


@transaction.atomic
def voorstel_weigeren(*, voorstel: Voorstel, antwoord: str, door: Toegang, nu: datetime, vandaag: date) -> Voorstel:
    voorstel = _open(voorstel)
    return _beslis(voorstel, VoorstelStatus.GEWEIGERD, antwoord, door=door, nu=nu, vandaag=vandaag)


def _beslis(
    voorstel: Voorstel, status: VoorstelStatus, antwoord: str, *, door: Toegang, nu: datetime, vandaag: date
) -> Voorstel:
    voorstel.status, voorstel.antwoord = status, antwoord.strip()
    voorstel.beslist_op, voorstel.beslist_door_id = nu, door.user_id
    voorstel.full_clean(exclude=["gebied", "eigenaar"])
    voorstel.save()
    _vertel(voorstel, f"Voorstel {status.label}: {voorstel.get_soort_display()}", vandaag, door)
    return voorstel


def _open(voorstel: Voorstel) -> Voorstel:
    gegrendeld = (
        Voorstel.objects.select_for_update(of=("self",))
        .select_related("plaatsing__stap__traject__client", "plaatsing__stap__instrument", "organisatie")
        .get(pk=voorstel.pk)
    )
    if gegrendeld.status != VoorstelStatus.OPEN:
        raise DomainError(f"Dit voorstel is al {gegrendeld.get_status_display()}.")
    return gegrendeld


def _lopende_plaatsing(link: Link) -> Plaatsing:
    plaatsing = (
        Plaatsing.objects.select_related("stap").filter(pk=link.object_id, einde=None, stap__einde=None).first()
    )
    if plaatsing is None:
        raise LinkOngeldig
    return plaatsing


def _vertel(voorstel: Voorstel, titel: str, vandaag: date, door: Toegang | None) -> None:
    client = voorstel.plaatsing.stap.traject.client
    noteer(client, "wijziging", titel[:160], tekst=omschrijf(voorstel), datum=vandaag, door=door, is_beperkt=True)


def _dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


# One function per kind: what accepting does.


def _stap(voorstel: Voorstel) -> Stap:
    return voorstel.plaatsing.stap


def _verleng(voorstel: Voorstel, door: Toegang, vandaag: date) -> None:
    verlenging_aanvragen(
        stap=_stap(voorstel),
        reden=Verlengreden.ANDER,
        tot=_dag(voorstel.inhoud["datum"]),
        toelichting=f"Voorgesteld door {voorstel.organisatie}: {voorstel.reden}"[:300],
        door=door,
        vandaag=vandaag,
    )


def _stop(voorstel: Voorstel, door: Toegang, vandaag: date) -> None:
    motivering = f"Voorgesteld door {voorstel.organisatie}: {voorstel.reden}"[:300]
    einde = _dag(voorstel.inhoud["datum"])
    einde_kiezen(stap=_stap(voorstel), einde=einde, motivering=motivering, door=door, vandaag=vandaag)


def _einddatum(voorstel: Voorstel, door: Toegang, vandaag: date) -> None:
    voorzien = _stap(voorstel).einde_voorzien
    later = voorzien is not None and _dag(voorstel.inhoud["datum"]) > voorzien
    (_verleng if later else _stop)(voorstel, door, vandaag)


def _uren(voorstel: Voorstel, door: Toegang, vandaag: date) -> None:
    breuk_wijzigen(
        stap=_stap(voorstel),
        vanaf=_dag(voorstel.inhoud["datum"]),
        breuk=Decimal(voorstel.inhoud["breuk"]),
        reden=voorstel.reden[:200],
        door=door,
        vandaag=vandaag,
    )


def _startdatum(voorstel: Voorstel, door: Toegang, vandaag: date) -> None:
    """A planned start is in a contract that three parties sign: it becomes a task, not a silent change."""
    stap = _stap(voorstel)
    if stap.status != StapStatus.GEPLAND:
        raise DomainError(f"Het contract begon al op {datum(stap.start)}. De startdatum kan niet meer wijzigen.")
    dag = datum(_dag(voorstel.inhoud["datum"]))
    plan_termijn(stap.traject, TermijnSoort.TAAK, f"Stap opnieuw plannen: start op {dag}", vandaag)
    ververs_termijn(stap.traject, vandaag=vandaag)


def _aanwezigheid(voorstel: Voorstel, door: Toegang, vandaag: date) -> None:
    for rij in voorstel.inhoud["afwezig"]:
        afwezigheid_noteren(
            stap=_stap(voorstel),
            soort=rij["soort"],
            van=_dag(rij["van"]),
            tot=_dag(rij["tot"]),
            opmerking=f"Doorgegeven door {voorstel.organisatie}"[:200],
            door=door,
            vandaag=vandaag,
        )


def _plaats(voorstel: Voorstel, door: Toegang, vandaag: date) -> None:
    werkplaats_toevoegen(
        gebruiker=voorstel.organisatie,
        gegevens=WerkplaatsGegevens(
            functie=voorstel.inhoud["functie"],
            aantal=voorstel.inhoud["aantal"],
            van=_dag(voorstel.inhoud["datum"]),
            ocmw=voorstel.eigenaar,
        ),
        door=door,
    )


_UITVOERDERS: dict[VoorstelSoort, Callable[[Voorstel, Toegang, date], None]] = {
    VoorstelSoort.VERLENGEN: _verleng,
    VoorstelSoort.STOPPEN: _stop,
    VoorstelSoort.EINDDATUM: _einddatum,
    VoorstelSoort.UREN: _uren,
    VoorstelSoort.STARTDATUM: _startdatum,
    VoorstelSoort.AANWEZIGHEID: _aanwezigheid,
    VoorstelSoort.PLAATS: _plaats,
}
