from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from regie.accounts.models import Uitnodiging, User
from regie.core.models import Organisatie
from regie.core.permissions import Rol


class UitnodigingForm(forms.Form):
    voornaam = forms.CharField(label="Voornaam", max_length=80)
    familienaam = forms.CharField(label="Familienaam", max_length=80)
    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        help_text="Hier komt de uitnodiging aan. Met dit adres meldt de persoon zich aan.",
    )
    organisatie = forms.ModelChoiceField(
        label="Organisatie",
        queryset=Organisatie.objects.van_gebied().filter(is_actief=True).order_by("naam"),
        empty_label="Kies een organisatie",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )
    rol = forms.ChoiceField(label="Rol", choices=Rol.choices, widget=forms.RadioSelect)


class BeeindigenForm(forms.Form):
    tot = forms.DateField(
        label="Laatste dag", help_text="Op deze dag werkt de toegang nog. Kies gisteren om ze nu meteen te stoppen."
    )


class AccountMakenForm(forms.Form):
    """The password of a new account; the name and address come from the invitation."""

    wachtwoord = forms.CharField(
        label="Kies een wachtwoord",
        help_text="Minstens 12 tekens. Een zin met een paar woorden is sterk en makkelijk te onthouden.",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    herhaling = forms.CharField(
        label="Herhaal het wachtwoord",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, uitnodiging: Uitnodiging, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.uitnodiging = uitnodiging

    def clean_wachtwoord(self) -> str:
        persoon = User(
            email=self.uitnodiging.email,
            first_name=self.uitnodiging.voornaam,
            last_name=self.uitnodiging.familienaam,
        )
        validate_password(self.cleaned_data["wachtwoord"], persoon)
        return self.cleaned_data["wachtwoord"]

    def clean_herhaling(self) -> str:
        if self.cleaned_data["herhaling"] != self.cleaned_data.get("wachtwoord", self.cleaned_data["herhaling"]):
            raise forms.ValidationError("De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw.")
        return self.cleaned_data["herhaling"]
