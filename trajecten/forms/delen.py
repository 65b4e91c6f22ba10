from datetime import date
from typing import Any

from django import forms

from regie.core.models import Organisatie
from trajecten.enums_verhuis import Grondslag, Instemming, ToestemmingSoort
from trajecten.forms.velden import DatumVeld, met_hoofdletter


class ToestemmingForm(forms.Form):
    soort = forms.ChoiceField(
        label="Waarvoor?",
        choices=met_hoofdletter([k for k in ToestemmingSoort.choices if k[0] != ToestemmingSoort.OVERDRACHT]),
    )
    organisatie = forms.ModelChoiceField(
        queryset=Organisatie.objects.none(),
        label="Met welke organisatie?",
        required=False,
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )
    met_wie = forms.CharField(label="Of met wie?", required=False, max_length=160)
    toelichting = forms.CharField(label="Welke gegevens?", required=False, max_length=300)
    grondslag = forms.ChoiceField(label="Op welke basis?", choices=met_hoofdletter(Grondslag.choices))
    instemming = forms.ChoiceField(
        label="Hoe gaf de cliënt toestemming?",
        choices=[("", "Niet van toepassing"), *met_hoofdletter(Instemming.choices)],
        required=False,
    )
    van = DatumVeld(label="Vanaf")
    tot = DatumVeld(label="Tot en met", required=False)

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"van": vandaag})
        super().__init__(*args, **kwargs)
        partners = Organisatie.objects.van_gebied().filter(is_actief=True).order_by("naam")
        self.fields["organisatie"].queryset = partners  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if schoon.get("grondslag") == Grondslag.TOESTEMMING and not schoon.get("instemming"):
            self.add_error("instemming", "Kies hoe de cliënt toestemming gaf.")
        if schoon.get("van") and schoon.get("tot") and schoon["tot"] < schoon["van"]:
            self.add_error("tot", "De einddatum ligt voor de begindatum.")
        return schoon


class AvgForm(forms.Form):
    reden = forms.CharField(
        label="Waarom voer je alles uit?",
        max_length=200,
        help_text="Bijvoorbeeld: vraag om inzage van de cliënt op 3 november. De reden staat in het logboek.",
    )
