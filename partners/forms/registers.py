"""Sector covenants and social purchases."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from partners.enums import Aankooptype
from partners.forms.netwerk import KboVeld
from regie.core.forms import BedragVeld
from regie.core.models import Organisatie

CPV = re.compile(r"(\d{8})(?:-?(\d))?")


class CpvVeld(forms.CharField):
    """The common procurement vocabulary: eight digits, with or without the ninth after a dash."""

    def clean(self, value: Any) -> str:
        tekst = re.sub(r"[\s.]", "", super().clean(value))
        if not tekst:
            return ""
        gevonden = CPV.fullmatch(tekst)
        if gevonden is None:
            raise ValidationError("Een CPV-code heeft acht cijfers en soms een negende, bijvoorbeeld 77310000-6.")
        return f"{gevonden[1]}-{gevonden[2]}" if gevonden[2] else gevonden[1]


class ConvenantForm(forms.Form):
    sector = forms.CharField(label="Sector", max_length=120)
    paritair_comite = forms.CharField(
        label="Paritair comité", max_length=60, required=False, help_text="Bijvoorbeeld 145 of 329.01."
    )
    van = forms.DateField(label="Loopt vanaf")
    tot = forms.DateField(label="Loopt tot en met", required=False)
    bron = forms.URLField(label="Adres van de tekst", required=False, assume_scheme="https")
    omschrijving = forms.CharField(label="Waarover het gaat", required=False, widget=forms.Textarea(attrs={"rows": 3}))


class VerbintenisForm(forms.Form):
    tekst = forms.CharField(label="Wat de sector belooft", max_length=300)
    streefgetal = BedragVeld(cijfers=12, label="Streefgetal", required=False)
    eenheid = forms.CharField(label="Eenheid", max_length=40, required=False, help_text="Bijvoorbeeld: stages.")
    tegen = forms.DateField(label="Tegen", required=False)
    stand = BedragVeld(cijfers=12, label="Stand", required=False)
    stand_op = forms.DateField(label="Stand op", required=False, help_text="Leeg is vandaag.")


class ActieForm(forms.Form):
    titel = forms.CharField(label="Wat we hier doen", max_length=200)
    trekker = forms.ModelChoiceField(
        label="Trekker",
        queryset=Organisatie.objects.none(),
        empty_label="Kies een organisatie",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )
    datum = forms.DateField(label="Tegen")
    klaar_op = forms.DateField(label="Klaar op", required=False)
    resultaat = forms.CharField(label="Resultaat", max_length=300, required=False)

    def __init__(self, *args: Any, organisaties: QuerySet[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["trekker"].queryset = organisaties  # type: ignore[attr-defined]


class AankoopForm(forms.Form):
    opdracht = forms.CharField(label="Opdracht", max_length=200)
    bestuur = forms.ModelChoiceField(label="Bestuur", queryset=Organisatie.objects.none(), empty_label=None)
    jaar = forms.IntegerField(label="Jaar", min_value=2000, max_value=2100)
    bedrag = BedragVeld(cijfers=12, label="Bedrag zonder btw", help_text="In euro.")
    type = forms.ChoiceField(label="Type", choices=Aankooptype.choices)
    cpv = CpvVeld(label="CPV-code", required=False, help_text="Bijvoorbeeld 77310000-6.")
    uitvoerder = forms.CharField(label="Uitvoerder", max_length=160)
    uitvoerder_kbo = KboVeld(label="KBO-nummer van de uitvoerder", required=False)
    uren = forms.IntegerField(label="Uren voor de doelgroep", required=False, min_value=0, max_value=9_999_999)
    plaatsen = forms.IntegerField(label="Plaatsen voor de doelgroep", required=False, min_value=0, max_value=9999)
    noot = forms.CharField(label="Noot", max_length=300, required=False)

    def __init__(self, *args: Any, besturen: QuerySet[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bestuur"].queryset = besturen  # type: ignore[attr-defined]


class VolumeForm(forms.Form):
    bestuur = forms.ModelChoiceField(label="Bestuur", queryset=Organisatie.objects.none(), empty_label=None)
    jaar = forms.IntegerField(label="Jaar", min_value=2000, max_value=2100)
    bedrag = BedragVeld(cijfers=12, label="Alle aankopen zonder btw", help_text="In euro.")
    bron = forms.CharField(
        label="Waar dit cijfer vandaan komt", max_length=200, required=False, help_text="Bijvoorbeeld: jaarrekening."
    )

    def __init__(self, *args: Any, besturen: QuerySet[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bestuur"].queryset = besturen  # type: ignore[attr-defined]


class AankoopFilterForm(forms.Form):
    jaar = forms.TypedChoiceField(label="Jaar", required=False, coerce=int, empty_value=None)
    bestuur = forms.ModelChoiceField(
        label="Bestuur", required=False, queryset=Organisatie.objects.none(), empty_label="Alle besturen"
    )
    type = forms.ChoiceField(label="Type", required=False, choices=[("", "Alle types"), *Aankooptype.choices])

    def __init__(self, *args: Any, jaren: list[int], besturen: QuerySet[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jaar"].choices = [("", "Alle jaren"), *((jaar, str(jaar)) for jaar in jaren)]  # type: ignore[attr-defined]
        self.fields["bestuur"].queryset = besturen  # type: ignore[attr-defined]
