"""Forms of loading a list: the file, which column is which, the confirmation, and a choice per row."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from regie.core.inlezen.bestand import AANVAARD
from regie.core.inlezen.kolommen import Koppeling, Velden
from regie.core.models import Organisatie
from regie.core.notatie import getal

VINKJE_BOVEN = 100


class BestandForm(forms.Form):
    """The file, and for which organisatie: a question only to who works for more than one."""

    eigenaar = forms.ModelChoiceField(
        label="Voor welke organisatie?", queryset=Organisatie.objects.none(), empty_label=None
    )
    bestand = forms.FileField(
        label="Bestand",
        help_text="Excel (xlsx, xls), OpenDocument (ods) of csv. Hoogstens 20 MB en 20.000 rijen.",
        widget=forms.FileInput(attrs={"accept": AANVAARD}),
        error_messages={
            "required": "Kies eerst een bestand.",
            "empty": "Dit bestand is leeg (0 bytes). Kies het bestand opnieuw.",
            "missing": "Kies eerst een bestand.",
        },
    )

    def __init__(self, *args: Any, eigenaars: Sequence[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["eigenaar"]
        ids = [organisatie.pk for organisatie in eigenaars]
        veld.queryset = Organisatie.objects.filter(pk__in=ids).order_by("naam")  # type: ignore[attr-defined]  # a ModelChoiceField
        if len(eigenaars) == 1:
            veld.initial, veld.widget, veld.required = eigenaars[0].pk, forms.HiddenInput(), True

    def clean_bestand(self) -> UploadedFile:
        bestand: UploadedFile = self.cleaned_data["bestand"]
        if (bestand.size or 0) > settings.UPLOAD_MAX_BYTES:
            raise ValidationError(
                f"Dit bestand is {getal((bestand.size or 0) / 1024 / 1024)} MB groot; het mag "
                f"{settings.UPLOAD_MAX_BYTES // 1024 // 1024} MB zijn. Bewaar alleen het blad met je lijst."
            )
        return bestand


class KoppelForm(forms.Form):
    """One choice per column of the file. `ontbrekend` says in a sentence which field is missing."""

    def __init__(
        self,
        *args: Any,
        kolommen: Sequence[str],
        velden: Velden,
        koppeling: Koppeling,
        ontbrekend: Callable[[Koppeling], str | None],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._velden, self._ontbrekend = velden, ontbrekend
        for index, naam in enumerate(kolommen):
            self.fields[f"kolom_{index}"] = forms.ChoiceField(
                label=f"Kolom '{naam}'",
                choices=[("", "wordt niet ingeladen"), *velden.keuzes()],
                required=False,
                initial=koppeling.get(index, ""),
                widget=forms.Select(attrs={"class": "form-select"}),
            )

    def clean(self) -> None:
        if self.errors:
            return
        koppeling = self.koppeling()
        if dubbel := self._velden.dubbel(list(koppeling.values())):
            self.add_error(None, f"Je koos meer dan één kolom voor: {', '.join(dubbel)}. Kies er telkens één.")
        if melding := self._ontbrekend(koppeling):
            self.add_error(None, melding)

    def koppeling(self) -> Koppeling:
        gekozen = {int(naam.removeprefix("kolom_")): veld for naam, veld in self.cleaned_data.items()}
        return {index: veld for index, veld in gekozen.items() if veld}


class BevestigForm(forms.Form):
    """Above a hundred rows somebody says that it is meant."""

    bevestigd = forms.BooleanField(
        label="Ja, dit klopt",
        error_messages={"required": "Zet een vinkje om te bevestigen dat dit klopt."},
    )

    def __init__(self, *args: Any, aantal: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if aantal <= VINKJE_BOVEN:
            del self.fields["bevestigd"]


def lees_besluiten(gegevens: Mapping[str, str], besluiten: Collection[str]) -> dict[int, str]:
    """{row number: decision} out of the posted fields besluit_<row>; unknown values are left out."""
    gekozen = {}
    for naam, waarde in gegevens.items():
        nummer = naam.removeprefix("besluit_")
        if naam.startswith("besluit_") and nummer.isdigit() and len(nummer) < 8 and waarde in besluiten:
            gekozen[int(nummer)] = waarde
    return gekozen
