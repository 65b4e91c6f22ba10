"""What asks for attention today, per OCMW: counts, never people."""

from collections.abc import Iterator
from datetime import date

from regie.cijfers.getal import Signaal, Signalen
from regie.cijfers.onderdrukking import telling
from regie.cijfers.opname import SIGNAALVRAGEN, Opname
from regie.cijfers.periode import Periode, PeriodeSoort
from regie.cijfers.selectors.quotum import Quota, quotum_van_ocmws
from regie.core import notatie
from regie.core.dates import einde_van_maand, plus_maanden
from regie.core.models import Organisatie
from regie.core.parameters import waarde

DRINGEND, LETOP, INFO = "dringend", "letop", "info"
VOLGORDE = (DRINGEND, LETOP, INFO)
HALF_JAAR = 7  # from 1 July a quotum that is hardly used is worth a word


def signalen(vandaag: date, *, opname: Opname | None = None) -> Signalen:
    """Most urgent first; within a weight the nearest deadline, then the OCMW's in alphabetical order."""
    vraag = opname or Opname(Periode.op(PeriodeSoort.MAAND, vandaag), vandaag)
    vraag.lees(*SIGNAALVRAGEN)
    gevonden = [
        *_evaluaties(vraag),
        *_twe(vraag),
        *_einde_art60(vraag),
        *_geen_contact(vraag),
        *_quota(vraag),
    ]
    gevonden.sort(key=lambda s: (VOLGORDE.index(s.soort), s.deadline or date.max))
    return Signalen(tuple(gevonden), vraag.vandaag)


def _met_telling(opname: Opname, code: str) -> Iterator[tuple[Organisatie, int]]:
    antwoord = opname.tellingen(code)
    for ocmw in opname.ocmws:
        if n := antwoord.getal(code, ocmw=ocmw.pk):
            yield ocmw, n


def _signaal(
    opname: Opname,
    code: str,
    soort: str,
    ocmw: Organisatie,
    n: int,
    *,
    titel: str,
    tekst: str,
    definitie: str = "",
    deadline: date | None = None,
    deadline_tekst: str = "",
) -> Signaal:
    getal = telling(n, opname.drempels, definitie or code)
    return Signaal(code, soort, titel, ocmw.naam, getal, tekst.format(n=getal.getoond), deadline, deadline_tekst)


def _evaluaties(opname: Opname) -> Iterator[Signaal]:
    marge = int(waarde("evaluatie_marge", op=opname.vandaag))
    for ocmw, n in _met_telling(opname, "evaluatie_te_laat"):
        yield _signaal(
            opname,
            "evaluatie_te_laat",
            LETOP,
            ocmw,
            n,
            titel="Evaluaties te laat",
            tekst="{n} dossiers",
            deadline=opname.vandaag,
            deadline_tekst=f"meer dan {marge} dagen te laat",
        )


def _twe(opname: Opname) -> Iterator[Signaal]:
    maandeinde = einde_van_maand(opname.vandaag)
    over = (maandeinde - opname.vandaag).days
    vanaf = int(waarde("twe_registratie_dag", op=opname.vandaag))
    soort = DRINGEND if opname.vandaag.day >= vanaf else LETOP
    for ocmw, n in _met_telling(opname, "twe_zonder_registratie"):
        yield _signaal(
            opname,
            "twe_zonder_registratie",
            soort,
            ocmw,
            n,
            titel=f"TWE-registratie ontbreekt op {maandeinde.day}/{maandeinde:%m}",
            tekst="{n} dossiers",
            deadline=maandeinde,
            deadline_tekst=f"nog {notatie.meervoud(over, 'dag', 'dagen')}" if over else "vandaag",
        )


def _einde_art60(opname: Opname) -> Iterator[Signaal]:
    maanden = int(waarde("art60_einde_signaal", op=opname.vandaag, dimensie="ICF of IMW"))
    tot = plus_maanden(opname.vandaag, maanden)
    for ocmw, n in _met_telling(opname, "art60_einde"):
        yield _signaal(
            opname,
            "art60_einde",
            LETOP,
            ocmw,
            n,
            titel=f"Art. 60 eindigt binnen {notatie.meervoud(maanden, 'maand', 'maanden')}",
            tekst="{n} dossiers",
            definitie="art60_einde_3m",
            deadline=tot,
            deadline_tekst=f"tot {notatie.datum(tot)}",
        )


def _geen_contact(opname: Opname) -> Iterator[Signaal]:
    dagen = int(waarde("geen_contact", op=opname.vandaag))
    for ocmw, n in _met_telling(opname, "geen_contact"):
        yield _signaal(
            opname,
            "geen_contact",
            INFO,
            ocmw,
            n,
            titel="Geen recent contact",
            tekst="{n} dossiers",
            deadline_tekst=f"meer dan {dagen} dagen",
        )


def _quota(opname: Opname) -> Iterator[Signaal]:
    """From figures that are shown anyway: a signal may not tell more than the table beside it."""
    quota = quotum_van_ocmws(opname, "quotum_nu")
    for i, ocmw in enumerate(opname.ocmws):
        oordeel = _oordeel_quotum(opname, quota, i)
        if oordeel:
            soort, titel = oordeel
            tekst = f"{quota.gestart[i].getoond} van {quota.toegekend[i].getoond}"
            deadline = None if soort == INFO else opname.vandaag
            jaar = f"kalenderjaar {opname.vandaag.year}"
            yield Signaal("quotum_vst", soort, titel, ocmw.naam, quota.gestart[i], tekst, deadline, jaar)


def _oordeel_quotum(opname: Opname, quota: Quota, i: int) -> tuple[str, str] | None:
    toegekend, benut = quota.toegekend[i].waarde, quota.benut[i].waarde
    if not toegekend:
        return None
    if benut is not None and benut >= quota.bijna_vol:
        procent = notatie.procent(benut, 0)
        return (DRINGEND if benut >= 100 else LETOP), f"Quotum art. 60 VST op {procent}"
    if opname.vandaag.month < HALF_JAAR:
        return None
    if benut is None:  # hidden: said only when every number it could be is little
        benut = 100 * (opname.drempels.kleine_cel - 1) / toegekend if quota.gestart[i].getoond != "–" else 100
    if benut < quota.weinig:
        return INFO, f"Quotum art. 60 VST voor minder dan {notatie.procent(quota.weinig, 0)} gebruikt"
    return None
