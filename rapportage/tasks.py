"""What the clock starts: once per gebied, each in its own transaction."""

from celery import shared_task
from django.utils import timezone

from rapportage import services
from regie.core.models import Regiegebied
from regie.core.tasks import GebiedTask


@shared_task
def rapporten_inplannen(**kwargs: object) -> None:
    """Every hour: subscriptions that are due."""
    for gebied_id in Regiegebied.objects.order_by("pk").values_list("pk", flat=True):
        rapporten_inplannen_gebied.enqueue_in(gebied_id, [])


@shared_task
def rapporten_opvolgen(**kwargs: object) -> None:
    """Every half minute: rapporten and mails that do not move."""
    for gebied_id in Regiegebied.objects.order_by("pk").values_list("pk", flat=True):
        rapporten_opvolgen_gebied.enqueue_in(gebied_id, [])


@shared_task(base=GebiedTask)
def rapporten_inplannen_gebied(**kwargs: object) -> int:
    return services.abonnementen_uitvoeren(vandaag=timezone.localdate())


@shared_task(base=GebiedTask)
def rapporten_opvolgen_gebied(**kwargs: object) -> dict[str, int]:
    return services.rapporten_opvolgen(nu=timezone.now())
