from typing import ClassVar
from uuid import uuid4

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, IntegerRangeField, RangeBoundary, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Cast, Coalesce

from regie.core.tenancy import DossierManager, DossierModel, GebiedModel
from trajecten.enums import (
    Aanmeldbron,
    Afstand,
    Onderbrekingsreden,
    Quotummodus,
    StapStatus,
    TrajectStatus,
    Weigerreden,
)
from trajecten.enums_instrument import GROEPVAKKEN, Stapregime, Stapuitkomst
from trajecten.enums_verhuis import Herkomst
from trajecten.transitions import EINDSTATUSSEN, IN_BEHANDELING

_EIND = sorted(EINDSTATUSSEN)


class TrajectQuerySet(models.QuerySet["Traject"]):
    def open(self) -> "TrajectQuerySet":
        return self.exclude(status__in=_EIND)

    def in_behandeling(self) -> "TrajectQuerySet":
        return self.filter(status__in=sorted(IN_BEHANDELING))

    def van_begeleider(self, user_id: int) -> "TrajectQuerySet":
        return self.filter(begeleider_id=user_id)

    def met_verwijzingen(self) -> "TrajectQuerySet":
        return self.select_related("instrument", "gebruiker", "begeleider", "uitstroomcode")


TrajectManager = DossierManager.from_queryset(TrajectQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Traject(DossierModel):
    """The path of one client from aanmelding to afsluiting, owned by one OCMW (domein.md 4)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    client = models.ForeignKey("trajecten.Client", models.PROTECT, related_name="trajecten", verbose_name="cliënt")
    begeleider = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name="begeleider",
        null=True,
        blank=True,
    )
    status = models.CharField("status", max_length=20, choices=TrajectStatus, default=TrajectStatus.AANGEMELD)
    status_sinds = models.DateField("status sinds")
    bron = models.CharField("bron van aanmelding", max_length=30, choices=Aanmeldbron)
    aangemeld_op = models.DateField("aangemeld op")
    overgenomen_op = models.DateField(
        "overgenomen op",
        null=True,
        blank=True,
        help_text="Wat voor die dag gebeurde, telt in de cijfers van het vorige OCMW.",
    )
    intake_op = models.DateField("intake op", null=True, blank=True)
    gestart_op = models.DateField("gestart op", null=True, blank=True)
    uitgestroomd_op = models.DateField("uitgestroomd op", null=True, blank=True)
    afgesloten_op = models.DateField("afgesloten op", null=True, blank=True)
    # screening and plan
    afstand = models.PositiveSmallIntegerField("afstand tot de arbeidsmarkt", choices=Afstand, null=True, blank=True)
    jobdoelwit = models.CharField("jobdoelwit", max_length=120, blank=True)
    drempels_bevraagd_op = models.DateField("drempels bevraagd op", null=True, blank=True)
    twe_test = models.JSONField("TWE-test", null=True, blank=True)
    gpmi_getekend_op = models.DateField("GPMI getekend op", null=True, blank=True)
    gpmi_vrijstelling = models.CharField("reden van vrijstelling van GPMI", max_length=200, blank=True)
    onderbreking = models.CharField("reden van onderbreking", max_length=20, choices=Onderbrekingsreden, blank=True)
    onderbreking_tot = models.DateField("onderbreking verwacht tot", null=True, blank=True)
    # how it ended
    weigerreden = models.CharField("reden niet opgestart", max_length=30, choices=Weigerreden, blank=True)
    uitstroomcode = models.ForeignKey(
        "trajecten.UitstroomCode",
        models.PROTECT,
        related_name="+",
        verbose_name="uitstroom",
        null=True,
        blank=True,
    )
    uitstroom_kbo = models.CharField("KBO-nummer van de werkgever", max_length=10, blank=True)
    uitstroom_motivering = models.TextField("motivering van de uitstroom", blank=True)
    # derived by the services, so that lists need no counting
    instrument = models.ForeignKey(
        "trajecten.Instrument", models.PROTECT, related_name="+", verbose_name="instrument", null=True, blank=True
    )
    gebruiker = models.ForeignKey(
        "core.Organisatie", models.PROTECT, related_name="+", verbose_name="gebruiker", null=True, blank=True
    )
    einddatum_voorzien = models.DateField("voorziene einddatum", null=True, blank=True)
    volgende_termijn_op = models.DateField("eerstvolgende termijn op", null=True, blank=True)
    volgende_termijn = models.CharField("eerstvolgende termijn", max_length=80, blank=True)
    laatste_contact_op = models.DateField("laatste contact op", null=True, blank=True)
    sorteernaam = models.CharField("sorteernaam", max_length=170, editable=False)
    versie = models.PositiveIntegerField("versie", default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[TrajectManager] = TrajectManager()

    class Meta:
        verbose_name, verbose_name_plural = "traject", "trajecten"
        constraints = [
            models.CheckConstraint(name="traject_status_geldig", condition=Q(status__in=TrajectStatus.values)),
            models.CheckConstraint(
                name="traject_intake_na_aanmelding",
                condition=Q(intake_op=None) | Q(intake_op__gte=F("aangemeld_op")),
                violation_error_message="De intake ligt voor de aanmelding.",
            ),
            models.CheckConstraint(
                name="traject_uitstroom_na_start",
                condition=Q(uitgestroomd_op=None) | Q(gestart_op=None) | Q(uitgestroomd_op__gte=F("gestart_op")),
                violation_error_message="De uitstroom ligt voor de start.",
            ),
            models.CheckConstraint(
                name="traject_afgesloten_met_datum",
                condition=(Q(status__in=_EIND) & Q(afgesloten_op__isnull=False))
                | (~Q(status__in=_EIND) & Q(afgesloten_op__isnull=True)),
            ),
            models.UniqueConstraint(
                fields=["client"],
                condition=~Q(status__in=_EIND),
                name="traject_een_actief_per_client",
                violation_error_message="Deze cliënt heeft al een actief traject.",
            ),
        ]
        indexes = [
            models.Index(fields=["gebied", "eigenaar", "sorteernaam", "id"], name="traject_op_naam"),
            # The list of open dossiers in order, and the counts of its tabs, without looking at a row.
            models.Index(
                fields=["gebied", "eigenaar", "sorteernaam", "id"],
                include=["begeleider", "status", "volgende_termijn_op"],
                condition=~Q(status__in=_EIND),
                name="traject_open_op_naam",
            ),
            models.Index(fields=["gebied", "eigenaar", "volgende_termijn_op", "id"], name="traject_op_termijn"),
            models.Index(fields=["gebied", "eigenaar", "begeleider", "status"], name="traject_van_begeleider"),
            models.Index(fields=["gebied", "eigenaar", "status"], name="traject_op_status"),
            models.Index(
                fields=["gebied", "overgenomen_op"],
                condition=Q(overgenomen_op__isnull=False),
                name="traject_overgenomen",
            ),
        ]

    def __str__(self) -> str:
        return f"traject {self.pk}"  # no name: __str__ ends up in logs

    @property
    def is_open(self) -> bool:
        return self.status not in EINDSTATUSSEN


class StatusWijziging(DossierModel):
    """One step of the state machine: append-only, and complete enough to count from."""

    append_only = True

    traject = models.ForeignKey(Traject, models.CASCADE, related_name="wijzigingen", verbose_name="traject")
    van = models.CharField("van", max_length=20, choices=TrajectStatus, blank=True)
    naar = models.CharField("naar", max_length=20, choices=TrajectStatus)
    geldig_op = models.DateField("geldig op")
    instrument = models.CharField("instrument", max_length=30, blank=True)
    uitstroomcode = models.CharField("uitstroom", max_length=30, blank=True)
    reden = models.TextField("reden", blank=True)
    herkomst = models.CharField(
        "herkomst",
        max_length=20,
        choices=Herkomst,
        blank=True,
        help_text="Leeg voor wat hier gebeurde; anders overgenomen van een ander OCMW.",
    )
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True
    )
    created_at = models.DateTimeField("op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "statuswijziging", "statuswijzigingen"
        indexes = [models.Index(fields=["gebied", "traject", "id"], name="statuswijziging_traject")]

    def __str__(self) -> str:
        return f"{self.van} -> {self.naar}"


def _looptijd() -> Func:
    """[start, end] of a stap: the real end, or else the foreseen one; without either it has no upper bound."""
    return Func(
        F("start"),
        Coalesce(Cast(F("einde"), models.DateField()), Cast(F("einde_voorzien"), models.DateField())),
        RangeBoundary(inclusive_upper=True),
        function="DATERANGE",
        output_field=DateRangeField(),
    )


def _overlapvak_afleiden() -> pgtrigger.Trigger:
    """The lane of a stap follows from its instrument, also for rows no service wrote."""
    vakken = " ".join(f"WHEN '{groep}' THEN int4range({van}, {tot})" for groep, (van, tot) in GROEPVAKKEN.items())
    vanwaar = "FROM trajecten_instrumentregel WHERE instrument_id = NEW.instrument_id"
    return pgtrigger.Trigger(
        name="overlapvak_afleiden",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"NEW.overlapvak := (SELECT CASE overlapgroep {vakken} END {vanwaar}); RETURN NEW;",
    )


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Stap(DossierModel):
    """One instrument inside a traject, with the end date the rules give and why (domein.md 3.0)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    traject = models.ForeignKey(Traject, models.CASCADE, related_name="stappen", verbose_name="traject")
    instrument = models.ForeignKey("trajecten.Instrument", models.PROTECT, related_name="+", verbose_name="instrument")
    status = models.CharField("status", max_length=20, choices=StapStatus, default=StapStatus.GEPLAND)
    start = models.DateField("start")
    einde_berekend = models.DateField("berekende einddatum", null=True, blank=True)
    einde_regel = models.JSONField("regel van de berekening", default=dict, blank=True)
    einde_voorzien = models.DateField("voorziene einddatum", null=True, blank=True)
    einde_motivering = models.CharField("motivering van een andere einddatum", max_length=300, blank=True)
    einde = models.DateField("beëindigd op", null=True, blank=True)
    overgenomen_op = models.DateField("overgenomen op", null=True, blank=True)
    weo_getekend_op = models.DateField("WEO getekend op", null=True, blank=True)
    mlp_geregistreerd_op = models.DateField("geregistreerd in MLP op", null=True, blank=True)
    mlp_geldig_tot = models.DateField("registratie in MLP geldig tot en met", null=True, blank=True)
    regime = models.CharField("bijzonder regime", max_length=20, choices=Stapregime, blank=True)
    afwijking_reden = models.CharField("reden van start zonder alle documenten", max_length=300, blank=True)
    uitkomst = models.CharField("uitkomst van de stap", max_length=20, choices=Stapuitkomst, blank=True)
    uitkomst_toelichting = models.CharField("toelichting bij de uitkomst", max_length=300, blank=True)
    # derived by the database from the rule of the instrument: which other steps may run beside this one
    overlapvak = IntegerRangeField("overlapvak", null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "stap", "stappen"
        constraints = [
            models.CheckConstraint(
                name="stap_einde_na_start",
                condition=Q(einde=None) | Q(einde__gte=F("start")),
                violation_error_message="De einddatum van de stap ligt voor de start.",
            ),
            models.CheckConstraint(
                name="stap_voorzien_na_start",
                condition=Q(einde_voorzien=None) | Q(einde_voorzien__gte=F("start")),
                violation_error_message="De voorziene einddatum ligt voor de start.",
            ),
            models.CheckConstraint(
                name="stap_status_en_einde",
                condition=Q(status=StapStatus.BEEINDIGD, einde__isnull=False)
                | Q(status__in=[StapStatus.GEPLAND, StapStatus.LOPEND], einde=None),
                violation_error_message="Een beëindigde stap heeft een einddatum, een andere niet.",
            ),
            ExclusionConstraint(
                name="stap_geen_overlap",
                expressions=[
                    ("traject", RangeOperators.EQUAL),
                    ("overlapvak", RangeOperators.OVERLAPS),
                    (_looptijd(), RangeOperators.OVERLAPS),
                ],
                violation_error_message="In die periode is er al een stap die hier niet naast mag lopen.",
            ),
            ExclusionConstraint(
                name="stap_een_lopende_per_vak",
                expressions=[("traject", RangeOperators.EQUAL), ("overlapvak", RangeOperators.OVERLAPS)],
                condition=Q(status=StapStatus.LOPEND),
                violation_error_message="Er loopt al een stap die hier niet naast mag lopen.",
            ),
        ]
        triggers = [_overlapvak_afleiden()]
        indexes = [
            models.Index(fields=["gebied", "instrument", "start"], name="stap_instrument_start"),
            models.Index(fields=["gebied", "traject"], name="stap_traject"),
        ]

    def __str__(self) -> str:
        return f"stap {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Plaatsing(DossierModel):
    """Where somebody works within a stap: contract with the OCMW, lent to a gebruiker by a tripartite TBS (C19)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    stap = models.ForeignKey(Stap, models.CASCADE, related_name="plaatsingen", verbose_name="stap")
    gebruiker = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="gebruiker")
    werkplaats = models.ForeignKey(
        "partners.Werkplaats", models.PROTECT, related_name="+", verbose_name="werkplaats", null=True, blank=True
    )
    functie = models.CharField("functie", max_length=120)
    breuk = models.DecimalField(
        "tewerkstellingsbreuk",
        max_digits=5,
        decimal_places=4,
        validators=[MinValueValidator(0.01), MaxValueValidator(1)],
        help_text="1 is voltijds, 0,5 is halftijds.",
    )
    contract_getekend_op = models.DateField("arbeidsovereenkomst getekend op", null=True, blank=True)
    tbs_ocmw_op = models.DateField("TBS getekend door het OCMW op", null=True, blank=True)
    tbs_gebruiker_op = models.DateField("TBS getekend door de gebruiker op", null=True, blank=True)
    tbs_werknemer_op = models.DateField("TBS getekend door de werknemer op", null=True, blank=True)
    tbs_gemeld_op = models.DateField("TBS meegedeeld aan de RMW op", null=True, blank=True)
    afwijking_reden = models.CharField("reden van start zonder getekende TBS", max_length=300, blank=True)
    start = models.DateField("start")
    einde = models.DateField("einde", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "plaatsing", "plaatsingen"
        constraints = [
            models.CheckConstraint(
                name="plaatsing_einde_na_start",
                condition=Q(einde=None) | Q(einde__gte=F("start")),
                violation_error_message="Het einde van de plaatsing ligt voor de start.",
            ),
            models.CheckConstraint(
                name="plaatsing_breuk_geldig",
                condition=Q(breuk__gt=0) & Q(breuk__lte=1),
                violation_error_message="De tewerkstellingsbreuk ligt tussen 0 en 1.",
            ),
        ]
        indexes = [
            models.Index(fields=["gebied", "werkplaats", "einde"], name="plaatsing_werkplaats"),
            models.Index(fields=["gebied", "stap"], name="plaatsing_stap"),
        ]

    def __str__(self) -> str:
        return f"plaatsing {self.pk}"


class Quotum(GebiedModel):
    """Verhoogde staatstoelage art. 60 granted to an OCMW in a calendar year: heads or euro (domein.md 4.6)."""

    organisatie = models.ForeignKey(
        "core.Organisatie", models.CASCADE, related_name="quota", verbose_name="organisatie"
    )
    jaar = models.PositiveSmallIntegerField("jaar")
    modus = models.CharField("toegekend als", max_length=10, choices=Quotummodus, default=Quotummodus.AANTAL)
    toegekend = models.PositiveSmallIntegerField("toegekende plaatsen", default=0)
    budget = models.DecimalField("toegekend bedrag", max_digits=11, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "quotum", "quota"
        constraints = [
            models.CheckConstraint(
                name="quotum_bedrag_bij_budget",
                condition=(Q(modus="BUDGET") & Q(budget__gte=0)) | (Q(modus="AANTAL") & Q(budget=None)),
                violation_error_message="Vul een bedrag in als het quotum een budget is, en anders niet.",
            ),
            models.UniqueConstraint(
                fields=["gebied", "organisatie", "jaar"],
                name="quotum_uniek",
                violation_error_message="Dit OCMW heeft al een quotum voor dat jaar.",
            ),
        ]

    def __str__(self) -> str:
        return f"quotum {self.jaar}"
