from typing import ClassVar
from uuid import uuid4

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from rapportage.enums import Aanleiding, Onderdeel, PeriodeSoort, RapportStatus, Variant, VerzendStatus
from regie.cijfers.periode import Periode
from regie.core.tenancy import GebiedManager, GebiedModel

KANSEN = 5  # runs before somebody has to look at it

# A rapport that is klaar is evidence: somebody may have acted on it. What it says can no longer change, in any way
# that reaches the database; a correction is a new row. Only klaar -> verzonden is left.
RAPPORT_VAST = """
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'rapport % is klaar en kan niet weg', OLD.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.status NOT IN ('KLAAR', 'VERZONDEN')
        OR (OLD.status = 'VERZONDEN' AND NEW.status <> 'VERZONDEN')
        OR to_jsonb(NEW) - ARRAY['status', 'hartslag_op']
            IS DISTINCT FROM to_jsonb(OLD) - ARRAY['status', 'hartslag_op']
    THEN
        RAISE EXCEPTION 'rapport % is klaar en kan niet meer veranderen', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
"""
# Who got what, when: as lasting as the rapport itself. An organisatie may disappear from the row, the address may not.
VERZENDING_VAST = """
    IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'organisatie_id') IS DISTINCT FROM (to_jsonb(OLD) - 'organisatie_id') THEN
        RAISE EXCEPTION 'verzending % is gebeurd en kan niet meer veranderen', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
"""


class RapportQuerySet(models.QuerySet["Rapport"]):
    def gemaakt(self) -> "RapportQuerySet":
        """With content that can be read."""
        return self.filter(status__in=[RapportStatus.KLAAR, RapportStatus.VERZONDEN])

    def zonder_inhoud(self) -> "RapportQuerySet":
        """For lists: a PDF and a momentopname weigh 100 KB each."""
        return self.defer("pdf", "momentopname")

    def verstuurd_naar(self, organisatie_ids: tuple[int, ...]) -> "RapportQuerySet":
        """What these organisaties really received."""
        ontvangen = Verzending.objects.filter(organisatie__in=organisatie_ids, status=VerzendStatus.VERZONDEN)
        return self.filter(pk__in=ontvangen.values("rapport"))


RapportManager = GebiedManager.from_queryset(RapportQuerySet)


