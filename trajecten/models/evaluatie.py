from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from regie.core.tenancy import DossierModel
from trajecten.enums import AanHetWerk, EvaluatieConclusie, EvaluatieSoort, NaWerk, Nazorgbron, Tekenwijze


@pghistory.track(  # not the draft: it is kept every ten seconds, and gone when the evaluation is finished
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=["ontwerp", "ontwerp_versie"]
)
class Evaluatie(DossierModel):
    """A planned, then held, evaluation on the work floor (domein.md 4.5). `scores`: {criterium code: 1..4 or None}."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    traject = models.ForeignKey("trajecten.Traject", models.CASCADE, related_name="evaluaties", verbose_name="traject")
    plaatsing = models.ForeignKey(
        "trajecten.Plaatsing",
        models.SET_NULL,
        related_name="evaluaties",
        verbose_name="plaatsing",
        null=True,
        blank=True,
    )
    soort = models.CharField("soort", max_length=20, choices=EvaluatieSoort)
    gepland_op = models.DateField("gepland op")
    uitgevoerd_op = models.DateField("gehouden op", null=True, blank=True)
    geannuleerd_op = models.DateField("geannuleerd op", null=True, blank=True)
    scores = models.JSONField("scores", default=dict, blank=True)
    doelen = models.JSONField("leerdoelen", default=list, blank=True)
    besluit = models.TextField("besluit in woorden", blank=True)
    conclusie = models.CharField("conclusie", max_length=30, choices=EvaluatieConclusie, blank=True)
    afwezig_gewettigd = models.PositiveSmallIntegerField("dagen gewettigd afwezig", null=True, blank=True)
    afwezig_ongewettigd = models.PositiveSmallIntegerField("dagen ongewettigd afwezig", null=True, blank=True)
    afwezig_ziek = models.PositiveSmallIntegerField("dagen ziek", null=True, blank=True)
    drempelwijzigingen = models.TextField("wat veranderde er aan de drempels?", blank=True)
    mening_client = models.TextField("mening van de cliënt", blank=True)
    mening_gebruiker = models.TextField("mening van de gebruiker", blank=True)
    mening_begeleider = models.TextField("mening van de begeleider", blank=True)
    opmerking_client = models.TextField("opmerking van de cliënt", blank=True)
    ontwerp = models.JSONField("nog niet afgerond", default=dict, blank=True)
    ontwerp_versie = models.PositiveIntegerField("keren bewaard", default=1, editable=False)
    gezien_client_op = models.DateField("gezien door de cliënt op", null=True, blank=True)
    gezien_client_wijze = models.CharField("hoe gezien door de cliënt", max_length=10, choices=Tekenwijze, blank=True)
    gezien_gebruiker_op = models.DateField("gezien door de gebruiker op", null=True, blank=True)
    gezien_gebruiker_wijze = models.CharField(
        "hoe gezien door de gebruiker", max_length=10, choices=Tekenwijze, blank=True
    )
    gezien_begeleider_op = models.DateField("gezien door de begeleider op", null=True, blank=True)
    gezien_begeleider_wijze = models.CharField(
        "hoe gezien door de begeleider", max_length=10, choices=Tekenwijze, blank=True
    )
    kopie_client_op = models.DateField("kopie gegeven aan de cliënt op", null=True, blank=True)
    versie = models.PositiveIntegerField("versie", default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "evaluatie", "evaluaties"
        constraints = [
            models.CheckConstraint(
                name="evaluatie_gehouden_met_conclusie",
                condition=Q(uitgevoerd_op=None) | ~Q(conclusie=""),
                violation_error_message="Kies een conclusie om de evaluatie af te ronden.",
            ),
        ]
        indexes = [
            models.Index(fields=["gebied", "gepland_op"], name="evaluatie_gepland"),
            models.Index(fields=["gebied", "traject", "gepland_op"], name="evaluatie_traject"),
        ]

    def __str__(self) -> str:
        return f"evaluatie {self.pk}"

    @property
    def gezien_door(self) -> str:
        """Which of the three parties have seen it: "cliënt, gebruiker"."""
        partijen = ("client", "cliënt"), ("gebruiker", "gebruiker"), ("begeleider", "begeleider")
        return ", ".join(woord for veld, woord in partijen if getattr(self, f"gezien_{veld}_op"))

    @property
    def is_getekend(self) -> bool:
        """Held, and seen by all three: locked."""
        gezien = self.gezien_client_op and self.gezien_gebruiker_op and self.gezien_begeleider_op
        return bool(self.uitgevoerd_op and gezien)


class Nazorgmeting(DossierModel):
    """Is the person still at work, 1, 3, 6 and 12 months after uitstroom? (domein.md 4.3)"""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    traject = models.ForeignKey(
        "trajecten.Traject", models.CASCADE, related_name="nazorgmetingen", verbose_name="traject"
    )
    maand = models.PositiveSmallIntegerField("maanden na uitstroom")
    gepland_op = models.DateField("gepland op")
    gemeten_op = models.DateField("gemeten op", null=True, blank=True)
    aan_het_werk = models.CharField("nog aan het werk", max_length=10, choices=AanHetWerk, blank=True)
    gestopt_op = models.DateField("laatste werkdag", null=True, blank=True)
    situatie = models.CharField("inkomen als het werk gestopt is", max_length=20, choices=NaWerk, blank=True)
    bron = models.CharField("van wie het antwoord komt", max_length=20, choices=Nazorgbron, blank=True)
    is_doorstroom = models.BooleanField("na doorstroom", default=False)
    notitie = models.TextField("notitie", blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "nazorgmeting", "nazorgmetingen"
        constraints = [
            models.UniqueConstraint(fields=["traject", "maand", "gepland_op"], name="nazorgmeting_uniek"),
            models.CheckConstraint(
                name="nazorgmeting_gemeten_met_antwoord",
                condition=(Q(gemeten_op=None) & Q(aan_het_werk=""))
                | (Q(gemeten_op__isnull=False) & ~Q(aan_het_werk="")),
                violation_error_message="Kies of de persoon nog aan het werk is.",
            ),
            models.CheckConstraint(name="nazorgmeting_maand", condition=Q(maand__gt=0)),
        ]
        indexes = [models.Index(fields=["gebied", "maand", "gepland_op"], name="nazorgmeting_maand_idx")]

    def __str__(self) -> str:
        return f"nazorgmeting {self.pk}"
