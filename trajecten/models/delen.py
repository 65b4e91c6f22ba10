"""What a client agreed to, and the end of a file: consent, and making anonymous."""

from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from regie.core.tenancy import DossierModel
from trajecten.enums_verhuis import Grondslag, Instemming, ToestemmingSoort


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Toestemming(DossierModel):
    """For what, with whom, on what basis, from when until when; withdrawn ends the sharing at once."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    client = models.ForeignKey("trajecten.Client", models.CASCADE, related_name="toestemmingen", verbose_name="cliënt")
    soort = models.CharField("waarvoor", max_length=20, choices=ToestemmingSoort)
    organisatie = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="+", verbose_name="organisatie", null=True, blank=True
    )
    met_wie = models.CharField("met wie", max_length=160)
    overdracht = models.ForeignKey(
        "trajecten.Overdracht",
        models.SET_NULL,
        related_name="toestemmingen",
        verbose_name="overdracht",
        null=True,
        blank=True,
    )
    toelichting = models.CharField("welke gegevens", max_length=300, blank=True)
    grondslag = models.CharField("op welke basis", max_length=20, choices=Grondslag)
    instemming = models.CharField("hoe gaf de cliënt toestemming?", max_length=20, choices=Instemming, blank=True)
    van = models.DateField("vanaf")
    tot = models.DateField("tot en met", null=True, blank=True)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="genoteerd door")
    created_at = models.DateTimeField("genoteerd op", auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "toestemming", "toestemmingen"
        constraints = [
            models.CheckConstraint(
                name="toestemming_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                name="toestemming_met_bewijs",
                condition=~Q(grondslag=Grondslag.TOESTEMMING) | ~Q(instemming=""),
                violation_error_message="Zeg hoe de cliënt toestemming gaf.",
            ),
        ]
        indexes = [models.Index(fields=["gebied", "client"], name="toestemming_client")]

    def __str__(self) -> str:
        return f"toestemming {self.pk}"


class Wissing(DossierModel):
    """A file past its retention period: confirmed by the team lead, then removed by the clock."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    client = models.OneToOneField("trajecten.Client", models.CASCADE, related_name="wissing", verbose_name="cliënt")
    aangekondigd_op = models.DateField("aangekondigd op")
    uitvoeren_op = models.DateField("wissen vanaf")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="bevestigd door")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "wissing", "wissingen"

    def __str__(self) -> str:
        return f"wissing {self.pk}"


class Dossierstatistiek(DossierModel):
    """What stays of a traject that was removed: coarse, without a link to the file it came from."""

    jaar_aanmelding = models.PositiveSmallIntegerField("jaar van aanmelding")
    jaar_afsluiting = models.PositiveSmallIntegerField("jaar van afsluiting")
    leeftijdsklasse = models.CharField("leeftijd bij aanmelding", max_length=10)
    geslacht = models.CharField("geslacht", max_length=1, blank=True)
    inkomensstatuut = models.CharField("inkomen bij aanmelding", max_length=20)
    diploma = models.CharField("diploma", max_length=10, blank=True)
    instrument = models.CharField("instrument", max_length=30, blank=True)
    uitstroomgroep = models.CharField("uitstroom", max_length=30, blank=True)
    maanden = models.PositiveSmallIntegerField("duur in maanden")
    drempels = models.PositiveSmallIntegerField("aantal drempels")

    class Meta:
        verbose_name, verbose_name_plural = "dossierstatistiek", "dossierstatistieken"

    def __str__(self) -> str:
        return f"dossierstatistiek {self.pk}"
