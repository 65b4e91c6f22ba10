"""Agreements between organisaties: who signed what, for how long, and what is followed up (domein.md 5.3)."""

from typing import ClassVar
from uuid import uuid4

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from partners.enums import Actiedomein, Functieniveau, Overeenkomstsoort
from regie.core.tenancy import DeelbaarManager, DeelbaarModel


class OvereenkomstQuerySet(models.QuerySet["Overeenkomst"]):
    def compleet(self) -> "OvereenkomstQuerySet":
        """With everything the status follows from, whatever the number of rows."""
        return self.select_related("eigenaar").prefetch_related("partijen__organisatie", "opvolgers")


OvereenkomstManager = DeelbaarManager.from_queryset(OvereenkomstQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Overeenkomst(DeelbaarModel):
    """An agreement kept by one organisatie. A draft is read inside it alone; once sent for signature, by the gebied.

    The status is derived from dates and signatures (regels in selectors.overeenkomsten). A renewal is a new row that
    points back with `vorige`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    soort = models.CharField("soort", max_length=20, choices=Overeenkomstsoort)
    titel = models.CharField("titel", max_length=160)
    omschrijving = models.TextField("waarover de afspraken gaan", blank=True)
    van = models.DateField("geldig vanaf")
    tot = models.DateField("geldig tot en met", null=True, blank=True)
    opzegtermijn = models.PositiveSmallIntegerField(
        "opzegtermijn in maanden", null=True, blank=True, validators=[MaxValueValidator(36)]
    )
    domeinen = ArrayField(
        models.CharField(max_length=20, choices=Actiedomein), verbose_name="actiedomeinen", default=list, blank=True
    )
    overleg_per_jaar = models.PositiveSmallIntegerField(
        "aantal keer overleg per jaar", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(52)]
    )
    plaatsen = models.PositiveSmallIntegerField("aantal plaatsen", null=True, blank=True)
    functieniveau = models.CharField("tarief: functieniveau", max_length=20, choices=Functieniveau, blank=True)
    verstuurd_op = models.DateField("ter ondertekening sinds", null=True, blank=True)
    vorige = models.ForeignKey(
        "self", models.SET_NULL, related_name="opvolgers", verbose_name="vorige versie", null=True, blank=True
    )
    opgezegd_op = models.DateField("opgezegd op", null=True, blank=True)
    opgezegd_tegen = models.DateField("laatste dag na opzeg", null=True, blank=True)
    opzegreden = models.CharField("reden van de opzeg", max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OvereenkomstManager] = OvereenkomstManager()

    class Meta:
        verbose_name, verbose_name_plural = "overeenkomst", "overeenkomsten"
        constraints = [
            models.CheckConstraint(
                name="overeenkomst_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                name="overeenkomst_opzeg_volledig",
                condition=Q(opgezegd_op=None, opgezegd_tegen=None)
                | (Q(opgezegd_op__isnull=False, opgezegd_tegen__isnull=False) & ~Q(opzegreden="")),
                violation_error_message="Een opzeg heeft een datum, een laatste dag en een reden.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel


class Deel(DeelbaarModel):
    """Base of what belongs to one agreement, and is as shared as the agreement itself."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Overeenkomstpartij(Deel):
    """One organisatie in an agreement: who signs for it, when that was done, and whom to ring about it."""

    overeenkomst = models.ForeignKey(
        Overeenkomst, models.CASCADE, related_name="partijen", verbose_name="overeenkomst"
    )
    organisatie = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="overeenkomstpartijen", verbose_name="partij"
    )
    ondertekenaar = models.CharField("wie ondertekent", max_length=160, blank=True)
    getekend_op = models.DateField("getekend op", null=True, blank=True)
    contactpersoon = models.ForeignKey(
        "partners.Contactpersoon",
        models.SET_NULL,
        related_name="+",
        verbose_name="contactpersoon",
        null=True,
        blank=True,
    )

    class Meta:
        verbose_name, verbose_name_plural = "partij bij een overeenkomst", "partijen bij een overeenkomst"
        ordering = ("created_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["overeenkomst", "organisatie"],
                name="overeenkomstpartij_uniek",
                violation_error_message="Deze organisatie is al partij bij deze overeenkomst.",
            )
        ]

    def __str__(self) -> str:
        return f"partij {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Overeenkomstdoel(Deel):
    """A figure that was agreed (KPI): how much by when, and where it stands."""

    overeenkomst = models.ForeignKey(Overeenkomst, models.CASCADE, related_name="doelen", verbose_name="overeenkomst")
    titel = models.CharField("wat we meten", max_length=160)
    eenheid = models.CharField("eenheid", max_length=30, blank=True)
    streefwaarde = models.DecimalField(
        "streefwaarde", max_digits=12, decimal_places=2, validators=[MinValueValidator(0)]
    )
    stand = models.DecimalField(
        "stand", max_digits=12, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    stand_op = models.DateField("stand op", null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "doel van een overeenkomst", "doelen van een overeenkomst"
        ordering = ("created_at", "pk")
        constraints = [
            models.CheckConstraint(
                name="overeenkomstdoel_stand_met_datum",
                condition=Q(stand=None) | Q(stand_op__isnull=False),
                violation_error_message="Zeg op welke dag dit de stand is.",
            )
        ]

    def __str__(self) -> str:
        return f"doel {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Evaluatieoverleg(Deel):
    """A meeting at which the parties look back: planned, and afterwards with its report."""

    overeenkomst = models.ForeignKey(
        Overeenkomst, models.CASCADE, related_name="evaluaties", verbose_name="overeenkomst"
    )
    datum = models.DateField("datum")
    verslag = models.TextField("verslag", blank=True)
    gehouden = models.BooleanField("heeft plaatsgevonden", default=False)

    class Meta:
        verbose_name, verbose_name_plural = "evaluatieoverleg", "evaluatieoverleggen"
        ordering = ("datum", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["overeenkomst", "datum"],
                name="evaluatieoverleg_uniek",
                violation_error_message="Er is al een evaluatie op die dag.",
            )
        ]

    def __str__(self) -> str:
        return f"evaluatieoverleg {self.pk}"
