"""Which fields MLP and NovaPrima ask, in the order we think they ask them (data/overtypvelden.csv, to be verified)."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BESTAND = Path(__file__).parent.parent / "data" / "overtypvelden.csv"
VOLGORDE = "volgorde te verifiëren"  # nobody of us saw the real screens
VERBORGEN = "insz"  # shown only with a reason, through its own page


@dataclass(frozen=True, slots=True)
class Overtypveld:
    systeem: str
    groep: str
    veld: str
    label: str


@cache
def velden(systeem: str) -> tuple[Overtypveld, ...]:
    with BESTAND.open(encoding="utf-8", newline="") as bestand:
        return tuple(Overtypveld(**rij) for rij in csv.DictReader(bestand) if rij["systeem"] == systeem)
