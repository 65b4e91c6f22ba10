"""Forms of places: what is offered and asked, other numbers for a period, and lending."""

from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from partners.enums import Begeleiding, Functiecategorie, Fysiek, Rijbewijs, Taalniveau
from partners.models import Werkplaats
from partners.services import WerkplaatsGegevens
from regie.core.models import Gemeente, Organisatie
from regie.core.permissions import Recht, Toegang


def met_hoofdletter(keuzes: list[tuple[Any, str]]) -> list[tuple[Any, str]]:
    return [(code, label[:1].upper() + label[1:]) for code, label in keuzes]


GROEPEN = (
    (
        "De plaats",
        ("gebruiker", "functie", "categorie", "ocmw", "aantal", "uren", "van", "tot", "omschrijving"),
    ),
    ("Wat er gevraagd wordt", ("rijbewijs", "nederlands", "fysiek", "ploegen", "weekend")),
    ("Bereik en begeleiding", ("gemeente", "begeleiding", "met_ov", "met_fiets")),
)


class PeriodeForm(forms.Form):
    """Base of what runs from a day to a day."""

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        van, tot = velden.get("van"), velden.get("tot")
        if isinstance(van, date) and isinstance(tot, date) and tot < van:
            self.add_error("tot", "De einddatum ligt voor de begindatum.")
        return velden


