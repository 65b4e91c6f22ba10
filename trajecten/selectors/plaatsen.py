"""The places of the gebied with what is free, on any day. Who works there is only known of the own OCMW."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from partners.enums import UitleenStatus
from partners.models import Uitlening, Werkplaats
from regie.core import notatie
from regie.core.dates import plus_maanden
from regie.core.models import Organisatie
from regie.core.parameters import waarde
from trajecten.models import Bezetting, Kandidatuur, Plaatsing
from trajecten.models.plaatsen import LOPENDE_KANDIDATUREN
from trajecten.regels.bezetting import (
    Aanbod,
    Bezet,
    Bezettingsgraad,
    Geleend,
    Periode,
    bezet_op,
    bezettingsgraad,
    vrij_op,
    vrij_voor,
)

STROOK_MAANDEN = 6
NUL = Decimal(0)


def toon_plaatsen(aantal: Decimal) -> str:
    """A half-time place is half a place; whole numbers stay whole."""
    return notatie.getal(aantal, 1 if aantal % 1 else 0)


@dataclass(frozen=True, slots=True)
class Strookdeel:
    """Free places on one day: today, or the first of a month."""

    dag: date
    is_nu: bool
    vrij: Decimal

    @property
    def label(self) -> str:
        return "nu" if self.is_nu else notatie.MAANDEN_KORT[self.dag.month - 1]

    @property
    def tekst(self) -> str:
        return toon_plaatsen(self.vrij)

    @property
    def toestand(self) -> str:
        return "vrij" if self.vrij >= 1 else "deel" if self.vrij else "vol"


@dataclass(frozen=True, slots=True)
class Plaatsrij:
    """One place with its offer and what is taken of it."""

    werkplaats: Werkplaats
    aanbod: Aanbod
    bezet: tuple[Bezet, ...]
    geleend: tuple[Geleend, ...]
    ocmw_ids: tuple[int, ...]
    vandaag: date

    @property
    def waar(self) -> object:
        return self.werkplaats.gemeente or self.werkplaats.gebruiker.gemeente

    @property
    def aantal(self) -> int:
        return self.aanbod.op(self.vandaag)

    @property
    def bezet_nu(self) -> Decimal:
        return bezet_op(self.aanbod, self.bezet, self.vandaag, self.vandaag)

    @property
    def vrij_nu(self) -> Decimal:
        return self.vrij(self.vandaag)

    @property
    def vrij_tekst(self) -> str:
        return toon_plaatsen(self.vrij_nu)

    @property
    def bezet_tekst(self) -> str:
        return toon_plaatsen(self.bezet_nu)

    def vrij(self, dag: date) -> Decimal:
        """For the clients of whoever looks; for the region, what is free at all."""
        w = self.werkplaats
        if not self.ocmw_ids:
            return vrij_op(self.aanbod, self.bezet, dag, self.vandaag)
        return max(
            vrij_voor(ocmw, w.ocmw_id, self.aanbod, self.bezet, self.geleend, dag, self.vandaag)
            for ocmw in self.ocmw_ids
        )

    def strook(self) -> list[Strookdeel]:
        eerste = self.vandaag.replace(day=1)
        dagen = [self.vandaag, *(plus_maanden(eerste, n) for n in range(1, STROOK_MAANDEN))]
        return [Strookdeel(dag, dag == self.vandaag, self.vrij(dag)) for dag in dagen]

    def graad(self, van: date, tot: date) -> Bezettingsgraad:
        return bezettingsgraad(self.aanbod, self.bezet, van=van, tot=tot, vandaag=self.vandaag)

    @property
    def van_ander(self) -> bool:
        """Agreed by another OCMW: to be used after a loan only."""
        eigenaar = self.werkplaats.ocmw_id
        return eigenaar is not None and bool(self.ocmw_ids) and eigenaar not in self.ocmw_ids


def plaatsrijen(
    *, vandaag: date, ocmw_ids: Sequence[int], alleen: Iterable[UUID] | None = None, archief: bool = False
) -> list[Plaatsrij]:
    """Every place of the gebied (or `alleen` some), by gebruiker and function; four queries."""
    werkplaatsen = Werkplaats.objects.select_related("gebruiker__gemeente", "gemeente", "ocmw")
    if not archief:
        werkplaatsen = werkplaatsen.in_gebruik()
    if alleen is not None:
        werkplaatsen = werkplaatsen.filter(pk__in=list(alleen))
    rijen = list(werkplaatsen.prefetch_related("capaciteiten").order_by("gebruiker__naam", "functie", "pk"))
    bezet, geleend = _bezet(rijen), _geleend(rijen)
    voltijds = waarde("voltijds_uren", op=vandaag)
    return [
        Plaatsrij(
            werkplaats=w,
            aanbod=aanbod_van(w, voltijds),
            bezet=tuple(bezet[w.pk]),
            geleend=tuple(geleend[w.pk]),
            ocmw_ids=tuple(ocmw_ids),
            vandaag=vandaag,
        )
        for w in rijen
    ]


def aanbod_van(werkplaats: Werkplaats, voltijds: Decimal) -> Aanbod:
    return Aanbod(
        van=werkplaats.van,
        tot=werkplaats.tot,
        aantal=werkplaats.aantal,
        perioden=tuple(Periode(c.van, c.tot, c.aantal) for c in werkplaats.capaciteiten.all()),
        breuk=min(werkplaats.uren / voltijds, Decimal(1)),
    )


def breuk_van(werkplaats: Werkplaats, op: date) -> Decimal:
    """The hours of a place as part of full time, as a form shows it."""
    breuk = min(werkplaats.uren / waarde("voltijds_uren", op=op), Decimal(1))
    return breuk.quantize(Decimal("0.0001")).normalize()


def _bezet(rijen: Sequence[Werkplaats]) -> dict[UUID, list[Bezet]]:
    bezet: dict[UUID, list[Bezet]] = defaultdict(list)
    velden = ("werkplaats_id", "van", "tot", "verwacht_tot", "breuk", "organisatie_id")
    for werkplaats_id, *rest in (
        Bezetting.objects.filter(werkplaats__in=rijen).order_by("van", "pk").values_list(*velden)
    ):
        bezet[werkplaats_id].append(Bezet(*rest))
    return bezet


def _geleend(rijen: Sequence[Werkplaats]) -> dict[UUID, list[Geleend]]:
    geleend: dict[UUID, list[Geleend]] = defaultdict(list)
    bevestigd = Uitlening.objects.filter(werkplaats__in=rijen, status=UitleenStatus.BEVESTIGD).order_by("van", "pk")
    for werkplaats_id, *rest in bevestigd.values_list("werkplaats_id", "van", "tot", "aantal", "aan_ocmw_id"):
        geleend[werkplaats_id].append(Geleend(*rest))
    return geleend


@dataclass(frozen=True, slots=True)
class WieWaar:
    """Somebody of the own OCMW at a place."""

    plaatsing: Plaatsing
    einde: date | None


def eigen_mensen(werkplaats: Werkplaats, *, vandaag: date) -> list[WieWaar]:
    """Clients of the own OCMW who work there or are planned to, first to leave on top."""
    plaatsingen = (
        Plaatsing.objects.filter(werkplaats=werkplaats)
        .exclude(einde__lte=vandaag)
        .exclude(stap__einde__lte=vandaag)
        .select_related("stap__traject__client")
    )
    rijen = [WieWaar(p, p.einde or p.stap.einde or p.stap.einde_voorzien) for p in plaatsingen.order_by("start", "pk")]
    return sorted(rijen, key=lambda rij: (rij.einde or date.max, rij.plaatsing.start, str(rij.plaatsing.pk)))


@dataclass(frozen=True, slots=True)
class VanAnderen:
    """Places taken by other OCMW's, as numbers: how many, and in which months they should come free."""

    aantal: int
    per_maand: list[tuple[date, int]]


