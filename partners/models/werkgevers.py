"""The shared employer card: facts the whole gebied reads. What an organisatie notes for itself is elsewhere."""

from uuid import uuid4

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from partners.enums import Grootteklasse, NaceVersie, WerkgeverStatus
from regie.core.tenancy import GebiedModel
from regie.core.validators import valideer_kbo, valideer_ven


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Werkgever(GebiedModel):
    """One employer of the region (domein.md 6.2), known by its KBO number once that is known.

    Most employers never become more than a card. One that offers places, gets reports or has accounts is also a
    partner: `organisatie` then points there, and its contact persons hang on that organisatie.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisatie = models.OneToOneField(
        "core.Organisatie",
        models.PROTECT,
        related_name="werkgever",
        verbose_name="partner",
        null=True,
        blank=True,
    )
    naam = models.CharField("naam", max_length=160)
    sleutel = models.CharField("zoeksleutel", max_length=160, editable=False)  # names.naam_sleutel(naam)
    kbo = models.CharField("KBO-nummer", max_length=10, blank=True, validators=[valideer_kbo])
    gemeente = models.ForeignKey(
        "core.Gemeente", models.PROTECT, related_name="+", verbose_name="gemeente", null=True, blank=True
    )
    nace = models.CharField("NACE-BEL-code", max_length=5, blank=True)
    nace_versie = models.CharField("versie van NACE-BEL", max_length=4, choices=NaceVersie, blank=True)
    grootteklasse = models.CharField("aantal werknemers", max_length=10, choices=Grootteklasse, blank=True)
    paritair_comite = models.CharField("paritair comité", max_length=10, blank=True)
    is_mvo = models.BooleanField("MVO-label", default=False)
    is_inclusief = models.BooleanField("label inclusieve werkgever", default=False)
    status = models.CharField("status", max_length=16, choices=WerkgeverStatus, default=WerkgeverStatus.PROSPECT)
    niet_benaderen_reden = models.CharField("reden om niet te benaderen", max_length=200, blank=True)
    niet_benaderen_tot = models.DateField("niet benaderen tot en met", null=True, blank=True)
    accounthouder = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="+", verbose_name="accounthouder", null=True, blank=True
    )
    email = models.EmailField("e-mailadres", blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    website = models.URLField("website", blank=True)
    gearchiveerd_op = models.DateField("gearchiveerd op", null=True, blank=True)
    samengevoegd_met = models.ForeignKey(
        "self", models.PROTECT, related_name="+", verbose_name="samengevoegd met", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "werkgever", "werkgevers"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "kbo"],
                condition=~Q(kbo=""),
                name="werkgever_kbo_uniek",
                violation_error_message="Er is in dit gebied al een werkgever met dit KBO-nummer.",
            ),
            models.CheckConstraint(
                name="werkgever_niet_benaderen_met_reden",
                condition=~Q(status="NIET_BENADEREN") | ~Q(niet_benaderen_reden=""),
                violation_error_message="Zeg waarom deze werkgever niet benaderd mag worden.",
            ),
        ]
        indexes = [
            models.Index(fields=["gebied", "sleutel"], name="werkgever_sleutel"),
            GinIndex(fields=["sleutel"], opclasses=["gin_trgm_ops"], name="werkgever_sleutel_trgm"),
        ]

    def __str__(self) -> str:
        return self.naam


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Vestiging(GebiedModel):
    """A place of business of an employer, with its own number (vestigingseenheidsnummer) when known."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    werkgever = models.ForeignKey(Werkgever, models.CASCADE, related_name="vestigingen", verbose_name="werkgever")
    ven = models.CharField("vestigingsnummer", max_length=10, blank=True, validators=[valideer_ven])
    naam = models.CharField("naam", max_length=160, blank=True)
    adres = models.CharField("straat en nummer", max_length=160, blank=True)
    gemeente = models.ForeignKey(
        "core.Gemeente", models.PROTECT, related_name="+", verbose_name="gemeente", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "vestiging", "vestigingen"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "ven"],
                condition=~Q(ven=""),
                name="vestiging_ven_uniek",
                violation_error_message="Dit vestigingsnummer staat al bij een werkgever van dit gebied.",
            )
        ]

    def __str__(self) -> str:
        return f"vestiging {self.pk}"
