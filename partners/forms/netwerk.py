from typing import Any

from django import forms

from partners.enums import Taal
from regie.core.models import Gemeente, Organisatie
from regie.core.models.organisatie import Gebruikerscategorie, OrganisatieType
from regie.core.validators import normaliseer_kbo, normaliseer_telefoon, toon_kbo, toon_telefoon


class TelefoonVeld(forms.CharField):
    """Any notation in, +32… out."""

    def prepare_value(self, value: Any) -> Any:
        return toon_telefoon(value) if isinstance(value, str) and value.startswith("+") else value

    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        return normaliseer_telefoon(tekst) if tekst else ""


class KboVeld(forms.CharField):
    """Any notation in, ten digits out."""

    def prepare_value(self, value: Any) -> Any:
        return toon_kbo(value) if isinstance(value, str) and len(value) == 10 and value.isdigit() else value

    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        return normaliseer_kbo(tekst) if tekst else ""


class WebsiteVeld(forms.URLField):
    """With or without https:// in front."""

    def __init__(self, **kwargs: Any) -> None:
        invoer = forms.TextInput(attrs={"inputmode": "url", "autocomplete": "url"})
        super().__init__(**{"max_length": 200, "assume_scheme": "https", "widget": invoer, **kwargs})


class OrganisatieForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=160)
    type = forms.ChoiceField(label="Soort", choices=OrganisatieType.choices)
    kbo = KboVeld(label="KBO-nummer", required=False, help_text="Bijvoorbeeld 0428.759.497. Ook: ondernemingsnummer.")
    gemeente = forms.ModelChoiceField(
        label="Gemeente",
        queryset=Gemeente.objects.order_by("sleutel"),
        required=False,
        empty_label="Kies een gemeente",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )
    gebruikerscategorie = forms.ChoiceField(
        label="Categorie als gebruiker",
        choices=[("", "Hier werkt niemand in art. 60"), *Gebruikerscategorie.choices],
        required=False,
        help_text="Alleen als hier art. 60-werknemers ter beschikking worden gesteld.",
    )
    email = forms.EmailField(label="E-mailadres", required=False)
    telefoon = TelefoonVeld(label="Telefoon", max_length=30, required=False)
    website = WebsiteVeld(label="Website", required=False)
    is_actief = forms.BooleanField(label="Deze organisatie is actief", required=False, initial=True)

    @staticmethod
    def begin(organisatie: Organisatie) -> dict[str, Any]:
        return {naam: getattr(organisatie, naam) for naam in OrganisatieForm.base_fields}


class ContactForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=120)
    functie = forms.CharField(label="Functie", max_length=120, required=False)
    email = forms.EmailField(label="E-mailadres", max_length=254, help_text="Rapporten komen op dit adres aan.")
    telefoon = TelefoonVeld(label="Telefoon", max_length=30, required=False)
    taal = forms.ChoiceField(label="Taal", choices=Taal.choices, initial=Taal.NL, required=False)
    toestemming_op = forms.DateField(
        label="Toestemming gegeven op",
        required=False,
        help_text="De dag waarop deze persoon zei dat we de gegevens mogen bewaren. Wie zelf contact opneemt voor "
        "een lopende samenwerking, hoeft geen toestemming te geven: laat het dan leeg.",
    )

    def clean_taal(self) -> str:
        return self.cleaned_data["taal"] or Taal.NL
