"""Forms of the scan: one step of the questionnaire, who is asked, what matters, and the plan."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from partners.enums import Scanactiestatus, Scandimensie, Scanschaal
from partners.models import Contactpersoon, Scanactie, ScanStelling
from regie.accounts.models import User
from regie.core.models import Lidmaatschap

SCHAAL = [(str(score.value), f"{score.value} {score.label}") for score in Scanschaal] + [("nvt", "n.v.t.")]
BELANGEN = [("1", "1 weinig"), ("2", "2"), ("3", "3 gewoon"), ("4", "4"), ("5", "5 heel veel")]
IEMAND_ANDERS = "Iemand anders"


class StapForm(forms.Form):
    """The statements of one dimension as rows of radio buttons."""

    def __init__(self, *args: Any, stellingen: Iterable[ScanStelling], gegeven: Mapping[int, str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        for stelling in stellingen:
            self.fields[f"stelling_{stelling.nr}"] = forms.ChoiceField(
                label=stelling.tekst,
                required=False,
                choices=SCHAAL,
                initial=gegeven.get(stelling.nr, ""),
                widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
            )

    def waarden(self) -> dict[str, str]:
        return {naam.removeprefix("stelling_"): waarde for naam, waarde in self.cleaned_data.items() if waarde}


def autobewaarde(post: Mapping[str, str]) -> dict[str, str]:
    """What an automatic save sends, by number of the statement."""
    begin = "wordt:stelling_"
    return {sleutel.removeprefix(begin): post[sleutel] for sleutel in post if sleutel.startswith(begin)}


class ScanStartenForm(forms.Form):
    antwoorden_tot = forms.DateField(
        label="Antwoorden tot en met",
        help_text="Tegen dan hoop je alle antwoorden te hebben. De scan sluit pas als jij dat zegt.",
    )
    opnieuw = forms.BooleanField(
        label="Vraag meteen dezelfde mensen als de vorige keer, met een mail.", required=False, initial=True
    )

    def __init__(self, *args: Any, met_vorige: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not met_vorige:
            del self.fields["opnieuw"]


class DeelnemerForm(forms.Form):
    """A colleague with an account, or a name and an address."""

    collega = forms.ModelChoiceField(
        User.objects.none(), label="Wie vraag je?", required=False, empty_label=IEMAND_ANDERS
    )
    naam = forms.CharField(label="Naam van iemand anders", max_length=120, required=False)
    email = forms.EmailField(label="E-mailadres van iemand anders", required=False)
    hoe = forms.ChoiceField(
        label="Hoe stuur je de vraag?",
        choices=[("mail", "Met een mail"), ("zelf", "Ik stuur de link zelf door")],
        widget=forms.RadioSelect,
        initial="mail",
    )

    def __init__(self, *args: Any, collegas: Iterable[Lidmaatschap], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _kies_collega(self.fields["collega"], collegas)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if not gegevens.get("collega") and not gegevens.get("naam"):
            raise ValidationError("Kies een collega, of vul de naam van iemand anders in.")
        return gegevens

    def opdracht(self) -> dict[str, Any]:
        gegevens = self.cleaned_data
        wie = {"user": gegevens["collega"], "naam": gegevens["naam"], "email": gegevens["email"]}
        return {**wie, "mailen": gegevens["hoe"] == "mail"}


def _kies_collega(veld: Any, collegas: Iterable[Lidmaatschap]) -> None:
    veld.queryset = User.objects.filter(pk__in=[lid.user_id for lid in collegas]).order_by("last_name", "first_name")
    veld.label_from_instance = lambda user: user.get_full_name() or user.email


class BelangForm(forms.Form):
    """How much each dimension matters, 1 to 5."""

    def __init__(self, *args: Any, belang: Mapping[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for dimensie in Scandimensie:
            self.fields[dimensie.value] = forms.ChoiceField(
                label=dimensie.label,
                choices=BELANGEN,
                initial=str(belang.get(dimensie.value, 3)),
                widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
            )

    def belang(self) -> dict[str, int]:
        return {code: int(waarde) for code, waarde in self.cleaned_data.items()}


class UitnodigenForm(forms.Form):
    contact = forms.ModelChoiceField(
        Contactpersoon.objects.none(), label="Aan wie stuur je de uitnodiging?", empty_label="Kies een contactpersoon"
    )

    def __init__(self, *args: Any, contacten: Iterable[Contactpersoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["contact"]
        veld.queryset = contacten  # type: ignore[attr-defined]
        veld.label_from_instance = lambda c: f"{c.naam} ({c.email})"  # type: ignore[attr-defined]


class _WieForm(forms.Form):
    """Who does it: a colleague with an account, or a name."""

    wie = forms.ModelChoiceField(User.objects.none(), label="Wie doet dit?", required=False, empty_label=IEMAND_ANDERS)
    wie_naam = forms.CharField(label="Naam van iemand anders", max_length=120, required=False)
    klaar_tegen = forms.DateField(label="Klaar tegen")

    def __init__(self, *args: Any, collegas: Iterable[Lidmaatschap], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _kies_collega(self.fields["wie"], collegas)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if not gegevens.get("wie") and not gegevens.get("wie_naam"):
            raise ValidationError("Kies wie dit doet, of vul een naam in. Een actie zonder iemand gebeurt niet.")
        if gegevens.get("wie"):
            gegevens["wie_naam"] = ""
        return gegevens


class PlanForm(_WieForm):
    """Chosen proposals, in one go."""

    field_order = ("voorstellen", "wie", "wie_naam", "klaar_tegen")

    voorstellen = forms.MultipleChoiceField(
        label="Voorstellen",
        error_messages={"required": "Vink minstens één voorstel aan."},
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, voorstellen: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["voorstellen"].choices = list(voorstellen)  # type: ignore[attr-defined]


class ActieForm(_WieForm):
    titel = forms.CharField(label="Wat ga je doen?", max_length=200)
    dimensie = forms.ChoiceField(label="Waarover gaat het?", choices=Scandimensie.choices)
    status = forms.ChoiceField(
        label="Stand", choices=[(s.value, s.label.capitalize()) for s in Scanactiestatus], initial="GEPLAND"
    )
    notitie = forms.CharField(
        label="Notitie",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Blijft binnen je organisatie.",
    )
    field_order = ("titel", "dimensie", "wie", "wie_naam", "klaar_tegen", "status", "notitie")

    @staticmethod
    def begin(actie: Scanactie) -> dict[str, Any]:
        return {naam: getattr(actie, naam) for naam in ActieForm.field_order}

    @staticmethod
    def nieuw(klaar_tegen: date, wie_id: int) -> dict[str, Any]:
        return {"klaar_tegen": klaar_tegen, "wie": wie_id}
