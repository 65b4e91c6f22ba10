from typing import ClassVar
from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from regie.core.fields import VersleuteldJsonVeld, VersleuteldTekstVeld
from regie.core.tenancy import DossierManager, DossierModel
from trajecten.enums import TrajectStatus
from trajecten.regels.documenten import Overtypsysteem, Scanstand


class DocumentSoort(models.Model):
    """A kind of document in a dossier: who signs it, and from which phase it is expected. Kept by the platform."""

    code = models.CharField("code", max_length=30, primary_key=True)
    naam = models.CharField("naam", max_length=120)
    partijen = models.CharField(
        "wie tekent", max_length=60, blank=True, help_text="Gescheiden door |: client, ocmw, gebruiker. Leeg: niemand."
    )
    verwacht_vanaf = models.CharField(
        "altijd verwacht vanaf fase",
        max_length=20,
        choices=TrajectStatus,
        blank=True,
        help_text="Leeg: alleen verwacht als het instrument erom vraagt.",
    )
    alleen_team = models.BooleanField("alleen voor wie begeleidt", default=False)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name, verbose_name_plural = "documentsoort", "documentsoorten"

    def __str__(self) -> str:
        return self.naam

    @property
    def tekenaars(self) -> tuple[str, ...]:
        return tuple(deel for deel in self.partijen.split("|") if deel)


class DocumentQuerySet(models.QuerySet["Document"]):
    def aanwezig(self) -> "DocumentQuerySet":
        """Neither removed nor replaced by a newer version."""
        return self.filter(verwijderd_op=None, vervangen_door=None)


DocumentManager = DossierManager.from_queryset(DocumentQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=["naam"])
class Document(DossierModel):
    """One paper of a dossier. Its bytes lie encrypted in the vault (regie.core.kluis) under the id of this row.

    A row without a file (`grootte` 0) says that it exists on paper. When a contract, TBS, WEO or GPMI was signed
    stands with the placement, step or traject; only other kinds keep the days of their signatures here.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    client = models.ForeignKey("trajecten.Client", models.CASCADE, related_name="documenten", verbose_name="cliënt")
    soort = models.ForeignKey(DocumentSoort, models.PROTECT, related_name="+", verbose_name="soort")
    traject = models.ForeignKey(
        "trajecten.Traject", models.SET_NULL, related_name="+", verbose_name="traject", null=True, blank=True
    )
    stap = models.ForeignKey(
        "trajecten.Stap", models.SET_NULL, related_name="+", verbose_name="stap", null=True, blank=True
    )
    plaatsing = models.ForeignKey(
        "trajecten.Plaatsing", models.SET_NULL, related_name="+", verbose_name="plaatsing", null=True, blank=True
    )
    evaluatie = models.ForeignKey(
        "trajecten.Evaluatie", models.SET_NULL, related_name="+", verbose_name="evaluatie", null=True, blank=True
    )
    naam = VersleuteldTekstVeld("bestandsnaam", blank=True)
    omschrijving = models.CharField("omschrijving", max_length=120, blank=True)
    mime = models.CharField("bestandssoort", max_length=100, blank=True)
    grootte = models.PositiveIntegerField("grootte in bytes", default=0)
    sha256 = models.CharField("vingerafdruk", max_length=64, blank=True)
    scan = models.CharField("virusscan", max_length=20, choices=Scanstand, default=Scanstand.NIET_GESCAND)
    is_gemaakt = models.BooleanField("gemaakt met Regiekompas", default=False)
    ontvangen_op = models.DateField("ontvangen op")
    getekend_client_op = models.DateField("getekend door de cliënt op", null=True, blank=True)
    getekend_ocmw_op = models.DateField("getekend door het OCMW op", null=True, blank=True)
    getekend_gebruiker_op = models.DateField("getekend door de andere partij op", null=True, blank=True)
    vervalt_op = models.DateField("geldig tot en met", null=True, blank=True)
    vervangt = models.OneToOneField(
        "self", models.SET_NULL, related_name="vervangen_door", verbose_name="vervangt", null=True, blank=True
    )
    versie = models.PositiveIntegerField("versie", default=1, editable=False)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="toegevoegd door"
    )
    verwijderd_op = models.DateField("verwijderd op", null=True, blank=True)
    verwijder_reden = models.CharField("reden van verwijderen", max_length=200, blank=True)
    gewist_op = models.DateField("bestand gewist op", null=True, blank=True)
    created_at = models.DateTimeField("toegevoegd op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    objects: ClassVar[DocumentManager] = DocumentManager()

    class Meta:
        verbose_name, verbose_name_plural = "document", "documenten"
        constraints = [
            models.CheckConstraint(
                name="document_bestand_volledig",
                condition=Q(grootte=0, mime="", sha256="") | (Q(grootte__gt=0) & ~Q(mime="") & ~Q(sha256="")),
            ),
            models.CheckConstraint(
                name="document_verwijderd_met_reden",
                condition=(Q(verwijderd_op=None) & Q(verwijder_reden=""))
                | (Q(verwijderd_op__isnull=False) & ~Q(verwijder_reden="")),
                violation_error_message="Schrijf waarom je dit document verwijdert.",
            ),
            models.CheckConstraint(
                name="document_gewist_na_verwijderd",
                condition=Q(gewist_op=None) | Q(verwijderd_op__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["gebied", "client", "-created_at"], name="document_client"),
            models.Index(
                fields=["gebied", "verwijderd_op"],
                condition=Q(verwijderd_op__isnull=False, gewist_op=None),
                name="document_te_wissen",
            ),
        ]

    def __str__(self) -> str:
        return f"document {self.pk}"

    @property
    def heeft_bestand(self) -> bool:
        return self.grootte > 0 and self.gewist_op is None


class Huisstijl(DossierModel):
    """How the documents of one OCMW look: logo, colour, address, and an opening text per kind of document."""

    logo = models.BinaryField("logo", blank=True, default=b"")
    kleur = models.CharField("kleur", max_length=7, default="#0f4c5c")
    adres = models.CharField("adresregel", max_length=200, blank=True)
    voettekst = models.CharField("voettekst", max_length=200, blank=True)
    teksten = models.JSONField("eigen inleiding per document", default=dict, blank=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "huisstijl", "huisstijlen"
        constraints = [
            models.UniqueConstraint(fields=["gebied", "eigenaar"], name="huisstijl_een_per_ocmw"),
            models.CheckConstraint(
                name="huisstijl_kleur_geldig",
                condition=Q(kleur__regex=r"^#[0-9a-f]{6}$"),
                violation_error_message="Schrijf de kleur als # met zes cijfers of letters, bv. #0f4c5c.",
            ),
        ]

    def __str__(self) -> str:
        return f"huisstijl {self.pk}"


class Overtypmoment(DossierModel):
    """Somebody typed a dossier over into MLP or NovaPrima, and confirmed it there: what it said at that moment."""

    append_only = True

    client = models.ForeignKey("trajecten.Client", models.CASCADE, related_name="+", verbose_name="cliënt")
    systeem = models.CharField("systeem", max_length=20, choices=Overtypsysteem)
    waarden = VersleuteldJsonVeld("waarden")
    afdruk = models.CharField("vingerafdruk van de waarden", max_length=64)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField("op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "overtypmoment", "overtypmomenten"
        indexes = [models.Index(fields=["gebied", "client", "systeem", "-created_at"], name="overtypmoment_laatste")]

    def __str__(self) -> str:
        return f"overtypmoment {self.pk}"
