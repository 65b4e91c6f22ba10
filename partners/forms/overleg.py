"""Forms of meetings: when and where, the agenda, who comes, what was said, decided and agreed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from partners.enums import Aanwezigheid, OverlegSoort
from partners.forms.partnerschap import alle_organisaties, organisatieveld
from partners.forms.plaatsen import met_hoofdletter
from partners.models import Overleg, Partnerschap
from partners.selectors.deelnemers import Kandidaat
from partners.selectors.overleg import OverlegKaart
from partners.services.verslag import TEKST, TERUG, WIE, TaakGegevens
from regie.core.bewaren import LANGSTE

UUR = "Typ een uur, bijvoorbeeld 9.30."
UURNOTATIES = ["%H:%M", "%H.%M", "%Hu%M", "%Hu", "%H"]


def uurveld(label: str) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        input_formats=UURNOTATIES,
        error_messages={"invalid": UUR},
        widget=forms.TimeInput(format="%H.%M", attrs={"inputmode": "decimal", "class": "smal"}),
        help_text="Bijvoorbeeld 9.30.",
    )


class TijdForm(forms.Form):
    """Base of what takes place on a day, from an hour to an hour."""

    datum = forms.DateField(label="Datum")
    begin = uurveld("Begint om")
    einde = uurveld("Eindigt om")
    plaats = forms.CharField(label="Plaats", max_length=200, required=False, help_text="Adres, zaal of online.")

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        begin, einde = velden.get("begin"), velden.get("einde")
        if begin and einde and einde <= begin:
            self.add_error("einde", "Het overleg eindigt voor het begint. Kies een later uur.")
        return velden


class OverlegForm(TijdForm):
    titel = forms.CharField(label="Titel", max_length=160, help_text="Bijvoorbeeld: Stuurgroep Samen naar werk.")
    soort = forms.ChoiceField(label="Soort", choices=met_hoofdletter(OverlegSoort.choices))
    partnerschap = forms.ModelChoiceField(
        Partnerschap.objects.none(), label="Partnerschap", required=False, empty_label="Geen partnerschap"
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Staat bovenaan de agenda.",
    )
    field_order = ("titel", "soort", "partnerschap", "datum", "begin", "einde", "plaats", "toelichting")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["partnerschap"].queryset = Partnerschap.objects.order_by("naam")

    @staticmethod
    def begin_van(overleg: Overleg) -> dict[str, Any]:
        return {naam: getattr(overleg, naam) for naam in OverlegForm.base_fields}


class PuntForm(forms.Form):
    titel = forms.CharField(label="Agendapunt", max_length=200)
    toelichting = forms.CharField(
        label="Toelichting", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    minuten = forms.IntegerField(
        label="Minuten",
        required=False,
        min_value=1,
        max_value=480,
        error_messages={"min_value": "Vul 1 of meer in.", "max_value": "Vul hoogstens 480 minuten in."},
    )


class DeelnemerForm(forms.Form):
    wie = forms.ChoiceField(
        label="Deelnemer toevoegen",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
        help_text="Contactpersonen van partners en collega's met een account.",
    )

    def __init__(self, *args: Any, kandidaten: list[Kandidaat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.per_sleutel = {kandidaat.sleutel: kandidaat for kandidaat in kandidaten}
        veld: Any = self.fields["wie"]
        veld.choices = [("", "Kies iemand"), *((k.sleutel, f"{k.naam}, {k.organisatie}") for k in kandidaten)]

    def kandidaat(self) -> Kandidaat:
        return self.per_sleutel[self.cleaned_data["wie"]]


class AfgelastForm(forms.Form):
    reden = forms.CharField(label="Reden", max_length=200, help_text="Staat in de mail aan de deelnemers.")


class TaakForm(forms.Form):
    wat = forms.CharField(
        label="Taak", max_length=160, help_text="Iedereen van het gebied leest dit. Schrijf niets over een cliënt."
    )
    organisatie = organisatieveld("Wie doet het?")
    wie = forms.TypedChoiceField(label="Persoon", required=False, coerce=int, empty_value=None)
    datum = forms.DateField(label="Tegen")

    def __init__(self, *args: Any, accounts: list[tuple[int, str]], vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        velden: dict[str, Any] = self.fields
        velden["organisatie"].queryset = alle_organisaties()
        velden["wie"].choices = [("", "Niemand in het bijzonder"), *accounts]

    def gegevens(self) -> TaakGegevens:
        data = self.cleaned_data
        return TaakGegevens(wat=data["wat"], organisatie=data["organisatie"], datum=data["datum"], wie_id=data["wie"])


class VerslagForm(forms.Form):
    """Per item what was said and whether it comes back; per participant whether they were there."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kaart: OverlegKaart, velden: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kaart = kaart
        for rij in kaart.punten:
            naam = f"{TEKST}{rij.punt.pk}"
            self.fields[naam] = forms.CharField(
                label=f"Verslag van punt {rij.nummer}",
                required=False,
                max_length=LANGSTE,
                initial=velden[naam],
                widget=forms.Textarea(attrs={"rows": 4}),
            )
            naam = f"{TERUG}{rij.punt.pk}"
            self.fields[naam] = forms.BooleanField(
                label="Komt terug op het volgende overleg", required=False, initial=velden[naam] == "on"
            )
        for deelnemer in kaart.deelnemers:
            naam = f"{WIE}{deelnemer.pk}"
            self.fields[naam] = forms.ChoiceField(
                label=deelnemer.naam, choices=met_hoofdletter(Aanwezigheid.choices), initial=velden[naam]
            )

    def punten(self) -> list[tuple[Any, BoundField, BoundField]]:
        return [(rij, self[f"{TEKST}{rij.punt.pk}"], self[f"{TERUG}{rij.punt.pk}"]) for rij in self.kaart.punten]

    def aanwezigen(self) -> list[tuple[Any, BoundField]]:
        return [(deelnemer, self[f"{WIE}{deelnemer.pk}"]) for deelnemer in self.kaart.deelnemers]

    def waarden(self) -> dict[str, str]:
        """As an automatic save would send them."""
        uit = {}
        for naam, waarde in self.cleaned_data.items():
            if naam != "versie":
                uit[naam] = ("on" if waarde else "") if isinstance(waarde, bool) else waarde
        return uit


class OverlegFilterForm(forms.Form):
    zoek = forms.CharField(label="Titel of plaats", required=False)
    soort = forms.ChoiceField(
        label="Soort", required=False, choices=[("", "Alle soorten"), *met_hoofdletter(OverlegSoort.choices)]
    )
