"""Picking up what fell: rapporten and mails whose task was lost, or whose worker died."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from rapportage.enums import RapportStatus, VerzendStatus
from rapportage.models import Rapport, Verzending
from rapportage.uitvoering import mag_opnieuw, rapport_afsluiten, start_genereren, start_versturen


@transaction.atomic
def rapporten_opvolgen(*, nu: datetime) -> dict[str, int]:
    """Queue again whatever is not moving. Queueing twice is harmless: a run must first claim its row."""
    return {
        "rapporten": _herstart_rapporten(nu),
        "verzendingen": _herstart_verzendingen(nu),
        "afgesloten": _sluit_af(),
    }


def _herstart_rapporten(nu: datetime) -> int:
    stil = nu - timedelta(seconds=settings.RAPPORT_STIL_NA)
    wacht = nu - timedelta(seconds=settings.RAPPORT_WACHT_NA)
    Rapport.objects.filter(status=RapportStatus.BEZIG, hartslag_op__lt=stil).update(status=RapportStatus.WACHT)
    vergeten = Rapport.objects.filter(status=RapportStatus.WACHT).filter(
        Q(hartslag_op=None, created_at__lt=wacht) | Q(hartslag_op__lt=wacht)
    )
    rapporten = list(vergeten.zonder_inhoud().order_by("created_at"))
    for rapport in rapporten:
        start_genereren(rapport)
    return len(rapporten)


def _herstart_verzendingen(nu: datetime) -> int:
    klaar = [RapportStatus.KLAAR, RapportStatus.VERZONDEN]
    wachtend = Verzending.objects.filter(status=VerzendStatus.WACHT, rapport__status__in=klaar).order_by("created_at")
    gestart = [verzending for verzending in wachtend if mag_opnieuw(verzending, nu)]
    for verzending in gestart:
        start_versturen(verzending)
    return len(gestart)


def _sluit_af() -> int:
    """Rapporten whose last mail left just before a worker died."""
    nog_open = Verzending.objects.filter(rapport=OuterRef("pk"), status=VerzendStatus.WACHT)
    verstuurd = Verzending.objects.filter(rapport=OuterRef("pk"), status=VerzendStatus.VERZONDEN)
    klaar = Rapport.objects.filter(status=RapportStatus.KLAAR).filter(Exists(verstuurd), ~Exists(nog_open))
    ids = list(klaar.values_list("pk", flat=True))
    return sum(rapport_afsluiten(rapport_id) for rapport_id in ids)
