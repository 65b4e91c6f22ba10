"""Places at gebruikers: what is asked there, how many there are over time, and which are lent."""

from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from partners.enums import Begeleiding, Functiecategorie, Fysiek, Rijbewijs, Taalniveau, UitleenStatus
from regie.core.tenancy import GebiedManager, GebiedModel


class WerkplaatsQuerySet(models.QuerySet["Werkplaats"]):
    def open_op(self, datum: date) -> "WerkplaatsQuerySet":
        return self.filter(Q(tot=None) | Q(tot__gte=datum), van__lte=datum, gearchiveerd_op=None)

    def in_gebruik(self) -> "WerkplaatsQuerySet":
        return self.filter(gearchiveerd_op=None)


WerkplaatsManager = GebiedManager.from_queryset(WerkplaatsQuerySet)


class Werkplaats(GebiedModel):
    """A number of places for one function at a gebruiker, over time, and what they ask of somebody.

    `aantal` is the usual number; a Capaciteit says otherwise for a period. `ocmw` is the OCMW that agreed the place
    with the gebruiker: others use it by Uitlening. Empty: agreed for the whole gebied.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    gebruiker = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="werkplaatsen", verbose_name="gebruiker"
    )
    ocmw = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="+", verbose_name="plaats van", null=True, blank=True
    )
    functie = models.CharField("functie", max_length=120)
    categorie = models.CharField("soort werk", max_length=20, choices=Functiecategorie, blank=True)
    omschrijving = models.TextField("omschrijving", blank=True)
    aantal = models.PositiveSmallIntegerField("aantal plaatsen", default=1)
    uren = models.DecimalField(
        "uren per week",
        max_digits=4,
        decimal_places=2,
        default=Decimal(38),
        validators=[MinValueValidator(1), MaxValueValidator(40)],
    )
    van = models.DateField("beschikbaar vanaf")
    tot = models.DateField("beschikbaar tot en met", null=True, blank=True)
    gearchiveerd_op = models.DateField("gearchiveerd op", null=True, blank=True)
    # what is asked
    rijbewijs = models.CharField("rijbewijs", max_length=2, choices=Rijbewijs, blank=True)
    nederlands = models.PositiveSmallIntegerField("niveau Nederlands", choices=Taalniveau, default=Taalniveau.GEEN)
    ploegen = models.BooleanField("ploegen of vroege of late uren", default=False)
    weekend = models.BooleanField("weekendwerk", default=False)
    fysiek = models.PositiveSmallIntegerField("lichamelijk werk", choices=Fysiek, default=Fysiek.GEWOON)
    # where it is, and who helps there
    gemeente = models.ForeignKey(
        "core.Gemeente", models.PROTECT, related_name="+", verbose_name="gemeente", null=True, blank=True
    )
    met_ov = models.BooleanField("vlot met het openbaar vervoer", default=False)
    met_fiets = models.BooleanField("vlot met de fiets", default=False)
    begeleiding = models.CharField("begeleiding ter plaatse", max_length=10, choices=Begeleiding, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[WerkplaatsManager] = WerkplaatsManager()

    class Meta:
        verbose_name, verbose_name_plural = "werkplaats", "werkplaatsen"
        constraints = [
            models.CheckConstraint(
                name="werkplaats_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                name="werkplaats_uren_geldig",
                condition=Q(uren__gte=1) & Q(uren__lte=40),
                violation_error_message="Vul tussen 1 en 40 uren per week in.",
            ),
        ]

    def __str__(self) -> str:
        return self.functie


class Capaciteit(GebiedModel):
    """Another number of places than usual, for a period. Where two overlap, the one that begins last counts."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    werkplaats = models.ForeignKey(Werkplaats, models.CASCADE, related_name="capaciteiten", verbose_name="werkplaats")
    van = models.DateField("vanaf")
    tot = models.DateField("tot en met", null=True, blank=True)
    aantal = models.PositiveSmallIntegerField("aantal plaatsen")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "capaciteit", "capaciteiten"
        constraints = [
            models.CheckConstraint(
                name="capaciteit_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.UniqueConstraint(
                fields=["gebied", "werkplaats", "van"],
                name="capaciteit_uniek",
                violation_error_message="Er is al een ander aantal dat op die dag begint.",
            ),
        ]

    def __str__(self) -> str:
        return f"capaciteit {self.pk}"


class Uitlening(GebiedModel):
    """Places one OCMW lends to another for a period: asked and confirmed. Says nothing about who will work there."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    werkplaats = models.ForeignKey(Werkplaats, models.PROTECT, related_name="uitleningen", verbose_name="werkplaats")
    van_ocmw = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="plaats van")
    aan_ocmw = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="uitgeleend aan")
    aantal = models.PositiveSmallIntegerField("aantal plaatsen", default=1, validators=[MinValueValidator(1)])
    van = models.DateField("vanaf")
    tot = models.DateField("tot en met")
    tarief = models.CharField("afspraak over het tarief", max_length=200, blank=True)
    status = models.CharField("status", max_length=12, choices=UitleenStatus, default=UitleenStatus.GEVRAAGD)
    antwoord = models.CharField("antwoord", max_length=200, blank=True)
    gevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gevraagd door"
    )
    beslist_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="beslist door", null=True, blank=True
    )
    beslist_op = models.DateField("beslist op", null=True, blank=True)
    created_at = models.DateTimeField("gevraagd op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "uitlening", "uitleningen"
        constraints = [
            models.CheckConstraint(
                name="uitlening_tot_na_van",
                condition=Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                name="uitlening_tussen_twee_ocmws",
                condition=~Q(van_ocmw=F("aan_ocmw")),
                violation_error_message="Je eigen plaats hoef je niet te lenen.",
            ),
            models.CheckConstraint(
                name="uitlening_aantal",
                condition=Q(aantal__gt=0),
                violation_error_message="Vul minstens 1 plaats in.",
            ),
        ]

    def __str__(self) -> str:
        return f"uitlening {self.pk}"
