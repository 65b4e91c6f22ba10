"""What an OCMW counts with, for itself, one traject or one place."""

from django import forms

from partners.enums import Functieniveau
from regie.core.forms import BedragVeld
from trajecten.enums import LeefloonCategorie
from trajecten.forms.velden import DatumVeld, met_hoofdletter


class KostenkaderForm(forms.Form):
    van = DatumVeld(label="Geldig vanaf")
    loonkost = BedragVeld(
        label="Loonkost per voltijdse maand",
        required=False,
        help_text="Wat een werknemer in art. 60 het OCMW per maand kost, in euro.",
    )
    begeleidingsuren = BedragVeld(label="Uren begeleiding per maand en per persoon", required=False)
    uurkost = BedragVeld(label="Kost van een uur begeleiding", required=False, help_text="In euro.")


class KostenafspraakForm(forms.Form):
    leefloon = forms.ChoiceField(
        label="Welk leefloon zou er zonder dit traject zijn?", choices=met_hoofdletter(LeefloonCategorie.choices)
    )
    loonkost = BedragVeld(
        label="Eigen loonkost per voltijdse maand",
        required=False,
        help_text="Alleen als ze afwijkt van het bedrag van je OCMW.",
    )


class TariefafspraakForm(forms.Form):
    functieniveau = forms.ChoiceField(label="Functieniveau", choices=met_hoofdletter(Functieniveau.choices))
    bedrag = BedragVeld(
        label="Afwijkend bedrag per voltijdse maand",
        required=False,
        help_text="Laat leeg om de tarieftabel te volgen.",
    )
    reden = forms.CharField(label="Reden van het afwijkende bedrag", max_length=200, required=False)
