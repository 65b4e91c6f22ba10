"""What moves the end of art. 60: fraction and absences. Each change counts the days again and tells the story."""

from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.db import models, transaction
from django.db.models import Q, QuerySet

from regie.core.exceptions import DomainError
from regie.core.notatie import datum, getal
from regie.core.permissions import Toegang
from trajecten.enums import Aanvraagstatus, Afwezigheidssoort, StapStatus
from trajecten.models import Afwezigheid, Breukperiode, Schorsing, Stap, Traject, Verlenging
from trajecten.regels.dagteller import Stand
from trajecten.selectors import dagteller as selectors
from trajecten.services.agenda import herplan
from trajecten.services.spoor import bewaar, noteer, vergrendel

M = TypeVar("M", bound=models.Model)


def vergrendel_stap(stap: Stap, *, wat: str) -> tuple[Traject, Stap]:
    """The traject, locked, and its running art. 60 step as it stands now."""
    traject = vergrendel(stap.traject)
    stap = Stap.objects.select_related("instrument").get(pk=stap.pk)
    stap.traject = traject
    if not selectors.heeft_teller(stap) or stap.status != StapStatus.LOPEND:
        raise DomainError(f"{wat} kan alleen bij art. 60 dat loopt. Deze stap loopt niet.")
    return traject, stap


def herreken(stap: Stap, *, vandaag: date) -> Stand | None:
    """Keep what the rule now gives with the step; None when the rules cannot give a date."""
    stand, _ = selectors.stand_of_reden(stap, vandaag)
    if stand is None:
        return None
    stap.einde_berekend = stand.bereikt_op
    stap.einde_regel = stand.recht.als_json()
    stap.save(update_fields=["einde_berekend", "einde_regel", "updated_at"])
    return stand


def gevolg(stap: Stap, vorige: date | None, stand: Stand | None) -> str:
    """What a change did to the date, for the story line."""
    if stand is None or vorige is None or stand.bereikt_op == vorige:
        return ""
    return f"Het recht is bereikt op {datum(stand.bereikt_op)} in plaats van {datum(vorige)}."


def _zin(tekst: str) -> str:
    """What somebody typed, as a sentence before another one."""
    return tekst if not tekst or tekst.endswith((".", "!", "?")) else f"{tekst[0].upper()}{tekst[1:]}."


def _tel_opnieuw(
    traject: Traject, stap: Stap, titel: str, *, op: date, tekst: str, door: Toegang, vandaag: date, beperkt: bool
) -> None:
    vorige = stap.einde_berekend
    stand = herreken(stap, vandaag=vandaag)
    zinnen = " ".join(zin for zin in (_zin(tekst), gevolg(stap, vorige, stand)) if zin)
    noteer(traject.client, "wijziging", titel, tekst=zinnen, datum=op, door=door, is_beperkt=beperkt)


@transaction.atomic
def breuk_wijzigen(
    *, stap: Stap, vanaf: date, breuk: Decimal, reden: str, door: Toegang, vandaag: date
) -> Breukperiode:
    """From `vanaf` on the contract has another fraction."""
    traject, stap = vergrendel_stap(stap, wat="De tewerkstelling wijzigen")
    if vanaf < stap.start:
        raise DomainError(f"Het contract begon op {datum(stap.start)}. Kies een dag vanaf dan.")
    if selectors.breukperiodes(stap).filter(vanaf=vanaf).exists():
        raise DomainError(f"Op {datum(vanaf)} verandert de tewerkstelling al. Trek die wijziging eerst in.")
    periode = Breukperiode(
        eigenaar_id=stap.eigenaar_id, stap=stap, vanaf=vanaf, breuk=breuk, reden=reden.strip(), door_id=door.user_id
    )
    periode.full_clean()
    periode.save()
    titel = f"Tewerkstelling {getal(breuk, 2)} vanaf {datum(vanaf)}"
    _tel_opnieuw(traject, stap, titel, op=vandaag, tekst=periode.reden, door=door, vandaag=vandaag, beperkt=True)
    return periode


