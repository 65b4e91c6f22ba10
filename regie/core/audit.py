from django.db.models import Model

from regie.core.models import Gebeurtenis
from regie.core.permissions import Toegang


def record_event(soort: str, obj: Model, *, door: Toegang | None, **details: object) -> Gebeurtenis:
    """One append-only row about something of the gebied. Never personal data in `details`: ids and codes only."""
    return Gebeurtenis.objects.create(
        soort=soort,
        object_type=obj._meta.label_lower,
        object_id=str(obj.pk),
        user_id=door.user_id if door else None,
        details=details,
    )
