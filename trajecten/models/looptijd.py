"""What moves the end of a step: a changed fraction, an absence, a suspension, a prolongation (domein.md 3.0, 3.1)."""

from uuid import uuid4

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q

from regie.core.tenancy import DossierModel
from trajecten.enums import Aanvraagstatus, Afwezigheidssoort, Afwijsreden, Onderbrekingsreden, Verlengreden

TELT = [Aanvraagstatus.AANGEVRAAGD, Aanvraagstatus.GOEDGEKEURD]
_BESLIST = [Aanvraagstatus.GOEDGEKEURD, Aanvraagstatus.GEWEIGERD]


def _zonder_overlap(naam: str, melding: str, condition: Q) -> ExclusionConstraint:
    """Two rows of one stap never share a day; without an end a period stays open."""
    grenzen = RangeBoundary(inclusive_upper=True)
    periode = Func(F("van"), F("tot"), grenzen, function="DATERANGE", output_field=DateRangeField())
    return ExclusionConstraint(
        name=naam,
        expressions=[(periode, RangeOperators.OVERLAPS), ("stap", RangeOperators.EQUAL)],
        condition=condition,
        violation_error_message=melding,
    )


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Breukperiode(DossierModel):
    """From `vanaf` on the contract has another fraction; before the first one counts what the plaatsing says."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    stap = models.ForeignKey("trajecten.Stap", models.CASCADE, related_name="breukperiodes", verbose_name="stap")
    vanaf = models.DateField("vanaf")
    breuk = models.DecimalField(
        "tewerkstellingsbreuk",
        max_digits=5,
        decimal_places=4,
        validators=[MinValueValidator(0.01), MaxValueValidator(1)],
    )
    reden = models.CharField("reden", max_length=200)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "breukperiode", "breukperiodes"
        constraints = [
            models.CheckConstraint(
                name="breukperiode_breuk_geldig",
                condition=Q(breuk__gt=0) & Q(breuk__lte=1),
                violation_error_message="De tewerkstellingsbreuk ligt tussen 0 en 1.",
            ),
            models.UniqueConstraint(
                fields=["stap", "vanaf"],
                condition=Q(ingetrokken_op=None),
                name="breukperiode_een_per_dag",
                violation_error_message="Op die dag verandert de breuk al. Trek die wijziging eerst in.",
            ),
        ]

    def __str__(self) -> str:
        return f"breukperiode {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Afwezigheid(DossierModel):
    """Days somebody with a contract was not at work; without `tot` it still goes on."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    stap = models.ForeignKey("trajecten.Stap", models.CASCADE, related_name="afwezigheden", verbose_name="stap")
    soort = models.CharField("soort", max_length=30, choices=Afwezigheidssoort)
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)
    opmerking = models.CharField("opmerking", max_length=200, blank=True)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "afwezigheid", "afwezigheden"
        constraints = [
            models.CheckConstraint(
                name="afwezigheid_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De laatste dag van de afwezigheid ligt voor de eerste.",
            ),
            _zonder_overlap(
                "afwezigheid_zonder_overlap",
                "In die periode staat al een afwezigheid. Trek die in of kies andere dagen.",
                Q(ingetrokken_op=None),
            ),
        ]

    def __str__(self) -> str:
        return f"afwezigheid {self.pk}"


class Aanvraag(DossierModel):
    """Asked by who guides, decided by the teamverantwoordelijke. A refusal says why and what to do instead."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    toelichting = models.CharField("toelichting", max_length=300)
    status = models.CharField("status", max_length=20, choices=Aanvraagstatus, default=Aanvraagstatus.AANGEVRAAGD)
    aangevraagd_op = models.DateField("aangevraagd op")
    aangevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name="aangevraagd door",
        null=True,
        blank=True,
    )
    beslist_op = models.DateField("beslist op", null=True, blank=True)
    beslist_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="beslist door", null=True, blank=True
    )
    weigerreden = models.CharField("reden van weigering", max_length=30, choices=Afwijsreden, blank=True)
    weigering_uitleg = models.CharField("uitleg bij de weigering", max_length=300, blank=True)
    volgende_stap = models.CharField("voorgestelde volgende stap", max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                name="%(class)s_beslist_met_datum",
                condition=~Q(status__in=_BESLIST) | Q(beslist_op__isnull=False),
                violation_error_message="Een beslissing heeft een datum.",
            ),
            models.CheckConstraint(
                name="%(class)s_weigering_volledig",
                condition=~Q(status=Aanvraagstatus.GEWEIGERD)
                | (~Q(weigerreden="") & ~Q(weigering_uitleg="") & ~Q(volgende_stap="")),
                violation_error_message="Een weigering heeft een reden, een uitleg en een volgende stap.",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.status == Aanvraagstatus.AANGEVRAAGD

    @property
    def soortnaam(self) -> str:
        """ "Schorsing" or "Verlenging", as a label."""
        return str(self._meta.verbose_name).capitalize()


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Schorsing(Aanvraag):
    """The contract stands still: no day counts. One that comes from an interruption closes when that ends."""

    stap = models.ForeignKey("trajecten.Stap", models.CASCADE, related_name="schorsingen", verbose_name="stap")
    reden = models.CharField("reden", max_length=30, choices=Onderbrekingsreden)
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)
    verwacht_tot = models.DateField("verwacht tot en met", null=True, blank=True)
    bij_onderbreking = models.BooleanField("hoort bij een onderbreking van het traject", default=False)

    class Meta(Aanvraag.Meta):
        verbose_name, verbose_name_plural = "schorsing", "schorsingen"
        constraints = [
            *Aanvraag.Meta.constraints,
            _zonder_overlap(
                "schorsing_zonder_overlap",
                "In die periode staat al een schorsing. Trek die in of kies andere dagen.",
                Q(status__in=TELT),
            ),
        ]

    def __str__(self) -> str:
        return f"schorsing {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Verlenging(Aanvraag):
    """The contract goes on after its end: from `van` (the day after) up to and including `tot`."""

    stap = models.ForeignKey("trajecten.Stap", models.CASCADE, related_name="verlengingen", verbose_name="stap")
    reden = models.CharField("reden", max_length=30, choices=Verlengreden)
    van = models.DateField("van")
    tot = models.DateField("tot en met")

    class Meta(Aanvraag.Meta):
        verbose_name, verbose_name_plural = "verlenging", "verlengingen"
        constraints = [
            *Aanvraag.Meta.constraints,
            _zonder_overlap(
                "verlenging_zonder_overlap",
                "In die periode staat al een verlenging. Trek die in of kies andere dagen.",
                Q(status__in=TELT),
            ),
        ]

    def __str__(self) -> str:
        return f"verlenging {self.pk}"
