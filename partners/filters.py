import django_filters
from django import forms
from django.db.models import Q, QuerySet

from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType

ACTIEF = (("actief", "Actief"), ("inactief", "Niet meer actief"))


class OrganisatieFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Naam, gemeente of KBO-nummer", method="zoek", widget=forms.TextInput)
    type = django_filters.ChoiceFilter(label="Soort", choices=OrganisatieType.choices, empty_label="Alle soorten")
    toon = django_filters.ChoiceFilter(label="Tonen", choices=ACTIEF, method="toon_actief", empty_label="Alle")

    class Meta:
        model = Organisatie
        fields = ("q", "type", "toon")

    def zoek(self, queryset: QuerySet[Organisatie], naam: str, waarde: str) -> QuerySet[Organisatie]:
        cijfers = "".join(teken for teken in waarde if teken.isdigit())
        voorwaarde = Q(naam__icontains=waarde) | Q(gemeente__naam__icontains=waarde)
        if len(cijfers) >= 3:
            voorwaarde |= Q(kbo__contains=cijfers)
        return queryset.filter(voorwaarde)

    def toon_actief(self, queryset: QuerySet[Organisatie], naam: str, waarde: str) -> QuerySet[Organisatie]:
        return queryset.filter(is_actief=waarde == "actief")
