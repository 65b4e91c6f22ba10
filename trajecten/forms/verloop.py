"""One form per step of a traject. `versie` goes along, so that two people saving the same file are told."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from regie.accounts.models import User
from regie.core.permissions import Toegang
from trajecten.enums import Afstand, Ernst, Onderbrekingsreden, Weigerreden
from trajecten.forms.velden import DatumVeld, KboVeld, met_hoofdletter
from trajecten.models import Drempel, DrempelCode, Instrument, Traject, UitstroomCode
from trajecten.selectors.client import begeleiders
from trajecten.selectors.drempels import ziet_gevoelig
from trajecten.selectors.instrumenten import gesloten_in_woorden, toegelaten_uitstroom
from trajecten.selectors.overgangen import TWE_VRAGEN

NOG_TE_BEPALEN = "nog te bepalen"


class StapForm(forms.Form):
    """Base of every step: knows the traject and today."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, traject: Traject, vandaag: date, toegang: Toegang | None = None, **kwargs: Any
    ) -> None:
        """`toegang`: who reads the form; without it nothing sensitive is shown."""
        super().__init__(*args, **kwargs)
        self.traject, self.vandaag, self.toegang = traject, vandaag, toegang
        self.fields["versie"].initial = traject.versie
        if "datum" in self.fields:
            self.fields["datum"].initial = vandaag

    def opdracht(self) -> dict[str, Any]:
        """The keyword arguments of the service."""
        return dict(self.cleaned_data)


class IntakeForm(StapForm):
    datum = DatumVeld(label="Wanneer was het intakegesprek?")


class HervattenForm(StapForm):
    datum = DatumVeld(label="Hervat op")


class HeropenenForm(StapForm):
    datum = DatumVeld(label="Heropend op")
    reden = forms.CharField(label="Waarom heropen je dit dossier?", widget=forms.Textarea(attrs={"rows": 3}))


class ToewijzenForm(StapForm):
    begeleider = forms.ModelChoiceField(User.objects.none(), label="Begeleider", empty_label="Kies een begeleider")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["begeleider"]
        veld.queryset = begeleiders(self.traject.eigenaar_id, self.vandaag)  # type: ignore[attr-defined]
        veld.label_from_instance = lambda user: user.naam  # type: ignore[attr-defined]
        veld.initial = self.traject.begeleider_id

    def opdracht(self) -> dict[str, Any]:
        return {"begeleider": self.cleaned_data["begeleider"]}


class WeigerenForm(StapForm):
    reden = forms.ChoiceField(label="Waarom start dit traject niet?", choices=met_hoofdletter(Weigerreden.choices))
    toelichting = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    datum = DatumVeld(label="Beslist op")


class ScreeningForm(StapForm):
    """Obstacles with their weight, the job target and the distance to work."""

    drempels_bevraagd = forms.BooleanField(label="Ik heb de drempels met de cliënt overlopen", required=False)
    jobdoelwit = forms.CharField(
        label="Jobdoelwit", max_length=120, required=False, help_text=f"Weet je het nog niet? Typ '{NOG_TE_BEPALEN}'."
    )
    afstand = forms.TypedChoiceField(
        label="Afstand tot de arbeidsmarkt",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Nog niet ingeschat"), *met_hoofdletter(Afstand.choices)],
    )
    datum = DatumVeld(label="Screening ingevuld op")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bekend = dict(Drempel.objects.filter(traject=self.traject, gesloten_op=None).values_list("code_id", "ernst"))
        self.fields["jobdoelwit"].initial = self.traject.jobdoelwit
        self.toont_gevoelig = bool(self.toegang and ziet_gevoelig(self.traject, self.toegang, self.vandaag))
        codes = DrempelCode.objects.order_by("rubriek", "label")
        self.codes = list(codes if self.toont_gevoelig else codes.filter(gevoelig=False))
        for code in self.codes:
            self.fields[f"drempel_{code.pk}"] = forms.TypedChoiceField(
                label=code.label,
                required=False,
                coerce=int,
                empty_value=int(Ernst.GEEN),  # type: ignore[arg-type]  # the stubs only know text
                choices=met_hoofdletter(Ernst.choices),
                initial=bekend.get(code.pk, Ernst.GEEN),
            )

    def drempelvelden(self) -> list[Any]:
        return [self[f"drempel_{code.pk}"] for code in self.codes]

    def opdracht(self) -> dict[str, Any]:
        gegevens = dict(self.cleaned_data)
        ernst = {code.pk: gegevens.pop(f"drempel_{code.pk}") for code in self.codes}
        gegevens["drempels"] = {code: waarde for code, waarde in ernst.items() if waarde}
        return gegevens


