"""Papers of a dossier: take in, sign, remove."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from regie.core.bestandssoort import AANVAARD, LIJST
from trajecten.forms.velden import DatumVeld
from trajecten.models import DocumentSoort
from trajecten.regels.documenten import PARTIJEN, PER_STAP

ENKEL = {"geregistreerd": "Geregistreerd op", PER_STAP: "Getekend of ontvangen op"}
LEEG = {
    "empty": "Dit bestand is leeg (0 bytes). Kies het bestand opnieuw.",
    "missing": "Kies eerst een bestand.",
    "required": "Kies eerst een bestand.",
}


class DocumentForm(forms.Form):
    soort = forms.ChoiceField(label="Soort document")
    bestand = forms.FileField(
        label="Bestand",
        required=False,
        widget=forms.FileInput(attrs={"accept": AANVAARD, "data-regie-bestand": ""}),
        error_messages=LEEG,
    )
    foto = forms.FileField(
        label="Foto nemen",
        required=False,
        help_text="Opent de camera van je telefoon of tablet.",
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
        error_messages=LEEG,
    )
    op_papier = forms.BooleanField(label="Geen bestand: het document bestaat op papier", required=False)
    ontvangen_op = DatumVeld(label="Ontvangen op", required=False, help_text="Leeg is vandaag.")
    vervalt_op = DatumVeld(label="Geldig tot en met", required=False)
    omschrijving = forms.CharField(label="Omschrijving", max_length=120, required=False)
    stap = forms.UUIDField(required=False, widget=forms.HiddenInput())
    vervangt = forms.UUIDField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, soorten: Iterable[DocumentSoort], max_mb: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["soort"].choices = [(soort.pk, soort.naam) for soort in soorten]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["bestand"].help_text = f"{LIJST[:1].upper()}{LIJST[1:]}. Hoogstens {max_mb} MB."

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        schoon["bestand"] = schoon.get("bestand") or schoon.pop("foto", None)
        if not schoon["bestand"] and not schoon.get("op_papier") and not self.errors:
            raise ValidationError("Kies een bestand of neem een foto, of vink aan dat het document op papier bestaat.")
        return schoon

    def inhoud(self) -> UploadedFile | None:
        gekozen: UploadedFile | None = self.cleaned_data["bestand"]
        return gekozen


class TekenForm(forms.Form):
    """The day each party signed. Empty means: not yet."""

    def __init__(self, *args: Any, getekend: Mapping[str, date | None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for partij, op in getekend.items():
            wie = PARTIJEN[partij]
            label = ENKEL.get(partij) or f"Getekend door: {wie}"
            self.fields[partij] = DatumVeld(label=label, required=False, initial=op)


class VerwijderForm(forms.Form):
    reden = forms.CharField(label="Waarom verwijder je dit document?", max_length=200)