@transaction.atomic
def breuk_intrekken(*, periode: Breukperiode, door: Toegang, vandaag: date) -> Breukperiode:
    traject, stap = vergrendel_stap(periode.stap, wat="Een wijziging intrekken")
    periode = Breukperiode.objects.get(pk=periode.pk)
    if periode.ingetrokken_op:
        raise DomainError("Deze wijziging is al ingetrokken.")
    periode.ingetrokken_op = vandaag
    periode.save(update_fields=["ingetrokken_op"])
    titel = f"Ingetrokken: tewerkstelling {getal(periode.breuk, 2)} vanaf {datum(periode.vanaf)}"
    _tel_opnieuw(traject, stap, titel, op=vandaag, tekst="", door=door, vandaag=vandaag, beperkt=True)
    return periode


@transaction.atomic
def afwezigheid_noteren(
    *, stap: Stap, soort: str, van: date, tot: date | None, opmerking: str, door: Toegang, vandaag: date
) -> Afwezigheid:
    """Days not at work; without `tot` it goes on until somebody says it ended."""
    traject, stap = vergrendel_stap(stap, wat="Een afwezigheid noteren")
    controleer_periode(stap, van, tot)
    rijen = Afwezigheid.objects.filter(stap=stap, ingetrokken_op=None)
    botsing = overlappend(rijen, van, tot).first()
    if botsing:
        raise DomainError(
            f"Van {datum(botsing.van)} {_tot(botsing.tot)} staat al een afwezigheid. Trek die in of kies andere dagen."
        )
    afwezigheid = Afwezigheid(
        eigenaar_id=stap.eigenaar_id,
        stap=stap,
        soort=soort,
        van=van,
        tot=tot,
        opmerking=opmerking.strip(),
        door_id=door.user_id,
    )
    afwezigheid.full_clean()
    afwezigheid.save()
    _vertel_afwezigheid("Afwezig", traject, stap, afwezigheid, door=door, vandaag=vandaag)
    return afwezigheid


@transaction.atomic
def afwezigheid_beeindigen(*, afwezigheid: Afwezigheid, tot: date, door: Toegang, vandaag: date) -> Afwezigheid:
    """The last day of an absence that was still going on."""
    traject, stap = vergrendel_stap(afwezigheid.stap, wat="Een afwezigheid beëindigen")
    afwezigheid = _geldige_afwezigheid(afwezigheid)
    if afwezigheid.tot:
        raise DomainError(f"Deze afwezigheid liep al af op {datum(afwezigheid.tot)}.")
    if tot < afwezigheid.van:
        raise DomainError(f"De afwezigheid begon op {datum(afwezigheid.van)}. Kies een latere dag.")
    afwezigheid.tot = tot
    afwezigheid.save(update_fields=["tot"])
    _vertel_afwezigheid("Terug na afwezigheid", traject, stap, afwezigheid, door=door, vandaag=vandaag)
    return afwezigheid


@transaction.atomic
def afwezigheid_intrekken(*, afwezigheid: Afwezigheid, door: Toegang, vandaag: date) -> Afwezigheid:
    """Undo a wrong absence: it stays in the history and does not count any more."""
    traject, stap = vergrendel_stap(afwezigheid.stap, wat="Een afwezigheid intrekken")
    afwezigheid = _geldige_afwezigheid(afwezigheid)
    afwezigheid.ingetrokken_op = vandaag
    afwezigheid.save(update_fields=["ingetrokken_op"])
    _vertel_afwezigheid("Ingetrokken: afwezig", traject, stap, afwezigheid, door=door, vandaag=vandaag)
    return afwezigheid


def _geldige_afwezigheid(afwezigheid: Afwezigheid) -> Afwezigheid:
    afwezigheid = Afwezigheid.objects.get(pk=afwezigheid.pk)
    if afwezigheid.ingetrokken_op:
        raise DomainError("Deze afwezigheid is al ingetrokken.")
    return afwezigheid


