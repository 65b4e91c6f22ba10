"""Job carving and Inclusief Job Design: the tasks of a team held to the light, and the job made out of them."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from partners.enums import Begeleiding, Functiecategorie, Fysiek, Rijbewijs, Taalniveau
from regie.core.tenancy import DeelbaarModel


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Jobontwerp(DeelbaarModel):
    """The analysis of tasks at one place of work and the function carved out of them.

    `taken` holds rows of services.Jobtaak as they were typed. A design stays with the organisatie that makes it until
    it is shared with the gebied.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    werkgever = models.ForeignKey(
        "partners.Werkgever", models.PROTECT, related_name="jobontwerpen", verbose_name="werkgever"
    )
    afdeling = models.CharField("afdeling of ploeg", max_length=120, blank=True)
    aanleiding = models.TextField("aanleiding", blank=True)
    functie = models.CharField("naam van de nieuwe functie", max_length=120)
    categorie = models.CharField("soort werk", max_length=20, choices=Functiecategorie, blank=True)
    taken: models.JSONField = models.JSONField("taken", default=list)
    uren = models.DecimalField(
        "uren per week van de nieuwe functie",
        max_digits=4,
        decimal_places=2,
        validators=[MinValueValidator(1), MaxValueValidator(40)],
    )
    nederlands = models.PositiveSmallIntegerField("niveau Nederlands", choices=Taalniveau, default=Taalniveau.GEEN)
    rijbewijs = models.CharField("rijbewijs", max_length=2, choices=Rijbewijs, blank=True)
    fysiek = models.PositiveSmallIntegerField("lichamelijk werk", choices=Fysiek, default=Fysiek.GEWOON)
    vereisten = models.TextField("andere vereisten", blank=True)
    begeleiding = models.CharField("begeleiding ter plaatse", max_length=10, choices=Begeleiding, blank=True)
    ondersteuning = models.TextField("aanpassingen en ondersteuning", blank=True)
    winst = models.TextField("wat het oplevert", blank=True)
    besproken_op = models.DateField("besproken met de werkgever op", null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gemaakt door")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "jobontwerp", "jobontwerpen"

    def __str__(self) -> str:
        return f"jobontwerp {self.pk}"

    @property
    def afgesplitst(self) -> list[dict[str, Any]]:
        return [taak for taak in self.taken if taak["afsplitsen"]]

    @property
    def uren_afgesplitst(self) -> Decimal:
        return sum((Decimal(taak["uren"]) for taak in self.afgesplitst), Decimal(0))

    @property
    def uren_totaal(self) -> Decimal:
        return sum((Decimal(taak["uren"]) for taak in self.taken), Decimal(0))

    @property
    def klopt(self) -> bool:
        """The hours of what is split off are the hours of the new function."""
        return bool(self.afgesplitst) and self.uren_afgesplitst == self.uren
