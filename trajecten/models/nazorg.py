from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from regie.core.tenancy import DossierModel
from regie.core.validators import toon_kbo
from trajecten.enums import Werkbron


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Werkperiode(DossierModel):
    """A time in which a client had work after (or between) trajecten, as far as the OCMW knows.

    `bevestigd_tot` is the last day somebody told the person still worked; only days up to there count as proven.
    `van` and `tot` are the first and the last day at work.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    client = models.ForeignKey("trajecten.Client", models.CASCADE, related_name="werkperioden", verbose_name="cliënt")
    traject = models.ForeignKey(
        "trajecten.Traject", models.CASCADE, related_name="werkperioden", verbose_name="traject", null=True, blank=True
    )
    van = models.DateField("aan het werk sinds")
    tot = models.DateField("laatste werkdag", null=True, blank=True)
    bevestigd_tot = models.DateField("bevestigd tot en met", null=True, blank=True)
    werkgever_kbo = models.CharField("KBO-nummer van de werkgever", max_length=10, blank=True)
    bron = models.CharField("hoe we dit weten", max_length=20, choices=Werkbron)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "werkperiode", "werkperioden"
        constraints = [
            models.CheckConstraint(
                name="werkperiode_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De laatste werkdag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                name="werkperiode_bevestigd_binnen",
                condition=Q(bevestigd_tot=None)
                | (Q(bevestigd_tot__gte=F("van")) & (Q(tot=None) | Q(bevestigd_tot__lte=F("tot")))),
                violation_error_message="De bevestiging ligt buiten de periode.",
            ),
        ]
        indexes = [models.Index(fields=["gebied", "client", "van"], name="werkperiode_client")]

    def __str__(self) -> str:
        return f"werkperiode {self.pk}"

    @property
    def werkgever(self) -> str:
        return toon_kbo(self.werkgever_kbo) if self.werkgever_kbo else ""
