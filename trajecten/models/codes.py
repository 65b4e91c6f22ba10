"""Code tables the platform admin keeps. Reference data, not dossiers."""

from datetime import date
from typing import ClassVar

from django.db import models


class InstrumentQuerySet(models.QuerySet["Instrument"]):
    def open_sinds(self, dag: date) -> "InstrumentQuerySet":
        """What somebody could choose on `dag` or later."""
        return self.filter(models.Q(instroom_tot=None) | models.Q(instroom_tot__gte=dag))

    def gesloten_sinds(self, dag: date) -> "InstrumentQuerySet":
        return self.filter(instroom_tot__lt=dag)


class Instrument(models.Model):
    """A measure a client can follow (domein.md 3)."""

    code = models.CharField("code", max_length=30, primary_key=True)
    naam = models.CharField("naam", max_length=120)
    korte_naam = models.CharField("korte naam", max_length=40)
    status = models.CharField("toestand", max_length=80, help_text="Bijvoorbeeld: actief, uitdovend, afgeschaft.")
    instroom_tot = models.DateField("instroom tot en met", null=True, blank=True)
    verwijzer = models.CharField("verwijzer", max_length=60, blank=True)
    max_duur = models.CharField("maximale duur", max_length=80, blank=True)
    juridische_werkgever = models.CharField("juridische werkgever", max_length=80, blank=True)
    uitkering_tijdens = models.CharField("inkomen tijdens", max_length=80, blank=True)
    verplichte_documenten = models.CharField("verplichte documenten", max_length=200, blank=True)
    is_plaatsbaar = models.BooleanField(
        "met plaatsing", default=False, help_text="Een stap met contract en plaats bij een gebruiker."
    )

    objects: ClassVar[models.Manager["Instrument"]] = InstrumentQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "instrument", "instrumenten"

    def __str__(self) -> str:
        return self.korte_naam


class DrempelCode(models.Model):
    """A kind of obstacle to work. `gevoelig` ones are read by the own team only (domein.md 2.3)."""

    code = models.CharField("code", max_length=30, primary_key=True)
    label = models.CharField("label", max_length=120)
    rubriek = models.CharField("rubriek", max_length=40)
    gevoelig = models.BooleanField("gevoelig", default=False)

    class Meta:
        verbose_name, verbose_name_plural = "drempelcode", "drempelcodes"

    def __str__(self) -> str:
        return self.label


class UitstroomCodeQuerySet(models.QuerySet["UitstroomCode"]):
    def op_groep(self) -> "UitstroomCodeQuerySet":
        return self.order_by("volgorde", "code")


class UitstroomCode(models.Model):
    """How a traject ends (domein.md 4.6)."""

    code = models.CharField("code", max_length=30, primary_key=True)
    label = models.CharField("label", max_length=120)
    groep = models.CharField("groep", max_length=30)
    positief = models.BooleanField("positief", default=False)
    telt_als_doorstroom = models.BooleanField("telt als doorstroom", default=False)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)

    objects: ClassVar[models.Manager["UitstroomCode"]] = UitstroomCodeQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "uitstroomcode", "uitstroomcodes"

    def __str__(self) -> str:
        return self.label


class EvaluatieCriterium(models.Model):
    """One line of the evaluation form, scored 1 to 4 (domein.md 4.5)."""

    code = models.CharField("code", max_length=30, primary_key=True)
    label = models.CharField("label", max_length=120)
    soort = models.CharField("soort", max_length=40)
    schaal = models.CharField("schaal", max_length=20)

    class Meta:
        verbose_name, verbose_name_plural = "evaluatiecriterium", "evaluatiecriteria"

    def __str__(self) -> str:
        return self.label
