from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from partners.enums import Bijlageonderwerp, Bijlagesoort
from regie.core.tenancy import DeelbaarManager, DeelbaarModel


class BijlageQuerySet(models.QuerySet["Bijlage"]):
    def aanwezig(self) -> "BijlageQuerySet":
        return self.filter(verwijderd_op=None)


BijlageManager = DeelbaarManager.from_queryset(BijlageQuerySet)


class Bijlage(DeelbaarModel):
    """A file with an agreement, a meeting or a decision; its bytes are in the vault under its own id.

    Shared or not with what it belongs to: the file of a draft stays inside. Never a paper of a client.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    onderwerp = models.CharField("waarbij", max_length=20, choices=Bijlageonderwerp)
    object_id = models.UUIDField("bij welke rij")
    soort = models.CharField("soort", max_length=10, choices=Bijlagesoort, default=Bijlagesoort.ANDER)
    naam = models.CharField("bestandsnaam", max_length=140)
    mime = models.CharField("bestandstype", max_length=100)
    grootte = models.PositiveIntegerField("grootte in bytes")
    sha256 = models.CharField("controlegetal", max_length=64, editable=False)
    is_gescand = models.BooleanField("op virussen gescand", default=False)
    verwijderd_op = models.DateField("verwijderd op", null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[BijlageManager] = BijlageManager()

    class Meta:
        verbose_name, verbose_name_plural = "bijlage", "bijlagen"
        constraints = [
            models.CheckConstraint(
                name="bijlage_onderwerp_geldig", condition=Q(onderwerp__in=Bijlageonderwerp.values)
            ),
        ]
        indexes = [models.Index(fields=["gebied", "onderwerp", "object_id"], name="bijlage_object")]

    def __str__(self) -> str:
        return f"bijlage {self.pk}"
