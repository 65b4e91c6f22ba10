"""What somebody fills in about a contact with an employer, a lead, and who may not be rung."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from partners.enums import Contactdoel, Contactkanaal, Contactresultaat, Opvolgingsoort
from partners.models import Contactmoment, Opvolging
from partners.selectors import contactpersonen_van
from regie.core.models import Organisatie


class ContactmomentForm(forms.Form):
    """Four things at a glance; who, another day and the note are one click further."""

    gezien = forms.CharField(required=False, widget=forms.HiddenInput)
    kanaal = forms.ChoiceField(label="Hoe", choices=Contactkanaal.te_kiezen(), initial=Contactkanaal.TELEFOON)
    doel = forms.ChoiceField(label="Waarom", choices=[("", "Kies waarom"), *Contactdoel.choices])
    resultaat = forms.ChoiceField(
        label="Resultaat", choices=[("", "Kies het resultaat"), *Contactresultaat.te_kiezen()]
    )
    volgende_stap = forms.CharField(
        label="Volgende stap of belofte",
        max_length=160,
        required=False,
        help_text="Heel het gebied leest dit. Zet er geen namen van cliënten in.",
    )
    volgende_stap_op = forms.DateField(
        label="Tegen", required=False, help_text="Dan staat het op je lijst van opvolging."
    )
    rondt_af = forms.ModelMultipleChoiceField(
        label="Hiermee is ook klaar",
        queryset=Opvolging.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    notitie = forms.CharField(
        label="Notitie",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    contactpersoon = forms.ModelChoiceField(
        label="Met wie", queryset=Contactmoment.objects.none(), required=False, empty_label="Niet ingevuld"
    )
    datum = forms.DateField(label="Wanneer")
    organisatie = forms.ModelChoiceField(label="Namens", queryset=Organisatie.objects.none(), empty_label=None)

    SNEL = ("kanaal", "doel", "resultaat", "volgende_stap", "volgende_stap_op", "rondt_af", "organisatie")
    MEER = ("notitie", "contactpersoon", "datum")

    def __init__(
        self,
        *args: Any,
        werkgever: Any,
        organisaties: QuerySet[Organisatie],
        af_te_ronden: QuerySet[Opvolging] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contactpersoon"].queryset = contactpersonen_van(werkgever)  # type: ignore[attr-defined]
        eigen = list(organisaties)
        self.eigen_organisatie = eigen[0] if len(eigen) == 1 else None
        if self.eigen_organisatie:
            del self.fields["organisatie"]
        else:
            self.fields["organisatie"].queryset = organisaties  # type: ignore[attr-defined]
        if af_te_ronden is None or not af_te_ronden:
            del self.fields["rondt_af"]
        else:
            veld = self.fields["rondt_af"]
            veld.queryset = af_te_ronden  # type: ignore[attr-defined]
            veld.label_from_instance = lambda rij: rij.titel  # type: ignore[attr-defined]
            veld.initial = [rij.pk for rij in af_te_ronden]
        van = self.eigen_organisatie or "je organisatie"
        self.fields["notitie"].help_text = f"Blijft bij {van}: geen enkele andere organisatie leest dit."

    @property
    def snel(self) -> list[Any]:
        return [self[naam] for naam in self.SNEL if naam in self.fields]

    @property
    def meer(self) -> list[Any]:
        return [self[naam] for naam in self.MEER]

    @property
    def meer_open(self) -> bool:
        return any(self.errors.get(naam) for naam in self.MEER)

    @staticmethod
    def begin(contact: Contactmoment, notitie: str) -> dict[str, Any]:
        velden = ("kanaal", "doel", "resultaat", "volgende_stap", "volgende_stap_op", "contactpersoon", "datum")
        return {**{naam: getattr(contact, naam) for naam in velden}, "notitie": notitie}


class RedenForm(forms.Form):
    reden = forms.CharField(label="Waarom", max_length=200, help_text="Heel het gebied leest dit.")


class OvernameForm(RedenForm):
    organisatie = forms.ModelChoiceField(label="Voor", queryset=Organisatie.objects.none(), empty_label=None)

    def __init__(self, *args: Any, organisaties: QuerySet[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisatie"].queryset = organisaties  # type: ignore[attr-defined]
        self.fields["organisatie"].initial = organisaties.first()
        if len(organisaties) == 1:
            self.fields["organisatie"].widget = forms.HiddenInput()


class AntwoordForm(forms.Form):
    """The button pressed says what was decided."""

    antwoord = forms.CharField(
        label="Antwoord", max_length=200, required=False, help_text="Verplicht als je weigert. De andere leest het."
    )


class NietBenaderenForm(RedenForm):
    tot = forms.DateField(
        label="Tot en met", required=False, help_text="Daarna mag de werkgever vanzelf weer benaderd worden."
    )


class AccounthouderForm(forms.Form):
    organisatie = forms.ModelChoiceField(
        label="Accounthouder",
        queryset=Organisatie.objects.none(),
        required=False,
        empty_label="Niemand",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisaties = Organisatie.objects.van_gebied().filter(is_actief=True).order_by("naam")
        self.fields["organisatie"].queryset = organisaties  # type: ignore[attr-defined]


class UitstelForm(forms.Form):
    tot = forms.DateField(label="Uitstellen tot")


class ContactenFilter(forms.Form):
    """The log of the gebied; nothing filled in is everything."""

    organisatie = forms.ModelChoiceField(
        label="Organisatie", queryset=Organisatie.objects.none(), required=False, empty_label="Alle organisaties"
    )
    doel = forms.ChoiceField(label="Waarom", required=False, choices=[("", "Alles"), *Contactdoel.choices])
    van = forms.DateField(label="Vanaf", required=False)
    tot = forms.DateField(label="Tot en met", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spraken = Contactmoment.objects.geldig().values("organisatie")
        organisaties = Organisatie.objects.van_gebied().filter(pk__in=spraken).order_by("naam")
        self.fields["organisatie"].queryset = organisaties  # type: ignore[attr-defined]

    def gekozen(self) -> dict[str, Any]:
        if not self.is_valid():
            return {}
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}


class OpvolgingFilter(forms.Form):
    soort = forms.ChoiceField(label="Soort", required=False, choices=[("", "Alles"), *Opvolgingsoort.choices])


def als_contactinvoer(gegevens: dict[str, Any]) -> dict[str, Any]:
    """The part of the form that is the contact itself."""
    namen = ("datum", "kanaal", "doel", "resultaat", "volgende_stap", "volgende_stap_op", "contactpersoon", "notitie")
    return {naam: gegevens[naam] for naam in namen}
