"""Chance that repeats itself: the same seed and the same day give the same world."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")


class Toeval(Random):  # made-up people need no secrets, only the same ones every time
    """One stream of chance per topic, so that a change in one topic leaves the others as they were."""

    def __init__(self, zaad: str) -> None:
        super().__init__(zaad)

    def kans(self, p: float) -> bool:
        return self.random() < p

    def kies(self, gewichten: Mapping[T, float]) -> T:
        """One key, as often as its weight says."""
        return self.choices(list(gewichten), weights=list(gewichten.values()))[0]

    def uit(self, keuzes: Sequence[T]) -> T:
        return keuzes[self.randrange(len(keuzes))]

    def rond(self, midden: float, spreiding: float, laagst: float, hoogst: float) -> int:
        """A whole number around `midden`, kept between the bounds."""
        return round(min(max(self.gauss(midden, spreiding), laagst), hoogst))

    def uuid(self) -> UUID:
        return UUID(int=self.getrandbits(128), version=4)
