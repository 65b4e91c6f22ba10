from django.db import models

from regie.core.tenancy import GebiedModel


class Soort(models.TextChoices):
    """What is counted per month, each kind defined in `regie.cijfers.indicatoren`."""

    INSTROOM = "INSTROOM", "instroom"
    START = "START", "gestart"
    STOCK = "STOCK", "in behandeling (saldo van de maand)"
    UITSTROOM = "UITSTROOM", "uitstroom"
    DOORSTROOM = "DOORSTROOM", "doorstroom"
    NEUTRAAL = "NEUTRAAL", "neutrale uitstroom"
    STOPZETTING = "STOPZETTING", "stopzetting"


class Maandtelling(GebiedModel):
    """Marginals of the status changes: numbers only, kept right by database triggers in the same transaction.

    `dimensie` is empty for the total, or names what `waarde` splits by (instrument, status, groep|instrument).
    `n` may be negative for STOCK: it is what the month added to the number of trajecten in behandeling.
    """

    organisatie = models.ForeignKey("core.Organisatie", models.CASCADE, related_name="+", verbose_name="organisatie")
    maand = models.DateField("maand", help_text="Eerste dag van de maand.")
    soort = models.CharField("soort", max_length=20, choices=Soort)
    dimensie = models.CharField("dimensie", max_length=30, blank=True)
    waarde = models.CharField("waarde", max_length=60, blank=True)
    n = models.IntegerField("aantal")

    class Meta:
        verbose_name, verbose_name_plural = "maandtelling", "maandtellingen"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "dimensie", "organisatie", "soort", "waarde", "maand"], name="maandtelling_uniek"
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.maand:%Y-%m}"
