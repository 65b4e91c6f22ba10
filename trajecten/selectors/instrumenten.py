"""What may run when, beside what, and why not: in sentences. Services, forms and the rule calendar ask the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from regie.core.dates import plus_maanden
from regie.core.notatie import datum, meervoud
from regie.core.parameters import regel, waarde
from regie.core.tenancy import current_scope
from trajecten.enums import StapStatus, TrajectStatus
from trajecten.enums_instrument import GROEPVAKKEN, Opleidingssoort, Overlapgroep, Stapregime
from trajecten.models import (
    Instrument,
    InstrumentDocument,
    InstrumentRegel,
    Stap,
    Stapdocument,
    Traject,
    UitstroomCode,
)
from trajecten.regels.instrumenten import Duur, duur

# Their longest duration counts for the person, over all steps; of the others it counts per step.
PER_PERSOON = frozenset({"TWE", "WIJKWERKEN"})
MET_STAPPEN = frozenset({TrajectStatus.LOPEND, TrajectStatus.ONDERBROKEN})
_GROEPSRANG = list(Overlapgroep)


def instrumentregels() -> dict[str, InstrumentRegel]:
    """The rules of every instrument by code; one query per scope."""
    cache = current_scope().cache
    if "instrumentregels" not in cache:
        rijen = InstrumentRegel.objects.select_related("instrument", "opvolger").order_by("instrument")
        cache["instrumentregels"] = {rij.pk: rij for rij in rijen}
    return cache["instrumentregels"]  # type: ignore[return-value]


def vak_van(instrument_code: str) -> tuple[int, int] | None:
    """The lane of an instrument; None for one that may run beside everything."""
    rij = instrumentregels().get(instrument_code)
    return GROEPVAKKEN.get(Overlapgroep(rij.overlapgroep)) if rij else None


def sluiten_uit(een: str, ander: str) -> bool:
    """Whether two instruments may never run at the same time."""
    a, b = vak_van(een), vak_van(ander)
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def rang(stap: Stap) -> tuple[int, date]:
    """Which of several running steps stands for the traject: work before guidance before a course."""
    rij = instrumentregels().get(stap.instrument_id)
    groep = _GROEPSRANG.index(Overlapgroep(rij.overlapgroep)) if rij else len(_GROEPSRANG)
    return groep, stap.start


def hoofdstap(stappen: Iterable[Stap]) -> Stap | None:
    return min((stap for stap in stappen if stap.status == StapStatus.LOPEND), key=rang, default=None)


def duur_van(
    instrument_code: str, *, start: date, regime: str = "", traject: Traject | None = None, behalve: Stap | None = None
) -> tuple[Duur, int]:
    """The limits of a step and how many days earlier steps of this person already took of them."""
    rij = instrumentregels().get(instrument_code)
    if rij is None:
        return Duur(), 0
    verbruikt = verbruik(traject, instrument_code, voor=start, behalve=behalve) if traject else 0
    grenzen = duur(
        start=start,
        min_code=rij.min_code,
        max_code=rij.max_code,
        max_uitzondering=rij.max_uitzondering,
        uitloop_code=rij.uitloop_code,
        instroom_tot=rij.instrument.instroom_tot,
        regime=regime,
        verbruikt=verbruikt,
    )
    return grenzen, verbruikt


def verbruik(traject: Traject, instrument_code: str, *, voor: date, behalve: Stap | None = None) -> int:
    """Days of steps before `voor` that count for the same maximum of this person."""
    if instrument_code not in PER_PERSOON:
        return 0
    rijen = Stap.objects.filter(traject__client=traject.client_id, instrument=instrument_code, start__lt=voor).exclude(
        status=StapStatus.GEPLAND
    )
    if behalve is not None:
        rijen = rijen.exclude(pk=behalve.pk)
    dagen = 0
    for start, einde, voorzien in rijen.values_list("start", "einde", "einde_voorzien"):
        tot = min(einde or voorzien or voor - timedelta(days=1), voor - timedelta(days=1))
        dagen += (tot - start).days + 1
    return dagen


def bezwaren_instroom(instrument: Instrument, start: date) -> list[str]:
    """Closed for who starts after `instroom_tot`; says since when and what came instead."""
    tot = instrument.instroom_tot
    if tot is None or start <= tot:
        return []
    zin = f"{_kop(instrument)} neemt sinds {datum(tot + timedelta(days=1))} niemand meer op."
    rij = instrumentregels().get(instrument.pk)
    return [f"{zin} In de plaats kwam {rij.opvolger.naam.lower()}." if rij and rij.opvolger else zin]


def gesloten_in_woorden(dag: date) -> str:
    """Which instruments take nobody who comes in from `dag` on, since when, and what came instead."""
    zinnen = []
    for instrument in Instrument.objects.gesloten_sinds(dag).order_by("naam"):
        zinnen += bezwaren_instroom(instrument, dag)
    return " ".join(zinnen)


def botsingen(
    stappen: Iterable[Stap], instrument_code: str, *, start: date, einde: date | None, behalve: Stap | None = None
) -> list[Stap]:
    """The steps of a traject this one may not run beside, in its period."""
    laatste = einde or date.max
    return [
        stap
        for stap in stappen
        if (behalve is None or stap.pk != behalve.pk)
        and sluiten_uit(stap.instrument_id, instrument_code)
        and stap.start <= laatste
        and start <= (stap.einde or stap.einde_voorzien or date.max)
    ]


def bezwaren_overlap(
    stappen: Iterable[Stap], instrument: Instrument, *, start: date, einde: date | None, behalve: Stap | None = None
) -> list[str]:
    return [
        f"{_periode(stap)} staat al {stap.instrument} in dit traject. {_kop(instrument)} kan daar niet naast. "
        "Beëindig die stap eerst, of kies een andere periode."
        for stap in botsingen(stappen, instrument.pk, start=start, einde=einde, behalve=behalve)
    ]


def _periode(stap: Stap) -> str:
    tot = stap.einde or stap.einde_voorzien
    return f"Van {datum(stap.start)} tot {datum(tot)}" if tot else f"Vanaf {datum(stap.start)} (zonder einddatum)"


def _kop(instrument: Instrument) -> str:
    naam = str(instrument)
    return naam[:1].upper() + naam[1:]


@dataclass(frozen=True, slots=True)
class Opleidingsplan:
    """A course as it would be added: only a technical one counts for TWE."""

    soort: str
    intensiteit: Decimal = Decimal(1)


def bezwaren_opleiding(
    stappen: Iterable[Stap], plan: Opleidingsplan, *, start: date, einde: date | None
) -> tuple[list[str], list[str]]:
    """(refusals, warnings) of a course during TWE: one technical course, three months full-time (C38)."""
    rijen = list(stappen)
    twe = next((s for s in rijen if s.instrument_id == "TWE" and _raakt(s, start, einde)), None)
    if twe is None or plan.soort != Opleidingssoort.TECHNISCH:
        return [], []
    aantal = int(waarde("twe_opleiding_aantal", op=start))
    eerder = [s for s in rijen if s.instrument_id == "OPLEIDING" and is_technisch(s) and _raakt(s, twe.start, None)]
    weigering = []
    if len(eerder) >= aantal:
        keer = meervoud(aantal, "technische opleiding", "technische opleidingen")
        weigering.append(f"In TWE kan hoogstens {keer}; er was al een van {datum(eerder[0].start)}.")
    lang = _te_lang(plan, start, einde)
    met_art60 = any(s.instrument_id in {"ART60", "ART60_VST"} and _raakt(s, start, start) for s in rijen)
    if lang and met_art60:
        return weigering, [f"{lang} TWE stopt daarom na art. 60."]
    return [*weigering, *([f"{lang} Kies een kortere opleiding of beëindig eerst TWE."] if lang else [])], []


def is_technisch(stap: Stap) -> bool:
    opleiding = getattr(stap, "opleiding", None)
    return opleiding is not None and opleiding.soort == Opleidingssoort.TECHNISCH


def _te_lang(plan: Opleidingsplan, start: date, einde: date | None) -> str:
    wet = regel("twe_opleiding_max", op=start)
    kalendermaanden = int(Decimal(wet.waarde) / plan.intensiteit)
    uiterlijk = plus_maanden(start, kalendermaanden) - timedelta(days=1)
    if einde is None or einde <= uiterlijk:
        return ""
    return f"Een opleiding in TWE duurt hoogstens {int(wet.waarde)} maanden voltijds: tot {datum(uiterlijk)}."


def _raakt(stap: Stap, start: date, einde: date | None) -> bool:
    return stap.start <= (einde or date.max) and start <= (stap.einde or stap.einde_voorzien or date.max)


def bezwaren_verbruik(
    traject: Traject, instrument: Instrument, *, start: date, regime: str = "", behalve: Stap | None = None
) -> list[str]:
    """Nothing left of a maximum that counts for the person."""
    grenzen, verbruikt = duur_van(instrument.pk, start=start, regime=regime, traject=traject, behalve=behalve)
    laatste = grenzen.laatste
    if laatste is None or laatste.dag >= start:
        return []
    if verbruikt:
        return [f"De {int(laatste.regel.waarde)} {laatste.regel.eenheid} van {instrument} zijn al opgebruikt."]
    return [f"{_kop(instrument)} kon lopen tot en met {datum(laatste.dag)}."]


def stappen_van(traject: Traject) -> list[Stap]:
    """The steps of a traject with what the rules look at."""
    rijen = Stap.objects.filter(traject=traject).select_related("instrument", "opleiding")
    return list(rijen.order_by("start", "created_at"))


def bezwaren_stap(
    traject: Traject,
    instrument: Instrument,
    *,
    stappen: list[Stap],
    start: date,
    einde: date | None,
    regime: str = "",
) -> list[str]:
    """Why a new step cannot be added to a running traject."""
    bezwaren = []
    if traject.status not in MET_STAPPEN:
        bezwaren.append("Een nieuwe stap kan als het traject loopt.")
    if start < traject.aangemeld_op:
        bezwaren.append(f"De stap begint voor de aanmelding op {datum(traject.aangemeld_op)}.")
    bezwaren += bezwaren_instroom(instrument, start)
    bezwaren += bezwaren_overlap(stappen, instrument, start=start, einde=einde)
    if regime != Stapregime.EX_PWA:
        bezwaren += bezwaren_verbruik(traject, instrument, start=start, regime=regime)
    return bezwaren


@dataclass(frozen=True, slots=True)
class Mogelijkheid:
    """One instrument today: open, or closed with the reasons."""

    instrument: Instrument
    regel: InstrumentRegel
    redenen: tuple[str, ...] = ()

    @property
    def kan(self) -> bool:
        return not self.redenen


def mogelijkheden(traject: Traject, stappen: list[Stap], vandaag: date) -> list[Mogelijkheid]:
    """Every instrument: may a step of it start today, and why not."""
    alle = [
        Mogelijkheid(
            rij.instrument,
            rij,
            tuple(bezwaren_stap(traject, rij.instrument, stappen=stappen, start=vandaag, einde=vandaag)),
        )
        for rij in instrumentregels().values()
    ]
    return sorted(alle, key=lambda m: m.instrument.naam.lower())


def documenten_van(instrument_code: str) -> list[InstrumentDocument]:
    return list(InstrumentDocument.objects.filter(instrument=instrument_code).order_by("volgorde", "pk"))


def getekend(stap: Stap) -> dict[str, date]:
    return dict(Stapdocument.objects.filter(stap=stap).values_list("code", "getekend_op"))


def bezwaren_documenten(stap: Stap, *, met_reden: bool = False) -> Iterator[str]:
    """Papers without a column of their own that are needed before the start.

    `met_reden`: somebody wrote why the start cannot wait; then only what the law surely asks still stops it.
    """
    nodig = [doc for doc in documenten_van(stap.instrument_id) if doc.voor_start and not doc.veld]
    op = getekend(stap) if nodig else {}
    for doc in nodig:
        if met_reden and doc.zekerheid != "hoog":
            continue
        if doc.code not in op:
            yield f"{doc.label} ontbreekt nog."
        elif op[doc.code] > stap.start:
            yield f"{doc.label} is pas na de start ({datum(stap.start)}) getekend."


def toegelaten_uitstroom(traject: Traject) -> frozenset[str] | None:
    """The outcomes the instruments of this traject allow together; None when no step has started yet."""
    gestart = Stap.objects.filter(traject=traject).exclude(status=StapStatus.GEPLAND)
    codes = set(gestart.values_list("instrument", flat=True))
    regels = [rij for code, rij in instrumentregels().items() if code in codes]
    return frozenset(code for rij in regels for code in rij.uitkomsten) if regels else None


def bezwaren_uitstroom(traject: Traject, code: UitstroomCode | None) -> list[str]:
    toegelaten = toegelaten_uitstroom(traject)
    if code is None or toegelaten is None or code.pk in toegelaten:
        return []
    return [f"'{code}' past niet bij de stappen van dit traject. Kies een andere uitstroom."]
