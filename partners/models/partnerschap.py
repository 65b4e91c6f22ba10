"""Local partnerships as networks of organisaties: mandates, how many people are reached, what is decided."""

from typing import ClassVar
from uuid import uuid4

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from partners.enums import BesluitStatus, Fase, Financiering, Partnerrol, PartnerschapStatus, Thema
from regie.core.tenancy import DeelbaarManager, DeelbaarModel


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Partnerschap(DeelbaarModel):
    """A network of organisaties around one target group (domein.md 5.4). A draft until it is shared with the gebied.

    What hangs on it carries the same `eigenaar` and `gedeeld`, so that a draft is closed as a whole.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    naam = models.CharField("naam", max_length=160)
    penhouder = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="penhouder")
    doelgroep = models.TextField("doelgroep", max_length=2000, blank=True)
    gemeenten = ArrayField(models.CharField(max_length=5), verbose_name="gemeenten", default=list, blank=True)
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)
    financiering = models.CharField("financiering", max_length=12, choices=Financiering, blank=True)
    financiering_noot = models.CharField("over de financiering", max_length=200, blank=True)
    status = models.CharField(
        "status", max_length=14, choices=PartnerschapStatus, default=PartnerschapStatus.VOORBEREIDING
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "partnerschap", "partnerschappen"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "eigenaar", "naam"],
                name="partnerschap_naam_uniek",
                violation_error_message="Er is al een partnerschap met deze naam.",
            ),
            models.CheckConstraint(
                name="partnerschap_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                name="partnerschap_status_geldig", condition=Q(status__in=PartnerschapStatus.values)
            ),
        ]

    def __str__(self) -> str:
        return self.naam


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Partnerschapspartner(DeelbaarModel):
    """One organisatie in a partnership: what it does there, and what it may decide, from a day to a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    partnerschap = models.ForeignKey(
        Partnerschap, models.CASCADE, related_name="partners", verbose_name="partnerschap"
    )
    organisatie = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="organisatie")
    rol = models.CharField("rol", max_length=12, choices=Partnerrol, default=Partnerrol.UITVOERDER)
    thema = models.CharField("werkt aan", max_length=14, choices=Thema, blank=True)
    mandaat = models.CharField("mandaat", max_length=500, blank=True)
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "partner in een partnerschap", "partners in een partnerschap"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "partnerschap", "organisatie", "rol", "van"],
                name="partnerschapspartner_uniek",
                violation_error_message="Deze organisatie heeft deze rol al vanaf die dag.",
            ),
            models.CheckConstraint(
                name="partnerschapspartner_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
        ]

    def __str__(self) -> str:
        return f"partner in een partnerschap {self.pk}"


class Streefcijfer(DeelbaarModel):
    """How many people a partnership wants in one phase in one year."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    partnerschap = models.ForeignKey(
        Partnerschap, models.CASCADE, related_name="streefcijfers", verbose_name="partnerschap"
    )
    jaar = models.PositiveSmallIntegerField("jaar")
    fase = models.CharField("fase", max_length=12, choices=Fase)
    aantal = models.PositiveIntegerField("aantal personen")

    class Meta:
        verbose_name, verbose_name_plural = "streefcijfer", "streefcijfers"
        constraints = [
            models.UniqueConstraint(fields=["gebied", "partnerschap", "jaar", "fase"], name="streefcijfer_uniek"),
        ]

    def __str__(self) -> str:
        return f"streefcijfer {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Fasecijfer(DeelbaarModel):
    """How many people entered one phase in one quarter, as somebody counted them: a number, never who."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    partnerschap = models.ForeignKey(
        Partnerschap, models.CASCADE, related_name="fasecijfers", verbose_name="partnerschap"
    )
    jaar = models.PositiveSmallIntegerField("jaar")
    kwartaal = models.PositiveSmallIntegerField("kwartaal")
    fase = models.CharField("fase", max_length=12, choices=Fase)
    aantal = models.PositiveIntegerField("aantal personen")
    bron = models.CharField("bron", max_length=200)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ingevuld door")
    updated_at = models.DateTimeField("ingevuld op", auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "fasecijfer", "fasecijfers"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "partnerschap", "jaar", "kwartaal", "fase"], name="fasecijfer_uniek"
            ),
            models.CheckConstraint(
                name="fasecijfer_kwartaal",
                condition=Q(kwartaal__gte=1) & Q(kwartaal__lte=4),
                violation_error_message="Een jaar heeft vier kwartalen.",
            ),
        ]

    def __str__(self) -> str:
        return f"fasecijfer {self.pk}"


class BesluitQuerySet(models.QuerySet["Besluit"]):
    def zoek(self, tekst: str) -> "BesluitQuerySet":
        """Every word somewhere in the decision, its meeting or its partnership."""
        gevonden = self
        for woord in tekst.split():
            gevonden = gevonden.filter(
                Q(tekst__icontains=woord)
                | Q(genomen_door__icontains=woord)
                | Q(overleg__titel__icontains=woord)
                | Q(partnerschap__naam__icontains=woord)
            )
        return gevonden


BesluitManager = DeelbaarManager.from_queryset(BesluitQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Besluit(DeelbaarModel):
    """What was decided, when and by whom: in a meeting, in a partnership, or both."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    partnerschap = models.ForeignKey(
        Partnerschap,
        models.CASCADE,
        related_name="besluiten",
        verbose_name="partnerschap",
        null=True,
        blank=True,
    )
    overleg = models.ForeignKey(
        "partners.Overleg", models.CASCADE, related_name="besluiten", verbose_name="overleg", null=True, blank=True
    )
    agendapunt = models.ForeignKey(
        "partners.Agendapunt",
        models.CASCADE,
        related_name="besluiten",
        verbose_name="agendapunt",
        null=True,
        blank=True,
    )
    datum = models.DateField("datum")
    tekst = models.TextField("besluit", max_length=2000)
    genomen_door = models.CharField("genomen door", max_length=160, blank=True)
    status = models.CharField("status", max_length=12, choices=BesluitStatus, default=BesluitStatus.GENOMEN)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[BesluitManager] = BesluitManager()

    class Meta:
        verbose_name, verbose_name_plural = "besluit", "besluiten"
        constraints = [
            models.CheckConstraint(
                name="besluit_ergens",
                condition=Q(overleg__isnull=False) | Q(partnerschap__isnull=False),
                violation_error_message="Een besluit hoort bij een overleg of bij een partnerschap.",
            ),
        ]
        indexes = [models.Index(fields=["gebied", "-datum"], name="besluit_datum")]

    def __str__(self) -> str:
        return f"besluit {self.pk}"
