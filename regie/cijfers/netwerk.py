"""Which hidden numbers can still be computed from the shown ones?

A table with totals is a circulation: what flows out of the grand total into the rows flows through the cells into the
columns and back. Every number is the flow over one edge, and every "these cells add up to that total" is a node where
as much goes out as comes in. A hidden number is safe when it could have been another one with all shown numbers the
same: then a loop of hidden edges runs through it along which one unit can be shifted. Such systems are totally
unimodular, so looking for a shift of one unit is an exact test, not an approximation.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

OPEN_EINDE = 10**9
CEL, SUBTOTAAL, TOTAAL, GEPUBLICEERD = range(4)
PRIJS = {CEL: 100, SUBTOTAAL: 400, TOTAAL: 900}


@dataclass(slots=True, eq=False)
class Lijn:
    """One number. `laag` and `hoog` are what a reader knows about it when it is hidden.

    `rang` is the order in which numbers are sacrificed: cells before subtotals before totals; what was published
    elsewhere cannot be taken back. An edge that is not `zichtbaar` is a sum that is never printed.
    """

    sleutel: Hashable
    van: Hashable
    naar: Hashable
    waarde: int
    rang: int = CEL
    zichtbaar: bool = True
    laag: int = 0
    hoog: int = OPEN_EINDE
    is_verborgen: bool = False
    is_klein: bool = False

    def verberg(self, laag: int, hoog: int) -> None:
        self.is_verborgen, self.laag, self.hoog = True, laag, hoog

    def bogen(self, drempel: int) -> list[tuple[Hashable, Hashable]]:
        """The directions in which one unit could travel: more along the edge, or less."""
        if self.is_verborgen:
            meer, minder = self.waarde < self.hoog, self.waarde > self.laag
        else:
            offerbaar = self.rang != GEPUBLICEERD and self.waarde >= drempel
            meer, minder = offerbaar, offerbaar and self.waarde > drempel
        return [(self.van, self.naar)] * meer + [(self.naar, self.van)] * minder

    def prijs(self) -> int:
        return 0 if self.is_verborgen else PRIJS[self.rang] + min(self.waarde, 99)


def bescherm(lijnen: Sequence[Lijn], drempel: int, *, primair: Iterable[Hashable] = ()) -> bool:
    """Hide 1..drempel-1 (and the keys in `primair`), then as few others as it takes to make nothing derivable.

    Returns False when even that was not enough: then everything is hidden without saying how small it is.
    """
    extra = set(primair)
    for lijn in lijnen:
        lijn.is_klein = lijn.zichtbaar and 1 <= lijn.waarde < drempel
        if lijn.is_klein:
            lijn.verberg(1, drempel - 1)
        elif not lijn.zichtbaar or lijn.sleutel in extra:
            lijn.verberg(0, OPEN_EINDE)
    while onveilig := afleidbaar(lijnen):
        offers = _goedkoopste_lus(onveilig[0], lijnen, drempel)
        if offers is None:
            _alles_dicht(lijnen)
            return False
        for offer in offers:
            offer.verberg(drempel, OPEN_EINDE)
    return True


def afleidbaar(lijnen: Sequence[Lijn]) -> list[Lijn]:
    """The hidden numbers that only one value fits."""
    verborgen = [lijn for lijn in lijnen if lijn.is_verborgen]
    return [lijn for lijn in verborgen if lijn.zichtbaar and _goedkoopste_lus(lijn, verborgen, 0) is None]


def _goedkoopste_lus(lijn: Lijn, lijnen: Sequence[Lijn], drempel: int) -> list[Lijn] | None:
    """The shown edges to hide so that one unit can be shifted through `lijn`; None when there is no such loop."""
    net: dict[Hashable, list[tuple[Hashable, Lijn]]] = {}
    for andere in lijnen:
        if andere is not lijn:
            for van, naar in andere.bogen(drempel):
                net.setdefault(van, []).append((naar, andere))
    paden = [_kortste_pad(naar, van, net) for van, naar in lijn.bogen(drempel)]
    gevonden = [pad for pad in paden if pad is not None]
    if not gevonden:
        return None
    _, via = min(gevonden, key=lambda pad: pad[0])
    return [schakel for schakel in via if not schakel.is_verborgen]


def _kortste_pad(
    start: Hashable, doel: Hashable, net: dict[Hashable, list[tuple[Hashable, Lijn]]]
) -> tuple[int, list[Lijn]] | None:
    rij: list[tuple[int, int, Hashable, list[Lijn]]] = [(0, 0, start, [])]
    gezien, volgnummer = set(), 0
    while rij:
        prijs, _, knoop, via = heappop(rij)
        if knoop == doel:
            return prijs, via
        if knoop in gezien:
            continue
        gezien.add(knoop)
        for volgende, lijn in net.get(knoop, ()):
            if volgende not in gezien:
                volgnummer += 1  # equal prices: first come, so that the same table always hides the same cells
                heappush(rij, (prijs + lijn.prijs(), volgnummer, volgende, [*via, lijn]))
    return None


def _alles_dicht(lijnen: Sequence[Lijn]) -> None:
    for lijn in lijnen:
        if lijn.rang != GEPUBLICEERD or lijn.is_verborgen:
            lijn.is_klein = False
            lijn.verberg(0, OPEN_EINDE)
