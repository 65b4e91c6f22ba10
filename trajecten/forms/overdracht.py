from datetime import date
from typing import Any

from django import forms

from regie.accounts.models import User
from regie.core.models import Organisatie
from trajecten.enums_verhuis import ALTIJD_IN_PAKKET, Instemming, Overdrachtreden, Pakketdeel
from trajecten.forms.velden import DatumVeld, met_hoofdletter
from trajecten.selectors.client import begeleiders
from trajecten.selectors.overdracht import andere_ocmws
from trajecten.services.overdracht import Aanvraag

KEUZES = [deel for deel in Pakketdeel if deel not in ALTIJD_IN_PAKKET]
IN_BESTAAND, APART = "bestaand", "apart"


class OverdrachtForm(forms.Form):
    """To whom, from when, with whose consent, and what goes along."""

    naar = forms.ModelChoiceField(
        queryset=Organisatie.objects.none(),
        label="Welk OCMW neemt over?",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )
    datum = DatumVeld(label="Overnemen kan vanaf", help_text="De dag waarop het andere OCMW bevoegd wordt.")
    reden = forms.ChoiceField(label="Waarom?", choices=met_hoofdletter(Overdrachtreden.choices))
    instemming = forms.ChoiceField(
        label="Hoe stemde de cliënt in?", choices=[("", "Kies"), *met_hoofdletter(Instemming.choices)]
    )
    instemming_op = DatumVeld(label="Ingestemd op")
    onderdelen = forms.MultipleChoiceField(
        label="Wat gaat mee, naast de identiteit en het traject?",
        choices=met_hoofdletter([(deel.value, deel.label) for deel in KEUZES]),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Gevoelige drempels gaan alleen mee als de cliënt daar schriftelijk mee instemde.",
    )
    contact_naam = forms.CharField(label="Wie kan het andere OCMW bellen?", max_length=120)
    contact_telefoon = forms.CharField(label="Telefoonnummer", max_length=40)

    def __init__(self, *args: Any, eigenaar: Organisatie, user: User, vandaag: date, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "datum": vandaag,
            "instemming_op": vandaag,
            "contact_naam": user.naam,
            "contact_telefoon": eigenaar.telefoon,
            "onderdelen": [deel for deel in KEUZES if deel != Pakketdeel.GEVOELIG],
        } | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        veld = self.fields["naar"]
        veld.queryset = andere_ocmws(eigenaar.pk)  # type: ignore[attr-defined]
        veld.label_from_instance = lambda ocmw: (  # type: ignore[attr-defined]
            ocmw.naam if ocmw.gebied_id == eigenaar.gebied_id else f"{ocmw.naam} ({ocmw.gebied.naam})"
        )

    def aanvraag(self) -> Aanvraag:
        return Aanvraag(**{**self.cleaned_data, "onderdelen": tuple(self.cleaned_data["onderdelen"])})


class OvernameForm(forms.Form):
    begeleider = forms.ModelChoiceField(queryset=User.objects.none(), label="Wie volgt dit dossier op?")
    bij_bekend = forms.ChoiceField(
        label="Als jullie deze persoon al kennen (zelfde INSZ)",
        choices=[
            (IN_BESTAAND, "Het traject in het bestaande dossier opnemen"),
            (APART, "Een apart dossier maken en daarna zelf samenvoegen"),
        ],
        initial=IN_BESTAAND,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, organisatie_id: int, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["begeleider"]
        veld.queryset = begeleiders(organisatie_id, vandaag)  # type: ignore[attr-defined]
        veld.label_from_instance = lambda user: user.naam  # type: ignore[attr-defined]

    def opdracht(self) -> dict[str, Any]:
        return {
            "begeleider": self.cleaned_data["begeleider"],
            "in_bestaand": self.cleaned_data["bij_bekend"] == IN_BESTAAND,
        }


class WeigerForm(forms.Form):
    reden = forms.CharField(label="Waarom neem je het niet over?", widget=forms.Textarea(attrs={"rows": 3}))
    voorstel = forms.CharField(
        label="Wat stel je voor?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld: eerst samen bellen, of pas overnemen na de verhuis. Noem niemand bij naam.",
    )
