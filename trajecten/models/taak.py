from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from regie.core.tenancy import DossierModel


class EigenTaak(DossierModel):
    """A task of one colleague that is about no client: a team meeting, a form to order. A task about a client is a
    Termijn.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    voor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="voor")
    omschrijving = models.CharField("taak", max_length=120)
    vervalt_op = models.DateField("te doen voor")
    afgehandeld_op = models.DateField("afgehandeld op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "eigen taak", "eigen taken"
        indexes = [
            models.Index(
                fields=["gebied", "voor", "vervalt_op"], condition=Q(afgehandeld_op=None), name="eigentaak_open"
            )
        ]

    def __str__(self) -> str:
        return f"eigen taak {self.pk}"
