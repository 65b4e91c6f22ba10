"""Forms of the day counter: what moves the end of a step, and the question "what if"."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from trajecten.enums import Afwezigheidssoort, Afwijsreden, Onderbrekingsreden, Verlengreden
from trajecten.forms.velden import DatumVeld, met_hoofdletter
from trajecten.regels.dagteller import SCHORSING, Voorval


class BreukVeld(forms.DecimalField):
    def __init__(self, **kwargs: Any) -> None:
        standaard = {
            "min_value": Decimal("0.01"),
            "max_value": 1,
            "max_digits": 5,
            "decimal_places": 4,
            "localize": True,
            "help_text": "1 is voltijds, 0,5 is halftijds.",
        }
        super().__init__(**{**standaard, **kwargs})


def _periode_klopt(form: forms.Form, van: date | None, tot: date | None, veld: str) -> None:
    if van and tot and tot < van:
        form.add_error(veld, "De laatste dag ligt voor de eerste.")


class BreukForm(forms.Form):
    vanaf = DatumVeld(label="Vanaf")
    breuk = BreukVeld(label="Nieuwe tewerkstellingsbreuk")
    reden = forms.CharField(label="Waarom?", max_length=200, help_text="Bijvoorbeeld: op vraag van de cliënt.")


class AfwezigheidForm(forms.Form):
    soort = forms.ChoiceField(label="Soort", choices=met_hoofdletter(Afwezigheidssoort.choices))
    van = DatumVeld(label="Eerste dag")
    tot = DatumVeld(label="Laatste dag", required=False, help_text="Leeg laten als het nog niet voorbij is.")
    opmerking = forms.CharField(
        label="Opmerking", max_length=200, required=False, help_text="Schrijf geen diagnose of medische gegevens."
    )

    def clean(self) -> None:
        _periode_klopt(self, self.cleaned_data.get("van"), self.cleaned_data.get("tot"), "tot")


class TerugForm(forms.Form):
    tot = DatumVeld(label="Laatste dag")


class SchorsingForm(forms.Form):
    reden = forms.ChoiceField(label="Reden", choices=met_hoofdletter(Onderbrekingsreden.choices))
    van = DatumVeld(label="Eerste dag")
    tot = DatumVeld(label="Laatste dag")
    toelichting = forms.CharField(label="Toelichting", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))

    def clean(self) -> None:
        _periode_klopt(self, self.cleaned_data.get("van"), self.cleaned_data.get("tot"), "tot")


class VerlengingForm(forms.Form):
    reden = forms.ChoiceField(label="Reden", choices=met_hoofdletter(Verlengreden.choices))
    tot = DatumVeld(label="Nieuwe einddatum")
    toelichting = forms.CharField(label="Toelichting", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class EindeForm(forms.Form):
    """The end to take over; one click when the date of the counter is right."""

    einde = DatumVeld(label="Nieuwe einddatum")
    motivering = forms.CharField(
        label="Motivering",
        max_length=300,
        required=False,
        help_text="Nodig als je een andere datum kiest dan de regel geeft.",
    )


class BeslissenForm(forms.Form):
    GOEDKEUREN, WEIGEREN = "goedkeuren", "weigeren"

    besluit = forms.ChoiceField(
        label="Beslissing", widget=forms.RadioSelect, choices=[(GOEDKEUREN, "Goedkeuren"), (WEIGEREN, "Weigeren")]
    )
    weigerreden = forms.ChoiceField(
        label="Bij een weigering: waarom?",
        required=False,
        choices=[("", "Kies een reden"), *met_hoofdletter(Afwijsreden.choices)],
    )
    uitleg = forms.CharField(
        label="Bij een weigering: uitleg", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    volgende_stap = forms.CharField(
        label="Bij een weigering: wat stel je voor?",
        max_length=300,
        required=False,
        help_text="Bijvoorbeeld: nu al een uitstroomplan opmaken.",
    )

    def clean(self) -> None:
        if self.cleaned_data.get("besluit") != self.WEIGEREN:
            return
        for veld, zin in (
            ("weigerreden", "Kies waarom je weigert."),
            ("uitleg", "Leg uit waarom je weigert."),
            ("volgende_stap", "Stel een volgende stap voor."),
        ):
            if not self.cleaned_data.get(veld):
                self.add_error(veld, zin)

    @property
    def keurt_goed(self) -> bool:
        return self.cleaned_data["besluit"] == self.GOEDKEUREN

    def weigering(self) -> dict[str, str]:
        return {naam: self.cleaned_data[naam] for naam in ("weigerreden", "uitleg", "volgende_stap")}


class WatAlsForm(forms.Form):
    """Asked with GET and never saved. Fill in one part or more."""

    breuk = BreukVeld(label="Tewerkstellingsbreuk", required=False)
    breuk_vanaf = DatumVeld(label="Vanaf", required=False)
    soort = forms.ChoiceField(
        label="Afwezigheid",
        required=False,
        choices=[("", "Geen"), *met_hoofdletter(Afwezigheidssoort.choices)],
    )
    weken = forms.IntegerField(label="Hoeveel weken afwezig?", required=False, min_value=1, max_value=104)
    afwezig_vanaf = DatumVeld(label="Afwezig vanaf", required=False)
    schorsing_van = DatumVeld(label="Schorsing van", required=False)
    schorsing_tot = DatumVeld(label="Schorsing tot en met", required=False)

    GROEPEN = (("breuk", "breuk_vanaf"), ("soort", "weken", "afwezig_vanaf"), ("schorsing_van", "schorsing_tot"))

    def clean(self) -> None:
        gegevens = self.cleaned_data
        for groep in self.GROEPEN:
            ingevuld = [naam for naam in groep if gegevens.get(naam)]
            for naam in groep:
                if ingevuld and not gegevens.get(naam) and naam not in self.errors:
                    self.add_error(naam, "Vul dit ook in.")
        _periode_klopt(self, gegevens.get("schorsing_van"), gegevens.get("schorsing_tot"), "schorsing_tot")
        if not self.errors and not any(gegevens.get(naam) for groep in self.GROEPEN for naam in groep):
            raise ValidationError("Vul minstens één verandering in: een breuk, een afwezigheid of een schorsing.")

    def breukwijziging(self) -> tuple[date, Fraction] | None:
        gegevens = self.cleaned_data
        return (gegevens["breuk_vanaf"], Fraction(gegevens["breuk"])) if gegevens.get("breuk") else None

    def voorvallen(self) -> list[Voorval]:
        gegevens, gevonden = self.cleaned_data, []
        if gegevens.get("soort"):
            tot = gegevens["afwezig_vanaf"] + timedelta(weeks=gegevens["weken"]) - timedelta(days=1)
            gevonden.append(Voorval(gegevens["soort"], gegevens["afwezig_vanaf"], tot))
        if gegevens.get("schorsing_van"):
            gevonden.append(Voorval(SCHORSING, gegevens["schorsing_van"], gegevens["schorsing_tot"]))
        return gevonden

    def in_woorden(self) -> list[str]:
        """What is asked, as sentences beside the answer."""
        gegevens, zinnen = self.cleaned_data, []
        if gegevens.get("breuk"):
            breuk = f"{gegevens['breuk'].normalize():f}".replace(".", ",")
            zinnen.append(f"Tewerkstellingsbreuk {breuk} vanaf {gegevens['breuk_vanaf']:%d/%m/%Y}.")
        for voorval in self.voorvallen():
            wat = "Schorsing" if voorval.soort == SCHORSING else Afwezigheidssoort(voorval.soort).label
            zinnen.append(f"{wat[0].upper()}{wat[1:]} van {voorval.van:%d/%m/%Y} tot en met {voorval.tot:%d/%m/%Y}.")
        return zinnen
