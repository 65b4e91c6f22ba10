"""Who could work where: the profile of a candidate, the candidatures, and what of every place is taken."""

from typing import ClassVar
from uuid import uuid4

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from partners.enums import Functiecategorie, Grens, Rijbewijs, Taalniveau, Vervoer
from regie.core.tenancy import DossierManager, DossierModel, GebiedModel
from trajecten.enums import Kandidatuurreden, KandidatuurStatus
from trajecten.models.traject import Plaatsing, Stap

LOPENDE_KANDIDATUREN = (KandidatuurStatus.VOORGESTELD, KandidatuurStatus.KENNISMAKING, KandidatuurStatus.AANVAARD)


class Bezetting(GebiedModel):
    """That a place is taken from a day to a day, by a client of which OCMW: kept by the database from Plaatsing.

    The whole gebied counts free places with it, so it holds nothing about who that client is.
    `tot` is the first day the place is free again; `verwacht_tot` the last day planned.
    """

    werkplaats = models.ForeignKey("partners.Werkplaats", models.CASCADE, related_name="+", verbose_name="werkplaats")
    organisatie = models.ForeignKey("core.Organisatie", models.CASCADE, related_name="+", verbose_name="organisatie")
    plaatsing_id = models.UUIDField("plaatsing", editable=False)
    van = models.DateField("van")
    tot = models.DateField("vrij vanaf", null=True, blank=True)
    verwacht_tot = models.DateField("verwacht tot en met", null=True, blank=True)
    breuk = models.DecimalField("tewerkstellingsbreuk", max_digits=5, decimal_places=4)
    is_gepland = models.BooleanField("nog niet gestart", default=False)

    class Meta:
        verbose_name, verbose_name_plural = "bezetting", "bezettingen"
        constraints = [models.UniqueConstraint(fields=["gebied", "plaatsing_id"], name="bezetting_uniek")]
        indexes = [models.Index(fields=["gebied", "werkplaats"], name="bezetting_werkplaats")]

    def __str__(self) -> str:
        return f"bezetting {self.pk}"


_KOLOMMEN = "gebied_id, werkplaats_id, organisatie_id, plaatsing_id, van, tot, verwacht_tot, breuk, is_gepland"
_SCHRIJF = f"""
    INSERT INTO trajecten_bezetting ({_KOLOMMEN})
    SELECT p.gebied_id, p.werkplaats_id, p.eigenaar_id, p.id, p.start,
           coalesce(p.einde, s.einde), s.einde_voorzien, p.breuk, s.status = 'GEPLAND'
      FROM trajecten_plaatsing p JOIN trajecten_stap s ON s.id = p.stap_id
     WHERE %s AND p.werkplaats_id IS NOT NULL
    ON CONFLICT (gebied_id, plaatsing_id) DO UPDATE SET
        werkplaats_id = EXCLUDED.werkplaats_id, organisatie_id = EXCLUDED.organisatie_id, van = EXCLUDED.van,
        tot = EXCLUDED.tot, verwacht_tot = EXCLUDED.verwacht_tot, breuk = EXCLUDED.breuk,
        is_gepland = EXCLUDED.is_gepland;
"""  # noqa: S608  # constants only

