"""The daily digest: on working days, only when there is something for today, and one mail per person per day."""

from datetime import date, datetime

import structlog
from django.db import transaction
from django.utils import timezone

from regie.accounts.models import Dagmail, User
from regie.core.dates import is_werkdag
from trajecten.notifications import bericht_id, stuur_dagoverzicht
from trajecten.selectors.dagoverzicht import mogelijke_ontvangers, tellingen

logger = structlog.get_logger(__name__)


def ontvangers(vandaag: date) -> list[int]:
    """Who may get one today and did not get it yet; nobody on a Saturday, a Sunday or a holiday."""
    if not is_werkdag(vandaag):
        return []
    gehad = set(Dagmail.objects.filter(datum=vandaag, fout="").values_list("user_id", flat=True))
    return [user_id for user_id in mogelijke_ontvangers(vandaag) if user_id not in gehad]


def dagoverzicht_versturen(*, user_id: int, nu: datetime) -> bool:
    """Send what one person has to do today. True when a mail left.

    The row of the day is claimed and committed before the mail leaves: a second run, at the same time or later, finds
    it. Only a refusal by the mail server frees it again; a run that dies in between sends nothing twice.
    """
    vandaag = timezone.localdate(nu)
    if user_id not in ontvangers(vandaag):
        return False
    regels = tellingen(user_id, vandaag)
    if not regels or not _claim(user_id, vandaag):
        return False
    dagmail = Dagmail.objects.select_related("user").get(user_id=user_id, datum=vandaag)
    try:
        stuur_dagoverzicht(dagmail.user, regels, vandaag=vandaag, message_id=dagmail.message_id)
    except OSError as fout:
        logger.warning("dagoverzicht_mislukt", user_id=user_id, fout=type(fout).__name__)
        Dagmail.objects.filter(pk=dagmail.pk).update(fout=type(fout).__name__)
        return False
    Dagmail.objects.filter(pk=dagmail.pk).update(verzonden_op=nu)
    return True


@transaction.atomic
def _claim(user_id: int, vandaag: date) -> bool:
    """Only one run gets the day; a refused mail may be tried again, by one run too."""
    User.objects.select_for_update(of=("self",)).get(pk=user_id)
    dagmail, nieuw = Dagmail.objects.get_or_create(
        user_id=user_id, datum=vandaag, defaults={"message_id": bericht_id(user_id, vandaag)}
    )
    if nieuw:
        return True
    return bool(Dagmail.objects.filter(pk=dagmail.pk, verzonden_op=None).exclude(fout="").update(fout=""))
