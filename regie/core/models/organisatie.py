from collections.abc import Iterable
from datetime import date
from typing import ClassVar, cast

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from regie.core.models.gebied import GeldigQuerySet, Regiegebied
from regie.core.permissions import DOSSIERROLLEN, Rol, Toegang
from regie.core.tenancy import CurrentGebied
from regie.core.validators import valideer_kbo


class OrganisatieType(models.TextChoices):
    """Who takes part in a regiegebied (domein.md 2.1)."""

    OCMW = "OCMW", "OCMW"
    REGIEVERBAND = "REGIEVERBAND", "regieverband"
    GEMEENTE = "GEMEENTE", "gemeente"
    VDAB = "VDAB", "VDAB"
    MAATWERKBEDRIJF = "MAATWERKBEDRIJF", "maatwerkbedrijf"
    LDE_ONDERNEMING = "LDE_ONDERNEMING", "LDE-onderneming"
    ARBEIDSZORG = "ARBEIDSZORG", "arbeidszorg"
    OPLEIDINGSVERSTREKKER = "OPLEIDINGSVERSTREKKER", "opleidingsverstrekker"
    GTB = "GTB", "GTB"
    WERKGEVER_PRIVAAT = "WERKGEVER_PRIVAAT", "private werkgever"
    WERKGEVER_PUBLIEK = "WERKGEVER_PUBLIEK", "publieke werkgever"
    VZW = "VZW", "vzw"
    WERKGEVERSORGANISATIE = "WERKGEVERSORGANISATIE", "werkgeversorganisatie"
    VAKBOND = "VAKBOND", "vakbond"
    ONDERWIJS = "ONDERWIJS", "onderwijs"
    WELZIJN = "WELZIJN", "welzijn"
    INBURGERING = "INBURGERING", "inburgering"
    CIRCULAIRE_HUB = "CIRCULAIRE_HUB", "circulaire hub"
    INTERIM = "INTERIM", "interimkantoor"
    KINDEROPVANG = "KINDEROPVANG", "kinderopvang"
    ANDER = "ANDER", "andere organisatie"


class Gebruikerscategorie(models.TextChoices):
    """Where an art. 60 worker may be put to work (OCMW law, art. 60 § 7; domein.md 3.1)."""

    EIGEN_DIENST = "EIGEN_DIENST", "eigen dienst van het OCMW"
    PUBLIEK = "PUBLIEK", "publieke gebruiker"
    VZW = "VZW", "vzw"
    SE_VST = "SE_VST", "sociale economie met verhoogde staatstoelage"
    SE_ZONDER_VST = "SE_ZONDER_VST", "sociale economie zonder verhoogde staatstoelage"
    PRIVAAT = "PRIVAAT", "private gebruiker"


class OrganisatieQuerySet(models.QuerySet["Organisatie"]):
    def van_gebied(self) -> "OrganisatieQuerySet":
        """The organisaties of the active gebied."""
        return self.filter(gebied=CurrentGebied())

    def ocmws(self) -> "OrganisatieQuerySet":
        return self.filter(type=OrganisatieType.OCMW)

    def gebruikers(self) -> "OrganisatieQuerySet":
        """Active hosts of art. 60 workers."""
        return self.exclude(gebruikerscategorie="").filter(is_actief=True)


