"""What every signed link is made of (see regie.core.zegel and regie.core.deur)."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar, Protocol, Self

from django.conf import settings
from django.db import models
from django.db.models import Q


class LinkQuerySet(models.QuerySet[Any]):
    def bruikbaar(self, vandaag: date) -> Self:
        """Not expired and not revoked; a link that works once and was used is over too."""
        gebruikt = Q(doel__in=self.model.doelen.eenmalig(), gebruikt_op__isnull=False)
        return self.filter(geldig_tot__gte=vandaag, ingetrokken_op=None).exclude(gebruikt)


class Doelen(Protocol):
    @classmethod
    def eenmalig(cls) -> Sequence[str]: ...


class LinkVelden(models.Model):
    """For whom an address is, until when, and what came of it. Only a hash of its secret is kept.

    The table adds `doel` and names its `doelen`, which know for which of them one answer is the end.
    """

    doel: Any
    doelen: ClassVar[type[Doelen]]
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

    class Meta:
        abstract = True

    def is_bruikbaar(self, vandaag: date) -> bool:
        if self.ingetrokken_op or self.geldig_tot < vandaag:
            return False
        return not (self.gebruikt_op and self.doel in self.doelen.eenmalig())
