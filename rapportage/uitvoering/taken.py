"""The two tasks of a worker. No GebiedTask: they open and close several transactions, one per step."""

from uuid import UUID

from celery import shared_task
from django.utils import timezone

from rapportage.models import Rapport, Verzending
from rapportage.uitvoering import maken, versturen
from regie.core.models import Regiegebied
from regie.core.tasks import queue_on_commit


@shared_task
def rapport_genereren_taak(*, gebied_id: int, rapport_id: str, **kwargs: object) -> None:
    gebied = Regiegebied.objects.get(pk=gebied_id)
    for verzending_id in maken.rapport_genereren(gebied=gebied, rapport_id=UUID(rapport_id)):
        queue_on_commit(verzending_versturen_taak, gebied_id=gebied_id, verzending_id=str(verzending_id))


@shared_task
def verzending_versturen_taak(*, gebied_id: int, verzending_id: str, **kwargs: object) -> None:
    gebied = Regiegebied.objects.get(pk=gebied_id)
    versturen.verzending_versturen(gebied=gebied, verzending_id=UUID(verzending_id), nu=timezone.now())


def start_genereren(rapport: Rapport) -> None:
    queue_on_commit(rapport_genereren_taak, gebied_id=rapport.gebied_id, rapport_id=str(rapport.pk))


def start_versturen(verzending: Verzending) -> None:
    queue_on_commit(verzending_versturen_taak, gebied_id=verzending.gebied_id, verzending_id=str(verzending.pk))
