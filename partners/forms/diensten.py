from typing import Any

from django import forms

from partners.enums import Dienst
from partners.forms.plaatsen import PeriodeForm, met_hoofdletter
from partners.models import Dienstaanbod
from regie.core.models import Gemeente


class DienstForm(PeriodeForm):
    dienst = forms.ChoiceField(label="Dienst", choices=met_hoofdletter(Dienst.choices))
    gemeenten = forms.ModelMultipleChoiceField(
        Gemeente.objects.none(),
        label="In welke gemeenten?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Niets aangevinkt: in het hele gebied.",
    )
    van = forms.DateField(label="Vanaf")
    tot = forms.DateField(label="Tot en met", required=False, help_text="Leeg: tot je het weer wijzigt.")

    def __init__(self, *args: Any, gemeenten: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeenten"].queryset = gemeenten  # type: ignore[attr-defined]

    @staticmethod
    def begin(aanbod: Dienstaanbod) -> dict[str, Any]:
        return {naam: getattr(aanbod, naam) for naam in ("dienst", "gemeenten", "van", "tot")}
