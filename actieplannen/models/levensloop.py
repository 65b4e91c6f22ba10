"""What happened to a plan as a whole: its steps, its versions, what was changed after approval, who decided."""

from uuid import uuid4

import pghistory
import pgtrigger
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from actieplannen.enums import Planstatus, Planstuk, Raadsuitspraak
from actieplannen.models.plannen import Jaaractieplan
from regie.core.tenancy import GebiedModel

# What was handed in or approved stays as it was: councils and Flanders decided on exactly this.
NOOIT_ANDERS = """
    RAISE EXCEPTION '% % staat vast en kan niet meer veranderen', TG_TABLE_NAME, OLD.id
        USING ERRCODE = 'integrity_constraint_violation';
"""


def _staat_vast(naam: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=naam, when=pgtrigger.Before, operation=pgtrigger.Update | pgtrigger.Delete, func=NOOIT_ANDERS
    )


class Planstap(GebiedModel):
    """One step of a plan: handed in, sent back with remarks, approved."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Jaaractieplan, models.CASCADE, related_name="stappen", verbose_name="plan")
    van = models.CharField("van", max_length=12, choices=Planstatus)
    naar = models.CharField("naar", max_length=12, choices=Planstatus)
    datum = models.DateField("datum")
    opmerkingen = models.TextField("opmerkingen", max_length=4000, blank=True)
    beslist_door = models.CharField("beslist door", max_length=120, blank=True)  # outside: "Departement WSE"
    kenmerk = models.CharField("kenmerk van de beslissing", max_length=60, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "stap van een plan", "stappen van een plan"
        ordering = ["created_at"]

    def __str__(self) -> str:
        return f"{self.van} -> {self.naar}"


class Verbeterpunt(GebiedModel):
    """One thing to mend in a plan that was sent back; ticked off while mending."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    stap = models.ForeignKey(Planstap, models.CASCADE, related_name="verbeterpunten", verbose_name="stap")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    tekst = models.CharField("verbeterpunt", max_length=1000)
    klaar_op = models.DateField("klaar op", null=True, blank=True)
    klaar_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="klaar door", null=True, blank=True
    )

    class Meta:
        verbose_name, verbose_name_plural = "verbeterpunt van een plan", "verbeterpunten van een plan"
        ordering = ["volgorde"]

    def __str__(self) -> str:
        return f"verbeterpunt {self.pk}"


class Planversie(GebiedModel):
    """Everything that stood in a plan on one moment. Never changed: a plan with a version cannot be removed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Jaaractieplan, models.PROTECT, related_name="versies", verbose_name="plan")
    nummer = models.PositiveSmallIntegerField("nummer")
    status = models.CharField("status", max_length=12, choices=Planstatus)
    reden = models.CharField("waarom bewaard", max_length=200)
    inhoud = models.JSONField("inhoud", encoder=DjangoJSONEncoder)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = "versie van een plan", "versies van een plan"
        ordering = ["nummer"]
        constraints = [models.UniqueConstraint(fields=["plan", "nummer"], name="planversie_nummer_uniek")]
        triggers = [_staat_vast("planversie_vast")]

    def __str__(self) -> str:
        return f"versie {self.nummer}"


class Amendement(GebiedModel):
    """One change of an approved plan: what it was, what it became, and why."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Jaaractieplan, models.PROTECT, related_name="amendementen", verbose_name="plan")
    nummer = models.PositiveSmallIntegerField("nummer")
    actie_reeks = models.UUIDField("over actie", null=True, blank=True)  # stays when the action is removed
    onderwerp = models.CharField("waarover", max_length=300)
    wijzigingen = models.JSONField("wijzigingen", encoder=DjangoJSONEncoder)  # [[what, from, to], ...] as shown
    reden = models.TextField("reden", max_length=2000)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = "amendement", "amendementen"
        ordering = ["nummer"]
        constraints = [models.UniqueConstraint(fields=["plan", "nummer"], name="amendement_nummer_uniek")]
        triggers = [_staat_vast("amendement_vast")]

    def __str__(self) -> str:
        return f"amendement {self.nummer}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Raadsbesluit(GebiedModel):
    """What the council of one municipality decided about a plan; its document is a `partners.Bijlage`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Jaaractieplan, models.CASCADE, related_name="raadsbesluiten", verbose_name="plan")
    gemeente = models.ForeignKey("core.Gemeente", models.PROTECT, related_name="+", verbose_name="gemeente")
    geagendeerd_op = models.DateField("op de agenda van", null=True, blank=True)
    datum = models.DateField("beslist op", null=True, blank=True)
    uitspraak = models.CharField("besluit", max_length=16, choices=Raadsuitspraak, blank=True)
    kenmerk = models.CharField("nummer van het besluit", max_length=60, blank=True)
    noot = models.CharField("opmerkingen", max_length=1000, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "raadsbesluit", "raadsbesluiten"
        constraints = [
            models.UniqueConstraint(fields=["plan", "gemeente"], name="raadsbesluit_uniek"),
            models.CheckConstraint(
                name="raadsbesluit_met_datum",
                condition=models.Q(uitspraak="") | models.Q(datum__isnull=False),
                violation_error_message="Vul de dag van het besluit in.",
            ),
        ]

    def __str__(self) -> str:
        return f"raadsbesluit {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Plantekst(GebiedModel):
    """One written part of the subsidiedossier or of the verantwoording of a plan."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Jaaractieplan, models.CASCADE, related_name="teksten", verbose_name="plan")
    stuk = models.CharField("stuk", max_length=16, choices=Planstuk)
    deel = models.CharField("deel", max_length=30)  # a section of the stuk, or a priority
    tekst = models.TextField("tekst", max_length=20000, blank=True)
    versie = models.PositiveIntegerField("versie", default=1, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    updated_at = models.DateTimeField("bewaard op", auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "tekst bij een plan", "teksten bij een plan"
        constraints = [models.UniqueConstraint(fields=["plan", "stuk", "deel"], name="plantekst_uniek")]

    def __str__(self) -> str:
        return f"{self.stuk} {self.deel}"
