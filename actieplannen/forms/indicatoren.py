"""An indicator of an action: counted by hand, loaded from a file, or bound to a figure of Regiekompas."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from actieplannen.enums import Meetwijze, Richting
from actieplannen.forms.wijziging import RedenMixin
from actieplannen.models import Actieindicator, Jaaractieplan
from actieplannen.services.indicatoren import IndicatorGegevens
from regie.cijfers.indicatoren import GoedIs
from regie.cijfers.selectors.gebonden import Bindbaar, Binding, Filter
from regie.core.forms import BedragVeld
from regie.core.models import Organisatie
from trajecten.models import Instrument

KIES = {"data-regie-combobox": ""}
HEEL_GEBIED = "gebied"


class GetalVeld(BedragVeld):
    """A number of at most two decimals, written the Dutch way."""

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # as BedragVeld
        try:
            return super().to_python(str(value).replace("%", "") if isinstance(value, str) else value)
        except ValidationError as fout:
            if any(deel.code is None for deel in fout.error_list):
                raise ValidationError("Typ een getal, bijvoorbeeld 40 of 12,5.") from None
            raise


class IndicatorForm(RedenMixin):
    """What both kinds share."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput())
    naam = forms.CharField(label="Indicator", max_length=160, help_text="Bijvoorbeeld: rijbewijzen behaald.")
    richting = forms.ChoiceField(label="Wat is beter?", choices=Richting.choices, initial=Richting.OMHOOG)
    nulmeting = GetalVeld(
        label="Nulmeting", required=False, cijfers=12, help_text="Hoe het was voor je begon, meestal vorig jaar."
    )
    streefwaarde = GetalVeld(
        label="Streefwaarde", required=False, cijfers=12, help_text="Wat je tegen het einde van het jaar wil halen."
    )

    @staticmethod
    def begin(indicator: Actieindicator) -> dict[str, Any]:
        velden = ("naam", "meetwijze", "definitie", "eenheid", "richting", "nulmeting", "streefwaarde", "versie")
        return {naam: getattr(indicator, naam) for naam in velden}

    @property
    def versienummer(self) -> int | None:
        nummer: int | None = self.cleaned_data["versie"]
        return nummer

    def _gedeeld(self) -> dict[str, Any]:
        return {naam: self.cleaned_data[naam] for naam in ("naam", "richting", "nulmeting", "streefwaarde")}


class HandIndicatorForm(IndicatorForm):
    """Somebody fills in the value of each quarter, or loads them from a file."""

    meetwijze = forms.ChoiceField(
        label="Waar komt de waarde vandaan?",
        choices=[(keuze.value, keuze.label) for keuze in (Meetwijze.HAND, Meetwijze.INGELADEN)],
        initial=Meetwijze.HAND,
    )
    definitie = forms.CharField(
        label="Wat telt mee?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Zo telt iedereen hetzelfde, ook volgend jaar.",
    )
    eenheid = forms.CharField(label="Eenheid", max_length=30, required=False, help_text="Bijvoorbeeld: deelnemers.")
    field_order = ("versie", "naam", "meetwijze", "definitie", "eenheid", "richting", "nulmeting", "streefwaarde")

    def gegevens(self) -> IndicatorGegevens:
        eigen = {naam: self.cleaned_data[naam] for naam in ("meetwijze", "definitie", "eenheid")}
        return IndicatorGegevens(**self._gedeeld(), **eigen)


class GebondenIndicatorForm(IndicatorForm):
    """Bound to one figure: only the filters that figure has are offered."""

    waarvoor = forms.ChoiceField(label="Waarvoor?", widget=forms.Select(attrs=KIES))
    field_order = ("versie", "naam", "waarvoor", "richting", "nulmeting", "streefwaarde")

    def __init__(self, *args: Any, bindbaar: Bindbaar, plan: Jaaractieplan, **kwargs: Any) -> None:
        super().__init__(*args, plan=plan, **kwargs)
        self.bindbaar = bindbaar
        veld = self.fields["waarvoor"]
        veld.choices = waarvoor_keuzes(bindbaar)  # type: ignore[attr-defined]  # a ChoiceField
        if len(bindbaar.filters) == 1:
            veld.widget, veld.initial = forms.HiddenInput(), HEEL_GEBIED

    @staticmethod
    def begin_van(bindbaar: Bindbaar, indicator: Actieindicator | None) -> dict[str, Any]:
        if indicator:
            return {**IndicatorForm.begin(indicator), "waarvoor": als_keuze(indicator)}
        beter = Richting.OMLAAG if bindbaar.indicator.goed_is == GoedIs.OMLAAG else Richting.OMHOOG
        return {"naam": bindbaar.indicator.naam, "richting": beter, "waarvoor": HEEL_GEBIED}

    def binding(self, keuze: str) -> Binding:
        """The figure for a choice; one that was never offered is that of the whole gebied."""
        if keuze not in dict(self.fields["waarvoor"].choices):  # type: ignore[attr-defined]
            keuze = HEEL_GEBIED
        soort, _, sleutel = keuze.partition(":")
        return Binding(
            self.bindbaar.code,
            ocmw=int(sleutel) if soort == Filter.OCMW else None,
            instrument=sleutel if soort == Filter.INSTRUMENT else "",
        )

    def gegevens(self) -> IndicatorGegevens:
        binding = self.binding(self.cleaned_data["waarvoor"])
        return IndicatorGegevens(
            **self._gedeeld(),
            meetwijze=Meetwijze.GEBONDEN,
            code=binding.code,
            organisatie=Organisatie.objects.get(pk=binding.ocmw) if binding.ocmw is not None else None,
            instrument=binding.instrument,
        )


class IndicatorWissenForm(RedenMixin):
    bevestigd = forms.BooleanField(
        label="Ja, wis deze indicator", error_messages={"required": "Vink aan dat je de indicator wil wissen."}
    )


def als_keuze(indicator: Actieindicator) -> str:
    if indicator.organisatie_id:
        return f"{Filter.OCMW}:{indicator.organisatie_id}"
    return f"{Filter.INSTRUMENT}:{indicator.instrument}" if indicator.instrument else HEEL_GEBIED


def waarvoor_keuzes(bindbaar: Bindbaar) -> Sequence[tuple[str, Any]]:
    """The whole gebied, and below it what a page shows this figure by. A gemeente has one OCMW."""
    keuzes: list[tuple[str, Any]] = [(HEEL_GEBIED, "Het hele gebied")]
    if Filter.OCMW in bindbaar.filters:
        ocmws = Organisatie.objects.van_gebied().ocmws().order_by("naam").values_list("pk", "naam")
        keuzes += [(f"{Filter.OCMW}:{pk}", f"Alleen {naam}") for pk, naam in ocmws]
    if Filter.INSTRUMENT in bindbaar.filters:
        instrumenten = Instrument.objects.order_by("korte_naam").values_list("pk", "korte_naam")
        keuzes += [(f"{Filter.INSTRUMENT}:{pk}", f"Alleen {naam}") for pk, naam in instrumenten]
    return keuzes
