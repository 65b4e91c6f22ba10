"""What the clock starts in trajecten."""

from uuid import UUID

from celery import shared_task
from django.utils import timezone

from partners.services import bijlagen
from regie.core import kluis
from regie.core.models import Organisatie, Regiegebied
from regie.core.tasks import GebiedTask, queue_on_commit
from regie.core.tenancy import gebied_context
from trajecten import services
from trajecten.services import (
    bewaring,
    dagoverzicht,
    documenten,
    evaluatievraag,
    inladen,
    overdracht,
    samenvoegen,
    signalen,
)


@shared_task
def opruimen_per_gebied(**kwargs: object) -> None:
    """Nightly: one clean-up per gebied, each with its own scope."""
    for gebied in Regiegebied.objects.order_by("pk"):
        ids = list(Organisatie.objects.filter(gebied=gebied).ocmws().values_list("pk", flat=True))
        opruimen.enqueue_in(gebied.pk, ids)


@shared_task(base=GebiedTask)
def opruimen(**kwargs: object) -> None:
    services.ontwerpen_opruimen(vandaag=timezone.localdate())
    inladen.CLIENTENLIJST.opruimen(vandaag=timezone.localdate())
    overdracht.overdrachten_laten_vervallen(vandaag=timezone.localdate())
    samenvoegen.samenvoegingen_afronden(vandaag=timezone.localdate())
    documenten.verwijderde_documenten_wissen(vandaag=timezone.localdate())
    bewaring.wissingen_uitvoeren(vandaag=timezone.localdate())


@shared_task
def bestanden_opruimen(**kwargs: object) -> None:
    """Nightly: files that a crash left without a row go, after a day. Every gebied says which ones it knows."""
    kluis.opruimen(_bekend_ergens)


def _bekend_ergens(sleutels: list[UUID]) -> set[UUID]:
    bekend: set[UUID] = set()
    for gebied in Regiegebied.objects.order_by("pk"):
        ids = list(Organisatie.objects.filter(gebied=gebied).values_list("pk", flat=True))
        with gebied_context(gebied, ids):
            bekend |= documenten.bekende_documenten(sleutels) | bijlagen.bekende_bijlagen(sleutels)
    return bekend


@shared_task
def signalen_per_ocmw(**kwargs: object) -> None:
    """Nightly: the signals of every OCMW, each in a scope and a transaction of its own."""
    for ocmw_id, gebied_id in Organisatie.objects.ocmws().order_by("pk").values_list("pk", "gebied_id"):
        signalen_berekenen.enqueue_in(gebied_id, [ocmw_id])


@shared_task(base=GebiedTask)
def signalen_berekenen(**kwargs: object) -> None:
    signalen.herbereken_alles(vandaag=timezone.localdate())


@shared_task
def dagoverzichten(**kwargs: object) -> None:
    """Half past seven on working days, and twice more for what could not leave: one task per person."""
    for user_id in dagoverzicht.ontvangers(timezone.localdate()):
        queue_on_commit(dagoverzicht_versturen, user_id=user_id)


@shared_task
def dagoverzicht_versturen(*, user_id: int, **kwargs: object) -> None:
    dagoverzicht.dagoverzicht_versturen(user_id=user_id, nu=timezone.now())


@shared_task(base=GebiedTask)
def clienten_inladen(*, inlading_id: str, **kwargs: object) -> None:
    """One batch of a client list, one transaction; the next batch is a task of its own."""
    if not inladen.CLIENTENLIJST.verwerken(lijst_id=inlading_id, vandaag=timezone.localdate()):
        clienten_inladen.enqueue(inlading_id=inlading_id)


@shared_task
def inladingen_opvolgen(**kwargs: object) -> None:
    """Every minute: go on with what a dead worker or an unreachable broker left behind."""
    for gebied in Regiegebied.objects.order_by("pk"):
        ids = list(Organisatie.objects.filter(gebied=gebied).ocmws().values_list("pk", flat=True))
        with gebied_context(gebied, ids):
            inladen.CLIENTENLIJST.hervatten()


@shared_task
def evaluaties_herinneren_per_gebied(**kwargs: object) -> None:
    """Every working day: who was asked for an evaluation and stays silent gets a reminder."""
    for gebied in Regiegebied.objects.order_by("pk"):
        ids = list(Organisatie.objects.filter(gebied=gebied).ocmws().values_list("pk", flat=True))
        evaluaties_herinneren.enqueue_in(gebied.pk, ids)


@shared_task(base=GebiedTask)
def evaluaties_herinneren(**kwargs: object) -> None:
    """One task per reminder: a mail that fails takes no other one with it, and is tried again the next day."""
    for vraag_id, nummer in evaluatievraag.te_herinneren(timezone.localdate()):
        evaluatie_herinneren.enqueue(vraag_id=str(vraag_id), nummer=nummer)


@shared_task(base=GebiedTask)
def evaluatie_herinneren(*, vraag_id: str, nummer: int, **kwargs: object) -> None:
    evaluatievraag.herinnering_sturen(vraag_id=UUID(vraag_id), nummer=nummer, vandaag=timezone.localdate())
