"""Small numbers are people. What may be shown is decided here, after filtering and before anything leaves the service.

Primary: a count of 1 to 4 is shown as "< 5", a ratio of too few as "–". Secondary: in whatever has a total, enough
other numbers are kept back that no hidden one can be computed (see netwerk.py). Thresholds are dated parameters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from regie.cijfers.getal import Delta, Getal, verborgen
from regie.cijfers.indicatoren import INDICATOREN, GoedIs, Onderdrukking
from regie.cijfers.netwerk import CEL, GEPUBLICEERD, SUBTOTAAL, TOTAAL, Lijn, afleidbaar, bescherm
from regie.cijfers.periode import Periode, PeriodeSoort
from regie.core import notatie
from regie.core.parameters import waarde

AFRONDING = 5
NEUTRAAL = "neutraal"
MEE_VERBORGEN = "Niet getoond, omdat een kleiner aantal er anders uit te berekenen is."
GEEN_NOEMER = "Er is niets om een verhouding van te nemen."


@dataclass(frozen=True, slots=True)
class Drempels:
    """The lowest count that may be shown, and the smallest denominator of a ratio."""

    kleine_cel: int = 5
    noemer: int = 10

    @property
    def te_klein(self) -> str:
        return f"Te weinig personen om te tonen (minder dan {self.kleine_cel})."

    @property
    def noemer_te_klein(self) -> str:
        return f"Te weinig om een verhouding te tonen (minder dan {self.noemer})."

    @property
    def zin(self) -> str:
        return (
            f"Aantallen van 1 tot {self.kleine_cel - 1} tonen we als '< {self.kleine_cel}'. Verhoudingen met een "
            f"teller onder {self.kleine_cel} of een noemer onder {self.noemer} tonen we niet. '–' betekent: niet "
            "getoond, ook als een kleiner aantal er anders uit te berekenen is."
        )


def drempels(op: date) -> Drempels:
    return Drempels(int(waarde("kleine_cel", op=op)), int(waarde("onderdrukking_noemer", op=op)))


def telling(n: int, d: Drempels, definitie: str) -> Getal:
    """One count on its own."""
    if 1 <= n < d.kleine_cel:
        return verborgen(f"< {d.kleine_cel}", d.te_klein, definitie)
    return Getal(n, notatie.getal(n), definitie)


def _van_lijn(lijn: Lijn, d: Drempels, definitie: str) -> Getal:
    if not lijn.is_verborgen:
        return Getal(lijn.waarde, notatie.getal(lijn.waarde), definitie)
    if lijn.is_klein:
        return verborgen(f"< {d.kleine_cel}", d.te_klein, definitie)
    return verborgen(notatie.GEEN, MEE_VERBORGEN, definitie)


# --- tables ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kruis:
    """A protected table: cells by row and column, with all its totals."""

    cellen: tuple[tuple[Getal, ...], ...]
    rijtotalen: tuple[Getal, ...]
    kolomtotalen: tuple[Getal, ...]
    totaal: Getal


def kolom(
    waarden: Sequence[int],
    d: Drempels,
    definitie: str,
    *,
    onveilig: Sequence[int | str] = (),
    liefst: Sequence[int] = (),
) -> tuple[tuple[Getal, ...], Getal]:
    """Counts with their total, which is known elsewhere too and so stays.

    `onveilig`: rows, or "totaal", hidden for another reason. `liefst`: rows to hide only when nothing else helps.
    """
    lijnen = _kolomlijnen(waarden, d.kleine_cel, onveilig, liefst)
    cellen = tuple(_van_lijn(lijn, d, definitie) for lijn in lijnen[:-1])
    return cellen, _van_lijn(lijnen[-1], d, definitie)


def _kolomlijnen(
    waarden: Sequence[int], drempel: int, onveilig: Sequence[int | str] = (), liefst: Sequence[int] = ()
) -> list[Lijn]:
    lijnen = [Lijn(i, "begin", "eind", n, SUBTOTAAL if i in liefst else CEL) for i, n in enumerate(waarden)]
    lijnen.append(Lijn("totaal", "eind", "begin", sum(waarden), GEPUBLICEERD))
    bescherm(lijnen, drempel, primair=onveilig)
    return lijnen


def kruistabel(
    cellen: Sequence[Sequence[int]],
    d: Drempels,
    definitie: str,
    *,
    rang_totaal: int = GEPUBLICEERD,
    groepen: Sequence[int] = (),
    bekend: Sequence[int] = (),
    onveilig: Sequence[tuple[str, int, int]] = (),
) -> Kruis:
    """A table with row totals, column totals and a grand total.

    `groepen` gives each row a group number; the sums of the groups in `bekend` are shown on another place.
    """
    lijnen = _kruislijnen(cellen, groepen or [0] * len(cellen), bekend, rang_totaal)
    bescherm(list(lijnen.values()), d.kleine_cel, primair=onveilig)
    tonen = {sleutel: _van_lijn(lijn, d, definitie) for sleutel, lijn in lijnen.items()}
    breedte = len(cellen[0]) if cellen else 0
    return Kruis(
        tuple(tuple(tonen["cel", i, j] for j in range(breedte)) for i in range(len(cellen))),
        tuple(tonen["rij", i, 0] for i in range(len(cellen))),
        tuple(tonen["kolom", 0, j] for j in range(breedte)),
        tonen["totaal", 0, 0],
    )


def _kruislijnen(
    cellen: Sequence[Sequence[int]], groepen: Sequence[int], bekend: Sequence[int], rang_totaal: int
) -> dict[tuple[str, int, int], Lijn]:
    lijnen: dict[tuple[str, int, int], Lijn] = {}

    def leg(soort: str, i: int, j: int, van: object, naar: object, n: int, rang: int = CEL) -> None:
        lijnen[soort, i, j] = Lijn((soort, i, j), van, naar, n, rang)

    for i, rij in enumerate(cellen):
        leg("rij", i, 0, ("groep", groepen[i]), ("rij", i), sum(rij), SUBTOTAAL)
        for j, n in enumerate(rij):
            leg("cel", i, j, ("rij", i), ("kolom", j), n)
    for j in range(len(cellen[0]) if cellen else 0):
        leg("kolom", 0, j, ("kolom", j), "eind", sum(rij[j] for rij in cellen), SUBTOTAAL)
    for groep in sorted(set(groepen)):
        n = sum(sum(rij) for i, rij in enumerate(cellen) if groepen[i] == groep)
        leg("groep", groep, 0, "begin", ("groep", groep), n, GEPUBLICEERD)
        lijnen["groep", groep, 0].zichtbaar = groep in bekend
    leg("totaal", 0, 0, "eind", "begin", sum(map(sum, cellen)), rang_totaal)
    return lijnen


# --- ratios ----------------------------------------------------------------------------------------------------------


def verhouding(teller: int, noemer: int, d: Drempels, definitie: str) -> Getal:
    """One percentage on its own, with its n."""
    rest_telt = INDICATOREN[definitie].soort == Onderdrukking.VERHOUDING
    if noemer == 0:
        return verborgen(notatie.GEEN, GEEN_NOEMER, definitie)
    if noemer < d.noemer:
        return verborgen(notatie.GEEN, d.noemer_te_klein, definitie)
    if 1 <= teller < d.kleine_cel or (rest_telt and 1 <= noemer - teller < d.kleine_cel):
        return verborgen(notatie.GEEN, d.te_klein, definitie)
    procent = round(100 * teller / noemer, 1)
    return Getal(procent, notatie.procent(procent), definitie, n=noemer)


def verhoudingen(
    tellers: Sequence[int],
    noemers: Sequence[int],
    d: Drempels,
    definitie: str,
    *,
    onveilig: Sequence[int] = (),
    geheel: Getal | None = None,
) -> tuple[tuple[Getal, ...], Getal]:
    """A column of percentages with that of the whole below: a part that is hidden cannot be found from the rest.

    A percentage with its n gives its numerator away, so it is only shown where both columns of counts may be shown.
    `onveilig`: rows whose numerator is hidden in a column of its own. `geheel`: as it was judged on another place.
    """
    los = [verhouding(t, n, d, definitie) for t, n in zip(tellers, noemers, strict=True)]
    geheel = geheel or verhouding(sum(tellers), sum(noemers), d, definitie)
    drempel_rest = d.kleine_cel if INDICATOREN[definitie].soort == Onderdrukking.VERHOUDING else 1
    dicht = sorted({*onveilig, *(i for i, getal in enumerate(los) if not getal.is_getoond and noemers[i] > 0)})
    resten = [n - t for t, n in zip(tellers, noemers, strict=True)]
    for reeks, drempel in ((tellers, d.kleine_cel), (resten, drempel_rest), (noemers, d.noemer)):
        lijnen = _kolomlijnen(reeks, drempel, [*dicht, *([] if geheel.is_getoond else ["totaal"])])
        dicht = sorted({*dicht, *(i for i, lijn in enumerate(lijnen[:-1]) if lijn.is_verborgen)})
        if lijnen[-1].is_verborgen and geheel.is_getoond:
            geheel = verborgen(notatie.GEEN, MEE_VERBORGEN, definitie)
    cellen = [
        verborgen(notatie.GEEN, MEE_VERBORGEN, definitie) if i in dicht and getal.is_getoond else getal
        for i, getal in enumerate(los)
    ]
    return tuple(cellen), geheel


# --- time ------------------------------------------------------------------------------------------------------------


def over_maanden(maanden: Mapping[date, int], periode: Periode, d: Drempels, definitie: str) -> Getal:
    """The sum of a period whose months are published one by one: it may not betray a month that is hidden.

    Months, quarters and years are all shown somewhere, so the decision is the same whichever the reader opens. What
    cannot be shown exactly is rounded to 5; where even that tells too much it is not shown.
    """
    if periode.soort == PeriodeSoort.MAAND:
        return telling(maanden.get(periode.start, 0), d, definitie)
    boom = _jaarboom(maanden, periode.start.year)
    bescherm(list(boom.values()), d.kleine_cel)
    lijn = boom[periode.sleutel]
    if not lijn.is_verborgen or lijn.is_klein:
        return _van_lijn(lijn, d, definitie)
    for totaal in (t for t in boom.values() if t.rang != GEPUBLICEERD and t.is_verborgen and not t.is_klein):
        _rond_af(totaal, list(boom.values()), d)
    if lijn.hoog - lijn.laag > AFRONDING:
        return verborgen(notatie.GEEN, MEE_VERBORGEN, definitie)
    reden = f"Afgerond op {AFRONDING}, omdat een maand met een klein aantal er anders uit te berekenen is."
    return verborgen(f"± {notatie.getal(_afgerond(lijn.waarde))}", reden, definitie)


def is_veilig_totaal(maanden: Mapping[date, int], periode: Periode, d: Drempels) -> bool:
    """May this sum be shown exactly beside its months?"""
    return over_maanden(maanden, periode, d, "").is_getoond


def _afgerond(n: int) -> int:
    return (n + AFRONDING // 2) // AFRONDING * AFRONDING


def _rond_af(lijn: Lijn, boom: Sequence[Lijn], d: Drempels) -> None:
    laag, hoog, midden = lijn.laag, lijn.hoog, _afgerond(lijn.waarde)
    lijn.laag, lijn.hoog = max(midden - AFRONDING // 2, d.kleine_cel), midden + AFRONDING // 2
    if afleidbaar(boom):
        lijn.laag, lijn.hoog = laag, hoog


def _jaarboom(maanden: Mapping[date, int], jaar: int) -> dict[str, Lijn]:
    """The calendar year as a tree: months that are published, their quarters, and the year."""
    heel = Periode.jaar(jaar)
    boom: dict[str, Lijn] = {}
    for kwartaal in (Periode.kwartaal(jaar, nr) for nr in range(1, 5)):
        waarden = [(f"{maand:%Y-%m}", maanden.get(maand, 0)) for maand in kwartaal.maanden()]
        som = sum(n for _, n in waarden)
        boom[kwartaal.sleutel] = Lijn(kwartaal.sleutel, "jaar", kwartaal.sleutel, som, SUBTOTAAL)
        for sleutel, n in waarden:
            boom[sleutel] = Lijn(sleutel, kwartaal.sleutel, "maanden", n, GEPUBLICEERD)
    totaal = sum(maanden.get(maand, 0) for maand in heel.maanden())
    boom[heel.sleutel] = Lijn(heel.sleutel, "maanden", "jaar", totaal, TOTAAL)
    return boom


# --- comparison ------------------------------------------------------------------------------------------------------


def verschil(nu: Getal, toen: Getal, dan: str, *, is_onaf: bool = False) -> Delta:
    """`nu` against `toen`; only when both may be shown, so a difference never gives a hidden number away.

    `dan` names the other moment ("in oktober 2026"). What is not finished yet is put beside it, not compared.
    """
    if is_onaf:
        return Delta("", f"{toen.getoond} {dan}", NEUTRAAL, toen)
    if nu.waarde is None or toen.waarde is None:
        return Delta(
            notatie.GEEN, f"niet te vergelijken met {toen.getoond} {dan}", NEUTRAAL, toen, reden=nu.reden or toen.reden
        )
    stap = round(nu.waarde - toen.waarde, 1)
    if stap == 0:
        return Delta("gelijk", f"evenveel als {dan}", NEUTRAAL, toen, 0)
    maat = notatie.getal(abs(stap))
    pijl, woord, richting = ("▲", "meer", GoedIs.OMHOOG) if stap > 0 else ("▼", "minder", GoedIs.OMLAAG)
    oordeel = _oordeel(INDICATOREN[nu.definitie].goed_is, richting)
    return Delta(f"{pijl} {maat}", f"{maat} {woord} dan {dan}", oordeel, toen, stap)


def _oordeel(goed_is: GoedIs, richting: GoedIs) -> str:
    if goed_is == GoedIs.NEUTRAAL:
        return NEUTRAAL
    return "goed" if goed_is == richting else "slecht"


def grootste_sprong(getallen: Sequence[Getal]) -> tuple[Getal, Getal] | None:
    """The last two shown figures of a series, to say in words what it does."""
    getoond = [getal for getal in getallen if getal.is_getoond]
    paren = list(pairwise(getoond))
    return paren[-1] if paren else None
