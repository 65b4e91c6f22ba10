"""Contact notes, deadlines, documents, obstacles, evaluations and nazorg."""

from datetime import date
from typing import Any

from django import forms

from trajecten.enums import (
    Contactsoort,
    Zichtbaarheid,
)
from trajecten.forms.velden import DatumVeld, met_hoofdletter
from trajecten.models import Plaatsing, Stap
from trajecten.selectors.instrumenten import documenten_van, getekend
from trajecten.selectors.overgangen import MET_PLAATSING


class ContactForm(forms.Form):
    soort = forms.ChoiceField(label="Soort", choices=met_hoofdletter(Contactsoort.choices), widget=forms.RadioSelect)
    datum = DatumVeld(label="Datum")
    tekst = forms.CharField(label="Wat is er besproken?", widget=forms.Textarea(attrs={"rows": 3}))
    zichtbaarheid = forms.ChoiceField(
        label="Zichtbaar voor",
        choices=met_hoofdletter(Zichtbaarheid.choices),
        initial=Zichtbaarheid.TEAM,
        widget=forms.RadioSelect,
    )
    taak = forms.CharField(label="Taak erbij", max_length=80, required=False)
    taak_op = DatumVeld(label="Tegen", required=False)

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["datum"].initial = vandaag
        self.fields["soort"].initial = Contactsoort.GESPREK


class VerzettenForm(forms.Form):
    naar = DatumVeld(label="Nieuwe datum")
    reden = forms.CharField(label="Waarom verzet je deze termijn?", max_length=200)


class InszTonenForm(forms.Form):
    reden = forms.CharField(label="Waarom heb je het INSZ nodig?", max_length=200)


class DocumentenForm(forms.Form):
    """When what was signed. Empty means: not yet."""

    contract_getekend_op = DatumVeld(label="Arbeidsovereenkomst getekend op", required=False)
    tbs_ocmw_op = DatumVeld(label="Terbeschikkingstelling: getekend door het OCMW op", required=False)
    tbs_gebruiker_op = DatumVeld(label="Terbeschikkingstelling: getekend door de gebruiker op", required=False)
    tbs_werknemer_op = DatumVeld(label="Terbeschikkingstelling: getekend door de werknemer op", required=False)
    tbs_gemeld_op = DatumVeld(label="Terbeschikkingstelling: meegedeeld aan de raad (RMW) op", required=False)
    weo_getekend_op = DatumVeld(label="Werkervaringsovereenkomst (WEO) getekend op", required=False)
    mlp_geregistreerd_op = DatumVeld(label="Geregistreerd in Mijn Loopbaan voor Partners op", required=False)
    mlp_geldig_tot = DatumVeld(label="Registratie geldig tot en met", required=False)

    def __init__(self, *args: Any, stap: Stap, plaatsing: Plaatsing | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if stap.instrument_id != "TWE":
            for naam in ("weo_getekend_op", "mlp_geregistreerd_op", "mlp_geldig_tot"):
                del self.fields[naam]
        if stap.instrument_id not in MET_PLAATSING:
            for naam in list(self.fields):
                if hasattr(Plaatsing, naam):
                    del self.fields[naam]
        self._vul_in(stap, plaatsing)
        self._eigen_documenten(stap)

    def _eigen_documenten(self, stap: Stap) -> None:
        """Papers without a column of their own, as the rules of the instrument list them."""
        op = getekend(stap)
        for document in documenten_van(stap.instrument_id):
            if not document.veld:
                self.fields[f"doc_{document.code}"] = DatumVeld(
                    label=f"{document.label}: getekend of ontvangen op",
                    required=False,
                    initial=op.get(document.code),
                    help_text="Nodig voor de start." if document.voor_start else "",
                )

    def _vul_in(self, stap: Stap, plaatsing: Plaatsing | None) -> None:
        for naam in list(self.fields):
            bron = stap if hasattr(stap, naam) else plaatsing
            if bron is None:
                del self.fields[naam]
            else:
                self.fields[naam].initial = getattr(bron, naam)
