from django.db import models

from regie.core.tenancy import GebiedModel


class Gebeurtenis(GebiedModel):
    """Append-only audit trail of the gebied; no foreign keys, so nothing it describes is kept alive by it."""

    append_only = True

    soort = models.CharField("soort", max_length=60)
    object_type = models.CharField("soort object", max_length=60)
    object_id = models.CharField("object", max_length=40)
    user_id = models.BigIntegerField("account", null=True)
    details = models.JSONField("details", default=dict)
    created_at = models.DateTimeField("op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "gebeurtenis", "gebeurtenissen"
        indexes = [models.Index(fields=["gebied", "-created_at"], name="gebeurtenis_recent")]

    def __str__(self) -> str:
        return f"{self.soort} {self.object_type}#{self.object_id}"
