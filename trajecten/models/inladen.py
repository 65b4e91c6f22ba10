from django.db import models

from regie.core.inlezen.modellen import LijstVelden, RijVelden
from regie.core.tenancy import DossierModel
from trajecten.enums_inladen import Besluit, Oordeel


class Inlading(LijstVelden, DossierModel):
    """One file with clients."""

    TE_KIEZEN = Oordeel.MOGELIJK_DUBBEL

    class Meta:
        verbose_name, verbose_name_plural = "inlading", "inladingen"
        indexes = [models.Index(fields=["gebied", "eigenaar", "-created_at"], name="inlading_recent")]

    def __str__(self) -> str:
        return f"inlading {self.pk}"


class InlaadRij(RijVelden, DossierModel):
    """One row of a file, and the dossier it became or may be."""

    inlading = models.ForeignKey(Inlading, models.CASCADE, related_name="rijen", verbose_name="inlading")
    oordeel = models.CharField("oordeel", max_length=20, choices=Oordeel, blank=True)
    client = models.ForeignKey(
        "trajecten.Client", models.SET_NULL, related_name="+", verbose_name="cliënt", null=True, blank=True
    )
    besluit = models.CharField("besluit", max_length=20, choices=Besluit, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "rij van een inlading", "rijen van een inlading"
        constraints = [
            models.UniqueConstraint(fields=["inlading", "rijnummer"], name="inlaadrij_uniek"),
        ]
