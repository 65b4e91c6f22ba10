"""Tasks, snoozing and what the GPMI evaluation gave."""

from datetime import date
from typing import Any

from django import forms

from trajecten.enums import Contactsoort
from trajecten.forms.velden import DatumVeld, met_hoofdletter
from trajecten.models import Traject
from trajecten.selectors.taken import open_trajecten


class _TrajectKeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Traject) -> str:
        return f"{obj.client.lijstnaam} ({obj.client.dossiernummer})"


class TaakForm(forms.Form):
    omschrijving = forms.CharField(
        label="Wat moet er gebeuren?",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    vervalt_op = DatumVeld(label="Te doen voor")
    traject = _TrajectKeuze(
        Traject.objects.none(),
        label="Over welke cliënt?",
        required=False,
        empty_label="Geen cliënt: een taak voor mezelf",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["traject"].queryset = open_trajecten()  # type: ignore[attr-defined]


class SluimerForm(forms.Form):
    tot = DatumVeld(label="Laat wachten tot")
    reden = forms.CharField(
        label="Waarom mag dit wachten?", max_length=200, help_text="De reden blijft zichtbaar in het dossier."
    )


class GpmiEvaluatieForm(forms.Form):
    datum = DatumVeld(label="Geëvalueerd op")
    soort = forms.ChoiceField(
        label="Hoe?",
        choices=met_hoofdletter(Contactsoort.choices),
        initial=Contactsoort.GESPREK,
        widget=forms.RadioSelect,
        help_text="Minstens twee evaluaties per jaar zijn een gesprek met de cliënt erbij.",
    )
    tekst = forms.CharField(label="Verslag", required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["datum"].initial = vandaag