class RapportAbonnement(GebiedModel):
    """Who gets which sections of the voortgangsrapport, how often. The receiver is a contactpersoon or an account."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    contactpersoon = models.ForeignKey(
        "partners.Contactpersoon",
        models.CASCADE,
        related_name="abonnementen",
        verbose_name="contactpersoon",
        null=True,
        blank=True,
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="abonnementen",
        verbose_name="account",
        null=True,
        blank=True,
    )
    frequentie = models.CharField("frequentie", max_length=10, choices=PeriodeSoort, default=PeriodeSoort.MAAND)
    variant = models.CharField("variant", max_length=20, choices=Variant, default=Variant.REGIO)
    onderdelen = ArrayField(models.CharField(max_length=20, choices=Onderdeel), verbose_name="onderdelen")
    verzenddag = models.PositiveSmallIntegerField("dag van de maand", default=3)
    vanaf = models.DateField("vanaf")
    is_actief = models.BooleanField("actief", default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "rapportabonnement", "rapportabonnementen"
        constraints = [
            models.CheckConstraint(
                name="abonnement_een_ontvanger",
                condition=Q(contactpersoon__isnull=False, user=None) | Q(contactpersoon=None, user__isnull=False),
                violation_error_message="Kies één ontvanger: een contactpersoon of een account.",
            ),
            models.CheckConstraint(
                name="abonnement_verzenddag",
                condition=Q(verzenddag__gte=1) & Q(verzenddag__lte=28),
                violation_error_message="Kies een dag van 1 tot en met 28.",
            ),
        ]

    def __str__(self) -> str:
        return f"abonnement {self.pk}"


class Rapport(GebiedModel):
    """One report: gebied, period, variant, chosen sections and version. Never changed once it is klaar.

    `poging` is a fencing token: only the run that holds the latest number may store its result.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    periode_soort = models.CharField("soort periode", max_length=10, choices=PeriodeSoort)
    periode_start = models.DateField("begin van de periode")
    peildatum = models.DateField("peildatum", help_text="Laatste dag van de periode.")
    variant = models.CharField("variant", max_length=20, choices=Variant, default=Variant.REGIO)
    onderdelen = ArrayField(models.CharField(max_length=20, choices=Onderdeel), verbose_name="onderdelen")
    onderdelen_sleutel = models.CharField(max_length=120, editable=False)
    versie = models.PositiveSmallIntegerField("versie", default=1)
    status = models.CharField("status", max_length=12, choices=RapportStatus, default=RapportStatus.WACHT)
    poging = models.PositiveIntegerField("poging", default=0)
    laatste_kans = models.PositiveIntegerField("laatste poging", default=KANSEN)
    hartslag_op = models.DateTimeField("hartslag", null=True, blank=True)
    fout = models.CharField("wat ging er mis", max_length=300, blank=True)
    momentopname = models.JSONField("momentopname van de cijfers", null=True, blank=True)
    pdf = models.BinaryField("pdf", null=True, blank=True)
    sha256 = models.CharField("SHA-256 van het bestand", max_length=64, blank=True)
    momentopname_sha256 = models.CharField("SHA-256 van de cijfers", max_length=64, blank=True)
    correctie_reden = models.CharField("reden van de correctie", max_length=300, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gevraagd door", null=True, blank=True
    )
    created_at = models.DateTimeField("gevraagd op", auto_now_add=True)
    gemaakt_op = models.DateTimeField("gemaakt op", null=True, blank=True)

    objects: ClassVar[RapportManager] = RapportManager()

    class Meta:
        verbose_name, verbose_name_plural = "rapport", "rapporten"
        triggers = [
            pgtrigger.Trigger(
                name="rapport_vast",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status__in=["KLAAR", "VERZONDEN"]),
                func=RAPPORT_VAST,
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "periode_soort", "periode_start", "variant", "onderdelen_sleutel", "versie"],
                name="rapport_uniek",
            ),
            models.CheckConstraint(
                name="rapport_klaar_is_volledig",
                condition=~Q(status__in=["KLAAR", "VERZONDEN"])
                | (Q(pdf__isnull=False) & Q(momentopname__isnull=False) & ~Q(sha256="") & Q(gemaakt_op__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["gebied", "-periode_start", "-versie"], name="rapport_recent")]

    def __str__(self) -> str:
        return f"rapport {self.pk}"

    @property
    def periode(self) -> Periode:
        return Periode.op(self.periode_soort, self.periode_start)

    @property
    def is_gemaakt(self) -> bool:
        return self.status in {RapportStatus.KLAAR, RapportStatus.VERZONDEN}


class Verzending(GebiedModel):
    """One report to one receiver: at most one row, mailed once. The address is kept as it was at that moment."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    rapport = models.ForeignKey(Rapport, models.PROTECT, related_name="verzendingen", verbose_name="rapport")
    organisatie = models.ForeignKey(
        "core.Organisatie", models.SET_NULL, related_name="+", verbose_name="organisatie", null=True, blank=True
    )
    naam = models.CharField("naam", max_length=160)
    email = models.EmailField("e-mailadres")
    aanleiding = models.CharField("aanleiding", max_length=12, choices=Aanleiding, default=Aanleiding.GEVRAAGD)
    status = models.CharField("status", max_length=12, choices=VerzendStatus, default=VerzendStatus.WACHT)
    poging = models.PositiveIntegerField("poging", default=0)
    laatste_poging_op = models.DateTimeField("laatste poging op", null=True, blank=True)
    fout = models.CharField("wat ging er mis", max_length=300, blank=True)
    message_id = models.CharField("Message-ID", max_length=120, editable=False)
    verzonden_op = models.DateTimeField("verzonden op", null=True, blank=True)
    created_at = models.DateTimeField("gevraagd op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "verzending", "verzendingen"
        triggers = [
            pgtrigger.Trigger(
                name="verzending_vast",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status="VERZONDEN"),
                func=VERZENDING_VAST,
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["gebied", "rapport", "email"], name="verzending_uniek"),
            models.CheckConstraint(
                name="verzending_verzonden_met_tijd",
                condition=~Q(status="VERZONDEN") | Q(verzonden_op__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"verzending {self.pk}"
