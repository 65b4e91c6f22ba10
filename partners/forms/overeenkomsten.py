"""Agreements: the facts, the parties, the figures, the evaluations, and giving notice."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from partners.enums import Actiedomein, Functieniveau, Overeenkomstsoort, Overeenkomststatus
from partners.models import Contactpersoon, Overeenkomst
from partners.services.overeenkomsten import OvereenkomstGegevens
from regie.core.forms import BedragVeld
from regie.core.models import Organisatie

KIES = {"data-regie-combobox": ""}


class OvereenkomstForm(forms.Form):
    """The agreement itself; the rest is added on its page."""

    soort = forms.ChoiceField(label="Soort", choices=Overeenkomstsoort.choices)
    titel = forms.CharField(label="Titel", max_length=160, help_text="Bijvoorbeeld: Samen sterk voor lokaal werk.")
    omschrijving = forms.CharField(
        label="Waarover de afspraken gaan", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    van = forms.DateField(label="Geldig vanaf")
    tot = forms.DateField(label="Geldig tot en met", required=False, help_text="Leeg: onbepaalde duur.")
    opzegtermijn = forms.IntegerField(label="Opzegtermijn in maanden", required=False, min_value=0, max_value=36)
    overleg_per_jaar = forms.IntegerField(
        label="Aantal keer overleg per jaar", required=False, min_value=1, max_value=52
    )
    plaatsen = forms.IntegerField(
        label="Aantal plaatsen", required=False, min_value=0, max_value=999, help_text="Bij een raamovereenkomst."
    )
    functieniveau = forms.ChoiceField(
        label="Tarief volgt functieniveau",
        required=False,
        choices=[("", "Geen tarief afgesproken"), *Functieniveau.choices],
        help_text="Bij een raamovereenkomst: welke rij van de tarieftabel geldt.",
    )
    domeinen = forms.MultipleChoiceField(
        label="Actiedomeinen",
        required=False,
        choices=Actiedomein.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Bij een overeenkomst met VDAB.",
    )

    @staticmethod
    def begin(overeenkomst: Overeenkomst) -> dict[str, Any]:
        return {naam: getattr(overeenkomst, naam) for naam in OvereenkomstGegevens.__dataclass_fields__}

    def gegevens(self) -> OvereenkomstGegevens:
        return OvereenkomstGegevens(
            **{naam: self.cleaned_data[naam] for naam in OvereenkomstGegevens.__dataclass_fields__}
        )


class NieuweOvereenkomstForm(OvereenkomstForm):
    """`eigenaar` is asked only of who belongs to more than one organisatie."""

    eigenaar = forms.ModelChoiceField(
        label="Namens", queryset=Organisatie.objects.none(), empty_label=None, help_text="Wie de overeenkomst bewaart."
    )
    tegenpartij = forms.ModelChoiceField(
        label="Met wie",
        queryset=Organisatie.objects.none(),
        empty_label="Kies een organisatie",
        widget=forms.Select(attrs=KIES),
        help_text="Nog meer partijen voeg je daarna toe.",
    )
    field_order = ("soort", "titel", "eigenaar", "tegenpartij")

    def __init__(
        self, *args: Any, huizen: QuerySet[Organisatie], organisaties: QuerySet[Organisatie], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["eigenaar"].queryset = huizen  # type: ignore[attr-defined]
        self.fields["tegenpartij"].queryset = organisaties  # type: ignore[attr-defined]
        if len(huizen) == 1:
            self.fields["eigenaar"].widget = forms.HiddenInput()
            self.initial["eigenaar"] = huizen[0].pk


class OvereenkomstFilterForm(forms.Form):
    q = forms.CharField(label="Titel of partij", required=False)
    soort = forms.ChoiceField(
        label="Soort", required=False, choices=[("", "Alle soorten"), *Overeenkomstsoort.choices]
    )
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Actueel"), ("alle", "Alle, ook wat voorbij is"), *Overeenkomststatus.choices],
    )
    partij = forms.ModelChoiceField(
        label="Partij", required=False, queryset=Organisatie.objects.none(), empty_label="Alle partijen"
    )

    def __init__(self, *args: Any, organisaties: QuerySet[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partij"].queryset = organisaties  # type: ignore[attr-defined]


class PartijToevoegenForm(forms.Form):
    organisatie = forms.ModelChoiceField(
        label="Organisatie",
        queryset=Organisatie.objects.none(),
        empty_label="Kies een organisatie",
        widget=forms.Select(attrs=KIES),
    )
    ondertekenaar = forms.CharField(
        label="Wie ondertekent", max_length=160, required=False, help_text="Naam en functie."
    )

    def __init__(self, *args: Any, organisaties: QuerySet[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisatie"].queryset = organisaties  # type: ignore[attr-defined]


class PartijForm(forms.Form):
    ondertekenaar = forms.CharField(
        label="Wie ondertekent", max_length=160, required=False, help_text="Naam en functie."
    )
    getekend_op = forms.DateField(label="Getekend op", required=False, help_text="Leeg: nog niet getekend.")
    contactpersoon = forms.ModelChoiceField(
        label="Contactpersoon", required=False, queryset=Contactpersoon.objects.none(), empty_label="Nog niet gekozen"
    )

    def __init__(self, *args: Any, contactpersonen: Iterable[Contactpersoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["contactpersoon"]
        veld.queryset = contactpersonen  # type: ignore[attr-defined]
        veld.label_from_instance = _contactnaam  # type: ignore[attr-defined]


def _contactnaam(contact: Any) -> str:
    return f"{contact.naam}, {contact.functie}" if contact.functie else str(contact.naam)


class DoelForm(forms.Form):
    titel = forms.CharField(label="Wat we meten", max_length=160)
    eenheid = forms.CharField(label="Eenheid", max_length=30, required=False, help_text="Bijvoorbeeld: personen of %.")
    streefwaarde = BedragVeld(label="Streefwaarde")
    stand = BedragVeld(label="Stand", required=False)
    stand_op = forms.DateField(label="Stand op", required=False, help_text="Leeg is vandaag.")


class EvaluatieForm(forms.Form):
    datum = forms.DateField(label="Datum")
    gehouden = forms.BooleanField(label="Heeft plaatsgevonden", required=False)
    verslag = forms.CharField(label="Verslag", required=False, widget=forms.Textarea(attrs={"rows": 6}))


class OpzegForm(forms.Form):
    op = forms.DateField(label="Opgezegd op", help_text="De dag waarop de opzeg verstuurd is.")
    tegen = forms.DateField(label="Laatste dag")
    reden = forms.CharField(label="Reden", max_length=300)

    @staticmethod
    def begin(*, voorstel: date, vandaag: date) -> dict[str, date]:
        return {"op": vandaag, "tegen": voorstel}
