"""How an action goes: a colour with its word, a text, why it deviates, what is proposed, and the counted figures."""

from typing import Any

from django import forms

from actieplannen.enums import Standkleur
from actieplannen.forms.indicatoren import GetalVeld
from actieplannen.models import Actie, Actieindicator, Bijsturing, Doelstelling
from actieplannen.selectors.standblad import Standblad
from actieplannen.services.acties import ActieGegevens
from actieplannen.services.bijsturing import Overname
from actieplannen.services.standen import IN_KLEUR, Standantwoord, stempel
from regie.cijfers.periode import Periode

KLEUREN = [
    (Standkleur.GROEN, "Groen: op schema"),
    (Standkleur.ORANJE, "Oranje: aandacht nodig"),
    (Standkleur.ROOD, "Rood: loopt vast"),
]
NIEUWE_VOORSTELLEN = 2


class StandForm(forms.Form):
    kleur = forms.ChoiceField(
        label="Hoe loopt deze actie?",
        choices=KLEUREN,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies groen, oranje of rood."},
    )
    tekst = forms.CharField(
        label="Vertel in een paar zinnen hoe het loopt",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Wat is er dit kwartaal gebeurd? Schrijf geen namen van cliënten.",
        error_messages={"required": "Schrijf in een paar zinnen hoe het loopt."},
    )
    afwijking = forms.CharField(
        label="Waarom loopt het anders dan gepland?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alleen bij oranje en rood, en daar wel nodig. Eén zin die zegt waarom, is genoeg.",
    )
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, blad: Standblad, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blad, stand = blad, blad.stand
        self.initial.update(
            {"kleur": stand.kleur, "tekst": stand.tekst, "afwijking": stand.afwijking, "gezien": stempel(stand)}
        )
        for indicator, meting in blad.telbaar:
            self.fields[f"cijfer_{indicator.pk}"] = _cijferveld(indicator, blad.kwartaal)
            self.initial[f"cijfer_{indicator.pk}"] = meting.waarde if meting else None
        for voorstel in blad.voorstellen:
            self.fields[f"voorstel_{voorstel.pk}"] = _voorstelveld(
                "Je voorstel om bij te sturen", "Maak dit leeg om je voorstel in te trekken."
            )
            self.initial[f"voorstel_{voorstel.pk}"] = voorstel.voorstel
        for i in range(1, NIEUWE_VOORSTELLEN + 1):
            label = "Wat stel je voor om bij te sturen?" if i == 1 else "Nog een voorstel"
            uitleg = "De regisseur maakt er een actie van, of zegt waarom niet." if i == 1 else ""
            self.fields[f"nieuw_{i}"] = _voorstelveld(label, uitleg)

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if schoon.get("kleur") in IN_KLEUR and not schoon.get("afwijking"):
            self.add_error("afwijking", "Schrijf waarom het anders loopt dan gepland: dat hoort bij oranje en rood.")
        return schoon

    def antwoord(self) -> Standantwoord:
        schoon = self.cleaned_data
        return Standantwoord(
            kleur=schoon["kleur"],
            tekst=schoon["tekst"],
            afwijking=schoon["afwijking"],
            voorstellen={rij.pk: schoon[f"voorstel_{rij.pk}"] for rij in self.blad.voorstellen},
            nieuwe_voorstellen=tuple(schoon[f"nieuw_{i}"] for i in range(1, NIEUWE_VOORSTELLEN + 1)),
            cijfers={
                indicator.pk: schoon[f"cijfer_{indicator.pk}"]
                for indicator, _ in self.blad.telbaar
                if f"cijfer_{indicator.pk}" in self.changed_data
            },
            gezien=schoon["gezien"],
        )

    @property
    def cijfervelden(self) -> list[forms.BoundField]:
        return [self[f"cijfer_{indicator.pk}"] for indicator, _ in self.blad.telbaar]

    @property
    def voorstelvelden(self) -> list[forms.BoundField]:
        bestaand = [self[f"voorstel_{rij.pk}"] for rij in self.blad.voorstellen]
        return [*bestaand, *(self[f"nieuw_{i}"] for i in range(1, NIEUWE_VOORSTELLEN + 1))]


