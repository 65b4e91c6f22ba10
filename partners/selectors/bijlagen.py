from uuid import UUID

from django.db.models import QuerySet

from partners.enums import Bijlageonderwerp
from partners.models import Bijlage


def bijlagen_van(onderwerp: Bijlageonderwerp, object_id: UUID) -> QuerySet[Bijlage]:
    """The files of one agreement, meeting or decision, newest first."""
    rijen = Bijlage.objects.aanwezig().filter(onderwerp=onderwerp, object_id=object_id)
    return rijen.select_related("eigenaar").order_by("-created_at", "pk")
