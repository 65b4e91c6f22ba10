"""Sector covenants and social purchases, as lists and as figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Q, QuerySet

from partners.models import Aankoopvolume, LokaleActie, Sectorconvenant, SocialeAankoop, Verbintenis
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType

BESTUREN = (
    OrganisatieType.OCMW,
    OrganisatieType.GEMEENTE,
    OrganisatieType.REGIEVERBAND,
    OrganisatieType.WERKGEVER_PUBLIEK,
)


def besturen() -> QuerySet[Organisatie]:
    """Who buys with public money."""
    return Organisatie.objects.van_gebied().filter(type__in=BESTUREN, is_actief=True).order_by("naam")


def convenanten() -> QuerySet[Sectorconvenant]:
    """What has no end or ends last comes first, with how much is promised and done."""
    open_acties = Q(acties__klaar_op=None) & Q(acties__isnull=False)
    rijen = Sectorconvenant.objects.order_by(F("tot").desc(nulls_first=True), "sector", "van")
    return rijen.annotate(
        aantal_verbintenissen=Count("verbintenissen", distinct=True),
        aantal_acties=Count("acties", distinct=True),
        aantal_open=Count("acties", filter=open_acties, distinct=True),
    )


@dataclass(frozen=True, slots=True)
class Convenantblad:
    convenant: Sectorconvenant
    verbintenissen: list[Verbintenis]
    acties: list[LokaleActie]


def convenant_blad(convenant: Sectorconvenant) -> Convenantblad:
    return Convenantblad(
        convenant=convenant,
        verbintenissen=list(convenant.verbintenissen.all()),
        acties=list(convenant.acties.select_related("trekker")),
    )


def aankopen(
    *, jaar: int | None = None, bestuur: Organisatie | None = None, type: str = ""
) -> QuerySet[SocialeAankoop]:
    rijen = SocialeAankoop.objects.select_related("bestuur")
    if jaar:
        rijen = rijen.filter(jaar=jaar)
    if bestuur:
        rijen = rijen.filter(bestuur=bestuur)
    if type:
        rijen = rijen.filter(type=type)
    return rijen.order_by("-jaar", "bestuur__naam", "opdracht", "pk")


def aankoopjaren() -> list[int]:
    jaren = set(SocialeAankoop.objects.order_by().values_list("jaar", flat=True))
    return sorted(jaren | set(Aankoopvolume.objects.order_by().values_list("jaar", flat=True)), reverse=True)


@dataclass(frozen=True, slots=True)
class Aandeel:
    """What one authority bought socially in one year. `volume` None: nobody filled in what it bought in all."""

    bestuur: Organisatie
    jaar: int
    bedrag: Decimal
    aantal: int
    uren: int
    plaatsen: int
    volume: Decimal | None

    @property
    def procent(self) -> Decimal | None:
        return None if self.volume is None else 100 * self.bedrag / self.volume


def aandelen(*, jaar: int | None = None, bestuur: Organisatie | None = None) -> list[Aandeel]:
    """Per year and authority: also those with a total and no social purchase yet (a share of nought)."""
    rijen = list(aankopen(jaar=jaar, bestuur=bestuur))
    volumes = Aankoopvolume.objects.select_related("bestuur")
    if jaar:
        volumes = volumes.filter(jaar=jaar)
    if bestuur:
        volumes = volumes.filter(bestuur=bestuur)
    per_volume = {(v.jaar, v.bestuur_id): v for v in volumes}
    namen = {rij.bestuur_id: rij.bestuur for rij in [*rijen, *per_volume.values()]}
    sleutels = {(rij.jaar, rij.bestuur_id) for rij in rijen} | set(per_volume)
    volgorde = sorted(sleutels, key=lambda s: (-s[0], namen[s[1]].naam))
    return [
        _aandeel(namen[b], j, [r for r in rijen if (r.jaar, r.bestuur_id) == (j, b)], per_volume.get((j, b)))
        for j, b in volgorde
    ]


def _aandeel(
    bestuur: Organisatie, jaar: int, rijen: Sequence[SocialeAankoop], volume: Aankoopvolume | None
) -> Aandeel:
    return Aandeel(
        bestuur=bestuur,
        jaar=jaar,
        bedrag=sum((rij.bedrag for rij in rijen), Decimal(0)),
        aantal=len(rijen),
        uren=sum(rij.uren or 0 for rij in rijen),
        plaatsen=sum(rij.plaatsen or 0 for rij in rijen),
        volume=volume.bedrag if volume else None,
    )
