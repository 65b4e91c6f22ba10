"""Registration of a client in two short pages, and correction of the data later."""

from datetime import date
from typing import Any

from django import forms

from regie.accounts.models import User
from regie.core.models import Organisatie
from regie.core.validators import geboortedatum_uit_insz, geslacht_uit_insz
from trajecten.enums import Aanmeldbron, Diploma, Geslacht, Inkomensstatuut
from trajecten.forms.velden import DatumVeld, GemeenteVeld, InszVeld, TelefoonVeld, met_hoofdletter
from trajecten.models import DrempelCode
from trajecten.selectors.client import begeleiders

OUDST = 110
KANALEN = [("", "Nog niet"), ("gesprek", "In een gesprek"), ("brief", "Met een brief"), ("mail", "Met een mail")]


class PersoonForm(forms.Form):
    """Page 1: who is it? INSZ proposes birth date and sex, it never overwrites what was typed."""

    insz = InszVeld(
        label="INSZ (rijksregister- of BIS-nummer)",
        required=False,
        help_text="Laat leeg als je het niet kent.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    voornaam = forms.CharField(label="Voornaam", max_length=80, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    familienaam = forms.CharField(
        label="Familienaam", max_length=80, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    geboortedatum = DatumVeld(
        label="Geboortedatum", required=False, help_text="Bijvoorbeeld 14/05/1991. Leeg mag als je het INSZ kent."
    )
    gemeente = GemeenteVeld(
        label="Gemeente",
        help_text="Typ de naam of de postcode",
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "gemeenten"}),
    )
    geslacht = forms.ChoiceField(
        label="Geslacht", required=False, choices=[("", "Niet ingevuld"), *met_hoofdletter(Geslacht.choices)]
    )
    inkomensstatuut = forms.ChoiceField(
        label="Inkomen bij aanmelding", choices=met_hoofdletter(Inkomensstatuut.choices), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag

    def clean_geboortedatum(self) -> date | None:
        geboortedatum = self.cleaned_data["geboortedatum"]
        if geboortedatum and geboortedatum > self.vandaag:
            raise forms.ValidationError("De geboortedatum ligt in de toekomst.")
        if geboortedatum and self.vandaag.year - geboortedatum.year > OUDST:
            raise forms.ValidationError("Deze geboortedatum ligt meer dan 110 jaar terug. Kijk het jaar na.")
        return geboortedatum

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        insz = gegevens.get("insz")
        if insz:
            self._vergelijk_met_insz(gegevens, insz)
        if not gegevens.get("geboortedatum") and "geboortedatum" not in self.errors and not insz:
            self.add_error("geboortedatum", "Vul de geboortedatum in, of het INSZ als je dat kent.")
        return gegevens

    def _vergelijk_met_insz(self, gegevens: dict[str, Any], insz: str) -> None:
        uit_nummer = geboortedatum_uit_insz(insz)
        getypt = gegevens.get("geboortedatum")
        if uit_nummer and getypt and uit_nummer != getypt:
            self.add_error(
                "geboortedatum",
                f"Het INSZ hoort bij iemand die geboren is op {uit_nummer:%d/%m/%Y}. Kijk het nummer of de datum na.",
            )
        elif uit_nummer and "geboortedatum" not in self.errors:
            gegevens["geboortedatum"] = uit_nummer
        if not gegevens.get("geslacht"):
            gegevens["geslacht"] = geslacht_uit_insz(insz) or ""


class AanmeldingForm(forms.Form):
    """Page 2: how did the person come, and who follows up?"""

    bron = forms.ChoiceField(label="Bron van aanmelding", choices=met_hoofdletter(Aanmeldbron.choices))
    begeleider = forms.ModelChoiceField(
        User.objects.none(), label="Begeleider", required=False, empty_label="Nog niemand"
    )
    aangemeld_op = DatumVeld(label="Datum van aanmelding")
    taal = forms.CharField(label="Taal", max_length=60, required=False, help_text="Als het geen Nederlands is.")
    tolk_nodig = forms.BooleanField(label="Tolk nodig", required=False)
    telefoon = TelefoonVeld(label="Telefoon", required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    email = forms.EmailField(
        label="E-mailadres", required=False, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    drempels = forms.ModelMultipleChoiceField(
        DrempelCode.objects.none(),
        label="Belangrijkste drempels",
        required=False,
        help_text="Kies er hoogstens drie. De screening volgt later.",
        widget=forms.CheckboxSelectMultiple,
    )
    geinformeerd_via = forms.ChoiceField(
        label="Cliënt is geïnformeerd over de verwerking van de gegevens", choices=KANALEN, required=False
    )

    def __init__(self, *args: Any, organisatie: Organisatie, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.fields["begeleider"].queryset = begeleiders(organisatie.pk, vandaag)  # type: ignore[attr-defined]
        self.fields["begeleider"].label_from_instance = lambda user: user.naam  # type: ignore[attr-defined]
        self.fields["drempels"].queryset = DrempelCode.objects.filter(gevoelig=False).order_by("rubriek", "label")  # type: ignore[attr-defined]

    def clean_drempels(self) -> Any:
        gekozen = self.cleaned_data["drempels"]
        if len(gekozen) > 3:
            raise forms.ValidationError("Kies hoogstens drie drempels.")
        return gekozen

    def clean_aangemeld_op(self) -> date:
        datum = self.cleaned_data["aangemeld_op"]
        if datum > self.vandaag:
            raise forms.ValidationError("De datum van aanmelding ligt in de toekomst.")
        return datum


class GegevensForm(PersoonForm):
    """Correct the data of a client. `versie` tells whether a colleague saved in between."""

    taal = forms.CharField(label="Taal", max_length=60, required=False)
    tolk_nodig = forms.BooleanField(label="Tolk nodig", required=False)
    telefoon = TelefoonVeld(label="Telefoon", required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    email = forms.EmailField(
        label="E-mailadres", required=False, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    diploma = forms.ChoiceField(
        label="Diploma", required=False, choices=[("", "Niet ingevuld"), *met_hoofdletter(Diploma.choices)]
    )
    leefloon_aangevraagd_op = DatumVeld(label="Leefloon aangevraagd op", required=False)
    leefloon_toegekend_op = DatumVeld(label="Leefloon toegekend op", required=False)
    vdab_ingeschreven = forms.TypedChoiceField(
        label="Ingeschreven bij VDAB",
        required=False,
        choices=[("", "Niet gekend"), ("ja", "Ja"), ("nee", "Nee")],
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
    )
    vdab_vrijstelling = forms.CharField(label="Reden van vrijstelling van VDAB", max_length=200, required=False)
    opmerking = forms.CharField(label="Opmerking", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    versie = forms.IntegerField(widget=forms.HiddenInput)
    insz = InszVeld(
        label="Ander INSZ",
        required=False,
        help_text="Alleen invullen als het nummer nog ontbreekt of moet wijzigen.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    field_order = (
        "voornaam",
        "familienaam",
        "geboortedatum",
        "geslacht",
        "gemeente",
        "insz",
        "inkomensstatuut",
        "leefloon_aangevraagd_op",
        "leefloon_toegekend_op",
        "vdab_ingeschreven",
        "vdab_vrijstelling",
        "telefoon",
        "email",
        "taal",
        "diploma",
        "tolk_nodig",
        "opmerking",
        "versie",
    )
