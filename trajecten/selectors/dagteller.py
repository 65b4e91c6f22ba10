"""The day counter of one step, read from everything that moves it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import DateField, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from regie.core.exceptions import DomainError
from trajecten.enums import Aanvraagstatus, StapStatus
from trajecten.models import Afwezigheid, Breukperiode, Plaatsing, Schorsing, Stap, Traject, Verlenging
from trajecten.regels.dagteller import SCHORSING, Invoer, Stand, Voorval, overschrijding, tel
from trajecten.selectors.overgangen import MET_PLAATSING


def heeft_teller(stap: Stap) -> bool:
    """Art. 60 that runs or has run: there the days count."""
    return stap.instrument_id in MET_PLAATSING and stap.status != StapStatus.GEPLAND


def lopende_art60(traject: Traject) -> Stap | None:
    """The art. 60 that runs now, also beside another step."""
    stappen = Stap.objects.filter(traject=traject, instrument_id__in=sorted(MET_PLAATSING), status=StapStatus.LOPEND)
    stap = stappen.select_related("instrument").order_by("-start").first()
    if stap is not None:
        stap.traject = traject
    return stap


def invoer_van(stap: Stap, peildatum: date) -> Invoer:
    """What the counter needs to know of a step; of what goes on, the expected end when it still lies ahead."""
    bewezen = stap.einde_regel.get("dagen_bewezen", 0) if stap.einde_regel else 0
    return Invoer(
        start=stap.start,
        breuken=_breuken(stap),
        geboortedatum=stap.traject.client.geboortedatum,
        voorvallen=_voorvallen(stap, peildatum),
        bewezen=int(bewezen),
        einde_voorzien=stap.einde_voorzien,
        einde=stap.einde,
    )


def stand(stap: Stap, peildatum: date) -> Stand:
    """The counter of one step on a day. Raises DomainError when the rules cannot give a date."""
    return tel(invoer_van(stap, peildatum), peildatum)


def stand_of_reden(stap: Stap, peildatum: date) -> tuple[Stand | None, str]:
    """The counter, or the sentence that says why there is none."""
    try:
        return stand(stap, peildatum), ""
    except DomainError as fout:
        return None, str(fout)


def _breuken(stap: Stap) -> tuple[tuple[date, Fraction], ...]:
    """What the places say, then what was changed since; a change of the same day goes before the place."""
    plaatsen = Plaatsing.objects.filter(stap=stap).annotate(dag=F("start"), later=Value(0))
    wijzigingen = breukperiodes(stap).annotate(dag=F("vanaf"), later=Value(1))
    kolommen = ("later", "dag", "breuk")
    per_dag: dict[date, Fraction] = {}
    for _, dag, breuk in sorted(plaatsen.values_list(*kolommen).union(wijzigingen.values_list(*kolommen), all=True)):
        per_dag[max(dag, stap.start) if per_dag else stap.start] = Fraction(breuk)
    per_dag.setdefault(stap.start, Fraction(1))
    return tuple(sorted(per_dag.items()))


def breukperiodes(stap: Stap) -> QuerySet[Breukperiode]:
    return Breukperiode.objects.filter(stap=stap, ingetrokken_op=None)


def _voorvallen(stap: Stap, peildatum: date) -> tuple[Voorval, ...]:
    """Absences, and the suspensions that were approved, in one question to the database."""
    afwezig = Afwezigheid.objects.filter(stap=stap, ingetrokken_op=None)
    afwezig = afwezig.annotate(wat=F("soort"), verwacht=Cast(Value(None), DateField()))
    geschorst = Schorsing.objects.filter(stap=stap, status=Aanvraagstatus.GOEDGEKEURD)
    geschorst = geschorst.annotate(wat=Value(SCHORSING), verwacht=F("verwacht_tot"))
    kolommen = ("wat", "van", "tot", "verwacht")
    rijen = afwezig.values_list(*kolommen).union(geschorst.values_list(*kolommen), all=True)
    voorvallen = []
    for wat, van, tot, verwacht in sorted(rijen, key=lambda rij: (rij[1], rij[0])):
        toekomst = verwacht if verwacht and verwacht >= max(peildatum, van) else None
        voorvallen.append(Voorval(wat, van, tot or toekomst))
    return tuple(voorvallen)


@dataclass(frozen=True, slots=True)
class Historiek:
    """Everything that was noted for the clock of a step, also what was withdrawn or refused."""

    breuken: list[Breukperiode]
    afwezigheden: list[Afwezigheid]
    schorsingen: list[Schorsing]
    verlengingen: list[Verlenging]

    @property
    def is_leeg(self) -> bool:
        return not (self.breuken or self.afwezigheden or self.schorsingen or self.verlengingen)


def historiek(stap: Stap) -> Historiek:
    return Historiek(
        list(Breukperiode.objects.filter(stap=stap).select_related("door").order_by("-vanaf", "-created_at")),
        list(Afwezigheid.objects.filter(stap=stap).select_related("door").order_by("-van", "-created_at")),
        list(_aanvragen(Schorsing).filter(stap=stap).order_by("-van", "-created_at")),
        list(_aanvragen(Verlenging).filter(stap=stap).order_by("-van", "-created_at")),
    )


def open_schorsingen() -> QuerySet[Schorsing]:
    """Suspensions that wait for a decision, oldest first."""
    return _wachtend(Schorsing)


def open_verlengingen() -> QuerySet[Verlenging]:
    return _wachtend(Verlenging)


def _wachtend(model: type) -> QuerySet:
    rijen = _aanvragen(model).filter(~Q(stap__status=StapStatus.BEEINDIGD), status=Aanvraagstatus.AANGEVRAAGD)
    return rijen.select_related("stap__traject__client").order_by("aangevraagd_op", "pk")


def _aanvragen(model: type) -> QuerySet:
    return model._default_manager.select_related("aangevraagd_door", "beslist_door")  # type: ignore[attr-defined]


def voorstel_einde(stap: Stap, stand: Stand) -> date | None:
    """The end to take over when the counter gives another one than foreseen.

    Nothing when they are the same, when somebody chose an other end with a reason that still leaves enough days, or
    when the day has gone by.
    """
    berekend, voorzien = stand.bereikt_op, stap.einde_voorzien
    if berekend == voorzien or berekend < stand.peildatum:
        return None
    if voorzien and voorzien > berekend and stap.einde_motivering:
        return None
    return berekend


@dataclass(frozen=True, slots=True)
class Gevolg:
    """What an approval does: the day the right is reached, and the end of the contract, before and after."""

    recht_nu: date | None
    recht_dan: date | None
    einde_nu: date | None
    einde_dan: date | None
    waarschuwing: str = ""


def gevolg_van(aanvraag: Schorsing | Verlenging, vandaag: date) -> Gevolg:
    stap = aanvraag.stap
    stand, fout = stand_of_reden(stap, vandaag)
    if stand is None:
        return Gevolg(None, None, stap.einde_voorzien, stap.einde_voorzien, fout)
    if isinstance(aanvraag, Verlenging):
        langer = overschrijding(aanvraag.tot, stand.recht) if aanvraag.tot > stand.bereikt_op else ""
        return Gevolg(stand.bereikt_op, stand.bereikt_op, stap.einde_voorzien, aanvraag.tot, langer)
    dan = tel(stand.invoer.met(voorvallen=[Voorval(SCHORSING, aanvraag.van, aanvraag.tot)]), vandaag)
    return Gevolg(stand.bereikt_op, dan.bereikt_op, stap.einde_voorzien, stap.einde_voorzien)


@dataclass(frozen=True, slots=True)
class Kort:
    """The counter of the running art. 60 for the overview of a client."""

    stap: Stap
    stand: Stand


def kort(traject: Traject, vandaag: date) -> Kort | None:
    stap = lopende_art60(traject)
    if stap is None:
        return None
    gevonden, _ = stand_of_reden(stap, vandaag)
    return Kort(stap, gevonden) if gevonden else None
