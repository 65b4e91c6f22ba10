"""Recount the marginals of the active gebied: after a load that went around the trigger, or to repair."""

from django.db import connection, transaction

from regie.cijfers.models import Maandtelling
from regie.cijfers.sql import BIJTELLEN, SLOT, TELRIJEN
from regie.core.aggregate import alle_dossiers
from regie.core.tenancy import current_scope

ALLES = BIJTELLEN.format(
    telrijen=TELRIJEN.format(
        relatie="trajecten_statuswijziging",
        voorwaarde="w.gebied_id = %(gebied)s",
    )
)


@transaction.atomic
def herbereken() -> int:
    """Throw the marginals away and count every status change again; returns how many rows there are then.

    Writers wait meanwhile: they hold the same lock per OCMW until they commit, so no change is missed or counted
    twice.
    """
    with alle_dossiers() as ocmws, connection.cursor() as cursor:
        ids = sorted(ocmw.pk for ocmw in ocmws)
        for ocmw in ids:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [SLOT, ocmw])
        Maandtelling.objects.all().delete()
        cursor.execute(ALLES, {"gebied": current_scope().gebied.pk})
        return Maandtelling.objects.count()
