"""The quotum art. 60 with verhoogde staatstoelage of the own OCMW: used, planned, expected, and who ends when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Q

from regie.core import notatie
from regie.core.dates import plus_maanden
from regie.core.models import Organisatie
from regie.core.parameters import Regel, regel, waarde
from trajecten.enums import Quotummodus, StapStatus
from trajecten.models import Plaatsing, Quotum, Stap
from trajecten.regels.quotum import Raming, VstStap, raming_aantal, raming_budget

VST = "ART60_VST"
HALFWEG = (7, 1)


@dataclass(frozen=True, slots=True)
class Einde:
    """Somebody of the own OCMW in art. 60 VST, and the last day."""

    stap: Stap
    laatste: date | None


@dataclass(frozen=True, slots=True)
class QuotumBlad:
    ocmw: Organisatie
    jaar: int
    quotum: Quotum | None
    raming: Raming | None
    starts_per_maand: Decimal
    maandbedrag: Regel
    einden: list[Einde]
    melding: tuple[str, str] | None  # (kind, sentence)

    @property
    def is_budget(self) -> bool:
        return self.quotum is not None and self.quotum.modus == Quotummodus.BUDGET

    def toon(self, getal: Decimal) -> str:
        return f"€ {notatie.getal(getal)}" if self.is_budget else notatie.getal(getal)

    def regels(self) -> list[tuple[str, str]]:
        if self.raming is None:
            return []
        r = self.raming
        return [
            ("Toegekend", self.toon(r.toegekend)),
            ("Gebruikt tot vandaag", f"{self.toon(r.gebruikt)} ({notatie.procent(r.procent_nu)})"),
            ("Al gepland of nog lopend dit jaar" if self.is_budget else "Al geplande starts", self.toon(r.gepland)),
            ("Verwacht volgens het tempo van de voorbije maanden", self.toon(r.verwacht)),
            ("Raming op 31 december", f"{self.toon(r.einde_jaar)} ({notatie.procent(r.procent_einde_jaar)})"),
        ]


def quotumbladen(*, jaar: int, vandaag: date, ocmw_ids: Sequence[int]) -> list[QuotumBlad]:
    ocmws = Organisatie.objects.van_gebied().filter(pk__in=ocmw_ids).ocmws().order_by("naam")
    return [quotumblad(ocmw, jaar=jaar, vandaag=vandaag) for ocmw in ocmws]


def quotumblad(ocmw: Organisatie, *, jaar: int, vandaag: date) -> QuotumBlad:
    quotum = Quotum.objects.filter(organisatie=ocmw, jaar=jaar).first()
    stappen = list(_stappen(ocmw))
    rijen = [_als_vst(stap) for stap in stappen]
    tempo = _tempo(rijen, vandaag)
    bedrag = regel("art60_vst_maandbedrag", op=vandaag)
    raming = _raming(quotum, rijen, jaar=jaar, vandaag=vandaag, tempo=tempo, bedrag=bedrag.waarde)
    lopend = [Einde(s, _laatste(s)) for s in stappen if s.status != StapStatus.BEEINDIGD]
    return QuotumBlad(
        ocmw=ocmw,
        jaar=jaar,
        quotum=quotum,
        raming=raming,
        starts_per_maand=tempo,
        maandbedrag=bedrag,
        einden=sorted(lopend, key=lambda e: (e.laatste or date.max, e.stap.start, str(e.stap.pk))),
        melding=_melding(raming, jaar, vandaag),
    )


def _stappen(ocmw: Organisatie) -> list[Stap]:
    """Every step VST of the own OCMW with the fraction of its latest place."""
    breuken = dict(
        Plaatsing.objects.filter(eigenaar=ocmw, stap__instrument=VST)
        .order_by("stap_id", F("start").asc())
        .values_list("stap_id", "breuk")
    )
    stappen = list(
        Stap.objects.filter(Q(eigenaar=ocmw), instrument=VST)
        .select_related("traject__client", "traject__gebruiker")
        .defer("traject__client__insz", "traject__client__opmerking")
        .order_by("start", "pk")
    )
    for stap in stappen:
        stap.breuk_nu = breuken.get(stap.pk, Decimal(1))
    return stappen


def _laatste(stap: Stap) -> date | None:
    return stap.einde or stap.einde_voorzien


def _als_vst(stap: Stap) -> VstStap:
    return VstStap(
        start=stap.start,
        laatste=_laatste(stap),
        breuk=stap.breuk_nu,  # type: ignore[attr-defined]  # put there by _stappen
        gestart=stap.status != StapStatus.GEPLAND,
    )


def _tempo(rijen: Sequence[VstStap], vandaag: date) -> Decimal:
    """Starts per month over the past months the parameter names."""
    maanden = int(waarde("quotum_raming_maanden", op=vandaag))
    vanaf = plus_maanden(vandaag, -maanden)
    return Decimal(sum(1 for rij in rijen if rij.gestart and vanaf < rij.start <= vandaag)) / maanden


def _raming(
    quotum: Quotum | None,
    rijen: Sequence[VstStap],
    *,
    jaar: int,
    vandaag: date,
    tempo: Decimal,
    bedrag: Decimal,
) -> Raming | None:
    if quotum is None:
        return None
    if quotum.modus == Quotummodus.BUDGET:
        return raming_budget(
            rijen,
            toegekend=quotum.budget or Decimal(0),
            jaar=jaar,
            vandaag=vandaag,
            maandbedrag=bedrag,
            starts_per_maand=tempo,
        )
    return raming_aantal(rijen, toegekend=quotum.toegekend, jaar=jaar, vandaag=vandaag, starts_per_maand=tempo)


def _melding(raming: Raming | None, jaar: int, vandaag: date) -> tuple[str, str] | None:
    """Nearly used up, or hardly used from the first of July on."""
    if raming is None or raming.procent_nu is None or jaar != vandaag.year:
        return None
    bijna_vol = float(waarde("quotum_signaal", op=vandaag, dimensie="bijna vol"))
    weinig = float(waarde("quotum_signaal", op=vandaag, dimensie="weinig gebruikt"))
    nu = notatie.procent(raming.procent_nu)
    if raming.procent_nu >= bijna_vol:
        return "letop", f"Al {nu} van het quotum van {jaar} is gebruikt. Vraag bij of plan nieuwe starts volgend jaar."
    if vandaag >= date(jaar, *HALFWEG) and raming.procent_nu < weinig:
        return "info", f"Nog maar {nu} van het quotum van {jaar} is gebruikt. Wat je niet gebruikt, gaat verloren."
    if (raming.procent_einde_jaar or 0) > 100:
        return "letop", "Volgens de raming is het quotum voor het einde van het jaar op."
    return None
