"""Evaluations: keep a draft, finish."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from regie.core.exceptions import DomainError, DomainErrors, Verouderd
from regie.core.permissions import Toegang
from trajecten.enums import EvaluatieConclusie
from trajecten.models import Evaluatie, EvaluatieCriterium, Termijn
from trajecten.services.spoor import noteer, vergrendel, ververs_termijn

SCORES = (1, 2, 3, 4)


@transaction.atomic
def evaluatie_bewaren(
    *, evaluatie: Evaluatie, velden: dict[str, Any], door: Toegang, versie: int | None = None
) -> Evaluatie:
    """Keep what is filled in so far; nothing is finished."""
    evaluatie = _vergrendel(evaluatie, versie)
    _neem_over(evaluatie, velden)
    evaluatie.save()
    return evaluatie


@transaction.atomic
def evaluatie_afronden(
    *, evaluatie: Evaluatie, velden: dict[str, Any], door: Toegang, vandaag: date, versie: int | None = None
) -> Evaluatie:
    """The evaluation was held: at least half of the attitudes are scored and there is a conclusion."""
    evaluatie = _vergrendel(evaluatie, versie)
    _neem_over(evaluatie, velden)
    meldingen = list(_bezwaren(evaluatie, vandaag))
    if meldingen:
        raise DomainErrors(meldingen)
    evaluatie.save()
    Termijn.objects.filter(evaluatie=evaluatie).update(afgehandeld_op=evaluatie.uitgevoerd_op)
    traject = vergrendel(evaluatie.traject)
    ververs_termijn(traject, vandaag=vandaag)
    noteer(
        traject.client,
        "evaluatie",
        f"Evaluatie gehouden: {evaluatie.get_soort_display()}",
        tekst=f"Conclusie: {EvaluatieConclusie(evaluatie.conclusie).label}.",
        datum=evaluatie.uitgevoerd_op or vandaag,
        door=door,
        is_mijlpaal=True,
        is_beperkt=True,
    )
    return evaluatie


def _vergrendel(evaluatie: Evaluatie, versie: int | None) -> Evaluatie:
    gegrendeld = Evaluatie.objects.select_for_update(of=("self",)).get(pk=evaluatie.pk)
    if versie is not None and gegrendeld.versie != versie:
        raise Verouderd("een collega")
    if gegrendeld.geannuleerd_op:
        raise DomainError("Deze evaluatie is geannuleerd, omdat het traject eerder stopte.")
    if gegrendeld.uitgevoerd_op:
        raise DomainError("Deze evaluatie is al afgerond en kan niet meer wijzigen.")
    return gegrendeld


def _neem_over(evaluatie: Evaluatie, velden: dict[str, Any]) -> None:
    for naam in ("uitgevoerd_op", "besluit", "conclusie", "opmerking_client"):
        if naam in velden:
            setattr(evaluatie, naam, velden[naam])
    for naam in ("gezien_client_op", "gezien_gebruiker_op", "gezien_begeleider_op"):
        if naam in velden:
            setattr(evaluatie, naam, velden[naam])
    evaluatie.scores = {code: score for code, score in velden.get("scores", {}).items() if score in SCORES}
    evaluatie.doelen = [doel for doel in velden.get("doelen", []) if doel.get("tekst")]
    evaluatie.versie += 1


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
