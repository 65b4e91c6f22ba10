from uuid import uuid4

from django.db import models
from django.db.models import Q

from partners.enums import Taal
from regie.core.tenancy import GebiedModel


class Contactpersoon(GebiedModel):
    """Somebody at a partner organisatie or an employer who is rung, mailed or gets a report. Needs no account.

    `toestemming_op` is the day this person agreed to be kept here (AVG art. 6.1.a, for who has no other tie with us).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisatie = models.ForeignKey(
        "core.Organisatie",
        models.CASCADE,
        related_name="contactpersonen",
        verbose_name="organisatie",
        null=True,
        blank=True,
    )
    werkgever = models.ForeignKey(
        "partners.Werkgever",
        models.CASCADE,
        related_name="contactpersonen",
        verbose_name="werkgever",
        null=True,
        blank=True,
    )
    naam = models.CharField("naam", max_length=120)
    functie = models.CharField("functie", max_length=120, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    taal = models.CharField("taal", max_length=2, choices=Taal, default=Taal.NL)
    toestemming_op = models.DateField("toestemming gegeven op", null=True, blank=True)
    bevestigd_op = models.DateField("gegevens bevestigd op", null=True, blank=True)
    is_actief = models.BooleanField("actief", default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "contactpersoon", "contactpersonen"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "organisatie", "email"],
                name="contactpersoon_uniek",
                condition=~Q(email=""),
                violation_error_message="Deze persoon staat al bij deze organisatie.",
            ),
            models.UniqueConstraint(
                fields=["gebied", "werkgever", "email"],
                name="contactpersoon_werkgever_uniek",
                condition=~Q(email=""),
                violation_error_message="Deze persoon staat al bij deze werkgever.",
            ),
            models.CheckConstraint(
                name="contactpersoon_van_een",
                condition=Q(organisatie=None, werkgever__isnull=False) | Q(organisatie__isnull=False, werkgever=None),
                violation_error_message="Een contactpersoon hoort bij een partner of bij een werkgever.",
            ),
        ]

    def __str__(self) -> str:
        return f"contactpersoon {self.pk}"
