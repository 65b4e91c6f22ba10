"""What a partner fills in about itself, with an account or behind a link."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django import forms

from partners.forms.netwerk import ContactForm, TelefoonVeld, WebsiteVeld
from partners.models import Contactpersoon
from partners.services.eigen import EigenGegevens
from partners.services.gegevens import Antwoord, ContactAntwoord
from partners.services.netwerk import ContactGegevens
from regie.core.models import Gemeente, Organisatie

NIET_ZELF = "Naam, soort, KBO-nummer of categorie fout? Schrijf het hier, dan wijzigt de regio het."


class EigenGegevensForm(forms.Form):
    gemeente = forms.ModelChoiceField(
        label="Gemeente",
        queryset=Gemeente.objects.order_by("sleutel"),
        required=False,
        empty_label="Kies een gemeente",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )
    telefoon = TelefoonVeld(label="Telefoon", max_length=30, required=False)
    email = forms.EmailField(label="E-mailadres", required=False, help_text="Een algemeen adres van jullie.")
    website = WebsiteVeld(label="Website", required=False)

    def gegevens(self) -> EigenGegevens:
        return EigenGegevens(**{naam: self.cleaned_data[naam] for naam in EigenGegevens.__dataclass_fields__})

    @staticmethod
    def begin(organisatie: Organisatie) -> dict[str, Any]:
        return {naam: getattr(organisatie, naam) for naam in EigenGegevensForm.base_fields}


class OpmerkingForm(forms.Form):
    opmerking = forms.CharField(
        label="Iets dat je niet zelf kunt wijzigen",
        required=False,
        max_length=500,
        help_text=NIET_ZELF,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class EigenContactForm(ContactForm):
    """Without what the region notes for itself: since when somebody agreed to be kept."""

    toestemming_op = None  # type: ignore[assignment]  # how Django leaves out a field of the base

    def gegevens(self, contact: Contactpersoon | None = None) -> ContactGegevens:
        """What is not asked here stays as it was."""
        velden = {n: self.cleaned_data[n] for n in self.fields if n in ContactGegevens.__dataclass_fields__}
        return replace(huidig(contact), **velden) if contact else ContactGegevens(**velden)

    @classmethod
    def begin(cls, contact: Contactpersoon) -> dict[str, Any]:
        return {naam: getattr(contact, naam) for naam in cls.base_fields if hasattr(contact, naam)}


def huidig(contact: Contactpersoon) -> ContactGegevens:
    return ContactGegevens(**{naam: getattr(contact, naam) for naam in ContactGegevens.__dataclass_fields__})


class KortContactForm(EigenContactForm):
    """Behind a link: only how to reach somebody."""

    taal = None  # type: ignore[assignment]

    def clean_taal(self) -> str:
        return ""


class ContactregelForm(KortContactForm):
    """One contact person in the form behind a link."""

    is_weg = forms.BooleanField(label="Werkt hier niet meer", required=False)

    def clean(self) -> dict[str, Any]:
        """Of who left nothing else has to be right."""
        velden = super().clean() or {}
        if velden.get("is_weg"):
            self.errors.clear()
        return velden


class NieuwContactForm(KortContactForm):
    """Empty is fine; half filled in is not."""

    def __init__(self, data: Any, prefix: str) -> None:
        super().__init__(data, prefix=prefix, empty_permitted=True, use_required_attribute=False)


class NazichtForm:
    """Everything somebody sees behind the link: the organisatie, each contact person, a new one, a remark."""

    def __init__(self, data: Any, organisatie: Organisatie, contacten: Sequence[Contactpersoon]) -> None:
        self._eigen_fouten: list[str] = []
        self.organisatie = EigenGegevensForm(data, initial=EigenGegevensForm.begin(organisatie), prefix="org")
        self.contacten = [
            (c, ContactregelForm(data, initial=ContactregelForm.begin(c), prefix=f"c{nr}"))
            for nr, c in enumerate(contacten, 1)
        ]
        self.nieuw = NieuwContactForm(data, prefix="nieuw")
        self.opmerking = OpmerkingForm(data)

    is_bound = True

    def __iter__(self) -> Iterator[forms.BoundField]:
        """Every field, for the summary of errors."""
        return (veld for form in self.delen for veld in form)

    @property
    def errors(self) -> list[Any]:
        return [*self._eigen_fouten, *(form.errors for form in self.delen if form.is_bound and form.errors)]

    def non_field_errors(self) -> list[str]:
        delen = [str(zin) for form in self.delen if form.is_bound for zin in form.non_field_errors()]
        return [*self._eigen_fouten, *delen]

    def weiger(self, zinnen: Sequence[str]) -> None:
        """What a service refuses, about the whole."""
        self._eigen_fouten.extend(zinnen)

    @property
    def delen(self) -> list[forms.Form]:
        return [self.organisatie, *(form for _, form in self.contacten), self.nieuw, self.opmerking]

    def is_valid(self) -> bool:
        """Asks every part, so that every error shows at once."""
        juist = [form.is_valid() for form in self.delen]
        return all(juist)

    def antwoord(self) -> Antwoord:
        return Antwoord(
            gegevens=self.organisatie.gegevens(),
            contacten=[_regel(contact, form) for contact, form in self.contacten],
            nieuw=self.nieuw.gegevens() if self.nieuw.has_changed() else None,
            opmerking=self.opmerking.cleaned_data["opmerking"],
        )


def _regel(contact: Contactpersoon, form: ContactregelForm) -> ContactAntwoord:
    if form.cleaned_data["is_weg"]:
        return ContactAntwoord(contact.pk, huidig(contact), is_weg=True)
    return ContactAntwoord(contact.pk, form.gegevens(contact))