class WerkplaatsForm(PeriodeForm):
    functie = forms.CharField(label="Functie", max_length=120, help_text="Bijvoorbeeld: groenarbeider.")
    categorie = forms.ChoiceField(
        label="Soort werk",
        required=False,
        choices=[("", "Nog niet gekozen"), *met_hoofdletter(Functiecategorie.choices)],
        help_text="Hiermee vinden we kandidaten die dit werk zoeken.",
    )
    ocmw = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label="Plaats van",
        required=False,
        empty_label="Heel het gebied",
        help_text="Het OCMW dat de plaats afsprak. Andere OCMW's kunnen ze lenen.",
    )
    aantal = forms.IntegerField(
        label="Aantal plaatsen",
        min_value=1,
        max_value=500,
        initial=1,
        error_messages={"min_value": "Vul minstens 1 plaats in.", "max_value": "Vul hoogstens 500 plaatsen in."},
    )
    uren = forms.DecimalField(
        label="Uren per week",
        min_value=1,
        max_value=40,
        max_digits=4,
        decimal_places=2,
        localize=True,
        initial=38,
        error_messages={"min_value": "Vul minstens 1 uur in.", "max_value": "Vul hoogstens 40 uren in."},
    )
    van = forms.DateField(label="Beschikbaar vanaf")
    tot = forms.DateField(label="Beschikbaar tot en met", required=False)
    omschrijving = forms.CharField(
        label="Omschrijving", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    rijbewijs = forms.ChoiceField(
        label="Rijbewijs", required=False, choices=[("", "Niet nodig"), *met_hoofdletter(Rijbewijs.choices)]
    )
    nederlands = forms.TypedChoiceField(
        label="Nederlands",
        required=False,
        coerce=int,
        empty_value=int(Taalniveau.GEEN),  # type: ignore[arg-type]  # the stubs only know text
        choices=[(0, "Niet nodig"), *met_hoofdletter(Taalniveau.choices[1:])],
    )
    fysiek = forms.TypedChoiceField(
        label="Lichamelijk werk",
        required=False,
        coerce=int,
        empty_value=int(Fysiek.GEWOON),  # type: ignore[arg-type]
        initial=Fysiek.GEWOON,
        choices=met_hoofdletter(Fysiek.choices),
    )
    ploegen = forms.BooleanField(label="Ploegen, of vroege of late uren", required=False)
    weekend = forms.BooleanField(label="Weekendwerk", required=False)
    gemeente = forms.ModelChoiceField(
        Gemeente.objects.order_by("sleutel"),
        label="Gemeente",
        required=False,
        empty_label="Zoals de gebruiker",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )
    met_ov = forms.BooleanField(label="Vlot bereikbaar met bus, tram of trein", required=False)
    met_fiets = forms.BooleanField(label="Vlot bereikbaar met de fiets", required=False)
    begeleiding = forms.ChoiceField(
        label="Begeleiding ter plaatse",
        required=False,
        choices=[("", "Niet gekend"), *met_hoofdletter(Begeleiding.choices)],
    )

    def __init__(self, *args: Any, door: Toegang, met_gebruiker: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ocmws = Organisatie.objects.van_gebied().ocmws().filter(is_actief=True).order_by("naam")
        veld: Any = self.fields["ocmw"]
        if door.mag(Recht.PARTNER_BEWERKEN):
            veld.queryset = ocmws
        else:
            veld.queryset = ocmws.filter(pk__in=door.organisatie_ids)
            veld.initial, veld.required, veld.empty_label = next(iter(door.organisatie_ids), None), True, None
        if met_gebruiker:
            self.fields["gebruiker"] = forms.ModelChoiceField(
                Organisatie.objects.van_gebied().gebruikers().order_by("naam"),
                label="Gebruiker",
                empty_label="Kies waar de plaats is",
                widget=forms.Select(attrs={"data-regie-combobox": ""}),
            )

    def groepen(self) -> list[tuple[str, list[BoundField]]]:
        return [(titel, [self[naam] for naam in velden if naam in self.fields]) for titel, velden in GROEPEN]

    def gegevens(self) -> WerkplaatsGegevens:
        return WerkplaatsGegevens(**{n: self.cleaned_data[n] for n in WerkplaatsGegevens.__dataclass_fields__})

    @staticmethod
    def begin(werkplaats: Werkplaats) -> dict[str, Any]:
        begin = {naam: getattr(werkplaats, naam) for naam in WerkplaatsForm.base_fields}
        return {**begin, "uren": werkplaats.uren.normalize()}


class CapaciteitForm(PeriodeForm):
    aantal = forms.IntegerField(
        label="Aantal plaatsen",
        min_value=0,
        max_value=500,
        help_text="0 als er in die periode geen plaats is.",
        error_messages={"min_value": "Vul 0 of meer in.", "max_value": "Vul hoogstens 500 plaatsen in."},
    )
    van = forms.DateField(label="Vanaf")
    tot = forms.DateField(label="Tot en met", required=False, help_text="Leeg: tot je het weer wijzigt.")


class UitleningForm(PeriodeForm):
    aan_ocmw = forms.ModelChoiceField(Organisatie.objects.none(), label="Voor welk OCMW?", empty_label=None)
    aantal = forms.IntegerField(
        label="Aantal plaatsen",
        min_value=1,
        max_value=50,
        initial=1,
        error_messages={"min_value": "Vul 1 of meer in."},
    )
    van = forms.DateField(label="Vanaf")
    tot = forms.DateField(label="Tot en met")
    tarief = forms.CharField(
        label="Afspraak over het tarief",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: het tarief van het andere OCMW. Schrijf niets over de cliënt.",
    )

    def __init__(self, *args: Any, door: Toegang, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["aan_ocmw"]
        veld.queryset = Organisatie.objects.van_gebied().filter(pk__in=door.organisatie_ids).order_by("naam")
        veld.initial = next(iter(door.organisatie_ids), None)


class AntwoordForm(forms.Form):
    akkoord = forms.TypedChoiceField(
        label="Kan deze plaats uitgeleend worden?",
        coerce=lambda waarde: waarde == "ja",
        choices=[("ja", "Ja, bevestigen"), ("nee", "Nee, weigeren")],
        widget=forms.RadioSelect,
    )
    antwoord = forms.CharField(
        label="Antwoord", max_length=200, required=False, help_text="Bij een weigering: waarom niet?"
    )
