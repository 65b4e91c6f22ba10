"""Who follows which dossiers: how much somebody works, who takes over from whom, and how people look at their list."""

from decimal import Decimal
from typing import ClassVar
from uuid import uuid4

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from regie.core.tenancy import DossierManager, DossierModel
from trajecten.enums import Bulksoort


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Inzet(DossierModel):
    """How much of a full-time job somebody guides clients, from a day on, until the next row of that person."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="medewerker")
    van = models.DateField("vanaf")
    breuk = models.DecimalField(
        "deel van een voltijdse (VTE)",
        max_digits=3,
        decimal_places=2,
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(1))],
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "inzet", "inzetten"
        constraints = [
            models.UniqueConstraint(fields=["gebied", "eigenaar", "user", "van"], name="inzet_een_per_dag"),
            models.CheckConstraint(
                name="inzet_breuk_geldig",
                condition=Q(breuk__gte=0) & Q(breuk__lte=1),
                violation_error_message="De VTE ligt tussen 0 en 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"inzet {self.pk}"


class WaarnemingQuerySet(models.QuerySet["Waarneming"]):
    def op(self, datum: object) -> "WaarnemingQuerySet":
        return self.filter(van__lte=datum, tot__gte=datum)


WaarnemingManager = DossierManager.from_queryset(WaarnemingQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Waarneming(DossierModel):
    """A colleague covers for somebody who is away: temporary, and over by itself after the last day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    afwezige = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="wie is afwezig"
    )
    waarnemer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="wie neemt waar"
    )
    van = models.DateField("vanaf")
    tot = models.DateField("tot en met")
    reden = models.CharField("reden", max_length=120, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[WaarnemingManager] = WaarnemingManager()

    class Meta:
        verbose_name, verbose_name_plural = "waarneming", "waarnemingen"
        constraints = [
            models.CheckConstraint(
                name="waarneming_tot_na_van",
                condition=Q(tot__gte=F("van")),
                violation_error_message="De laatste dag van de waarneming ligt voor de eerste.",
            ),
            models.CheckConstraint(
                name="waarneming_door_een_ander",
                condition=~Q(afwezige=F("waarnemer")),
                violation_error_message="Kies een collega: niemand neemt waar voor zichzelf.",
            ),
        ]
        indexes = [models.Index(fields=["gebied", "eigenaar", "tot"], name="waarneming_tot")]

    def __str__(self) -> str:
        return f"waarneming {self.pk}"


class Bulkactie(DossierModel):
    """One action on many dossiers: what was done, and what was refused, per dossier in words."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    soort = models.CharField("soort", max_length=20, choices=Bulksoort)
    omschrijving = models.CharField("omschrijving", max_length=200)
    resultaat = models.JSONField("resultaat per dossier", default=list)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    ongedaan_op = models.DateTimeField("ongedaan gemaakt op", null=True, blank=True)
    created_at = models.DateTimeField("op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "bulkactie", "bulkacties"

    def __str__(self) -> str:
        return f"bulkactie {self.pk}"


class Toewijzing(DossierModel):
    """A traject went from one begeleider to another; until `gezien_op` it is new to the one who got it."""

    traject = models.ForeignKey(
        "trajecten.Traject", models.CASCADE, related_name="toewijzingen", verbose_name="traject"
    )
    van_begeleider = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="van", null=True, blank=True
    )
    naar_begeleider = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="naar"
    )
    reden = models.CharField("reden", max_length=200, blank=True)
    actie = models.ForeignKey(
        Bulkactie, models.SET_NULL, related_name="toewijzingen", verbose_name="bulkactie", null=True, blank=True
    )
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    gezien_op = models.DateTimeField("gezien op", null=True, blank=True)
    ongedaan_op = models.DateTimeField("ongedaan gemaakt op", null=True, blank=True)
    created_at = models.DateTimeField("op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "toewijzing", "toewijzingen"
        indexes = [
            models.Index(
                fields=["gebied", "eigenaar", "naar_begeleider"],
                include=["traject"],
                condition=Q(gezien_op=None, ongedaan_op=None),
                name="toewijzing_nieuw",
            ),
            models.Index(fields=["gebied", "traject"], name="toewijzing_traject"),
        ]

    def __str__(self) -> str:
        return f"toewijzing {self.pk}"


class Weergave(DossierModel):
    """A way to look at the list of clients: tab, filters, order and columns, of one person or of the whole team.

    `filters` never holds what was typed to search: that is a name.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    naam = models.CharField("naam", max_length=60)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="van")
    is_team = models.BooleanField("voor het hele team", default=False)
    is_standaard = models.BooleanField("opent vanzelf", default=False)
    filters = models.JSONField("filters", default=dict)
    sorteer = models.CharField("volgorde van de lijst", max_length=20, blank=True)
    kolommen = models.JSONField("kolommen", default=list)
    volgorde = models.PositiveSmallIntegerField("plaats", default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "weergave", "weergaven"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "eigenaar", "door", "naam"],
                condition=Q(is_team=False),
                name="weergave_naam_eigen",
                violation_error_message="Je hebt al een weergave met deze naam.",
            ),
            models.UniqueConstraint(
                fields=["gebied", "eigenaar", "naam"],
                condition=Q(is_team=True),
                name="weergave_naam_team",
                violation_error_message="Het team heeft al een weergave met deze naam.",
            ),
        ]

    def __str__(self) -> str:
        return f"weergave {self.pk}"
