"""Contact notes, deadlines, documents, obstacles, evaluations and nazorg."""

from datetime import date
from typing import Any

from django import forms

from trajecten.enums import (
    Contactsoort,
    EvaluatieConclusie,
    Zichtbaarheid,
)
from trajecten.forms.velden import DatumVeld, met_hoofdletter
from trajecten.models import Evaluatie, EvaluatieCriterium, Plaatsing, Stap

SCORES = [(1, "1 onvoldoende"), (2, "2 groeiend"), (3, "3 voldoende"), (4, "4 sterk"), ("", "n.v.t.")]
AANTAL_DOELEN = 3
DOELSTATUS = [("", "nog niet"), ("bezig", "bezig"), ("bereikt", "bereikt")]
_GEZIEN = ("gezien_client_op", "gezien_gebruiker_op", "gezien_begeleider_op")


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

    def __init__(self, *args: Any, stap: Stap, plaatsing: Plaatsing | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if stap.instrument_id != "TWE":
            del self.fields["weo_getekend_op"]
        for naam in list(self.fields):
            bron = stap if hasattr(stap, naam) else plaatsing
            if bron is None:
                del self.fields[naam]
            else:
                self.fields[naam].initial = getattr(bron, naam)


class EvaluatieForm(forms.Form):
    """Attitudes as radio rows, goals, conclusion, and who has seen it."""

    uitgevoerd_op = DatumVeld(label="Gehouden op", required=False)
    besluit = forms.CharField(
        label="Besluit in enkele zinnen", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    conclusie = forms.ChoiceField(
        label="Conclusie",
        required=False,
        choices=[("", "Kies een conclusie"), *met_hoofdletter(EvaluatieConclusie.choices)],
    )
    opmerking_client = forms.CharField(
        label="Opmerking van de cliënt", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    gezien_client_op = DatumVeld(label="Gezien door de cliënt op", required=False)
    gezien_gebruiker_op = DatumVeld(label="Gezien door de gebruiker op", required=False)
    gezien_begeleider_op = DatumVeld(label="Gezien door de begeleider op", required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, evaluatie: Evaluatie, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(EvaluatieCriterium.objects.order_by("code"))
        for criterium in self.criteria:
            self.fields[f"score_{criterium.pk}"] = forms.TypedChoiceField(
                label=criterium.label,
                required=False,
                coerce=int,
                empty_value=None,
                choices=SCORES,
                initial=evaluatie.scores.get(criterium.pk, ""),
                widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
            )
        for nummer in range(1, AANTAL_DOELEN + 1):
            doel = evaluatie.doelen[nummer - 1] if len(evaluatie.doelen) >= nummer else {}
            self.fields[f"doel_{nummer}"] = forms.CharField(
                label=f"Leerdoel {nummer}", max_length=200, required=False, initial=doel.get("tekst", "")
            )
            self.fields[f"doel_{nummer}_status"] = forms.ChoiceField(
                label="Stand", choices=DOELSTATUS, required=False, initial=doel.get("status", "")
            )
        for naam in ("uitgevoerd_op", "besluit", "conclusie", "opmerking_client", "versie", *_GEZIEN):
            self.fields[naam].initial = getattr(evaluatie, naam)
        if evaluatie.uitgevoerd_op is None:
            self.fields["uitgevoerd_op"].initial = vandaag

    def rijen(self) -> list[tuple[str, list[Any]]]:
        """Score fields grouped by kind, for the table."""
        groepen: dict[str, list[Any]] = {}
        for criterium in self.criteria:
            groepen.setdefault(criterium.soort, []).append(self[f"score_{criterium.pk}"])
        return list(groepen.items())

    def doelvelden(self) -> list[tuple[Any, Any]]:
        return [(self[f"doel_{n}"], self[f"doel_{n}_status"]) for n in range(1, AANTAL_DOELEN + 1)]

    def opdracht(self) -> dict[str, Any]:
        gegevens = dict(self.cleaned_data)
        velden = {
            naam: gegevens[naam] for naam in ("uitgevoerd_op", "besluit", "conclusie", "opmerking_client", *_GEZIEN)
        }
        velden["scores"] = {c.pk: gegevens[f"score_{c.pk}"] for c in self.criteria if gegevens[f"score_{c.pk}"]}
        velden["doelen"] = [
            {"tekst": gegevens[f"doel_{n}"], "status": gegevens[f"doel_{n}_status"]}
            for n in range(1, AANTAL_DOELEN + 1)
            if gegevens[f"doel_{n}"]
        ]
        return {"velden": velden, "versie": gegevens["versie"]}
