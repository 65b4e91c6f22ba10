"""One form per step of a traject. `versie` goes along, so that two people saving the same file are told."""

from datetime import date
from typing import Any

from django import forms

from partners.models import Werkplaats
from regie.accounts.models import User
from regie.core.models import Organisatie
from regie.core.permissions import Toegang
from trajecten.enums import Afstand, Ernst, KandidatuurStatus, Onderbrekingsreden, Weigerreden
from trajecten.forms.velden import DatumVeld, KboVeld, met_hoofdletter
from trajecten.models import Drempel, DrempelCode, Instrument, Kandidatuur, Traject, UitstroomCode
from trajecten.selectors.client import begeleiders
from trajecten.selectors.drempels import ziet_gevoelig
from trajecten.selectors.overgangen import MET_PLAATSING, TWE_VRAGEN, geplande_stap, plaatsing_van
from trajecten.selectors.plaatsen import breuk_van

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
        keuzes = Instrument.objects.filter(instroom_tot=None) | Instrument.objects.filter(
            instroom_tot__gte=self.vandaag
        )
        self.fields["instrument"].queryset = keuzes.order_by("naam")  # type: ignore[attr-defined]
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


class PlaatsingForm(StapForm):
    """Start, host and fraction of the planned step. The end date comes from the rule unless motivated."""

    start = DatumVeld(label="Startdatum")
    gebruiker = forms.ModelChoiceField(Organisatie.objects.none(), label="Gebruiker", required=False)
    werkplaats = forms.ModelChoiceField(
        Werkplaats.objects.none(), label="Werkplaats", required=False, empty_label="Zonder aangeboden werkplaats"
    )
    functie = forms.CharField(label="Functie", max_length=120, required=False)
    breuk = forms.DecimalField(
        label="Tewerkstellingsbreuk",
        min_value=0,
        max_value=1,
        max_digits=5,
        decimal_places=4,
        localize=True,
        help_text="1 is voltijds, 0,5 is halftijds.",
    )
    bewezen_dagen = forms.IntegerField(
        label="Al bewezen arbeidsdagen", min_value=0, required=False, help_text="Binnen de referteperiode."
    )
    einde_voorzien = DatumVeld(
        label="Andere einddatum", required=False, help_text="Leeg laten: de regel berekent de einddatum."
    )
    einde_motivering = forms.CharField(label="Waarom een andere einddatum?", max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gebruiker"].queryset = Organisatie.objects.van_gebied().gebruikers().order_by("naam")  # type: ignore[attr-defined]
        werkplaatsen = Werkplaats.objects.open_op(self.vandaag).select_related("gebruiker")
        veld = self.fields["werkplaats"]
        veld.queryset = werkplaatsen.order_by("gebruiker__naam", "functie")  # type: ignore[attr-defined]
        veld.label_from_instance = lambda plaats: f"{plaats.gebruiker}: {plaats.functie}"  # type: ignore[attr-defined]
        self.fields["breuk"].initial = 1
        if self.traject.instrument_id in MET_PLAATSING:
            self.fields["gebruiker"].required = True
        else:
            for naam in ("gebruiker", "werkplaats", "functie", "bewezen_dagen"):
                del self.fields[naam]
        self._vul_in()

    def _vul_in(self) -> None:
        stap = geplande_stap(self.traject)
        if stap is None:
            self._vul_in_uit_kandidatuur()
            return
        plaatsing = plaatsing_van(stap)
        self.fields["start"].initial = stap.start
        if stap.einde_motivering:
            self.fields["einde_voorzien"].initial = stap.einde_voorzien
            self.fields["einde_motivering"].initial = stap.einde_motivering
        if plaatsing:
            for naam in ("gebruiker", "werkplaats", "functie"):
                self.fields[naam].initial = getattr(plaatsing, naam)
            self.fields["breuk"].initial = plaatsing.breuk.normalize()

    def _vul_in_uit_kandidatuur(self) -> None:
        """The place that was agreed with the gebruiker, when there is one."""
        aanvaard = Kandidatuur.objects.filter(client=self.traject.client_id, status=KandidatuurStatus.AANVAARD)
        kandidatuur = aanvaard.select_related("werkplaats__gebruiker").order_by("-status_sinds", "-pk").first()
        if kandidatuur is None or "werkplaats" not in self.fields:
            return
        plaats = kandidatuur.werkplaats
        for naam, waarde in (("gebruiker", plaats.gebruiker), ("werkplaats", plaats), ("functie", plaats.functie)):
            self.fields[naam].initial = waarde
        self.fields["breuk"].initial = breuk_van(plaats, self.vandaag)

    def opdracht(self) -> dict[str, Any]:
        leeg = {"gebruiker": None, "werkplaats": None, "functie": ""}
        gegevens = {**leeg, **self.cleaned_data}
        gegevens["bewezen_dagen"] = gegevens.get("bewezen_dagen") or 0
        return gegevens


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


class UitstroomForm(StapForm):
    uitstroomcode = forms.ModelChoiceField(
        UitstroomCode.objects.op_groep(), label="Waarheen?", empty_label="Kies de uitstroom"
    )
    datum = DatumVeld(label="Uitgestroomd op")
    werkgever_kbo = KboVeld(label="KBO-nummer van de werkgever", required=False, help_text="Bij uitstroom naar werk.")
    motivering = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea(attrs={"rows": 3}))


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

    def opdracht(self) -> dict[str, Any]:
        return {"uitstroomcode": None, **self.cleaned_data}
