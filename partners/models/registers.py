"""Two registers of the gebied: sector covenants with what was promised, and social purchases (domein.md 6.5, 6.6)."""

from uuid import uuid4

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from partners.enums import Aankooptype
from regie.core.tenancy import GebiedModel
from regie.core.validators import valideer_kbo

JAREN = [MinValueValidator(2000), MaxValueValidator(2100)]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Sectorconvenant(GebiedModel):
    """What Flanders and a sector agreed on diversity, doorstroom and learning at work, and what we do with it here."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    sector = models.CharField("sector", max_length=120)
    paritair_comite = models.CharField("paritair comité", max_length=60, blank=True)
    van = models.DateField("loopt vanaf")
    tot = models.DateField("loopt tot en met", null=True, blank=True)
    bron = models.URLField("adres van de tekst", blank=True)
    omschrijving = models.TextField("waarover het gaat", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "sectorconvenant", "sectorconvenanten"
        constraints = [
            models.CheckConstraint(
                name="sectorconvenant_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.UniqueConstraint(
                fields=["gebied", "sector", "van"],
                name="sectorconvenant_uniek",
                violation_error_message="Er is al een convenant van deze sector dat op die dag begint.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sector} vanaf {self.van:%d/%m/%Y}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Verbintenis(GebiedModel):
    """One thing the sector committed itself to, with a figure where there is one."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    convenant = models.ForeignKey(
        Sectorconvenant, models.CASCADE, related_name="verbintenissen", verbose_name="convenant"
    )
    tekst = models.CharField("wat de sector belooft", max_length=300)
    streefgetal = models.DecimalField(
        "streefgetal", max_digits=12, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    eenheid = models.CharField("eenheid", max_length=40, blank=True)
    tegen = models.DateField("tegen", null=True, blank=True)
    stand = models.DecimalField(
        "stand", max_digits=12, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    stand_op = models.DateField("stand op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "verbintenis", "verbintenissen"
        ordering = ("created_at", "pk")
        constraints = [
            models.CheckConstraint(
                name="verbintenis_stand_met_datum",
                condition=Q(stand=None) | Q(stand_op__isnull=False),
                violation_error_message="Zeg op welke dag dit de stand is.",
            )
        ]

    def __str__(self) -> str:
        return f"verbintenis {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class LokaleActie(GebiedModel):
    """What an organisatie of the gebied does with a covenant, by when, and what came of it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    convenant = models.ForeignKey(Sectorconvenant, models.CASCADE, related_name="acties", verbose_name="convenant")
    titel = models.CharField("wat we hier doen", max_length=200)
    trekker = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="trekker")
    datum = models.DateField("tegen")
    klaar_op = models.DateField("klaar op", null=True, blank=True)
    resultaat = models.CharField("resultaat", max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "lokale actie", "lokale acties"
        ordering = ("datum", "pk")

    def __str__(self) -> str:
        return f"lokale actie {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class SocialeAankoop(GebiedModel):
    """One contract of a local authority that creates work for the target group."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    opdracht = models.CharField("opdracht", max_length=200)
    bestuur = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="bestuur")
    jaar = models.PositiveSmallIntegerField("jaar", validators=JAREN)
    bedrag = models.DecimalField(
        "bedrag zonder btw", max_digits=12, decimal_places=2, validators=[MinValueValidator(0)]
    )
    cpv = models.CharField("CPV-code", max_length=10, blank=True)
    type = models.CharField("type", max_length=20, choices=Aankooptype)
    uitvoerder = models.CharField("uitvoerder", max_length=160)
    uitvoerder_kbo = models.CharField(
        "KBO-nummer van de uitvoerder", max_length=10, blank=True, validators=[valideer_kbo]
    )
    uren = models.PositiveIntegerField("uren voor de doelgroep", null=True, blank=True)
    plaatsen = models.PositiveSmallIntegerField("plaatsen voor de doelgroep", null=True, blank=True)
    noot = models.CharField("noot", max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "sociale aankoop", "sociale aankopen"
        constraints = [
            models.CheckConstraint(
                name="socialeaankoop_bedrag",
                condition=Q(bedrag__gte=0),
                violation_error_message="Een bedrag is nul of meer.",
            )
        ]
        indexes = [models.Index(fields=["gebied", "jaar", "bestuur"], name="socialeaankoop_jaar")]

    def __str__(self) -> str:
        return f"sociale aankoop {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Aankoopvolume(GebiedModel):
    """All a local authority bought in a year, VAT excluded: what the share of social purchases is of."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    bestuur = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="bestuur")
    jaar = models.PositiveSmallIntegerField("jaar", validators=JAREN)
    bedrag = models.DecimalField(
        "alle aankopen zonder btw", max_digits=14, decimal_places=2, validators=[MinValueValidator(1)]
    )
    bron = models.CharField("waar dit cijfer vandaan komt", max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "aankoopvolume", "aankoopvolumes"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "bestuur", "jaar"],
                name="aankoopvolume_uniek",
                violation_error_message="Het totaal van dit bestuur en dit jaar is al ingevuld.",
            ),
            models.CheckConstraint(
                name="aankoopvolume_bedrag",
                condition=Q(bedrag__gt=0),
                violation_error_message="Het totaal is meer dan nul.",
            ),
        ]

    def __str__(self) -> str:
        return f"aankoopvolume {self.pk}"
