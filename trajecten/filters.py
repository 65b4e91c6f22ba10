"""Filters of the list of clients, all of them in the URL."""

from collections.abc import Sequence
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet

from regie.core import notatie
from trajecten.enums import TrajectStatus
from trajecten.models import Instrument, Traject
from trajecten.selectors.lijst import Groep, Tabblad, zoekvoorwaarde
from trajecten.selectors.team import collegas

NIEMAND = "niemand"


def _instrumenten() -> list[tuple[str, str]]:
    """Plain pairs: a filter needs no model instances."""
    return list(Instrument.objects.order_by("korte_naam").values_list("pk", "korte_naam"))


class TrajectFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="zoek", label="Naam of dossiernummer")
    status = django_filters.ChoiceFilter(choices=TrajectStatus.choices, label="Status", empty_label="Alle")
    instrument = django_filters.ChoiceFilter(choices=_instrumenten, label="Instrument", empty_label="Alle")
    begeleider = django_filters.ChoiceFilter(
        choices=(), label="Begeleider", empty_label="Iedereen", method="van_begeleider"
    )

    class Meta:
        model = Traject
        fields = ("q", "status", "instrument", "begeleider")

    def __init__(
        self,
        *args: Any,
        organisatie_ids: tuple[int, ...],
        vandaag: Any,
        blad: Tabblad,
        groepen: Sequence[Groep],
        **kwargs: Any,
    ):
        super().__init__(*args, **kwargs)
        self.blad = blad
        self.groepen = [groep for groep in groepen if blad.telt and blad.telt(groep)]
        self.form.fields["q"].widget = forms.TextInput(attrs={"autocomplete": "off", "type": "search"})
        if blad.code in {"mijn", "nieuw"}:
            del self.filters["begeleider"], self.form.fields["begeleider"]
        else:
            self.form.fields["begeleider"].choices = self._begeleiders(organisatie_ids, vandaag)
        self._tel_bij_keuzes()

    def zoek(self, queryset: QuerySet[Traject], naam: str, waarde: str) -> QuerySet[Traject]:
        return queryset.filter(zoekvoorwaarde(waarde))

    def van_begeleider(self, queryset: QuerySet[Traject], naam: str, waarde: str) -> QuerySet[Traject]:
        return queryset.filter(begeleider_id=None if waarde == NIEMAND else int(waarde))

    def _begeleiders(self, organisatie_ids: tuple[int, ...], vandaag: Any) -> list[tuple[str, str]]:
        """The colleagues of today; and who left with dossiers still on their name, when they are asked for."""
        leden = collegas(organisatie_ids, vandaag).values_list("pk", "first_name", "last_name")
        namen = {str(pk): f"{voornaam} {familienaam}" for pk, voornaam, familienaam in leden}
        gevraagd = self.data.get("begeleider", "")
        if gevraagd.isdigit() and any(groep.begeleider_id == int(gevraagd) for groep in self.groepen):
            namen.setdefault(gevraagd, "Vertrokken collega")
        return [(NIEMAND, "Nog niemand"), *namen.items()]

    def _tel_bij_keuzes(self) -> None:
        """A count behind every status and begeleider, as long as nothing else narrows the list."""
        if not self.groepen or not self.is_te_tellen:
            return
        for naam in ("status", "begeleider"):
            veld = self.form.fields.get(naam)
            if veld is not None:
                veld.choices = [self._met_aantal(naam, code, label) for code, label in veld.choices]

    def _met_aantal(self, naam: str, code: str, label: str) -> tuple[str, str]:
        if not code:
            return code, label
        keuze = {**self._gekozen(), naam: str(code)}
        return code, f"{label} ({notatie.getal(self._som(keuze))})"

    def _gekozen(self) -> dict[str, str]:
        return {naam: self.data.get(naam, "") for naam in ("status", "begeleider") if naam in self.filters}

    def _som(self, keuze: dict[str, str]) -> int:
        status, begeleider = keuze.get("status"), keuze.get("begeleider")
        return sum(
            groep.aantal
            for groep in self.groepen
            if (not status or groep.status == status)
            and (not begeleider or str(groep.begeleider_id or NIEMAND) == begeleider)
        )

    @property
    def is_te_tellen(self) -> bool:
        """The groups know the answer: an open tab, and no filter but status and begeleider."""
        return self.blad.telt is not None and not self.data.get("q") and not self.data.get("instrument")

    def aantal(self) -> int | None:
        """How many rows this list has, when it needs no query."""
        if self.form.is_valid() and self.is_te_tellen:
            return self._som(self._gekozen())
        return None
