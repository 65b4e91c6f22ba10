"""A tariff, and an indexation to try."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet

from partners.enums import Functieniveau
from regie.core.forms import BedragVeld
from regie.core.models import Organisatie
from regie.core.models.organisatie import Gebruikerscategorie


class TariefForm(forms.Form):
    """`voor`: empty for the whole gebied, else the OCMW that makes an exception."""

    voor = forms.ModelChoiceField(
        label="Voor wie", queryset=Organisatie.objects.none(), required=False, empty_label="Heel het gebied"
    )
    categorie = forms.ChoiceField(label="Categorie van gebruiker", choices=Gebruikerscategorie.choices)
    functieniveau = forms.ChoiceField(label="Functieniveau", choices=Functieniveau.choices)
    bedrag = BedragVeld(label="Bedrag per voltijdse maand", help_text="In euro.")
    geldig_van = forms.DateField(label="Geldig vanaf")
    noot = forms.CharField(label="Noot", max_length=200, required=False)

    def __init__(self, *args: Any, ocmws: QuerySet[Organisatie], hele_gebied: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["voor"]
        veld.queryset = ocmws  # type: ignore[attr-defined]
        if not hele_gebied:
            veld.required, veld.empty_label = True, None  # type: ignore[attr-defined]


class TariefWijzigForm(forms.Form):
    bedrag = BedragVeld(label="Bedrag per voltijdse maand", help_text="In euro.")
    noot = forms.CharField(label="Noot", max_length=200, required=False)


class TariefEindeForm(forms.Form):
    tot = forms.DateField(label="Geldig tot en met")


class PercentageVeld(BedragVeld):
    """May be negative: "-1,5" lowers the tariffs."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(cijfers=5, **kwargs)
        self.min_value = None
        self.validators = [v for v in self.validators if not isinstance(v, MinValueValidator)]
        self.validators.append(MinValueValidator(Decimal(-50)))
        self.validators.append(MaxValueValidator(Decimal(50)))


class IndexForm(forms.Form):
    index = PercentageVeld(label="Simuleer een indexatie, in procent", required=False)


class IndexatieForm(forms.Form):
    """`voor`: empty for the tariffs of the gebied, else the exceptions of one OCMW."""

    percentage = PercentageVeld(label="Percentage", help_text="Bijvoorbeeld 2 of 2,34.")
    vanaf = forms.DateField(label="Nieuwe tarieven vanaf")
    voor = forms.ModelChoiceField(
        label="Welke tarieven", queryset=Organisatie.objects.none(), required=False, empty_label="Van heel het gebied"
    )

    def __init__(self, *args: Any, ocmws: QuerySet[Organisatie], hele_gebied: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["voor"]
        veld.queryset = ocmws  # type: ignore[attr-defined]
        veld.label_from_instance = _uitzonderingen  # type: ignore[attr-defined]
        if not hele_gebied:
            veld.required, veld.empty_label = True, None  # type: ignore[attr-defined]


def _uitzonderingen(ocmw: Any) -> str:
    return f"De uitzonderingen van {ocmw}"
