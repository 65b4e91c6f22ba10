"""What every list on its way in is made of, whatever it becomes."""

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models

from regie.core.fields import VersleuteldJsonVeld
from regie.core.tenancy import GebiedModel


class Inlaadstatus(models.TextChoices):
    KOPPELEN = "KOPPELEN", "kolommen koppelen"
    NAKIJKEN = "NAKIJKEN", "nakijken"
    BEZIG = "BEZIG", "bezig"
    KLAAR = "KLAAR", "ingeladen"
    GEANNULEERD = "GEANNULEERD", "geannuleerd"


OPEN = (Inlaadstatus.KOPPELEN, Inlaadstatus.NAKIJKEN)  # before anything is written


class LijstVelden(GebiedModel):
    """One sheet, from upload to result. The file itself is not kept: its rows are, encrypted."""

    TE_KIEZEN: ClassVar[str]  # the verdict of rows that may be known: a person says whether they are
    if TYPE_CHECKING:
        eigenaar_id: int

        @property
        def rijen(self) -> models.QuerySet[Any]: ...

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    bestandsnaam = models.CharField("bestand", max_length=200)
    sha256 = models.CharField("vingerafdruk van het bestand", max_length=64)
    blad = models.CharField("blad", max_length=120, blank=True)
    kopregel = models.PositiveIntegerField("rij met de kolomnamen")
    kolommen = models.JSONField("kolomnamen van het bestand", default=list)
    koppeling = models.JSONField("koppeling", default=dict)
    status = models.CharField("status", max_length=20, choices=Inlaadstatus, default=Inlaadstatus.KOPPELEN)
    telling = models.JSONField("aantal rijen per oordeel", default=dict)
    resultaat = models.JSONField("resultaat", default=dict)
    voortgang = models.PositiveIntegerField("verwerkte rijen", default=0)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField("opgeladen op", auto_now_add=True)
    updated_at = models.DateTimeField("laatste vooruitgang", auto_now=True)
    afgerond_op = models.DateTimeField("afgerond op", null=True, blank=True)

    class Meta:
        abstract = True


class RijVelden(GebiedModel):
    """One row. `ruw`: cells as text; `schoon`: the fields as understood; `problemen`: [{veld, tekst}]."""

    if TYPE_CHECKING:
        oordeel: str
        besluit: str

    rijnummer = models.PositiveIntegerField("rij in het bestand")
    ruw = VersleuteldJsonVeld("cellen")
    schoon = VersleuteldJsonVeld("gelezen velden", null=True, blank=True)
    problemen = VersleuteldJsonVeld("problemen", null=True, blank=True)
    verschillen = VersleuteldJsonVeld("verschillen", null=True, blank=True)
    gelijkt_op_rij = models.PositiveIntegerField("lijkt op rij", null=True, blank=True)
    verwerkt_op = models.DateTimeField("verwerkt op", null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"rij {self.rijnummer}"
