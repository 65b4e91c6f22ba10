from typing import Any
from uuid import uuid4

import pghistory
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from partners.enums import Functieniveau
from regie.core.tenancy import DossierModel
from trajecten.enums import LeefloonCategorie

_GELD: dict[str, Any] = {
    "max_digits": 8,
    "decimal_places": 2,
    "null": True,
    "blank": True,
    "validators": [MinValueValidator(0)],
}


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Kostenkader(DossierModel):
    """What an OCMW counts with from a day on: its own wage cost and guidance. What is empty is not known."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    van = models.DateField("geldig vanaf")
    loonkost = models.DecimalField("loonkost per voltijdse maand", **_GELD)
    begeleidingsuren = models.DecimalField(
        "uren begeleiding per maand",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    uurkost = models.DecimalField("kost van een uur begeleiding", **_GELD)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "kostenkader", "kostenkaders"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "eigenaar", "van"],
                name="kostenkader_uniek",
                violation_error_message="Er is al een kader dat op die dag begint. Kies een andere dag.",
            )
        ]

    def __str__(self) -> str:
        return f"kostenkader {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Kostenafspraak(DossierModel):
    """What differs for one traject: the leefloon that is avoided, and a wage cost of its own."""

    traject = models.OneToOneField(
        "trajecten.Traject", models.CASCADE, related_name="kostenafspraak", verbose_name="traject"
    )
    leefloon = models.CharField(
        "leefloon zonder dit traject",
        max_length=20,
        choices=LeefloonCategorie,
        default=LeefloonCategorie.ONBEKEND,
    )
    loonkost = models.DecimalField("loonkost per voltijdse maand", **_GELD)

    class Meta:
        verbose_name, verbose_name_plural = "kostenafspraak", "kostenafspraken"

    def __str__(self) -> str:
        return f"kostenafspraak {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Tariefafspraak(DossierModel):
    """Which tariff holds for one plaatsing: a level of the table, or an own amount with its reason."""

    plaatsing = models.OneToOneField(
        "trajecten.Plaatsing", models.CASCADE, related_name="tariefafspraak", verbose_name="plaatsing"
    )
    functieniveau = models.CharField(
        "functieniveau", max_length=20, choices=Functieniveau, default=Functieniveau.UITVOEREND
    )
    bedrag = models.DecimalField("afwijkend bedrag per voltijdse maand", **_GELD)
    reden = models.CharField("reden van het afwijkende bedrag", max_length=200, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "tariefafspraak", "tariefafspraken"
        constraints = [
            models.CheckConstraint(
                name="tariefafspraak_met_reden",
                condition=Q(bedrag=None) | ~Q(reden=""),
                violation_error_message="Schrijf waarom het bedrag afwijkt van de tarieftabel.",
            )
        ]

    def __str__(self) -> str:
        return f"tariefafspraak {self.pk}"
