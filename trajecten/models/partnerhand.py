"""What a gebruiker or jobcoach hands in: part of an evaluation, and proposals. It changes no dossier by itself."""

from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from regie.core.tenancy import DossierModel
from trajecten.enums import VoorstelSoort, VoorstelStatus


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=["ontwerp", "ontwerp_versie"]
)
class Evaluatievraag(DossierModel):
    """The gebruiker was asked for their part of one evaluation; `antwoord` is theirs and stays as they sent it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    evaluatie = models.ForeignKey(
        "trajecten.Evaluatie", models.CASCADE, related_name="vragen", verbose_name="evaluatie"
    )
    organisatie = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="+", verbose_name="gebruiker", null=True, blank=True
    )
    ontvanger_naam = models.CharField("naam van de ontvanger", max_length=120)
    ontvanger_email = models.EmailField("e-mailadres van de ontvanger", blank=True)
    gevraagd_op = models.DateField("gevraagd op")
    gevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gevraagd door"
    )
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    ontwerp = models.JSONField("nog niet verstuurd", default=dict, blank=True)
    antwoord = models.JSONField("antwoord", default=dict, blank=True)
    ingevuld_door = models.CharField("ingevuld door", max_length=120, blank=True)
    ontwerp_versie = models.PositiveIntegerField("keren bewaard", default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "vraag om een evaluatie", "vragen om een evaluatie"
        constraints = [
            models.UniqueConstraint(
                fields=["evaluatie"],
                condition=Q(beantwoord_op=None, ingetrokken_op=None),
                name="evaluatievraag_een_open",
                violation_error_message="Deze evaluatie is al gevraagd. Trek die vraag eerst in.",
            )
        ]
        indexes = [
            models.Index(
                fields=["gebied", "gevraagd_op"],
                condition=Q(beantwoord_op=None, ingetrokken_op=None),
                name="evaluatievraag_open",
            )
        ]

    def __str__(self) -> str:
        return f"evaluatievraag {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.beantwoord_op is None and self.ingetrokken_op is None


class Evaluatieherinnering(DossierModel):
    """Reminder number n of one question. The unique pair is what makes a reminder go out once."""

    vraag = models.ForeignKey(Evaluatievraag, models.CASCADE, related_name="herinneringen", verbose_name="vraag")
    nummer = models.PositiveSmallIntegerField("nummer")
    verstuurd_op = models.DateField("verstuurd op")

    class Meta:
        verbose_name, verbose_name_plural = "herinnering aan een evaluatie", "herinneringen aan een evaluatie"
        constraints = [models.UniqueConstraint(fields=["vraag", "nummer"], name="evaluatieherinnering_een_keer")]

    def __str__(self) -> str:
        return f"herinnering {self.nummer} van {self.vraag_id}"


class Evaluatieversie(DossierModel):
    """What an evaluation said before it was corrected, with who signed it then. Append-only."""

    append_only = True

    evaluatie = models.ForeignKey(
        "trajecten.Evaluatie", models.CASCADE, related_name="versies", verbose_name="evaluatie"
    )
    nummer = models.PositiveSmallIntegerField("versie")
    inhoud = models.JSONField("inhoud")
    reden = models.CharField("reden van de verbetering", max_length=300)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField("op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "eerdere versie van een evaluatie", "eerdere versies van een evaluatie"
        constraints = [models.UniqueConstraint(fields=["evaluatie", "nummer"], name="evaluatieversie_uniek")]

    def __str__(self) -> str:
        return f"versie {self.nummer} van evaluatie {self.evaluatie_id}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Voorstel(DossierModel):
    """A partner proposes a change of one placement; the case worker accepts or refuses. It changes nothing itself."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plaatsing = models.ForeignKey(
        "trajecten.Plaatsing", models.CASCADE, related_name="voorstellen", verbose_name="plaatsing"
    )
    organisatie = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="+", verbose_name="organisatie van wie voorstelt"
    )
    link = models.ForeignKey("trajecten.Link", models.SET_NULL, related_name="+", verbose_name="link", null=True)
    soort = models.CharField("soort", max_length=20, choices=VoorstelSoort)
    inhoud = models.JSONField("inhoud", default=dict, blank=True)
    reden = models.TextField("reden", max_length=1000)
    status = models.CharField("status", max_length=20, choices=VoorstelStatus, default=VoorstelStatus.OPEN)
    naam = models.CharField("voorgesteld door", max_length=120)
    ingediend_op = models.DateTimeField("ingediend op")
    beslist_op = models.DateTimeField("beslist op", null=True, blank=True)
    beslist_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="beslist door", null=True, blank=True
    )
    antwoord = models.TextField("antwoord", max_length=1000, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "voorstel", "voorstellen"
        constraints = [
            models.CheckConstraint(
                name="voorstel_beslist_met_moment",
                condition=Q(status=VoorstelStatus.OPEN, beslist_op=None)
                | (~Q(status=VoorstelStatus.OPEN) & Q(beslist_op__isnull=False)),
            )
        ]
        indexes = [
            models.Index(
                fields=["gebied", "eigenaar", "ingediend_op"],
                condition=Q(status=VoorstelStatus.OPEN),
                name="voorstel_open",
            ),
            models.Index(fields=["gebied", "plaatsing"], name="voorstel_plaatsing"),
        ]

    def __str__(self) -> str:
        return f"voorstel {self.pk}"
