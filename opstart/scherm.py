"""What the reader sees: one line per step with the seconds since the start."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TextIO


def seconden(aantal: float) -> str:
    return f"{aantal:.1f}".replace(".", ",")


@dataclass
class Scherm:
    """Speaks on stdout, or on stderr when stdout is kept for an answer that a program reads."""

    uit: TextIO = field(default_factory=lambda: sys.stdout)
    begin: float = field(default_factory=time.monotonic)

    def verstreken(self) -> float:
        return time.monotonic() - self.begin

    def meld(self, tekst: str) -> None:
        self.regel(f"[{seconden(self.verstreken()):>6} s] {tekst}")

    def regel(self, tekst: str = "") -> None:
        """A closed window is no reason to leave anything half done."""
        with contextlib.suppress(OSError):
            print(tekst, file=self.uit, flush=True)


def tabel(koppen: tuple[str, ...], rijen: Sequence[tuple[str, ...]]) -> list[str]:
    """Columns as wide as their longest cell."""
    alles = [koppen, *rijen]
    breedtes = [max(len(rij[i]) for rij in alles) for i in range(len(koppen))]
    streep = tuple("-" * breedte for breedte in breedtes)
    return [
        "  ".join(cel.ljust(breedte) for cel, breedte in zip(rij, breedtes, strict=True)).rstrip()
        for rij in (koppen, streep, *rijen)
    ]
