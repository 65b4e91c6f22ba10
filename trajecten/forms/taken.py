"""Tasks, snoozing and what the GPMI evaluation gave."""

from typing import Any

from django import forms

from trajecten.forms.velden import DatumVeld
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
