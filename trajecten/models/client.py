from typing import ClassVar
from uuid import uuid4

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from regie.core.fields import VersleuteldJsonVeld, VersleuteldTekstVeld
from regie.core.names import persoon_sleutel, sorteersleutel
from regie.core.tenancy import DossierManager, DossierModel, GebiedModel
from regie.core.validators import masker_insz
from trajecten.enums import Diploma, Geslacht, Inkomensstatuut


class ClientManager(DossierManager["Client"]):
    """The files people work in: not those that were merged into another one."""

    def get_queryset(self) -> models.QuerySet["Client"]:
        return super().get_queryset().filter(samengevoegd_met=None)


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=["insz", "insz_index"]
)
class Client(DossierModel):
    """A person an OCMW guides to work. Owned by that OCMW; INSZ is optional, encrypted and searched by its hash."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dossiernummer = models.CharField("dossiernummer", max_length=20)
    voornaam = models.CharField("voornaam", max_length=80)
    familienaam = models.CharField("familienaam", max_length=80)
    sorteernaam = models.CharField("sorteernaam", max_length=170, editable=False)
    persoonssleutel = models.CharField("zoeksleutel", max_length=170, editable=False)
    geboortedatum = models.DateField("geboortedatum", null=True, blank=True)
    geslacht = models.CharField("geslacht", max_length=1, choices=Geslacht, blank=True)
    gemeente = models.ForeignKey("core.Gemeente", models.PROTECT, related_name="+", verbose_name="gemeente")
    postcode = models.CharField("postcode", max_length=4, blank=True)
    inkomensstatuut = models.CharField("inkomen bij aanmelding", max_length=20, choices=Inkomensstatuut)
    insz = VersleuteldTekstVeld("INSZ", blank=True)
    insz_index = models.CharField(max_length=64, blank=True, editable=False)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    taal = models.CharField("taal", max_length=60, blank=True)
    tolk_nodig = models.BooleanField("tolk nodig", default=False)
    diploma = models.CharField("diploma", max_length=10, choices=Diploma, blank=True)
    vdab_ingeschreven = models.BooleanField("ingeschreven bij VDAB", null=True, blank=True)
    vdab_vrijstelling = models.CharField("reden van vrijstelling van VDAB", max_length=200, blank=True)
    leefloon_aangevraagd_op = models.DateField("leefloon aangevraagd op", null=True, blank=True)
    leefloon_toegekend_op = models.DateField("leefloon toegekend op", null=True, blank=True)
    opmerking = models.TextField("opmerking", blank=True)
    geinformeerd_op = models.DateField("geïnformeerd over de verwerking op", null=True, blank=True)
    geinformeerd_via = models.CharField("geïnformeerd via", max_length=40, blank=True)
    samengevoegd_met = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="schaduwen",
        verbose_name="samengevoegd met",
        null=True,
        blank=True,
        editable=False,
    )
    versie = models.PositiveIntegerField("versie", default=1, editable=False)
    created_at = models.DateTimeField("geregistreerd op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    objects: ClassVar[DossierManager] = ClientManager()
    ook_schaduwen: ClassVar[DossierManager] = DossierManager()

    class Meta:
        verbose_name, verbose_name_plural = "cliënt", "cliënten"
        constraints = [
            models.UniqueConstraint(fields=["gebied", "eigenaar", "dossiernummer"], name="client_dossiernummer_uniek"),
            models.UniqueConstraint(
                fields=["gebied", "eigenaar", "insz_index"],
                condition=~Q(insz_index=""),
                name="client_insz_uniek",
                violation_error_message="Er is in jouw OCMW al een dossier met dit INSZ.",
            ),
        ]
        indexes = [
            models.Index(fields=["gebied", "eigenaar", "sorteernaam"], name="client_op_naam"),
            models.Index(fields=["gebied", "eigenaar", "geboortedatum"], name="client_op_geboorte"),
            GinIndex(fields=["persoonssleutel"], opclasses=["gin_trgm_ops"], name="client_persoonssleutel_trgm"),
        ]

    def __str__(self) -> str:
        return f"cliënt {self.pk}"

    def save(self, *args: object, **kwargs: object) -> None:
        """The name keys follow the name; nothing else happens here."""
        self.sorteernaam = sorteersleutel(f"{self.familienaam} {self.voornaam}")
        self.persoonssleutel = persoon_sleutel(self.familienaam, self.voornaam)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.familienaam}"

    @property
    def lijstnaam(self) -> str:
        return f"{self.familienaam}, {self.voornaam}"

    @property
    def insz_masker(self) -> str:
        return masker_insz(self.insz)


class ClientVingerafdruk(GebiedModel):
    """Keyed hashes of who is known where in the gebied: tells that a person is known, never who or what.

    The only trace of a dossier that another OCMW can find; it holds no name, number or link to the dossier.
    """

    organisatie = models.ForeignKey("core.Organisatie", models.CASCADE, related_name="+", verbose_name="organisatie")
    client_id = models.UUIDField("cliënt", editable=False)
    soort = models.CharField("soort", max_length=10)
    hash = models.CharField("hash", max_length=64)

    class Meta:
        verbose_name, verbose_name_plural = "vingerafdruk", "vingerafdrukken"
        constraints = [
            models.UniqueConstraint(fields=["gebied", "client_id", "soort"], name="vingerafdruk_uniek"),
        ]
        indexes = [models.Index(fields=["gebied", "hash"], name="vingerafdruk_hash")]

    def __str__(self) -> str:
        return f"vingerafdruk {self.pk}"


class Contactvraag(GebiedModel):
    """'Is this person perhaps known to you?': a neutral request from one OCMW to another, without any data."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    van = models.ForeignKey("core.Organisatie", models.CASCADE, related_name="+", verbose_name="vraag van")
    aan = models.ForeignKey("core.Organisatie", models.CASCADE, related_name="+", verbose_name="vraag aan")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    client_bij_ontvanger = models.UUIDField("cliënt bij de ontvanger", editable=False)
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True)
    created_at = models.DateTimeField("gevraagd op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "contactvraag", "contactvragen"

    def __str__(self) -> str:
        return f"contactvraag {self.pk}"


class Dossierteller(DossierModel):
    """The last dossier number an OCMW gave out in a year."""

    jaar = models.PositiveSmallIntegerField("jaar")
    laatste = models.PositiveIntegerField("laatste nummer", default=0)

    class Meta:
        verbose_name, verbose_name_plural = "dossierteller", "dossiertellers"
        constraints = [models.UniqueConstraint(fields=["gebied", "eigenaar", "jaar"], name="dossierteller_uniek")]

    def __str__(self) -> str:
        return f"dossierteller {self.jaar}"


class DuplicaatBesluit(DossierModel):
    """'Andere persoon': two dossiers that look alike but are not the same; not asked again."""

    client = models.ForeignKey(Client, models.CASCADE, related_name="besluiten", verbose_name="cliënt")
    andere = models.ForeignKey(Client, models.CASCADE, related_name="+", verbose_name="lijkt op")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "duplicaatbesluit", "duplicaatbesluiten"
        constraints = [models.UniqueConstraint(fields=["gebied", "client", "andere"], name="duplicaatbesluit_uniek")]

    def __str__(self) -> str:
        return f"duplicaatbesluit {self.pk}"


class Ontwerp(DossierModel):
    """An unfinished registration, kept encrypted for its maker for a limited time."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="door")
    gegevens = VersleuteldJsonVeld("gegevens")
    geopend_op = models.DateTimeField("geopend op")
    updated_at = models.DateTimeField("bewaard op", auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "ontwerp", "ontwerpen"

    def __str__(self) -> str:
        return f"ontwerp {self.pk}"
