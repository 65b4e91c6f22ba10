"""The region asks a partner to look its data over."""

from typing import Any

from django import forms

from partners.models import Contactpersoon
from regie.core.models import Organisatie


class ContactKeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.naam} ({obj.email})"


class VraagForm(forms.Form):
    contact = ContactKeuze(
        Contactpersoon.objects.none(), label="Aan wie?", required=False, help_text="Deze persoon krijgt een mail."
    )

    def __init__(self, *args: Any, organisatie: Organisatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rijen = Contactpersoon.objects.filter(organisatie=organisatie, is_actief=True).exclude(email="")
        veld: Any = self.fields["contact"]
        veld.queryset = rijen.order_by("created_at", "naam")
        veld.empty_label = f"Het algemene adres ({organisatie.email})" if organisatie.email else None
        if not organisatie.email:
            veld.required = True
        veld.initial = rijen.order_by("created_at", "naam").first()
