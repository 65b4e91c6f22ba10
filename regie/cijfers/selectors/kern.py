"""The headline figures and the lines over thirteen months."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from regie.cijfers.getal import Delta, Getal, Kerncijfers, Reeks, Reeksen, Tegel, aantal, verborgen
from regie.cijfers.indicatoren import INDICATOREN, STATUSSEN
from regie.cijfers.models import Soort
from regie.cijfers.onderdrukking import (
    MEE_VERBORGEN,
    Drempels,
    grootste_sprong,
    kolom,
    over_maanden,
    telling,
    verhouding,
    verschil,
)
from regie.cijfers.opname import Opname, Vergelijking
from regie.cijfers.periode import Periode
from regie.cijfers.selectors.quotum import quotum_van_ocmws
from regie.core import notatie

STROMEN = {"instroom": Soort.INSTROOM, "doorstroom": Soort.DOORSTROOM, "stopzetting": Soort.STOPZETTING}
TELLING = (
    "Instroom telt het intakegesprek, doorstroom de uitstroom naar werk, stopzetting de afsluiting zonder nazorg."
)


def kerncijfers(
    periode: Periode,
    peildatum: date,
    *,
    vergelijk: Vergelijking = Vergelijking.VORIGE_PERIODE,
    opname: Opname | None = None,
) -> Kerncijfers:
    """The six tiles (ux.md 4)."""
    vraag = opname or Opname(periode, peildatum, vergelijk)
    vraag.lees("duurzaam_6m", "plaatsen", "quotum")
    return Kerncijfers((*stroomtegels(vraag), *resultaattegels(vraag)), periode.sleutel, peildatum)


def stroomtegels(opname: Opname) -> tuple[Tegel, ...]:
    """What the status changes alone can tell."""
    return (_in_behandeling(opname), _instroom(opname), _doorstroom(opname))


def resultaattegels(opname: Opname) -> tuple[Tegel, ...]:
    """What is counted from measurements, places and quota."""
    return (_duurzaam(opname), _plaatsen(opname), _quotum(opname))


def _tegel(
    opname: Opname, getal: Getal, detail: str, delta: Delta | None = None, ratios: tuple[Getal, ...] = ()
) -> Tegel:
    indicator = INDICATOREN[getal.definitie]
    return Tegel(indicator.code, indicator.naam, getal, detail, delta, indicator.bron, opname.peildatum, ratios)


def _in_behandeling(opname: Opname) -> Tegel:
    nu = telling(opname.marginalen.stock(opname.peildatum), opname.drempels, "in_behandeling")
    delta = None
    if opname.andere:
        toen = telling(opname.marginalen.stock(opname.andere.eind), opname.drempels, "in_behandeling")
        delta = verschil(nu, toen, f"eind {opname.andere.label}")
    return _tegel(opname, nu, f"op {notatie.datum(opname.peildatum)}", delta)


def stroom(opname: Opname, soort: Soort, periode: Periode, definitie: str) -> Getal:
    """What flowed in the whole gebied in a period, as it may be shown."""
    return over_maanden(opname.marginalen.per_maand(soort), periode, opname.drempels, definitie)


def _stroomdelta(opname: Opname, nu: Getal, soort: Soort) -> Delta | None:
    return stroomverschil(opname, nu, lambda periode: stroom(opname, soort, periode, nu.definitie))


def stroomverschil(opname: Opname, nu: Getal, tel: Callable[[Periode], Getal]) -> Delta | None:
    """What flowed against the other period; a period that still runs is put beside it."""
    if opname.andere is None:
        return None
    toen = tel(opname.andere)
    dan = f"in heel {opname.andere.label}" if opname.loopt else f"in {opname.andere.label}"
    return verschil(nu, toen, dan, is_onaf=opname.loopt)


def _instroom(opname: Opname) -> Tegel:
    nu = stroom(opname, Soort.INSTROOM, opname.periode, "instroom")
    return _tegel(opname, nu, "gevoerde intakes", _stroomdelta(opname, nu, Soort.INSTROOM))


def _doorstroom(opname: Opname) -> Tegel:
    nu = stroom(opname, Soort.DOORSTROOM, opname.periode, "doorstroom")
    ratio, ratio_alle = doorstroomratios(opname, opname.periode)
    if ratio.is_getoond:
        detail = f"{ratio.getoond} van de uitstroom (n = {notatie.getal(ratio.n)})"
    else:
        detail = "deel van de uitstroom niet te tonen"
    return _tegel(opname, nu, detail, _stroomdelta(opname, nu, Soort.DOORSTROOM), (ratio, ratio_alle))


def doorstroomratios(opname: Opname, periode: Periode) -> tuple[Getal, Getal]:
    """With and without neutral uitstroom in the denominator; never so that the difference betrays a few people."""
    d, cijfers = opname.drempels, opname.marginalen
    doorstroom, uitstroom, neutraal = (
        cijfers.som(soort, periode) for soort in (Soort.DOORSTROOM, Soort.UITSTROOM, Soort.NEUTRAAL)
    )
    ratio = verhouding(doorstroom, uitstroom - neutraal, d, "doorstroomratio")
    ratio_alle = verhouding(doorstroom, uitstroom, d, "doorstroomratio_alle")
    if ratio.is_getoond and not _mag_ratio(opname, periode):
        ratio = verborgen(notatie.GEEN, MEE_VERBORGEN, "doorstroomratio")
    if ratio_alle.is_getoond and (1 <= neutraal < d.kleine_cel or not ratio.is_getoond):
        ratio_alle = verborgen(notatie.GEEN, MEE_VERBORGEN, "doorstroomratio_alle")
    return ratio, ratio_alle


def _mag_ratio(opname: Opname, periode: Periode) -> bool:
    """A ratio with its n gives numerator and denominator away: both must be exact beside their months."""
    neutraal = opname.marginalen.per_maand(Soort.NEUTRAAL)
    uitstroom = opname.marginalen.per_maand(Soort.UITSTROOM)
    noemer = {maand: n - neutraal.get(maand, 0) for maand, n in uitstroom.items()}
    reeksen = (opname.marginalen.per_maand(Soort.DOORSTROOM), noemer)
    return all(over_maanden(reeks, periode, opname.drempels, "").is_getoond for reeks in reeksen)


def _duurzaam(opname: Opname) -> Tegel:
    getal, _, _, onbekend = duurzaamheid(opname, 6)
    detail = f"n = {notatie.getal(getal.n)} · {onbekend.getoond} niet bekend" if getal.is_getoond else getal.reden
    return _tegel(opname, getal, detail)


def duurzaamheid(opname: Opname, maanden: int) -> tuple[Getal, Getal, Getal, Getal]:
    """(share still at work, at work, no longer, unknown) of the doorstroom whose window is over."""
    code = f"duurzaam_{maanden}m"
    antwoorden = opname.tellingen(code).sleutels(code)
    waarden = [antwoorden.get(antwoord, 0) for antwoord in ("JA", "NEE", "ONBEKEND")]
    (ja, nee, onbekend), totaal = kolom(waarden, opname.drempels, code, liefst=[0])
    getal = verhouding(waarden[0], sum(waarden), opname.drempels, code)
    if getal.is_getoond and not (ja.is_getoond and totaal.is_getoond):
        getal = verborgen(notatie.GEEN, MEE_VERBORGEN, code)
    return getal, ja, nee, onbekend


def plaatsen_aanbod(opname: Opname) -> Getal:
    """How many places gebruikers offer: about places, so the tile always says it."""
    return aantal(opname.tellingen("plaatsen").getal("plaatsen", "aanbod"), "plaatsen_aanbod")


def _plaatsen(opname: Opname) -> Tegel:
    aanbod = opname.tellingen("plaatsen").getal("plaatsen", "aanbod")
    bezet = opname.tellingen("plaatsen").getal("plaatsen", "bezet")
    getal = verhouding(bezet, aanbod, opname.drempels, "plaatsen_bezet")
    if aanbod == 0:
        return _tegel(opname, getal, "Nog geen plaatsen geregistreerd.")
    if not getal.is_getoond:
        return _tegel(opname, getal, f"{notatie.meervoud(aanbod, 'plaats', 'plaatsen')} geregistreerd")
    vrij = max(aanbod - bezet, 0)
    return _tegel(opname, getal, f"{notatie.getal(bezet)} van {notatie.getal(aanbod)} · {notatie.getal(vrij)} vrij")


def _quotum(opname: Opname) -> Tegel:
    quota = quotum_van_ocmws(opname)
    delen = [f"{quota.benut_regio.getoond} benut"] if quota.benut_regio.is_getoond else []
    vol = sum(1 for benut in quota.benut if benut.waarde is not None and benut.waarde >= quota.bijna_vol)
    if vol:
        wie = notatie.meervoud(vol, "OCMW", "OCMW's")
        delen.append(f"{wie} vanaf {notatie.procent(quota.bijna_vol, 0)}")
    return _tegel(opname, quota.regio, " · ".join(delen) or quota.regio.reden)


def instroom_reeks(periode: Periode, peildatum: date, *, opname: Opname | None = None) -> Reeksen:
    """Instroom, doorstroom and stopzetting of the thirteen months up to the reference date."""
    vraag = opname or Opname(periode, peildatum)
    maanden = vraag.reeksmaanden
    reeksen = tuple(
        Reeks(
            code,
            INDICATOREN[code].naam,
            _maandgetallen(vraag.marginalen.per_maand(soort), maanden, vraag.drempels, code),
        )
        for code, soort in STROMEN.items()
    )
    loopt = Periode.op("MAAND", peildatum).loopt_op(peildatum)
    return Reeksen(
        titel=_bevinding(reeksen[0], maanden, met_laatste=not loopt),
        labels=tuple(f"{notatie.MAANDEN_KORT[maand.month - 1]} {maand:%y}" for maand in maanden),
        maanden=maanden,
        reeksen=reeksen,
        bron=STATUSSEN,
        telling=TELLING,
        peildatum=peildatum,
        is_leeg=all(getal.waarde == 0 for reeks in reeksen for getal in reeks.getallen),
    )


def _maandgetallen(
    per_maand: Mapping[date, int], maanden: Sequence[date], d: Drempels, code: str
) -> tuple[Getal, ...]:
    return tuple(telling(per_maand.get(maand, 0), d, code) for maand in maanden)


def _bevinding(instroom: Reeks, maanden: Sequence[date], *, met_laatste: bool) -> str:
    """What the line says, in one sentence about finished months."""
    tot = len(maanden) if met_laatste else len(maanden) - 1
    sprong = grootste_sprong(instroom.getallen[tot - 2 : tot])
    if sprong is None:
        return "Instroom, doorstroom en stopzetting per maand"
    voor, na = sprong
    toen, nu = notatie.MAANDEN[maanden[tot - 2].month - 1], notatie.MAANDEN[maanden[tot - 1].month - 1]
    if voor.waarde == na.waarde:
        return f"De instroom bleef gelijk: {na.getoond} in {toen} en in {nu}"
    werkwoord = "steeg" if (na.waarde or 0) > (voor.waarde or 0) else "daalde"
    return f"De instroom {werkwoord} van {voor.getoond} in {toen} naar {na.getoond} in {nu}"
