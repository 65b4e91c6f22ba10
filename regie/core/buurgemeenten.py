"""Which municipalities border on each other, within Flanders: facts that ship with the product, without boundaries.

The pairs were counted from arcs that two municipalities of 2025 share in a file of boundaries; how to make the list
again stands with the command `buurgemeenten`. A border of Flanders is not in it: a municipality whose only neighbours
lie in Wallonia or abroad has none here.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

BESTAND = Path(__file__).parent / "data" / "buurgemeenten.csv"
Paar = tuple[str, str]


@cache
def buren() -> dict[str, frozenset[str]]:
    """The neighbours of each municipality, by NIS code of 2025."""
    with BESTAND.open(encoding="utf-8", newline="") as bestand:
        return _beide_kanten((rij["nis"], rij["nis_buur"]) for rij in csv.DictReader(bestand))


def _beide_kanten(paren: Iterable[Paar]) -> dict[str, frozenset[str]]:
    gevonden: dict[str, set[str]] = {}
    for een, ander in paren:
        gevonden.setdefault(een, set()).add(ander)
        gevonden.setdefault(ander, set()).add(een)
    return {nis: frozenset(van) for nis, van in gevonden.items()}


def aaneengesloten(nis_codes: Iterable[str]) -> list[list[str]]:
    """The groups in which one can go from any municipality to any other without leaving the group, largest first.

    One group means that the municipalities are adjacent; every code stands in exactly one group.
    """
    over, groepen = set(nis_codes), []
    while over:
        groep, rand = set(), {min(over)}
        while rand:
            groep |= rand
            over -= rand
            rand = {buur for nis in rand for buur in buren().get(nis, ())} & over
        groepen.append(sorted(groep))
    return sorted(groepen, key=lambda groep: (-len(groep), groep))


def paren_uit_topojson(topologie: dict[str, Any], *, laag: str, eigenschap: str = "nis") -> set[Paar]:
    """Municipalities with an arc in common: a border of some length, so touching in one point does not count."""
    van_boog: dict[int, set[str]] = {}
    for gebied in topologie["objects"][laag]["geometries"]:
        for boog in _bogen(gebied.get("arcs", [])):
            van_boog.setdefault(boog, set()).add(gebied["properties"][eigenschap])
    return {paar for gemeenten in van_boog.values() for paar in combinations(sorted(gemeenten), 2)}


def _bogen(arcs: list[Any]) -> Iterator[int]:
    """TopoJSON nests arcs by ring and polygon, and writes arc n as ~n where it is walked backwards."""
    for boog in arcs:
        if isinstance(boog, list):
            yield from _bogen(boog)
        else:
            yield boog if boog >= 0 else ~boog
