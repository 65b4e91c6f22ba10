"""Evaluations on the work floor: planned by the calendar of the product, held, and with scores that rise slowly."""

from datetime import date, timedelta

from regie.core.dates import naar_werkdag
from regie.portal.demo import teksten
from regie.portal.demo.dossier import Dossier
from regie.portal.demo.oogst import tijdstip
from trajecten.enums import EvaluatieConclusie, EvaluatieSoort, TermijnSoort
from trajecten.models import Evaluatie, Plaatsing
from trajecten.regels.kalender import Moment, evaluatiemomenten

ATTITUDES = tuple(f"ATT{nummer:02d}" for nummer in range(1, 14))
GENERIEK = tuple(f"GEN{nummer:02d}" for nummer in range(1, 8))
VERGETEN = 0.06  # of the talks of the last weeks: still to be held
WEKEN = timedelta(days=45)


def evaluaties_maken(dossier: Dossier, plaatsing: Plaatsing | None) -> None:
    stap = dossier.verloop.stap
    if stap is None:
        return
    niveau = dossier.toeval.gauss(2.15, 0.4)
    groei = dossier.toeval.uniform(0.05, 0.3) if _gaat_goed(dossier) else dossier.toeval.uniform(-0.1, 0.05)
    for nummer, moment in enumerate(evaluatiemomenten(start=stap.start, einde=stap.einde_voorzien)):
        _evaluatie(dossier, plaatsing, moment, niveau + nummer * groei)


def _gaat_goed(dossier: Dossier) -> bool:
    code = dossier.codes.get(dossier.verloop.uitstroomcode)
    return code is None or code.positief or code.groep == "UITKERING"


def _evaluatie(dossier: Dossier, plaatsing: Plaatsing | None, moment: Moment, niveau: float) -> None:
    einde = dossier.einde
    evaluatie = Evaluatie(
        id=dossier.toeval.uuid(),
        eigenaar_id=dossier.traject.eigenaar_id,
        traject=dossier.traject,
        plaatsing=plaatsing,
        soort=moment.soort,
        gepland_op=moment.datum,
        created_at=tijdstip(dossier.verloop.stap.start if dossier.verloop.stap else moment.datum),
    )
    if einde and moment.datum > einde:
        evaluatie.geannuleerd_op = einde
    elif moment.datum < dossier.vandaag - WEKEN or not dossier.toeval.kans(VERGETEN):
        gehouden = _gehouden(dossier, moment.datum)
        if gehouden:
            _vul_in(dossier, evaluatie, gehouden, niveau)
    dossier.oogst.neem(evaluatie)
    label = moment.soort.label[0].upper() + moment.soort.label[1:]
    dossier.termijn(TermijnSoort.EVALUATIE, label, moment.datum, evaluatie.uitgevoerd_op, evaluatie=evaluatie)


def _gehouden(dossier: Dossier, gepland: date) -> date | None:
    """Planned talks near the end of a contract are held on time: there is no later."""
    einde = dossier.einde
    dag = dossier.gedaan(gepland, einde)
    if dag is None and einde and gepland <= einde and dossier.toeval.kans(0.75):
        return einde
    return dag


def _vul_in(dossier: Dossier, evaluatie: Evaluatie, dag: date, niveau: float) -> None:
    toeval = dossier.toeval
    evaluatie.uitgevoerd_op = max(dag, dossier.verloop.stap.start) if dossier.verloop.stap else dag
    codes = ATTITUDES + (GENERIEK if toeval.kans(0.3) else ())
    evaluatie.scores = {code: toeval.rond(niveau, 0.6, 1, 4) for code in codes if toeval.kans(0.95)}
    evaluatie.conclusie = _conclusie(dossier, evaluatie)
    evaluatie.besluit = teksten.BESLUIT[evaluatie.conclusie]
    stand = "bereikt" if niveau > 2.9 else "bezig"
    evaluatie.doelen = [
        {"tekst": doel, "status": stand} for doel in toeval.sample(teksten.LEERDOELEN, toeval.randint(1, 2))
    ]
    for veld in ("gezien_client_op", "gezien_gebruiker_op", "gezien_begeleider_op"):
        gezien = naar_werkdag(evaluatie.uitgevoerd_op + timedelta(days=toeval.randint(0, 5)))
        if gezien <= dossier.vandaag and toeval.kans(0.85):
            setattr(evaluatie, veld, gezien)
    dossier.lijn(
        "evaluatie",
        f"Evaluatie gehouden: {evaluatie.get_soort_display()}",
        evaluatie.uitgevoerd_op,
        tekst=f"Conclusie: {EvaluatieConclusie(evaluatie.conclusie).label}.",
        is_mijlpaal=True,
        is_beperkt=True,
    )


def _conclusie(dossier: Dossier, evaluatie: Evaluatie) -> str:
    gemiddeld = sum(evaluatie.scores.values()) / max(len(evaluatie.scores), 1)
    laat = evaluatie.soort in {EvaluatieSoort.UITSTROOM, EvaluatieSoort.AFRONDING, EvaluatieSoort.EIND}
    if laat and gemiddeld >= 2.7:
        return EvaluatieConclusie.DOORSTROOM_KLAAR
    if gemiddeld < 1.7:
        return dossier.toeval.kies({EvaluatieConclusie.BIJSTUREN: 5, EvaluatieConclusie.ANDERE_WERKPOST: 2})
    if gemiddeld < 2.1 and dossier.toeval.kans(0.5):
        return EvaluatieConclusie.BIJSTUREN
    return EvaluatieConclusie.VERDERZETTEN
