"""Meetings as lists, as one page, and as what is printed of them."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q, QuerySet

from partners.enums import Aanwezigheid, OverlegStatus
from partners.models import Agendapunt, Besluit, Deelnemer, Opvolging, Overleg, Overlegtaak


@dataclass(frozen=True, slots=True)
class Taakstand:
    taak: Overlegtaak
    klaar_op: date | None

    def is_te_laat(self, vandaag: date) -> bool:
        return self.klaar_op is None and self.taak.datum < vandaag


@dataclass(frozen=True, slots=True)
class Punt:
    nummer: int
    punt: Agendapunt
    besluiten: list[Besluit]
    taken: list[Taakstand]


@dataclass(frozen=True, slots=True)
class OverlegKaart:
    """One meeting as its page, its agenda and its report show it."""

    overleg: Overleg
    punten: list[Punt]
    deelnemers: list[Deelnemer]
    taken: list[Taakstand]
    besluiten: list[Besluit] = field(default_factory=list)

    @property
    def minuten(self) -> int:
        return sum(punt.punt.minuten or 0 for punt in self.punten)

    def met(self, aanwezigheid: str) -> list[Deelnemer]:
        return [deelnemer for deelnemer in self.deelnemers if deelnemer.aanwezigheid == aanwezigheid]

    @property
    def groepen(self) -> list[tuple[str, list[Deelnemer]]]:
        """Who was there, who excused themselves, who was not there, and of whom it is not known."""
        volgorde = (
            Aanwezigheid.AANWEZIG,
            Aanwezigheid.VERONTSCHULDIGD,
            Aanwezigheid.AFWEZIG,
            Aanwezigheid.UITGENODIGD,
        )
        return [(stand.label, self.met(stand)) for stand in volgorde if self.met(stand)]

    @property
    def los(self) -> Punt:
        """Decisions and tasks that belong to no item."""
        zonder = [besluit for besluit in self.besluiten if besluit.agendapunt_id is None]
        return Punt(0, Agendapunt(), zonder, [stand for stand in self.taken if stand.taak.agendapunt_id is None])


def overleggen(*, soort: str = "", zoek: str = "") -> QuerySet[Overleg]:
    rijen = Overleg.objects.select_related("partnerschap", "eigenaar").annotate(
        aantal_punten=Count("agendapunten", distinct=True), aantal_deelnemers=Count("deelnemers", distinct=True)
    )
    if soort:
        rijen = rijen.filter(soort=soort)
    for woord in zoek.split():
        rijen = rijen.filter(Q(titel__icontains=woord) | Q(plaats__icontains=woord))
    return rijen.order_by("-datum", "-begin", "pk")


def is_komend(overleg: Overleg, vandaag: date) -> bool:
    return overleg.datum >= vandaag and overleg.status != OverlegStatus.AFGELAST


def overleg_kaart(overleg: Overleg) -> OverlegKaart:
    punten = Agendapunt.objects.filter(overleg=overleg).order_by("volgorde", "pk")
    besluiten = list(Besluit.objects.filter(overleg=overleg).order_by("datum", "created_at"))
    taken = taakstanden(overleg)
    return OverlegKaart(
        overleg=overleg,
        punten=[
            Punt(
                nummer,
                punt,
                [besluit for besluit in besluiten if besluit.agendapunt_id == punt.pk],
                [stand for stand in taken if stand.taak.agendapunt_id == punt.pk],
            )
            for nummer, punt in enumerate(punten, start=1)
        ],
        deelnemers=list(
            Deelnemer.objects.filter(overleg=overleg).select_related("organisatie").order_by("naam", "pk")
        ),
        taken=taken,
        besluiten=besluiten,
    )


def taakstanden(overleg: Overleg) -> list[Taakstand]:
    """Every task with the day it was done, as the list of follow-ups says."""
    taken = list(
        Overlegtaak.objects.filter(overleg=overleg).select_related("organisatie", "wie").order_by("datum", "wat")
    )
    klaar = dict(
        Opvolging.objects.filter(sleutel__in=[taak.sleutel for taak in taken]).values_list("sleutel", "klaar_op")
    )
    return [Taakstand(taak, klaar.get(taak.sleutel)) for taak in taken]


def besluiten_lijst(*, zoek: str = "", status: str = "", van: date | None = None) -> QuerySet[Besluit]:
    rijen = Besluit.objects.zoek(zoek).select_related("overleg", "partnerschap", "eigenaar")
    if status:
        rijen = rijen.filter(status=status)
    if van:
        rijen = rijen.filter(datum__gte=van)
    return rijen.order_by("-datum", "-created_at", "pk")


def overleggen_van(partnerschap_id: object) -> QuerySet[Overleg]:
    return Overleg.objects.filter(partnerschap_id=partnerschap_id).order_by("-datum", "pk")
