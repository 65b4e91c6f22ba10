"""What happened during art. 60 that runs: sickness and leave, other hours, suspensions, prolongations asked and given.

Each step has its own stream of chance, so the rest of the world stays as it was.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from regie.core.dates import naar_werkdag, plus_maanden
from regie.portal.demo.oogst import Oogst, tijdstip
from regie.portal.demo.toeval import Toeval
from trajecten.enums import Aanvraagstatus, Afwezigheidssoort, StapStatus, TermijnSoort, TrajectStatus, Verlengreden
from trajecten.models import (
    Afwezigheid,
    Breukperiode,
    Evaluatie,
    Plaatsing,
    Schorsing,
    Stap,
    StatusWijziging,
    Termijn,
    Tijdlijnitem,
    Traject,
    Verlenging,
)
from trajecten.regels.dagteller import SCHORSING, Invoer, Voorval, tel
from trajecten.regels.kalender import evaluatiemomenten
from trajecten.selectors.overgangen import MET_PLAATSING

EEN_DAG = timedelta(days=1)
# kind of absence: (chance in a contract, fewest and most calendar days)
AFWEZIG = {
    Afwezigheidssoort.ZIEKTE_LOON: (0.35, (3, 14)),
    Afwezigheidssoort.VERLOF: (0.55, (5, 19)),
    Afwezigheidssoort.ZIEKTE_MUTUALITEIT: (0.08, (20, 55)),
    Afwezigheidssoort.ONWETTIG: (0.03, (1, 3)),
    Afwezigheidssoort.TIJDELIJK_WERKLOOS: (0.04, (5, 12)),
}
ANDERE_BREUK = 0.14
OVERGENOMEN = 0.6  # of the dates that moved: the foreseen end was moved too
BREUKEN = (Decimal("0.5"), Decimal("0.8"), Decimal("1"))
REDENEN = ("Op vraag van de cliënt.", "Meer uren mogelijk op de werkplek.", "In overleg met de arbeidsarts.")


@dataclass
class _Contract:
    """One running step with the rows around it."""

    stap: Stap
    traject: Traject
    plaatsing: Plaatsing
    oogst: Oogst
    vandaag: date
    invoer: Invoer
    toeval: Toeval = field(init=False)

    def __post_init__(self) -> None:
        self.toeval = Toeval(f"looptijd:{self.stap.pk}")

    def gemeenschappelijk(self) -> dict[str, object]:
        return {"id": self.toeval.uuid(), "eigenaar_id": self.stap.eigenaar_id, "stap": self.stap}

    def lijn(self, titel: str, datum: date, *, tekst: str = "", beperkt: bool = True) -> None:
        self.oogst.neem(
            Tijdlijnitem(
                eigenaar_id=self.stap.eigenaar_id,
                client=self.traject.client,
                soort="wijziging",
                titel=titel,
                tekst=tekst,
                is_beperkt=beperkt,
                datum=datum,
                door=self.traject.begeleider,
                created_at=tijdstip(datum, 14),
            )
        )

    def dag(self) -> date:
        """A day of the contract that lies behind."""
        voorbij = (self.vandaag - self.stap.start).days
        return self.stap.start + timedelta(days=self.toeval.randint(14, max(voorbij, 15)))

    @property
    def einde(self) -> date:
        return self.stap.einde_voorzien or self.stap.start


def looptijd_maken(oogst: Oogst, vandaag: date) -> None:
    contracten = list(_contracten(oogst, vandaag))
    for contract in contracten:
        _onderbrekingen(contract)
        if (vandaag - contract.stap.start).days > 60:
            _afwezigheden(contract)
            _breuk(contract)
        _reken(contract)
    _aanvragen(contracten)


def _contracten(oogst: Oogst, vandaag: date) -> Iterator[_Contract]:
    plaatsen = {plaatsing.stap_id: plaatsing for plaatsing in oogst.rijen[Plaatsing]}
    for stap in oogst.rijen[Stap]:
        plaatsing = plaatsen.get(stap.pk)
        if stap.status != StapStatus.LOPEND or stap.instrument_id not in MET_PLAATSING or plaatsing is None:
            continue
        traject = stap.traject
        invoer = Invoer(
            stap.start,
            ((stap.start, Fraction(plaatsing.breuk)),),
            geboortedatum=traject.client.geboortedatum,
            bewezen=int(stap.einde_regel.get("dagen_bewezen", 0)),
        )
        yield _Contract(stap, traject, plaatsing, oogst, vandaag, invoer)


def _onderbrekingen(contract: _Contract) -> None:
    """Every interruption of the guidance stopped the clock, as the services do."""
    wijzigingen = [w for w in contract.oogst.rijen[StatusWijziging] if w.traject_id == contract.traject.pk]
    for begin, terug in pairwise([*wijzigingen, None]):
        if begin is None or begin.naar != TrajectStatus.ONDERBROKEN:
            continue
        tot = terug.geldig_op - EEN_DAG if terug else None
        schorsing = Schorsing(
            **contract.gemeenschappelijk(),
            reden=begin.reden,
            van=begin.geldig_op,
            tot=tot,
            verwacht_tot=None if tot else contract.traject.onderbreking_tot,
            bij_onderbreking=True,
            toelichting="Bij de onderbreking van het traject.",
            status=Aanvraagstatus.GOEDGEKEURD,
            aangevraagd_op=begin.geldig_op,
            aangevraagd_door=contract.traject.begeleider,
            beslist_op=begin.geldig_op,
            beslist_door=contract.traject.begeleider,
            created_at=tijdstip(begin.geldig_op, 11),
        )
        contract.oogst.neem(schorsing)
        gekend = tot or schorsing.verwacht_tot
        _voeg_toe(contract, Voorval(SCHORSING, schorsing.van, gekend))


def _voeg_toe(contract: _Contract, voorval: Voorval) -> None:
    contract.invoer = contract.invoer.met(voorvallen=[voorval])


def _afwezigheden(contract: _Contract) -> None:
    """Never two on a day, and none while the contract stood still."""
    toeval = contract.toeval
    for soort, (kans, dagen) in AFWEZIG.items():
        van = naar_werkdag(contract.dag())
        tot = van + timedelta(days=toeval.randint(*dagen) - 1)
        if not toeval.kans(kans) or tot >= contract.vandaag or _bezet(contract.invoer, van, tot):
            continue
        contract.oogst.neem(
            Afwezigheid(
                **contract.gemeenschappelijk(),
                soort=soort,
                van=van,
                tot=tot,
                door=contract.traject.begeleider,
                created_at=tijdstip(van, 9),
            )
        )
        contract.lijn(f"Afwezig: {soort.label}", van, tekst=f"Van {van:%d/%m/%Y} tot en met {tot:%d/%m/%Y}.")
        _voeg_toe(contract, Voorval(soort, van, tot))


def _bezet(invoer: Invoer, van: date, tot: date) -> bool:
    return any(v.van <= tot and (v.tot is None or v.tot >= van) for v in invoer.voorvallen)


def _breuk(contract: _Contract) -> None:
    """Other hours from the first of a month on."""
    toeval = contract.toeval
    vanaf = plus_maanden(contract.dag().replace(day=1), 1)
    breuk = toeval.uit([b for b in BREUKEN if b != contract.plaatsing.breuk])
    if not toeval.kans(ANDERE_BREUK):
        return
    reden = toeval.uit(REDENEN)
    op = min(vanaf, contract.vandaag)
    contract.oogst.neem(
        Breukperiode(
            **contract.gemeenschappelijk(),
            vanaf=vanaf,
            breuk=breuk,
            reden=reden,
            door=contract.traject.begeleider,
            created_at=tijdstip(op, 15),
        )
    )
    contract.lijn(f"Tewerkstelling {breuk:.2f} vanaf {vanaf:%d/%m/%Y}".replace(".", ","), op, tekst=reden)
    contract.invoer = contract.invoer.met(breuk=(vanaf, Fraction(breuk)))


def _reken(contract: _Contract) -> None:
    """The date by the counter; most teams took it over."""
    stap = contract.stap
    if not contract.invoer.voorvallen and len(contract.invoer.breuken) == 1:
        return
    stand = tel(replace(contract.invoer, einde_voorzien=stap.einde_voorzien), contract.vandaag)
    was_de_regel = stap.einde_voorzien == stap.einde_berekend
    stap.einde_berekend, stap.einde_regel = stand.bereikt_op, stand.recht.als_json()
    if was_de_regel and stand.bereikt_op > contract.vandaag and contract.toeval.kans(OVERGENOMEN):
        _verschuif(contract, stand.bereikt_op)


def _verschuif(contract: _Contract, einde: date) -> None:
    """Another end: what is still to come moves along."""
    stap, vandaag = contract.stap, contract.vandaag
    stap.einde_voorzien = contract.traject.einddatum_voorzien = einde
    momenten = {m.soort: m.datum for m in evaluatiemomenten(start=stap.start, einde=einde)}
    verzet = {}
    for evaluatie in contract.oogst.rijen[Evaluatie]:
        toekomst = evaluatie.uitgevoerd_op is None and evaluatie.gepland_op > vandaag
        if evaluatie.traject_id == contract.traject.pk and toekomst and evaluatie.soort in momenten:
            evaluatie.gepland_op = verzet[evaluatie.pk] = max(momenten[evaluatie.soort], vandaag + EEN_DAG)
    for termijn in contract.oogst.rijen[Termijn]:
        if termijn.evaluatie_id in verzet:
            termijn.vervalt_op = verzet[termijn.evaluatie_id]


def _aanvragen(contracten: list[_Contract]) -> None:
    """Per OCMW with enough contracts: one prolongation given, one asked, one suspension asked."""
    per_ocmw: dict[int, list[_Contract]] = {}
    for contract in contracten:
        if contract.traject.status == TrajectStatus.LOPEND and contract.einde > contract.vandaag:
            per_ocmw.setdefault(contract.stap.eigenaar_id, []).append(contract)
    for eigen in per_ocmw.values():
        laatste = sorted(eigen, key=lambda c: (c.einde, c.stap.pk))
        if len(laatste) < 6:
            continue
        _verlenging(laatste[0], Aanvraagstatus.GOEDGEKEURD, Verlengreden.DOORSTROOM, 2)
        _verlenging(laatste[1], Aanvraagstatus.AANGEVRAAGD, Verlengreden.OPLEIDING, 3)
        _schorsing_gevraagd(laatste[-1])


def _verlenging(contract: _Contract, status: Aanvraagstatus, reden: Verlengreden, maanden: int) -> None:
    stap, gevraagd = contract.stap, contract.vandaag - timedelta(days=4)
    van = contract.einde + EEN_DAG
    tot = plus_maanden(van, maanden) - EEN_DAG
    gegeven = status == Aanvraagstatus.GOEDGEKEURD
    toelichting = "De werkgever wil aanwerven na de zomer." if gegeven else "De opleiding loopt nog enkele weken."
    contract.oogst.neem(
        Verlenging(
            **contract.gemeenschappelijk(),
            reden=reden,
            van=van,
            tot=tot,
            toelichting=toelichting,
            status=status,
            aangevraagd_op=gevraagd,
            aangevraagd_door=contract.traject.begeleider,
            beslist_op=gevraagd + EEN_DAG if gegeven else None,
            created_at=tijdstip(gevraagd, 10),
        )
    )
    tekst = f"Van {van:%d/%m/%Y} tot en met {tot:%d/%m/%Y}. {toelichting}"
    contract.lijn(f"Verlenging gevraagd: {reden.label}", gevraagd, tekst=tekst, beperkt=False)
    if gegeven:
        contract.lijn(f"Verlenging goedgekeurd: {reden.label}", gevraagd + EEN_DAG, beperkt=False)
        stap.einde_motivering = f"Verlengd: {reden.label}. {toelichting}"
        _verschuif(contract, tot)
    else:
        _te_beslissen(contract, "verlenging", gevraagd)


def _schorsing_gevraagd(contract: _Contract) -> None:
    gevraagd = contract.vandaag - timedelta(days=2)
    van = contract.vandaag + timedelta(days=14)
    if _bezet(contract.invoer, van, van + timedelta(days=41)):
        return
    contract.oogst.neem(
        Schorsing(
            **contract.gemeenschappelijk(),
            reden="OPLEIDING",
            van=van,
            tot=van + timedelta(days=41),
            toelichting="Voltijdse opleiding van zes weken bij VDAB.",
            aangevraagd_op=gevraagd,
            aangevraagd_door=contract.traject.begeleider,
            created_at=tijdstip(gevraagd, 10),
        )
    )
    contract.lijn("Schorsing gevraagd: opleiding", gevraagd)
    _te_beslissen(contract, "schorsing", gevraagd)


def _te_beslissen(contract: _Contract, wat: str, gevraagd: date) -> None:
    contract.oogst.neem(
        Termijn(
            id=contract.toeval.uuid(),
            eigenaar_id=contract.stap.eigenaar_id,
            traject=contract.traject,
            soort=TermijnSoort.TAAK,
            omschrijving=f"Aanvraag {wat} beslissen",
            vervalt_op=naar_werkdag(gevraagd + timedelta(days=7)),
            created_at=tijdstip(gevraagd, 10),
        )
    )