def _vertel_afwezigheid(
    titel: str, traject: Traject, stap: Stap, afwezigheid: Afwezigheid, *, door: Toegang, vandaag: date
) -> None:
    soort = Afwezigheidssoort(afwezigheid.soort).label
    tekst = f"Van {datum(afwezigheid.van)} {_tot(afwezigheid.tot)}."
    _tel_opnieuw(traject, stap, f"{titel}: {soort}", op=vandaag, tekst=tekst, door=door, vandaag=vandaag, beperkt=True)


def _tot(dag: date | None) -> str:
    return f"tot en met {datum(dag)}" if dag else "tot nu"


def controleer_periode(stap: Stap, van: date, tot: date | None) -> None:
    if van < stap.start:
        raise DomainError(f"Het contract begon op {datum(stap.start)}. Kies een dag vanaf dan.")
    if tot and tot < van:
        raise DomainError("De laatste dag ligt voor de eerste. Kijk de datums na.")


def overlappend(rijen: QuerySet[M], van: date, tot: date | None) -> QuerySet[M]:
    """Of rows with `van` and `tot`, those that share a day with a period."""
    rijen = rijen.filter(Q(tot=None) | Q(tot__gte=van)).order_by("van")
    return rijen.filter(van__lte=tot) if tot else rijen


@transaction.atomic
def einde_kiezen(*, stap: Stap, einde: date | None, motivering: str, door: Toegang, vandaag: date) -> Stap:
    """Take over the end the counter gives, or choose an earlier one with a motivation. Later asks a prolongation."""
    traject, stap = vergrendel_stap(stap, wat="De einddatum wijzigen")
    stand = herreken(stap, vandaag=vandaag)
    regel = stand.bereikt_op if stand else None
    einde = einde or regel
    if einde is None:
        raise DomainError("De regel geeft geen datum. Vul zelf een einddatum in.")
    _controleer_einde(stap, einde, regel, motivering, vandaag)
    vorige, vorige_motivering = stap.einde_voorzien, stap.einde_motivering
    zet_einde(traject, stap, einde, motivering=motivering.strip() if einde != regel else "", vandaag=vandaag)
    tekst = f"Was {datum(vorige)}. {motivering.strip()}".strip()
    if vorige_motivering and vorige_motivering != motivering.strip():
        tekst = f"{tekst} Vorige motivering: {vorige_motivering}"
    titel = f"Einde voorzien op {datum(einde)}"
    noteer(traject.client, "wijziging", titel, tekst=tekst, datum=vandaag, door=door, is_mijlpaal=True)
    return stap


def _controleer_einde(stap: Stap, einde: date, regel: date | None, motivering: str, vandaag: date) -> None:
    if einde < max(stap.start, vandaag):
        raise DomainError(f"{datum(einde)} ligt in het verleden. Is het contract gestopt? Noteer dan de uitstroom.")
    if regel and einde > max(regel, stap.einde_voorzien or regel):
        raise DomainError(f"De regel geeft {datum(regel)}. Vraag een verlenging aan om langer te werken.")
    if einde != regel and not motivering.strip():
        raise DomainError("Schrijf waarom je een andere einddatum kiest dan de regel geeft.")


def zet_einde(traject: Traject, stap: Stap, einde: date, *, motivering: str, vandaag: date) -> None:
    """Move the foreseen end, with everything that hangs on it."""
    stap.einde_voorzien, stap.einde_motivering = einde, motivering[:300]
    stap.save(update_fields=["einde_voorzien", "einde_motivering", "updated_at"])
    traject.einddatum_voorzien = einde
    bewaar(traject, ["einddatum_voorzien"])
    herplan(traject, stap, vandaag=vandaag)


def sluit_looptijd(traject: Traject, *, op: date) -> None:
    """A traject that ends: nothing goes on, and nobody decides any more."""
    van_traject = Q(stap__traject=traject)
    Afwezigheid.objects.filter(van_traject, tot=None, van__lte=op).update(tot=op)
    Schorsing.objects.filter(van_traject, tot=None, van__lte=op, status=Aanvraagstatus.GOEDGEKEURD).update(tot=op)
    for model in (Schorsing, Verlenging):
        model.objects.filter(van_traject, status=Aanvraagstatus.AANGEVRAAGD).update(status=Aanvraagstatus.INGETROKKEN)
