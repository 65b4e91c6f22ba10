from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from partners.enums import Partnerlinkdoel
from regie.core.models.link import LinkQuerySet, LinkVelden
from regie.core.tenancy import BinnenshuisManager, BinnenshuisModel

PartnerlinkManager = BinnenshuisManager.from_queryset(LinkQuerySet)


class Partnerlink(LinkVelden, BinnenshuisModel):
    """One address with which somebody without an account may do one thing for one organisatie, for a while.

    `eigenaar` is the organisatie in whose name the link is used: behind it only what that organisatie may see can be
    read.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    doel = models.CharField("doel", max_length=20, choices=Partnerlinkdoel)

    doelen = Partnerlinkdoel
    objects: ClassVar[PartnerlinkManager] = PartnerlinkManager()

    class Meta:
        verbose_name, verbose_name_plural = "partnerlink", "partnerlinks"
        constraints = [
            models.CheckConstraint(name="partnerlink_doel_geldig", condition=Q(doel__in=Partnerlinkdoel.values))
        ]
        indexes = [models.Index(fields=["gebied", "doel", "object_id"], name="partnerlink_object")]

    def __str__(self) -> str:
        return f"partnerlink {self.pk}"
