"""What is done for a client besides the traject itself: evaluations, nazorg, deadlines, contacts, the story line."""

from datetime import date, timedelta

from regie.core.dates import naar_werkdag, plus_maanden
from regie.core.parameters import alle_regels, waarde
from regie.portal.demo import kansen
from regie.portal.demo.contacten import contacten_maken, drempels_maken
from regie.portal.demo.dossier import Dossier
from regie.portal.demo.evaluaties import evaluaties_maken
from regie.portal.demo.oogst import tijdstip
from regie.portal.demo.toeval import Toeval
from regie.portal.demo.verloop import PLAATSBAAR
from trajecten.enums import AanHetWerk, Aanmeldbron, Onderbrekingsreden, TermijnSoort, TrajectStatus
from trajecten.models import Nazorgmeting, Plaatsing, Stap, Traject
from trajecten.regels.kalender import nazorgmaanden

S = TrajectStatus
EINDTEKSTEN = {
    "uitstroomplan": "Uitstroomplan opmaken",
    "ICF of IMW": "ICF-screening of IMW aanvragen als dat nodig is",
    "laatste maand": "Einde art. 60 voorbereiden",
    "laatste dag": "Einde art. 60",
}


def opvolgen(dossier: Dossier, stap: Stap | None, plaatsing: Plaatsing | None) -> None:
    """Everything around one traject, then its next deadline on the traject itself."""
    _fasen(dossier)
    _termijnen_voor_de_start(dossier)
    drempels_maken(dossier)
    if dossier.verloop.op(S.LOPEND):
        evaluaties_maken(dossier, plaatsing)
        _termijnen_van_het_einde(dossier, stap)
    _nazorg(dossier)
    contacten_maken(dossier)
    _sluit_termijnen(dossier)


def _fasen(dossier: Dossier) -> None:
    """The milestones, in the words the services use."""
    traject, verloop = dossier.traject, dossier.verloop
    code = dossier.codes.get(verloop.uitstroomcode)
    dossier.lijn("client", "Dossier aangemaakt", verloop.aangemeld)
    lopend = 0
    for overgang in verloop.overgangen:
        lopend += overgang.naar == S.LOPEND
        titel = {
            S.AANGEMELD: f"Aangemeld via {Aanmeldbron(traject.bron).label}",
            S.INTAKE: "Intakegesprek gevoerd",
            S.SCREENING: "Screening ingevuld",
            S.ACTIEPLAN: f"Gekozen instrument: {_instrument(traject)}",
            S.WACHT_OP_START: "GPMI ondertekend",
            S.LOPEND: _start(traject) if lopend == 1 else "Hervat na onderbreking",
            S.ONDERBROKEN: _onderbroken(overgang.reden),
            S.NAZORG: f"Uitstroom: {code.label}" if code else "",
            S.AFGESLOTEN: "Nazorg beëindigd" if verloop.op(S.NAZORG) else f"Stopgezet: {code}",
            S.GEWEIGERD: f"Niet opgestart: {overgang.reden}",
        }[overgang.naar]
        is_beperkt = overgang.naar == S.ONDERBROKEN
        dossier.lijn("status", titel, overgang.op, is_mijlpaal=True, is_beperkt=is_beperkt)


def _instrument(traject: Traject) -> str:
    return traject.instrument.naam if traject.instrument else ""


def _start(traject: Traject) -> str:
    plek = f" bij {traject.gebruiker}" if traject.gebruiker else ""
    return f"Start {traject.instrument}{plek}"


def _onderbroken(reden: str) -> str:
    return f"Onderbroken: {Onderbrekingsreden(reden).label}" if reden in Onderbrekingsreden.values else "Onderbroken"


def _termijnen_voor_de_start(dossier: Dossier) -> None:
    verloop = dossier.verloop
    dagen = int(waarde("intake_termijn", op=verloop.aangemeld))
    intake = verloop.aangemeld + timedelta(days=dagen)
    dossier.termijn(TermijnSoort.INTAKE, "Intake plannen", intake, verloop.op(S.INTAKE))
    plan, getekend = verloop.op(S.ACTIEPLAN), verloop.op(S.WACHT_OP_START)
    if plan:
        dag = naar_werkdag(plus_maanden(plan, int(waarde("gpmi_opmaak", op=plan))))
        dossier.termijn(TermijnSoort.GPMI, "GPMI opmaken en laten tekenen", dag, getekend)
    if getekend:
        _gpmi_evaluaties(dossier, getekend)


