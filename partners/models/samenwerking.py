from datetime import date
from typing import ClassVar
from uuid import uuid4

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from partners.enums import Thema
from regie.core.tenancy import GebiedManager, GebiedModel


class SamenwerkingQuerySet(models.QuerySet["Samenwerking"]):
    def geldig_op(self, datum: date) -> "SamenwerkingQuerySet":
        return self.filter(Q(tot=None) | Q(tot__gte=datum), van__lte=datum)


SamenwerkingManager = GebiedManager.from_queryset(SamenwerkingQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Samenwerking(GebiedModel):
    """An organisatie works on a theme, with one other or for the whole gebied (`met` empty), in some gemeenten or all.

    `gemeenten` holds NIS codes; empty means every gemeente of the gebied.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisatie = models.ForeignKey("core.Organisatie", models.CASCADE, related_name="+", verbose_name="organisatie")
    met = models.ForeignKey(
        "core.Organisatie", models.CASCADE, related_name="+", verbose_name="werkt samen met", null=True, blank=True
    )
    thema = models.CharField("thema", max_length=14, choices=Thema)
    gemeenten = ArrayField(models.CharField(max_length=5), verbose_name="gemeenten", default=list, blank=True)
    wat = models.CharField("wat ze doen", max_length=200, blank=True)
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[SamenwerkingManager] = SamenwerkingManager()

    class Meta:
        verbose_name, verbose_name_plural = "samenwerking", "samenwerkingen"
        constraints = [
            models.CheckConstraint(
                name="samenwerking_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                name="samenwerking_met_een_ander",
                condition=Q(met=None) | ~Q(met=F("organisatie")),
                violation_error_message="Kies een andere organisatie om mee samen te werken.",
            ),
            models.CheckConstraint(name="samenwerking_thema_geldig", condition=Q(thema__in=Thema.values)),
        ]

    def __str__(self) -> str:
        return f"samenwerking {self.pk}"
