from datetime import date
from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from partners.enums import Partnerlinkdoel
from regie.core.tenancy import BinnenshuisManager, BinnenshuisModel


class PartnerlinkQuerySet(models.QuerySet["Partnerlink"]):
    def bruikbaar(self, vandaag: date) -> "PartnerlinkQuerySet":
        """Not expired and not revoked; a link that works once and was used is over too."""
        gebruikt = Q(doel__in=Partnerlinkdoel.eenmalig(), gebruikt_op__isnull=False)
        return self.filter(geldig_tot__gte=vandaag, ingetrokken_op=None).exclude(gebruikt)


PartnerlinkManager = BinnenshuisManager.from_queryset(PartnerlinkQuerySet)


class Partnerlink(BinnenshuisModel):
    """One address with which somebody without an account may do one thing for one organisatie, for a while.

    `eigenaar` is the organisatie in whose name the link is used: behind it only what that organisatie may see can be
    read. Only a hash of the secret is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    doel = models.CharField("doel", max_length=20, choices=Partnerlinkdoel)
    object_id = models.UUIDField("waarover")
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

    objects: ClassVar[PartnerlinkManager] = PartnerlinkManager()

    class Meta:
        verbose_name, verbose_name_plural = "partnerlink", "partnerlinks"
        constraints = [
            models.CheckConstraint(name="partnerlink_doel_geldig", condition=Q(doel__in=Partnerlinkdoel.values))
        ]
        indexes = [models.Index(fields=["gebied", "doel", "object_id"], name="partnerlink_object")]

    def __str__(self) -> str:
        return f"partnerlink {self.pk}"

    def is_bruikbaar(self, vandaag: date) -> bool:
        if self.ingetrokken_op or self.geldig_tot < vandaag:
            return False
        return not (self.gebruikt_op and self.doel in Partnerlinkdoel.eenmalig())
