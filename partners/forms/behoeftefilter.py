"""The filters of the list of needs and of the places to learn: in the address, so they can be kept and shared."""

from typing import Any

import django_filters
from django import forms
from django.db.models import F, Q, QuerySet

from partners.enums import LEERSOORTEN, Behoeftesoort, Functiecategorie
from partners.models import Behoefte
from partners.selectors.stageplaatsen import BESTUUR
from regie.core.models import Gemeente, Organisatie
from regie.core.names import naam_sleutel


def _gemeenten(request: Any) -> QuerySet[Gemeente]:
    return Gemeente.objects.order_by("sleutel")


def _organisaties(request: Any) -> QuerySet[Organisatie]:
    return Organisatie.objects.van_gebied().filter(is_actief=True).order_by("naam")


class BehoefteFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Werkgever of functie", method="zoek", widget=forms.TextInput)
    soort = django_filters.ChoiceFilter(label="Soort", choices=Behoeftesoort.choices, empty_label="Alle soorten")
    categorie = django_filters.ChoiceFilter(
        label="Soort werk", choices=Functiecategorie.choices, empty_label="Alle werk"
    )
    gemeente = django_filters.ModelChoiceFilter(
        label="Gemeente", queryset=_gemeenten, method="in_gemeente", empty_label="Alle gemeenten"
    )
    organisatie = django_filters.ModelChoiceFilter(
        label="Doorverwezen naar", queryset=_organisaties, method="naar", empty_label="Alle partners"
    )

    class Meta:
        model = Behoefte
        fields = ("q", "soort", "categorie", "gemeente", "organisatie")

    def zoek(self, queryset: QuerySet[Behoefte], naam: str, waarde: str) -> QuerySet[Behoefte]:
        voorwaarde = Q(functie__icontains=waarde)
        if sleutel := naam_sleutel(waarde):
            voorwaarde |= Q(werkgever__sleutel__contains=sleutel)
        return queryset.filter(voorwaarde)

    def in_gemeente(self, queryset: QuerySet[Behoefte], naam: str, waarde: Gemeente) -> QuerySet[Behoefte]:
        """Where the work is: the vestiging, else the employer."""
        return queryset.filter(Q(vestiging__gemeente=waarde) | Q(vestiging__gemeente=None, werkgever__gemeente=waarde))

    def naar(self, queryset: QuerySet[Behoefte], naam: str, waarde: Organisatie) -> QuerySet[Behoefte]:
        return queryset.filter(doorverwijzingen__organisatie=waarde).distinct()


BIJ = (("bestuur", "Lokale besturen"), ("werkgever", "Andere werkgevers"))
VRIJ = (("vrij", "Alleen vrije plaatsen"),)


class StageFilter(BehoefteFilter):
    soort = django_filters.ChoiceFilter(
        label="Soort", choices=[(s.value, s.label) for s in LEERSOORTEN], empty_label="Alle soorten"
    )
    bij = django_filters.ChoiceFilter(label="Bij", choices=BIJ, method="bij_wie", empty_label="Iedereen")
    toon = django_filters.ChoiceFilter(label="Tonen", choices=VRIJ, method="alleen_vrij", empty_label="Ook bezette")
    organisatie = None

    class Meta:
        model = Behoefte
        fields = ("q", "soort", "categorie", "gemeente", "bij", "toon")

    def bij_wie(self, queryset: QuerySet[Behoefte], naam: str, waarde: str) -> QuerySet[Behoefte]:
        bestuur = Q(werkgever__organisatie__type__in=BESTUUR)
        return queryset.filter(bestuur if waarde == "bestuur" else ~bestuur)

    def alleen_vrij(self, queryset: QuerySet[Behoefte], naam: str, waarde: str) -> QuerySet[Behoefte]:
        return queryset.filter(aantal_ingevuld__lt=F("aantal"))
