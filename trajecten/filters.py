"""Filters of the list of clients, all of them in the URL."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet

from trajecten.enums import TrajectStatus
from trajecten.models import Instrument, Traject
from trajecten.selectors.client import begeleiders
from trajecten.selectors.lijst import zoekvoorwaarde


def _instrumenten() -> list[tuple[str, str]]:
    """Plain pairs: a filter needs no model instances."""
    return list(Instrument.objects.order_by("korte_naam").values_list("pk", "korte_naam"))


class TrajectFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="zoek", label="Naam of dossiernummer")
    status = django_filters.ChoiceFilter(choices=TrajectStatus.choices, label="Status", empty_label="Alle")
    instrument = django_filters.ChoiceFilter(choices=_instrumenten, label="Instrument", empty_label="Alle")
    begeleider = django_filters.ChoiceFilter(choices=(), label="Begeleider", empty_label="Iedereen")

    class Meta:
        model = Traject
        fields = ("q", "status", "instrument", "begeleider")

    def __init__(
        self, *args: Any, organisatie_ids: tuple[int, ...], vandaag: Any, toon_begeleider: bool, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.form.fields["q"].widget = forms.TextInput(attrs={"autocomplete": "off", "type": "search"})
        if not toon_begeleider:
            del self.filters["begeleider"], self.form.fields["begeleider"]
            return
        mensen = {
            pk: f"{voornaam} {familienaam}"
            for organisatie_id in organisatie_ids
            for pk, voornaam, familienaam in begeleiders(organisatie_id, vandaag).values_list(
                "pk", "first_name", "last_name"
            )
        }
        self.form.fields["begeleider"].choices = list(mensen.items())

    def zoek(self, queryset: QuerySet[Traject], naam: str, waarde: str) -> QuerySet[Traject]:
        return queryset.filter(zoekvoorwaarde(waarde))
