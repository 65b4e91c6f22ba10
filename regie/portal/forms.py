from decimal import Decimal
from typing import Any

from django import forms

from regie.portal.selectors import QuotumRij


class DagForm(forms.Form):
    """Which day to look at; empty is today."""

    op = forms.DateField(label="Toestand op", required=False)


class QuotaForm(forms.Form):
    """One number of places or one amount per OCMW; empty is unknown, 0 is none."""

    def __init__(self, *args: Any, rijen: list[QuotumRij], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rijen = rijen
        for rij in rijen:
            self.fields[self.naam(rij)] = forms.IntegerField(
                label=rij.organisatie.naam,
                required=False,
                min_value=0,
                max_value=999,
                initial=rij.toegekend,
                widget=forms.NumberInput(attrs={"class": "form-control"}),
                error_messages={
                    "invalid": "Vul een geheel getal in, zonder komma.",
                    "min_value": "Vul 0 of meer in.",
                    "max_value": "Vul hoogstens 999 in.",
                },
            )

            self.fields[self.bedragnaam(rij)] = forms.DecimalField(
                label=f"Bedrag voor {rij.organisatie.naam}",
                required=False,
                min_value=0,
                max_digits=11,
                decimal_places=2,
                localize=True,
                initial=rij.budget,
                widget=forms.TextInput(attrs={"class": "form-control", "inputmode": "decimal"}),
                error_messages={"invalid": "Vul een bedrag in, bijvoorbeeld 60000.", "min_value": "Vul 0 of meer in."},
            )

    @staticmethod
    def naam(rij: QuotumRij) -> str:
        return f"ocmw_{rij.organisatie.pk}"

    @staticmethod
    def bedragnaam(rij: QuotumRij) -> str:
        return f"bedrag_{rij.organisatie.pk}"

    def bedragen(self) -> dict[int, Decimal | None]:
        return {rij.organisatie.pk: self.cleaned_data[self.bedragnaam(rij)] for rij in self.rijen}

    def toegekend(self) -> dict[int, int | None]:
        return {rij.organisatie.pk: self.cleaned_data[self.naam(rij)] for rij in self.rijen}


class VertrekForm(forms.Form):
    """Who takes over, and until when the account works."""

    naar = forms.ChoiceField(label="Wie neemt alles over?")
    tot = forms.DateField(
        label="Laatste dag", help_text="Tot en met die dag werkt het account nog. Overdragen gebeurt meteen."
    )

    def __init__(self, *args: Any, collegas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["naar"]
        veld.choices = collegas
