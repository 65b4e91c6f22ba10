"""How an action goes: figures against their target, and four times a year the stand in words."""

from uuid import uuid4

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from actieplannen.enums import Bijsturingstatus, Meetwijze, Richting, Standkleur
from actieplannen.models.plannen import Actie
from actieplannen.models.vast import belofte_vast
from regie.core.tenancy import GebiedModel

KWARTAAL = Q(kwartaal__gte=1) & Q(kwartaal__lte=4)

# A figure that was frozen at the end of a quarter is evidence: a later correction is a figure of a later quarter.
METING_VAST = """
    RAISE EXCEPTION 'meting % is bevroren en kan niet meer veranderen', OLD.id
        USING ERRCODE = 'integrity_constraint_violation';
"""


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Actieindicator(GebiedModel):
    """What an action is measured by. Bound: `code` names a figure of `regie.cijfers`, filtered by the two below it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    actie = models.ForeignKey(Actie, models.CASCADE, related_name="indicatoren", verbose_name="actie")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=0)
    naam = models.CharField("indicator", max_length=160)
    meetwijze = models.CharField("hoe gemeten", max_length=10, choices=Meetwijze, default=Meetwijze.HAND)
    definitie = models.TextField("wat telt mee", max_length=1000, blank=True)
    eenheid = models.CharField("eenheid", max_length=30, blank=True)
    richting = models.CharField("richting", max_length=8, choices=Richting, default=Richting.OMHOOG)
    nulmeting = models.DecimalField("nulmeting", max_digits=12, decimal_places=2, null=True, blank=True)
    streefwaarde = models.DecimalField("streefwaarde", max_digits=12, decimal_places=2, null=True, blank=True)
    code = models.CharField("cijfer", max_length=40, blank=True)
    organisatie = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="+", verbose_name="alleen van", null=True, blank=True
    )
    instrument = models.CharField("alleen voor instrument", max_length=30, blank=True)
    reeks = models.UUIDField("reeks", default=uuid4, editable=False)
    versie = models.PositiveIntegerField("versie", default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "indicator van een actie", "indicatoren van een actie"
        ordering = ["volgorde", "created_at"]
        constraints = [
            models.CheckConstraint(
                name="actieindicator_gebonden",
                condition=(Q(meetwijze=Meetwijze.GEBONDEN) & ~Q(code=""))
                | (~Q(meetwijze=Meetwijze.GEBONDEN) & Q(code="", organisatie=None, instrument="")),
                violation_error_message="Kies welk cijfer van Regiekompas deze indicator volgt.",
            ),
        ]
        indexes = [models.Index(fields=["gebied", "reeks"], name="actieindicator_reeks")]
        triggers = belofte_vast(
            "indicator_belofte",
            "van_actie",
            "actie_id naam meetwijze definitie eenheid richting nulmeting streefwaarde code organisatie_id instrument",
        )

    def __str__(self) -> str:
        return self.naam


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Meting(GebiedModel):
    """The figure of one indicator in one quarter: counted, loaded, or frozen from what was bound (`bevroren_op`).

    `waarde` is empty for what may not be shown; `getoond` is then what stood on the screen, with its `reden`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    indicator = models.ForeignKey(Actieindicator, models.CASCADE, related_name="metingen", verbose_name="indicator")
    jaar = models.PositiveSmallIntegerField("jaar")
    kwartaal = models.PositiveSmallIntegerField("kwartaal")
    op = models.DateField("peildatum")
    waarde = models.DecimalField("waarde", max_digits=12, decimal_places=2, null=True, blank=True)
    getoond = models.CharField("getoond", max_length=40, blank=True)
    reden = models.CharField("waarom niet (juist) getoond", max_length=300, blank=True)
    bron = models.CharField("bron", max_length=200, blank=True)
    bevroren_op = models.DateTimeField("bevroren op", null=True, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "meting", "metingen"
        ordering = ["jaar", "kwartaal"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "jaar", "kwartaal"], name="meting_uniek"),
            models.CheckConstraint(name="meting_kwartaal", condition=KWARTAAL),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="meting_vast",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__bevroren_op__isnull=False),
                func=METING_VAST,
            )
        ]

    def __str__(self) -> str:
        return f"meting {self.jaar} K{self.kwartaal}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Kwartaalstand(GebiedModel):
    """How an action stands at the end of a quarter, in a word and a text. Asked first, answered later.

    Asked is not yet mailed: whoever got a mail that day, or cannot be reached just then, gets it another night.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    actie = models.ForeignKey(Actie, models.CASCADE, related_name="standen", verbose_name="actie")
    jaar = models.PositiveSmallIntegerField("jaar")
    kwartaal = models.PositiveSmallIntegerField("kwartaal")
    kleur = models.CharField("stand", max_length=6, choices=Standkleur, blank=True)
    tekst = models.TextField("hoe loopt het", max_length=4000, blank=True)
    afwijking = models.TextField("waarom het anders loopt dan gepland", max_length=2000, blank=True)
    gevraagd_op = models.DateField("gevraagd op", null=True, blank=True)
    antwoord_tegen = models.DateField("antwoord verwacht tegen", null=True, blank=True)
    gevraagd_aan = models.CharField("gevraagd aan", max_length=120, blank=True)
    gemaild_op = models.DateField("gemaild op", null=True, blank=True)
    is_laatste = models.BooleanField("laatste stand van een afgeronde actie", default=False)
    geopend_op = models.DateTimeField("geopend op", null=True, blank=True)
    trap = models.PositiveSmallIntegerField("aantal herinneringen", default=0)
    herinnerd_op = models.DateField("laatst herinnerd op", null=True, blank=True)
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True, blank=True
    )
    door_naam = models.CharField("beantwoord door", max_length=120, blank=True)
    namens = models.CharField("namens", max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "kwartaalstand", "kwartaalstanden"
        ordering = ["jaar", "kwartaal"]
        constraints = [
            models.UniqueConstraint(fields=["actie", "jaar", "kwartaal"], name="kwartaalstand_uniek"),
            models.CheckConstraint(name="kwartaalstand_kwartaal", condition=KWARTAAL),
            models.CheckConstraint(
                name="kwartaalstand_beantwoord",
                condition=Q(kleur="", beantwoord_op=None) | (~Q(kleur="") & Q(beantwoord_op__isnull=False)),
                violation_error_message="Kies groen, oranje of rood.",
            ),
        ]

    def __str__(self) -> str:
        return f"stand {self.jaar} K{self.kwartaal}"

    @property
    def wie(self) -> str:
        """Who answered, on behalf of whom; empty when nobody is known."""
        naam = self.door_naam or (self.door.naam if self.door else "")
        return f"{naam}, namens {self.namens}" if self.namens else naam


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Bijsturing(GebiedModel):
    """A proposal to do it differently, made with a stand; the regisseur makes an action of it or says why not."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    stand = models.ForeignKey(Kwartaalstand, models.CASCADE, related_name="bijsturingen", verbose_name="kwartaalstand")
    voorstel = models.TextField("voorstel", max_length=2000)
    status = models.CharField("status", max_length=12, choices=Bijsturingstatus, default=Bijsturingstatus.VOORGESTELD)
    antwoord = models.CharField("antwoord", max_length=500, blank=True)
    verteld_op = models.DateField("in een mail verteld op", null=True, blank=True)
    nieuwe_actie = models.ForeignKey(
        Actie, models.SET_NULL, related_name="+", verbose_name="werd actie", null=True, blank=True
    )
    beslist_op = models.DateField("beslist op", null=True, blank=True)
    beslist_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="beslist door", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "voorstel tot bijsturing", "voorstellen tot bijsturing"
        ordering = ["created_at"]

    def __str__(self) -> str:
        return f"bijsturing {self.pk}"
