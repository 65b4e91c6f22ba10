"""The filters of the actions of a plan: in the address, so that a list can be kept and shared."""

from collections.abc import Sequence
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet

from actieplannen.enums import Prioriteit, Standkleur, Voortgang
from actieplannen.models import Actie
from actieplannen.selectors.geld import Geldtabel
from regie.cijfers.periode import Periode
from regie.core.models import Gemeente
from regie.core.permissions import Toegang

MIJN, GEEN = "mijn", "geen"
BEWIJS, STAND, BUDGET = "bewijs", "stand", "budget"
AANDACHT = ((BEWIJS, "Zonder bewijs"), (STAND, "Zonder stand"), (BUDGET, "Over budget"))
KWARTALEN = [(str(nr), f"Kwartaal {nr}") for nr in range(1, 5)]
MEER = ("stand", "gemeente", "periode", "aandacht")


class ActieFilter(django_filters.FilterSet):
    """Choices come from the actions that are there, so that none of them gives an empty list by itself."""

    zoek = django_filters.CharFilter(label="Zoeken in acties", method="op_tekst")
    prioriteit = django_filters.ChoiceFilter(
        label="Prioriteit", choices=(), method="van_prioriteit", empty_label="Alle"
    )
    voortgang = django_filters.ChoiceFilter(label="Voortgang", choices=Voortgang.choices, empty_label="Alle")
    trekker = django_filters.ChoiceFilter(label="Trekker", choices=(), method="van_trekker", empty_label="Iedereen")
    stand = django_filters.ChoiceFilter(label="Laatste stand", choices=(), method="met_stand", empty_label="Alle")
    gemeente = django_filters.ChoiceFilter(label="Gemeente", choices=(), method="in_gemeente", empty_label="Alle")
    periode = django_filters.ChoiceFilter(
        label="Loopt in", choices=KWARTALEN, method="loopt_in", empty_label="Heel het jaar"
    )
    aandacht = django_filters.ChoiceFilter(
        label="Vraagt aandacht", choices=AANDACHT, method="vraagt_aandacht", empty_label="Alle"
    )

    class Meta:
        model = Actie
        fields = ("zoek", "prioriteit", "voortgang", "trekker", *MEER)

    def __init__(self, *args: Any, acties: Sequence[Actie], geld: Geldtabel, toegang: Toegang, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.geld, self.toegang = geld, toegang
        velden = self.form.fields
        velden["zoek"].widget = forms.TextInput(attrs={"autocomplete": "off", "type": "search"})
        velden["prioriteit"].choices = [(p.value, f"{p.value} {p.kort}") for p in Prioriteit] + [
            (GEEN, "Geen prioriteit")
        ]
        velden["stand"].choices = [*Standkleur.choices, (GEEN, "Nog geen stand")]
        velden["trekker"].choices = _trekkers(acties)
        velden["gemeente"].choices = _gemeenten(acties)

    @property
    def eerst(self) -> list[forms.BoundField]:
        return [self.form[naam] for naam in ("zoek", "prioriteit", "voortgang", "trekker")]

    @property
    def meer(self) -> list[forms.BoundField]:
        """The fields behind "Meer filters"."""
        return [self.form[naam] for naam in MEER]

    @property
    def is_meer_open(self) -> bool:
        return any(veld.value() for veld in self.meer)

    @property
    def is_leeg(self) -> bool:
        return not any(self.data.get(naam) for naam in self.form.fields)

    def chips(self) -> list[dict[str, Any]]:
        """One per filter that is on."""
        uit = []
        for naam, waarde in self.form.cleaned_data.items() if self.form.is_valid() else ():
            if waarde:
                veld: Any = self.form.fields[naam]
                toon = dict(getattr(veld, "choices", [])).get(waarde, waarde)
                uit.append({"label": f"{veld.label}: {toon}", "veld": naam, "waarde": waarde})
        return uit

    def op_tekst(self, queryset: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        return queryset.filter(
            Q(titel__icontains=waarde) | Q(omschrijving__icontains=waarde) | Q(bbc_nummer__icontains=waarde)
        )

    def van_prioriteit(self, queryset: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        return queryset.filter(prioriteit="" if waarde == GEEN else waarde)

    def van_trekker(self, queryset: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        if waarde == MIJN:
            return queryset.getrokken_door(self.toegang.user_id, self.toegang.lid_van)  # type: ignore[attr-defined]
        if waarde == GEEN:
            return queryset.filter(trekker=None, trekker_contact=None, trekker_organisatie=None)
        veld, _, pk = waarde.partition(".")
        return queryset.filter(**{veld: pk})

    def met_stand(self, queryset: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        return queryset.filter(kleur="" if waarde == GEEN else waarde)

    def in_gemeente(self, queryset: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        """An action without gemeenten is there for all of them."""
        return queryset.filter(Q(gemeenten__contains=[waarde]) | Q(gemeenten=[]))

    def loopt_in(self, queryset: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        """Without dates an action runs the whole year."""
        kwartaal = Periode.kwartaal(self.geld.jaar, int(waarde))
        begonnen = Q(start=None) | Q(start__lte=kwartaal.eind)
        return queryset.filter(begonnen, Q(eind=None) | Q(eind__gte=kwartaal.start))

    def vraagt_aandacht(self, queryset: QuerySet[Any], naam: str, waarde: str) -> QuerySet[Any]:
        if waarde == BEWIJS:
            return queryset.filter(aantal_bewijzen=0)
        if waarde == STAND:
            return queryset.filter(mist_stand=True)
        return queryset.filter(pk__in=self.geld.over_budget)


def _trekkers(acties: Sequence[Actie]) -> list[tuple[str, str]]:
    """People and organisaties that pull something here."""
    gevonden: dict[str, str] = {}
    for actie in acties:
        for veld in ("trekker", "trekker_contact", "trekker_organisatie"):
            wie = getattr(actie, veld)
            if wie is not None:
                gevonden[f"{veld}.{wie.pk}"] = str(wie.naam)
    namen = sorted(gevonden.items(), key=lambda paar: paar[1].lower())
    return [(MIJN, "Ikzelf"), *namen, (GEEN, "Nog niemand")]


def _gemeenten(acties: Sequence[Actie]) -> list[tuple[str, str]]:
    codes = {code for actie in acties for code in actie.gemeenten}
    return list(Gemeente.objects.filter(pk__in=codes).order_by("sleutel").values_list("pk", "naam"))
