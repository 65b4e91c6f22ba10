"""Who has the lead with an employer for a while, and who asks to take it over."""

from datetime import date
from typing import ClassVar
from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from partners.enums import Claimeinde, Overnamesoort, Overnamestatus
from regie.core.tenancy import GebiedManager, GebiedModel


class ClaimQuerySet(models.QuerySet["Claim"]):
    def actief_op(self, datum: date) -> "ClaimQuerySet":
        """What is over by date counts as over, also before the night has ended it."""
        return self.filter(beeindigd_op=None, tot__gte=datum)


ClaimManager = GebiedManager.from_queryset(ClaimQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Claim(GebiedModel):
    """One organisatie has the lead with one employer, from a day up to and including another."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    werkgever = models.ForeignKey(
        "partners.Werkgever", models.CASCADE, related_name="claims", verbose_name="werkgever"
    )
    organisatie = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="organisatie")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    van = models.DateField("vanaf")
    tot = models.DateField("tot en met")
    is_verlengd = models.BooleanField("verlengd", default=False)
    beeindigd_op = models.DateField("beëindigd op", null=True, blank=True)
    einde = models.CharField("einde", max_length=12, choices=Claimeinde, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[ClaimManager] = ClaimManager()

    class Meta:
        verbose_name, verbose_name_plural = "lead", "leads"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "werkgever"],
                condition=Q(beeindigd_op=None),
                name="claim_een_per_werkgever",
                violation_error_message="Een andere organisatie heeft deze lead al.",
            ),
            models.CheckConstraint(
                name="claim_tot_na_van",
                condition=Q(tot__gte=F("van")),
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                name="claim_einde_met_dag",
                condition=Q(beeindigd_op=None, einde="") | Q(beeindigd_op__isnull=False, einde__in=Claimeinde.values),
            ),
        ]
        indexes = [models.Index(fields=["werkgever", "-van"], name="claim_werkgever")]

    def __str__(self) -> str:
        return f"lead {self.pk}"


class OvernamevraagQuerySet(models.QuerySet["Overnamevraag"]):
    def open_op(self, datum: date) -> "OvernamevraagQuerySet":
        return self.filter(status=Overnamestatus.GEVRAAGD, vervalt_op__gte=datum)


OvernamevraagManager = GebiedManager.from_queryset(OvernamevraagQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Overnamevraag(GebiedModel):
    """One organisatie asks another for the lead, or to become accounthouder: only with the other's consent."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    werkgever = models.ForeignKey(
        "partners.Werkgever", models.CASCADE, related_name="overnamevragen", verbose_name="werkgever"
    )
    soort = models.CharField("soort", max_length=16, choices=Overnamesoort)
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="vragen", verbose_name="lead", null=True, blank=True)
    van = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="van")
    aan = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="aan")
    reden = models.CharField("waarom", max_length=200)
    status = models.CharField("status", max_length=12, choices=Overnamestatus, default=Overnamestatus.GEVRAAGD)
    antwoord = models.CharField("antwoord", max_length=200, blank=True)
    gevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gevraagd door"
    )
    beslist_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="beslist door", null=True, blank=True
    )
    vervalt_op = models.DateField("te beantwoorden tot en met")
    beslist_op = models.DateField("beslist op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OvernamevraagManager] = OvernamevraagManager()

    class Meta:
        verbose_name, verbose_name_plural = "overnamevraag", "overnamevragen"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "werkgever", "soort", "aan"],
                condition=Q(status="GEVRAAGD"),
                name="overnamevraag_een_open",
                violation_error_message="Je organisatie vroeg dit al en wacht op antwoord.",
            ),
            models.CheckConstraint(
                name="overnamevraag_tussen_twee",
                condition=~Q(van=F("aan")),
                violation_error_message="Je organisatie heeft dit al.",
            ),
            models.CheckConstraint(
                name="overnamevraag_lead_met_claim",
                condition=Q(soort="LEAD", claim__isnull=False) | Q(soort="ACCOUNTHOUDER", claim=None),
            ),
            models.CheckConstraint(
                name="overnamevraag_weigering_met_reden",
                condition=~Q(status="GEWEIGERD") | ~Q(antwoord=""),
                violation_error_message="Zeg waarom je weigert.",
            ),
        ]

    def __str__(self) -> str:
        return f"overnamevraag {self.pk}"
