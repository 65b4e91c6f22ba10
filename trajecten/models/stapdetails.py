"""What only some instruments know about a stap: papers, hours, a decision, a course; and the talks about a GPMI."""

from decimal import Decimal
from uuid import uuid4

import pghistory
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from regie.core.tenancy import DossierModel
from trajecten.enums_instrument import ImwSoort, Opleidingssoort


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Stapdocument(DossierModel):
    """When a paper of a stap was signed or received: the ones that have no column of their own."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    stap = models.ForeignKey("trajecten.Stap", models.CASCADE, related_name="stapdocumenten", verbose_name="stap")
    code = models.SlugField("document", max_length=40)
    getekend_op = models.DateField("getekend of ontvangen op")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "document van een stap", "documenten van stappen"
        constraints = [
            models.UniqueConstraint(
                fields=["stap", "code"],
                name="stapdocument_uniek",
                violation_error_message="Dit document staat al bij de stap.",
            )
        ]
        indexes = [models.Index(fields=["gebied", "stap"], name="stapdocument_stap")]

    def __str__(self) -> str:
        return f"document {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Wijkwerkuren(DossierModel):
    """Hours of wijk-werken in one calendar month; `maand` is its first day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    stap = models.ForeignKey("trajecten.Stap", models.CASCADE, related_name="wijkwerkuren", verbose_name="stap")
    maand = models.DateField("maand")
    uren = models.PositiveSmallIntegerField("begonnen uren")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "maand wijk-werken", "maanden wijk-werken"
        constraints = [
            models.UniqueConstraint(
                fields=["stap", "maand"],
                name="wijkwerkuren_een_per_maand",
                violation_error_message="Voor deze maand staan er al uren.",
            ),
            models.CheckConstraint(
                name="wijkwerkuren_eerste_van_de_maand",
                condition=Q(maand__day=1),
                violation_error_message="Uren staan per kalendermaand.",
            ),
        ]
        indexes = [models.Index(fields=["gebied", "stap", "maand"], name="wijkwerkuren_stap")]

    def __str__(self) -> str:
        return f"uren {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ImwBeslissing(DossierModel):
    """A decision on individueel maatwerk; the years count from the quarter of the decision (C52, C53)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    stap = models.ForeignKey("trajecten.Stap", models.CASCADE, related_name="imw_beslissingen", verbose_name="stap")
    dossiernummer = models.CharField("dossiernummer in het WSE-loket", max_length=30)
    kwartaal = models.DateField("kwartaal van de beslissing", help_text="De eerste dag van dat kwartaal.")
    soort = models.CharField("problematiek", max_length=12, choices=ImwSoort)
    einde = models.DateField("loopt tot en met")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "beslissing individueel maatwerk", "beslissingen individueel maatwerk"
        constraints = [
            models.UniqueConstraint(
                fields=["stap", "kwartaal"],
                name="imwbeslissing_een_per_kwartaal",
                violation_error_message="Er is al een beslissing van dat kwartaal.",
            ),
            models.CheckConstraint(
                name="imwbeslissing_kwartaal",
                condition=Q(kwartaal__day=1, kwartaal__month__in=(1, 4, 7, 10)),
                violation_error_message="Een kwartaal begint in januari, april, juli of oktober.",
            ),
        ]
        indexes = [models.Index(fields=["gebied", "einde"], name="imwbeslissing_einde")]

    def __str__(self) -> str:
        return f"beslissing {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Opleidingsgegevens(DossierModel):
    """The course of a stap 'opleiding': only technical ones count for the limit of TWE (C38)."""

    stap = models.OneToOneField(
        "trajecten.Stap", models.CASCADE, related_name="opleiding", primary_key=True, verbose_name="stap"
    )
    soort = models.CharField("soort opleiding", max_length=20, choices=Opleidingssoort)
    verstrekker = models.CharField("wie geeft de opleiding?", max_length=120, blank=True)
    is_erkend = models.BooleanField("erkende opleiding", null=True, blank=True)
    intensiteit = models.DecimalField(
        "deel van een voltijdse week",
        max_digits=3,
        decimal_places=2,
        default=Decimal(1),
        validators=[MinValueValidator(Decimal("0.05"))],
    )
    attest_op = models.DateField("attest of certificaat behaald op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "opleiding", "opleidingen"
        constraints = [
            models.CheckConstraint(
                name="opleiding_intensiteit_geldig",
                condition=Q(intensiteit__gt=0) & Q(intensiteit__lte=1),
                violation_error_message="Het deel van een voltijdse week ligt tussen 0 en 1.",
            )
        ]

    def __str__(self) -> str:
        return f"opleiding {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class GpmiEvaluatie(DossierModel):
    """One evaluation of the GPMI: at least three a year, two of them in person (C65)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    traject = models.ForeignKey(
        "trajecten.Traject", models.CASCADE, related_name="gpmi_evaluaties", verbose_name="traject"
    )
    datum = models.DateField("datum")
    in_persoon = models.BooleanField("in persoon", default=False)
    notitie = models.CharField("notitie", max_length=300, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "evaluatie van het GPMI", "evaluaties van het GPMI"
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "datum"],
                name="gpmievaluatie_een_per_dag",
                violation_error_message="Op die dag staat al een GPMI-evaluatie.",
            )
        ]
        indexes = [models.Index(fields=["gebied", "traject", "-datum"], name="gpmievaluatie_traject")]

    def __str__(self) -> str:
        return f"GPMI-evaluatie {self.pk}"
