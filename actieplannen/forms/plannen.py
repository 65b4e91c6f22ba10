from typing import Any

from django import forms

from actieplannen.enums import Plansoort
from actieplannen.forms.slot import SlotForm
from actieplannen.forms.wijziging import RedenMixin
from actieplannen.models import Doelstelling, Jaaractieplan
from actieplannen.services.plannen import PlanGegevens

EERSTE, LAATSTE = 2000, 2100


class PlanForm(forms.Form):
    """A new plan: its year and its title."""

    jaar = forms.IntegerField(
        label="Jaar",
        min_value=EERSTE,
        max_value=LAATSTE,
        help_text="Het jaar waarin de acties lopen.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "veld--kort"}),
        error_messages={"invalid": "Typ een jaartal van vier cijfers, bijvoorbeeld 2027."},
    )
    soort = forms.ChoiceField(label="Voor wie is het plan?", choices=Plansoort.choices)
    titel = forms.CharField(label="Titel", max_length=160)
    inleiding = forms.CharField(
        label="Waar dit plan naartoe wil",
        required=False,
        max_length=4000,
        help_text="Enkele zinnen. Ze staan bovenaan het plan en in het dossier.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def gegevens(self) -> PlanGegevens:
        schoon = self.cleaned_data
        return PlanGegevens(schoon["jaar"], schoon["titel"], schoon["soort"], schoon["inleiding"])


class PlanBewerkForm(RedenMixin, SlotForm):
    titel = forms.CharField(label="Titel", max_length=160)
    soort = forms.ChoiceField(label="Voor wie is het plan?", choices=Plansoort.choices)
    inleiding = forms.CharField(
        label="Waar dit plan naartoe wil", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )

    def __init__(self, *args: Any, plan: Jaaractieplan, **kwargs: Any) -> None:
        super().__init__(*args, plan=plan, **kwargs)
        self.initial.update(titel=plan.titel, soort=plan.soort, inleiding=plan.inleiding)
        self.sluit(plan.versie)


class DoelstellingForm(RedenMixin, SlotForm):
    titel = forms.CharField(
        label="Wat wil je bereiken?",
        max_length=300,
        help_text="Eén zin, bijvoorbeeld: meer mensen stromen door van art. 60 naar een gewone job.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=4000,
        help_text="Waarom deze doelstelling, voor wie en waaraan je ziet dat ze gehaald is.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(
        self, *args: Any, plan: Jaaractieplan, doelstelling: Doelstelling | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, plan=plan, **kwargs)
        if doelstelling is None:  # nobody else can have a new one open
            del self.fields["versie"], self.fields["geopend"]
        else:
            self.initial.update(titel=doelstelling.titel, toelichting=doelstelling.toelichting)
            self.sluit(doelstelling.versie)


class OvernameForm(PlanForm):
    """Next to the new plan itself: what comes along from an earlier one."""

    met_geld = forms.BooleanField(
        label="Neem de geplande bedragen mee als voorstel",
        required=False,
        help_text="Wat besteed is, komt nooit mee.",
    )


def voorstel_voor(bron: Jaaractieplan, jaar: int) -> dict[str, Any]:
    """The new plan as somebody would probably call it."""
    titel = bron.titel.replace(str(bron.jaar), str(jaar))
    return {
        "jaar": jaar,
        "soort": bron.soort,
        "titel": titel if titel != bron.titel else f"{bron.titel} {jaar}",
        "inleiding": bron.inleiding,
        "met_geld": True,
    }
