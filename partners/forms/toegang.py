"""Inviting somebody of a partner to an account."""

from typing import Any

from django import forms

from partners.models import Contactpersoon


class PartneruitnodigingForm(forms.Form):
    voornaam = forms.CharField(label="Voornaam", max_length=80)
    familienaam = forms.CharField(label="Familienaam", max_length=80)
    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        help_text="Hier komt de uitnodiging aan. Met dit adres meldt je collega zich aan.",
    )

    @staticmethod
    def begin(contact: Contactpersoon | None) -> dict[str, Any]:
        if contact is None:
            return {}
        voornaam, _, familienaam = contact.naam.partition(" ")
        return {"voornaam": voornaam, "familienaam": familienaam, "email": contact.email}
