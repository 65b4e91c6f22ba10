from datetime import date
from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from regie.core.tenancy import DossierManager, DossierModel
from trajecten.enums import Linkdoel


class LinkQuerySet(models.QuerySet["Link"]):
    def bruikbaar(self, vandaag: date) -> "LinkQuerySet":
        """Not expired and not revoked; a link that works once and was used is over too."""
        gebruikt = Q(doel__in=Linkdoel.eenmalig(), gebruikt_op__isnull=False)
        return self.filter(geldig_tot__gte=vandaag, ingetrokken_op=None).exclude(gebruikt)


LinkManager = DossierManager.from_queryset(LinkQuerySet)


class Link(DossierModel):
    """One address with which somebody without an account may do one thing about one object, for a while.

    Only a hash of the secret is kept: who reads this table cannot make the address.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    doel = models.CharField("doel", max_length=30, choices=Linkdoel)
    object_id = models.UUIDField("waarover")
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
    ontvanger_naam = models.CharField("naam van de ontvanger", max_length=120, blank=True)
    ontvanger_email = models.EmailField("e-mailadres van de ontvanger", blank=True)
    geheim_hash = models.CharField("hash van het geheim", max_length=64, unique=True, editable=False)
    geldig_tot = models.DateField("geldig tot en met")
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    geopend_op = models.DateTimeField("geopend op", null=True, blank=True)
    gebruikt_op = models.DateTimeField("gebruikt op", null=True, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

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

    def is_bruikbaar(self, vandaag: date) -> bool:
        if self.ingetrokken_op or self.geldig_tot < vandaag:
            return False
        return not (self.gebruikt_op and self.doel in Linkdoel.eenmalig())
