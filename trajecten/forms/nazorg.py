"""Answers after uitstroom, and work the OCMW heard of."""

from datetime import date
from typing import Any

from django import forms

from trajecten.enums import AanHetWerk, NaWerk
from trajecten.forms.velden import DatumVeld, KboVeld, met_hoofdletter


class NazorgForm(forms.Form):
    aan_het_werk = forms.ChoiceField(
        label="Is de cliënt nog aan het werk?", choices=met_hoofdletter(AanHetWerk.choices), widget=forms.RadioSelect
    )
    datum = DatumVeld(label="Gemeten op")
    gestopt_op = DatumVeld(
        label="Laatste werkdag",
        required=False,
        help_text="Alleen als het werk gestopt is. Weet je het niet, laat het veld leeg.",
    )
    situatie = forms.ChoiceField(
        label="Inkomen als het werk gestopt is",
        choices=[("", "Niet van toepassing"), *met_hoofdletter(NaWerk.choices)],
        required=False,
    )
    notitie = forms.CharField(label="Notitie", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["datum"].initial = vandaag


class WerkperiodeForm(forms.Form):
    van = DatumVeld(label="Eerste werkdag")
    tot = DatumVeld(label="Laatste werkdag", required=False, help_text="Laat leeg als het werk nog loopt.")
    werkgever_kbo = KboVeld(label="KBO-nummer van de werkgever", required=False, max_length=20)
