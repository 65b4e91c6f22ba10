from typing import Any

from django import forms

from partners.enums import Bijlagesoort
from regie.core.bestandssoort import AANVAARD, LIJST

LEEG = {
    "empty": "Dit bestand is leeg (0 bytes). Kies het bestand opnieuw.",
    "missing": "Kies eerst een bestand.",
    "required": "Kies eerst een bestand.",
}


class BijlageForm(forms.Form):
    bestand = forms.FileField(
        label="Bestand", widget=forms.FileInput(attrs={"accept": AANVAARD}), error_messages=LEEG, max_length=255
    )
    soort = forms.ChoiceField(label="Soort", choices=Bijlagesoort.choices)

    def __init__(self, *args: Any, max_mb: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bestand"].help_text = f"{LIJST[:1].upper()}{LIJST[1:]}. Hoogstens {max_mb} MB."
