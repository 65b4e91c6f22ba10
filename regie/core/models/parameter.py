from django.db import models
from django.db.models import F, Q


class RegelParameter(models.Model):
    """A number that policy may change: dated, with its source and how certain we are (domein.md, golden rule)."""

    code = models.SlugField("code", max_length=60)
    omschrijving = models.CharField("omschrijving", max_length=200)
    waarde = models.DecimalField("waarde", max_digits=14, decimal_places=4)
    eenheid = models.CharField("eenheid", max_length=40)
    dimensie = models.CharField("geldt voor", max_length=60, default="alle")
    gebied = models.ForeignKey(
        "core.Regiegebied",
        models.CASCADE,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="alleen in regiegebied",
        help_text="Leeg geldt overal; een waarde voor een gebied gaat voor.",
    )
    geldig_van = models.DateField("geldig van")
    geldig_tot = models.DateField("geldig tot en met", null=True, blank=True)
    bron = models.CharField("bron", max_length=200)
    zekerheid = models.CharField("zekerheid", max_length=80, help_text="Bijvoorbeeld: hoog, te verifiëren.")

    class Meta:
        verbose_name, verbose_name_plural = "regelparameter", "regelparameters"
        constraints = [
            models.CheckConstraint(
                name="regelparameter_tot_na_van",
                condition=Q(geldig_tot=None) | Q(geldig_tot__gte=F("geldig_van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.UniqueConstraint(
                fields=["code", "dimensie", "gebied", "geldig_van"],
                name="regelparameter_uniek",
                nulls_distinct=False,
                violation_error_message="Er is al een waarde van deze regel die op die dag begint.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.dimensie}) vanaf {self.geldig_van:%d/%m/%Y}"