class InstrumentForm(StapForm):
    instrument = forms.ModelChoiceField(
        Instrument.objects.none(), label="Instrument", empty_label="Kies een instrument"
    )
    datum = DatumVeld(label="Gekozen op")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["instrument"]
        veld.queryset = Instrument.objects.open_sinds(self.traject.status_sinds).order_by("naam")  # type: ignore[attr-defined]
        veld.help_text = gesloten_in_woorden(self.traject.status_sinds)
        self.fields["instrument"].label_from_instance = lambda instrument: instrument.naam  # type: ignore[attr-defined]
        for code, (vraag, _) in TWE_VRAGEN.items():
            self.fields[f"twe_{code}"] = forms.BooleanField(label=vraag, required=False)

    def twe_velden(self) -> list[Any]:
        return [self[f"twe_{code}"] for code in TWE_VRAGEN]

    def opdracht(self) -> dict[str, Any]:
        gegevens = dict(self.cleaned_data)
        gegevens["twe_test"] = {code: gegevens.pop(f"twe_{code}") for code in TWE_VRAGEN}
        return gegevens


class PlanForm(StapForm):
    gpmi_op = DatumVeld(label="GPMI getekend op", required=False)
    vrijstelling = forms.CharField(
        label="Of: waarom is er geen GPMI nodig?",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: werkzoekende met uitkering, geen leefloon.",
    )


class StartenForm(StapForm):
    afwijking_reden = forms.CharField(
        label="Toch starten zonder getekende terbeschikkingstelling? Schrijf waarom.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class OnderbrekenForm(StapForm):
    reden = forms.ChoiceField(label="Reden", choices=met_hoofdletter(Onderbrekingsreden.choices))
    vanaf = DatumVeld(label="Onderbroken vanaf")
    verwacht_tot = DatumVeld(label="Verwacht tot", required=False)


def uitstroomkeuzes(traject: Traject) -> QuerySet[UitstroomCode]:
    """What fits the instruments of this traject; everything when nothing has started."""
    keuzes, toegelaten = UitstroomCode.objects.op_groep(), toegelaten_uitstroom(traject)
    return keuzes if toegelaten is None else keuzes.filter(pk__in=toegelaten)


class UitstroomForm(StapForm):
    uitstroomcode = forms.ModelChoiceField(
        UitstroomCode.objects.op_groep(), label="Waarheen?", empty_label="Kies de uitstroom"
    )
    datum = DatumVeld(label="Uitgestroomd op")
    werkgever_kbo = KboVeld(label="KBO-nummer van de werkgever", required=False, help_text="Bij uitstroom naar werk.")
    motivering = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uitstroomcode"].queryset = uitstroomkeuzes(self.traject)  # type: ignore[attr-defined]


class AfsluitenForm(StapForm):
    uitstroomcode = forms.ModelChoiceField(
        UitstroomCode.objects.op_groep(),
        label="Waarom stopt het traject?",
        required=False,
        empty_label="Kies een reden",
    )
    motivering = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    datum = DatumVeld(label="Afgesloten op")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.traject.status == "NAZORG":
            del self.fields["uitstroomcode"]
        else:
            self.fields["uitstroomcode"].queryset = uitstroomkeuzes(self.traject)  # type: ignore[attr-defined]

    def opdracht(self) -> dict[str, Any]:
        return {"uitstroomcode": None, **self.cleaned_data}
