"""What employers ask, to whom it was sent, and who was proposed: places and questions, never clients."""

from datetime import date
from typing import ClassVar
from uuid import uuid4

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from partners.enums import (
    LEERSOORTEN,
    PLAATSSOORTEN,
    Behoeftesoort,
    BehoefteStatus,
    DoorverwijzingStatus,
    Functiecategorie,
    Nietopgelostreden,
    Nietvooronsreden,
    Rijbewijs,
    Taalniveau,
    Voordrachtuitkomst,
    Weigerreden,
)
from partners.transitions import BEHOEFTE_LOPEND, DOORVERWIJZING_LOPEND
from regie.core.tenancy import DeelbaarManager, DeelbaarModel, GebiedManager, GebiedModel


class BehoefteQuerySet(models.QuerySet["Behoefte"]):
    def lopend(self) -> "BehoefteQuerySet":
        return self.filter(status__in=BEHOEFTE_LOPEND)

    def gepubliceerd(self) -> "BehoefteQuerySet":
        return self.filter(gedeeld=True).exclude(status=BehoefteStatus.CONCEPT)

    def plaatsen(self) -> "BehoefteQuerySet":
        return self.filter(soort__in=PLAATSSOORTEN)

    def leerplaatsen(self) -> "BehoefteQuerySet":
        return self.filter(soort__in=LEERSOORTEN)


