from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from regie.core.models.link import LinkQuerySet, LinkVelden
from regie.core.tenancy import DossierManager, DossierModel
from trajecten.enums import Linkdoel

LinkManager = DossierManager.from_queryset(LinkQuerySet)


class Link(LinkVelden, DossierModel):
    """One address with which somebody without an account may do one thing about one object, for a while."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    doel = models.CharField("doel", max_length=30, choices=Linkdoel)
    client = models.ForeignKey(
        "trajecten.Client", models.CASCADE, related_name="links", verbose_name="cliënt", null=True, blank=True
    )
    organisatie = models.ForeignKey(
        "core.Organisatie",
        models.PROTECT,
        related_name="+",
        verbose_name="organisatie van de ontvanger",
        null=True,
        blank=True,
    )

    doelen = Linkdoel
    objects: ClassVar[LinkManager] = LinkManager()

    class Meta:
        verbose_name, verbose_name_plural = "link", "links"
        constraints = [models.CheckConstraint(name="link_doel_geldig", condition=Q(doel__in=Linkdoel.values))]
        indexes = [
            models.Index(fields=["gebied", "doel", "object_id"], name="link_object"),
            models.Index(fields=["gebied", "client"], name="link_client"),
            models.Index(fields=["gebied", "organisatie", "geldig_tot"], name="link_organisatie"),
        ]

    def __str__(self) -> str:
        return f"link {self.pk}"
