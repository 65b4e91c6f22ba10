"""Who was asked to answer a scan and stays silent: reminders by mail, then a line on the list of who leads it."""

import logging
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Min, QuerySet

from partners.enums import Opvolgingsoort, Scanstatus
from partners.models import Opvolging, Scan, Scandeelnemer
from partners.services.opvolging import plan_opvolging, sluit_opvolging
from partners.services.scan import STILTE, sleutel_stilte
from partners.services.scandeelnemers import stuur_scanlink
from regie.core.dates import is_werkdag
from regie.core.exceptions import DomainError
from regie.core.parameters import treden, waarde

logger = logging.getLogger(__name__)


def scans_opvolgen(vandaag: date) -> None:
    """Nightly, on working days. Who cannot be mailed now waits for the next night; the others go on."""
    if not is_werkdag(vandaag):
        return
    for deelnemer_id in te_herinneren(vandaag):
        try:
            herinnering_sturen(deelnemer_id=deelnemer_id, vandaag=vandaag)
        except DomainError as fout:
            logger.warning("scan herinneren, %s: %s", deelnemer_id, type(fout).__name__)
    _meld_stilte(vandaag)


def te_herinneren(vandaag: date) -> list[UUID]:
    """Who was mailed, did not answer, and got no reminder since the last rung, by the night or by hand."""
    ladder = [timedelta(days=dagen) for _, dagen in treden("scan_herinnering", op=vandaag)]
    stil = _stil().filter(met_mail=True, eigenaar__is_actief=True, scan__antwoorden_tot__gte=vandaag)
    over = []
    for deelnemer in stil.exclude(email="").exclude(user__is_active=False).order_by("gevraagd_op", "pk"):
        rijp = [deelnemer.gevraagd_op + na for na in ladder if deelnemer.gevraagd_op + na <= vandaag]
        if rijp and (deelnemer.herinnerd_op is None or deelnemer.herinnerd_op < max(rijp)):
            over.append(deelnemer.pk)
    return over


@transaction.atomic
def herinnering_sturen(*, deelnemer_id: UUID, vandaag: date) -> bool:
    """Once, whoever asks: the respondent is locked, and looked at again."""
    rijen = _stil().select_for_update(of=("self",), skip_locked=True).select_related("scan", "eigenaar")
    deelnemer = rijen.filter(pk=deelnemer_id).first()
    if deelnemer is None or deelnemer_id not in te_herinneren(vandaag):
        return False
    deelnemer.herinnerd_op = vandaag
    deelnemer.save(update_fields=["herinnerd_op"])
    stuur_scanlink(deelnemer, mailen=True, door=None, vandaag=vandaag, herinnering=True)
    return True


def _stil() -> "QuerySet[Scandeelnemer]":
    return Scandeelnemer.objects.gevraagd().filter(ingediend_op=None, is_trekker=False, scan__status=Scanstatus.OPEN)


def _meld_stilte(vandaag: date) -> None:
    """Mails do not help: who leads the scan speaks to them. Without a name, as the whole gebied may read it."""
    na = timedelta(days=int(waarde("scan_naar_trekker", op=vandaag)))
    lang_stil = _stil().filter(gevraagd_op__lte=vandaag - na).order_by()
    sinds = dict(lang_stil.values_list("scan").annotate(eerste=Min("gevraagd_op")))
    trekkers = dict(
        Scandeelnemer.objects.filter(scan__in=list(sinds), is_trekker=True).values_list("scan_id", "user_id")
    )
    for scan in Scan.objects.filter(pk__in=list(sinds)).select_related("eigenaar").order_by("pk"):
        plan_opvolging(
            sleutel=sleutel_stilte(scan.pk),
            soort=Opvolgingsoort.ACTIE,
            titel="Scan werkgeversgerichtheid: nog niet iedereen antwoordde",
            datum=sinds[scan.pk] + na,
            organisatie=scan.eigenaar,
            wie_id=trekkers.get(scan.pk),
            adres="partners:scan_beheer",
            object_id=scan.pk,
        )
    voorbij = Opvolging.objects.open().filter(sleutel__startswith=STILTE).exclude(object_id__in=list(sinds))
    for sleutel in voorbij.values_list("sleutel", flat=True):
        sluit_opvolging(sleutel=sleutel, vandaag=vandaag, door=None)
