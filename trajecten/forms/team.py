"""Forms of the team: who follows what, who is away, how much people work, and saved views."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from regie.accounts.models import User
from regie.core import notatie
from trajecten.forms.velden import DatumVeld
from trajecten.selectors.team import Medewerker, Team, collegas, voorstel


def _last(lid: Medewerker | None) -> str:
    """How busy somebody is, as shown behind a name."""
    if lid is None:
        return ""
    delen = [notatie.meervoud(lid.aantal, "dossier", "dossiers")]
    if lid.per_vte is not None:
        delen.append(f"{notatie.getal(lid.per_vte, 1)} per VTE")
    if lid.waarneming:
        delen.append(f"afwezig tot en met {notatie.datum(lid.waarneming.tot)}")
    return f" ({', '.join(delen)})"


class BegeleiderVeld(forms.ModelChoiceField):
    """A colleague, with how many dossiers each of them has."""

    lasten: dict[int, Medewerker] = {}

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.naam}{_last(self.lasten.get(obj.pk))}"


def zin_voorstel(keuze: Medewerker | None, erbij: int) -> str:
    """Who has room, in a sentence; why we cannot say when nobody's VTE is known."""
    if keuze is None:
        return "Vul op de teampagina de VTE van je collega's in, dan stellen we voor wie het meest ruimte heeft."
    na = notatie.getal(keuze.na(erbij), 1)
    meer = "dit dossier" if erbij == 1 else f"deze {notatie.getal(erbij)} dossiers"
    return f"Het meest ruimte heeft {keuze.naam}: {na} dossiers per VTE met {meer} erbij."


class ToewijzenForm(forms.Form):
    begeleider = BegeleiderVeld(User.objects.none(), label="Nieuwe begeleider", empty_label="Kies een begeleider")
    reden = forms.CharField(
        label="Waarom verandert de begeleider?",
        max_length=200,
        required=False,
        help_text="De reden staat in elk dossier.",
    )

    def __init__(
        self,
        *args: Any,
        organisatie_ids: Sequence[int],
        team: Team,
        aantal: int,
        vraag_reden: bool,
        behalve: int | None = None,
        vandaag: date,
        **kwargs: Any,
    ) -> None:
        """`vraag_reden`: somebody follows one of these dossiers already."""
        super().__init__(*args, **kwargs)
        self.fields["reden"].required = vraag_reden
        veld = self.fields["begeleider"]
        veld.lasten = {lid.user_id: lid for lid in team.medewerkers}  # type: ignore[attr-defined]
        mensen = collegas(organisatie_ids, vandaag)
        veld.queryset = mensen.exclude(pk=behalve) if behalve else mensen  # type: ignore[attr-defined]
        veld.help_text = zin_voorstel(voorstel(team.medewerkers, aantal=aantal, behalve=behalve), aantal)


class TaakForm(forms.Form):
    omschrijving = forms.CharField(label="Wat moet er gebeuren?", max_length=80)
    vervalt_op = DatumVeld(label="Te doen voor")


class WeergaveForm(forms.Form):
    naam = forms.CharField(label="Naam van de weergave", max_length=60)
    is_standaard = forms.BooleanField(label="Open mijn lijst voortaan met deze weergave", required=False)
    is_team = forms.BooleanField(
        label="Ook voor mijn collega's", required=False, help_text="Iedereen van je OCMW ziet deze weergave."
    )

    def __init__(self, *args: Any, mag_team: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not mag_team:
            del self.fields["is_team"]

    def opdracht(self) -> dict[str, Any]:
        return {"is_team": False, **self.cleaned_data}


class HernoemenForm(forms.Form):
    naam = forms.CharField(label="Naam van de weergave", max_length=60)


class InzetForm(forms.Form):
    breuk = forms.DecimalField(
        label="VTE voor begeleiding",
        min_value=Decimal(0),
        max_value=Decimal(1),
        decimal_places=2,
        localize=True,
        help_text="1 is voltijds, 0,5 is halftijds, 0 is geen begeleiding.",
    )
    van = DatumVeld(label="Vanaf")


class WaarnemingForm(forms.Form):
    afwezige = forms.ModelChoiceField(User.objects.none(), label="Wie is afwezig?", empty_label="Kies een collega")
    waarnemer = forms.ModelChoiceField(User.objects.none(), label="Wie neemt waar?", empty_label="Kies een collega")
    van = DatumVeld(label="Eerste dag")
    tot = DatumVeld(label="Laatste dag")
    reden = forms.CharField(
        label="Reden",
        max_length=120,
        required=False,
        help_text="Bijvoorbeeld: verlof. Schrijf niets over gezondheid.",
    )

    def __init__(
        self, *args: Any, organisatie_ids: Sequence[int], zelf: int | None, vandaag: date, **kwargs: Any
    ) -> None:
        """`zelf`: somebody who may only plan for themselves; a lead chooses who is away."""
        super().__init__(*args, **kwargs)
        for naam in ("afwezige", "waarnemer"):
            veld = self.fields[naam]
            veld.queryset = collegas(organisatie_ids, vandaag)  # type: ignore[attr-defined]
            veld.label_from_instance = lambda user: user.naam  # type: ignore[attr-defined]
        if zelf is not None:
            self.fields["waarnemer"].queryset = collegas(organisatie_ids, vandaag).exclude(pk=zelf)  # type: ignore[attr-defined]
            del self.fields["afwezige"]
        self.fields["van"].initial = vandaag
