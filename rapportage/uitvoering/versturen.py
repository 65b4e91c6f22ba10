"""Mailing one rapport to one receiver, once.

The row is locked while the mail server is spoken to, and `verzonden` is written in that same transaction before the
conversation starts. What is left is the moment between the server's "250" and our COMMIT: dying right there means a
second delivery, with the same Message-ID, which mail servers drop (docs/adr).
"""

from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import structlog
from django.conf import settings
from django.core.mail import get_connection
from django.db import transaction

from rapportage.enums import RapportStatus, VerzendStatus
from rapportage.models import Rapport, Verzending
from rapportage.notifications import rapportmail
from rapportage.transitions import check_transition
from regie.core.audit import record_event
from regie.core.models import Regiegebied
from regie.core.tenancy import gebied_context

logger = structlog.get_logger(__name__)


def message_id_voor(verzending: Verzending) -> str:
    """The same for every attempt, so that a mail server recognises a repeat."""
    return f"<rapport-{verzending.pk}@{urlsplit(settings.BASIS_URL).hostname or 'localhost'}>"


def mag_opnieuw(verzending: Verzending, nu: datetime) -> bool:
    """Longer and longer pauses: RAPPORT_MAIL_WACHT holds the seconds before each poging."""
    if verzending.poging >= len(settings.RAPPORT_MAIL_WACHT):
        return True  # the claim turns it into mislukt
    wacht = timedelta(seconds=settings.RAPPORT_MAIL_WACHT[verzending.poging])
    return verzending.laatste_poging_op is None or verzending.laatste_poging_op + wacht <= nu


def verzending_versturen(*, gebied: Regiegebied, verzending_id: UUID, nu: datetime) -> bool:
    """Whether the mail left in this run."""
    poging = _claim(gebied, verzending_id, nu)
    if poging is None:
        return False
    lijn = get_connection()
    try:
        rapport_id = _lever_af(gebied, verzending_id, poging, lijn, nu)
    except (SMTPException, OSError) as fout:
        logger.warning("verzending_mislukt", verzending=str(verzending_id), poging=poging, soort=type(fout).__name__)
        _noteer_fout(gebied, verzending_id, poging, fout)
        return False
    finally:
        lijn.close()
    if rapport_id is None:
        return False
    with gebied_context(gebied):
        rapport_afsluiten(rapport_id)
    return True


def _claim(gebied: Regiegebied, verzending_id: UUID, nu: datetime) -> int | None:
    """Count the attempt before it is made: a mail that kills its worker does not do so for ever."""
    with gebied_context(gebied):
        verzending = _op_slot(verzending_id)
        if verzending is None or not mag_opnieuw(verzending, nu):
            return None
        if verzending.poging >= len(settings.RAPPORT_MAIL_WACHT):
            verzending.status = VerzendStatus.MISLUKT
            verzending.fout = verzending.fout or "De mail kon niet verstuurd worden en het aantal pogingen is op."
            verzending.save(update_fields=["status", "fout"])
            return None
        verzending.poging += 1
        verzending.laatste_poging_op = nu
        verzending.save(update_fields=["poging", "laatste_poging_op"])
        return verzending.poging


def _op_slot(verzending_id: UUID) -> Verzending | None:
    """The row, locked; nothing when another worker holds it, when it is done, or when there is no rapport yet."""
    klaar = [RapportStatus.KLAAR, RapportStatus.VERZONDEN]
    wachtend = Verzending.objects.filter(pk=verzending_id, status=VerzendStatus.WACHT, rapport__status__in=klaar)
    return wachtend.select_for_update(of=("self",), skip_locked=True).select_related("rapport", "gebied").first()


def _lever_af(gebied: Regiegebied, verzending_id: UUID, poging: int, lijn: Any, nu: datetime) -> UUID | None:
    with gebied_context(gebied):
        verzending = _op_slot(verzending_id)
        if verzending is None or verzending.poging != poging:
            return None
        mail = rapportmail(verzending)
        lijn.open()
        verzending.status, verzending.verzonden_op, verzending.fout = VerzendStatus.VERZONDEN, nu, ""
        verzending.save(update_fields=["status", "verzonden_op", "fout"])
        record_event("rapport.verzonden", verzending.rapport, door=None, verzending=str(verzending.pk), poging=poging)
        lijn.send_messages([mail])
        return verzending.rapport_id


def _noteer_fout(gebied: Regiegebied, verzending_id: UUID, poging: int, fout: Exception) -> None:
    blijvend = _is_geweigerd(fout)
    op = poging >= len(settings.RAPPORT_MAIL_WACHT)
    with gebied_context(gebied):
        eigen = Verzending.objects.filter(pk=verzending_id, poging=poging, status=VerzendStatus.WACHT)
        eigen.update(
            status=VerzendStatus.MISLUKT if blijvend or op else VerzendStatus.WACHT, fout=_zin(fout, blijvend)
        )


def _code(fout: Exception) -> int:
    if isinstance(fout, SMTPRecipientsRefused):
        return next((code for code, _ in fout.recipients.values()), 0)
    return fout.smtp_code if isinstance(fout, SMTPResponseException) else 0


def _is_geweigerd(fout: Exception) -> bool:
    """A refusal of the message or the receiver (5xx) does not go away by asking again."""
    return 500 <= _code(fout) < 600


def _zin(fout: Exception, blijvend: bool) -> str:
    code = _code(fout)
    if isinstance(fout, SMTPRecipientsRefused) and blijvend:
        return f"De mailserver aanvaardt dit adres niet (code {code}). Kijk het e-mailadres na."
    if code:
        return f"De mailserver weigerde de mail (code {code})."
    return "De mailserver was niet bereikbaar. We proberen het later opnieuw."


@transaction.atomic
def rapport_afsluiten(rapport_id: UUID) -> bool:
    """Klaar becomes verzonden when no mail waits any more. The lock makes the last of several workers see it."""
    rapport = Rapport.objects.zonder_inhoud().select_for_update(of=("self",)).get(pk=rapport_id)
    statussen = set(Verzending.objects.filter(rapport=rapport_id).values_list("status", flat=True))
    if rapport.status != RapportStatus.KLAAR or VerzendStatus.WACHT in statussen:
        return False
    if VerzendStatus.VERZONDEN not in statussen:
        return False
    check_transition(RapportStatus.KLAAR, RapportStatus.VERZONDEN)
    Rapport.objects.filter(pk=rapport_id).update(status=RapportStatus.VERZONDEN)
    return True
