"""Meetings: an agenda, who takes part, what was said and who does what by when."""

from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from partners.enums import Aanwezigheid, OverlegSoort, OverlegStatus
from regie.core.tenancy import BinnenshuisModel, DeelbaarModel


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Overleg(DeelbaarModel):
    """One meeting. A draft of the organisatie that prepares it until people are invited; then the gebied reads it.

    Agenda and participants carry the same `gedeeld`; decisions and tasks are shared when the report is done.
    `agenda_versie` counts what calendars were told (SEQUENCE).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    soort = models.CharField("soort", max_length=16, choices=OverlegSoort, default=OverlegSoort.STUURGROEP)
    titel = models.CharField("titel", max_length=160)
    partnerschap = models.ForeignKey(
        "partners.Partnerschap",
        models.SET_NULL,
        related_name="overleggen",
        verbose_name="partnerschap",
        null=True,
        blank=True,
    )
    vorige = models.ForeignKey(
        "self", models.SET_NULL, related_name="volgende", verbose_name="vorig overleg", null=True, blank=True
    )
    datum = models.DateField("datum")
    begin = models.TimeField("begint om")
    einde = models.TimeField("eindigt om")
    plaats = models.CharField("plaats", max_length=200, blank=True)
    toelichting = models.TextField("toelichting", max_length=2000, blank=True)
    status = models.CharField("status", max_length=14, choices=OverlegStatus, default=OverlegStatus.VOORBEREIDING)
    uitgenodigd_op = models.DateField("uitgenodigd op", null=True, blank=True)
    verslag_op = models.DateField("verslag klaar op", null=True, blank=True)
    afgelast_reden = models.CharField("reden van afgelasting", max_length=200, blank=True)
    agenda_versie = models.PositiveIntegerField("versie voor agenda's", default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "overleg", "overleggen"
        constraints = [
            models.CheckConstraint(
                name="overleg_einde_na_begin",
                condition=Q(einde__gt=F("begin")),
                violation_error_message="Het overleg eindigt voor het begint. Kies een later einduur.",
            ),
            models.CheckConstraint(name="overleg_status_geldig", condition=Q(status__in=OverlegStatus.values)),
        ]
        indexes = [models.Index(fields=["gebied", "-datum"], name="overleg_datum")]

    def __str__(self) -> str:
        return f"{self.titel}, {self.datum:%d/%m/%Y}"


class Agendapunt(DeelbaarModel):
    """One item of the agenda; `verslag` is filled in when the report is done."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    overleg = models.ForeignKey(Overleg, models.CASCADE, related_name="agendapunten", verbose_name="overleg")
    volgorde = models.PositiveSmallIntegerField("volgorde")
    titel = models.CharField("punt", max_length=200)
    toelichting = models.TextField("toelichting", max_length=2000, blank=True)
    minuten = models.PositiveSmallIntegerField("minuten", null=True, blank=True)
    verslag = models.TextField("verslag", max_length=5000, blank=True)
    schuift_door = models.BooleanField("komt terug op het volgende overleg", default=False)

    class Meta:
        verbose_name, verbose_name_plural = "agendapunt", "agendapunten"

    def __str__(self) -> str:
        return f"agendapunt {self.pk}"


class Deelnemer(DeelbaarModel):
    """Somebody who is invited: a contact person, an account, or a guest. The name stays when the person leaves."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    overleg = models.ForeignKey(Overleg, models.CASCADE, related_name="deelnemers", verbose_name="overleg")
    contactpersoon = models.ForeignKey(
        "partners.Contactpersoon",
        models.SET_NULL,
        related_name="+",
        verbose_name="contactpersoon",
        null=True,
        blank=True,
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", verbose_name="account", null=True, blank=True
    )
    organisatie = models.ForeignKey(
        "core.Organisatie", models.SET_NULL, related_name="+", verbose_name="organisatie", null=True, blank=True
    )
    naam = models.CharField("naam", max_length=160)
    email = models.EmailField("e-mailadres")
    aanwezigheid = models.CharField(
        "aanwezigheid", max_length=16, choices=Aanwezigheid, default=Aanwezigheid.UITGENODIGD
    )
    gemaild_op = models.DateTimeField("laatst gemaild op", null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "deelnemer", "deelnemers"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "overleg", "email"],
                name="deelnemer_uniek",
                violation_error_message="Deze persoon staat al op de lijst.",
            ),
        ]

    def __str__(self) -> str:
        return f"deelnemer {self.pk}"


class Overlegtaak(DeelbaarModel):
    """What somebody does by a day, as agreed in a meeting. Whether it is done stands in the list of follow-ups."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    overleg = models.ForeignKey(Overleg, models.CASCADE, related_name="taken", verbose_name="overleg")
    agendapunt = models.ForeignKey(
        Agendapunt, models.SET_NULL, related_name="taken", verbose_name="agendapunt", null=True, blank=True
    )
    wat = models.CharField("taak", max_length=160)
    organisatie = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="organisatie")
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", verbose_name="wie", null=True, blank=True
    )
    datum = models.DateField("tegen")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "taak uit een overleg", "taken uit een overleg"

    def __str__(self) -> str:
        return f"taak uit een overleg {self.pk}"

    @property
    def sleutel(self) -> str:
        """How the list of follow-ups knows it."""
        return f"overlegtaak:{self.pk}"


class Verslagontwerp(BinnenshuisModel):
    """The report while somebody writes it. Never leaves the organisatie that writes; gone when the report is done."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    overleg = models.OneToOneField(Overleg, models.CASCADE, related_name="ontwerp", verbose_name="overleg")
    ontwerp = models.JSONField("ontwerp", default=dict, blank=True)  # {field of the form: text}
    ontwerp_versie = models.PositiveIntegerField("versie", default=0)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "ontwerp van een verslag", "ontwerpen van verslagen"

    def __str__(self) -> str:
        return f"ontwerp van een verslag {self.pk}"
