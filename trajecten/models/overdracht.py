"""Moving house: a file goes to another OCMW. One row on each side, because neither may read the other's."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from regie.core.tenancy import DossierModel
from trajecten.enums_verhuis import Instemming, Overdrachtreden, OverdrachtStatus

OPEN = OverdrachtStatus.AANGEVRAAGD


class Overdracht(DossierModel):
    """The side that lets go. The receiver may lie in another gebied, so it is a number and a name, not a key."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    client = models.ForeignKey("trajecten.Client", models.CASCADE, related_name="overdrachten", verbose_name="cliënt")
    traject = models.ForeignKey(
        "trajecten.Traject", models.CASCADE, related_name="overdrachten", verbose_name="traject"
    )
    naar_gebied = models.ForeignKey(
        "core.Regiegebied", models.PROTECT, related_name="+", verbose_name="regiegebied van de ontvanger"
    )
    naar_organisatie_id = models.BigIntegerField("ontvanger")
    naar_naam = models.CharField("naam van de ontvanger", max_length=160)
    datum = models.DateField("overnemen kan vanaf")
    reden = models.CharField("reden", max_length=20, choices=Overdrachtreden)
    instemming = models.CharField("hoe stemde de cliënt in?", max_length=20, choices=Instemming)
    instemming_op = models.DateField("ingestemd op")
    onderdelen = models.JSONField("wat gaat mee", default=list)
    contact_naam = models.CharField("wie kan de ontvanger bellen?", max_length=120)
    contact_telefoon = models.CharField("telefoonnummer", max_length=40)
    traject_versie = models.PositiveIntegerField("versie van het traject in het pakket")
    status = models.CharField("status", max_length=20, choices=OverdrachtStatus, default=OPEN)
    vervalt_op = models.DateField("vervalt na")
    beslist_op = models.DateTimeField("beslist op", null=True, blank=True)
    beslist_door = models.CharField("beslist door", max_length=160, blank=True)
    weigerreden = models.TextField("waarom niet?", blank=True)
    voorstel = models.TextField("voorstel", blank=True)
    nieuw_dossiernummer = models.CharField("dossiernummer bij de ontvanger", max_length=20, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField("gevraagd op", auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "overdracht", "overdrachten"
        constraints = [
            models.UniqueConstraint(
                fields=["traject"],
                condition=Q(status=OPEN),
                name="overdracht_een_open_per_traject",
                violation_error_message="Voor dit traject loopt al een overdracht.",
            ),
        ]
        indexes = [models.Index(fields=["gebied", "eigenaar", "status"], name="overdracht_status")]

    def __str__(self) -> str:
        return f"overdracht {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.status == OPEN


class Overname(DossierModel):
    """The side that is asked. It has the id of the Overdracht; `pakket` is encrypted until somebody accepts."""

    id = models.UUIDField(primary_key=True, editable=False)
    van_gebied = models.ForeignKey(
        "core.Regiegebied", models.PROTECT, related_name="+", verbose_name="regiegebied van de vrager"
    )
    van_organisatie_id = models.BigIntegerField("vrager")
    van_naam = models.CharField("naam van de vrager", max_length=160)
    datum = models.DateField("overnemen kan vanaf")
    onderdelen = models.JSONField("wat gaat mee", default=list)
    contact_naam = models.CharField("wie kun je bellen?", max_length=120)
    contact_telefoon = models.CharField("telefoonnummer", max_length=40)
    pakket = models.TextField("pakket", blank=True)
    status = models.CharField("status", max_length=20, choices=OverdrachtStatus, default=OPEN)
    vervalt_op = models.DateField("vervalt na")
    beslist_op = models.DateTimeField("beslist op", null=True, blank=True)
    beslist_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name="beslist door",
        null=True,
        blank=True,
    )
    weigerreden = models.TextField("waarom niet?", blank=True)
    voorstel = models.TextField("voorstel", blank=True)
    client = models.ForeignKey(
        "trajecten.Client", models.SET_NULL, related_name="overnames", verbose_name="cliënt", null=True, blank=True
    )
    created_at = models.DateTimeField("gevraagd op", auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "overname", "overnames"
        constraints = [
            models.CheckConstraint(
                name="overname_pakket_gewist",
                condition=Q(status=OPEN) | Q(pakket=""),
                violation_error_message="Een pakket blijft niet bewaard na de beslissing.",
            )
        ]
        indexes = [models.Index(fields=["gebied", "eigenaar", "status"], name="overname_status")]

    def __str__(self) -> str:
        return f"overname {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.status == OPEN
