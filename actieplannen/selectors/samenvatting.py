"""How a plan stands, on a few slides: what the steering group gets as PDF and as presentation."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from actieplannen.enums import Bijsturingstatus, Prioriteit, Standkleur, Voortgang
from actieplannen.models import Bijsturing, Kwartaalstand
from actieplannen.selectors.geld import NIETS, Bedragen
from actieplannen.selectors.indicatoren import Indicatorstand
from actieplannen.selectors.planbron import Planbron
from actieplannen.selectors.plannen import Genummerd
from regie.core import notatie
from regie.core.dates import plus_maanden

GEEN_STAND = "geen stand"
KLEUREN: tuple[tuple[str, str], ...] = (*((kleur.value, kleur.label) for kleur in Standkleur), ("", GEEN_STAND))
ZWAARSTE_EERST = (Standkleur.ROOD, Standkleur.ORANJE)


@dataclass(frozen=True, slots=True)
class Kern:
    label: str
    waarde: str
    detail: str


@dataclass(frozen=True, slots=True)
class Prioriteitsregel:
    """One Flemish priority: its actions by their last stand, in the order of KLEUREN, and its money."""

    code: str
    naam: str
    standen: tuple[int, ...]
    bedragen: Bedragen

    @property
    def aantal(self) -> int:
        return sum(self.standen)


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    genummerd: Genummerd
    stand: Kwartaalstand


@dataclass(frozen=True, slots=True)
class Cijferregel:
    genummerd: Genummerd
    stand: Indicatorstand


@dataclass(frozen=True, slots=True)
class Samenvatting:
    bron: Planbron
    kern: tuple[Kern, ...]
    prioriteiten: tuple[Prioriteitsregel, ...]
    aandacht: tuple[Aandachtspunt, ...]
    zonder_stand: tuple[Genummerd, ...]
    indicatoren: tuple[Cijferregel, ...]
    voorstellen: tuple[Bijsturing, ...]
    komend: tuple[Genummerd, ...]


def samenvatting(bron: Planbron) -> Samenvatting:
    return Samenvatting(
        bron=bron,
        kern=_kern(bron),
        prioriteiten=tuple(_prioriteit(bron, prioriteit) for prioriteit in Prioriteit),
        aandacht=tuple(
            Aandachtspunt(g, stand)
            for kleur in ZWAARSTE_EERST
            for g in bron.acties
            if (stand := bron.standen.get(g.actie.pk)) and stand.kleur == kleur
        ),
        zonder_stand=tuple(g for g in bron.acties if g.actie.pk not in bron.standen and _loopt(g)),
        indicatoren=tuple(
            Cijferregel(g, stand) for g in bron.acties for stand in bron.indicatoren.get(g.actie.pk, [])
        ),
        voorstellen=tuple(
            Bijsturing.objects.filter(
                stand__actie__doelstelling__plan=bron.plan, status=Bijsturingstatus.VOORGESTELD
            ).select_related("stand__actie")
        ),
        komend=_komend(bron.acties, bron.vandaag),
    )


def _loopt(genummerd: Genummerd) -> bool:
    return genummerd.actie.voortgang in {Voortgang.LOPEND, Voortgang.GEPAUZEERD}


def _kern(bron: Planbron) -> tuple[Kern, ...]:
    aantal = Counter(g.actie.voortgang for g in bron.acties)
    standen = Counter(stand.kleur for stand in bron.standen.values())
    geld = bron.geld.planjaar
    met_doel = [s for rij in bron.indicatoren.values() for s in rij if s.is_gehaald is not None]
    gehaald = sum(bool(stand.is_gehaald) for stand in met_doel)
    return (
        Kern(
            "Acties klaar", f"{aantal[Voortgang.KLAAR]} van {len(bron.acties)}", f"{aantal[Voortgang.LOPEND]} lopend"
        ),
        Kern(
            "Op schema",
            f"{standen[Standkleur.GROEN]} van {len(bron.acties)}",
            f"{standen[Standkleur.ORANJE]} vraagt aandacht, {standen[Standkleur.ROOD]} loopt vast",
        ),
        Kern("Streefdoelen gehaald", f"{gehaald} van {len(met_doel)}", "indicatoren met een streefdoel en een cijfer"),
        Kern(
            "Besteed",
            notatie.euro(geld.besteed),
            f"van {notatie.euro(geld.gepland)}" if geld.gepland else "geen begroting",
        ),
    )


def _prioriteit(bron: Planbron, prioriteit: Prioriteit) -> Prioriteitsregel:
    standen = Counter(
        bron.standen[g.actie.pk].kleur if g.actie.pk in bron.standen else "" for g in bron.van_prioriteit(prioriteit)
    )
    bedragen = bron.geld.per_prioriteit(bron.plan.jaar).get(prioriteit.value, NIETS)
    per_kleur = tuple(standen[code] for code, _ in KLEUREN)
    return Prioriteitsregel(prioriteit.value, prioriteit.kort, per_kleur, bedragen)


def _komend(acties: Sequence[Genummerd], vandaag: date) -> tuple[Genummerd, ...]:
    """What must be ready within three months and is not."""
    tot = plus_maanden(vandaag, 3)
    open_ = [
        g
        for g in acties
        if g.actie.eind and g.actie.eind <= tot and g.actie.voortgang not in {Voortgang.KLAAR, Voortgang.GESTOPT}
    ]
    return tuple(sorted(open_, key=lambda g: g.actie.eind or tot))


def tegen(genummerd: Genummerd, vandaag: date) -> str:
    """By when an action must be ready, or that this day is over."""
    eind = genummerd.actie.eind
    return f"tegen {notatie.datum(eind)}" if eind is None or eind >= vandaag else f"te laat, was {notatie.datum(eind)}"
