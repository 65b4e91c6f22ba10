from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.forms import ModelChoiceField

from partners.enums import Functiecategorie
from trajecten.enums import CompetentieBron, Competentieniveau
from trajecten.forms.velden import DatumVeld, met_hoofdletter
from trajecten.models import Client, Competentie, Document


class BewijsForm(forms.Form):
    """Base: the proof is a document of this client, or words that say where it lies."""

    document = ModelChoiceField(
        Document.objects.none(),
        label="Bewijsstuk uit het dossier",
        required=False,
        empty_label="Geen document",
        help_text="Staat het er nog niet? Voeg het eerst toe bij Documenten.",
    )
    bewijs = forms.CharField(
        label="Of: waar ligt het bewijs?", max_length=200, required=False, help_text="Bijvoorbeeld: map opleidingen."
    )

    def __init__(self, *args: Any, client: Client, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["document"]
        veld.queryset = (
            Document.objects.aanwezig().filter(client=client).select_related("soort").order_by("soort", "pk")
        )
        veld.label_from_instance = lambda d: f"{d.soort}, {d.created_at:%d/%m/%Y}"
        for naam in {"vastgesteld_op", "behaald_op"} & set(self.fields):
            self.fields[naam].initial = vandaag
        self.order_fields(
            [naam for naam in self.fields if naam not in {"document", "bewijs"}] + ["document", "bewijs"]
        )


def _per_soort(competenties: Iterable[Competentie]) -> list[tuple[str, Any]]:
    groepen: dict[str, list[tuple[str, str]]] = {}
    for competentie in competenties:
        soort = Functiecategorie(competentie.categorie).label if competentie.categorie else "algemeen"
        groepen.setdefault(str(soort).capitalize(), []).append((competentie.pk, competentie.label))
    return [("", "Kies een competentie"), *groepen.items()]


class CompetentieForm(BewijsForm):
    competentie = forms.ModelChoiceField(
        Competentie.objects.order_by("categorie", "label"), label="Competentie", empty_label="Kies een competentie"
    )
    niveau = forms.TypedChoiceField(label="Niveau", coerce=int, choices=met_hoofdletter(Competentieniveau.choices))
    bron = forms.ChoiceField(label="Hoe weten we dit?", choices=met_hoofdletter(CompetentieBron.choices))
    vastgesteld_op = DatumVeld(label="Vastgesteld op")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["competentie"]
        veld.choices = _per_soort(veld.queryset)


class AttestForm(BewijsForm):
    naam = forms.CharField(label="Attest, rijbewijs of diploma", max_length=120)
    uitgereikt_door = forms.CharField(label="Uitgereikt door", max_length=120, required=False)
    behaald_op = DatumVeld(label="Behaald op")
    geldig_tot = DatumVeld(label="Geldig tot en met", required=False, help_text="Leeg: onbeperkt geldig.")
