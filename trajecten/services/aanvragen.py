"""Suspension and prolongation: asked by who guides, decided by the teamverantwoordelijke, never beyond the maximum."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from regie.core.dates import naar_werkdag, plus_maanden
from regie.core.exceptions import DomainError
from regie.core.notatie import datum, getal, meervoud
from regie.core.parameters import waarde
from regie.core.permissions import Recht, Toegang
from trajecten.enums import Aanvraagstatus, Afwijsreden, TermijnSoort
from trajecten.models import Schorsing, Stap, Traject, Verlenging
from trajecten.models.looptijd import TELT
from trajecten.selectors import dagteller as selectors
from trajecten.services.looptijd import (
    controleer_periode,
    gevolg,
    herreken,
    overlappend,
    vergrendel_stap,
    zet_einde,
)
from trajecten.services.spoor import noteer, open_termijnen, plan_termijn, ververs_termijn

EEN_DAG = timedelta(days=1)
A = TypeVar("A", bound=Schorsing | Verlenging)


@transaction.atomic
def schorsing_aanvragen(
    *, stap: Stap, reden: str, van: date, tot: date, toelichting: str, door: Toegang, vandaag: date
) -> Schorsing:
    traject, stap = vergrendel_stap(stap, wat="Een schorsing vragen")
    controleer_periode(stap, van, tot)
    rijen = Schorsing.objects.filter(stap=stap, status__in=TELT)
    _eis_vrij(rijen, van, tot, "schorsing")
    eerdere = [(s.van, s.tot or s.verwacht_tot or vandaag) for s in rijen]
    schorsing = Schorsing(
        eigenaar_id=stap.eigenaar_id,
        stap=stap,
        reden=reden,
        van=van,
        tot=tot,
        toelichting=toelichting.strip(),
        aangevraagd_op=vandaag,
        aangevraagd_door_id=door.user_id,
    )
    _controleer_maximum("schorsing", schorsing.get_reden_display(), reden, (van, tot), eerdere)
    return _vraag_aan(traject, schorsing, door=door, vandaag=vandaag)


@transaction.atomic
def verlenging_aanvragen(
    *, stap: Stap, reden: str, tot: date, toelichting: str, door: Toegang, vandaag: date
) -> Verlenging:
    """From the day after the foreseen end up to and including `tot`."""
    traject, stap = vergrendel_stap(stap, wat="Een verlenging vragen")
    if stap.einde_voorzien is None:
        raise DomainError("Er is nog geen einddatum om te verlengen.")
    van = stap.einde_voorzien + EEN_DAG
    if tot < van:
        raise DomainError(f"Het contract loopt al tot {datum(stap.einde_voorzien)}. Kies een latere dag.")
    rijen = Verlenging.objects.filter(stap=stap, status__in=TELT)
    _eis_vrij(rijen, van, tot, "verlenging")
    verlenging = Verlenging(
        eigenaar_id=stap.eigenaar_id,
        stap=stap,
        reden=reden,
        van=van,
        tot=tot,
        toelichting=toelichting.strip(),
        aangevraagd_op=vandaag,
        aangevraagd_door_id=door.user_id,
    )
    eerdere = [(v.van, v.tot) for v in rijen]
    _controleer_maximum("verlenging", verlenging.get_reden_display(), reden, (van, tot), eerdere)
    return _vraag_aan(traject, verlenging, door=door, vandaag=vandaag)


def _eis_vrij(rijen: QuerySet[A], van: date, tot: date, wat: str) -> None:
    botsing = overlappend(rijen, van, tot).first()
    if botsing is None:
        return
    einde = f"tot en met {datum(botsing.tot)}" if botsing.tot else "tot nu"
    raise DomainError(
        f"Van {datum(botsing.van)} {einde} staat al een {wat} ({botsing.get_status_display()}). Kies andere dagen."
    )


def _controleer_maximum(
    wat: str, label: str, reden: str, periode: tuple[date, date], eerdere: Iterable[tuple[date, date]]
) -> None:
    """At most so many months per reason, and so many of all together (dated parameters)."""
    van, tot = periode
    per_reden = int(waarde(f"{wat}_max", op=van, dimensie=reden))
    laatste = plus_maanden(van, per_reden) - EEN_DAG
    if tot > laatste:
        duur = meervoud(per_reden, "maand", "maanden")
        raise DomainError(f"Een {wat} ({label}) duurt hoogstens {duur}: tot en met {datum(laatste)}.")
    samen = int(waarde(f"{wat}_max", op=van, dimensie="samen"))
    gebruikt = sum((einde - begin).days + 1 for begin, einde in eerdere)
    over = (plus_maanden(van, samen) - van).days - gebruikt
    if (tot - van).days + 1 > over:
        duur = meervoud(samen, "maand", "maanden")
        raise DomainError(
            f"Alle {wat}en van deze stap duren samen hoogstens {duur}. "
            f"Er {'is' if over == 1 else 'zijn'} nog {meervoud(max(over, 0), 'dag', 'dagen')} over."
        )


def _vraag_aan(traject: Traject, aanvraag: A, *, door: Toegang, vandaag: date) -> A:
    aanvraag.full_clean()
    aanvraag.save()
    dagen = int(waarde("looptijd_beslistermijn", op=vandaag))
    plan_termijn(traject, TermijnSoort.TAAK, _taak(aanvraag), naar_werkdag(vandaag + timedelta(days=dagen)))
    ververs_termijn(traject, vandaag=vandaag)
    _vertel(traject, aanvraag, "gevraagd", aanvraag.toelichting, door=door, vandaag=vandaag)
    return aanvraag


def _taak(aanvraag: A) -> str:
    return f"Aanvraag {aanvraag.soortnaam.lower()} beslissen"


def _vertel(
    traject: Traject, aanvraag: A, wat: str, tekst: str, *, door: Toegang | None, vandaag: date, mijlpaal: bool = False
) -> None:
    """The reason of a suspension may tell about health: that line is for the team."""
    einde = f"tot en met {datum(aanvraag.tot)}" if aanvraag.tot else "zonder einddatum"
    titel = f"{aanvraag.soortnaam} {wat}: {aanvraag.get_reden_display()}"
    zin = f"Van {datum(aanvraag.van)} {einde}. {tekst}".strip()
    noteer(
        traject.client,
        "wijziging",
        titel,
        tekst=zin,
        datum=vandaag,
        door=door,
        is_mijlpaal=mijlpaal,
        is_beperkt=isinstance(aanvraag, Schorsing),
    )


def _te_beslissen(aanvraag: A, wat: str) -> tuple[Traject, Stap, A]:
    traject, stap = vergrendel_stap(aanvraag.stap, wat=wat)
    aanvraag.refresh_from_db()
    aanvraag.stap = stap
    if aanvraag.status != Aanvraagstatus.AANGEVRAAGD:
        raise DomainError(f"Over deze aanvraag is al beslist: {aanvraag.get_status_display()}.")
    return traject, stap, aanvraag


def _beslis(traject: Traject, aanvraag: A, status: Aanvraagstatus, *, door: Toegang, vandaag: date) -> None:
    aanvraag.status, aanvraag.beslist_op, aanvraag.beslist_door_id = status, vandaag, door.user_id
    aanvraag.full_clean()
    aanvraag.save()
    open_termijnen(traject).filter(soort=TermijnSoort.TAAK, omschrijving=_taak(aanvraag)).update(
        afgehandeld_op=vandaag
    )
    ververs_termijn(traject, vandaag=vandaag)


def _eis_beslisrecht(door: Toegang) -> None:
    if not door.mag(Recht.LOOPTIJD_BESLISSEN):
        raise DomainError("Alleen de teamverantwoordelijke beslist over een schorsing of een verlenging.")


@transaction.atomic
def aanvraag_goedkeuren(*, aanvraag: A, door: Toegang, vandaag: date) -> A:
    """A suspension stops the clock; a prolongation moves the end, the evaluations and the deadlines."""
    _eis_beslisrecht(door)
    traject, stap, aanvraag = _te_beslissen(aanvraag, "Een aanvraag goedkeuren")
    vorige = stap.einde_berekend
    _beslis(traject, aanvraag, Aanvraagstatus.GOEDGEKEURD, door=door, vandaag=vandaag)
    stand = herreken(stap, vandaag=vandaag)
    if isinstance(aanvraag, Verlenging):
        tekst = _verleng(traject, stap, aanvraag, vandaag)
    else:
        tekst = gevolg(stap, vorige, stand)
    _vertel(traject, aanvraag, "goedgekeurd", tekst, door=door, vandaag=vandaag, mijlpaal=True)
    return aanvraag


def _verleng(traject: Traject, stap: Stap, verlenging: Verlenging, vandaag: date) -> str:
    einde = verlenging.tot
    if stap.einde_voorzien and einde <= stap.einde_voorzien:
        raise DomainError(f"Het contract loopt intussen al tot {datum(stap.einde_voorzien)}. Weiger deze aanvraag.")
    label = verlenging.get_reden_display()
    motivering = "" if einde == stap.einde_berekend else f"Verlengd: {label}. {verlenging.toelichting}"
    zet_einde(traject, stap, einde, motivering=motivering, vandaag=vandaag)
    return f"Einde voorzien op {datum(einde)}."


@transaction.atomic
def aanvraag_weigeren(
    *, aanvraag: A, weigerreden: str, uitleg: str, volgende_stap: str, door: Toegang, vandaag: date
) -> A:
    """A refusal says why, explains, and proposes what to do instead."""
    _eis_beslisrecht(door)
    if not (weigerreden and uitleg.strip() and volgende_stap.strip()):
        raise DomainError("Vul bij een weigering de reden, de uitleg en een volgende stap in.")
    traject, _, aanvraag = _te_beslissen(aanvraag, "Een aanvraag weigeren")
    aanvraag.weigerreden = weigerreden
    aanvraag.weigering_uitleg, aanvraag.volgende_stap = uitleg.strip(), volgende_stap.strip()
    _beslis(traject, aanvraag, Aanvraagstatus.GEWEIGERD, door=door, vandaag=vandaag)
    reden = Afwijsreden(weigerreden).label
    tekst = f"Geweigerd omdat {reden}. {aanvraag.weigering_uitleg} Volgende stap: {aanvraag.volgende_stap}"
    _vertel(traject, aanvraag, "geweigerd", tekst, door=door, vandaag=vandaag)
    return aanvraag


@transaction.atomic
def aanvraag_intrekken(*, aanvraag: A, door: Toegang, vandaag: date) -> A:
    traject, _, aanvraag = _te_beslissen(aanvraag, "Een aanvraag intrekken")
    _beslis(traject, aanvraag, Aanvraagstatus.INGETROKKEN, door=door, vandaag=vandaag)
    _vertel(traject, aanvraag, "ingetrokken", "", door=door, vandaag=vandaag)
    return aanvraag


@transaction.atomic
def schorsing_beeindigen(*, schorsing: Schorsing, tot: date, door: Toegang, vandaag: date) -> Schorsing:
    """Back earlier than agreed: the clock goes on from the next day."""
    traject, stap = vergrendel_stap(schorsing.stap, wat="Een schorsing beëindigen")
    schorsing = Schorsing.objects.get(pk=schorsing.pk)
    if schorsing.status != Aanvraagstatus.GOEDGEKEURD:
        raise DomainError("Alleen een goedgekeurde schorsing kan vroeger stoppen.")
    if schorsing.bij_onderbreking and schorsing.tot is None:
        raise DomainError("Deze schorsing hoort bij een onderbreking. Hervat het traject, dan stopt ze vanzelf.")
    if tot < schorsing.van or (schorsing.tot and tot > schorsing.tot):
        raise DomainError(f"Kies een dag tussen {datum(schorsing.van)} en {datum(schorsing.tot)}.")
    vorige, schorsing.tot = stap.einde_berekend, tot
    schorsing.save(update_fields=["tot"])
    tekst = gevolg(stap, vorige, herreken(stap, vandaag=vandaag))
    _vertel(traject, schorsing, "beëindigd", tekst, door=door, vandaag=vandaag)
    return schorsing


def schors_bij_onderbreking(
    traject: Traject, *, reden: str, vanaf: date, verwacht_tot: date | None, door: Toegang, vandaag: date
) -> None:
    """Guidance that is interrupted while art. 60 runs: the clock stops too. What was asked for those days lapses."""
    stap = selectors.lopende_art60(traject)
    if stap is None:
        return
    rijen = overlappend(Schorsing.objects.filter(stap=stap, status__in=TELT), vanaf, None)
    lopend = rijen.filter(status=Aanvraagstatus.GOEDGEKEURD, van__lte=vanaf).first()
    if rijen.exclude(pk=lopend.pk if lopend else None).update(
        status=Aanvraagstatus.INGETROKKEN, beslist_op=vandaag, beslist_door=door.user_id
    ):
        open_termijnen(traject).filter(soort=TermijnSoort.TAAK, omschrijving=_taak(Schorsing())).update(
            vervallen_op=vandaag
        )
        ververs_termijn(traject, vandaag=vandaag)
    schorsing = lopend or Schorsing(
        eigenaar_id=stap.eigenaar_id,
        stap=stap,
        reden=reden,
        van=max(vanaf, stap.start),
        toelichting="Bij de onderbreking van het traject.",
        status=Aanvraagstatus.GOEDGEKEURD,
        aangevraagd_op=vandaag,
        aangevraagd_door_id=door.user_id,
        beslist_op=vandaag,
        beslist_door_id=door.user_id,
    )
    schorsing.tot, schorsing.verwacht_tot, schorsing.bij_onderbreking = None, verwacht_tot, True
    schorsing.full_clean()
    schorsing.save()
    _teller_na(traject, stap, "De dagteller staat stil", vanaf, door=door, vandaag=vandaag)


def hervat_na_onderbreking(traject: Traject, *, datum_hervat: date, door: Toegang, vandaag: date) -> None:
    """The clock goes on from the day of the resumption."""
    stap = selectors.lopende_art60(traject)
    if stap is None:
        return
    rijen = Schorsing.objects.filter(stap=stap, bij_onderbreking=True, tot=None, status=Aanvraagstatus.GOEDGEKEURD)
    schorsing = rijen.first()
    if schorsing is None:
        return
    if datum_hervat > schorsing.van:
        schorsing.tot = datum_hervat - EEN_DAG
    else:
        schorsing.status = Aanvraagstatus.INGETROKKEN
    schorsing.save(update_fields=["tot", "status"])
    _teller_na(traject, stap, "De dagteller loopt weer", datum_hervat, door=door, vandaag=vandaag)


def _teller_na(traject: Traject, stap: Stap, titel: str, op: date, *, door: Toegang, vandaag: date) -> None:
    vorige = stap.einde_berekend
    stand = herreken(stap, vandaag=vandaag)
    tekst = gevolg(stap, vorige, stand)
    if stand is not None:
        tekst = f"{getal(float(stand.totaal))} van {stand.nodig} dagen bewezen. {tekst}".strip()
    noteer(traject.client, "wijziging", titel, tekst=tekst, datum=op, door=door, is_beperkt=True)
