from datetime import date
from typing import ClassVar

from django.db import models


class ApiSleutelQuerySet(models.QuerySet["ApiSleutel"]):
    def bruikbaar_op(self, datum: date) -> "ApiSleutelQuerySet":
        """Keys that were not withdrawn, of memberships that hold on `datum`."""
        geldig = models.Q(lidmaatschap__tot=None) | models.Q(lidmaatschap__tot__gte=datum)
        return self.filter(
            geldig,
            lidmaatschap__van__lte=datum,
            lidmaatschap__user__is_active=True,
            lidmaatschap__organisatie__is_actief=True,
            ingetrokken_op=None,
        ).select_related("lidmaatschap__gebied", "lidmaatschap__user")


class ApiSleutel(models.Model):
    """A key for another program: the rights of exactly one membership. Only its hash is kept.

    Read before there is a scope, so not a GebiedModel.
    """

    lidmaatschap = models.ForeignKey(
        "core.Lidmaatschap", models.CASCADE, related_name="sleutels", verbose_name="lidmaatschap"
    )
    naam = models.CharField("naam", max_length=80, help_text="Welk programma gebruikt deze sleutel?")
    hash = models.CharField("hash", max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)

    objects: ClassVar[models.Manager["ApiSleutel"]] = ApiSleutelQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "API-sleutel", "API-sleutels"

    def __str__(self) -> str:
        return self.naam