class Organisatie(models.Model):
    """A body that takes part in a regiegebied: public facts only. An OCMW owns the dossiers of its clients.

    Not a GebiedModel: it is read before there is a scope (switcher) and kept by platform admins. Pages ask
    `van_gebied()`; what is agreed with an organisatie lives in tenant tables that point here.
    """

    gebied = models.ForeignKey(Regiegebied, models.PROTECT, related_name="organisaties", verbose_name="regiegebied")
    naam = models.CharField("naam", max_length=160)
    slug = models.SlugField("adresnaam", max_length=80)
    type = models.CharField("type", max_length=30, choices=OrganisatieType)
    kbo = models.CharField(
        "KBO-nummer", max_length=10, blank=True, validators=[valideer_kbo], help_text="Tien cijfers, bv. 0428759497."
    )
    gemeente = models.ForeignKey(
        "core.Gemeente", models.PROTECT, related_name="organisaties", verbose_name="gemeente", null=True, blank=True
    )
    gebruikerscategorie = models.CharField(
        "categorie als gebruiker",
        max_length=20,
        choices=Gebruikerscategorie,
        blank=True,
        help_text="Leeg als hier geen art. 60-werknemers ter beschikking worden gesteld.",
    )
    email = models.EmailField("e-mailadres", blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    website = models.URLField("website", blank=True)
    is_actief = models.BooleanField("actief", default=True)

    objects: ClassVar[models.Manager["Organisatie"]] = OrganisatieQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "organisatie", "organisaties"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "slug"],
                name="organisatie_slug_uniek",
                violation_error_message="Er is in dit gebied al een organisatie met deze adresnaam.",
            ),
            models.UniqueConstraint(
                fields=["gebied", "kbo", "naam"],
                name="organisatie_kbo_uniek",
                condition=~Q(kbo=""),
                violation_error_message="Er is in dit gebied al een organisatie met dit KBO-nummer en deze naam.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class LidmaatschapQuerySet(GeldigQuerySet):
    def geldig_op(self, datum: date) -> "LidmaatschapQuerySet":
        geldig = super().geldig_op(datum).filter(user__is_active=True, organisatie__is_actief=True)
        return cast("LidmaatschapQuerySet", geldig)

    def van_gebruiker(self, user_id: int) -> "LidmaatschapQuerySet":
        """Everything one account belongs to, with what the switcher shows: one query a page."""
        leden = self.filter(user_id=user_id).select_related("gebied", "organisatie")
        return leden.order_by("gebied__naam", "organisatie__naam", "pk")

    def van_gebruiker_in(self, user_id: int, slug: str) -> "LidmaatschapQuerySet":
        return self.van_gebruiker(user_id).filter(gebied__slug=slug)

    def toegang(self) -> Toegang | None:
        return toegang_van(cast("Iterable[Lidmaatschap]", self))


def toegang_van(leden: Iterable["Lidmaatschap"]) -> Toegang | None:
    """All memberships of one user in one gebied, read as one answer."""
    leden = list(leden)
    if not leden:
        return None
    return Toegang(
        user_id=leden[0].user_id,
        gebied_id=leden[0].gebied_id,
        rollen=frozenset(Rol(lid.rol) for lid in leden),
        organisatie_ids=tuple(sorted({lid.organisatie_id for lid in leden if lid.rol in DOSSIERROLLEN})),
        lid_van=tuple(sorted({lid.organisatie_id for lid in leden})),
        partner_van=tuple(sorted({lid.organisatie_id for lid in leden if lid.rol == Rol.PARTNERCONTACT})),
    )


class Lidmaatschap(models.Model):
    """What somebody may do where, and when. Read before there is a scope, so not a GebiedModel."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="lidmaatschappen", verbose_name="account"
    )
    gebied = models.ForeignKey(Regiegebied, models.CASCADE, related_name="lidmaatschappen", verbose_name="regiegebied")
    organisatie = models.ForeignKey(
        Organisatie, models.CASCADE, related_name="lidmaatschappen", verbose_name="organisatie"
    )
    rol = models.CharField("rol", max_length=30, choices=Rol)
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)

    objects: ClassVar[models.Manager["Lidmaatschap"]] = LidmaatschapQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "lidmaatschap", "lidmaatschappen"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisatie", "rol", "van"],
                name="lidmaatschap_uniek",
                violation_error_message="Deze persoon heeft deze rol al bij die organisatie.",
            ),
            models.CheckConstraint(
                name="lidmaatschap_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
        ]

    def __str__(self) -> str:
        return f"lidmaatschap {self.pk}"
