from datetime import date
from typing import ClassVar
from uuid import uuid4

import pghistory
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from partners.enums import Functieniveau
from regie.core.models.organisatie import Gebruikerscategorie
from regie.core.tenancy import GebiedManager, GebiedModel


class TariefQuerySet(models.QuerySet["Tarief"]):
    def geldig_op(self, datum: date) -> "TariefQuerySet":
        return self.filter(Q(geldig_tot=None) | Q(geldig_tot__gte=datum), geldig_van__lte=datum)


TariefManager = GebiedManager.from_queryset(TariefQuerySet)


class Indexatie(GebiedModel):
    """New tariffs made in one go from those of a day: by how much, from when, and for whose tariffs."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    percentage = models.DecimalField("percentage", max_digits=5, decimal_places=2)
    vanaf = models.DateField("vanaf")
    organisatie = models.ForeignKey(
        "core.Organisatie",
        models.CASCADE,
        related_name="+",
        verbose_name="uitzonderingen van",
        null=True,
        blank=True,
    )
    aantal = models.PositiveIntegerField("aantal tarieven")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    ongedaan_op = models.DateField("ongedaan gemaakt op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "indexatie", "indexaties"
        constraints = [
            models.CheckConstraint(
                name="indexatie_niet_nul",
                condition=~Q(percentage=0) & Q(percentage__gt=-100),
                violation_error_message="Vul een percentage in dat niet nul is.",
            )
        ]

    def __str__(self) -> str:
        return f"indexatie {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Tarief(GebiedModel):
    """What a gebruiker pays for a full-time month of art. 60; agreed in the gebied, or an exception of one OCMW.

    Locally fixed (domein.md 3.1): there is no legal amount. `bedrag` is in euro; a part-time month pays its fraction.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisatie = models.ForeignKey(
        "core.Organisatie",
        models.CASCADE,
        related_name="tarieven",
        verbose_name="uitzondering van",
        null=True,
        blank=True,
    )
    categorie = models.CharField("categorie van gebruiker", max_length=20, choices=Gebruikerscategorie)
    functieniveau = models.CharField("functieniveau", max_length=20, choices=Functieniveau)
    bedrag = models.DecimalField(
        "bedrag per voltijdse maand", max_digits=8, decimal_places=2, validators=[MinValueValidator(0)]
    )
    geldig_van = models.DateField("geldig vanaf")
    geldig_tot = models.DateField("geldig tot en met", null=True, blank=True)
    noot = models.CharField("noot", max_length=200, blank=True)
    indexatie = models.ForeignKey(
        Indexatie, models.PROTECT, related_name="tarieven", verbose_name="indexatie", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[TariefManager] = TariefManager()

    class Meta:
        verbose_name, verbose_name_plural = "tarief", "tarieven"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "organisatie", "categorie", "functieniveau", "geldig_van"],
                nulls_distinct=False,
                name="tarief_uniek",
                violation_error_message="Er is al een tarief dat op die dag begint.",
            ),
            models.CheckConstraint(
                name="tarief_tot_na_van",
                condition=Q(geldig_tot=None) | Q(geldig_tot__gte=F("geldig_van")),
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                name="tarief_niet_negatief",
                condition=Q(bedrag__gte=0),
                violation_error_message="Een tarief is nul of meer.",
            ),
        ]

    def __str__(self) -> str:
        return f"tarief {self.pk}"
