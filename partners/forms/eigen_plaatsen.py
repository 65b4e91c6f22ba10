"""A place as a partner offers it: everything but with which OCMW it is agreed."""

from typing import Any

from django import forms

from partners.forms.plaatsen import WerkplaatsForm
from partners.models import Werkplaats
from partners.services import WerkplaatsGegevens
from regie.core.permissions import Toegang


class EigenPlaatsForm(WerkplaatsForm):
    def __init__(self, *args: Any, door: Toegang, **kwargs: Any) -> None:
        super().__init__(*args, door=door, **kwargs)
        del self.fields["ocmw"]
        gemeente: Any = self.fields["gemeente"]
        gemeente.empty_label = "Zoals jullie organisatie"

    def gegevens(self) -> WerkplaatsGegevens:
        return WerkplaatsGegevens(**self.cleaned_data)

    @staticmethod
    def begin(werkplaats: Werkplaats) -> dict[str, Any]:
        return {naam: waarde for naam, waarde in WerkplaatsForm.begin(werkplaats).items() if naam != "ocmw"}


class StopForm(forms.Form):
    tot = forms.DateField(label="Laatste dag", help_text="Tot en met die dag wordt de plaats aangeboden.")
