"""How working with an employer goes: what keeps it from hiring, and how satisfied it is."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from partners.enums import Tevredenheidsonderwerp, Tevredenheidsscore, Werkgeversdrempel
from partners.models.werkgevers import Werkgever
from regie.core.tenancy import DeelbaarModel, GebiedModel


class WerkgeverDrempel(DeelbaarModel):
    """Something at the employer that makes hiring hard. Shared with the gebied, or kept by who noted it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="drempels", verbose_name="werkgever")
    soort = models.CharField("drempel", max_length=16, choices=Werkgeversdrempel)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    gemeld_op = models.DateField("gemeld op")
    opgelost_op = models.DateField("opgelost op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "drempel bij een werkgever", "drempels bij een werkgever"
        constraints = [
            models.CheckConstraint(
                name="werkgeverdrempel_opgelost_na_melding",
                condition=Q(opgelost_op=None) | Q(opgelost_op__gte=F("gemeld_op")),
                violation_error_message="Een drempel kan niet opgelost zijn voor hij gemeld is.",
            )
        ]

    def __str__(self) -> str:
        return f"drempel {self.pk}"


class Tevredenheid(GebiedModel):
    """What an employer said about working with us, on a day, to one organisatie. The whole gebied reads it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="tevredenheid", verbose_name="werkgever")
    datum = models.DateField("datum")
    organisatie = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="+", verbose_name="gevraagd door", editable=False
    )
    over = models.CharField("waarover", max_length=16, choices=Tevredenheidsonderwerp)
    score = models.PositiveSmallIntegerField("score", choices=Tevredenheidsscore)
    toelichting = models.CharField("wat de werkgever zei", max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "tevredenheid van een werkgever", "tevredenheid van werkgevers"
        constraints = [
            models.CheckConstraint(
                name="tevredenheid_van_1_tot_5",
                condition=Q(score__gte=1, score__lte=5),
                violation_error_message="Een score gaat van 1 tot 5.",
            )
        ]

    def __str__(self) -> str:
        return f"tevredenheid {self.pk}"
