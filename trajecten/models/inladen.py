from uuid import uuid4

from django.conf import settings
from django.db import models

from regie.core.fields import VersleuteldJsonVeld
from regie.core.tenancy import DossierModel
from trajecten.enums_inladen import Besluit, InlaadStatus, Oordeel


class Inlading(DossierModel):
    """One file with clients, from upload to result. The file itself is not kept: its rows are, encrypted."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    bestandsnaam = models.CharField("bestand", max_length=200)
    sha256 = models.CharField("vingerafdruk van het bestand", max_length=64)
    blad = models.CharField("blad", max_length=120, blank=True)
    kopregel = models.PositiveIntegerField("rij met de kolomnamen")
    kolommen = models.JSONField("kolomnamen van het bestand", default=list)
    koppeling = models.JSONField("koppeling", default=dict)
    status = models.CharField("status", max_length=20, choices=InlaadStatus, default=InlaadStatus.KOPPELEN)
    telling = models.JSONField("aantal rijen per oordeel", default=dict)
    resultaat = models.JSONField("resultaat", default=dict)
    voortgang = models.PositiveIntegerField("verwerkte rijen", default=0)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField("opgeladen op", auto_now_add=True)
    updated_at = models.DateTimeField("laatste vooruitgang", auto_now=True)
    afgerond_op = models.DateTimeField("afgerond op", null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "inlading", "inladingen"
        indexes = [models.Index(fields=["gebied", "eigenaar", "-created_at"], name="inlading_recent")]

    def __str__(self) -> str:
        return f"inlading {self.pk}"


class InlaadRij(DossierModel):
    """One row of a file. `ruw`: cells as text; `schoon`: the fields as understood; `problemen`: [{veld, tekst}]."""

    inlading = models.ForeignKey(Inlading, models.CASCADE, related_name="rijen", verbose_name="inlading")
    rijnummer = models.PositiveIntegerField("rij in het bestand")
    ruw = VersleuteldJsonVeld("cellen")
    schoon = VersleuteldJsonVeld("gelezen velden", null=True, blank=True)
    oordeel = models.CharField("oordeel", max_length=20, choices=Oordeel, blank=True)
    problemen = VersleuteldJsonVeld("problemen", null=True, blank=True)
    verschillen = VersleuteldJsonVeld("verschillen", null=True, blank=True)
    client = models.ForeignKey(
        "trajecten.Client", models.SET_NULL, related_name="+", verbose_name="cliënt", null=True, blank=True
    )
    gelijkt_op_rij = models.PositiveIntegerField("lijkt op rij", null=True, blank=True)
    besluit = models.CharField("besluit", max_length=20, choices=Besluit, blank=True)
    verwerkt_op = models.DateTimeField("verwerkt op", null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "rij van een inlading", "rijen van een inlading"
        constraints = [
            models.UniqueConstraint(fields=["inlading", "rijnummer"], name="inlaadrij_uniek"),
        ]

    def __str__(self) -> str:
        return f"rij {self.rijnummer}"
