"""What the clock starts in actieplannen."""

from celery import shared_task
from django.utils import timezone

from actieplannen.services import nachtwerk
from regie.core.models import Organisatie, Regiegebied
from regie.core.tasks import GebiedTask


@shared_task
def opvolging_per_gebied(**kwargs: object) -> None:
    """Nightly: every function of NACHTWERK, once per gebied, as a member of all its organisaties."""
    for gebied in Regiegebied.objects.order_by("pk"):
        leden = list(Organisatie.objects.filter(gebied=gebied).order_by("pk").values_list("pk", flat=True))
        for naam in nachtwerk.namen():
            nachtwerk_uitvoeren.enqueue_in(gebied.pk, [], lid_van=leden, naam=naam)


@shared_task(base=GebiedTask)
def nachtwerk_uitvoeren(*, naam: str, **kwargs: object) -> None:
    nachtwerk.voer_uit(naam=naam, vandaag=timezone.localdate())
