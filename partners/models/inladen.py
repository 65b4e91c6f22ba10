"""A list of employers on its way in: inside the organisatie that keeps it, until what is confirmed goes on cards."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from partners.enums import Lijstbesluit, Lijstoordeel, Lijststatus
from regie.core.fields import VersleuteldJsonVeld
from regie.core.tenancy import BinnenshuisModel


class Werkgeverslijst(BinnenshuisModel):
    """One sheet with employers, from upload to result. The file itself is not kept: its rows are, encrypted."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    bestandsnaam = models.CharField("bestand", max_length=200)
    sha256 = models.CharField("vingerafdruk van het bestand", max_length=64)
    blad = models.CharField("blad", max_length=120, blank=True)
    kopregel = models.PositiveIntegerField("rij met de kolomnamen")
    kolommen = models.JSONField("kolomnamen van het bestand", default=list)
    koppeling = models.JSONField("koppeling", default=dict)
    status = models.CharField("status", max_length=20, choices=Lijststatus, default=Lijststatus.KOPPELEN)
    telling = models.JSONField("aantal rijen per oordeel", default=dict)
    resultaat = models.JSONField("resultaat", default=dict)
    voortgang = models.PositiveIntegerField("verwerkte rijen", default=0)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField("opgeladen op", auto_now_add=True)
    updated_at = models.DateTimeField("laatste vooruitgang", auto_now=True)
    afgerond_op = models.DateTimeField("afgerond op", null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "werkgeverslijst", "werkgeverslijsten"
        constraints = [
            models.CheckConstraint(name="werkgeverslijst_status_geldig", condition=Q(status__in=Lijststatus.values))
        ]
        indexes = [models.Index(fields=["gebied", "eigenaar", "-created_at"], name="werkgeverslijst_recent")]

    def __str__(self) -> str:
        return f"werkgeverslijst {self.pk}"


class Lijstrij(BinnenshuisModel):
    """One row of a list: what it says, what we make of it, and the card it became or may be.

    `afdruk` is a hash of what the row says of the employer: the same row in a later list is the same card.
    """

    lijst = models.ForeignKey(Werkgeverslijst, models.CASCADE, related_name="rijen", verbose_name="werkgeverslijst")
    rijnummer = models.PositiveIntegerField("rij in het bestand")
    ruw = VersleuteldJsonVeld("cellen")
    schoon = VersleuteldJsonVeld("gelezen velden", null=True, blank=True)
    oordeel = models.CharField("oordeel", max_length=20, choices=Lijstoordeel, blank=True)
    problemen = VersleuteldJsonVeld("problemen", null=True, blank=True)
    verschillen = VersleuteldJsonVeld("verschillen", null=True, blank=True)
    met_opmerking = models.BooleanField("heeft een opmerking", default=False)
    afdruk = models.CharField("afdruk van naam en gemeente", max_length=64, blank=True)
    werkgever = models.ForeignKey(
        "partners.Werkgever", models.SET_NULL, related_name="+", verbose_name="werkgever", null=True, blank=True
    )
    gelijkt_op_rij = models.PositiveIntegerField("lijkt op rij", null=True, blank=True)
    besluit = models.CharField("besluit", max_length=20, choices=Lijstbesluit, blank=True)
    verwerkt_op = models.DateTimeField("verwerkt op", null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "rij van een werkgeverslijst", "rijen van een werkgeverslijst"
        constraints = [models.UniqueConstraint(fields=["lijst", "rijnummer"], name="lijstrij_uniek")]
        indexes = [models.Index(fields=["eigenaar", "afdruk"], name="lijstrij_afdruk", condition=~Q(afdruk=""))]

    def __str__(self) -> str:
        return f"rij {self.rijnummer}"
