"""Which place suits which candidate, and why. Pure: the same facts always give the same order and sentences.

A hard no (`bezwaren`) means: not this place, not now. Soft points raise or lower the score and are said either way.
Weights and reach are dated parameters. Nothing medical comes in: limits are functional words (domein.md 2.3).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from math import asin, cos, radians, sin, sqrt

from partners.enums import Begeleiding, Functiecategorie, Fysiek, Grens, Rijbewijs, Taalniveau, Vervoer
from regie.core import notatie
from regie.core.names import naam_sleutel

AARDSTRAAL = 6371.0
BEREIK = {
    Vervoer.TE_VOET: "te voet",
    Vervoer.FIETS: "met de fiets",
    Vervoer.OV: "met bus of trein",
    Vervoer.AUTO: "met eigen auto",
}


@dataclass(frozen=True, slots=True)
class Waar:
    naam: str
    breedte: float
    lengte: float


@dataclass(frozen=True, slots=True)
class Kandidaat:
    jobdoelwit: str = ""
    categorieen: frozenset[str] = frozenset()
    competenties: frozenset[str] = frozenset()  # kinds of work in which a competence is noted
    vanaf: date | None = None
    uren: Decimal | None = None
    rijbewijs: str = ""
    nederlands: int | None = None
    vervoer: frozenset[str] = frozenset()
    grenzen: frozenset[str] = frozenset()
    waar: Waar | None = None
    met_vst: bool | None = None  # the instrument asks for (True) or excludes (False) a place with VST


@dataclass(frozen=True, slots=True)
class Plaats:
    functie: str
    categorie: str
    vrij: Decimal
    uren: Decimal = Decimal(38)
    rijbewijs: str = ""
    nederlands: int = 0
    ploegen: bool = False
    weekend: bool = False
    fysiek: int = Fysiek.GEWOON
    begeleiding: str = ""
    met_ov: bool = False
    met_fiets: bool = False
    waar: Waar | None = None
    is_vst: bool = False


@dataclass(frozen=True, slots=True)
class Verleden:
    """What earlier candidatures taught: at this place, and elsewhere."""

    zelfde_plaats: tuple[str, ...] = ()  # reasons why this candidate did not start here before, in words
    client_weigerde: frozenset[str] = frozenset()  # kinds of work the candidate refused because of the tasks
    client_te_ver: float | None = None  # the nearest place (km) the candidate refused because of the distance
    gebruiker_weigerde: Mapping[str, int] = field(default_factory=dict)  # reason -> how often, anybody of this OCMW


@dataclass(frozen=True, slots=True)
class Regels:
    gewicht: Mapping[str, int]
    bereik: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Match:
    score: int
    bezwaren: tuple[str, ...]
    pluspunten: tuple[str, ...]
    aandachtspunten: tuple[str, ...]

    @property
    def past(self) -> bool:
        return not self.bezwaren


@dataclass(slots=True)
class _Oordeel:
    score: int = 0
    bezwaren: list[str] = field(default_factory=list)
    plus: list[str] = field(default_factory=list)
    aandacht: list[str] = field(default_factory=list)

    def goed(self, punten: int, zin: str) -> None:
        self.score += punten
        self.plus.append(zin)


def afstand_km(a: Waar, b: Waar) -> float:
    """As the crow flies between two municipalities."""
    dy, dx = radians(b.breedte - a.breedte), radians(b.lengte - a.lengte)
    h = sin(dy / 2) ** 2 + cos(radians(a.breedte)) * cos(radians(b.breedte)) * sin(dx / 2) ** 2
    return 2 * AARDSTRAAL * asin(sqrt(h))


def vergelijk(kandidaat: Kandidaat, plaats: Plaats, verleden: Verleden, regels: Regels) -> Match:
    oordeel = _Oordeel()
    for toets in _TOETSEN:
        toets(kandidaat, plaats, verleden, regels, oordeel)
    return Match(max(oordeel.score, 0), tuple(oordeel.bezwaren), tuple(oordeel.plus), tuple(oordeel.aandacht))


def volgorde(match: Match, sleutel: str) -> tuple[bool, int, str]:
    """What is possible first, the best score on top; equal scores by `sleutel`, so the order never jumps."""
    return (not match.past, -match.score, sleutel)


def _vrije_plaats(k: Kandidaat, p: Plaats, v: Verleden, r: Regels, o: _Oordeel) -> None:
    if p.vrij <= 0:
        o.bezwaren.append("Er is geen plaats vrij op de dag waarop de cliënt kan beginnen.")
    elif p.vrij < 1:
        o.aandacht.append("Er is alleen nog een deeltijdse plaats vrij.")


def _soort_werk(k: Kandidaat, p: Plaats, v: Verleden, r: Regels, o: _Oordeel) -> None:
    doel, functie = naam_sleutel(k.jobdoelwit), naam_sleutel(p.functie)
    if doel and functie and (doel in functie or functie in doel):
        o.goed(r.gewicht["functie"], f"De functie {p.functie} is het jobdoelwit.")
    if not p.categorie:
        o.aandacht.append("Het soort werk van deze plaats is nog niet ingevuld.")
    elif p.categorie in k.categorieen:
        o.goed(r.gewicht["soort werk"], f"Zoekt werk in {_categorie(p.categorie)}.")
    elif k.categorieen:
        o.aandacht.append(f"Zoekt geen werk in {_categorie(p.categorie)}.")
    if p.categorie and p.categorie in k.competenties:
        o.goed(r.gewicht["competentie"], f"Heeft al getoonde competenties in {_categorie(p.categorie)}.")


def _categorie(code: str) -> str:
    return str(Functiecategorie(code).label)


def _bereik(k: Kandidaat, p: Plaats, v: Verleden, r: Regels, o: _Oordeel) -> None:
    if k.waar is None or p.waar is None:
        o.aandacht.append("De afstand is niet gekend: vul de gemeente van de plaats in.")
        return
    km = afstand_km(k.waar, p.waar)
    waar = f"in {p.waar.naam}" if km < 1 else f"op ongeveer {notatie.getal(round(km))} km, in {p.waar.naam}"
    hoe = sorted(m for m in k.vervoer if km <= r.bereik[BEREIK[Vervoer(m)]] and _bediend(Vervoer(m), p, km))
    if not k.vervoer:
        o.aandacht.append(f"De plaats ligt {waar}. Vraag hoe de cliënt naar het werk gaat.")
    elif hoe:
        o.goed(r.gewicht["bereik"], f"De plaats ligt {waar}: bereikbaar {_of([BEREIK[Vervoer(m)] for m in hoe])}.")
    else:
        o.bezwaren.append(
            f"De plaats ligt {waar}: niet haalbaar {_of(sorted(BEREIK[Vervoer(m)] for m in k.vervoer))}."
        )
    if v.client_te_ver is not None and km >= v.client_te_ver:
        o.score -= r.gewicht["eerder geweigerd"]
        o.aandacht.append("De cliënt weigerde eerder een plaats die even ver of dichterbij lag.")


def _bediend(middel: Vervoer, p: Plaats, km: float) -> bool:
    """Within the own municipality everybody finds a way; further on the bus must pass there."""
    return middel != Vervoer.OV or p.met_ov or km < 1


def _of(delen: list[str]) -> str:
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} of {delen[-1]}"


def _uren(k: Kandidaat, p: Plaats, v: Verleden, r: Regels, o: _Oordeel) -> None:
    if k.uren is None or k.uren >= p.uren:
        o.goed(r.gewicht["uren"], f"De plaats vraagt {notatie.getal(p.uren)} uren per week en dat kan.")
    else:
        o.aandacht.append(
            f"De plaats vraagt {notatie.getal(p.uren)} uren per week, de cliënt kan er {notatie.getal(k.uren)}."
        )


def _rijbewijs(k: Kandidaat, p: Plaats, v: Verleden, r: Regels, o: _Oordeel) -> None:
    if p.rijbewijs and p.rijbewijs != k.rijbewijs and not (p.rijbewijs == Rijbewijs.B and k.rijbewijs):
        o.bezwaren.append(f"Voor deze plaats is {Rijbewijs(p.rijbewijs).label} nodig en de cliënt heeft dat niet.")


def _nederlands(k: Kandidaat, p: Plaats, v: Verleden, r: Regels, o: _Oordeel) -> None:
    vraagt = Taalniveau(p.nederlands).label
    if p.nederlands == Taalniveau.GEEN or (k.nederlands is not None and k.nederlands >= p.nederlands):
        o.goed(r.gewicht["nederlands"], "Het Nederlands is voldoende voor deze plaats.")
    elif k.nederlands is None:
        o.aandacht.append(f"De plaats vraagt Nederlands: {vraagt}. Het niveau van de cliënt is nog niet ingevuld.")
    elif p.nederlands - k.nederlands == 1:
        o.aandacht.append(f"De plaats vraagt iets meer Nederlands: {vraagt}. Met taalhulp op de werkvloer kan het.")
    else:
        o.bezwaren.append(f"De plaats vraagt Nederlands: {vraagt}. Dat is nog veel meer dan de cliënt spreekt.")


def _grenzen(k: Kandidaat, p: Plaats, v: Verleden, r: Regels, o: _Oordeel) -> None:
    botst = (
        (Grens.GEEN_ZWAAR_TILWERK, p.fysiek == Fysiek.ZWAAR, "Het werk is zwaar en de cliënt kan niet zwaar tillen."),
        (Grens.GEEN_PLOEGEN, p.ploegen, "Het werk is in ploegen of vroeg en laat, en dat kan de cliënt niet."),
        (Grens.GEEN_WEEKEND, p.weekend, "Er is weekendwerk en dat kan de cliënt niet."),
        (Grens.SCHOOLUREN, p.ploegen or p.weekend, "De uren vallen buiten de schooluren."),
    )
    o.bezwaren += [zin for grens, geldt, zin in botst if grens in k.grenzen and geldt]
    bespreken = sorted(k.grenzen & {Grens.NIET_LANG_STAAN, Grens.NIET_OP_HOOGTE, Grens.RUSTIGE_PLEK, Grens.SCHOOLUREN})
    o.aandacht += [f"Bespreek met de gebruiker: {Grens(grens).label}." for grens in bespreken]


def _begeleiding(k: Kandidaat, p: Plaats, v: Verleden, r: Regels, o: _Oordeel) -> None:
    if not k.grenzen & {Grens.BEGELEIDING, Grens.KORTE_OPDRACHTEN}:
        return
    if p.begeleiding in {Begeleiding.VAST, Begeleiding.DAGELIJKS}:
        o.goed(r.gewicht["begeleiding"], f"Er is {Begeleiding(p.begeleiding).label}, en dat is nodig.")
    else:
        o.aandacht.append("De cliënt heeft begeleiding op de werkvloer nodig. Vraag of die er is.")


def _vst(k: Kandidaat, p: Plaats, v: Verleden, r: Regels, o: _Oordeel) -> None:
    if k.met_vst and not p.is_vst:
        o.bezwaren.append("Het instrument vraagt een gebruiker met verhoogde staatstoelage en dat is deze niet.")
    if k.met_vst is False and p.is_vst:
        o.aandacht.append("Deze plaats is bedoeld voor art. 60 met verhoogde staatstoelage.")


def _verleden(k: Kandidaat, p: Plaats, v: Verleden, r: Regels, o: _Oordeel) -> None:
    o.bezwaren += [f"Deze plaats werd al voorgesteld en ging niet door: {reden}." for reden in v.zelfde_plaats]
    if p.categorie and p.categorie in v.client_weigerde:
        o.score -= r.gewicht["eerder geweigerd"]
        o.aandacht.append(f"De cliënt weigerde eerder werk in {_categorie(p.categorie)}: het werk lag niet.")
    te_weinig = k.nederlands is None or k.nederlands <= Taalniveau.A2
    for reden, geldt in (("NEDERLANDS", te_weinig), ("RIJBEWIJS", not k.rijbewijs)):
        keer = v.gebruiker_weigerde.get(reden, 0)
        if keer > 1 and geldt:
            o.score -= r.gewicht["eerder geweigerd"]
            waarom = "om het Nederlands" if reden == "NEDERLANDS" else "om het rijbewijs"
            o.aandacht.append(f"Deze gebruiker weigerde al {keer} keer een kandidaat {waarom}.")


Toets = Callable[[Kandidaat, Plaats, Verleden, Regels, _Oordeel], None]
_TOETSEN: tuple[Toets, ...] = (
    _vrije_plaats,
    _soort_werk,
    _bereik,
    _uren,
    _rijbewijs,
    _nederlands,
    _grenzen,
    _begeleiding,
    _vst,
    _verleden,
)
