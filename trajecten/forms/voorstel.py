"""What a partner proposes, and what is decided about it."""

from calendar import monthrange
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from regie.core.dates import plus_maanden
from regie.core.notatie import MAANDEN
from trajecten.enums import Afwezigheidssoort, Linkdoel, VoorstelSoort
from trajecten.forms.evaluatie import EvaluatieVragenForm
from trajecten.forms.velden import DatumVeld

DATUMLABEL = {
    VoorstelSoort.VERLENGEN: "Tot en met welke dag?",
    VoorstelSoort.STOPPEN: "Wat is de laatste werkdag?",
    VoorstelSoort.EINDDATUM: "Wat wordt de einddatum?",
    VoorstelSoort.STARTDATUM: "Wat wordt de eerste werkdag?",
    VoorstelSoort.UREN: "Vanaf welke dag?",
    VoorstelSoort.PLAATS: "Vanaf wanneer is er plaats?",
}
BREUKEN = [("1", "Voltijds"), ("0.9", "9/10"), ("0.8", "4/5"), ("0.75", "3/4"), ("0.6", "3/5"), ("0.5", "Halftijds")]
# What a workplace knows, and what it is called in a contract.
AFWEZIG = [
    ("", "Kies"),
    (Afwezigheidssoort.ZIEKTE_LOON, "Ziek"),
    (Afwezigheidssoort.VERLOF, "Verlof"),
    (Afwezigheidssoort.ONWETTIG, "Niet verwittigd"),
]
RIJEN = 4


class VoorstelForm(forms.Form):
    datum = DatumVeld(label="Datum", help_text="Dag/maand/jaar, bijvoorbeeld 01/03/2027.")

    def __init__(self, *args: Any, soort: str, naam: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.soort = soort
        self.fields["datum"].label = DATUMLABEL[VoorstelSoort(soort)]
        if soort == VoorstelSoort.UREN:
            self.fields["breuk"] = forms.ChoiceField(label="Hoeveel wordt er gewerkt?", choices=BREUKEN)
        if soort == VoorstelSoort.PLAATS:
            self.fields["functie"] = forms.CharField(label="Welk werk?", max_length=120)
            self.fields["aantal"] = forms.IntegerField(label="Hoeveel plaatsen?", min_value=1, max_value=50, initial=1)
        self.fields["reden"] = forms.CharField(
            label="Waarom?",
            max_length=1000,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text="Schrijf niets over gezondheid of schulden.",
        )
        self.fields["naam"] = forms.CharField(label="Je naam", max_length=120, initial=naam)

    def opdracht(self) -> dict[str, Any]:
        gegevens = self.cleaned_data
        inhoud: dict[str, Any] = {naam: gegevens[naam] for naam in ("breuk", "functie", "aantal") if naam in gegevens}
        inhoud["datum"] = gegevens["datum"].isoformat()
        return {"soort": self.soort, "inhoud": inhoud, "reden": gegevens["reden"], "naam": gegevens["naam"]}


class AanwezigheidForm(forms.Form):
    """The days somebody was away in one month; no rows means: always there."""

    maand = forms.ChoiceField(label="Maand")
    naam = forms.CharField(label="Je naam", max_length=120)

    def __init__(self, *args: Any, vandaag: date, sinds: date, naam: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        maanden = [plus_maanden(vandaag.replace(day=1), -n) for n in range(6)]
        keuzes = [(f"{m:%Y-%m}", f"{MAANDEN[m.month - 1]} {m.year}") for m in maanden if m >= sinds.replace(day=1)]
        self.fields["maand"].choices = keuzes  # type: ignore[attr-defined]
        for nummer in range(1, RIJEN + 1):
            self.fields[f"soort_{nummer}"] = forms.ChoiceField(label="Reden", choices=AFWEZIG, required=False)
            self.fields[f"van_{nummer}"] = DatumVeld(label="Van", required=False)
            self.fields[f"tot_{nummer}"] = DatumVeld(label="Tot en met", required=False)
        self.fields["naam"].initial = naam

    def rijen(self) -> list[tuple[int, Any, Any, Any]]:
        return [(n, self[f"soort_{n}"], self[f"van_{n}"], self[f"tot_{n}"]) for n in range(1, RIJEN + 1)]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if not gegevens.get("maand"):
            return gegevens
        jaar, maand = map(int, gegevens["maand"].split("-"))
        eerste, laatste = date(jaar, maand, 1), date(jaar, maand, monthrange(jaar, maand)[1])
        gegevens["afwezig"] = []
        for nummer in range(1, RIJEN + 1):
            soort, van, tot = (gegevens.get(f"{deel}_{nummer}") for deel in ("soort", "van", "tot"))
            if not soort and not van:
                continue
            if not soort or not van:
                raise ValidationError(f"Vul op regel {nummer} de reden en de eerste dag in.")
            tot = tot or van
            if not eerste <= van <= tot <= laatste:
                raise ValidationError(
                    f"De dagen op regel {nummer} liggen niet in de gekozen maand, of niet op volgorde."
                )
            rij = {"soort": soort, "label": dict(AFWEZIG)[soort], "van": van.isoformat(), "tot": tot.isoformat()}
            gegevens["afwezig"].append(rij)
        return gegevens

    def opdracht(self) -> dict[str, Any]:
        label = dict(self.fields["maand"].choices)[self.cleaned_data["maand"]]  # type: ignore[attr-defined]
        return {
            "soort": VoorstelSoort.AANWEZIGHEID,
            "inhoud": {"maand": label, "afwezig": self.cleaned_data["afwezig"]},
            "reden": f"Aanwezigheid van {label}",
            "naam": self.cleaned_data["naam"],
        }


class LinkMakenForm(EvaluatieVragenForm):
    doel = forms.ChoiceField(
        label="Waarvoor?",
        choices=[
            (Linkdoel.VOORSTEL, "Wijzigingen voorstellen: langer, korter, andere uren"),
            (Linkdoel.AANWEZIGHEID, "Aanwezigheid doorgeven per maand"),
        ],
        widget=forms.RadioSelect,
        initial=Linkdoel.VOORSTEL,
    )
    field_order = ("doel", "contact", "naam", "email", "hoe")


class BeslisForm(forms.Form):
    antwoord = forms.CharField(
        label="Bericht aan wie het voorstelde",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
