"""What is added to an action: evidence, a file, a comment, a copy."""

from typing import Any

from django import forms

from actieplannen.enums import Bewijssoort
from actieplannen.forms.wijziging import RedenMixin
from actieplannen.services.bewijs import BewijsGegevens
from partners.forms.bijlagen import LEEG
from regie.core.bestandssoort import AANVAARD, LIJST


class BewijsForm(forms.Form):
    titel = forms.CharField(
        label="Titel", max_length=200, help_text="Wat bewijst het? Bijvoorbeeld: verslag van het lerend netwerk."
    )
    soort = forms.ChoiceField(label="Soort bewijs", choices=Bewijssoort.choices)
    datum = forms.DateField(label="Datum", help_text="De dag waarop het gebeurde.")
    bestand = forms.FileField(
        label="Bestand",
        required=False,
        widget=forms.FileInput(attrs={"accept": AANVAARD}),
        error_messages=LEEG,
        max_length=255,
    )
    adres = forms.URLField(
        label="Webadres",
        required=False,
        max_length=300,
        assume_scheme="https",
        help_text="Geef een bestand, een webadres of allebei.",
    )

    def __init__(self, *args: Any, max_mb: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bestand"].help_text = f"{LIJST[:1].upper()}{LIJST[1:]}. Hoogstens {max_mb} MB."

    def gegevens(self) -> BewijsGegevens:
        schoon = self.cleaned_data
        return BewijsGegevens(**{naam: schoon[naam] for naam in ("titel", "soort", "datum", "adres")})


class KopieForm(RedenMixin):
    titel = forms.CharField(label="Naam van de nieuwe actie", max_length=200)
