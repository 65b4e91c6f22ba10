"""Forms of partnerships: what it is, who takes part, numbers, decisions; and who works with whom."""

from typing import Any

from django import forms

from partners.enums import BesluitStatus, Fase, Financiering, Partnerrol, PartnerschapStatus, Thema
from partners.forms.plaatsen import PeriodeForm, met_hoofdletter
from partners.models import Partnerschap, Partnerschapspartner, Samenwerking
from regie.core.models import Organisatie

JAREN = (2020, 2050)


def organisatieveld(label: str, *, verplicht: bool = True, leeg: str = "Kies een organisatie", hulp: str = "") -> Any:
    return forms.ModelChoiceField(
        Organisatie.objects.none(),
        label=label,
        required=verplicht,
        empty_label=leeg,
        help_text=hulp,
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )


def alle_organisaties() -> Any:
    return Organisatie.objects.van_gebied().filter(is_actief=True).order_by("naam")


def gemeentenveld(hulp: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label="Gemeenten", required=False, help_text=hulp, widget=forms.CheckboxSelectMultiple
    )


class PartnerschapForm(PeriodeForm):
    naam = forms.CharField(label="Naam", max_length=160)
    penhouder = organisatieveld("Penhouder", hulp="De organisatie die het dossier indient en het geld ontvangt.")
    status = forms.ChoiceField(label="Status", choices=met_hoofdletter(PartnerschapStatus.choices))
    van = forms.DateField(label="Van")
    tot = forms.DateField(label="Tot en met", required=False)
    doelgroep = forms.CharField(
        label="Doelgroep",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Voor welke mensen? Beschrijf de groep, geen personen.",
    )
    financiering = forms.ChoiceField(
        label="Financiering", required=False, choices=[("", "Nog niet gekend"), *Financiering.choices]
    )
    financiering_noot = forms.CharField(
        label="Over de financiering", max_length=200, required=False, help_text="Bijvoorbeeld: oproep, dossiernummer."
    )
    gemeenten = gemeentenveld("Niets aangevinkt: heel het gebied.")

    def __init__(self, *args: Any, gemeenten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["penhouder"].queryset = alle_organisaties()
        velden["gemeenten"].choices = gemeenten

    @staticmethod
    def begin(partnerschap: Partnerschap) -> dict[str, Any]:
        return {naam: getattr(partnerschap, naam) for naam in PartnerschapForm.base_fields}


class PartnerForm(PeriodeForm):
    organisatie = organisatieveld("Organisatie")
    rol = forms.ChoiceField(label="Rol", choices=met_hoofdletter(Partnerrol.choices))
    thema = forms.ChoiceField(
        label="Werkt aan",
        required=False,
        choices=[("", "Geen thema in het bijzonder"), *met_hoofdletter(Thema.choices)],
        help_text="Zo komt deze partner op de netwerkkaart.",
    )
    mandaat = forms.CharField(
        label="Mandaat",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat mag deze partner beslissen zonder terug te koppelen? En wat niet?",
    )
    van = forms.DateField(label="Partner vanaf")
    tot = forms.DateField(label="Partner tot en met", required=False, help_text="Vul in als deze partner stopt.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["organisatie"].queryset = alle_organisaties()

    @staticmethod
    def begin(partner: Partnerschapspartner) -> dict[str, Any]:
        return {naam: getattr(partner, naam) for naam in PartnerForm.base_fields}


class FasenForm(forms.Form):
    """One number per phase; empty is not known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for fase in Fase:
            self.fields[fase.value] = forms.IntegerField(
                label=fase.label.capitalize(),
                required=False,
                min_value=0,
                max_value=100_000,
                error_messages={"min_value": "Vul 0 of meer in."},
            )

    def aantallen(self) -> dict[str, int | None]:
        return {fase.value: self.cleaned_data[fase.value] for fase in Fase}


class FasecijferForm(FasenForm):
    bron = forms.CharField(
        label="Bron",
        max_length=200,
        help_text="Waar komen deze aantallen vandaan? Bijvoorbeeld: telling van de partners in de stuurgroep.",
    )
    field_order = (*Fase.values, "bron")


class BesluitForm(forms.Form):
    tekst = forms.CharField(label="Besluit", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    datum = forms.DateField(label="Datum")
    genomen_door = forms.CharField(
        label="Genomen door", max_length=160, required=False, help_text="Bijvoorbeeld: de stuurgroep."
    )
    status = forms.ChoiceField(label="Status", choices=met_hoofdletter(BesluitStatus.choices))


class SamenwerkingForm(PeriodeForm):
    organisatie = organisatieveld("Organisatie")
    thema = forms.ChoiceField(label="Thema", choices=met_hoofdletter(Thema.choices))
    met = organisatieveld(
        "Werkt samen met", verplicht=False, leeg="Heel het gebied", hulp="Leeg: voor iedereen in het gebied."
    )
    wat = forms.CharField(
        label="Wat doen ze?",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: fietsen uitlenen.",
    )
    gemeenten = gemeentenveld("Waar? Niets aangevinkt: heel het gebied.")
    van = forms.DateField(label="Van")
    tot = forms.DateField(label="Tot en met", required=False)

    def __init__(self, *args: Any, gemeenten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["organisatie"].queryset = velden["met"].queryset = alle_organisaties()
        velden["gemeenten"].choices = gemeenten

    @staticmethod
    def begin(samenwerking: Samenwerking) -> dict[str, Any]:
        return {naam: getattr(samenwerking, naam) for naam in SamenwerkingForm.base_fields}


class NetwerkFilterForm(forms.Form):
    thema = forms.ChoiceField(label="Thema", required=False)
    gemeente = forms.ChoiceField(label="Gemeente", required=False)
    organisatie = forms.ModelChoiceField(
        Organisatie.objects.none(), label="Organisatie", required=False, empty_label="Alle organisaties"
    )

    def __init__(self, *args: Any, gemeenten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["thema"].choices = [("", "Alle thema's"), *met_hoofdletter(Thema.choices)]
        velden["gemeente"].choices = [("", "Alle gemeenten"), *gemeenten]
        velden["organisatie"].queryset = alle_organisaties()


class BesluitFilterForm(forms.Form):
    zoek = forms.CharField(label="Zoek in besluiten", required=False)
    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "Alle"), *met_hoofdletter(BesluitStatus.choices)]
    )
    van = forms.DateField(label="Vanaf", required=False)


def jaar_uit(tekst: str, *, anders: int) -> int:
    """A year from an address; anything else is the year we are in."""
    return int(tekst) if tekst.isdigit() and JAREN[0] <= int(tekst) <= JAREN[1] else anders
