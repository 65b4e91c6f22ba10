"""When an agreement asks for attention: its end, the last day for notice, missing signatures and evaluations."""

from datetime import date, timedelta

from django.db import transaction

from partners.enums import Opvolgingsoort
from partners.models import Evaluatieoverleg, Overeenkomst
from partners.services.opvolging import plan_opvolging, sluit_opvolging
from regie.core.dates import plus_maanden
from regie.core.parameters import waarde
from regie.core.permissions import Toegang

PAGINA = "partners:overeenkomst"


@transaction.atomic
def herinneringen_plannen(*, overeenkomst: Overeenkomst, vandaag: date, door: Toegang | None) -> None:
    """Idempotent: what no longer applies is closed, what moved gets its new day. A draft asks nothing of anybody."""
    datums = _datums(overeenkomst, vandaag)
    for soort in ("einde", "opzeg", "handtekening"):
        sleutel = f"overeenkomst:{overeenkomst.pk}:{soort}"
        if soort in datums:
            datum, titel = datums[soort]
            _plan(sleutel, titel, datum, overeenkomst)
        else:
            sluit_opvolging(sleutel=sleutel, vandaag=vandaag, door=door)
    for evaluatie in overeenkomst.evaluaties.all():
        _evaluatie(overeenkomst, evaluatie, vandaag, door)


def evaluatie_vergeten(*, evaluatie_id: object, vandaag: date, door: Toegang | None) -> None:
    sluit_opvolging(sleutel=_sleutel_evaluatie(evaluatie_id), vandaag=vandaag, door=door)


def _datums(overeenkomst: Overeenkomst, vandaag: date) -> dict[str, tuple[date, str]]:
    """Per kind of reminder: its day, and what it says to the whole gebied."""
    if not overeenkomst.gedeeld or overeenkomst.opgezegd_op:
        return {}
    uit: dict[str, tuple[date, str]] = {}
    if overeenkomst.verstuurd_op and overeenkomst.partijen.filter(getekend_op=None).exists():
        dag = overeenkomst.verstuurd_op + _dagen("HANDTEKENING", vandaag)
        uit["handtekening"] = (dag, f"Handtekening ontbreekt: {overeenkomst}")
    if overeenkomst.tot is None or overeenkomst.opvolgers.exists():
        return uit
    tot = overeenkomst.tot
    uit["einde"] = (tot - _dagen("EINDE", vandaag), f"Loopt af op {tot:%d/%m/%Y}, vernieuwen? {overeenkomst}")
    if overeenkomst.opzegtermijn:
        uiterste = plus_maanden(tot, -overeenkomst.opzegtermijn)
        titel = f"Opzeggen kan tot {uiterste:%d/%m/%Y}: {overeenkomst}"
        uit["opzeg"] = (uiterste - _dagen("OPZEG", vandaag), titel)
    return uit


def _evaluatie(overeenkomst: Overeenkomst, evaluatie: Evaluatieoverleg, vandaag: date, door: Toegang | None) -> None:
    sleutel = _sleutel_evaluatie(evaluatie.pk)
    if not overeenkomst.gedeeld or evaluatie.gehouden:
        sluit_opvolging(sleutel=sleutel, vandaag=vandaag, door=door)
        return
    titel = f"Evaluatie op {evaluatie.datum:%d/%m/%Y}: {overeenkomst}"
    _plan(sleutel, titel, evaluatie.datum - _dagen("EVALUATIE", vandaag), overeenkomst)


def _plan(sleutel: str, titel: str, datum: date, overeenkomst: Overeenkomst) -> None:
    plan_opvolging(
        sleutel=sleutel,
        soort=Opvolgingsoort.OVEREENKOMST,
        titel=titel,
        datum=datum,
        organisatie=overeenkomst.eigenaar,
        adres=PAGINA,
        object_id=overeenkomst.pk,
    )


def _sleutel_evaluatie(pk: object) -> str:
    return f"overeenkomst:evaluatie:{pk}"


def _dagen(dimensie: str, vandaag: date) -> timedelta:
    return timedelta(days=int(waarde("overeenkomst_herinnering", op=vandaag, dimensie=dimensie)))
