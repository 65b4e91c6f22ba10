"""What somebody fills in about a managementadvies, and the calculator that keeps nothing."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from django import forms

from partners.enums import Erkenning
from partners.services.managementadvies import AdviesGegevens
from regie.core.forms import BedragVeld
from regie.core.models import Organisatie


class JaNee(forms.TypedChoiceField):
    """Yes, no, or not known yet."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[("", "nog niet bekend"), ("ja", "ja"), ("nee", "nee")],
            coerce=lambda waarde: waarde == "ja",
            empty_value=None,
            required=False,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "ja", False: "nee"}.get(value, value) if isinstance(value, bool) else value


class RekenForm(forms.Form):
    kost = BedragVeld(label="Kost van het advies, zonder btw", help_text="Btw telt nooit mee.")


class AdviesForm(forms.Form):
    eigenaar = forms.ModelChoiceField(
        label="Voor welke organisatie?", queryset=Organisatie.objects.none(), empty_label=None
    )
    onderwerp = forms.CharField(label="Onderwerp van het advies", max_length=160)
    adviesverlener = forms.CharField(label="Adviesverlener", max_length=160, required=False)
    kost_excl_btw = BedragVeld(label="Kost zonder btw", help_text="Hierop rekenen we de premie.")
    btw = BedragVeld(label="Btw", required=False, help_text="Telt nooit mee.")
    erkenning = forms.ChoiceField(label="Waarvoor is de organisatie erkend?", choices=Erkenning.choices)
    kan_kmo_portefeuille = JaNee(label="Kan de organisatie naar de kmo-portefeuille?")
    in_moeilijkheden = JaNee(label="Is het een onderneming in moeilijkheden?")
    rsz_achterstand = JaNee(label="Is er achterstand bij de RSZ?")
    is_verplicht = JaNee(label="Is het een verplicht of terugkerend advies?")
    de_minimis = BedragVeld(
        label="De-minimissteun van de laatste drie jaar",
        required=False,
        help_text="Alle steun samen die als de-minimis is toegekend. Niets gekregen? Vul 0 in.",
    )
    aangevraagd_op = forms.DateField(label="Aangevraagd op", required=False)
    beslist_op = forms.DateField(label="Beslissing op", required=False)
    is_toegekend = JaNee(label="Is de premie toegekend?")
    kosten_vanaf = forms.DateField(label="Eerste kost op", required=False)
    verslag_op = forms.DateField(label="Verslag ontvangen op", required=False)
    analyse = forms.CharField(
        label="Analyse", required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 4})
    )
    aanbeveling = forms.CharField(
        label="Aanbeveling", required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 4})
    )
    aanpak = forms.CharField(label="Aanpak", required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, eigenaars: Sequence[Organisatie] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not eigenaars:
            del self.fields["eigenaar"]
            return
        veld = self.fields["eigenaar"]
        ids = [organisatie.pk for organisatie in eigenaars]
        veld.queryset = Organisatie.objects.filter(pk__in=ids).order_by("naam")  # type: ignore[attr-defined]  # a ModelChoiceField
        if len(eigenaars) == 1:
            veld.initial, veld.widget = eigenaars[0].pk, forms.HiddenInput()

    def gegevens(self) -> AdviesGegevens:
        schoon = {veld.name: self.cleaned_data[veld.name] for veld in fields(AdviesGegevens)}
        return AdviesGegevens(**{**schoon, "btw": schoon["btw"] or 0})
