"""The scan werkgeversgerichtheid: statements, who answers, the result, and the plan of the organisatie.

Answers stay inside the organisatie and are never shown by name. A Scan holds the process and the result, nothing about
anybody: that row is what the gebied reads once it is shared, so who leads and who answers stands in Scandeelnemer.
No history table of Scan: a row of it from the days it was shared would stay readable after it was withdrawn.
"""

from datetime import date
from typing import ClassVar
from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from partners.enums import Scanactiestatus, Scandimensie, Scanstatus
from regie.core.tenancy import BinnenshuisManager, BinnenshuisModel, DeelbaarManager, DeelbaarModel, GebiedModel


class ScanStelling(models.Model):
    """One statement of one version of the questionnaire. Reference data: a new version is a new set of rows."""

    code = models.CharField("code", max_length=8, primary_key=True)  # version.number
    versie = models.PositiveSmallIntegerField("versie van de vragenlijst")
    nr = models.PositiveSmallIntegerField("nummer")
    dimensie = models.CharField("dimensie", max_length=2, choices=Scandimensie)
    tekst = models.CharField("stelling", max_length=300)
    geldig_van = models.DateField("geldig vanaf")
    geldig_tot = models.DateField("geldig tot en met", null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "stelling van de scan", "stellingen van de scan"
        constraints = [models.UniqueConstraint(fields=["versie", "nr"], name="scanstelling_uniek")]

    def __str__(self) -> str:
        return f"stelling {self.code}"


class ScanQuerySet(models.QuerySet["Scan"]):
    def afgerond(self) -> "ScanQuerySet":
        return self.filter(status=Scanstatus.AFGEROND)

    def nieuwste_eerst(self) -> "ScanQuerySet":
        return self.order_by("-gestart_op", "-created_at", "pk")


ScanManager = DeelbaarManager.from_queryset(ScanQuerySet)


class Scan(DeelbaarModel):
    """One round of an organisatie. `uitkomst` is filled when it closes, with nothing that may not be shown."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    lijst = models.PositiveSmallIntegerField("versie van de vragenlijst")
    status = models.CharField("status", max_length=10, choices=Scanstatus, default=Scanstatus.OPEN)
    gestart_op = models.DateField("gestart op")
    antwoorden_tot = models.DateField("antwoorden tot en met")
    afgerond_op = models.DateField("afgerond op", null=True, blank=True)
    vorige = models.ForeignKey(
        "self", models.PROTECT, related_name="+", verbose_name="vorige scan", null=True, blank=True
    )
    belang = models.JSONField("belang per dimensie", default=dict, blank=True)
    uitkomst = models.JSONField("uitkomst", default=dict, blank=True)
    gedeeld_op = models.DateField("gedeeld op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[ScanManager] = ScanManager()

    class Meta:
        verbose_name, verbose_name_plural = "scan werkgeversgerichtheid", "scans werkgeversgerichtheid"
        constraints = [
            models.UniqueConstraint(
                fields=["eigenaar"],
                condition=Q(status="OPEN"),
                name="scan_een_open",
                violation_error_message="Er loopt al een scan. Rond die eerst af, of stop ze.",
            ),
            models.CheckConstraint(
                name="scan_alleen_afgerond_gedeeld",
                condition=Q(gedeeld=False) | Q(status="AFGEROND"),
                violation_error_message="Je kunt alleen het resultaat van een afgeronde scan delen.",
            ),
            models.CheckConstraint(name="scan_status_geldig", condition=Q(status__in=Scanstatus.values)),
        ]
        indexes = [models.Index(fields=["gebied", "eigenaar", "status"], name="scan_van_organisatie")]

    def __str__(self) -> str:
        return f"scan {self.pk}"


class ScandeelnemerQuerySet(models.QuerySet["Scandeelnemer"]):
    def gevraagd(self) -> "ScandeelnemerQuerySet":
        return self.filter(ingetrokken_op=None)

    def ingediend(self) -> "ScandeelnemerQuerySet":
        return self.gevraagd().exclude(ingediend_op=None)


ScandeelnemerManager = BinnenshuisManager.from_queryset(ScandeelnemerQuerySet)


class Scandeelnemer(BinnenshuisModel):
    """Somebody who fills in one scan: an account of the organisatie, or a name and an address for a link."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    scan = models.ForeignKey(Scan, models.CASCADE, related_name="deelnemers", verbose_name="scan")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="account", null=True, blank=True
    )
    naam = models.CharField("naam", max_length=120)
    email = models.EmailField("e-mailadres", blank=True)
    is_trekker = models.BooleanField("trekt de scan", default=False)
    gevraagd_op = models.DateField("gevraagd op")
    met_mail = models.BooleanField("met een mail gevraagd", default=False)  # else the link was handed over by hand
    herinnerd_op = models.DateField("herinnerd op", null=True, blank=True)
    ingediend_op = models.DateTimeField("ingediend op", null=True, blank=True)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[ScandeelnemerManager] = ScandeelnemerManager()

    class Meta:
        verbose_name, verbose_name_plural = "deelnemer aan een scan", "deelnemers aan een scan"
        constraints = [
            models.UniqueConstraint(
                fields=["scan"],
                condition=Q(is_trekker=True),
                name="scandeelnemer_een_trekker",
                violation_error_message="Een scan heeft één trekker.",
            ),
            models.UniqueConstraint(
                fields=["scan", "user"],
                condition=Q(user__isnull=False),
                name="scandeelnemer_account_uniek",
                violation_error_message="Deze collega is al gevraagd.",
            ),
        ]

    def __str__(self) -> str:
        return f"scandeelnemer {self.pk}"


