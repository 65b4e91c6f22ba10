"""Who works with whom on what, drawn from what is recorded elsewhere and from Samenwerking; and where nobody does."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from partners.enums import THEMA_VAN, Dienst, PartnerschapStatus, Thema
from partners.models import Dienstaanbod, Overeenkomst, Partnerschapspartner, Samenwerking
from partners.selectors.gemeenten import gemeenten_van_gebied, namen_van
from regie.core.models import Organisatie


@dataclass(frozen=True, slots=True)
class Band:
    """One tie: `naar` is None where an organisatie works for the whole network. No theme: the source does not say."""

    van: Organisatie
    naar: Organisatie | None
    thema: str
    gemeenten: tuple[str, ...]  # NIS codes; empty is the whole gebied
    bron: str
    wat: str
    adres: str  # URL name of where it stands; its argument is `object_id`
    object_id: UUID | int

    @property
    def met_wie(self) -> str:
        if self.naar is not None:
            return self.naar.naam
        return "werkgevers" if self.bron == "aanbod" else "heel het gebied"

    @property
    def thema_label(self) -> str:
        return str(Thema(self.thema).label) if self.thema else ""

    def raakt(self, organisatie_id: int) -> bool:
        return self.van.pk == organisatie_id or (self.naar is not None and self.naar.pk == organisatie_id)

    def is_in(self, nis: str) -> bool:
        return not self.gemeenten or nis in self.gemeenten


BRONNEN = ("samenwerking", "partnerschap", "overeenkomst")  # of ties between two: an offer is for employers


def _van_samenwerking(vandaag: date) -> Iterable[Band]:
    for rij in Samenwerking.objects.geldig_op(vandaag).select_related("organisatie", "met").order_by("pk"):
        yield Band(
            rij.organisatie,
            rij.met,
            rij.thema,
            tuple(rij.gemeenten),
            "samenwerking",
            rij.wat,
            "partners:samenwerking_bijwerken",
            rij.pk,
        )


def _van_partnerschap(vandaag: date) -> Iterable[Band]:
    """Every partner is tied to the penhouder, on what it works on there."""
    loopt = Q(partnerschap__tot=None) | Q(partnerschap__tot__gte=vandaag)
    rijen = Partnerschapspartner.objects.filter(
        loopt, partnerschap__van__lte=vandaag, partnerschap__status=PartnerschapStatus.LOPEND, van__lte=vandaag
    ).exclude(tot__lt=vandaag)
    for rij in rijen.select_related("organisatie", "partnerschap__penhouder").order_by("pk"):
        partnerschap = rij.partnerschap
        is_penhouder = rij.organisatie_id == partnerschap.penhouder_id
        if is_penhouder and not rij.thema:
            continue
        yield Band(
            rij.organisatie,
            None if is_penhouder else partnerschap.penhouder,
            rij.thema,
            tuple(partnerschap.gemeenten),
            "partnerschap",
            partnerschap.naam,
            "partners:partnerschap",
            partnerschap.pk,
        )


def _van_overeenkomst(vandaag: date) -> Iterable[Band]:
    """Every party is tied to the first one. What an agreement is about is no theme: it has its own domains."""
    geldig = Overeenkomst.objects.filter(Q(tot=None) | Q(tot__gte=vandaag), gedeeld=True, van__lte=vandaag)
    for rij in geldig.prefetch_related("partijen__organisatie").order_by("pk"):
        partijen = [partij.organisatie for partij in rij.partijen.all()]
        for partij in partijen[1:]:
            yield Band(partijen[0], partij, "", (), "overeenkomst", rij.titel, "partners:overeenkomst", rij.pk)


def _van_aanbod(vandaag: date) -> Iterable[Band]:
    """What an organisatie does for employers: a tie with nobody of the network, in its gemeenten."""
    rijen = Dienstaanbod.objects.geldig_op(vandaag).filter(organisatie__is_actief=True)
    for rij in rijen.select_related("organisatie").order_by("pk"):
        yield Band(
            rij.organisatie,
            None,
            THEMA_VAN.get(Dienst(rij.dienst), ""),
            tuple(rij.gemeenten),
            "aanbod",
            rij.get_dienst_display(),
            "partners:organisatie",
            rij.organisatie_id,
        )


# Every source of ties: a function of the day. Other topics add theirs here.
BRONFUNCTIES: tuple[Callable[[date], Iterable[Band]], ...] = (
    _van_samenwerking,
    _van_partnerschap,
    _van_overeenkomst,
    _van_aanbod,
)


@dataclass(frozen=True, slots=True)
class Kaartfilter:
    thema: str = ""
    gemeente: str = ""
    organisatie_id: int | None = None

    def laat_door(self, band: Band) -> bool:
        return (
            (not self.thema or band.thema == self.thema)
            and (not self.gemeente or band.is_in(self.gemeente))
            and (self.organisatie_id is None or band.raakt(self.organisatie_id))
        )


def banden(vandaag: date, filter_: Kaartfilter | None = None) -> list[Band]:
    """By organisatie, then by theme: the same list for the table, the drawing and Excel."""
    gevonden = [band for bron in BRONFUNCTIES for band in bron(vandaag)]
    if filter_ is not None:
        gevonden = [band for band in gevonden if filter_.laat_door(band)]
    return sorted(
        gevonden, key=lambda b: (b.van.naam.lower(), b.thema_label, b.naar.naam.lower() if b.naar else "", b.wat)
    )


def gemeenten_in_woorden(band: Band, alle: list[tuple[str, str]]) -> str:
    return namen_van(list(band.gemeenten), alle)


# --- where nobody works on something ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dekcel:
    thema: str
    nis: str
    gemeente: str
    organisaties: tuple[str, ...]

    @property
    def stand(self) -> str:
        return "geen" if not self.organisaties else "een" if len(self.organisaties) == 1 else "meer"


@dataclass(frozen=True, slots=True)
class Dekrij:
    thema: str
    label: str
    cellen: tuple[Dekcel, ...]

    @property
    def aantal_gaten(self) -> int:
        return sum(1 for cel in self.cellen if cel.stand == "geen")


@dataclass(frozen=True, slots=True)
class Dekking:
    """Theme x gemeente: which organisaties work on it there."""

    gemeenten: list[tuple[str, str]]
    rijen: list[Dekrij] = field(default_factory=list)

    @property
    def aantal_gaten(self) -> int:
        return sum(rij.aantal_gaten for rij in self.rijen)

    @property
    def aantal_cellen(self) -> int:
        return len(self.rijen) * len(self.gemeenten)


def dekking(vandaag: date) -> Dekking:
    gemeenten = gemeenten_van_gebied(vandaag)
    per_cel: dict[tuple[str, str], set[str]] = defaultdict(set)
    for band in banden(vandaag):
        for nis, _ in gemeenten:
            if band.thema and band.is_in(nis):
                per_cel[band.thema, nis].update(_wie(band))
    rijen = [
        Dekrij(
            thema,
            str(thema.label),
            tuple(
                Dekcel(thema, nis, naam, tuple(sorted(per_cel[thema, nis], key=str.lower))) for nis, naam in gemeenten
            ),
        )
        for thema in Thema
    ]
    return Dekking(gemeenten, rijen)


def _wie(band: Band) -> set[str]:
    """A tie between two is one offer: who works on it is the first."""
    return {band.van.naam}


def organisaties_van(lijst: Iterable[Band]) -> dict[int, Any]:
    per_id = {}
    for band in lijst:
        for organisatie in (band.van, band.naar):
            if organisatie is not None:
                per_id[organisatie.pk] = organisatie
    return per_id
