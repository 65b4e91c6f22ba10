"""Everything the cockpit shows, in one object: the page and the spreadsheet are made from the same answer."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

import structlog

from actieplannen.selectors.plansignalen import Planbeeld, Plansignaal, planbeeld
from partners.models import Werkplaats
from regie.cijfers.getal import Getal, Reeksen, Rij, Signaal, Tabel, Tegel
from regie.cijfers.periode import Periode
from regie.cijfers.selectors import (
    STANDAARD_VRAGEN,
    Opname,
    Vergelijking,
    instroom_reeks,
    is_nieuw_gebied,
    onderdrukkingsregel,
    projecttegels,
    resultaattegels,
    signalen,
    stroomtegels,
    vergelijking_ocmw,
)
from regie.cijfers.selectors.signalen import LETOP, VOLGORDE
from regie.core import notatie
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import DOSSIERROLLEN, Recht
from regie.core.tenancy import current_scope

logger = structlog.get_logger(__name__)

MEESTE_SIGNALEN = 5
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Blok(Generic[T]):
    """One part of the page: what it says, or that it could not be made. Other parts do not suffer."""

    inhoud: T | None

    @property
    def is_mislukt(self) -> bool:
        return self.inhoud is None


@dataclass(frozen=True, slots=True)
class Signaalgroep:
    """The same signal at several OCMW's, as one line."""

    code: str
    anker: str  # where it stands on the page with all signals: one kind may come with two titles
    soort: str
    titel: str
    tekst: str
    deadline_tekst: str
    signalen: tuple[Signaal, ...]


@dataclass(frozen=True, slots=True)
class Taak:
    """One line of the checklist of a new gebied."""

    tekst: str
    is_klaar: bool
    recht: Recht
    pagina: str


@dataclass(frozen=True, slots=True)
class Cockpit:
    periode: Periode
    peildatum: date
    loopt: bool
    aantal_ocmws: int
    tegels: tuple[Blok[tuple[Tegel, ...]], ...]
    reeks: Blok[Reeksen]
    vergelijking: Blok[Tabel]
    signaalgroepen: Blok[tuple[Signaalgroep, ...]]
    projecten: Blok[tuple[Tegel, ...]]
    plan: Blok[Planbeeld]  # of this year, whatever the periode
    onderdrukking: str
    is_leeg: bool

    @property
    def eerste_signalen(self) -> tuple[Signaalgroep, ...]:
        return (self.signaalgroepen.inhoud or ())[:MEESTE_SIGNALEN]

    @property
    def heeft_opmerkingen(self) -> bool:
        return any(rij.opmerking for rij in self.vergelijking.inhoud.rijen) if self.vergelijking.inhoud else False

    @property
    def aantal_signalen(self) -> int:
        return sum(len(groep.signalen) for groep in self.signaalgroepen.inhoud or ())

    @property
    def aantal_signalen_tekst(self) -> str:
        return notatie.getal(self.aantal_signalen)


def cockpit(*, periode: Periode, vergelijking: Vergelijking, vandaag: date, sorteer: str = "") -> Cockpit:
    """Reads the sources once; a block that fails says so and is logged."""
    opname = Opname(periode, periode.peildatum(vandaag), vergelijking, vandaag=vandaag)
    _blok("bronnen", lambda: opname.lees(*STANDAARD_VRAGEN))
    plan = _blok("jaaractieplan", lambda: planbeeld(vandaag))
    return Cockpit(
        periode=periode,
        peildatum=opname.peildatum,
        loopt=periode.loopt_op(vandaag),
        aantal_ocmws=len(opname.ocmws),
        tegels=(
            _blok("stroomtegels", lambda: stroomtegels(opname)),
            _blok("resultaattegels", lambda: resultaattegels(opname)),
        ),
        reeks=_blok("reeks", lambda: instroom_reeks(periode, opname.peildatum, opname=opname)),
        vergelijking=_blok(
            "vergelijking",
            lambda: gesorteerd(vergelijking_ocmw(periode, opname.peildatum, opname=opname), sorteer),
        ),
        signaalgroepen=_blok(
            "signalen",
            lambda: samen(groepeer(signalen(vandaag, opname=opname).signalen), plan.inhoud),
        ),
        projecten=_blok("projecten", lambda: projecttegels(opname)),
        plan=plan,
        onderdrukking=onderdrukkingsregel(opname.peildatum),
        is_leeg=opname.marginalen.is_leeg,
    )


def _blok(naam: str, maak: Callable[[], T]) -> Blok[T]:
    try:
        return Blok(maak())
    except Exception:  # one broken figure may not take the page away; the log has the whole story
        logger.exception("cockpitblok_mislukt", blok=naam)
        return Blok(None)


