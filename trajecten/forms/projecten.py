"""Projects, participants, exams and rijbuddies."""

from datetime import date
from typing import Any

from django import forms

from regie.core.forms import BedragVeld
from regie.core.models import Gemeente
from trajecten.enums_projecten import DeelnameStatus, Moment, Pogingsoort, Projectsoort
from trajecten.forms.velden import DatumVeld, met_hoofdletter
from trajecten.models import Project, Rijbuddy


class MomentenVeld(forms.MultipleChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=met_hoofdletter(Moment.choices), widget=forms.CheckboxSelectMultiple, required=False, **kwargs
        )


class ProjectForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=120)
    soort = forms.ChoiceField(label="Soort", choices=met_hoofdletter(Projectsoort.choices))
    plaatsen = forms.IntegerField(label="Aantal plaatsen", min_value=1, max_value=5000)
    van = DatumVeld(label="Start")
    tot = DatumVeld(label="Einde", required=False, help_text="Laat leeg als er geen einde vastligt.")
    incentive = BedragVeld(label="Financieel duwtje per deelnemer", required=False, help_text="In euro.")
    omschrijving = forms.CharField(
        label="Omschrijving", required=False, widget=forms.Textarea(attrs={"rows": 4}), max_length=4000
    )


class DeelnemenForm(forms.Form):
    project = forms.ModelChoiceField(label="Project", queryset=Project.objects.none(), empty_label="Kies een project")
    momenten = MomentenVeld(label="Kan oefenen op")

    def __init__(self, *args: Any, projecten: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = projecten  # type: ignore[attr-defined]


class DeelnameForm(forms.Form):
    status = forms.ChoiceField(label="Hoever staat het?")
    momenten = MomentenVeld(label="Kan oefenen op")

    def __init__(self, *args: Any, soort: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(s.value, str(s.label)) for s in DeelnameStatus.van_soort(soort)]
        self.fields["status"].choices = met_hoofdletter(keuzes)  # type: ignore[attr-defined]


class PogingForm(forms.Form):
    soort = forms.ChoiceField(label="Examen", choices=met_hoofdletter(Pogingsoort.choices), widget=forms.RadioSelect)
    datum = DatumVeld(label="Datum")
    geslaagd = forms.TypedChoiceField(
        label="Uitslag",
        choices=[("1", "Geslaagd"), ("0", "Niet geslaagd")],
        coerce=lambda waarde: waarde == "1",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["datum"].initial = vandaag


class StoppenForm(forms.Form):
    reden = forms.CharField(label="Waarom stopt de deelname?", max_length=200)


class IncentiveForm(forms.Form):
    bedrag = BedragVeld(label="Bedrag", help_text="In euro.")
    op = DatumVeld(label="Betaald op")


class BuddyForm(forms.Form):
    buddy = forms.ModelChoiceField(
        queryset=Rijbuddy.objects.filter(is_actief=True),
        required=False,
        error_messages={"invalid_choice": "Deze rijbuddy is niet meer actief. Kies een andere."},
    )


class RijbuddyForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=120)
    gemeente = forms.ModelChoiceField(
        label="Gemeente",
        queryset=Gemeente.objects.order_by("sleutel"),
        empty_label="Kies een gemeente",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )
    momenten = MomentenVeld(label="Beschikbaar op")
    talen = forms.CharField(
        label="Talen", max_length=120, required=False, help_text="Bijvoorbeeld: Nederlands, Turks."
    )
    hoogstens = forms.IntegerField(label="Hoogstens aantal deelnemers tegelijk", min_value=1, max_value=20, initial=1)
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)
    is_actief = forms.BooleanField(label="Actief", required=False, initial=True)
