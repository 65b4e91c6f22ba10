from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet

from partners.enums import Grootteklasse, WerkgeverStatus
from partners.models import Werkgever
from partners.selectors.werkgevers import accounthouders, gemeenten_van_het_gebied, zoek_werkgevers
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.nace import SECTOREN, afdelingen_van

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


MIJN, NIEMAND = "mijn", "geen"
LABELS = (("mvo", "MVO-label"), ("inclusief", "Inclusieve werkgever"))
ARCHIEF = (("actief", "In gebruik"), ("archief", "Archief"))


class WerkgeverFilter(django_filters.FilterSet):
    """All of it in the address, so a list can be kept as a bookmark."""

    zoek = django_filters.CharFilter(label="Naam of KBO-nummer", method="op_naam_of_nummer")
    gemeente = django_filters.ChoiceFilter(label="Gemeente", choices=(), empty_label="Alle")
    status = django_filters.ChoiceFilter(label="Status", choices=WerkgeverStatus.choices, empty_label="Alle")
    sector = django_filters.ChoiceFilter(
        label="Sector", choices=list(SECTOREN.items()), method="van_sector", empty_label="Alle"
    )
    grootteklasse = django_filters.ChoiceFilter(
        label="Aantal werknemers", choices=Grootteklasse.choices, empty_label="Alle"
    )
    accounthouder = django_filters.ChoiceFilter(
        label="Accounthouder", choices=(), method="van_accounthouder", empty_label="Alle"
    )
    label = django_filters.ChoiceFilter(label="Label", choices=LABELS, method="met_label", empty_label="Alle")
    plaatsen = django_filters.ChoiceFilter(
        label="Plaatsen", choices=[("open", "Met plaatsen nu")], method="met_plaatsen", empty_label="Alle"
    )
    toon = django_filters.ChoiceFilter(label="Tonen", choices=ARCHIEF, method="toon_archief", empty_label="Alles")

    class Meta:
        model = Werkgever
        fields = ("zoek", "gemeente", "status", "sector")

    def __init__(self, *args: Any, vandaag: date, lid_van: tuple[int, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lid_van = lid_van
        velden = self.form.fields
        velden["zoek"].widget = forms.TextInput(attrs={"autocomplete": "off", "type": "search"})
        velden["gemeente"].choices = [(gemeente.pk, gemeente.naam) for gemeente in gemeenten_van_het_gebied(vandaag)]
        houders = [(str(pk), naam) for pk, naam in accounthouders().values_list("pk", "naam")]
        velden["accounthouder"].choices = [(MIJN, "Mijn organisatie"), (NIEMAND, "Nog niemand"), *houders]

    @property
    def meer(self) -> list[forms.BoundField]:
        """The fields behind "Meer filters"."""
        return [self.form[naam] for naam in ("grootteklasse", "accounthouder", "label", "plaatsen", "toon")]

    @property
    def eerst(self) -> list[forms.BoundField]:
        return [self.form[naam] for naam in ("zoek", "gemeente", "status", "sector")]

    @property
    def is_meer_open(self) -> bool:
        return any(veld.value() not in {None, "", "actief"} for veld in self.meer)

    def op_naam_of_nummer(self, queryset: QuerySet[Werkgever], naam: str, waarde: str) -> QuerySet[Werkgever]:
        return zoek_werkgevers(queryset, waarde)

    def van_sector(self, queryset: QuerySet[Werkgever], naam: str, waarde: str) -> QuerySet[Werkgever]:
        begin = Q()
        for afdeling in afdelingen_van(waarde):
            begin |= Q(nace__startswith=afdeling)
        return queryset.filter(begin)

    def van_accounthouder(self, queryset: QuerySet[Werkgever], naam: str, waarde: str) -> QuerySet[Werkgever]:
        if waarde == MIJN:
            return queryset.filter(accounthouder__in=self.lid_van)
        return queryset.filter(accounthouder=None if waarde == NIEMAND else int(waarde))

    def met_label(self, queryset: QuerySet[Werkgever], naam: str, waarde: str) -> QuerySet[Werkgever]:
        return queryset.filter(is_mvo=True) if waarde == "mvo" else queryset.filter(is_inclusief=True)

    def met_plaatsen(self, queryset: QuerySet[Werkgever], naam: str, waarde: str) -> QuerySet[Werkgever]:
        return queryset.filter(aantal_plaatsen__gt=0)  # type: ignore[misc]  # annotated by werkgevers_lijst

    def toon_archief(self, queryset: QuerySet[Werkgever], naam: str, waarde: str) -> QuerySet[Werkgever]:
        return queryset.filter(gearchiveerd_op__isnull=waarde == "actief")