pgtrigger.register(
    pgtrigger.Trigger(
        name="bezetting_bewaar",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
    IF NEW.werkplaats_id IS NULL THEN
        DELETE FROM trajecten_bezetting WHERE plaatsing_id = NEW.id;
    END IF;
    {_SCHRIJF % "p.id = NEW.id"}
    RETURN NULL;
""",  # noqa: S608
    ),
    pgtrigger.Trigger(
        name="bezetting_wis",
        when=pgtrigger.After,
        operation=pgtrigger.Delete,
        func="DELETE FROM trajecten_bezetting WHERE plaatsing_id = OLD.id; RETURN NULL;",
    ),
)(Plaatsing)
pgtrigger.register(
    pgtrigger.Trigger(
        name="bezetting_bewaar",
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange("einde", "einde_voorzien", "status"),
        func=f"{_SCHRIJF % 'p.stap_id = NEW.id'} RETURN NULL;",
    )
)(Stap)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Kandidaatprofiel(DossierModel):
    """What a client looks for and can do, in words a gebruiker may hear: no health, no justice, no debts."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    client = models.OneToOneField(
        "trajecten.Client", models.CASCADE, related_name="kandidaatprofiel", verbose_name="cliënt"
    )
    jobdoelwit = models.CharField("jobdoelwit", max_length=120, blank=True)
    categorieen = ArrayField(
        models.CharField(max_length=20, choices=Functiecategorie),
        verbose_name="soorten werk",
        default=list,
        blank=True,
    )
    beschikbaar_vanaf = models.DateField("beschikbaar vanaf", null=True, blank=True)
    uren = models.DecimalField(
        "hoogstens uren per week",
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(40)],
    )
    rijbewijs = models.CharField("rijbewijs", max_length=2, choices=Rijbewijs, blank=True)
    nederlands = models.PositiveSmallIntegerField("niveau Nederlands", choices=Taalniveau, null=True, blank=True)
    vervoer = ArrayField(
        models.CharField(max_length=10, choices=Vervoer), verbose_name="hoe naar het werk", default=list, blank=True
    )
    grenzen = ArrayField(
        models.CharField(max_length=20, choices=Grens), verbose_name="grenzen op het werk", default=list, blank=True
    )
    sterktes = models.CharField("sterke kanten", max_length=300, blank=True)
    wensen = models.CharField("wensen van de cliënt", max_length=300, blank=True)
    versie = models.PositiveIntegerField("versie", default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "kandidaatprofiel", "kandidaatprofielen"

    def __str__(self) -> str:
        return f"kandidaatprofiel {self.pk}"


class KandidatuurQuerySet(models.QuerySet["Kandidatuur"]):
    def lopend(self) -> "KandidatuurQuerySet":
        return self.filter(status__in=LOPENDE_KANDIDATUREN)


KandidatuurManager = DossierManager.from_queryset(KandidatuurQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Kandidatuur(DossierModel):
    """A place proposed for a client, and what became of it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    client = models.ForeignKey("trajecten.Client", models.CASCADE, related_name="kandidaturen", verbose_name="cliënt")
    traject = models.ForeignKey(
        "trajecten.Traject", models.CASCADE, related_name="kandidaturen", verbose_name="traject"
    )
    werkplaats = models.ForeignKey("partners.Werkplaats", models.PROTECT, related_name="+", verbose_name="werkplaats")
    status = models.CharField("status", max_length=20, choices=KandidatuurStatus, default="VOORGESTELD")
    reden = models.CharField("reden", max_length=20, choices=Kandidatuurreden, blank=True)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    kennismaking_op = models.DateField("kennismaking op", null=True, blank=True)
    voorgesteld_op = models.DateField("voorgesteld op")
    status_sinds = models.DateField("status sinds")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[KandidatuurManager] = KandidatuurManager()

    class Meta:
        verbose_name, verbose_name_plural = "kandidatuur", "kandidaturen"
        constraints = [
            models.UniqueConstraint(
                fields=["client", "werkplaats"],
                condition=Q(status__in=[s.value for s in LOPENDE_KANDIDATUREN]),
                name="kandidatuur_een_lopende_per_plaats",
                violation_error_message="Deze plaats is al voorgesteld aan deze cliënt.",
            ),
            models.CheckConstraint(
                name="kandidatuur_einde_met_reden",
                condition=Q(status__in=[s.value for s in LOPENDE_KANDIDATUREN]) | ~Q(reden=""),
                violation_error_message="Kies waarom het niet doorgaat.",
            ),
        ]
        indexes = [
            models.Index(fields=["gebied", "werkplaats"], name="kandidatuur_werkplaats"),
            models.Index(fields=["gebied", "client"], name="kandidatuur_client"),
        ]

    def __str__(self) -> str:
        return f"kandidatuur {self.pk}"

    @property
    def is_lopend(self) -> bool:
        return self.status in LOPENDE_KANDIDATUREN
