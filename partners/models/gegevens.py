"""Whether what the region knows about a partner is still right: who looked, who was asked, who changed what."""

from datetime import date
from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from partners.enums import Checkweg, Wijzigonderwerp
from regie.core.tenancy import GebiedManager, GebiedModel


class Gegevenscheck(GebiedModel):
    """Somebody looked over the data of an organisatie that day. The latest one counts."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisatie = models.ForeignKey(
        "core.Organisatie", models.CASCADE, related_name="gegevenschecks", verbose_name="organisatie"
    )
    bevestigd_op = models.DateField("nagekeken op")
    langs = models.CharField("hoe", max_length=10, choices=Checkweg)
    is_gewijzigd = models.BooleanField("er is iets verbeterd", default=False)
    opmerking = models.CharField("opmerking voor de regio", max_length=500, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "gegevenscheck", "gegevenschecks"
        indexes = [models.Index(fields=["gebied", "organisatie", "-bevestigd_op"], name="gegevenscheck_laatste")]
        constraints = [
            models.CheckConstraint(name="gegevenscheck_langs_geldig", condition=Q(langs__in=Checkweg.values))
        ]

    def __str__(self) -> str:
        return f"gegevenscheck {self.pk}"


class GegevensvraagQuerySet(models.QuerySet["Gegevensvraag"]):
    def open(self) -> "GegevensvraagQuerySet":
        return self.filter(beantwoord_op=None, gestopt_op=None)


GegevensvraagManager = GebiedManager.from_queryset(GegevensvraagQuerySet)


class Gegevensvraag(GebiedModel):
    """The question "klopt dit nog?" to one person of a partner. By the clock when `gevraagd_door` is empty.

    Open until somebody looks the data over, along whatever way, or the region stops asking.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisatie = models.ForeignKey(
        "core.Organisatie", models.CASCADE, related_name="gegevensvragen", verbose_name="organisatie"
    )
    ontvanger_naam = models.CharField("naam van de ontvanger", max_length=120, blank=True)
    ontvanger_email = models.EmailField("e-mailadres van de ontvanger")
    gevraagd_op = models.DateField("gevraagd op")
    gevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gevraagd door", null=True, blank=True
    )
    beantwoord_op = models.DateField("nagekeken op", null=True, blank=True)
    gestopt_op = models.DateField("gestopt op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[GegevensvraagManager] = GegevensvraagManager()

    class Meta:
        verbose_name, verbose_name_plural = "gegevensvraag", "gegevensvragen"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "organisatie"],
                condition=Q(beantwoord_op=None, gestopt_op=None),
                name="gegevensvraag_een_open",
                violation_error_message="Deze partner kreeg de vraag al. Wacht op het antwoord, of stop de vraag.",
            )
        ]

    def __str__(self) -> str:
        return f"gegevensvraag {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.beantwoord_op is None and self.gestopt_op is None

    def dagen_open(self, vandaag: date) -> int:
        return (vandaag - self.gevraagd_op).days


class Gegevensherinnering(GebiedModel):
    """One reminder that left: its number is unique, so nobody gets it twice."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    vraag = models.ForeignKey(Gegevensvraag, models.CASCADE, related_name="herinneringen", verbose_name="vraag")
    nummer = models.PositiveSmallIntegerField("nummer")
    verstuurd_op = models.DateField("verstuurd op")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "gegevensherinnering", "gegevensherinneringen"
        constraints = [models.UniqueConstraint(fields=["gebied", "vraag", "nummer"], name="gegevensherinnering_uniek")]

    def __str__(self) -> str:
        return f"gegevensherinnering {self.pk}"


class Partnerwijziging(GebiedModel):
    """What a partner changed itself, in one sentence without names: so that an OCMW and the region can follow."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisatie = models.ForeignKey(
        "core.Organisatie", models.CASCADE, related_name="partnerwijzigingen", verbose_name="organisatie"
    )
    onderwerp = models.CharField("waarover", max_length=20, choices=Wijzigonderwerp)
    object_id = models.UUIDField("wat", null=True, blank=True)
    omschrijving = models.CharField("wat er veranderde", max_length=300)
    langs = models.CharField("hoe", max_length=10, choices=Checkweg)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True, blank=True
    )
    op = models.DateField("op")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "partnerwijziging", "partnerwijzigingen"
        indexes = [
            models.Index(fields=["gebied", "organisatie", "-created_at"], name="partnerwijziging_recent"),
            models.Index(fields=["gebied", "object_id"], name="partnerwijziging_object"),
        ]
        constraints = [
            models.CheckConstraint(
                name="partnerwijziging_geldig",
                condition=Q(onderwerp__in=Wijzigonderwerp.values, langs__in=Checkweg.values),
            )
        ]

    def __str__(self) -> str:
        return f"partnerwijziging {self.pk}"
