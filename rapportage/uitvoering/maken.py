"""Making one rapport: claim, count, render, store. Each step its own transaction; rendering is in none.

`poging` is a fencing token. Claiming raises it, and only the run that still holds the latest number may store its
result, so a worker that was thought dead and wakes up later changes nothing.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import structlog
from billiard.exceptions import SoftTimeLimitExceeded
from django.db import connection, transaction
from django.utils import timezone

from rapportage.enums import RapportStatus, VerzendStatus
from rapportage.inhoud import maak_momentopname, momentopname_sha256
from rapportage.models import Rapport, Verzending
from rapportage.pdf import maak_pdf
from rapportage.transitions import check_transition
from rapportage.uitvoering.hartslag import hartslag
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Regiegebied
from regie.core.tenancy import gebied_context

logger = structlog.get_logger(__name__)
OPGEGEVEN = "Het rapport kon na {n} pogingen niet gemaakt worden. Probeer het opnieuw of verwittig de beheerder."


def rapport_genereren(*, gebied: Regiegebied, rapport_id: UUID) -> list[UUID]:
    """Make the rapport and return the verzendingen that may leave now; nothing when somebody else is at it."""
    rapport = _claim(gebied, rapport_id)
    if rapport is None:
        return []
    try:
        with hartslag(gebied, rapport_id, rapport.poging):
            momentopname = _tel(gebied, rapport)
            pdf = maak_pdf(momentopname)
    except Exception as fout:  # whatever stops a run becomes a sentence on its row; the trace goes to the log
        logger.exception("rapport_mislukt", rapport=str(rapport_id), poging=rapport.poging)
        _noteer_fout(gebied, rapport, _zin(fout, rapport))
        return []
    return _bewaar(gebied, rapport, momentopname, pdf)


def _claim(gebied: Regiegebied, rapport_id: UUID) -> Rapport | None:
    with gebied_context(gebied):
        vrij = Rapport.objects.filter(pk=rapport_id, status=RapportStatus.WACHT).zonder_inhoud()
        rapport = vrij.select_for_update(of=("self",), skip_locked=True).first()
        if rapport is None:
            return None
        check_transition(RapportStatus.WACHT, RapportStatus.BEZIG)
        rapport.poging += 1
        rapport.status, rapport.hartslag_op = RapportStatus.BEZIG, timezone.now()
        if rapport.poging > rapport.laatste_kans:  # every earlier run died without a word
            rapport.status, rapport.fout = RapportStatus.MISLUKT, OPGEGEVEN.format(n=rapport.laatste_kans)
        rapport.save(update_fields=["poging", "status", "hartslag_op", "fout"])
        return rapport if rapport.status == RapportStatus.BEZIG else None


def _tel(gebied: Regiegebied, rapport: Rapport) -> dict[str, Any]:
    with _een_beeld(), gebied_context(gebied):
        return maak_momentopname(rapport)


@contextmanager
def _een_beeld() -> Iterator[None]:
    """One view of the database for all queries, so that the figures of one rapport agree with each other."""
    if connection.in_atomic_block:  # a test, or a caller with a transaction of its own
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _bewaar(gebied: Regiegebied, rapport: Rapport, momentopname: dict[str, Any], pdf: bytes) -> list[UUID]:
    check_transition(RapportStatus.BEZIG, RapportStatus.KLAAR)
    with gebied_context(gebied):
        eigen = Rapport.objects.filter(pk=rapport.pk, poging=rapport.poging, status=RapportStatus.BEZIG)
        bewaard = eigen.update(
            status=RapportStatus.KLAAR,
            momentopname=momentopname,
            momentopname_sha256=momentopname_sha256(momentopname),
            pdf=pdf,
            sha256=hashlib.sha256(pdf).hexdigest(),
            gemaakt_op=timezone.now(),
            fout="",
        )
        if not bewaard:
            logger.warning("rapport_ingehaald", rapport=str(rapport.pk), poging=rapport.poging)
            return []
        record_event("rapport.gemaakt", rapport, door=None, poging=rapport.poging, bytes=len(pdf))
        wachtend = Verzending.objects.filter(rapport=rapport.pk, status=VerzendStatus.WACHT).order_by("created_at")
        return list(wachtend.values_list("pk", flat=True))


def _zin(fout: Exception, rapport: Rapport) -> str:
    if isinstance(fout, DomainError):
        return str(fout)[:300]
    if isinstance(fout, SoftTimeLimitExceeded):
        return "Het maken duurde te lang en is gestopt."
    return f"Er liep iets mis bij het maken van het rapport (poging {rapport.poging})."


def _noteer_fout(gebied: Regiegebied, rapport: Rapport, zin: str) -> None:
    naar = RapportStatus.WACHT if rapport.poging < rapport.laatste_kans else RapportStatus.MISLUKT
    check_transition(RapportStatus.BEZIG, naar)
    with gebied_context(gebied):
        eigen = Rapport.objects.filter(pk=rapport.pk, poging=rapport.poging, status=RapportStatus.BEZIG)
        if eigen.update(status=naar, fout=zin, hartslag_op=timezone.now()) and naar == RapportStatus.MISLUKT:
            record_event("rapport.mislukt", rapport, door=None, poging=rapport.poging)