def gesorteerd(tabel: Tabel, sorteer: str) -> Tabel:
    """By a column of the table, ascending or with '-' descending; hidden figures and the region stay last."""
    veld, omgekeerd = sorteer.removeprefix("-"), sorteer.startswith("-")
    rijen = [rij for rij in tabel.rijen if not rij.is_totaal]
    totalen = [rij for rij in tabel.rijen if rij.is_totaal]
    codes = [kolom.code for kolom in tabel.kolommen]
    if veld == "ocmw":
        rijen = rijen[::-1] if omgekeerd else rijen
    elif veld in codes:
        rijen = _op_waarde(rijen, codes.index(veld), omgekeerd)
    return replace(tabel, rijen=(*rijen, *totalen))


def _op_waarde(rijen: Sequence[Rij], plaats: int, omgekeerd: bool) -> list[Rij]:
    getoond = [rij for rij in rijen if rij.cellen[plaats].waarde is not None]
    verborgen = [rij for rij in rijen if rij.cellen[plaats].waarde is None]
    getoond.sort(key=lambda rij: rij.cellen[plaats].waarde or 0, reverse=omgekeerd)
    return [*getoond, *verborgen]


def groepeer(alle: Iterable[Signaal]) -> tuple[Signaalgroep, ...]:
    """One line per kind of signal, in the order of urgency they came in."""
    groepen: dict[tuple[str, str], list[Signaal]] = {}
    for signaal in alle:
        groepen.setdefault((signaal.code, signaal.titel), []).append(signaal)
    gezien: Counter[str] = Counter()
    regels = []
    for (code, titel), leden in groepen.items():
        gezien[code] += 1
        anker = code if gezien[code] == 1 else f"{code}-{gezien[code]}"
        tekst, termijn = _samenvatting(leden), leden[0].deadline_tekst
        regels.append(Signaalgroep(code, anker, leden[0].soort, titel, tekst, termijn, tuple(leden)))
    return tuple(regels)


def samen(groepen: Sequence[Signaalgroep], plan: Planbeeld | None) -> tuple[Signaalgroep, ...]:
    """Signals of OCMW's and of the jaaractieplan in one list; within a weight the OCMW's come first."""
    van_plan = [_van_plan(signaal) for signaal in plan.signalen] if plan else []
    return tuple(sorted([*groepen, *van_plan], key=lambda groep: VOLGORDE.index(groep.soort)))


def _van_plan(signaal: Plansignaal) -> Signaalgroep:
    """An action or a priority stands where an OCMW does."""
    code, titel, termijn = signaal.code, signaal.titel, signaal.termijn
    regels = tuple(
        Signaal(code, LETOP, titel, regel.titel, Getal(None, ""), regel.tekst, None, termijn)
        for regel in signaal.regels
    )
    return Signaalgroep(code, code, LETOP, titel, signaal.tekst, termijn, regels)


def _samenvatting(leden: Sequence[Signaal]) -> str:
    """The OCMW where most is known to be asked, and how many others."""
    grootste = max(leden, key=lambda signaal: signaal.telling.waarde or 0)
    rest = len(leden) - 1
    if not rest:
        return f"{grootste.organisatie} · {grootste.tekst}"
    if not grootste.telling.waarde:
        return f"{len(leden)} OCMW's"
    return f"{grootste.organisatie} · {grootste.tekst}, en {notatie.meervoud(rest, 'ander OCMW', 'andere OCMW’s')}"


def startlijst(vandaag: date) -> tuple[Taak, ...]:
    """What a new gebied still has to do before there is anything to count, and where."""
    ocmws = Organisatie.objects.van_gebied().ocmws()
    leden = Lidmaatschap.objects.geldig_op(vandaag).filter(gebied=current_scope().gebied)
    begeleiders = leden.filter(rol__in=sorted(DOSSIERROLLEN))
    return (
        Taak(
            "De gemeenten van het gebied en hun OCMW's staan erin",
            ocmws.exists(),
            Recht.GEBIED_BEKIJKEN,
            "regio:gemeenten",
        ),
        Taak(
            "De OCMW's hebben een trajectbegeleider met een account",
            begeleiders.exists(),
            Recht.LEDEN_BEHEREN,
            "accounts:leden",
        ),
        Taak("Gebruikers bieden plaatsen aan", Werkplaats.objects.exists(), Recht.PARTNER_BEKIJKEN, "partners:lijst"),
        Taak(
            "De OCMW's registreren hun eerste cliënten, of laden hun lijst in",
            not is_nieuw_gebied(),
            Recht.CLIENT_INLADEN,
            "trajecten:inladen",
        ),
    )
