"""Forms of the steps of a plan and of what councils decided."""

from typing import Any

from django import forms

from actieplannen.enums import Raadsuitspraak
from actieplannen.models import Raadsbesluit
from actieplannen.services.levensloop import Goedkeuring
from actieplannen.services.raadsbesluiten import Raadsinvoer


class TerugsturenForm(forms.Form):
    van_wie = forms.CharField(
        label="Wie stuurt het terug?",
        max_length=120,
        required=False,
        help_text="Bijvoorbeeld Departement WSE of de stuurgroep.",
    )
    opmerkingen = forms.CharField(
        label="Wat moet er veranderen?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Eén punt per regel. Elk punt komt op een lijst om af te vinken.",
    )


class GoedkeuringForm(forms.Form):
    beslist_door = forms.CharField(
        label="Wie keurde het plan goed?", max_length=120, help_text="Bijvoorbeeld Departement WSE."
    )
    datum = forms.DateField(label="Goedgekeurd op")
    kenmerk = forms.CharField(
        label="Kenmerk", max_length=60, required=False, help_text="Het nummer van de brief of de beslissing."
    )
    opmerkingen = forms.CharField(
        label="Opmerkingen", max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    @property
    def goedkeuring(self) -> Goedkeuring:
        return Goedkeuring(**self.cleaned_data)


class VerantwoordenForm(forms.Form):
    kenmerk = forms.CharField(
        label="Kenmerk", max_length=60, required=False, help_text="Waarmee je de verantwoording bezorgde."
    )


class RaadForm(forms.Form):
    """One council. What the user saw goes along, so only what was really changed is written."""

    geagendeerd_op = forms.DateField(label="Op de agenda van", required=False)
    datum = forms.DateField(label="Beslist op", required=False)
    uitspraak = forms.ChoiceField(
        label="Besluit", required=False, choices=[("", "Nog geen besluit"), *Raadsuitspraak.choices]
    )
    kenmerk = forms.CharField(label="Nummer", max_length=60, required=False)
    noot = forms.CharField(label="Opmerkingen", max_length=1000, required=False)

    def __init__(self, *args: Any, besluit: Raadsbesluit | None, **kwargs: Any) -> None:
        if besluit:
            kwargs["initial"] = {naam: getattr(besluit, naam) for naam in self.base_fields}
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():
            veld.show_hidden_initial = True

    @property
    def invoer(self) -> Raadsinvoer:
        gewijzigd = {naam: self.cleaned_data[naam] for naam in self.changed_data}
        return Raadsinvoer(**{naam: "" if inhoud is None else inhoud for naam, inhoud in gewijzigd.items()})
