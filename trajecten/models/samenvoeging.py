from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from regie.core.fields import VersleuteldJsonVeld
from regie.core.tenancy import DossierModel


class Samenvoeging(DossierModel):
    """Two files of one person became one; what moved is written down, so that it can be undone exactly."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    behouden = models.ForeignKey(
        "trajecten.Client", models.CASCADE, related_name="samenvoegingen", verbose_name="behouden dossier"
    )
    opgenomen = models.ForeignKey(
        "trajecten.Client", models.CASCADE, related_name="opgenomen_in", verbose_name="opgenomen dossier"
    )
    verplaatst = models.JSONField("verplaatste rijen", default=dict)
    vorige = VersleuteldJsonVeld("gegevens van voordien", null=True, blank=True)
    terug_tot = models.DateField("ongedaan te maken tot en met")
    ongedaan_op = models.DateTimeField("ongedaan gemaakt op", null=True, blank=True)
    definitief_op = models.DateField("definitief sinds", null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField("samengevoegd op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "samenvoeging", "samenvoegingen"
        constraints = [
            models.UniqueConstraint(
                fields=["opgenomen"], condition=Q(ongedaan_op=None), name="samenvoeging_een_per_dossier"
            ),
            models.CheckConstraint(name="samenvoeging_twee_dossiers", condition=~Q(behouden=F("opgenomen"))),
        ]

    def __str__(self) -> str:
        return f"samenvoeging {self.pk}"
