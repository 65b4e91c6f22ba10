from typing import Any

from django import forms

from actieplannen.enums import Plansoort
from actieplannen.forms.wijziging import RedenMixin
from actieplannen.models import Doelstelling, Jaaractieplan
from actieplannen.selectors.plannen import Tak
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


class PlanBewerkForm(RedenMixin):
    titel = forms.CharField(label="Titel", max_length=160)
    soort = forms.ChoiceField(label="Voor wie is het plan?", choices=Plansoort.choices)
    inleiding = forms.CharField(
        label="Waar dit plan naartoe wil", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)


class DoelstellingForm(RedenMixin):
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


class VerplaatsForm(RedenMixin):
    """One list of every place there is: "ouder:plaats"."""

    plek = forms.ChoiceField(label="Nieuwe plaats")

    def __init__(self, *args: Any, plekken: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["plek"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # for the types only
        veld.choices = plekken


def plekken_voor_doelstelling(takken: list[Tak], doelstelling: Doelstelling) -> list[Any]:
    """Where an objective can go: among the strategic ones, or below one of them when nothing hangs below itself."""
    boven = [tak for tak in takken if tak.doelstelling.pk != doelstelling.pk]
    keuzes: list[Any] = [("Bij de strategische doelstellingen", _plaatsen("", [_naam(tak) for tak in boven]))]
    if any(tak.takken for tak in takken if tak.doelstelling.pk == doelstelling.pk):
        return keuzes
    for tak in boven:
        onder = [_naam(kind) for kind in tak.takken if kind.doelstelling.pk != doelstelling.pk]
        keuzes.append((f"Onder {_naam(tak)}", _plaatsen(str(tak.doelstelling.pk), onder)))
    return keuzes


def plekken_voor_actie(takken: list[Tak], actie_id: object) -> list[Any]:
    """Every objective of the plan, and every place in it."""
    keuzes = []
    for tak in (rij for boven in takken for rij in (boven, *boven.takken)):
        namen = [f"{rij.nummer} {rij.actie.titel}" for rij in tak.acties if rij.actie.pk != actie_id]
        keuzes.append((_naam(tak), _plaatsen(str(tak.doelstelling.pk), namen)))
    return keuzes


def _naam(tak: Tak) -> str:
    return f"{tak.nummer} {tak.doelstelling.titel}"


def _plaatsen(boven: str, namen: list[str]) -> list[tuple[str, str]]:
    vooraan = "Vooraan" if namen else "Hier, als eerste"
    return [(f"{boven}:0", vooraan), *((f"{boven}:{i}", f"Na {naam}") for i, naam in enumerate(namen, 1))]


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
