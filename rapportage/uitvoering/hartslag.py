"""A run that takes seconds says that it lives, on a connection of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from uuid import UUID

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from rapportage.enums import RapportStatus
from rapportage.models import Rapport
from regie.core.models import Regiegebied
from regie.core.tenancy import gebied_context

logger = structlog.get_logger(__name__)


@contextmanager
def hartslag(gebied: Regiegebied, rapport_id: UUID, poging: int) -> Iterator[None]:
    stop = Event()
    draad = Thread(target=_klop, args=(gebied, rapport_id, poging, stop), daemon=True)
    draad.start()
    try:
        yield
    finally:
        stop.set()
        draad.join(timeout=5)


def _klop(gebied: Regiegebied, rapport_id: UUID, poging: int, stop: Event) -> None:
    """Ends by itself when the run was overtaken: then no row answers to this poging any more."""
    try:
        while not stop.wait(settings.RAPPORT_HARTSLAG):
            with gebied_context(gebied):
                eigen = Rapport.objects.filter(pk=rapport_id, poging=poging, status=RapportStatus.BEZIG)
                if not eigen.update(hartslag_op=timezone.now()):
                    return
    except DatabaseError:  # a missed beat costs a second run, never a wrong result
        logger.warning("hartslag_gemist", rapport=str(rapport_id))
    finally:
        connection.close()
