from uuid import uuid4

import pghistory
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from regie.core.tenancy import DossierModel, GebiedModel
from trajecten.enums_projecten import DeelnameStatus, Pogingsoort, Projectsoort


class Project(GebiedModel):
    """Something of the whole gebied with a limited number of places, such as the rijbewijsproject (domein.md 3.10)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    naam = models.CharField("naam", max_length=120)
    soort = models.CharField("soort", max_length=20, choices=Projectsoort)
    omschrijving = models.TextField("omschrijving", blank=True)
    plaatsen = models.PositiveSmallIntegerField("aantal plaatsen", validators=[MinValueValidator(1)])
    van = models.DateField("start")
    tot = models.DateField("einde", null=True, blank=True)
    incentive = models.DecimalField(
        "financieel duwtje per deelnemer", max_digits=7, decimal_places=2, null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "project", "projecten"
        constraints = [
            models.CheckConstraint(
                name="project_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="Het einde ligt voor de start.",
            ),
            models.CheckConstraint(name="project_met_plaatsen", condition=Q(plaatsen__gt=0)),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def is_rijbewijs(self) -> bool:
        return self.soort == Projectsoort.RIJBEWIJS


class Projectplaats(GebiedModel):
    """Who holds place `nr`, or waits when it is empty: an OCMW and a number, never a person.

    Shared by the gebied so that places are given in the order of asking; the dossier behind it stays with its OCMW.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="bezet", verbose_name="project")
    organisatie = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="organisatie")
    deelname = models.UUIDField("deelname", unique=True, editable=False)
    nr = models.PositiveSmallIntegerField("plaats", null=True, blank=True)
    gevraagd_op = models.DateTimeField("gevraagd op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "projectplaats", "projectplaatsen"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "project", "nr"],
                name="projectplaats_een_per_nummer",
                violation_error_message="Deze plaats is al ingenomen.",
            )
        ]

    def __str__(self) -> str:
        return f"projectplaats {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Rijbuddy(GebiedModel):
    """A volunteer who practises driving with participants; known to the whole gebied."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    naam = models.CharField("naam", max_length=120)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    gemeente = models.ForeignKey("core.Gemeente", models.PROTECT, related_name="+", verbose_name="gemeente")
    momenten = models.JSONField("beschikbaar", default=list, blank=True)
    talen = models.CharField("talen", max_length=120, blank=True)
    hoogstens = models.PositiveSmallIntegerField("hoogstens aantal deelnemers", default=1)
    is_actief = models.BooleanField("actief", default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "rijbuddy", "rijbuddy's"

    def __str__(self) -> str:
        return f"rijbuddy {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Deelname(DossierModel):
    """One client in a project, with how far they are."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="deelnames", verbose_name="project")
    client = models.ForeignKey("trajecten.Client", models.CASCADE, related_name="deelnames", verbose_name="cliënt")
    status = models.CharField("status", max_length=20, choices=DeelnameStatus, default=DeelnameStatus.AANGEMELD)
    sinds = models.DateField("status sinds")
    aangemeld_op = models.DateField("aangemeld op")
    gestopt_op = models.DateField("gestopt op", null=True, blank=True)
    stopreden = models.CharField("waarom gestopt", max_length=200, blank=True)
    momenten = models.JSONField("kan oefenen op", default=list, blank=True)
    buddy = models.ForeignKey(
        Rijbuddy, models.PROTECT, related_name="deelnames", verbose_name="rijbuddy", null=True, blank=True
    )
    incentive = models.DecimalField("financieel duwtje", max_digits=7, decimal_places=2, null=True, blank=True)
    incentive_betaald_op = models.DateField("duwtje betaald op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "deelname", "deelnames"
        constraints = [
            models.UniqueConstraint(
                fields=["project", "client"],
                condition=Q(gestopt_op=None),
                name="deelname_een_open_per_project",
                violation_error_message="Deze cliënt doet al mee aan dit project.",
            ),
            models.CheckConstraint(
                name="deelname_gestopt_met_datum",
                condition=(Q(status=DeelnameStatus.GESTOPT) & Q(gestopt_op__isnull=False))
                | (~Q(status=DeelnameStatus.GESTOPT)),
            ),
        ]
        indexes = [models.Index(fields=["gebied", "project", "eigenaar"], name="deelname_project")]

    def __str__(self) -> str:
        return f"deelname {self.pk}"


class Poging(DossierModel):
    """One exam: theory or practice, passed or not."""

    deelname = models.ForeignKey(Deelname, models.CASCADE, related_name="pogingen", verbose_name="deelname")
    soort = models.CharField("examen", max_length=10, choices=Pogingsoort)
    datum = models.DateField("datum")
    geslaagd = models.BooleanField("geslaagd")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "poging", "pogingen"
        indexes = [models.Index(fields=["gebied", "deelname"], name="poging_deelname")]

    def __str__(self) -> str:
        return f"poging {self.pk}"