def van_anderen(rij: Plaatsrij) -> VanAnderen:
    """What of a place is taken by other OCMW's than those of whoever looks; never who."""
    nu = [wie for wie in rij.bezet if wie.organisatie_id not in rij.ocmw_ids and _nog_daar(wie, rij.vandaag)]
    einden = (wie.laatste(rij.vandaag) for wie in nu)
    maanden = Counter(laatste.replace(day=1) for laatste in einden if laatste is not None)
    return VanAnderen(len(nu), sorted(maanden.items()))


def _nog_daar(wie: Bezet, vandaag: date) -> bool:
    laatste = wie.laatste(vandaag)
    return laatste is None or laatste >= vandaag


@dataclass(frozen=True, slots=True)
class Weigerreden:
    reden: str
    aantal: int


def weigerredenen(werkplaats: Werkplaats) -> list[Weigerreden]:
    """Why candidatures of the own OCMW at this place came to nothing, most frequent first."""
    redenen = Counter(
        kandidatuur.get_reden_display()
        for kandidatuur in Kandidatuur.objects.filter(werkplaats=werkplaats)
        .exclude(status__in=LOPENDE_KANDIDATUREN)
        .only("reden")
        .order_by("pk")
    )
    return [Weigerreden(reden, n) for reden, n in sorted(redenen.items(), key=lambda paar: (-paar[1], paar[0]))]


@dataclass(frozen=True, slots=True)
class Graadrij:
    gebruiker: Organisatie
    totaal: Bezettingsgraad
    plaatsen: list[tuple[Plaatsrij, Bezettingsgraad]]


@dataclass(frozen=True, slots=True)
class Graden:
    van: date
    tot: date
    rijen: list[Graadrij]
    regio: Bezettingsgraad


def bezettingsgraden(*, van: date, tot: date, vandaag: date) -> Graden:
    """Per place, per gebruiker and for the region, over every OCMW alike: days and fractions, nobody's name."""
    per_gebruiker: dict[int, list[tuple[Plaatsrij, Bezettingsgraad]]] = defaultdict(list)
    for rij in plaatsrijen(vandaag=vandaag, ocmw_ids=(), archief=True):
        graad = rij.graad(van, tot)
        if graad.aanbod or graad.bezet:
            per_gebruiker[rij.werkplaats.gebruiker_id].append((rij, graad))
    rijen = []
    regio = Bezettingsgraad(NUL, NUL)
    for plaatsen in per_gebruiker.values():
        totaal = sum((graad for _, graad in plaatsen), Bezettingsgraad(NUL, NUL))
        regio = regio + totaal
        rijen.append(Graadrij(plaatsen[0][0].werkplaats.gebruiker, totaal, plaatsen))
    return Graden(van, tot, rijen, regio)


def uitleningen(*, ocmw_ids: Sequence[int]) -> list[Uitlening]:
    """Loans the own OCMW's ask or are asked, what waits for an answer first."""
    rijen = Uitlening.objects.select_related("werkplaats__gebruiker", "van_ocmw", "aan_ocmw", "gevraagd_door")
    eigen = rijen.filter(van_ocmw__in=ocmw_ids) | rijen.filter(aan_ocmw__in=ocmw_ids)
    volgorde = {UitleenStatus.GEVRAAGD: 0, UitleenStatus.BEVESTIGD: 1}
    return sorted(eigen.order_by("-van", "pk"), key=lambda u: volgorde.get(UitleenStatus(u.status), 2))
