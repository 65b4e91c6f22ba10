"""Collects rows of many dossiers and writes them in one go per table."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from django.db.models import DateTimeField, Model
from django.utils import timezone

from partners.models import Werkplaats
from trajecten.models import (
    Afwezigheid,
    Breukperiode,
    Client,
    ClientVingerafdruk,
    Contactmoment,
    Dossierteller,
    Drempel,
    Drempelstand,
    Evaluatie,
    Inzage,
    Nazorgmeting,
    Plaatsing,
    Quotum,
    Schorsing,
    Stap,
    StatusWijziging,
    Termijn,
    Tijdlijnitem,
    Traject,
    Verlenging,
)

# Parents before children; the timeline by day, so that its ids follow the story.
VOLGORDE: tuple[type[Model], ...] = (
    Werkplaats,
    Quotum,
    Dossierteller,
    Client,
    ClientVingerafdruk,
    Traject,
    StatusWijziging,
    Stap,
    Plaatsing,
    Breukperiode,
    Afwezigheid,
    Schorsing,
    Verlenging,
    Evaluatie,
    Nazorgmeting,
    Termijn,
    Contactmoment,
    Tijdlijnitem,
    Drempel,
    Drempelstand,
    Inzage,
)


class Oogst:
    def __init__(self) -> None:
        self.rijen: dict[type[Model], list] = {model: [] for model in VOLGORDE}

    def neem(self, rij: Model) -> None:
        self.rijen[type(rij)].append(rij)

    def bewaar(self) -> None:
        self.rijen[Tijdlijnitem].sort(key=lambda item: item.datum)
        with eigen_tijdstippen(VOLGORDE):
            for model in VOLGORDE:
                model._default_manager.bulk_create(self.rijen[model], batch_size=1000)


@contextmanager
def eigen_tijdstippen(modellen: tuple[type[Model], ...]) -> Iterator[None]:
    """`created_at` as given: what happened two years ago was also recorded two years ago."""
    velden = [
        veld
        for model in modellen
        for veld in model._meta.local_fields
        if isinstance(veld, DateTimeField) and veld.auto_now_add
    ]
    for veld in velden:
        veld.auto_now_add = False
    try:
        yield
    finally:
        for veld in velden:
            veld.auto_now_add = True


def tijdstip(dag: date, uur: int = 10, minuut: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time(uur, minuut)))
