"""What the clock starts in trajecten."""

from celery import shared_task
from django.utils import timezone

from regie.core.models import Organisatie, Regiegebied
from regie.core.tasks import GebiedTask
from trajecten import services


@shared_task
def opruimen_per_gebied(**kwargs: object) -> None:
    """Nightly: one clean-up per gebied, each with its own scope."""
    for gebied in Regiegebied.objects.order_by("pk"):
        ids = list(Organisatie.objects.filter(gebied=gebied).ocmws().values_list("pk", flat=True))  # type: ignore[attr-defined]
        opruimen.enqueue_in(gebied.pk, ids)


@shared_task(base=GebiedTask)
def opruimen(**kwargs: object) -> None:
    services.ontwerpen_opruimen(vandaag=timezone.localdate())