def _gpmi_evaluaties(dossier: Dossier, getekend: date) -> None:
    """Every four months a new one, as long as the guidance lasts; the last one is still to do."""
    interval = int(waarde("gpmi_interval", op=getekend))
    vorige: date | None = getekend
    while vorige and vorige < (dossier.einde or dossier.vandaag):
        dag = naar_werkdag(plus_maanden(vorige, interval))
        vorige = dossier.gedaan(dag, dossier.einde)
        dossier.termijn(TermijnSoort.GPMI_EVALUATIE, "GPMI evalueren", dag, vorige)


def _termijnen_van_het_einde(dossier: Dossier, stap: Stap | None) -> None:
    if stap is None or stap.einde_voorzien is None:
        return
    if stap.instrument_id == "TWE" and stap.mlp_geregistreerd_op is None:
        dag = stap.start.replace(day=int(waarde("twe_registratie_dag", op=stap.start)))
        dossier.termijn(TermijnSoort.TWE_REGISTRATIE, "TWE registreren in MLP", dag, None)
    if stap.instrument_id not in PLAATSBAAR:
        dossier.termijn(TermijnSoort.TWE_EINDE, f"Einde {stap.instrument}", stap.einde_voorzien, dossier.einde)
        return
    for signaal in alle_regels():
        if signaal.code == "art60_einde_signaal" and signaal.dimensie in EINDTEKSTEN and signaal.geldt_op(stap.start):
            dag = naar_werkdag(plus_maanden(stap.einde_voorzien, -int(signaal.waarde)))
            if dag > stap.start:
                tekst = EINDTEKSTEN[signaal.dimensie]
                dossier.termijn(TermijnSoort.EINDE, tekst, dag, dossier.gedaan(dag, dossier.einde))


def _nazorg(dossier: Dossier) -> None:
    """Measurements 1, 3, 6 and 12 months after uitstroom; who lost the job is not at work later on either."""
    start, verloop = dossier.verloop.op(S.NAZORG), dossier.verloop
    code = dossier.codes.get(verloop.uitstroomcode)
    if start is None or code is None:
        return
    aan_het_werk = True
    for maand in nazorgmaanden(start):
        aan_het_werk = aan_het_werk and dossier.toeval.kans(kansen.BLIJFT_AAN_HET_WERK.get(maand, 0.9))
        gepland = naar_werkdag(plus_maanden(start, maand))
        gemeten = dossier.gedaan(gepland, verloop.afgesloten)
        if verloop.afgesloten and gemeten is None and gepland <= verloop.afgesloten:
            gemeten = verloop.afgesloten
        if verloop.afgesloten and gemeten is None:
            continue
        meting = Nazorgmeting(
            id=dossier.toeval.uuid(),
            eigenaar_id=dossier.traject.eigenaar_id,
            traject=dossier.traject,
            maand=maand,
            gepland_op=gepland,
            gemeten_op=gemeten,
            aan_het_werk=_antwoord(dossier.toeval, aan_het_werk) if gemeten else "",
            is_doorstroom=code.telt_als_doorstroom,
            door=dossier.begeleider if gemeten else None,
            created_at=tijdstip(start),
        )
        dossier.oogst.neem(meting)
        titel = f"Nazorgmeting na {maand} {'maand' if maand == 1 else 'maanden'}"
        dossier.termijn(TermijnSoort.NAZORG, titel, gepland, gemeten, nazorgmeting=meting)
        if gemeten:
            tekst = f"Aan het werk: {AanHetWerk(meting.aan_het_werk).label}."
            dossier.lijn("nazorg", titel, gemeten, tekst=tekst)


def _antwoord(toeval: Toeval, aan_het_werk: bool) -> str:
    if toeval.kans(kansen.METING_ONBEKEND):
        return AanHetWerk.ONBEKEND
    return AanHetWerk.JA if aan_het_werk else AanHetWerk.NEE


def _sluit_termijnen(dossier: Dossier) -> None:
    """What was still open when the traject ended lapses; the first that is open shows on the traject."""
    traject, verloop = dossier.traject, dossier.verloop
    for termijn in dossier.termijnen:
        einde = verloop.afgesloten if termijn.soort == TermijnSoort.NAZORG else dossier.einde
        if einde and termijn.afgehandeld_op is None:
            termijn.vervallen_op = einde
        dossier.oogst.neem(termijn)
    is_open = [t for t in dossier.termijnen if t.afgehandeld_op is None and t.vervallen_op is None]
    if is_open:
        eerste = min(is_open, key=lambda t: (t.vervalt_op, t.pk))
        traject.volgende_termijn_op, traject.volgende_termijn = eerste.vervalt_op, eerste.omschrijving
