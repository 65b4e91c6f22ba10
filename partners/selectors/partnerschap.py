"""Partnerships as a list and as one page; small numbers stay hidden."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from partners.enums import Fase
from partners.models import Besluit, Fasecijfer, Partnerschap, Partnerschapspartner, Streefcijfer
from regie.core.grafieken import Reeks, Stapelgrafiek
from regie.core.notatie import getal
from regie.core.parameters import regel

KWARTALEN = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Cel:
    """One count: `waarde` is None when it is too small to show, or was not counted."""

    waarde: int | None
    tekst: str


@dataclass(frozen=True, slots=True)
class Faserij:
    fase: str
    kwartalen: tuple[Cel, ...]
    totaal: str
    streef: int | None


@dataclass(frozen=True, slots=True)
class Jaarcijfers:
    jaar: int
    rijen: tuple[Faserij, ...]
    bronnen: tuple[str, ...]  # "1e kwartaal: telling van de partners, An Peeters"
    drempel: int

    @property
    def is_leeg(self) -> bool:
        return all(cel.tekst == "–" for rij in self.rijen for cel in rij.kwartalen)

    def grafiek(self) -> Stapelgrafiek:
        reeksen = [
            Reeks(f"{kwartaal}e kwartaal", [rij.kwartalen[i].waarde for rij in self.rijen])
            for i, kwartaal in enumerate(KWARTALEN)
            if any(rij.kwartalen[i].tekst != "–" for rij in self.rijen)
        ]
        return Stapelgrafiek(
            titel=f"Mensen per fase in {self.jaar}",
            omschrijving="Staven per fase: vinden, binden, versterken, doorstromen; een deel per kwartaal.",
            rijen=[rij.fase.capitalize() for rij in self.rijen],
            reeksen=reeksen,
            leeg="niet getoond",
        )


@dataclass(frozen=True, slots=True)
class Partnerschapskaart:
    partnerschap: Partnerschap
    partners: list[Partnerschapspartner]
    vroeger: list[Partnerschapspartner]
    cijfers: Jaarcijfers
    jaren: list[int]
    besluiten: list[Besluit]


def partnerschappen(vandaag: date) -> QuerySet[Partnerschap]:
    nu = Q(partners__tot=None) | Q(partners__tot__gte=vandaag)
    return (
        Partnerschap.objects.select_related("penhouder", "eigenaar")
        .annotate(aantal_partners=Count("partners__organisatie", filter=nu, distinct=True))
        .order_by("-van", "naam", "pk")
    )


def partnerschap_kaart(partnerschap: Partnerschap, *, jaar: int, vandaag: date) -> Partnerschapskaart:
    partners = list(
        Partnerschapspartner.objects.filter(partnerschap=partnerschap)
        .select_related("organisatie")
        .order_by("organisatie__naam", "van", "pk")
    )
    return Partnerschapskaart(
        partnerschap=partnerschap,
        partners=[p for p in partners if p.tot is None or p.tot >= vandaag],
        vroeger=[p for p in partners if p.tot is not None and p.tot < vandaag],
        cijfers=jaarcijfers(partnerschap, jaar=jaar, vandaag=vandaag),
        jaren=_jaren(partnerschap, vandaag),
        besluiten=list(
            Besluit.objects.filter(partnerschap=partnerschap)
            .select_related("overleg")
            .order_by("-datum", "-created_at")
        ),
    )


def _jaren(partnerschap: Partnerschap, vandaag: date) -> list[int]:
    """Every year it runs, up to this one; the newest first."""
    laatste = min(partnerschap.tot.year, vandaag.year) if partnerschap.tot else vandaag.year
    return list(range(max(laatste, partnerschap.van.year), partnerschap.van.year - 1, -1))


def jaarcijfers(partnerschap: Partnerschap, *, jaar: int, vandaag: date) -> Jaarcijfers:
    drempel = int(regel("kleine_cel", op=vandaag).waarde)
    geteld = list(
        Fasecijfer.objects.filter(partnerschap=partnerschap, jaar=jaar)
        .select_related("door")
        .order_by("kwartaal", "fase")
    )
    streef = dict(Streefcijfer.objects.filter(partnerschap=partnerschap, jaar=jaar).values_list("fase", "aantal"))
    per_fase: dict[str, dict[int, int]] = defaultdict(dict)
    for cijfer in geteld:
        per_fase[cijfer.fase][cijfer.kwartaal] = cijfer.aantal
    return Jaarcijfers(
        jaar=jaar,
        rijen=tuple(faserij(fase.label, per_fase[fase], streef.get(fase), drempel) for fase in Fase),
        bronnen=_bronnen(geteld),
        drempel=drempel,
    )


def faserij(naam: str, per_kwartaal: dict[int, int], streef: int | None, drempel: int) -> Faserij:
    """Small numbers are hidden, and the total of a row with a hidden one is only a lower bound.

    The bound counts 1 for what is hidden: it says nothing that the row does not say already.
    """
    cellen = tuple(_cel(per_kwartaal.get(kwartaal), drempel) for kwartaal in KWARTALEN)
    getoond = sum(cel.waarde or 0 for cel in cellen)
    verborgen = sum(1 for aantal in per_kwartaal.values() if 0 < aantal < drempel)
    if not per_kwartaal:
        totaal = "–"
    elif verborgen == 0:
        totaal = getal(getoond)
    else:
        totaal = f"minstens {getal(getoond + verborgen)}"
    return Faserij(naam, cellen, totaal, streef)


def _cel(aantal: int | None, drempel: int) -> Cel:
    if aantal is None:
        return Cel(None, "–")
    if 0 < aantal < drempel:
        return Cel(None, f"< {drempel}")
    return Cel(aantal, getal(aantal))


def _bronnen(geteld: Sequence[Fasecijfer]) -> tuple[str, ...]:
    zinnen = {
        cijfer.kwartaal: f"{cijfer.kwartaal}e kwartaal: {cijfer.bron} (ingevuld door {cijfer.door.naam})"
        for cijfer in geteld
    }
    return tuple(zinnen[kwartaal] for kwartaal in sorted(zinnen))


def begin_van_kwartaal(partnerschap: Partnerschap, jaar: int, kwartaal: int) -> dict[str, int | str]:
    """What was filled in before, for the form of who wrote it: exact."""
    rijen = Fasecijfer.objects.filter(partnerschap=partnerschap, jaar=jaar, kwartaal=kwartaal).order_by("fase")
    begin: dict[str, int | str] = {}
    for rij in rijen:
        begin[rij.fase], begin["bron"] = rij.aantal, rij.bron
    return begin


def begin_van_jaar(partnerschap: Partnerschap, jaar: int) -> dict[str, int]:
    rijen = Streefcijfer.objects.filter(partnerschap=partnerschap, jaar=jaar).order_by("fase")
    return dict(rijen.values_list("fase", "aantal"))
