"""Forms of the shared employer card."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from partners.enums import (
    Grootteklasse,
    NaceVersie,
    Tevredenheidsonderwerp,
    Tevredenheidsscore,
    Werkgeversdrempel,
    WerkgeverStatus,
)
from partners.forms.netwerk import ContactForm, KboVeld, TelefoonVeld
from partners.models import Vestiging, Werkgever
from regie.core.models import Gemeente, Organisatie
from regie.core.nace import normaliseer_nace, toon_nace
from regie.core.validators import normaliseer_ven, toon_ven

COMBOBOX = {"data-regie-combobox": ""}
ONBEKEND = ("", "Niet bekend")


class VenVeld(forms.CharField):
    """Any notation in, ten digits out."""

    def prepare_value(self, value: Any) -> Any:
        return toon_ven(value) if isinstance(value, str) and len(value) == 10 and value.isdigit() else value

    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        return normaliseer_ven(tekst) if tekst else ""


def gemeenteveld() -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label="Gemeente",
        queryset=Gemeente.objects.order_by("sleutel"),
        required=False,
        empty_label="Kies een gemeente",
        widget=forms.Select(attrs=COMBOBOX),
    )


class WerkgeverForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=160)
    kbo = KboVeld(label="KBO-nummer", required=False, help_text="Bijvoorbeeld 0428.759.497, ook zonder punten.")
    gemeente = gemeenteveld()
    grootteklasse = forms.ChoiceField(
        label="Aantal werknemers", choices=[ONBEKEND, *Grootteklasse.choices], required=False
    )
    nace = forms.CharField(
        label="NACE-BEL-code",
        max_length=12,
        required=False,
        help_text="Wat de werkgever doet, zoals de KBO het schrijft: 2 tot 5 cijfers, bijvoorbeeld 81.210.",
    )
    nace_versie = forms.ChoiceField(
        label="Versie van de code", choices=NaceVersie.choices, initial=NaceVersie.V2025, required=False
    )
    paritair_comite = forms.CharField(
        label="Paritair comité", max_length=10, required=False, help_text="Bijvoorbeeld 121 of 140.03."
    )
    status = forms.ChoiceField(label="Status", initial=WerkgeverStatus.PROSPECT)
    email = forms.EmailField(label="E-mailadres", required=False)
    telefoon = TelefoonVeld(label="Telefoon", max_length=30, required=False)
    website = forms.URLField(label="Website", required=False, assume_scheme="https")
    is_mvo = forms.BooleanField(label="Heeft een MVO-label", required=False)
    is_inclusief = forms.BooleanField(label="Heeft een label als inclusieve werkgever", required=False)

    def __init__(self, *args: Any, werkgever: Werkgever | None = None, **kwargs: Any) -> None:
        if werkgever is not None:
            kwargs["initial"] = begin(werkgever)
        super().__init__(*args, **kwargs)
        blijft = werkgever.status if werkgever else ""
        self.fields["status"].choices = [  # type: ignore[attr-defined]  # the stubs know no subclass
            (code, label)
            for code, label in WerkgeverStatus.choices
            if code != WerkgeverStatus.NIET_BENADEREN or code == blijft
        ]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("nace"):
            try:
                gegevens["nace"] = normaliseer_nace(gegevens["nace"], gegevens.get("nace_versie") or NaceVersie.V2025)
            except ValidationError as fout:
                self.add_error("nace", fout)
        return gegevens


def begin(werkgever: Werkgever) -> dict[str, Any]:
    waarden = {naam: getattr(werkgever, naam) for naam in WerkgeverForm.base_fields}
    return {**waarden, "nace": toon_nace(werkgever.nace), "nace_versie": werkgever.nace_versie or NaceVersie.V2025}


class NieuweWerkgeverForm(WerkgeverForm):
    """Who makes a card may take it as accounthouder. Afterwards that is asked or decided, never typed over."""

    accounthouder = forms.ModelChoiceField(
        label="Accounthouder",
        queryset=Organisatie.objects.none(),
        required=False,
        empty_label="Nog niemand",
        help_text="De ene organisatie die de werkgever opvolgt.",
    )

    def __init__(self, *args: Any, lid_van: tuple[int, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        eigen = Organisatie.objects.van_gebied().filter(pk__in=lid_van).order_by("naam")
        self.fields["accounthouder"].queryset = eigen  # type: ignore[attr-defined]


class BevestigForm(forms.Form):
    """Nothing to fill in: what the service refuses is said above the button."""


class WerkgeverContactForm(ContactForm):
    """At an employer a phone number will do."""

    email = forms.EmailField(label="E-mailadres", max_length=254, required=False)


class VestigingForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=160, required=False, help_text="Bijvoorbeeld: magazijn Zuid.")
    ven = VenVeld(
        label="Vestigingsnummer", required=False, help_text="Tien cijfers, het eerste van 2 tot 8: 2.123.456.791."
    )
    adres = forms.CharField(label="Straat en nummer", max_length=160, required=False)
    gemeente = gemeenteveld()

    @staticmethod
    def begin(vestiging: Vestiging) -> dict[str, Any]:
        return {naam: getattr(vestiging, naam) for naam in VestigingForm.base_fields}


class NamensForm(forms.Form):
    """Something noted in the name of an organisatie; who belongs to one is not asked which."""

    organisatie = forms.ModelChoiceField(label="Namens", queryset=Organisatie.objects.none(), empty_label=None)

    def __init__(self, *args: Any, organisaties: list[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        eigen = Organisatie.objects.filter(pk__in=[organisatie.pk for organisatie in organisaties])
        self.fields["organisatie"].queryset = eigen  # type: ignore[attr-defined]
        if len(organisaties) == 1:
            self.fields["organisatie"].widget = forms.HiddenInput()
            self.fields["organisatie"].initial = organisaties[0].pk

    def namens(self) -> Organisatie:
        return self.cleaned_data["organisatie"]

    def gegevens(self) -> dict[str, Any]:
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "organisatie"}


class DrempelForm(NamensForm):
    soort = forms.ChoiceField(label="Drempel", choices=[("", "Kies een drempel"), *Werkgeversdrempel.choices])
    toelichting = forms.CharField(
        label="Toelichting",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Over de werkgever, nooit over een cliënt.",
    )
    gedeeld = forms.BooleanField(
        label="Delen met heel het gebied",
        required=False,
        initial=True,
        help_text="Zonder vinkje leest alleen je eigen organisatie deze drempel.",
    )
    field_order = ("soort", "toelichting", "gedeeld", "organisatie")


class TevredenheidForm(NamensForm):
    datum = forms.DateField(label="Datum", help_text="De dag waarop de werkgever het zei.")
    over = forms.ChoiceField(label="Waarover", choices=Tevredenheidsonderwerp.choices)
    score = forms.TypedChoiceField(
        label="Hoe tevreden?", choices=Tevredenheidsscore.choices, coerce=int, widget=forms.RadioSelect
    )
    toelichting = forms.CharField(
        label="Wat de werkgever zei",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Heel het gebied leest dit. Schrijf niets over een cliënt.",
    )
    field_order = ("datum", "over", "score", "toelichting", "organisatie")
