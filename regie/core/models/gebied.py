from datetime import date
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q, Sum


class Rechtsvorm(models.TextChoices):
    """Legal forms of the cooperation (domein.md 1; call of 2019 and BVR 29-04-2022)."""

    CENTRUMSTAD = "CENTRUMSTAD", "centrumstad"
    INTERLOKALE_VERENIGING = "INTERLOKALE_VERENIGING", "interlokale vereniging"
    PROJECTVERENIGING = "PROJECTVERENIGING", "projectvereniging"
    DIENSTVERLENENDE_VERENIGING = "DIENSTVERLENENDE_VERENIGING", "dienstverlenende vereniging"
    OPDRACHTHOUDENDE_VERENIGING = "OPDRACHTHOUDENDE_VERENIGING", "opdrachthoudende vereniging"
    WELZIJNSVERENIGING = "WELZIJNSVERENIGING", "welzijnsvereniging"


class Regiegebied(models.Model):
    """The tenant: the municipalities one regisseur works for."""

    naam = models.CharField("naam", max_length=120)
    slug = models.SlugField("adresnaam", unique=True, help_text="Staat in elk webadres, bijvoorbeeld brugge.")
    rechtsvorm = models.CharField("rechtsvorm", max_length=40, choices=Rechtsvorm)
    beherende_gemeente = models.ForeignKey(
        "core.Gemeente", models.PROTECT, related_name="+", verbose_name="beherende gemeente", null=True, blank=True
    )
    contact_email = models.EmailField("e-mailadres", blank=True, help_text="Antwoordadres van de rapporten.")

    class Meta:
        verbose_name, verbose_name_plural = "regiegebied", "regiegebieden"

    def __str__(self) -> str:
        return self.naam

    def gemeenten_op(self, datum: date) -> models.QuerySet["Gebiedslid"]:
        """The members on `datum`, each with its gemeente."""
        return self.leden.geldig_op(datum).select_related("gemeente").order_by("gemeente__sleutel")

    def inwoners_op(self, datum: date) -> tuple[int, date | None]:
        """(inhabitants of the members on `datum`, date of that count); (0, None) without members."""
        leden = self.leden.geldig_op(datum)
        telling = leden.aggregate(n=Sum("gemeente__inwoners"), op=models.Max("gemeente__inwoners_datum"))
        return telling["n"] or 0, telling["op"]


class GeldigQuerySet(models.QuerySet):
    """Rows with `van` and `tot` (inclusive, open end allowed)."""

    def geldig_op(self, datum: date) -> "GeldigQuerySet":
        return self.filter(Q(tot=None) | Q(tot__gte=datum), van__lte=datum)


def _periode() -> Func:
    """[van, tot] as a range; without `tot` it has no upper bound."""
    return Func(
        F("van"), F("tot"), RangeBoundary(inclusive_upper=True), function="DATERANGE", output_field=DateRangeField()
    )


class Gebiedslid(models.Model):
    """A municipality is a member of a regiegebied from a date, possibly until a date: ask any day."""

    gebied = models.ForeignKey(Regiegebied, models.CASCADE, related_name="leden", verbose_name="regiegebied")
    gemeente = models.ForeignKey(
        "core.Gemeente", models.PROTECT, related_name="lidmaatschappen", verbose_name="gemeente"
    )
    van = models.DateField("lid vanaf")
    tot = models.DateField("lid tot en met", null=True, blank=True)

    objects: ClassVar[models.Manager["Gebiedslid"]] = GeldigQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "lid van een regiegebied", "leden van een regiegebied"
        constraints = [
            models.CheckConstraint(
                name="gebiedslid_tot_na_van",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            ExclusionConstraint(
                name="gemeente_in_een_gebied_tegelijk",
                expressions=[(_periode(), RangeOperators.OVERLAPS), ("gemeente", RangeOperators.EQUAL)],
                violation_error_message="Deze gemeente is in die periode al lid van een regiegebied.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gemeente_id} in gebied {self.gebied_id}"

    def clean(self) -> None:
        """Before the exclusion constraint is asked: Postgres cannot make a range that ends before it begins."""
        if self.van and self.tot and self.tot < self.van:
            raise ValidationError({"tot": "De einddatum ligt voor de begindatum."})


class Mandaat(models.Model):
    """Who is regisseur, for how long: three years by default (BVR 29-04-2022)."""

    gebied = models.ForeignKey(Regiegebied, models.CASCADE, related_name="mandaten", verbose_name="regiegebied")
    regisseur = models.CharField("regisseur", max_length=120)
    van = models.DateField("van")
    tot = models.DateField("tot en met")

    objects: ClassVar[models.Manager["Mandaat"]] = GeldigQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "mandaat van de regisseur", "mandaten van de regisseur"
        constraints = [
            models.CheckConstraint(
                name="mandaat_tot_na_van",
                condition=Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            )
        ]

    def __str__(self) -> str:
        return f"mandaat {self.van} - {self.tot}"
