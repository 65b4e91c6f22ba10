from datetime import date
from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from partners.enums import Opvolgingsoort
from regie.core.tenancy import GebiedManager, GebiedModel


class OpvolgingQuerySet(models.QuerySet["Opvolging"]):
    def open(self) -> "OpvolgingQuerySet":
        return self.filter(klaar_op=None)

    def op_datum(self) -> "OpvolgingQuerySet":
        """With `wanneer`: the day it asks for attention, after whoever put it off."""
        return self.annotate(wanneer=Coalesce("uitgesteld_tot", "datum"))


OpvolgingManager = GebiedManager.from_queryset(OpvolgingQuerySet)


class Opvolging(GebiedModel):
    """One thing an organisatie, or somebody in it, must come back to. Every topic of partners plans its own.

    `sleutel` says what it is about, so planning twice gives one row. `titel` holds no notes and no names of clients:
    the whole gebied may read it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    sleutel = models.CharField("sleutel", max_length=120, editable=False)
    soort = models.CharField("soort", max_length=20, choices=Opvolgingsoort)
    titel = models.CharField("titel", max_length=200)
    datum = models.DateField("tegen")
    uitgesteld_tot = models.DateField("uitgesteld tot", null=True, blank=True)
    organisatie = models.ForeignKey(
        "core.Organisatie", models.CASCADE, related_name="opvolgingen", verbose_name="organisatie"
    )
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", verbose_name="wie", null=True, blank=True
    )
    adres = models.CharField("pagina", max_length=80)  # URL name; its only argument is `object_id`
    object_id = models.UUIDField("waarover")
    klaar_op = models.DateField("klaar op", null=True, blank=True)
    klaar_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", verbose_name="klaar door", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OpvolgingManager] = OpvolgingManager()

    class Meta:
        verbose_name, verbose_name_plural = "opvolging", "opvolgingen"
        constraints = [
            models.UniqueConstraint(fields=["gebied", "sleutel"], name="opvolging_sleutel_uniek"),
            models.CheckConstraint(name="opvolging_soort_geldig", condition=Q(soort__in=Opvolgingsoort.values)),
        ]
        indexes = [
            models.Index(fields=["organisatie", "datum"], condition=Q(klaar_op=None), name="opvolging_open"),
        ]

    def __str__(self) -> str:
        return f"opvolging {self.pk}"

    def is_te_laat(self, vandaag: date) -> bool:
        return self.klaar_op is None and (self.uitgesteld_tot or self.datum) < vandaag


class Weekmail(GebiedModel):
    """That somebody got the weekly mail about the list on a day: once, however often the night runs."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="account")
    datum = models.DateField("datum")

    class Meta:
        verbose_name, verbose_name_plural = "weekmail", "weekmails"
        constraints = [models.UniqueConstraint(fields=["gebied", "user", "datum"], name="weekmail_een_per_dag")]

    def __str__(self) -> str:
        return f"weekmail {self.pk}"
