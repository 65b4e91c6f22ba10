"""Evaluations: the page of the begeleider, the part of the gebruiker, the request and the signatures."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from partners.models import Contactpersoon
from regie.core.bewaren import LANGSTE
from trajecten.enums import EvaluatieConclusie, Tekenwijze
from trajecten.forms.velden import DatumVeld, met_hoofdletter
from trajecten.models import Evaluatie, EvaluatieCriterium, Evaluatievraag

SCORES = [(1, "1 onvoldoende"), (2, "2 groeiend"), (3, "3 voldoende"), (4, "4 sterk"), ("", "n.v.t.")]
AANTAL_DOELEN = 3
DOELSTATUS = [("", "nog niet"), ("bezig", "bezig"), ("bereikt", "bereikt")]
AFWEZIG = {
    "afwezig_gewettigd": "Dagen gewettigd afwezig",
    "afwezig_ongewettigd": "Dagen zonder verwittigen",
    "afwezig_ziek": "Dagen ziek",
}
TEKSTEN = {
    "drempelwijzigingen": "Wat veranderde er aan de drempels?",
    "mening_client": "Wat vindt de werknemer zelf?",
    "mening_gebruiker": "Wat vindt de gebruiker?",
    "mening_begeleider": "Wat vind jij als begeleider?",
    "besluit": "Besluit in enkele zinnen",
}


def tekstvak(label: str, rijen: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=LANGSTE, widget=forms.Textarea(attrs={"rows": rijen})
    )


class ScoreForm(forms.Form):
    """Rows of radio buttons 1 to 4 or n.v.t., and whatever was kept while typing."""

    criteria: list[EvaluatieCriterium]

    def zet_scores(self, scores: Mapping[str, int]) -> None:
        self.criteria = list(EvaluatieCriterium.objects.order_by("code"))
        for criterium in self.criteria:
            self.fields[f"score_{criterium.pk}"] = forms.TypedChoiceField(
                label=criterium.label,
                required=False,
                coerce=int,
                empty_value=None,
                choices=SCORES,
                initial=scores.get(criterium.pk, ""),
                widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
            )

    def zet_afwezigheid(self) -> None:
        for naam, label in AFWEZIG.items():
            widget = forms.NumberInput(attrs={"inputmode": "numeric"})
            self.fields[naam] = forms.IntegerField(
                label=label, required=False, min_value=0, max_value=366, widget=widget
            )

    def neem_ontwerp(self, ontwerp: Mapping[str, str]) -> None:
        for naam, waarde in ontwerp.items():
            if naam in self.fields:
                self.fields[naam].initial = waarde

    def rijen(self) -> list[tuple[str, list[Any]]]:
        """Score fields grouped by kind, for the table."""
        groepen: dict[str, list[Any]] = {}
        for criterium in self.criteria:
            groepen.setdefault(criterium.soort, []).append(self[f"score_{criterium.pk}"])
        return list(groepen.items())

    def scores(self) -> dict[str, int]:
        return {c.pk: self.cleaned_data[f"score_{c.pk}"] for c in self.criteria if self.cleaned_data[f"score_{c.pk}"]}

    def afwezigvelden(self) -> list[Any]:
        return [self[naam] for naam in AFWEZIG]

    def te_bewaren(self) -> set[str]:
        """Names of the fields that an automatic save may send."""
        return set(self.fields) - {"versie", "reden", "bevestigd"}


class EvaluatieForm(ScoreForm):
    """Attitudes as radio rows, goals, absence, opinions, conclusion."""

    uitgevoerd_op = DatumVeld(label="Gehouden op", required=False)
    conclusie = forms.ChoiceField(
        label="Conclusie",
        required=False,
        choices=[("", "Kies een conclusie"), *met_hoofdletter(EvaluatieConclusie.choices)],
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, evaluatie: Evaluatie, vandaag: date, verbeteren: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zet_scores(evaluatie.scores)
        self.zet_afwezigheid()
        for naam, label in TEKSTEN.items():
            self.fields[naam] = tekstvak(label, rijen=4 if naam == "besluit" else 3)
        for nummer in range(1, AANTAL_DOELEN + 1):
            doel = evaluatie.doelen[nummer - 1] if len(evaluatie.doelen) >= nummer else {}
            self.fields[f"doel_{nummer}"] = forms.CharField(
                label=f"Leerdoel {nummer}", max_length=200, required=False, initial=doel.get("tekst", "")
            )
            self.fields[f"doel_{nummer}_status"] = forms.ChoiceField(
                label="Stand", choices=DOELSTATUS, required=False, initial=doel.get("status", "")
            )
        for naam in ("uitgevoerd_op", "conclusie", *TEKSTEN, *AFWEZIG):
            self.fields[naam].initial = getattr(evaluatie, naam)
        self.fields["versie"].initial = evaluatie.ontwerp_versie
        self.fields["uitgevoerd_op"].initial = evaluatie.uitgevoerd_op or vandaag
        if verbeteren:
            self.fields["reden"] = forms.CharField(label="Waarom verbeter je deze evaluatie?", max_length=300)
        self.neem_ontwerp(evaluatie.ontwerp)

    def doelvelden(self) -> list[tuple[Any, Any]]:
        return [(self[f"doel_{n}"], self[f"doel_{n}_status"]) for n in range(1, AANTAL_DOELEN + 1)]

    def meningen(self) -> list[Any]:
        return [self[naam] for naam in TEKSTEN if naam.startswith("mening")]

    def opdracht(self) -> dict[str, Any]:
        gegevens = self.cleaned_data
        velden = {naam: gegevens[naam] for naam in ("uitgevoerd_op", "conclusie", *TEKSTEN, *AFWEZIG)}
        velden["scores"] = self.scores()
        velden["doelen"] = [
            {"tekst": gegevens[f"doel_{n}"], "status": gegevens[f"doel_{n}_status"]}
            for n in range(1, AANTAL_DOELEN + 1)
            if gegevens[f"doel_{n}"]
        ]
        reden = {"reden": gegevens["reden"]} if "reden" in gegevens else {}
        return {"velden": velden, "versie": gegevens["versie"], **reden}


class GebruikerEvaluatieForm(ScoreForm):
    """The part of the gebruiker: three minutes on a phone."""

    mening = tekstvak("Wat gaat goed, en wat kan beter?", rijen=4)
    voorstel = forms.ChoiceField(
        label="Wat stel je voor?",
        required=False,
        choices=[("", "Geen voorstel"), *met_hoofdletter(EvaluatieConclusie.choices)],
    )
    naam = forms.CharField(label="Je naam", max_length=120)
    bevestigd = forms.BooleanField(
        label="Dit is wat ik de voorbije weken zag.",
        error_messages={"required": "Vink aan dat dit is wat je zag, en verstuur dan."},
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, vraag: Evaluatievraag, naam: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zet_scores({})
        self.zet_afwezigheid()
        self.fields["naam"].initial = naam
        self.fields["versie"].initial = vraag.ontwerp_versie
        self.neem_ontwerp(vraag.ontwerp)

    def antwoord(self) -> dict[str, Any]:
        gegevens = self.cleaned_data
        afwezig = {naam: gegevens[naam] for naam in AFWEZIG if gegevens[naam] is not None}
        return {"scores": self.scores(), "mening": gegevens["mening"], "voorstel": gegevens["voorstel"], **afwezig}


class EvaluatieVragenForm(forms.Form):
    """Whom to ask: a contact person of the gebruiker, or somebody else."""

    contact = forms.ModelChoiceField(
        Contactpersoon.objects.none(), label="Aan wie?", required=False, empty_label="Iemand anders"
    )
    naam = forms.CharField(label="Naam van iemand anders", max_length=120, required=False)
    email = forms.EmailField(label="E-mailadres van iemand anders", required=False)
    hoe = forms.ChoiceField(
        label="Hoe stuur je de link?",
        choices=[("mail", "Met een mail"), ("zelf", "Ik stuur hem zelf: kopiëren of sms")],
        widget=forms.RadioSelect,
        initial="mail",
    )

    def __init__(self, *args: Any, contacten: Iterable[Contactpersoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["contact"]
        veld.queryset = contacten  # type: ignore[attr-defined]
        veld.label_from_instance = lambda c: f"{c.naam} ({c.email})"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if not gegevens.get("contact") and not gegevens.get("naam"):
            raise ValidationError("Kies een contactpersoon, of vul de naam van iemand anders in.")
        return gegevens

    def opdracht(self) -> dict[str, Any]:
        contact = self.cleaned_data["contact"]
        naam, email = (contact.naam, contact.email) if contact else ("", "")
        return {
            "naam": self.cleaned_data["naam"] or naam,
            "email": self.cleaned_data["email"] or email,
            "mailen": self.cleaned_data["hoe"] == "mail",
        }


class TekenForm(forms.Form):
    """Somebody has seen the evaluation, and how we know."""

    op = DatumVeld(label="Gezien op")
    wijze = forms.ChoiceField(label="Hoe?", choices=met_hoofdletter(Tekenwijze.choices))

    def __init__(self, *args: Any, vandaag: date, wijze: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = vandaag
        self.fields["wijze"].initial = wijze


class ClientTekenForm(forms.Form):
    """On the screen of the begeleider, by the client."""

    opmerking = tekstvak("Wil je er iets bij schrijven?")
    kopie = forms.BooleanField(label="Ik krijg een kopie op papier.", required=False)
