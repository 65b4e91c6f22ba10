"""A jaaractieplan: objectives, what is done for them, by whom, when and with what money."""

from typing import ClassVar
from uuid import uuid4

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from actieplannen.enums import (
    Bewijssoort,
    Financieringsbron,
    Plansoort,
    Planstatus,
    Prioriteit,
    Regieactiviteit,
    Regierolactie,
    Voortgang,
)
from actieplannen.models.vast import belofte_vast
from actieplannen.transitions import VAST
from regie.core.tenancy import GebiedManager, GebiedModel


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Jaaractieplan(GebiedModel):
    """One plan of the gebied for one year (domein.md 5.2). Numbers and promises, never a client."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    jaar = models.PositiveSmallIntegerField("jaar")
    soort = models.CharField("soort plan", max_length=10, choices=Plansoort, default=Plansoort.REGIEROL)
    titel = models.CharField("titel", max_length=160)
    inleiding = models.TextField("waar dit plan naartoe wil", max_length=4000, blank=True)
    status = models.CharField("status", max_length=12, choices=Planstatus, default=Planstatus.CONCEPT)
    vorig = models.ForeignKey(
        "self", models.SET_NULL, related_name="+", verbose_name="gemaakt uit", null=True, blank=True
    )
    versie = models.PositiveIntegerField("versie", default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "jaaractieplan", "jaaractieplannen"
        constraints = [
            models.UniqueConstraint(
                fields=["gebied", "jaar", "soort", "titel"],
                name="plan_titel_uniek",
                violation_error_message="Er is dat jaar al een plan met deze titel. Kies een andere titel.",
            ),
            models.CheckConstraint(
                name="plan_jaar",
                condition=Q(jaar__gte=2000) & Q(jaar__lte=2100),
                violation_error_message="Typ een jaartal van vier cijfers, bijvoorbeeld 2027.",
            ),
            models.CheckConstraint(name="plan_status_geldig", condition=Q(status__in=Planstatus.values)),
        ]
        triggers = belofte_vast("plan_belofte", "plan", "jaar soort titel inleiding")

    def __str__(self) -> str:
        return self.titel

    @property
    def is_vast(self) -> bool:
        """What was promised is approved: a change is an amendement."""
        return self.status in VAST


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Doelstelling(GebiedModel):
    """A strategic objective, or an operational one below it. `reeks` stays the same in the plans of later years."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Jaaractieplan, models.CASCADE, related_name="doelstellingen", verbose_name="plan")
    ouder = models.ForeignKey(
        "self",
        models.CASCADE,
        related_name="onderliggende",
        verbose_name="strategische doelstelling",
        null=True,
        blank=True,
    )
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    titel = models.CharField("doelstelling", max_length=300)
    toelichting = models.TextField("toelichting", max_length=4000, blank=True)
    reeks = models.UUIDField("reeks", default=uuid4, editable=False)
    versie = models.PositiveIntegerField("versie", default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "doelstelling", "doelstellingen"
        ordering = ["volgorde", "created_at"]
        indexes = [models.Index(fields=["gebied", "reeks"], name="doelstelling_reeks")]
        triggers = belofte_vast("doelstelling_belofte", "doelstelling", "plan_id ouder_id titel toelichting")

    def __str__(self) -> str:
        return self.titel


class ActieQuerySet(models.QuerySet["Actie"]):
    def van_plan(self, plan: Jaaractieplan) -> "ActieQuerySet":
        return self.filter(doelstelling__plan=plan)

    def getrokken_door(self, user_id: int, organisatie_ids: tuple[int, ...]) -> "ActieQuerySet":
        """What somebody follows up: named as trekker, or a member of the organisatie that pulls it."""
        return self.filter(
            Q(trekker=user_id) | Q(trekker=None, trekker_organisatie__in=organisatie_ids),
        )


ActieManager = GebiedManager.from_queryset(ActieQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Actie(GebiedModel):
    """What is done, by whom, for which Flemish priority. `reeks` links the same action over the years."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    doelstelling = models.ForeignKey(Doelstelling, models.CASCADE, related_name="acties", verbose_name="doelstelling")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    titel = models.CharField("actie", max_length=200)
    omschrijving = models.TextField("omschrijving", max_length=6000, blank=True)
    prioriteit = models.CharField("prioriteit", max_length=8, choices=Prioriteit, blank=True)
    activiteit = models.CharField("soort regieactiviteit", max_length=18, choices=Regieactiviteit, blank=True)
    regierolactie = models.CharField(
        "verplichte actie tot 2022",
        max_length=12,
        choices=Regierolactie,
        blank=True,
        help_text="Alleen voor plannen tot en met 2022.",
    )
    gemeenten = ArrayField(
        models.CharField(max_length=5),
        verbose_name="gemeenten",
        default=list,
        blank=True,
        help_text="Niets gekozen betekent: het hele gebied.",
    )
    trekker_organisatie = models.ForeignKey(
        "core.Organisatie",
        models.PROTECT,
        related_name="+",
        verbose_name="organisatie die trekt",
        null=True,
        blank=True,
    )
    trekker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        verbose_name="trekker met een account",
        null=True,
        blank=True,
    )
    trekker_contact = models.ForeignKey(
        "partners.Contactpersoon",
        models.SET_NULL,
        related_name="+",
        verbose_name="trekker zonder account",
        null=True,
        blank=True,
    )
    start = models.DateField("begint op", null=True, blank=True)
    eind = models.DateField("klaar tegen", null=True, blank=True)
    voortgang = models.CharField("voortgang", max_length=12, choices=Voortgang, default=Voortgang.TE_STARTEN)
    bbc_nummer = models.CharField("BBC-actienummer", max_length=30, blank=True)
    risicos = models.TextField("risico's", max_length=2000, blank=True)
    reeks = models.UUIDField("reeks", default=uuid4, editable=False)
    versie = models.PositiveIntegerField("versie", default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[ActieManager] = ActieManager()

    class Meta:
        verbose_name, verbose_name_plural = "actie", "acties"
        ordering = ["volgorde", "created_at"]
        constraints = [
            models.CheckConstraint(
                name="actie_eind_na_start",
                condition=Q(start=None) | Q(eind=None) | Q(eind__gte=F("start")),
                violation_error_message="De actie is klaar voor ze begint. Kijk de twee datums na.",
            ),
            models.CheckConstraint(
                name="actie_een_trekker",
                condition=Q(trekker=None) | Q(trekker_contact=None),
                violation_error_message="Kies één trekker: iemand met een account of een contactpersoon.",
            ),
            models.CheckConstraint(name="actie_voortgang_geldig", condition=Q(voortgang__in=Voortgang.values)),
        ]
        indexes = [models.Index(fields=["gebied", "reeks"], name="actie_reeks")]
        triggers = belofte_vast(
            "actie_belofte",
            "actie",
            "doelstelling_id titel omschrijving prioriteit activiteit regierolactie gemeenten trekker_organisatie_id "
            "start eind bbc_nummer risicos",
            leeg_mag="trekker_id trekker_contact_id",
        )

    def __str__(self) -> str:
        return self.titel


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Actiepartner(GebiedModel):
    """An organisatie that works along on an action."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    actie = models.ForeignKey(Actie, models.CASCADE, related_name="partners", verbose_name="actie")
    organisatie = models.ForeignKey("core.Organisatie", models.CASCADE, related_name="+", verbose_name="organisatie")
    bijdrage = models.CharField("wat ze doet", max_length=200, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "partner van een actie", "partners van een actie"
        constraints = [
            models.UniqueConstraint(
                fields=["actie", "organisatie"],
                name="actiepartner_uniek",
                violation_error_message="Deze organisatie werkt al mee aan deze actie.",
            )
        ]

    def __str__(self) -> str:
        return f"partner van actie {self.actie_id}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Actiebudget(GebiedModel):
    """Money and VTE of one action in one year from one source, in euro with cents. Totals are never kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    actie = models.ForeignKey(Actie, models.CASCADE, related_name="budgetten", verbose_name="actie")
    jaar = models.PositiveSmallIntegerField("jaar")
    bron = models.CharField("bron", max_length=12, choices=Financieringsbron, default=Financieringsbron.VLAANDEREN)
    noot = models.CharField("noot", max_length=160, blank=True)
    gepland = models.DecimalField("gepland bedrag", max_digits=12, decimal_places=2, default=0)
    besteed = models.DecimalField("besteed bedrag", max_digits=12, decimal_places=2, default=0)
    vte_gepland = models.DecimalField("gepland VTE", max_digits=5, decimal_places=2, default=0)
    vte_besteed = models.DecimalField("ingezet VTE", max_digits=5, decimal_places=2, default=0)

    class Meta:
        verbose_name, verbose_name_plural = "budget van een actie", "budgetten van een actie"
        ordering = ["jaar", "bron", "noot"]
        constraints = [
            models.UniqueConstraint(
                fields=["actie", "jaar", "bron", "noot"],
                name="actiebudget_uniek",
                violation_error_message="Er is al een bedrag van deze bron in dat jaar. Pas dat bedrag aan.",
            ),
            models.CheckConstraint(
                name="actiebudget_niet_negatief",
                condition=Q(gepland__gte=0) & Q(besteed__gte=0) & Q(vte_gepland__gte=0) & Q(vte_besteed__gte=0),
                violation_error_message="Een bedrag of VTE is nul of meer.",
            ),
        ]
        triggers = belofte_vast(
            "budget_belofte",
            "van_actie",
            "actie_id jaar bron noot gepland vte_gepland",
            alleen_met="gepland vte_gepland",
        )

    def __str__(self) -> str:
        return f"budget {self.jaar} van actie {self.actie_id}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Bewijsstuk(GebiedModel):
    """What shows that an action was really done. Its file, when there is one, is a `partners.Bijlage`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    actie = models.ForeignKey(Actie, models.CASCADE, related_name="bewijzen", verbose_name="actie")
    soort = models.CharField("soort bewijs", max_length=12, choices=Bewijssoort, default=Bewijssoort.VERSLAG)
    titel = models.CharField("wat bewijst het", max_length=200)
    datum = models.DateField("datum")
    adres = models.URLField("webadres", max_length=300, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "bewijsstuk", "bewijsstukken"
        ordering = ["datum", "created_at"]

    def __str__(self) -> str:
        return f"bewijsstuk {self.pk}"


class Opmerking(GebiedModel):
    """Something said about an action by who may read the plan."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    actie = models.ForeignKey(Actie, models.CASCADE, related_name="opmerkingen", verbose_name="actie")
    tekst = models.TextField("opmerking", max_length=2000)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "opmerking", "opmerkingen"
        ordering = ["created_at"]

    def __str__(self) -> str:
        return f"opmerking {self.pk}"
