"""Forms of a step: what every instrument asks, and what only some do."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from partners.models import Werkplaats
from regie.core import notatie
from regie.core.models import Organisatie
from trajecten.enums import KandidatuurStatus
from trajecten.enums_instrument import ImwSoort, Opleidingssoort, Plaatseis, Stapregime, Stapuitkomst
from trajecten.forms.velden import DatumVeld, met_hoofdletter
from trajecten.forms.verloop import StapForm
from trajecten.models import Instrument, Kandidatuur, Plaatsing, Stap, Traject
from trajecten.selectors.instrumenten import instrumentregels
from trajecten.selectors.overgangen import MET_PLAATSING, TWE_VRAGEN, geplande_stap, plaatsing_van
from trajecten.selectors.plaatsen import breuk_van
from trajecten.selectors.wijkwerken import maanden_van, uren_van
from trajecten.services.stapplan import ImwInvoer, OpleidingInvoer

_REGIMES = {"LDE": Stapregime.LDE_UITZONDERING, "WIJKWERKEN": Stapregime.EX_PWA}
_OPLEIDING = ("opleiding_soort", "verstrekker", "is_erkend", "intensiteit")
_IMW = ("imw_dossiernummer", "imw_kwartaal", "imw_soort")
TBS_VELDEN = ("tbs_ocmw_op", "tbs_gebruiker_op", "tbs_werknemer_op", "tbs_gemeld_op")


def breukveld(label: str) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        min_value=0,
        max_value=1,
        max_digits=5,
        decimal_places=4,
        localize=True,
        initial=1,
        help_text="1 is voltijds, 0,5 is halftijds.",
    )


def werkplaatsveld(vandaag: date) -> forms.ModelChoiceField:
    rijen = Werkplaats.objects.open_op(vandaag).select_related("gebruiker").order_by("gebruiker__naam", "functie")
    veld = forms.ModelChoiceField(
        rijen, label="Werkplaats", required=False, empty_label="Zonder aangeboden werkplaats"
    )
    veld.label_from_instance = lambda plaats: f"{plaats.gebruiker}: {plaats.functie}"  # type: ignore[method-assign, assignment]
    return veld


def gebruikersveld(label: str, *, required: bool) -> forms.ModelChoiceField:
    rijen = Organisatie.objects.van_gebied().gebruikers().order_by("naam")
    return forms.ModelChoiceField(rijen, label=label, required=required, empty_label="Kies een organisatie")


class PlaatsingForm(StapForm):
    """Start, host and fraction of the planned step. The end date comes from the rule unless motivated."""

    start = DatumVeld(label="Startdatum")
    einde_voorzien = DatumVeld(
        label="Andere einddatum", required=False, help_text="Leeg laten: de regel berekent de einddatum."
    )
    einde_motivering = forms.CharField(label="Waarom een andere einddatum?", max_length=300, required=False)
    field_order = (
        "start",
        "gebruiker",
        "werkplaats",
        "functie",
        "breuk",
        "bewezen_dagen",
        *_OPLEIDING,
        *_IMW,
        "regime",
        "einde_voorzien",
    )

    def __init__(self, *args: Any, traject: Traject, instrument: Instrument | None = None, **kwargs: Any) -> None:
        super().__init__(*args, traject=traject, **kwargs)
        self.instrument = instrument or traject.instrument
        self.code = self.instrument.pk if self.instrument else ""
        self._plaats()
        self._eigen_velden()
        self.order_fields(self.field_order)
        if instrument is None:
            self._vul_in()

    def _plaats(self) -> None:
        rij = instrumentregels().get(self.code)
        eis = rij.plaats if rij else Plaatseis.GEEN
        if eis == Plaatseis.GEEN:
            return
        woord = (rij.plaatswoord if rij else "") or "gebruiker"
        verplicht = eis == Plaatseis.VERPLICHT
        self.fields["gebruiker"] = gebruikersveld(woord[:1].upper() + woord[1:], required=verplicht)
        self.fields["werkplaats"] = werkplaatsveld(self.vandaag)
        self.fields["functie"] = forms.CharField(label="Functie", max_length=120, required=False)
        self.fields["breuk"] = breukveld("Tewerkstellingsbreuk")
        if self.code in MET_PLAATSING:
            self.fields["bewezen_dagen"] = forms.IntegerField(
                label="Al bewezen arbeidsdagen", min_value=0, required=False, help_text="Binnen de referteperiode."
            )

    def _eigen_velden(self) -> None:
        if regime := _REGIMES.get(self.code):
            label = str(regime.label)
            self.fields["regime"] = forms.BooleanField(label=label[:1].upper() + label[1:], required=False)
        if self.code == "OPLEIDING":
            self.fields |= opleidingsvelden()
        if self.code == "IMW":
            self.fields |= imw_velden(required=False)

    def _vul_in(self) -> None:
        stap = geplande_stap(self.traject)
        if stap is None:
            self._vul_in_uit_kandidatuur(None)
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
        self._vul_in_uit_kandidatuur(plaatsing)

    def _vul_in_uit_kandidatuur(self, gepland: Plaatsing | None) -> None:
        """The place that was agreed with the gebruiker, unless that is the one already planned."""
        aanvaard = Kandidatuur.objects.filter(client=self.traject.client_id, status=KandidatuurStatus.AANVAARD)
        kandidatuur = aanvaard.select_related("werkplaats__gebruiker").order_by("-status_sinds", "-pk").first()
        if kandidatuur is None or "werkplaats" not in self.fields:
            return
        if gepland is not None and gepland.werkplaats_id == kandidatuur.werkplaats_id:
            return
        plaats = kandidatuur.werkplaats
        for naam, waarde in (("gebruiker", plaats.gebruiker), ("werkplaats", plaats), ("functie", plaats.functie)):
            self.fields[naam].initial = waarde
        self.fields["breuk"].initial = breuk_van(plaats, self.vandaag)

    def clean(self) -> dict[str, Any]:
        """The functie may come from the werkplaats; with a place and without either there is nothing to show."""
        schoon = super().clean() or self.cleaned_data
        if schoon.get("gebruiker") and not schoon.get("functie") and not schoon.get("werkplaats"):
            self.add_error("functie", "Vul de functie in, of kies een werkplaats.")
        if self.code == "IMW":
            ingevuld = [naam for naam in _IMW[:2] if schoon.get(naam)]
            if len(ingevuld) == 1:
                ontbreekt = next(naam for naam in _IMW[:2] if naam not in ingevuld)
                self.add_error(ontbreekt, "Vul dossiernummer en kwartaal samen in, of laat beide leeg.")
        return schoon

    def regime(self) -> str:
        return _REGIMES[self.code] if self.cleaned_data.get("regime") else ""

    def opdracht(self) -> dict[str, Any]:
        leeg = {"gebruiker": None, "werkplaats": None, "functie": "", "breuk": Decimal(1)}
        gegevens = {**leeg, **self.cleaned_data}
        gegevens["bewezen_dagen"] = gegevens.get("bewezen_dagen") or 0
        gegevens["regime"] = self.regime()
        gegevens["opleiding"] = lees_opleiding(gegevens)
        gegevens["imw"] = lees_imw(gegevens)
        return gegevens


def opleidingsvelden() -> dict[str, forms.Field]:
    return {
        "opleiding_soort": forms.ChoiceField(
            label="Soort opleiding", choices=met_hoofdletter(Opleidingssoort.choices)
        ),
        "verstrekker": forms.CharField(label="Wie geeft de opleiding?", max_length=120, required=False),
        "is_erkend": forms.BooleanField(label="Het is een erkende opleiding", required=False),
        "intensiteit": forms.DecimalField(
            label="Deel van een voltijdse week",
            min_value=Decimal("0.05"),
            max_value=1,
            max_digits=3,
            decimal_places=2,
            localize=True,
            initial=1,
            help_text="1 is voltijds, 0,2 is één dag per week.",
        ),
    }


def imw_velden(*, required: bool) -> dict[str, forms.Field]:
    return {
        "imw_dossiernummer": forms.CharField(
            label="Dossiernummer in het WSE-loket",
            max_length=30,
            required=required,
            help_text="" if required else "Nog geen beslissing? Laat leeg.",
        ),
        "imw_kwartaal": DatumVeld(
            label="Dag van de beslissing", required=required, help_text="De jaren tellen vanaf dat kwartaal."
        ),
        "imw_soort": forms.ChoiceField(label="Problematiek", choices=met_hoofdletter(ImwSoort.choices)),
    }


def lees_opleiding(gegevens: dict[str, Any]) -> OpleidingInvoer | None:
    if "opleiding_soort" not in gegevens:
        return None
    return OpleidingInvoer(
        soort=gegevens.pop("opleiding_soort"),
        verstrekker=gegevens.pop("verstrekker"),
        is_erkend=gegevens.pop("is_erkend"),
        intensiteit=gegevens.pop("intensiteit"),
    )


def lees_imw(gegevens: dict[str, Any]) -> ImwInvoer | None:
    if "imw_soort" not in gegevens:
        return None
    nummer, dag, soort = (gegevens.pop(naam) for naam in _IMW)
    return ImwInvoer(dossiernummer=nummer, kwartaal=dag, soort=soort) if nummer and dag else None


class NieuweStapForm(PlaatsingForm):
    """The same for a step beside or after a running one; TWE asks its four questions here too."""

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        super().__init__(*args, instrument=instrument, **kwargs)
        self.fields["start"].initial = self.vandaag
        if self.code == "TWE":
            for naam, (vraag, _) in TWE_VRAGEN.items():
                self.fields[f"twe_{naam}"] = forms.BooleanField(label=vraag, required=False)

    def opdracht(self) -> dict[str, Any]:
        gegevens = super().opdracht()
        test = {naam: gegevens.pop(f"twe_{naam}", False) for naam in TWE_VRAGEN}
        return {**gegevens, "instrument": self.instrument, "twe_test": test if self.code == "TWE" else None}


class StapStartenForm(forms.Form):
    afwijking_reden = forms.CharField(
        label="Toch starten zonder alle documenten? Schrijf waarom.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class StapBeeindigenForm(forms.Form):
    einde = DatumVeld(label="Laatste dag van de stap")
    uitkomst = forms.ChoiceField(label="Hoe eindigde de stap?", choices=met_hoofdletter(Stapuitkomst.choices))
    toelichting = forms.CharField(
        label="Toelichting", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, stap: Stap, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["einde"].initial = min(stap.einde_voorzien or vandaag, vandaag)


class PlaatsForm(forms.Form):
    """Another place in the same contract, with a TBS of its own."""

    vanaf = DatumVeld(label="Eerste dag op de nieuwe plaats")
    functie = forms.CharField(label="Functie", max_length=120, required=False)
    tbs_ocmw_op = DatumVeld(label="TBS getekend door het OCMW op", required=False)
    tbs_gebruiker_op = DatumVeld(label="TBS getekend door de gebruiker op", required=False)
    tbs_werknemer_op = DatumVeld(label="TBS getekend door de werknemer op", required=False)
    tbs_gemeld_op = DatumVeld(label="TBS meegedeeld aan de raad (RMW) op", required=False)
    afwijking_reden = forms.CharField(
        label="Al begonnen zonder getekende TBS? Schrijf waarom.", max_length=300, required=False
    )

    def __init__(self, *args: Any, stap: Stap, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gebruiker"] = gebruikersveld("Nieuwe plaats", required=True)
        self.fields["werkplaats"] = werkplaatsveld(vandaag)
        if stap.instrument_id not in MET_PLAATSING:
            for naam in (*TBS_VELDEN, "afwijking_reden"):
                del self.fields[naam]
        self.order_fields(("vanaf", "gebruiker", "werkplaats", "functie"))

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        if schoon.get("gebruiker") and not schoon.get("functie") and not schoon.get("werkplaats"):
            self.add_error("functie", "Vul de functie in, of kies een werkplaats.")
        return schoon

    def opdracht(self) -> dict[str, Any]:
        gegevens = dict(self.cleaned_data)
        tbs = {naam: gegevens.pop(naam, None) for naam in TBS_VELDEN}
        return {"afwijking_reden": "", **gegevens, "tbs": tbs}


class UrenForm(forms.Form):
    """One box per month the step has run; empty is not known yet."""

    def __init__(self, *args: Any, stap: Stap, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bekend = uren_van(stap)
        self.maanden = maanden_van(stap, vandaag)
        for maand in self.maanden:
            self.fields[_naam(maand)] = forms.IntegerField(
                label=notatie.maand(maand).capitalize(),
                min_value=0,
                max_value=744,
                required=False,
                initial=bekend.get(maand),
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )

    def opdracht(self) -> dict[str, Any]:
        """Only what changed, so that a month somebody left alone is not written again."""
        gewijzigd = [maand for maand in self.maanden if _naam(maand) in self.changed_data]
        return {"uren": {maand: self.cleaned_data[_naam(maand)] for maand in gewijzigd}}


def _naam(maand: date) -> str:
    return f"uren_{maand:%Y_%m}"


class BeslissingForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= imw_velden(required=True)

    def opdracht(self) -> dict[str, Any]:
        nummer, dag, soort = (self.cleaned_data[naam] for naam in _IMW)
        return {"dossiernummer": nummer, "kwartaal": dag, "soort": soort}


class GpmiForm(StapForm):
    datum = DatumVeld(label="Geëvalueerd op")
    in_persoon = forms.BooleanField(label="Het gesprek was in persoon", required=False, initial=True)
    notitie = forms.CharField(
        label="Notitie", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