class Scanantwoord(BinnenshuisModel):
    """What one respondent says about one statement. No score: not applicable, it drops out of the denominator."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    deelnemer = models.ForeignKey(Scandeelnemer, models.CASCADE, related_name="antwoorden", verbose_name="deelnemer")
    stelling = models.ForeignKey(ScanStelling, models.PROTECT, related_name="+", verbose_name="stelling")
    score = models.PositiveSmallIntegerField("score", null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "antwoord in een scan", "antwoorden in een scan"
        constraints = [
            models.UniqueConstraint(fields=["deelnemer", "stelling"], name="scanantwoord_uniek"),
            models.CheckConstraint(name="scanantwoord_score_geldig", condition=Q(score=None) | Q(score__lte=4)),
        ]

    def __str__(self) -> str:
        return f"scanantwoord {self.pk}"


class ScanactieQuerySet(models.QuerySet["Scanactie"]):
    def open(self) -> "ScanactieQuerySet":
        return self.filter(status__in=Scanactiestatus.open())

    def te_laat(self, vandaag: date) -> "ScanactieQuerySet":
        return self.open().filter(klaar_tegen__lt=vandaag)


ScanactieManager = BinnenshuisManager.from_queryset(ScanactieQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Scanactie(BinnenshuisModel):
    """One action of the plan an organisatie makes after its scan."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    scan = models.ForeignKey(Scan, models.CASCADE, related_name="acties", verbose_name="scan")
    dimensie = models.CharField("dimensie", max_length=2, choices=Scandimensie)
    voorstel = models.CharField("voorstel uit het advies", max_length=20, blank=True)
    titel = models.CharField("actie", max_length=200)
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="collega", null=True, blank=True
    )
    wie_naam = models.CharField("naam van iemand anders", max_length=120, blank=True)
    klaar_tegen = models.DateField("klaar tegen")
    status = models.CharField("status", max_length=10, choices=Scanactiestatus, default=Scanactiestatus.GEPLAND)
    klaar_op = models.DateField("klaar op", null=True, blank=True)
    notitie = models.TextField("notitie", max_length=2000, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[ScanactieManager] = ScanactieManager()

    class Meta:
        verbose_name, verbose_name_plural = "actie na een scan", "acties na een scan"
        constraints = [
            models.CheckConstraint(
                name="scanactie_klaar_heeft_dag",
                condition=Q(status="KLAAR", klaar_op__isnull=False) | (~Q(status="KLAAR") & Q(klaar_op=None)),
            ),
            models.UniqueConstraint(
                fields=["scan", "voorstel"],
                condition=~Q(voorstel=""),
                name="scanactie_voorstel_uniek",
                violation_error_message="Dit voorstel staat al in het plan.",
            ),
        ]

    def __str__(self) -> str:
        return f"scanactie {self.pk}"


class Scanuitnodiging(GebiedModel):
    """The regio asked an organisatie to do the scan. What that organisatie does with it is its own."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisatie = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="organisatie")
    op = models.DateField("gevraagd op")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "uitnodiging voor de scan", "uitnodigingen voor de scan"
        indexes = [models.Index(fields=["gebied", "organisatie"], name="scanuitnodiging_van")]

    def __str__(self) -> str:
        return f"scanuitnodiging {self.pk}"
