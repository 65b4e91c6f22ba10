from celery import shared_task
from django.core.management import call_command
from django.utils import timezone

from regie.portal.models import Hartslag


@shared_task
def hartslag(**kwargs: object) -> None:
    """Sent by beat, run by a worker: one row each, so /klaar can tell which of them is silent.

    A beat that lives proves itself by this task arriving; the worker proves itself by running it.
    """
    nu = timezone.now()
    for proces in ("beat", "worker"):
        Hartslag.objects.update_or_create(proces=proces, defaults={"op": nu})


@shared_task
def sessies_opruimen(**kwargs: object) -> None:
    """Nightly: sessions nobody can use any more."""
    call_command("clearsessions")
