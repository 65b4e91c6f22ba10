"""Obstacles: add one in a line, change one, open one again."""

from django import forms

from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType
from trajecten.enums import DrempelStatus, Ernst
from trajecten.forms.velden import met_hoofdletter
from trajecten.models import DrempelCode


class PartnerVeld(forms.ModelChoiceField):
    """An organisatie of the gebied that helps; nobody is fine."""

    def __init__(self) -> None:
        helpers = Organisatie.objects.van_gebied().filter(is_actief=True).exclude(type=OrganisatieType.REGIEVERBAND)
        super().__init__(
            helpers.order_by("naam"),
            label="Partner die helpt",
            required=False,
            empty_label="Niemand",
            widget=forms.Select(attrs={"data-regie-combobox": ""}),
        )


class DrempelForm(forms.Form):
    code = forms.ModelChoiceField(
        DrempelCode.objects.order_by("rubriek", "label"), label="Drempel", empty_label="Kies"
    )
    ernst = forms.TypedChoiceField(
        label="Ernst", coerce=int, choices=met_hoofdletter(Ernst.choices[1:]), initial=Ernst.MATIG
    )
    actie = forms.CharField(label="Actie", max_length=200, required=False)
    partner = PartnerVeld()


class DrempelBijwerkenForm(forms.Form):
    ernst = forms.TypedChoiceField(label="Ernst", coerce=int, choices=met_hoofdletter(Ernst.choices))
    status = forms.ChoiceField(label="Status", choices=met_hoofdletter(DrempelStatus.choices))
    actie = forms.CharField(label="Actie", max_length=200, required=False)
    partner = PartnerVeld()


class DrempelHeropenenForm(forms.Form):
    ernst = forms.TypedChoiceField(
        label="Hoe zwaar weegt hij nu?", coerce=int, choices=met_hoofdletter(Ernst.choices[1:])
    )
    actie = forms.CharField(label="Actie", max_length=200, required=False)
