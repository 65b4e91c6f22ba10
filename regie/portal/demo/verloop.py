"""How one traject goes, from aanmelding to afsluiting: dates and choices only, no rows. Cut off at today."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from regie.core.dates import naar_werkdag, plus_maanden
from regie.portal.demo import kansen, teksten
from regie.portal.demo.toeval import Toeval
from trajecten.enums import TrajectStatus as S
from trajecten.regels.art60 import Einddatum, bereken_einddatum_art60
from trajecten.transitions import EINDSTATUSSEN

PLAN_VOORAF = 45  # days before the start that a place is agreed on
PLAATSBAAR = frozenset({"ART60", "ART60_VST"})
POSITIEF = frozenset(
    {
        "NEC_ZELFDE",
        "NEC_ANDER",
        "NEC_INTERIM",
        "NEC_PUBLIEK",
        "ZELFSTANDIG",
        "NEC_IMW",
        "IBO_START",
        "SE_CMW",
        "SE_ANDER",
        "OPL_VDAB",
        "OPL_STUDIE",
    }
)


@dataclass(frozen=True, slots=True)
class Overgang:
    naar: S
    op: date
    reden: str = ""


@dataclass(slots=True)
class Stapverloop:
    start: date
    einde_voorzien: date
    berekening: Einddatum | None
    breuk: Decimal
    motivering: str = ""
    einde: date | None = None


@dataclass(slots=True)
class Verloop:
    """One traject as it stands today."""

    aangemeld: date
    vandaag: date
    overgangen: list[Overgang] = field(default_factory=list)
    instrument: str = ""
    stap: Stapverloop | None = None
    onderbreking: str = ""
    onderbreking_tot: date | None = None
    weigerreden: str = ""
    uitstroomcode: str = ""
    uitgestroomd: date | None = None

    @property
    def status(self) -> S:
        return self.overgangen[-1].naar

    @property
    def sinds(self) -> date:
        return self.overgangen[-1].op

    def op(self, status: S) -> date | None:
        """When `status` was reached for the first time."""
        return next((o.op for o in self.overgangen if o.naar == status), None)

    @property
    def afgesloten(self) -> date | None:
        return self.sinds if self.status in EINDSTATUSSEN else None


class _Voorbij(Exception):
    """The next thing lies after today: the traject stands where it stands."""


def verloop_maken(toeval: Toeval, *, aangemeld: date, geboren: date, vandaag: date) -> Verloop:
    verteller = _Verteller(toeval, Verloop(aangemeld, vandaag), geboren)
    with suppress(_Voorbij):
        verteller.vertel()
    return verteller.verloop


class _Verteller:
    def __init__(self, toeval: Toeval, verloop: Verloop, geboren: date) -> None:
        self.toeval, self.verloop, self.geboren = toeval, verloop, geboren

    def vertel(self) -> None:
        self._naar(S.AANGEMELD, self.verloop.aangemeld)
        if self.toeval.kans(0.06):
            return self._weiger(5, 20)
        self._na(S.INTAKE, 10, 5, 2, 26)
        if self.toeval.kans(0.03):
            return self._weiger(7, 25)
        for status, midden, spreiding in ((S.SCREENING, 18, 7), (S.ACTIEPLAN, 24, 9), (S.WACHT_OP_START, 17, 8)):
            if self.toeval.kans(0.025):
                return self._stop_voor_de_start()
            self._na(status, midden, spreiding, 4, 60)
            if status == S.ACTIEPLAN:
                self.verloop.instrument = self.toeval.kies(kansen.INSTRUMENT)
        if self.toeval.kans(0.035):
            return self._stop_voor_de_start()
        self._start()
        self._loop()
        return None

    def _naar(self, status: S, dag: date, reden: str = "") -> None:
        if dag > self.verloop.vandaag:
            raise _Voorbij
        self.verloop.overgangen.append(Overgang(status, dag, reden))

    def _na(self, status: S, midden: float, spreiding: float, laagst: int, hoogst: int) -> None:
        self._naar(status, self._later(self.toeval.rond(midden, spreiding, laagst, hoogst)))

    def _later(self, dagen: int) -> date:
        return naar_werkdag(self.verloop.sinds + timedelta(days=dagen))

    def _weiger(self, laagst: int, hoogst: int) -> None:
        reden = self.toeval.kies(kansen.WEIGERREDEN)
        self._naar(S.GEWEIGERD, self._later(self.toeval.randint(laagst, hoogst)), reden.label)
        self.verloop.weigerreden = reden

    def _stop_voor_de_start(self) -> None:
        code = self.toeval.kies(kansen.VOOR_DE_START)
        dag = self._later(self.toeval.randint(4, 30))
        if dag <= self.verloop.vandaag:
            self.verloop.uitstroomcode = code
        self._naar(S.AFGESLOTEN, dag, "Stopgezet voor de start.")

    def _start(self) -> None:
        """Plan the step; it becomes LOPEND on the day, or stays planned when that day has not come."""
        verloop = self.verloop
        start = naar_werkdag(self._later(self.toeval.rond(38, 18, 9, 95)))
        breuk = Decimal(self.toeval.kies(kansen.BREUK))
        berekening, motivering = None, ""
        if verloop.instrument in PLAATSBAAR:
            bewezen = self.toeval.randrange(20, 110) if self.toeval.kans(0.15) else 0
            berekening = bereken_einddatum_art60(
                geboortedatum=self.geboren, start=start, tewerkstellingsbreuk=breuk, reeds_bewezen_dagen=bewezen
            )
            voorzien = berekening.einde
            if berekening.einde == berekening.geldig_van and self.toeval.kans(kansen.VERLENGD):
                voorzien = plus_maanden(voorzien, self.toeval.randint(1, 5)) - timedelta(days=1)
                motivering = teksten.LANGER_DAN_DE_REGEL
        else:
            maanden = self.toeval.randint(*kansen.DUUR_MAANDEN[verloop.instrument])
            voorzien = plus_maanden(start, maanden) - timedelta(days=1)
        if (start - verloop.vandaag).days <= PLAN_VOORAF:
            verloop.stap = Stapverloop(start, voorzien, berekening, breuk, motivering)
        self._naar(S.LOPEND, start)

    def _loop(self) -> None:
        stap = self.verloop.stap
        assert stap is not None  # noqa: S101  (LOPEND has a step)
        hoe = self.toeval.kies(kansen.EINDE)
        duur = (stap.einde_voorzien - stap.start).days
        deel = {
            "uitgelopen": 1.0,
            "werk": self.toeval.uniform(0.3, 0.95),
            "afgebroken": self.toeval.uniform(0.08, 0.8),
        }
        einde = stap.start + timedelta(days=round(duur * deel[hoe]))
        self._onderbreek(stap.start, einde)
        tabel = {"uitgelopen": kansen.UITGELOPEN, "werk": kansen.WERK, "afgebroken": kansen.AFGEBROKEN}
        self._stroom_uit(self.toeval.kies(tabel[hoe]), einde)

    def _onderbreek(self, start: date, einde: date) -> None:
        duur = (einde - start).days
        if duur < 200 or not self.toeval.kans(kansen.ONDERBROKEN):
            return
        reden = self.toeval.kies(kansen.ONDERBREKING)
        van = naar_werkdag(start + timedelta(days=round(duur * self.toeval.uniform(0.2, 0.5))))
        terug = naar_werkdag(van + timedelta(days=self.toeval.randint(32, min(110, duur // 3))))
        self._naar(S.ONDERBROKEN, van, reden)
        self.verloop.onderbreking = reden
        self.verloop.onderbreking_tot = terug
        self._naar(S.LOPEND, terug)
        self.verloop.onderbreking, self.verloop.onderbreking_tot = "", None

    def _stroom_uit(self, code: str, einde: date) -> None:
        naar = S.NAZORG if code in POSITIEF else S.AFGESLOTEN
        if einde > self.verloop.vandaag:
            raise _Voorbij
        self.verloop.uitstroomcode = code
        self.verloop.uitgestroomd = einde
        if self.verloop.stap:
            self.verloop.stap.einde = einde
        self._naar(naar, einde)
        if naar == S.NAZORG:
            self._naar(
                S.AFGESLOTEN, naar_werkdag(plus_maanden(einde, 12) + timedelta(days=self.toeval.randint(0, 15)))
            )
