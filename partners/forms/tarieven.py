"""A tariff, and an indexation to try."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from partners.enums import Functieniveau
from regie.core.forms import BedragVeld
from regie.core.models import Organisatie
from regie.core.models.organisatie import Gebruikerscategorie


class TariefForm(forms.Form):
    """`voor`: empty for the whole gebied, else the OCMW that makes an exception."""

    voor = forms.ModelChoiceField(
        label="Voor wie", queryset=Organisatie.objects.none(), required=False, empty_label="Heel het gebied"
    )
    categorie = forms.ChoiceField(label="Categorie van gebruiker", choices=Gebruikerscategorie.choices)
    functieniveau = forms.ChoiceField(label="Functieniveau", choices=Functieniveau.choices)
    bedrag = BedragVeld(label="Bedrag per voltijdse maand", help_text="In euro.")
    geldig_van = forms.DateField(label="Geldig vanaf")
    noot = forms.CharField(label="Noot", max_length=200, required=False)

    def __init__(self, *args: Any, ocmws: QuerySet[Organisatie], hele_gebied: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["voor"]
        veld.queryset = ocmws  # type: ignore[attr-defined]
        if not hele_gebied:
            veld.required, veld.empty_label = True, None  # type: ignore[attr-defined]


class IndexForm(forms.Form):
    index = BedragVeld(label="Simuleer een indexatie, in procent", required=False)