class OvernameForm(forms.Form):
    """A proposal as an action: what it becomes can be changed afterwards as any other action."""

    doelstelling = forms.ModelChoiceField(Doelstelling.objects.none(), label="Onder welke doelstelling")
    titel = forms.CharField(label="Actie", max_length=200, help_text="Zeg wat jullie doen, in één regel.")
    omschrijving = forms.CharField(
        label="Wat we doen en waarom", required=False, max_length=6000, widget=forms.Textarea(attrs={"rows": 5})
    )
    zelfde_trekker = forms.BooleanField(
        label="Dezelfde trekker", required=False, initial=True, help_text="Anders kies je hem daarna bij de actie."
    )
    start = forms.DateField(label="Begint op", required=False)
    eind = forms.DateField(label="Klaar tegen", required=False)
    reden = forms.CharField(
        label="Waarom wijzig je het plan?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="In een goedgekeurd plan wordt de nieuwe actie met deze reden een amendement.",
    )

    def __init__(self, *args: Any, bijsturing: Bijsturing, doelstellingen: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        actie, stand = bijsturing.stand.actie, bijsturing.stand
        self.bron = actie
        kwartaal = Periode.kwartaal(stand.jaar, stand.kwartaal)
        self.fields["doelstelling"].queryset = doelstellingen  # type: ignore[attr-defined]
        self.fields["doelstelling"].label_from_instance = _doelstelling  # type: ignore[attr-defined]
        self.initial.update(
            {
                "doelstelling": actie.doelstelling_id,
                "titel": bijsturing.voorstel.split("\n")[0].split(". ")[0][:200],
                "omschrijving": bijsturing.voorstel,
                "reden": f"Voorstel tot bijsturing bij de stand van {kwartaal.label} van '{actie.titel}'.",
            }
        )

    def overname(self) -> Overname:
        """Priority and gemeenten come along from the action it was proposed with, and its trekker when asked."""
        schoon, bron = self.cleaned_data, self.bron
        gegevens = ActieGegevens(
            **{naam: schoon[naam] for naam in ("titel", "omschrijving", "start", "eind")},
            prioriteit=bron.prioriteit,
            activiteit=bron.activiteit,
            gemeenten=tuple(bron.gemeenten),
            **(_trekker_van(bron) if schoon["zelfde_trekker"] else {}),
        )
        return Overname(schoon["doelstelling"], gegevens, schoon["reden"])


class AfwijsForm(forms.Form):
    antwoord = forms.CharField(
        label="Waarom neem je dit niet over?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wie het voorstelde, leest deze zin.",
        error_messages={"required": "Schrijf in een zin waarom je dit voorstel niet overneemt."},
    )


def _trekker_van(actie: Actie) -> dict[str, Any]:
    contact = actie.trekker_contact
    return {
        "trekker_organisatie_id": actie.trekker_organisatie_id or (contact.organisatie_id if contact else None),
        "trekker_id": actie.trekker_id,
        "trekker_contact_id": actie.trekker_contact_id,
    }


def _doelstelling(doelstelling: Doelstelling) -> str:
    return f"{doelstelling.plan.jaar} · {doelstelling.titel}"


def _cijferveld(indicator: Actieindicator, kwartaal: Periode) -> forms.Field:
    eenheid = f" ({indicator.eenheid})" if indicator.eenheid else ""
    return GetalVeld(
        label=f"{indicator.naam}{eenheid}",
        required=False,
        cijfers=12,
        help_text=indicator.definitie or f"De stand op het einde van {kwartaal.label}.",
    )


def _voorstelveld(label: str, uitleg: str) -> forms.Field:
    return forms.CharField(
        label=label, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}), help_text=uitleg
    )
