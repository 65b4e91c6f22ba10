"""Evaluations: keep a draft, finish, sign with three parties, and correct what was finished."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from regie.core.bewaren import Bewaard, Wijziging, bewaar_velden, controleer_versie
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.permissions import Toegang
from trajecten.enums import EvaluatieConclusie, Tekenwijze
from trajecten.models import Evaluatie, EvaluatieCriterium, Evaluatieversie, Termijn
from trajecten.services.spoor import noteer, vergrendel, ververs_termijn

SCORES = (1, 2, 3, 4)
PARTIJEN = {"client": "de cliënt", "gebruiker": "de gebruiker", "begeleider": "de begeleider"}
INHOUD = (
    "uitgevoerd_op",
    "afwezig_gewettigd",
    "afwezig_ongewettigd",
    "afwezig_ziek",
    "drempelwijzigingen",
    "mening_client",
    "mening_gebruiker",
    "mening_begeleider",
    "besluit",
    "conclusie",
)


@transaction.atomic
def evaluatie_bewaren(
    *, evaluatie: Evaluatie, wijzigingen: Mapping[str, Wijziging], toegelaten: Collection[str], door: Toegang
) -> Bewaard:
    """Keep what is filled in so far; nothing is finished, and what is finished stays as it was."""
    evaluatie = _vergrendel(evaluatie)
    return bewaar_velden(evaluatie, wijzigingen, toegelaten)


@transaction.atomic
def evaluatie_afronden(
    *, evaluatie: Evaluatie, velden: dict[str, Any], door: Toegang, vandaag: date, versie: int | None = None
) -> Evaluatie:
    """The evaluation was held: at least half of the attitudes are scored and there is a conclusion."""
    evaluatie = _vergrendel(evaluatie)
    if evaluatie.uitgevoerd_op:
        raise DomainError("Deze evaluatie is al afgerond. Kies 'Verbeteren' als er iets niet klopt.")
    controleer_versie(evaluatie, versie)
    _schrijf(evaluatie, velden, vandaag)
    evaluatie.vragen.filter(beantwoord_op=None, ingetrokken_op=None).update(ingetrokken_op=vandaag)
    Termijn.objects.filter(evaluatie=evaluatie).update(afgehandeld_op=evaluatie.uitgevoerd_op)
    traject = vergrendel(evaluatie.traject)
    ververs_termijn(traject, vandaag=vandaag)
    _vertel(evaluatie, f"Evaluatie gehouden: {evaluatie.get_soort_display()}", door=door, vandaag=vandaag)
    return evaluatie


@transaction.atomic
def evaluatie_verbeteren(
    *,
    evaluatie: Evaluatie,
    velden: dict[str, Any],
    reden: str,
    door: Toegang,
    vandaag: date,
    versie: int | None = None,
) -> Evaluatie:
    """A new version of what was finished: the old one is kept with its signatures, and everybody signs again."""
    evaluatie = _vergrendel(evaluatie)
    if evaluatie.uitgevoerd_op is None:
        raise DomainError("Deze evaluatie is nog niet afgerond: vul ze gewoon verder in.")
    if not reden.strip():
        raise DomainError("Schrijf waarom je deze evaluatie verbetert.")
    controleer_versie(evaluatie, versie)
    nummer = evaluatie.versies.count() + 1
    Evaluatieversie.objects.create(
        eigenaar_id=evaluatie.eigenaar_id,
        evaluatie=evaluatie,
        nummer=nummer,
        inhoud=als_inhoud(evaluatie),
        reden=reden.strip(),
        door_id=door.user_id,
    )
    for partij in PARTIJEN:
        _teken(evaluatie, partij, None, "")
    evaluatie.kopie_client_op = None
    _schrijf(evaluatie, velden, vandaag)
    titel = f"Evaluatie verbeterd (versie {nummer + 1}): {evaluatie.get_soort_display()}"
    _vertel(evaluatie, titel, door=door, vandaag=vandaag, reden=reden)
    return evaluatie


def als_inhoud(evaluatie: Evaluatie) -> dict[str, Any]:
    """Everything an evaluation says, ready for JSON."""
    velden = [*INHOUD, "scores", "doelen", "opmerking_client", "kopie_client_op"]
    velden += [f"gezien_{partij}_{deel}" for partij in PARTIJEN for deel in ("op", "wijze")]
    waarden = {naam: getattr(evaluatie, naam) for naam in velden}
    return {naam: waarde.isoformat() if isinstance(waarde, date) else waarde for naam, waarde in waarden.items()}


@transaction.atomic
def evaluatie_tekenen(
    *,
    evaluatie: Evaluatie,
    partij: str,
    wijze: str,
    op: date,
    door: Toegang | None,
    vandaag: date,
    opmerking: str = "",
    kopie: bool = False,
) -> Evaluatie:
    """One of the three parties has seen it. All three: nothing changes any more, except by a new version."""
    evaluatie = _vergrendel(evaluatie)
    meldingen = list(_bezwaren_tekenen(evaluatie, partij, op, vandaag))
    if meldingen:
        raise DomainErrors(meldingen)
    _teken(evaluatie, partij, op, wijze)
    if partij == "client":
        evaluatie.opmerking_client = opmerking.strip() or evaluatie.opmerking_client
        evaluatie.kopie_client_op = op if kopie else evaluatie.kopie_client_op
    evaluatie.full_clean(exclude=["gebied", "eigenaar"])
    evaluatie.save()
    hoe = Tekenwijze(wijze).label
    titel = f"Evaluatie gezien door {PARTIJEN[partij]}"
    slot = " Alle drie de partijen tekenden." if evaluatie.is_getekend else ""
    tekst = f"{hoe[0].upper()}{hoe[1:]}.{slot}"
    noteer(evaluatie.traject.client, "evaluatie", titel, tekst=tekst, datum=op, door=door, is_beperkt=True)
    return evaluatie


def _bezwaren_tekenen(evaluatie: Evaluatie, partij: str, op: date, vandaag: date) -> Sequence[str]:
    meldingen = []
    if partij not in PARTIJEN:
        raise DomainError("Kies wie de evaluatie gezien heeft.")
    if evaluatie.uitgevoerd_op is None:
        meldingen.append("Rond de evaluatie eerst af. Dan kan iedereen ze tekenen.")
    elif op < evaluatie.uitgevoerd_op:
        meldingen.append(f"De evaluatie was op {evaluatie.uitgevoerd_op:%d/%m/%Y}. Tekenen kan vanaf die dag.")
    if op > vandaag:
        meldingen.append("De dag van de handtekening ligt in de toekomst.")
    if getattr(evaluatie, f"gezien_{partij}_op"):
        meldingen.append(f"Deze evaluatie is al gezien door {PARTIJEN[partij]}.")
    return meldingen


def _teken(evaluatie: Evaluatie, partij: str, op: date | None, wijze: str) -> None:
    setattr(evaluatie, f"gezien_{partij}_op", op)
    setattr(evaluatie, f"gezien_{partij}_wijze", wijze)


def _vergrendel(evaluatie: Evaluatie) -> Evaluatie:
    gegrendeld = (
        Evaluatie.objects.select_for_update(of=("self",)).select_related("traject__client").get(pk=evaluatie.pk)
    )
    if gegrendeld.geannuleerd_op:
        raise DomainError("Deze evaluatie is geannuleerd, omdat het traject eerder stopte.")
    return gegrendeld


def _schrijf(evaluatie: Evaluatie, velden: dict[str, Any], vandaag: date) -> None:
    for naam in INHOUD:
        if naam in velden:
            setattr(evaluatie, naam, velden[naam])
    evaluatie.scores = {code: score for code, score in velden.get("scores", {}).items() if score in SCORES}
    evaluatie.doelen = [doel for doel in velden.get("doelen", []) if doel.get("tekst")]
    meldingen = list(_bezwaren(evaluatie, vandaag))
    if meldingen:
        raise DomainErrors(meldingen)
    evaluatie.ontwerp = {}
    evaluatie.ontwerp_versie += 1
    evaluatie.versie += 1
    evaluatie.full_clean(exclude=["gebied", "eigenaar"])
    evaluatie.save()


def _bezwaren(evaluatie: Evaluatie, vandaag: date) -> Sequence[str]:
    meldingen = []
    if evaluatie.uitgevoerd_op is None:
        meldingen.append("Vul in op welke dag de evaluatie gehouden is.")
    elif evaluatie.uitgevoerd_op > vandaag:
        meldingen.append("De dag van de evaluatie ligt in de toekomst.")
    if not evaluatie.conclusie:
        meldingen.append("Kies een conclusie.")
    attitudes = EvaluatieCriterium.objects.filter(soort="arbeidsattitude").values_list("code", flat=True)
    gescoord = sum(code in evaluatie.scores for code in attitudes)
    if gescoord * 2 < len(attitudes):
        meldingen.append(
            f"Geef minstens de helft van de arbeidsattitudes een score ({gescoord} van {len(attitudes)})."
        )
    return meldingen


def _vertel(evaluatie: Evaluatie, titel: str, *, door: Toegang, vandaag: date, reden: str = "") -> None:
    waarom = f" Reden: {reden.strip()}" if reden else ""
    noteer(
        evaluatie.traject.client,
        "evaluatie",
        titel,
        tekst=f"Conclusie: {EvaluatieConclusie(evaluatie.conclusie).label}.{waarom}",
        datum=vandaag if reden else evaluatie.uitgevoerd_op or vandaag,
        door=door,
        is_mijlpaal=not reden,
        is_beperkt=True,
    )
