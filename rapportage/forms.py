from datetime import date
from typing import Any

from django import forms

from rapportage.enums import Onderdeel, PeriodeSoort
from rapportage.models import RapportAbonnement
from rapportage.perioden import laatste_volledige, lees_periode
from rapportage.selectors.ontvangers import MogelijkeOntvanger
from rapportage.services import Ontvanger
from regie.cijfers.periode import Periode

MAANDEN, KWARTALEN = 24, 8


def _onderdelen() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label="Onderdelen",
        choices=Onderdeel.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Voorblad en bijlage zitten er altijd bij.",
        error_messages={"required": "Kies minstens één onderdeel."},
    )


def _periodekeuzes(vandaag: date) -> list[tuple[str, list[tuple[str, str]]]]:
    keuzes = []
    for soort, aantal, kop in (
        (PeriodeSoort.MAAND, MAANDEN, "Maanden"),
        (PeriodeSoort.KWARTAAL, KWARTALEN, "Kwartalen"),
    ):
        periode, lijst = laatste_volledige(soort, vandaag), []
        for _ in range(aantal):
            lijst.append((periode.sleutel, periode.label))
            periode = periode.vorige()
        keuzes.append((kop, lijst))
    return keuzes


class OntvangersMixin:
    """Turns the chosen keys into receivers. Keys that are not in the list are refused by the field itself."""

    per_sleutel: dict[str, MogelijkeOntvanger]

    def _ontvanger(self, sleutel: str) -> Ontvanger:
        keuze = self.per_sleutel[sleutel]
        return Ontvanger(keuze.naam, keuze.email, keuze.organisatie_id)


class RapportForm(OntvangersMixin, forms.Form):
    """Who has a subscription is chosen already; everybody else stands apart, because there can be many of them."""

    periode = forms.ChoiceField(label="Periode", help_text="Alleen perioden die voorbij zijn.")
    onderdelen = _onderdelen()
    abonnees = forms.MultipleChoiceField(
        label="Wie een abonnement heeft",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Zij krijgen het rapport per mail zodra het klaar is. Je kan ook later versturen.",
    )
    anderen = forms.MultipleChoiceField(label="Andere ontvangers", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(
        self, *args: Any, ontvangers: list[MogelijkeOntvanger], abonnees: set[str], vandaag: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.per_sleutel = {keuze.sleutel: keuze for keuze in ontvangers}
        vast = [(k.sleutel, k.korte_naam) for k in ontvangers if k.email.lower() in abonnees]
        rest = [(k.sleutel, k.korte_naam) for k in ontvangers if k.email.lower() not in abonnees]
        self._keuzes("periode", _periodekeuzes(vandaag), laatste_volledige(PeriodeSoort.MAAND, vandaag).sleutel)
        self._keuzes("abonnees", vast, [sleutel for sleutel, _ in vast])
        self._keuzes("anderen", rest, [])
        self.fields["onderdelen"].initial = list(Onderdeel.values)
        for naam, keuzes in (("abonnees", vast), ("anderen", rest)):
            if not keuzes:
                del self.fields[naam]

    def _keuzes(self, naam: str, keuzes: list[Any], begin: object) -> None:
        self.fields[naam].choices = keuzes  # type: ignore[attr-defined]
        self.fields[naam].initial = begin

    def clean_periode(self) -> Periode:
        return lees_periode(self.cleaned_data["periode"])

    def voor_service(self) -> dict[str, Any]:
        gekozen = [*self.cleaned_data.get("abonnees", []), *self.cleaned_data.get("anderen", [])]
        return {
            "periode": self.cleaned_data["periode"],
            "onderdelen": self.cleaned_data["onderdelen"],
            "ontvangers": [self._ontvanger(sleutel) for sleutel in gekozen],
        }


class OntvangerForm(OntvangersMixin, forms.Form):
    """One receiver more for a rapport that exists."""

    ontvanger = forms.ChoiceField(
        label="Naar wie?",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
        error_messages={"required": "Kies aan wie je het rapport wil sturen."},
    )

    def __init__(self, *args: Any, ontvangers: list[MogelijkeOntvanger], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.per_sleutel = {keuze.sleutel: keuze for keuze in ontvangers}
        keuzes = [(keuze.sleutel, keuze.label) for keuze in ontvangers]
        self.fields["ontvanger"].choices = [("", "Kies een persoon"), *keuzes]  # type: ignore[attr-defined]

    def clean_ontvanger(self) -> Ontvanger:
        return self._ontvanger(self.cleaned_data["ontvanger"])


class CorrectieForm(forms.Form):
    reden = forms.CharField(
        label="Waarom komt er een nieuwe versie?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Staat in het nieuwe rapport en in de mail. Noem geen cliënten.",
        error_messages={"required": "Schrijf op waarom er een nieuwe versie komt."},
    )
    ook_versturen = forms.BooleanField(
        label="Stuur de nieuwe versie naar wie de vorige kreeg", required=False, initial=True
    )


class AbonnementForm(OntvangersMixin, forms.Form):
    ontvanger = forms.ChoiceField(
        label="Ontvanger",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
        error_messages={"required": "Kies wie het rapport krijgt."},
    )
    frequentie = forms.ChoiceField(
        label="Hoe vaak?",
        choices=[(PeriodeSoort.MAAND, "Elke maand"), (PeriodeSoort.KWARTAAL, "Elk kwartaal")],
        widget=forms.RadioSelect,
    )
    onderdelen = _onderdelen()
    verzenddag = forms.IntegerField(
        label="Dag van de maand",
        min_value=1,
        max_value=28,
        help_text="Het rapport over de vorige maand of het vorige kwartaal vertrekt op deze dag.",
        error_messages={
            "min_value": "Kies een dag van 1 tot en met 28.",
            "max_value": "Kies een dag van 1 tot en met 28.",
        },
    )
    vanaf = forms.DateField(label="Vanaf", help_text="Vanaf deze dag vertrekken er rapporten.")

    def __init__(self, *args: Any, ontvangers: list[MogelijkeOntvanger], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.per_sleutel = {keuze.sleutel: keuze for keuze in ontvangers}
        keuzes = [(keuze.sleutel, keuze.label) for keuze in ontvangers]
        self.fields["ontvanger"].choices = [("", "Kies een persoon"), *keuzes]  # type: ignore[attr-defined]

    @staticmethod
    def begin(abonnement: RapportAbonnement) -> dict[str, Any]:
        return {
            "ontvanger": f"contact:{abonnement.contactpersoon_id}"
            if abonnement.contactpersoon_id
            else f"account:{abonnement.user_id}",
            "frequentie": abonnement.frequentie,
            "onderdelen": abonnement.onderdelen,
            "verzenddag": abonnement.verzenddag,
            "vanaf": abonnement.vanaf,
        }

    def voor_service(self) -> dict[str, Any]:
        """The fields as `abonnement_bewaren` wants them."""
        velden = dict(self.cleaned_data)
        soort, _, sleutel = velden.pop("ontvanger").partition(":")
        return {**velden, "contactpersoon_id": sleutel} if soort == "contact" else {**velden, "user_id": int(sleutel)}
