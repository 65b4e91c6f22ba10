from collections.abc import Iterable
from typing import Any

import structlog
from celery import Task
from celery.contrib.django.task import DjangoTask
from django.db import transaction
from kombu.exceptions import OperationalError

from regie.core.models import Regiegebied
from regie.core.tenancy import current_scope, gebied_context

logger = structlog.get_logger(__name__)


class GebiedTask(DjangoTask):
    """A Celery task that runs inside one scope. Start it with `.enqueue(...)`, never with `.delay()`."""

    abstract = True

    def __call__(self, *, gebied_id: int, organisatie_ids: list[int], lid_van: list[int], **kwargs: Any) -> Any:
        with gebied_context(Regiegebied.objects.get(pk=gebied_id), organisatie_ids, lid_van=lid_van):
            return super().__call__(**kwargs)

    def enqueue(self, **kwargs: Any) -> None:
        """Queue after commit, with exactly what the caller may see."""
        scope = current_scope()
        self.enqueue_in(scope.gebied.pk, list(scope.organisatie_ids), lid_van=list(scope.lid_van), **kwargs)

    def enqueue_in(
        self, gebied_id: int, organisatie_ids: list[int], *, lid_van: Iterable[int] = (), **kwargs: Any
    ) -> None:
        """Queue after commit for a given gebied: what the clock does, once per gebied."""
        queue_on_commit(self, gebied_id=gebied_id, organisatie_ids=organisatie_ids, lid_van=list(lid_van), **kwargs)


def queue_on_commit(task: Task, **kwargs: Any) -> None:
    """Queue `task` after commit. A broker that is down loses nothing: work is a row that beat picks up again."""

    def publiceer() -> None:
        try:
            task.apply_async(kwargs=kwargs, retry=False)
        except OperationalError:
            logger.warning("wachtrij_onbereikbaar", taak=task.name)

    transaction.on_commit(publiceer)
