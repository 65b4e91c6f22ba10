import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseForm

from regie.core.exceptions import DomainError, DomainErrors


def gelukt(form: BaseForm, opdracht: Callable[[], object]) -> bool:
    """Run one service for a valid form. What it refuses becomes an error of the form, so nothing typed is lost."""
    if not form.is_valid():
        return False
    try:
        opdracht()
    except DomainErrors as fout:
        for melding in fout.meldingen:
            form.add_error(None, melding)
    except DomainError as fout:
        form.add_error(None, str(fout))
    return not form.errors


_DUIZENDTALLEN = re.compile(r"\d{1,3}(\.\d{3})+")


class BedragVeld(forms.DecimalField):
    """An amount of at most two decimals; "2.450,50" and "2450.50" are the same; "12.000" is twelve thousand."""

    def __init__(self, *, cijfers: int = 8, **kwargs: Any) -> None:
        super().__init__(
            max_digits=cijfers, decimal_places=2, min_value=Decimal(0), widget=forms.TextInput(), **kwargs
        )
        self.widget.attrs["inputmode"] = "decimal"

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs take it for an integer
        if isinstance(value, str):
            tekst = value.replace("€", "").replace("\u00a0", "").replace(" ", "")
            if "," in tekst or _DUIZENDTALLEN.fullmatch(tekst):
                tekst = tekst.replace(".", "").replace(",", ".")
            try:
                value = Decimal(tekst) if tekst else None
            except InvalidOperation:
                raise ValidationError("Typ een bedrag, bijvoorbeeld 2.450,50.") from None
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return str(value).replace(".", ",") if isinstance(value, Decimal) else value
