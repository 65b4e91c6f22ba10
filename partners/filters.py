from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet

from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType

ACTIEF = (("actief", "Actief"), ("inactief", "Niet meer actief"))
NAZICHT = (("verouderd", "Verouderd"), ("gevraagd", "Gevraagd, nog geen antwoord"), ("nagekeken", "Nagekeken"))


class OrganisatieFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Naam, gemeente of KBO-nummer", method="zoek", widget=forms.TextInput)
    type = django_filters.ChoiceFilter(label="Soort", choices=OrganisatieType.choices, empty_label="Alle soorten")
    toon = django_filters.ChoiceFilter(label="Tonen", choices=ACTIEF, method="toon_actief", empty_label="Alle")
    nazicht = django_filters.ChoiceFilter(
        label="Gegevens", choices=NAZICHT, method="op_nazicht", empty_label="Alle gegevens"
    )

    class Meta:
        model = Organisatie
        fields = ("q", "type", "toon", "nazicht")

    def zoek(self, queryset: QuerySet[Organisatie], naam: str, waarde: str) -> QuerySet[Organisatie]:
        cijfers = "".join(teken for teken in waarde if teken.isdigit())
        voorwaarde = Q(naam__icontains=waarde) | Q(gemeente__naam__icontains=waarde)
        if len(cijfers) >= 3:
            voorwaarde |= Q(kbo__contains=cijfers)
        return queryset.filter(voorwaarde)

    def toon_actief(self, queryset: QuerySet[Organisatie], naam: str, waarde: str) -> QuerySet[Organisatie]:
        return queryset.filter(is_actief=waarde == "actief")

    def op_nazicht(self, queryset: Any, naam: str, waarde: str) -> QuerySet[Organisatie]:
        """On what `organisaties_met_nazicht` says about each organisatie."""
        if waarde == "verouderd":
            return queryset.filter(is_verouderd=True)
        if waarde == "gevraagd":
            return queryset.filter(is_gevraagd=True)
        return queryset.filter(is_verouderd=False, laatst_nagekeken__isnull=False)
