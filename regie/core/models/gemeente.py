"""Reference data: the 285 Flemish municipalities since 2025, the 15 referentieregio's (decree 01-02-2023)."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from regie.core.names import naam_sleutel


class Referentieregio(models.Model):
    code = models.CharField("code", max_length=10, primary_key=True)
    naam = models.CharField("naam", max_length=60)
    naam_alternatief = models.CharField("andere naam", max_length=60, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "referentieregio", "referentieregio's"

    def __str__(self) -> str:
        return self.naam


class GemeenteQuerySet(models.QuerySet["Gemeente"]):
    def zoek(self, term: str) -> "GemeenteQuerySet":
        """By the start of a postcode or by part of the name, accents and hyphens ignored."""
        if term.isdigit():
            return self.filter(postcodes_tekst__contains=term)
        return self.filter(sleutel__contains=naam_sleutel(term))


class Gemeente(models.Model):
    """One municipality. `inwoners` is a fact with a date: never show it without `inwoners_datum`."""

    nis = models.CharField("NIS-code", max_length=5, primary_key=True)
    naam = models.CharField("naam", max_length=80)
    sleutel = models.CharField("zoeksleutel", max_length=80, editable=False)
    provincie = models.CharField("provincie", max_length=40)
    arrondissement = models.CharField("arrondissement", max_length=40)
    referentieregio = models.ForeignKey(
        Referentieregio, models.PROTECT, related_name="gemeenten", verbose_name="referentieregio"
    )
    postcodes = ArrayField(models.CharField(max_length=4), verbose_name="postcodes")
    postcodes_tekst = models.CharField("postcodes als tekst", max_length=200, editable=False)
    inwoners = models.PositiveIntegerField("inwoners")
    inwoners_datum = models.DateField("inwoners op")
    breedtegraad = models.DecimalField("breedtegraad", max_digits=6, decimal_places=3)
    lengtegraad = models.DecimalField("lengtegraad", max_digits=6, decimal_places=3)

    objects: ClassVar[models.Manager["Gemeente"]] = GemeenteQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "gemeente", "gemeenten"

    def __str__(self) -> str:
        return self.naam


class Gemeentefusie(models.Model):
    """Which old NIS code lives on in which municipality since the mergers of 2025."""

    nis_oud = models.CharField("oude NIS-code", max_length=5, primary_key=True)
    naam_oud = models.CharField("oude naam", max_length=80)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="voorgangers", verbose_name="gemeente")

    class Meta:
        verbose_name, verbose_name_plural = "gemeentefusie", "gemeentefusies"

    def __str__(self) -> str:
        return f"{self.naam_oud} ({self.nis_oud})"
