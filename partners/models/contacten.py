from uuid import uuid4

from django.db import models

from regie.core.tenancy import GebiedModel


class Contactpersoon(GebiedModel):
    """Somebody at a partner organisatie who is rung, mailed or gets a report. Not necessarily an account."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisatie = models.ForeignKey(
        "core.Organisatie", models.CASCADE, related_name="contactpersonen", verbose_name="organisatie"
    )
    naam = models.CharField("naam", max_length=120)
    functie = models.CharField("functie", max_length=120, blank=True)
    email = models.EmailField("e-mailadres")
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    is_actief = models.BooleanField("actief", default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "contactpersoon", "contactpersonen"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "organisatie", "email"],
                name="contactpersoon_uniek",
                violation_error_message="Deze persoon staat al bij deze organisatie.",
            )
        ]

    def __str__(self) -> str:
        return f"contactpersoon {self.pk}"