BehoefteManager = DeelbaarManager.from_queryset(BehoefteQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Behoefte(DeelbaarModel):
    """One thing an employer asks (domein.md 6.2). A draft is of the organisatie that notes it; published, of all.

    `eigenaar` noted it and is the only one to change its facts. What others do with it are rows of their own.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    werkgever = models.ForeignKey(
        "partners.Werkgever", models.PROTECT, related_name="behoeften", verbose_name="werkgever"
    )
    vestiging = models.ForeignKey(
        "partners.Vestiging", models.PROTECT, related_name="+", verbose_name="vestiging", null=True, blank=True
    )
    contactpersoon = models.ForeignKey(
        "partners.Contactpersoon",
        models.PROTECT,
        related_name="+",
        verbose_name="contactpersoon",
        null=True,
        blank=True,
    )
    jobontwerp = models.ForeignKey(
        "partners.Jobontwerp",
        models.SET_NULL,
        related_name="behoeften",
        verbose_name="jobontwerp",
        null=True,
        blank=True,
    )
    soort = models.CharField("soort", max_length=20, choices=Behoeftesoort)
    status = models.CharField("status", max_length=12, choices=BehoefteStatus, default=BehoefteStatus.CONCEPT)
    functie = models.CharField("functie", max_length=120, blank=True)
    categorie = models.CharField("soort werk", max_length=20, choices=Functiecategorie, blank=True)
    omschrijving = models.TextField("omschrijving", blank=True)
    aantal = models.PositiveSmallIntegerField("aantal plaatsen", default=1, validators=[MinValueValidator(1)])
    aantal_ingevuld = models.PositiveSmallIntegerField("aantal ingevuld", default=0)
    uren = models.DecimalField(
        "uren per week",
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(40)],
    )
    ploegen = models.BooleanField("ploegen of vroege of late uren", default=False)
    weekend = models.BooleanField("weekendwerk", default=False)
    nederlands = models.PositiveSmallIntegerField("niveau Nederlands", choices=Taalniveau, default=Taalniveau.GEEN)
    rijbewijs = models.CharField("rijbewijs", max_length=2, choices=Rijbewijs, blank=True)
    diploma = models.CharField("diploma of attest", max_length=120, blank=True)
    met_ov = models.BooleanField("vlot met het openbaar vervoer", default=False)
    met_fiets = models.BooleanField("vlot met de fiets", default=False)
    jobcarving = models.BooleanField("taken mogen anders verdeeld worden", default=False)
    stage_mogelijk = models.BooleanField("een stage vooraf kan", default=False)
    van = models.DateField("vanaf", null=True, blank=True)
    geldig_tot = models.DateField("geldig tot en met", null=True, blank=True)
    gepubliceerd_op = models.DateField("gepubliceerd op", null=True, blank=True)
    ingevuld_op = models.DateField("ingevuld op", null=True, blank=True)
    gesloten_op = models.DateField("gesloten op", null=True, blank=True)
    sluitreden = models.CharField("reden", max_length=200, blank=True)
    mail_bij_antwoord = models.BooleanField("mail bij een antwoord", default=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="genoteerd door")
    created_at = models.DateTimeField("genoteerd op", auto_now_add=True)

    objects: ClassVar[BehoefteManager] = BehoefteManager()

    class Meta:
        verbose_name, verbose_name_plural = "behoefte", "behoeften"
        constraints = [
            models.CheckConstraint(
                name="behoefte_gepubliceerd_is_gedeeld",
                condition=Q(status="CONCEPT") | Q(gedeeld=True, gepubliceerd_op__isnull=False),
                violation_error_message="Alleen een concept blijft bij je eigen organisatie.",
            ),
            models.CheckConstraint(
                name="behoefte_geldig_na_begin",
                condition=Q(van=None) | Q(geldig_tot=None) | Q(geldig_tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                name="behoefte_ingevuld_hoogstens_aantal",
                condition=Q(aantal__gte=1) & Q(aantal_ingevuld__lte=F("aantal")),
                violation_error_message="Er kunnen niet meer plaatsen ingevuld zijn dan er gevraagd zijn.",
            ),
            models.CheckConstraint(
                name="behoefte_ingevuld_met_datum",
                condition=~Q(status="INGEVULD") | Q(ingevuld_op__isnull=False),
                violation_error_message="Vul in wanneer de behoefte ingevuld is.",
            ),
        ]
        indexes = [models.Index(fields=["gebied", "status", "geldig_tot"], name="behoefte_status")]

    def __str__(self) -> str:
        return f"behoefte {self.pk}"

    @property
    def titel(self) -> str:
        """What is asked in a few words, without the employer."""
        soort = self.get_soort_display()
        return self.functie or f"{soort[:1].upper()}{soort[1:]}"

    @property
    def vraagt_mensen(self) -> bool:
        return Behoeftesoort(self.soort).vraagt_mensen

    @property
    def is_leerplaats(self) -> bool:
        """Offered to the region as it is: it need not be sent to anybody."""
        return self.soort in LEERSOORTEN

    @property
    def vrij(self) -> int:
        return self.aantal - self.aantal_ingevuld

    @property
    def loopt(self) -> bool:
        return self.status in BEHOEFTE_LOPEND

    @property
    def dagen_tot_ingevuld(self) -> int | None:
        """Time to fill: from publishing to the last place filled."""
        if not (self.ingevuld_op and self.gepubliceerd_op):
            return None
        return (self.ingevuld_op - self.gepubliceerd_op).days


class DoorverwijzingQuerySet(models.QuerySet["Doorverwijzing"]):
    def onbeantwoord(self) -> "DoorverwijzingQuerySet":
        return self.filter(status=DoorverwijzingStatus.GEVRAAGD)

    def lopend(self) -> "DoorverwijzingQuerySet":
        return self.filter(status__in=DOORVERWIJZING_LOPEND)


DoorverwijzingManager = GebiedManager.from_queryset(DoorverwijzingQuerySet)


class Doorverwijzing(GebiedModel):
    """A published need sent to one organisatie, with its answer and its result. `trap`: rungs of the ladder climbed.

    Two clocks run: the ladder until somebody answers, and one until who took it up says how it went.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    behoefte = models.ForeignKey(Behoefte, models.CASCADE, related_name="doorverwijzingen", verbose_name="behoefte")
    organisatie = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="organisatie")
    contactpersoon = models.ForeignKey(
        "partners.Contactpersoon",
        models.PROTECT,
        related_name="+",
        verbose_name="contactpersoon",
        null=True,
        blank=True,
    )
    status = models.CharField(
        "antwoord", max_length=14, choices=DoorverwijzingStatus, default=DoorverwijzingStatus.GEVRAAGD
    )
    vraag = models.CharField("vraag erbij", max_length=300, blank=True)
    verstuurd_op = models.DateField("verstuurd op")
    met_mail = models.BooleanField("met een mail verstuurd", default=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="verstuurd door")
    trap = models.PositiveSmallIntegerField("trap van de ladder", default=0)
    herinnerd_op = models.DateField("herinnerd op", null=True, blank=True)
    accounthouder_op = models.DateField("gemeld aan de accounthouder op", null=True, blank=True)
    regisseur_op = models.DateField("gemeld aan de regisseur op", null=True, blank=True)
    resultaat_gevraagd_op = models.DateField("resultaat gevraagd op", null=True, blank=True)
    beantwoord_op = models.DateField("beantwoord op", null=True, blank=True)
    beantwoord_door = models.CharField("beantwoord door", max_length=120, blank=True)
    weigerreden = models.CharField("reden", max_length=20, choices=Nietvooronsreden, blank=True)
    resultaat_op = models.DateField("resultaat op", null=True, blank=True)
    aantal_ingevuld = models.PositiveSmallIntegerField("aantal ingevuld", default=0)
    mislukt_reden = models.CharField("waarom niet", max_length=24, choices=Nietopgelostreden, blank=True)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[DoorverwijzingManager] = DoorverwijzingManager()

    class Meta:
        verbose_name, verbose_name_plural = "doorverwijzing", "doorverwijzingen"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "behoefte", "organisatie"],
                condition=~Q(status="INGETROKKEN"),
                name="doorverwijzing_uniek",
                violation_error_message="Deze organisatie kreeg de behoefte al.",
            ),
            models.CheckConstraint(
                name="doorverwijzing_weigering_met_reden",
                condition=~Q(status="NIET_VOOR_ONS") | ~Q(weigerreden=""),
                violation_error_message="Kies waarom dit niet voor jullie is.",
            ),
            models.CheckConstraint(
                name="doorverwijzing_mislukt_met_reden",
                condition=~Q(status="NIET_OPGELOST") | ~Q(mislukt_reden=""),
                violation_error_message="Kies waarom het niet gelukt is.",
            ),
        ]
        indexes = [models.Index(fields=["gebied", "organisatie", "status"], name="doorverwijzing_organisatie")]

    def __str__(self) -> str:
        return f"doorverwijzing {self.pk}"

    @property
    def wacht(self) -> bool:
        return self.status == DoorverwijzingStatus.GEVRAAGD

    @property
    def loopt(self) -> bool:
        return self.status in DOORVERWIJZING_LOPEND

    def dagen(self, vandaag: date) -> int:
        """How long it waits for an answer, or waited."""
        return ((self.beantwoord_op or vandaag) - self.verstuurd_op).days


