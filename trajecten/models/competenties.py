"""What somebody can do, and the papers that show it."""

from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from partners.enums import Functiecategorie
from regie.core.tenancy import DossierModel
from trajecten.enums import CompetentieBron, Competentieniveau


class Competentie(models.Model):
    """Something one can be able to do: generic (from the evaluations) or technical (of a kind of work)."""

    code = models.CharField("code", max_length=30, primary_key=True)
    label = models.CharField("label", max_length=120)
    soort = models.CharField("soort", max_length=20)
    categorie = models.CharField("soort werk", max_length=20, choices=Functiecategorie, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "competentie", "competenties"

    def __str__(self) -> str:
        return self.label


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ClientCompetentie(DossierModel):
    """A competence of a client with its level, and how we know."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    client = models.ForeignKey("trajecten.Client", models.CASCADE, related_name="competenties", verbose_name="cliënt")
    competentie = models.ForeignKey(Competentie, models.PROTECT, related_name="+", verbose_name="competentie")
    niveau = models.PositiveSmallIntegerField("niveau", choices=Competentieniveau)
    bron = models.CharField("hoe weten we dit?", max_length=20, choices=CompetentieBron)
    bewijs = models.CharField("bewijs in woorden", max_length=200, blank=True)
    document = models.ForeignKey(
        "trajecten.Document", models.SET_NULL, related_name="+", verbose_name="bewijsstuk", null=True, blank=True
    )
    vastgesteld_op = models.DateField("vastgesteld op")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "competentie van een cliënt", "competenties van cliënten"
        constraints = [
            models.UniqueConstraint(
                fields=["client", "competentie"],
                name="clientcompetentie_uniek",
                violation_error_message="Deze competentie staat er al. Pas ze aan.",
            )
        ]

    def __str__(self) -> str:
        return f"competentie {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Attest(DossierModel):
    """A certificate, licence or diploma of a client, and until when it is valid."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    client = models.ForeignKey("trajecten.Client", models.CASCADE, related_name="attesten", verbose_name="cliënt")
    naam = models.CharField("naam", max_length=120)
    uitgereikt_door = models.CharField("uitgereikt door", max_length=120, blank=True)
    behaald_op = models.DateField("behaald op")
    geldig_tot = models.DateField("geldig tot en met", null=True, blank=True)
    bewijs = models.CharField("bewijs in woorden", max_length=200, blank=True)
    document = models.ForeignKey(
        "trajecten.Document", models.SET_NULL, related_name="+", verbose_name="bewijsstuk", null=True, blank=True
    )
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "attest", "attesten"
        constraints = [
            models.CheckConstraint(
                name="attest_geldig_na_behaald",
                condition=Q(geldig_tot=None) | Q(geldig_tot__gte=F("behaald_op")),
                violation_error_message="De einddatum ligt voor de dag waarop het attest behaald is.",
            )
        ]
        indexes = [models.Index(fields=["gebied", "client"], name="attest_client")]

    def __str__(self) -> str:
        return f"attest {self.pk}"
