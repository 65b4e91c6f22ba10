"""Fields several forms share."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError

from regie.core.models import Gemeente
from regie.core.names import naam_sleutel
from regie.core.validators import normaliseer_insz, normaliseer_kbo


def met_hoofdletter(keuzes: Iterable[tuple[Any, str]]) -> list[tuple[Any, str]]:
    """Choices as labels on a form: "leefloon" in a sentence, "Leefloon" beside a button."""
    return [(code, label[:1].upper() + label[1:]) for code, label in keuzes]


def zonder_kop(normaliseer: Callable[[object], str], tekst: str) -> str:
    """Check an identifier; the field's own label says what it is, so the message does not repeat it."""
    try:
        return normaliseer(tekst) if tekst else ""
    except ValidationError as fout:
        zin = fout.messages[0].partition(": ")[2]
        raise ValidationError(zin[:1].upper() + zin[1:], code=fout.code) from None


class DatumVeld(forms.DateField):
    """dd/mm/jjjj, and what people type: 14051991, 14-5-1991, 14.05.1991."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "error_messages",
            {"invalid": "Deze datum bestaat niet. Typ ze als dag/maand/jaar, bijvoorbeeld 14/05/1991."},
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, str):
            tekst = re.sub(r"[.\-\s]+", "/", value.strip())
            if re.fullmatch(r"\d{8}", tekst):
                tekst = f"{tekst[:2]}/{tekst[2:4]}/{tekst[4:]}"
            value = tekst
        return super().to_python(value)


class InszVeld(forms.CharField):
    """An INSZ in any notation, as 11 digits; empty is fine."""

    def clean(self, value: Any) -> str:
        return zonder_kop(normaliseer_insz, super().clean(value))


class KboVeld(forms.CharField):
    def clean(self, value: Any) -> str:
        return zonder_kop(normaliseer_kbo, super().clean(value))


class TelefoonVeld(forms.CharField):
    """A phone number, stored as +32…; Belgian when no country is given."""

    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        if not tekst:
            return ""
        try:
            nummer = phonenumbers.parse(tekst, "BE")
        except phonenumbers.NumberParseException:
            nummer = None
        if nummer is None or not phonenumbers.is_valid_number(nummer):
            raise ValidationError("Dit telefoonnummer bestaat niet. Bijvoorbeeld: 0470 12 34 56.")
        return phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164)


class GemeenteVeld(forms.CharField):
    """A municipality by name, postcode or both ("8000 Brugge"); gives (Gemeente, postcode)."""

    def clean(self, value: Any) -> tuple[Gemeente, str] | None:
        tekst = super().clean(value)
        if not tekst:
            return None
        postcode = (re.findall(r"\b\d{4}\b", tekst) or [""])[0]
        naam = naam_sleutel(re.sub(r"\d+", "", tekst))
        op_naam = list(Gemeente.objects.filter(sleutel=naam)) if naam else []
        op_postcode = list(Gemeente.objects.filter(postcodes__contains=[postcode])) if postcode else []
        kandidaten = op_naam or op_postcode
        if len(kandidaten) != 1:
            raise ValidationError(self._melding(tekst, kandidaten))
        gemeente = kandidaten[0]
        if postcode and postcode not in gemeente.postcodes:
            raise ValidationError(f"Postcode {postcode} hoort niet bij {gemeente}. Kijk beide na.")
        return gemeente, postcode or (gemeente.postcodes[0] if len(gemeente.postcodes) == 1 else "")

    @staticmethod
    def _melding(tekst: str, kandidaten: list[Gemeente]) -> str:
        if kandidaten:
            namen = " of ".join(g.naam for g in kandidaten)
            return f"Er zijn meer gemeenten met deze postcode: {namen}. Typ de naam erbij."
        return f"'{tekst}' is geen Vlaamse gemeente. Typ de naam of de postcode."
