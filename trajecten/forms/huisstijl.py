from collections.abc import Mapping
from typing import Any

from django import forms

from trajecten.forms.documenten import LEEG


class HuisstijlForm(forms.Form):
    """Letterhead of an OCMW; one opening text per kind of document (`sjablonen`: {code: name})."""

    logo = forms.FileField(
        label="Logo",
        required=False,
        help_text="Png of jpg. We bewaren een kleinere kopie.",
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg"}),
        error_messages=LEEG,
    )
    logo_weg = forms.BooleanField(label="Geen logo gebruiken", required=False)
    kleur = forms.RegexField(
        label="Kleur van titels en lijnen",
        regex=r"^#[0-9a-fA-F]{6}$",
        widget=forms.TextInput(attrs={"type": "color"}),
        error_messages={"invalid": "Schrijf de kleur als # met zes cijfers of letters, bv. #0f4c5c."},
    )
    adres = forms.CharField(
        label="Adresregel", max_length=200, required=False, help_text="Bijvoorbeeld: straat, gemeente, telefoon."
    )
    voettekst = forms.CharField(label="Voettekst", max_length=200, required=False)

    def __init__(self, *args: Any, sjablonen: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, naam in sjablonen.items():
            self.fields[f"tekst_{code}"] = forms.CharField(
                label=f"Inleiding op: {naam}",
                max_length=1200,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def teksten(self) -> dict[str, str]:
        return {
            naam.removeprefix("tekst_"): waarde
            for naam, waarde in self.cleaned_data.items()
            if naam.startswith("tekst_")
        }
