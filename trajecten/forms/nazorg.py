"""Answers after uitstroom, and work the OCMW heard of."""

from datetime import date
from typing import Any

from django import forms

from trajecten.enums import AanHetWerk, Linkdoel, NaWerk
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


class NazorgvraagForm(forms.Form):
    """Who is asked, and how the link gets there."""

    doel = forms.ChoiceField(
        label="Aan wie vraag je het?",
        choices=[(Linkdoel.NAZORG_CLIENT, "Aan de cliënt"), (Linkdoel.NAZORG_WERKGEVER, "Aan de werkgever")],
        widget=forms.RadioSelect,
        initial=Linkdoel.NAZORG_CLIENT,
    )
    hoe = forms.ChoiceField(
        label="Hoe?",
        choices=[("link", "Ik stuur de link zelf door (sms of bericht)"), ("mail", "Met een mail")],
        widget=forms.RadioSelect,
        initial="link",
    )
    naam = forms.CharField(label="Naam bij de werkgever", max_length=120, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)

    def opdracht(self) -> dict[str, Any]:
        gegevens = self.cleaned_data
        is_werkgever = gegevens["doel"] == Linkdoel.NAZORG_WERKGEVER
        return {
            "doel": Linkdoel(gegevens["doel"]),
            "naam": gegevens["naam"] if is_werkgever else "",
            "email": gegevens["email"],
            "mailen": gegevens["hoe"] == "mail",
        }


class NazorgantwoordForm(forms.Form):
    """Behind the link: one tap, and for who stopped the last day when it is known."""

    antwoord = forms.ChoiceField(
        choices=[("JA", "Ja"), ("NEE", "Nee")], error_messages={"required": "Kies ja of nee."}
    )
    gestopt_op = DatumVeld(label="Laatste werkdag (als je ze weet)", required=False)
