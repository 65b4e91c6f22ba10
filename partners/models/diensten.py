"""Which services an organisatie offers to employers, where and since when: the coverage of the region."""

from datetime import date
from typing import ClassVar
from uuid import uuid4

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from partners.enums import Dienst
from regie.core.tenancy import GebiedManager, GebiedModel


class DienstaanbodQuerySet(models.QuerySet["Dienstaanbod"]):
    def geldig_op(self, datum: date) -> "DienstaanbodQuerySet":
        return self.filter(Q(tot=None) | Q(tot__gte=datum), van__lte=datum)


DienstaanbodManager = GebiedManager.from_queryset(DienstaanbodQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Dienstaanbod(GebiedModel):
    """One service of one organisatie, in some gemeenten (none: the whole gebied), for a period."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisatie = models.ForeignKey(
        "core.Organisatie", models.CASCADE, related_name="diensten", verbose_name="organisatie"
    )
    dienst = models.CharField("dienst", max_length=20, choices=Dienst)
    gemeenten = ArrayField(models.CharField(max_length=5), verbose_name="gemeenten", default=list, blank=True)
    van = models.DateField("vanaf")
    tot = models.DateField("tot en met", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[DienstaanbodManager] = DienstaanbodManager()

    class Meta:
        verbose_name, verbose_name_plural = "dienstaanbod", "dienstaanbiedingen"
        constraints = [
            models.CheckConstraint(
                name="dienstaanbod_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.UniqueConstraint(
                fields=["gebied", "organisatie", "dienst"],
                condition=Q(tot=None),
                name="dienstaanbod_lopend_uniek",
                violation_error_message="Deze dienst staat er al. Bewerk de dienst die er staat.",
            ),
        ]

    def __str__(self) -> str:
        return f"dienstaanbod {self.pk}"
