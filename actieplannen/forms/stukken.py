from typing import Any

from django import forms

from actieplannen.models import Plantekst


class PlantekstForm(forms.Form):
    """One section of a paper. `versie` is the one that was on the screen."""

    tekst = forms.CharField(
        label="Tekst",
        required=False,
        max_length=Plantekst._meta.get_field("tekst").max_length,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Een lege regel begint een nieuwe alinea.",
    )
    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput())

    def __init__(self, *args: Any, vraag: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tekst"].help_text = f"{vraag} {self.fields['tekst'].help_text}".strip()
