"""When something asks for attention in a file: every signal of domein.md 4.3, from facts to sentences.

Pure: facts and a day come in, signals go out; the durations are dated parameters. A signal that is no longer given
has ended by itself. Rows, snoozing and what people moved are the business of services/signalen.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from regie.core.dates import einde_van_maand, naar_werkdag, plus_maanden, vorige_werkdag
from regie.core.notatie import MAANDEN, datum, meervoud
from regie.core.parameters import Regel, alle_regels, regel
from trajecten.enums import TermijnSoort, TrajectStatus
from trajecten.enums_instrument import ImwSoort, Stapregime
from trajecten.regels.art60 import leeftijdsgrenzen, regelset_b_vanaf

S, T = TrajectStatus, TermijnSoort
ART60 = frozenset({"ART60", "ART60_VST"})
VOOR_HET_PLAN = frozenset({S.AANGEMELD, S.INTAKE, S.SCREENING, S.ACTIEPLAN})
NA_HET_PLAN = frozenset({S.WACHT_OP_START, S.LOPEND})
IN_CONTACT = frozenset({S.INTAKE, S.SCREENING, S.ACTIEPLAN, S.WACHT_OP_START, S.LOPEND})


@dataclass(frozen=True, slots=True)
class Stapfeit:
    """A step that runs."""

    id: str
    instrument: str
    naam: str
    start: date
    einde_voorzien: date | None = None
    regelset: str = ""
    mlp_geregistreerd_op: date | None = None
    regime: str = ""
    imw_soort: str = ""
    uren: tuple[tuple[date, int], ...] = ()  # wijk-werken: (first day of the month, hours)


@dataclass(frozen=True, slots=True)
class Feiten:
    """What the rules look at, of one open traject."""

    status: str
    status_sinds: date
    aangemeld_op: date
    intake_op: date | None = None
    laatste_contact_op: date | None = None
    onderbreking_tot: date | None = None
    gpmi_getekend_op: date | None = None
    gpmi_vrijstelling: str = ""
    gpmi_geevalueerd_op: date | None = None
    is_leefloner: bool = False
    leefloon_aangevraagd_op: date | None = None
    leefloon_toegekend_op: date | None = None
    vdab_ingeschreven: bool | None = None
    vdab_vrijstelling: str = ""
    geboortedatum: date | None = None
    stappen: tuple[Stapfeit, ...] = ()
    toestemmingen: tuple[tuple[str, str, date], ...] = ()  # (id, with whom, last day)


@dataclass(frozen=True, slots=True)
class Signaal:
    """Something to do before a day; `sleutel` is the same as long as it is the same thing."""

    sleutel: str
    soort: TermijnSoort
    omschrijving: str
    vervalt_op: date
    uitleg: str
    regel: Regel | None = None
    vanaf: date | None = None  # "let op" from this day; the day itself when there is none

    def als_json(self) -> dict[str, object]:
        """What stays with the row: the rule in words, its source and certainty, and the day it gave."""
        bron = {"bron": self.regel.bron, "zekerheid": self.regel.zekerheid} if self.regel else {}
        return {"berekend": self.vervalt_op.isoformat(), "uitleg": self.uitleg, **bron}


def signalen(feiten: Feiten, vandaag: date) -> list[Signaal]:
    """Every signal of an open traject on a day, earliest first; none for one that ended."""
    if feiten.status in {S.AFGESLOTEN, S.GEWEIGERD}:
        return []
    alle = [signaal for regel_ in REGELS for signaal in regel_(feiten, vandaag)]
    return sorted(alle, key=lambda s: (s.vervalt_op, s.sleutel))


def vooraf(code: str, op: date, vervalt_op: date) -> date:
    """From which day a deadline is a warning."""
    return vervalt_op - timedelta(days=int(regel("signaal_vooraf", op=op, dimensie=code).waarde))


def gpmi(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    """The plan is signed within three months after the grant; without a grant date from the choice of instrument."""
    if feiten.status not in VOOR_HET_PLAN or feiten.gpmi_getekend_op or feiten.gpmi_vrijstelling:
        return
    toegekend = feiten.leefloon_toegekend_op if feiten.is_leefloner else None
    gekozen = feiten.status_sinds if feiten.status == S.ACTIEPLAN else None
    vanaf = toegekend or gekozen
    if vanaf is None:
        return
    wet = regel("gpmi_opmaak", op=vanaf)
    dag = vorige_werkdag(plus_maanden(vanaf, int(wet.waarde)))
    waarvan = "de toekenning van het leefloon" if toegekend else "de keuze van het instrument"
    uitleg = f"Binnen {meervoud(int(wet.waarde), 'maand', 'maanden')} na {waarvan} op {datum(vanaf)}."
    yield Signaal("gpmi", T.GPMI, "GPMI opmaken en laten tekenen", dag, uitleg, wet, vooraf("gpmi", vanaf, dag))


def gpmi_evaluatie(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    if feiten.status not in NA_HET_PLAN or feiten.gpmi_getekend_op is None:
        return
    vorige = max(feiten.gpmi_getekend_op, feiten.gpmi_geevalueerd_op or date.min)
    wet = regel("gpmi_interval", op=vorige)
    dag = naar_werkdag(plus_maanden(vorige, int(wet.waarde)))
    per_jaar = int(regel("gpmi_evaluaties", op=vorige).waarde)
    uitleg = f"Minstens {per_jaar} keer per jaar; de vorige keer was {datum(vorige)}."
    sleutel = f"gpmi_evaluatie:{vorige:%Y%m%d}"
    yield Signaal(sleutel, T.GPMI_EVALUATIE, "GPMI evalueren", dag, uitleg, wet, vooraf("gpmi", vorige, dag))


def leefloon(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    aangevraagd = feiten.leefloon_aangevraagd_op
    if not feiten.is_leefloner or aangevraagd is None or feiten.leefloon_toegekend_op or feiten.status == S.NAZORG:
        return
    wet = regel("leefloon_beslissing", op=aangevraagd)
    dag = aangevraagd + timedelta(days=int(wet.waarde))
    uitleg = f"Binnen {int(wet.waarde)} dagen na de aanvraag op {datum(aangevraagd)}."
    titel = "Beslissing over de leefloonaanvraag"
    yield Signaal("leefloon", T.LEEFLOON, titel, dag, uitleg, wet, vooraf("leefloon", aangevraagd, dag))


def vdab(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    """Not registered, as far as known: a file that says nothing only counts from a known grant on."""
    if not feiten.is_leefloner or feiten.vdab_ingeschreven or feiten.vdab_vrijstelling or feiten.status == S.NAZORG:
        return
    toegekend = feiten.leefloon_toegekend_op
    if toegekend is None and feiten.vdab_ingeschreven is None:
        return
    vanaf = toegekend or feiten.aangemeld_op
    wet = regel("vdab_inschrijving", op=vanaf)
    dag = vanaf + timedelta(days=int(wet.waarde))
    waarvan = f"de toekenning van het leefloon op {datum(vanaf)}"
    if toegekend is None:
        waarvan = f"de aanmelding op {datum(vanaf)} (de dag van toekenning is niet gekend)"
    uitleg = f"Binnen {int(wet.waarde)} dagen na {waarvan}, of een vrijstelling."
    yield Signaal("vdab", T.VDAB, "Inschrijving bij VDAB ontbreekt", dag, uitleg, wet, dag)


def twe_registratie(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    """Valid on the last day of the month or that month brings nothing: the first month without stays the deadline."""
    for stap in feiten.stappen:
        if stap.instrument == "TWE" and stap.mlp_geregistreerd_op is None:
            wet = regel("twe_registratie_dag", op=stap.start)
            dag = einde_van_maand(stap.start)
            vanaf = max(stap.start, stap.start.replace(day=min(int(wet.waarde), dag.day)))
            uitleg = f"Zonder registratie op {datum(dag)} is er geen vergoeding voor {MAANDEN[dag.month - 1]}."
            titel = "TWE registreren in MLP"
            yield Signaal(f"twe_registratie:{stap.id}", T.TWE_REGISTRATIE, titel, dag, uitleg, wet, vanaf)


def art60_einde(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    """Different things to do before the end, each on its day; after the last day only the outcome is asked."""
    teksten = {
        "uitstroomplan": "Uitstroomplan opmaken",
        "ICF of IMW": "ICF-screening of IMW aanvragen als dat nodig is",
        "laatste maand": "Einde art. 60 voorbereiden",
        "laatste dag": "Einde art. 60",
    }
    for stap in feiten.stappen:
        einde = stap.einde_voorzien
        if stap.instrument not in ART60 or einde is None:
            continue
        for wet in _regels("art60_einde_signaal", stap.start):
            dag = _punt(einde, int(wet.waarde))
            laatste = wet.dimensie == "laatste dag"
            if wet.dimensie in teksten and dag > stap.start and (laatste or vandaag <= einde):
                sleutel = f"art60_einde:{wet.dimensie}:{stap.id}"
                soort = T.ICF_AANVRAAG if wet.dimensie == "ICF of IMW" else T.EINDE
                yield Signaal(sleutel, soort, teksten[wet.dimensie], dag, _over(wet, einde), wet, dag)


def art60_leeftijd(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    """Under rule set A the days needed depend on age: a birthday inside the contract can move its end."""
    for stap in feiten.stappen:
        if stap.instrument not in ART60 or stap.regelset != "A" or feiten.geboortedatum is None:
            continue
        for wet, grens in leeftijdsgrenzen(stap.start):
            dag = _verjaardag(feiten.geboortedatum, grens)
            if stap.start < dag <= (stap.einde_voorzien or dag) and dag < regelset_b_vanaf():
                uitleg = f"Vanaf {grens} jaar zijn volgens regelset A {int(wet.waarde)} dagen nodig."
                titel = f"Wordt {grens}: einddatum art. 60 nakijken"
                vanaf = vooraf("leeftijd", stap.start, dag)
                yield Signaal(f"leeftijd:{grens}:{stap.id}", T.ART60_LEEFTIJD, titel, dag, uitleg, wet, vanaf)


def twe_einde(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    teksten = {6: "TWE: volgende stap bespreken", 3: "TWE: uitstroom kiezen", 1: "TWE: uitstroom vastleggen"}
    yield from _aftellen(feiten, vandaag, "TWE", T.TWE_EINDE, "twe_einde_signaal", teksten)


def imw_einde(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    """Only a lasting need is renewed; a temporary one asks for what comes after (C52, C53)."""
    blijvend = {12: "IMW: verlenging bespreken met de werkgever", 6: "IMW: verlenging laten aanvragen"}
    tijdelijk = {12: "IMW: volgende stap bespreken met de werkgever", 6: "IMW: volgende stap vastleggen"}
    for is_tijdelijk, teksten in ((True, tijdelijk), (False, blijvend)):
        stappen = tuple(s for s in feiten.stappen if (s.imw_soort == ImwSoort.TIJDELIJK) == is_tijdelijk)
        deel = replace(feiten, stappen=stappen)
        yield from _aftellen(deel, vandaag, "IMW", T.IMW_EINDE, "imw_einde_signaal", teksten)


def lde_einde(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    teksten = {
        12: "LDE: volgende stap bespreken",
        6: "LDE: stage of nieuwe werkgever zoeken",
        3: "LDE: uitstroom kiezen",
    }
    yield from _aftellen(feiten, vandaag, "LDE", T.LDE_EINDE, "lde_einde_signaal", teksten)


def wijkwerken(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    """Two times six months: an evaluation by who referred halfway, and a next step before the year is over."""
    for stap in feiten.stappen:
        if stap.instrument != "WIJKWERKEN":
            continue
        half, heel = regel("ww_evaluatie", op=stap.start), regel("ww_max_maanden", op=stap.start)
        laatste = plus_maanden(stap.start, int(heel.waarde)) - timedelta(days=1)
        dag = naar_werkdag(plus_maanden(stap.start, int(half.waarde)))
        sinds = f"Gestart op {datum(stap.start)}, hoogstens {int(heel.waarde)} maanden."
        if vandaag <= laatste:
            titel = f"Wijk-werken evalueren na {int(half.waarde)} maanden"
            yield Signaal(f"ww:evaluatie:{stap.id}", T.WIJKWERKEN, titel, dag, sinds, half, vooraf("ww", dag, dag))
        if stap.regime == Stapregime.EX_PWA:
            continue  # no longest duration
        vanaf = vooraf("ww", laatste, laatste)
        titel = "Laatste dag wijk-werken"
        yield Signaal(f"ww:einde:{stap.id}", T.WIJKWERKEN, titel, laatste, sinds, heel, vanaf)


def wijkwerkuren(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    """Hours of this month and this calendar year, from the warning on; the form itself refuses what is too much."""
    maand, jaar = vandaag.replace(day=1), vandaag.replace(month=1, day=1)
    perioden = (
        ("maand", maand, einde_van_maand(maand), f"in {MAANDEN[maand.month - 1]}"),
        ("jaar", jaar, jaar.replace(month=12, day=31), f"in {jaar.year}"),
    )
    for stap in feiten.stappen:
        if stap.instrument != "WIJKWERKEN":
            continue
        for code, van, tot, wanneer in perioden:
            uren = sum(n for dag, n in stap.uren if van <= dag <= tot)
            hoogstens = regel(f"ww_uren_{code}", op=vandaag)
            if uren >= int(regel(f"ww_uren_{code}_signaal", op=vandaag).waarde):
                titel = f"Wijk-werken: {uren} van {int(hoogstens.waarde)} uren {wanneer}"
                uitleg = f"Hoogstens {int(hoogstens.waarde)} uren per {code}. Plan de rest daarop."
                yield Signaal(f"ww:uren:{code}:{van:%Y%m}:{stap.id}", T.WIJKWERKEN, titel, tot, uitleg, hoogstens, van)


def toestemming(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    """A consent that ends soon; after its last day nothing is shared any more and nothing is asked."""
    for sleutel, met_wie, tot in feiten.toestemmingen:
        if vandaag <= tot:
            wet = regel("toestemming_vervalt", op=vandaag)
            uitleg = f"De toestemming om te delen met {met_wie} loopt tot en met {datum(tot)}."
            vanaf = tot - timedelta(days=int(wet.waarde))
            yield Signaal(f"toestemming:{sleutel}", T.TOESTEMMING, "Toestemming vernieuwen", tot, uitleg, wet, vanaf)


def stap_einde(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    """The last day of an instrument without rules of its own."""
    eigen = ART60 | {"TWE", "IMW", "LDE", "WIJKWERKEN"}
    for stap in feiten.stappen:
        if stap.instrument not in eigen and stap.einde_voorzien:
            yield _laatste_dag(stap, T.STAP_EINDE, stap.einde_voorzien)


def hervatten(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    if feiten.status == S.ONDERBROKEN and feiten.onderbreking_tot:
        dag = feiten.onderbreking_tot
        uitleg = f"De onderbreking was voorzien tot {datum(dag)}."
        yield Signaal("hervatten", T.HERVATTEN, "Hervatten of de onderbreking verlengen", dag, uitleg)


def geen_contact(feiten: Feiten, vandaag: date) -> Iterator[Signaal]:
    """Only when the period is nearly over: a file with regular contact has no such deadline."""
    laatste = feiten.laatste_contact_op or feiten.intake_op
    if feiten.status not in IN_CONTACT or laatste is None:
        return
    afspraak = regel("geen_contact", op=laatste)
    dag = laatste + timedelta(days=int(afspraak.waarde))
    vanaf = vooraf("contact", laatste, dag)
    if vandaag >= vanaf:
        wanneer = f"contact op {datum(laatste)}" if feiten.laatste_contact_op else f"de intake op {datum(laatste)}"
        uitleg = f"Het laatste was {wanneer}; na {int(afspraak.waarde)} dagen zonder contact verwittigen we."
        yield Signaal("contact", T.CONTACT, "Contact opnemen", dag, uitleg, afspraak, vanaf)


REGELS: tuple[Callable[[Feiten, date], Iterable[Signaal]], ...] = (
    gpmi,
    gpmi_evaluatie,
    leefloon,
    vdab,
    twe_registratie,
    twe_einde,
    art60_einde,
    art60_leeftijd,
    wijkwerken,
    wijkwerkuren,
    toestemming,
    imw_einde,
    lde_einde,
    stap_einde,
    hervatten,
    geen_contact,
)


def _aftellen(
    feiten: Feiten, vandaag: date, instrument: str, soort: TermijnSoort, code: str, teksten: dict[int, str]
) -> Iterator[Signaal]:
    """Points before the end of which the latest counts: what was asked before it is not asked twice."""
    for stap in feiten.stappen:
        einde = stap.einde_voorzien
        if stap.instrument != instrument or einde is None:
            continue
        punten = [(_punt(einde, int(wet.waarde)), wet) for wet in _regels(code, stap.start)]
        punten = sorted((punt for punt in punten if punt[0] > stap.start), key=lambda punt: punt[0])
        for nummer, (dag, wet) in enumerate(punten):
            volgende = punten[nummer + 1][0] if nummer + 1 < len(punten) else einde
            if vandaag < volgende:
                titel = teksten.get(int(wet.waarde), f"Einde {stap.naam} voorbereiden")
                sleutel = f"{code}:{int(wet.waarde)}:{stap.id}"
                yield Signaal(sleutel, soort, titel, dag, _over(wet, einde), wet, dag)
        yield _laatste_dag(stap, soort, einde)


def _laatste_dag(stap: Stapfeit, soort: TermijnSoort, einde: date) -> Signaal:
    uitleg = f"De stap loopt tot en met {datum(einde)}."
    vanaf = vooraf("einde", stap.start, einde)
    return Signaal(f"einde:{stap.id}", soort, f"Einde {stap.naam}", einde, uitleg, None, vanaf)


def _regels(code: str, op: date) -> list[Regel]:
    return [r for r in alle_regels() if r.code == code and r.geldt_op(op)]


def _punt(einde: date, maanden: int) -> date:
    """A point before the end on a working day; the end itself stays where it is."""
    return naar_werkdag(plus_maanden(einde, -maanden)) if maanden else einde


def _over(wet: Regel, einde: date) -> str:
    maanden = int(wet.waarde)
    if not maanden:
        return f"De stap loopt tot en met {datum(einde)}."
    return f"{meervoud(maanden, 'maand', 'maanden')} voor het einde op {datum(einde)}."


def _verjaardag(geboortedatum: date, jaren: int) -> date:
    """Born on 29 February: a year older on 1 March in other years."""
    try:
        return geboortedatum.replace(year=geboortedatum.year + jaren)
    except ValueError:
        return date(geboortedatum.year + jaren, 3, 1)
