"""The value of a quarter, and a file full of them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from actieplannen.forms.indicatoren import GetalVeld
from actieplannen.models import Actieindicator
from actieplannen.services.metingen import MEESTE_RIJEN, Kwartaalwaarde
from regie.core.inlezen.bestand import AANVAARD

KWARTALEN = [(nr, f"kwartaal {nr}") for nr in range(1, 5)]

KIES_INDICATOR = "Kies de indicator, of sla de rij over."


class MetingForm(forms.Form):
    waarde = GetalVeld(label="Waarde", required=False, cijfers=12, help_text="Maak leeg om de waarde te wissen.")
    bron = forms.CharField(
        label="Waar komt dit cijfer vandaan?",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: aanwezigheidslijsten van de vorming.",
    )


class MetingbestandForm(forms.Form):
    bestand = forms.FileField(
        label="Bestand",
        help_text="Excel (xlsx, xls), OpenDocument (ods) of csv, met de kolommen indicator, jaar, kwartaal en waarde.",
        widget=forms.FileInput(attrs={"accept": AANVAARD}),
        error_messages={"required": "Kies eerst een bestand.", "empty": "Dit bestand is leeg (0 bytes)."},
    )


class RijForm(forms.Form):
    """One row of the file, to correct before anything is kept."""

    herkomst = forms.CharField(required=False, widget=forms.HiddenInput())
    herkend_uit = forms.CharField(required=False, widget=forms.HiddenInput())
    indicator = forms.ChoiceField(label="Indicator", error_messages={"required": KIES_INDICATOR})
    jaar = forms.IntegerField(
        label="Jaar",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": "Vul het jaar in.", "invalid": "Typ een jaartal van vier cijfers."},
    )
    kwartaal = forms.TypedChoiceField(
        label="Kwartaal",
        choices=[("", "kies"), *KWARTALEN],
        coerce=int,
        error_messages={"required": "Kies het kwartaal."},
    )
    waarde = GetalVeld(label="Waarde", cijfers=12, error_messages={"required": "Vul de waarde in, of sla over."})
    overslaan = forms.BooleanField(label="Overslaan", required=False)

    def __init__(self, *args: Any, indicatoren: Mapping[UUID, Actieindicator], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicatoren = indicatoren
        keuzes = [(str(pk), f"{rij.naam} ({rij.actie.titel})") for pk, rij in indicatoren.items()]
        self.fields["indicator"].choices = [("", "kies een indicator"), *keuzes]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if gegevens.get("overslaan"):
            for veld in list(self.errors):
                del self.errors[veld]
        elif "indicator" in self.errors and (naam := gegevens.get("herkend_uit")):
            del self.errors["indicator"]
            self.add_error("indicator", f"We herkennen '{naam}' niet (zeker). {KIES_INDICATOR}")
        return gegevens

    def als_waarde(self) -> Kwartaalwaarde | None:
        gegevens = self.cleaned_data
        if gegevens.get("overslaan"):
            return None
        return Kwartaalwaarde(
            self.indicatoren[UUID(gegevens["indicator"])],
            gegevens["jaar"],
            gegevens["kwartaal"],
            gegevens["waarde"],
        )


RijFormSet = forms.formset_factory(
    RijForm, extra=0, max_num=MEESTE_RIJEN, absolute_max=MEESTE_RIJEN, validate_max=True
)
