"""Forms around places and candidates."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms

from partners.enums import Functiecategorie, Fysiek, Grens, Rijbewijs, Taalniveau, Vervoer
from trajecten.enums import Kandidatuurreden, KandidatuurStatus
from trajecten.forms.velden import DatumVeld, met_hoofdletter
from trajecten.models import Kandidatuur
from trajecten.selectors.plaatsen import Plaatsrij
from trajecten.selectors.profiel import Voorstel
from trajecten.services.kandidaturen import ProfielGegevens
from trajecten.transitions import KANDIDATUUR

VOLTIJDS_VANAF = 35
VRAAGT: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "rijbewijs": ("Zonder rijbewijs", lambda w: not w.rijbewijs),
    "nederlands": ("Met weinig Nederlands", lambda w: w.nederlands <= Taalniveau.A2),
    "uren": ("Zonder ploegen of weekend", lambda w: not w.ploegen and not w.weekend),
    "licht": ("Geen zwaar werk", lambda w: w.fysiek != Fysiek.ZWAAR),
    "begeleiding": ("Met begeleiding ter plaatse", lambda w: w.begeleiding in {"VAST", "DAGELIJKS"}),
    "ov": ("Met bus, tram of trein", lambda w: w.met_ov),
}


class PlaatsFilterForm(forms.Form):
    """Everything in the address; nothing chosen shows every place."""

    soort = forms.ChoiceField(
        label="Soort werk", required=False, choices=[("", "Alle"), *met_hoofdletter(Functiecategorie.choices)]
    )
    gemeente = forms.ChoiceField(label="Gemeente", required=False)
    regime = forms.ChoiceField(
        label="Uren", required=False, choices=[("", "Alle"), ("voltijds", "Voltijds"), ("deeltijds", "Deeltijds")]
    )
    vraagt = forms.ChoiceField(
        label="Voor wie?",
        required=False,
        choices=[("", "Iedereen"), *((c, label) for c, (label, _) in VRAAGT.items())],
    )
    vrij = forms.ChoiceField(
        label="Vrij", required=False, choices=[("", "Ook bezette"), ("nu", "Nu vrij"), ("op", "Vrij op een dag")]
    )
    vanaf = DatumVeld(label="Vrij op", required=False)

    def __init__(self, *args: Any, rijen: Sequence[Plaatsrij], vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rijen, self.vandaag = rijen, vandaag
        namen = sorted({str(rij.waar) for rij in rijen if rij.waar})
        self.fields["gemeente"].choices = [("", "Alle"), *((naam, naam) for naam in namen)]  # type: ignore[attr-defined]

    def gekozen(self) -> list[Plaatsrij]:
        velden = self.cleaned_data if self.is_valid() else {}
        dag = velden.get("vanaf") or (self.vandaag if velden.get("vrij") else None)
        return [rij for rij in self.rijen if _past(rij, velden) and (dag is None or rij.vrij(dag) > 0)]

    def chips(self) -> list[dict[str, Any]]:
        if not self.is_valid():
            return []
        chips = []
        for naam, waarde in self.cleaned_data.items():
            if waarde:
                veld = self.fields[naam]
                toon = dict(getattr(veld, "choices", [])).get(waarde) or f"{waarde:%d/%m/%Y}"
                chips.append({"label": f"{veld.label}: {toon}", "veld": naam, "waarde": self.data.get(naam)})
        return chips


def _past(rij: Plaatsrij, velden: dict[str, Any]) -> bool:
    w = rij.werkplaats
    voltijds = w.uren >= VOLTIJDS_VANAF
    return all(
        (
            velden.get("soort") in ("", None, w.categorie),
            velden.get("gemeente") in ("", None, str(rij.waar)),
            velden.get("regime") in ("", None, "voltijds" if voltijds else "deeltijds"),
            not velden.get("vraagt") or VRAAGT[velden["vraagt"]][1](w),
        )
    )


def _vakjes(keuzes: Any, label: str, uitleg: str = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        choices=met_hoofdletter(keuzes.choices),
        widget=forms.CheckboxSelectMultiple,
        help_text=uitleg,
    )


class ProfielForm(forms.Form):
    """What a client looks for and can do. Prefilled with what the file knows."""

    jobdoelwit = forms.CharField(label="Jobdoelwit", max_length=120, required=False)
    categorieen = _vakjes(Functiecategorie, "Welk soort werk?")
    beschikbaar_vanaf = DatumVeld(label="Beschikbaar vanaf", required=False, help_text="Leeg: meteen.")
    uren = forms.DecimalField(
        label="Hoogstens uren per week",
        required=False,
        min_value=1,
        max_value=40,
        max_digits=4,
        decimal_places=2,
        localize=True,
        help_text="Leeg: voltijds kan.",
    )
    rijbewijs = forms.ChoiceField(
        label="Rijbewijs", required=False, choices=[("", "Geen"), *met_hoofdletter(Rijbewijs.choices)]
    )
    nederlands = forms.TypedChoiceField(
        label="Nederlands op het werk",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Nog niet ingeschat"), *met_hoofdletter(Taalniveau.choices)],
    )
    vervoer = _vakjes(Vervoer, "Hoe naar het werk?")
    grenzen = _vakjes(
        Grens,
        "Waar moet een gebruiker rekening mee houden?",
        "Alleen wat op het werk wel of niet kan. Nooit waarom: geen gezondheid, justitie of schulden.",
    )
    sterktes = forms.CharField(label="Sterke kanten", max_length=300, required=False)
    wensen = forms.CharField(
        label="Wensen van de cliënt", max_length=300, required=False, help_text="Schrijf niets over gezondheid."
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, voorstel: Voorstel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        profiel = voorstel.profiel
        for naam in self.fields:
            self.fields[naam].initial = getattr(profiel, naam)
        self.fields["versie"].initial = profiel.versie if voorstel.is_bewaard else 0
        if profiel.uren is not None:
            self.fields["uren"].initial = profiel.uren.normalize()

    def opdracht(self) -> dict[str, Any]:
        velden = dict(self.cleaned_data)
        return {"versie": velden.pop("versie"), "gegevens": ProfielGegevens(**velden)}


class VoorstelForm(forms.Form):
    toelichting = forms.CharField(
        label="Toelichting",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Voor je eigen team. De gebruiker leest dit niet.",
    )


class KandidatuurForm(forms.Form):
    """What became of it. A reason is asked when it does not go on."""

    status = forms.ChoiceField(label="Hoe ver staat het?")
    kennismaking_op = DatumVeld(label="Kennismaking op", required=False)
    reden = forms.ChoiceField(
        label="Waarom gaat het niet door?",
        required=False,
        choices=[("", "Het gaat nog door"), *met_hoofdletter(Kandidatuurreden.choices)],
        help_text="De volgende suggesties houden er rekening mee.",
    )
    toelichting = forms.CharField(
        label="Toelichting", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, kandidatuur: Kandidatuur, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nu = KandidatuurStatus(kandidatuur.status)
        keuzes = [(s.value, str(s.label)) for s in (nu, *KANDIDATUUR.get(nu, ()))]
        self.fields["status"].choices = met_hoofdletter(keuzes)  # type: ignore[attr-defined]
        for naam in self.fields:
            self.fields[naam].initial = getattr(kandidatuur, naam)
