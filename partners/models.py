from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from regie.core.tenancy import GebiedManager, GebiedModel


class Contactpersoon(GebiedModel):
    """Somebody at a partner organisatie who is rung, mailed or gets a report. Not necessarily an account."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisatie = models.ForeignKey(
        "core.Organisatie", models.CASCADE, related_name="contactpersonen", verbose_name="organisatie"
    )
    naam = models.CharField("naam", max_length=120)
    functie = models.CharField("functie", max_length=120, blank=True)
    email = models.EmailField("e-mailadres")
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    is_actief = models.BooleanField("actief", default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "contactpersoon", "contactpersonen"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "organisatie", "email"],
                name="contactpersoon_uniek",
                violation_error_message="Deze persoon staat al bij deze organisatie.",
            )
        ]

    def __str__(self) -> str:
        return f"contactpersoon {self.pk}"


class WerkplaatsQuerySet(models.QuerySet["Werkplaats"]):
    def open_op(self, datum: object) -> "WerkplaatsQuerySet":
        return self.filter(Q(tot=None) | Q(tot__gte=datum), van__lte=datum)


WerkplaatsManager = GebiedManager.from_queryset(WerkplaatsQuerySet)


class Werkplaats(GebiedModel):
    """A number of places for one function at a gebruiker, over time."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    gebruiker = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="werkplaatsen", verbose_name="gebruiker"
    )
    functie = models.CharField("functie", max_length=120)
    aantal = models.PositiveSmallIntegerField("aantal plaatsen", default=1)
    van = models.DateField("beschikbaar vanaf")
    tot = models.DateField("beschikbaar tot en met", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[WerkplaatsManager] = WerkplaatsManager()

    class Meta:
        verbose_name, verbose_name_plural = "werkplaats", "werkplaatsen"
        constraints = [
            models.CheckConstraint(
                name="werkplaats_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            )
        ]

    def __str__(self) -> str:
        return self.functie
