from datetime import date
from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from regie.core.tenancy import DossierModel
from trajecten.enums import Contactsoort, DrempelStatus, Ernst, Signaalernst, TermijnSoort, Zichtbaarheid


class Termijn(DossierModel):
    """Something that must be done before a day: the source of Mijn dag and of the signals.

    With a `sleutel` it is a signal: the engine (services/signalen) makes it, moves it and ends it by the rules in
    regels/signalen. Without one somebody planned it, or a service did (intake, evaluatie, nazorg).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    traject = models.ForeignKey("trajecten.Traject", models.CASCADE, related_name="termijnen", verbose_name="traject")
    soort = models.CharField("soort", max_length=20, choices=TermijnSoort)
    omschrijving = models.CharField("omschrijving", max_length=120)
    vervalt_op = models.DateField("te doen voor")
    evaluatie = models.OneToOneField(
        "trajecten.Evaluatie", models.CASCADE, related_name="termijn", verbose_name="evaluatie", null=True, blank=True
    )
    nazorgmeting = models.OneToOneField(
        "trajecten.Nazorgmeting",
        models.CASCADE,
        related_name="termijn",
        verbose_name="nazorgmeting",
        null=True,
        blank=True,
    )
    afgehandeld_op = models.DateField("afgehandeld op", null=True, blank=True)
    vervallen_op = models.DateField("niet meer nodig sinds", null=True, blank=True)
    verzet_reden = models.CharField("reden van uitstel", max_length=200, blank=True)
    sleutel = models.CharField("sleutel van het signaal", max_length=80, blank=True, editable=False)
    signaal_vanaf = models.DateField("verwittigen vanaf", null=True, blank=True, editable=False)
    te_laat_na = models.DateField("te laat na", null=True, blank=True, editable=False)
    regel = models.JSONField("regel van het signaal", default=dict, blank=True, editable=False)
    gesluimerd_tot = models.DateField("sluimert tot", null=True, blank=True)
    sluimer_reden = models.CharField("reden van sluimeren", max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "termijn", "termijnen"
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "sleutel"], condition=~Q(sleutel=""), name="termijn_een_per_signaal"
            ),
            models.CheckConstraint(
                name="termijn_sluimert_met_reden",
                condition=Q(gesluimerd_tot=None) | ~Q(sluimer_reden=""),
                violation_error_message="Schrijf waarom dit signaal mag wachten.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["gebied", "eigenaar", "vervalt_op"],
                condition=Q(afgehandeld_op=None, vervallen_op=None),
                name="termijn_open",
            ),
            models.Index(fields=["gebied", "traject"], name="termijn_traject"),
        ]

    def __str__(self) -> str:
        return f"termijn {self.pk}"

    @property
    def uiterlijk(self) -> date:
        """The last day it is on time."""
        return self.te_laat_na or self.vervalt_op

    def sluimert(self, op: date) -> bool:
        return self.gesluimerd_tot is not None and self.gesluimerd_tot > op

    def ernst(self, op: date) -> Signaalernst:
        if op > self.uiterlijk:
            return Signaalernst.TE_LAAT
        return Signaalernst.LETOP if op >= (self.signaal_vanaf or self.vervalt_op) else Signaalernst.INFO


class Contactmoment(DossierModel):
    """A contact with or about a client. `TEAM` notes are read by trajectbegeleiders and their lead only."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    client = models.ForeignKey("trajecten.Client", models.CASCADE, related_name="contacten", verbose_name="cliënt")
    traject = models.ForeignKey(
        "trajecten.Traject", models.CASCADE, related_name="contacten", verbose_name="traject", null=True, blank=True
    )
    soort = models.CharField("soort", max_length=20, choices=Contactsoort)
    datum = models.DateField("datum")
    tekst = models.TextField("wat is er besproken?")
    zichtbaarheid = models.CharField("zichtbaar voor", max_length=10, choices=Zichtbaarheid)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "contactmoment", "contactmomenten"
        indexes = [models.Index(fields=["gebied", "client", "-datum"], name="contactmoment_client")]

    def __str__(self) -> str:
        return f"contactmoment {self.pk}"


class Tijdlijnitem(DossierModel):
    """What people read as the story of a client: one line per thing that happened."""

    client = models.ForeignKey("trajecten.Client", models.CASCADE, related_name="tijdlijn", verbose_name="cliënt")
    soort = models.CharField("soort", max_length=30)
    titel = models.CharField("titel", max_length=160)
    tekst = models.TextField("tekst", blank=True)
    is_mijlpaal = models.BooleanField("mijlpaal", default=False)
    is_beperkt = models.BooleanField("alleen voor het team", default=False)
    datum = models.DateField("datum")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True, blank=True
    )
    created_at = models.DateTimeField("op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "tijdlijnitem", "tijdlijnitems"
        indexes = [models.Index(fields=["gebied", "client", "-datum", "-id"], name="tijdlijn_client")]

    def __str__(self) -> str:
        return f"tijdlijnitem {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Drempel(DossierModel):
    """One episode of an obstacle (domein.md 4.4)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    traject = models.ForeignKey("trajecten.Traject", models.CASCADE, related_name="drempels", verbose_name="traject")
    code = models.ForeignKey("trajecten.DrempelCode", models.PROTECT, related_name="+", verbose_name="drempel")
    ernst = models.PositiveSmallIntegerField("ernst", choices=Ernst, default=Ernst.MATIG)
    status = models.CharField("status", max_length=20, choices=DrempelStatus, default=DrempelStatus.VASTGESTELD)
    actie = models.CharField("actie", max_length=200, blank=True)
    partner = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="+", verbose_name="partner die helpt", null=True, blank=True
    )
    vorige = models.ForeignKey(
        "self", models.SET_NULL, related_name="+", verbose_name="vorige episode", null=True, blank=True
    )
    geopend_op = models.DateField("vastgesteld op")
    gesloten_op = models.DateField("gesloten op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "drempel", "drempels"
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "code"],
                condition=Q(gesloten_op=None),
                name="drempel_een_open_per_code",
                violation_error_message="Deze drempel staat al open in dit traject.",
            )
        ]
        indexes = [models.Index(fields=["gebied", "traject"], name="drempel_traject")]

    def __str__(self) -> str:
        return f"drempel {self.pk}"


class Drempelstand(DossierModel):
    """How heavy an obstacle was from a day on. Append-only: the small chart of an episode is drawn from it."""

    append_only = True

    drempel = models.ForeignKey(Drempel, models.CASCADE, related_name="standen", verbose_name="drempel")
    datum = models.DateField("op")
    ernst = models.PositiveSmallIntegerField("ernst", choices=Ernst)
    status = models.CharField("status", max_length=20, choices=DrempelStatus)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "drempelstand", "drempelstanden"
        indexes = [models.Index(fields=["gebied", "drempel", "datum", "id"], name="drempelstand_drempel")]

    def __str__(self) -> str:
        return f"drempelstand {self.pk}"


class Inzage(DossierModel):
    """Who read what about a client, when and why. Append-only: the app role may not change or delete a row."""

    append_only = True

    client_id = models.UUIDField("cliënt")
    user_id = models.BigIntegerField("account")
    pagina = models.CharField("pagina", max_length=60)
    reden = models.CharField("reden", max_length=200, blank=True)
    request_id = models.CharField("verzoek", max_length=64, blank=True)
    created_at = models.DateTimeField("op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "inzage", "inzagen"
        indexes = [models.Index(fields=["gebied", "client_id", "-created_at"], name="inzage_client")]

    def __str__(self) -> str:
        return f"inzage {self.pk}"