class Voordracht(GebiedModel):
    """Somebody was proposed for a need: a reference made here, who proposed, and what became of it.

    There is no link to a dossier. Who proposes notes the reference in the own file, so that only they know who it is.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    behoefte = models.ForeignKey(Behoefte, models.CASCADE, related_name="voordrachten", verbose_name="behoefte")
    organisatie = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="+", verbose_name="voorgesteld door"
    )
    referentie = models.CharField("referentie", max_length=8, editable=False)
    datum = models.DateField("voorgesteld op")
    uitkomst = models.CharField(
        "uitkomst", max_length=12, choices=Voordrachtuitkomst, default=Voordrachtuitkomst.LOOPT
    )
    reden = models.CharField("reden", max_length=16, choices=Weigerreden, blank=True)
    uitkomst_op = models.DateField("uitkomst op", null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "voordracht", "voordrachten"
        constraints = [
            models.UniqueConstraint(fields=["gebied", "referentie"], name="voordracht_referentie_uniek"),
            models.CheckConstraint(
                name="voordracht_afgewezen_met_reden",
                condition=~Q(uitkomst__in=["GEWEIGERD", "AFGEHAAKT"]) | ~Q(reden=""),
                violation_error_message="Kies waarom het niet doorging.",
            ),
        ]

    def __str__(self) -> str:
        return f"voordracht {self.pk}"
