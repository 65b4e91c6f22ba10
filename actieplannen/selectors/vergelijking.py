"""Two contents of a plan side by side: what came, what went, and what is worded otherwise, word by word. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from actieplannen.selectors.planwoorden import Inhoud, Soort, Teksten, onderdelen

WOORDEN = re.compile(r"\s+|[^\s]+")
T = TypeVar("T")
GELIJK, NIEUW, GESCHRAPT = "gelijk", "nieuw", "geschrapt"


@dataclass(frozen=True, slots=True)
class Stuk:
    """A run of words; `hoe` is gelijk, nieuw or geschrapt."""

    tekst: str
    hoe: str = GELIJK


@dataclass(frozen=True, slots=True)
class Veld:
    label: str
    oud: tuple[Stuk, ...]
    nieuw: tuple[Stuk, ...]

    @property
    def is_gelijk(self) -> bool:
        return tekst_van(self.oud) == tekst_van(self.nieuw)


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One objective, action, or the plan itself. `hoe`: gelijk, nieuw, geschrapt or gewijzigd."""

    soort: Soort
    sleutel: str
    nummer: str
    titel: str
    hoe: str
    velden: tuple[Veld, ...]


@dataclass(frozen=True, slots=True)
class Vergelijking:
    onderdelen: tuple[Onderdeel, ...]

    def van(self, hoe: str) -> list[Onderdeel]:
        return [deel for deel in self.onderdelen if deel.hoe == hoe]

    @property
    def verschillen(self) -> list[Onderdeel]:
        """Only what differs, and in what changed only the fields that differ."""
        return [_alleen_anders(deel) for deel in self.onderdelen if deel.hoe != GELIJK]

    @property
    def telling(self) -> list[tuple[str, int]]:
        """("nieuw", 2), ...: what there is of each, in words."""
        return [(hoe, len(self.van(hoe))) for hoe in (NIEUW, GESCHRAPT, "gewijzigd") if self.van(hoe)]


def vergelijk(oud: Inhoud, nieuw: Inhoud) -> Vergelijking:
    """From `oud` to `nieuw`, in the order of the new one; what went stands after what it stood behind."""
    links, rechts = onderdelen(oud), onderdelen(nieuw)
    uit = []
    for sleutel in _volgorde(list(links), list(rechts)):
        was, wordt = links.get(sleutel), rechts.get(sleutel)
        nummer, titel, _ = wordt or was or ("", "", {})
        velden = _velden(was[2] if was else {}, wordt[2] if wordt else {})
        hoe = GESCHRAPT if wordt is None else NIEUW if was is None else _hoe(velden)
        uit.append(Onderdeel(*sleutel, nummer, titel, hoe, velden))
    return Vergelijking(tuple(uit))


def _hoe(velden: Iterable[Veld]) -> str:
    return GELIJK if all(veld.is_gelijk for veld in velden) else "gewijzigd"


def _alleen_anders(deel: Onderdeel) -> Onderdeel:
    velden = tuple(veld for veld in deel.velden if not veld.is_gelijk)
    return Onderdeel(deel.soort, deel.sleutel, deel.nummer, deel.titel, deel.hoe, velden)


def _volgorde(links: Sequence[T], rechts: Sequence[T]) -> list[T]:
    """Everything once: the order of `rechts`, with what is only in `links` behind its old neighbour."""
    uit = list(rechts)
    plaats = -1
    for sleutel in links:
        if sleutel in uit:
            plaats = uit.index(sleutel)
        else:
            plaats += 1
            uit.insert(plaats, sleutel)
    return uit


def _velden(oud: Teksten, nieuw: Teksten) -> tuple[Veld, ...]:
    labels = _volgorde(list(oud), list(nieuw))
    return tuple(Veld(label, *woorden(oud.get(label, ""), nieuw.get(label, ""))) for label in labels)


def woorden(oud: str, nieuw: str) -> tuple[tuple[Stuk, ...], tuple[Stuk, ...]]:
    """Both texts cut in runs: what only the old one has is geschrapt, what only the new one has is nieuw."""
    if oud == nieuw:
        zelfde = (Stuk(oud),) if oud else ()
        return zelfde, zelfde
    links, rechts = WOORDEN.findall(oud), WOORDEN.findall(nieuw)
    was: list[Stuk] = []
    wordt: list[Stuk] = []
    for wat, i1, i2, j1, j2 in SequenceMatcher(None, links, rechts, autojunk=False).get_opcodes():
        gelijk = wat == "equal"
        if i2 > i1:
            was.append(Stuk("".join(links[i1:i2]), GELIJK if gelijk else GESCHRAPT))
        if j2 > j1:
            wordt.append(Stuk("".join(rechts[j1:j2]), GELIJK if gelijk else NIEUW))
    return tuple(was), tuple(wordt)


def tekst_van(stukken: Iterable[Stuk]) -> str:
    return "".join(stuk.tekst for stuk in stukken)
