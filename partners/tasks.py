"""What the clock starts in partners."""

from celery import shared_task
from django.utils import timezone

from partners.services import inladen, nachtwerk
from regie.core.models import Organisatie, Regiegebied
from regie.core.tasks import GebiedTask
from regie.core.tenancy import gebied_context


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


@shared_task(base=GebiedTask)
def werkgevers_inladen(*, lijst_id: str, **kwargs: object) -> None:
    """One batch of a list of employers, one transaction; the next batch is a task of its own."""
    if not inladen.WERKGEVERSLIJST.verwerken(lijst_id=lijst_id, vandaag=timezone.localdate()):
        werkgevers_inladen.enqueue(lijst_id=lijst_id)


@shared_task
def werkgeverslijsten_opvolgen(**kwargs: object) -> None:
    """Every minute: go on with what a dead worker or an unreachable broker left behind."""
    for gebied in Regiegebied.objects.order_by("pk"):
        leden = list(Organisatie.objects.filter(gebied=gebied).values_list("pk", flat=True))
        with gebied_context(gebied, lid_van=leden):
            inladen.WERKGEVERSLIJST.hervatten()
