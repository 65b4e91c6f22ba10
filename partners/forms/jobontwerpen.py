"""The worked form of job carving: a list of tasks, and the function made of what is split off."""

from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BaseFormSet, BoundField, formset_factory

from partners.enums import Begeleiding, Functiecategorie, Fysiek, Rijbewijs, Taakniveau, Taalniveau
from partners.forms.behoeften import EigenaarForm
from partners.forms.plaatsen import met_hoofdletter
from partners.models import Jobontwerp
from partners.services.jobontwerpen import JobontwerpGegevens, Jobtaak

LEGE_RIJEN, MEESTE_RIJEN = 4, 40


class TaakForm(forms.Form):
    taak = forms.CharField(label="Taak", max_length=160, required=False)
    uren = forms.DecimalField(
        label="Uren per week",
        min_value=Decimal("0.25"),
        max_value=Decimal(60),
        max_digits=4,
        decimal_places=2,
        localize=True,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"min_value": "Minstens 0,25 uur.", "max_value": "Hoogstens 60 uur."},
    )
    wie = forms.CharField(label="Wie doet dit nu?", max_length=120, required=False)
    afsplitsen = forms.BooleanField(label="Afsplitsen", required=False)
    niveau = forms.TypedChoiceField(
        label="Niveau",
        coerce=int,
        empty_value=int(Taakniveau.EENVOUDIG),  # type: ignore[arg-type]
        choices=met_hoofdletter(Taakniveau.choices),
        required=False,
    )
    ondersteuning = forms.CharField(label="Wat helpt daarbij?", max_length=160, required=False)

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        taak, uren = velden.get("taak", "").strip(), velden.get("uren")
        if taak and uren is None and "uren" not in self.errors:
            self.add_error("uren", "Hoeveel uur per week?")
        if not taak and (uren or velden.get("wie")):
            self.add_error("taak", "Welke taak is dit?")
        return velden


class BasisTaakFormSet(BaseFormSet):
    def taken(self) -> tuple[Jobtaak, ...]:
        velden = Jobtaak.__dataclass_fields__
        rijen = (form.cleaned_data for form in self.forms if form.cleaned_data.get("taak"))
        return tuple(Jobtaak(**{naam: rij[naam] for naam in velden}) for rij in rijen)


def taakformulieren(data: Any, *, taken: list[dict[str, Any]], meer: bool = False) -> BasisTaakFormSet:
    """The tasks there are, and some empty rows; `meer` adds empty rows to what was typed."""
    klasse: Any = formset_factory(
        TaakForm, formset=BasisTaakFormSet, extra=LEGE_RIJEN, max_num=MEESTE_RIJEN, absolute_max=MEESTE_RIJEN
    )
    if data is not None and meer:
        data = data.copy()
        data["taken-TOTAL_FORMS"] = min(_getal(data.get("taken-TOTAL_FORMS")) + LEGE_RIJEN, MEESTE_RIJEN)
    begin = [{**taak, "uren": Decimal(taak["uren"]).normalize()} for taak in taken]
    return klasse(data, prefix="taken", initial=begin)


def _getal(tekst: Any) -> int:
    return int(tekst) if str(tekst).isdigit() else 0


class JobontwerpForm(EigenaarForm):
    afdeling = forms.CharField(label="Afdeling of ploeg", max_length=120, required=False)
    besproken_op = forms.DateField(label="Besproken met de werkgever op", required=False)
    aanleiding = forms.CharField(
        label="Waarom dit ontwerp?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bijvoorbeeld: vacatures raken niet ingevuld, vakmensen doen veel bijkomend werk.",
    )
    functie = forms.CharField(label="Naam van de nieuwe functie", max_length=120)
    categorie = forms.ChoiceField(
        label="Soort werk",
        required=False,
        choices=[("", "Nog niet gekozen"), *met_hoofdletter(Functiecategorie.choices)],
    )
    uren = forms.DecimalField(
        label="Uren per week van de nieuwe functie",
        min_value=1,
        max_value=40,
        max_digits=4,
        decimal_places=2,
        localize=True,
        help_text="We vergelijken dit met de taken die je afsplitst.",
        error_messages={"min_value": "Vul minstens 1 uur in.", "max_value": "Vul hoogstens 40 uren in."},
    )
    nederlands = forms.TypedChoiceField(
        label="Nederlands",
        required=False,
        coerce=int,
        empty_value=int(Taalniveau.GEEN),  # type: ignore[arg-type]
        choices=[(0, "Niet nodig"), *met_hoofdletter(Taalniveau.choices[1:])],
    )
    rijbewijs = forms.ChoiceField(
        label="Rijbewijs", required=False, choices=[("", "Niet nodig"), *met_hoofdletter(Rijbewijs.choices)]
    )
    fysiek = forms.TypedChoiceField(
        label="Lichamelijk werk",
        required=False,
        coerce=int,
        empty_value=int(Fysiek.GEWOON),  # type: ignore[arg-type]
        initial=Fysiek.GEWOON,
        choices=met_hoofdletter(Fysiek.choices),
    )
    begeleiding = forms.ChoiceField(
        label="Begeleiding ter plaatse",
        required=False,
        choices=[("", "Nog af te spreken"), *met_hoofdletter(Begeleiding.choices)],
    )
    vereisten = forms.CharField(
        label="Andere vereisten", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    ondersteuning = forms.CharField(
        label="Aanpassingen en ondersteuning",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bijvoorbeeld: pictogrammen, een vaste collega, een rustige plek.",
    )
    winst = forms.CharField(
        label="Wat levert het op?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Voor het team en voor de werkgever.",
    )
    EERST = ("afdeling", "besproken_op", "aanleiding", "eigenaar")
    DAARNA = (
        "functie",
        "uren",
        "categorie",
        "nederlands",
        "rijbewijs",
        "fysiek",
        "begeleiding",
        "vereisten",
        "ondersteuning",
        "winst",
    )
    BREED = frozenset({"aanleiding", "vereisten", "ondersteuning", "winst"})

    def eerst(self) -> list[BoundField]:
        return [self[naam] for naam in self.EERST if naam in self.fields]

    def daarna(self) -> list[BoundField]:
        return [self[naam] for naam in self.DAARNA]

    def gegevens(self, taken: tuple[Jobtaak, ...]) -> JobontwerpGegevens:
        velden = JobontwerpGegevens.__dataclass_fields__
        return JobontwerpGegevens(taken=taken, **{n: w for n, w in self.cleaned_data.items() if n in velden})

    @staticmethod
    def begin(jobontwerp: Jobontwerp) -> dict[str, Any]:
        begin = {naam: getattr(jobontwerp, naam) for naam in JobontwerpForm.base_fields}
        return {**begin, "uren": jobontwerp.uren.normalize()}
