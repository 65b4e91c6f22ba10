"""Templates of plans and of frequent actions: texts to begin from, in actieplannen/data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from actieplannen.enums import Meetwijze, Plansoort, Prioriteit, Regieactiviteit, Richting
from regie.cijfers.indicatoren import INDICATOREN
from regie.cijfers.selectors.gebonden import BINDBAAR
from regie.core.dates import einde_van_maand

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Indicatorsjabloon:
    """With a `code` the figure comes from the dossiers; without one somebody counts."""

    naam: str
    code: str = ""
    eenheid: str = ""
    definitie: str = ""
    richting: str = Richting.OMHOOG

    @property
    def meetwijze(self) -> Meetwijze:
        return Meetwijze.GEBONDEN if self.code else Meetwijze.HAND


@dataclass(frozen=True, slots=True)
class Actiesjabloon:
    code: str
    titel: str
    kort: str
    prioriteit: Prioriteit
    activiteit: Regieactiviteit
    van: int
    tot: int
    omschrijving: str
    bewijs: tuple[str, ...]
    indicatoren: tuple[Indicatorsjabloon, ...]
    risicos: str = ""

    def start(self, jaar: int) -> date:
        return date(jaar, self.van, 1)

    def eind(self, jaar: int) -> date:
        return einde_van_maand(date(jaar, self.tot, 1))

    @property
    def tekst(self) -> str:
        """The description with the evidence to keep: both stay editable in the action."""
        return f"{self.omschrijving}\n\nBewijs om te bewaren: {'; '.join(self.bewijs)}."


@dataclass(frozen=True, slots=True)
class Doelsjabloon:
    titel: str
    toelichting: str
    acties: tuple[Actiesjabloon, ...]
    onder: tuple["Doelsjabloon", ...] = ()


@dataclass(frozen=True, slots=True)
class Plansjabloon:
    code: str
    titel: str
    kort: str
    soort: Plansoort
    voorstel_titel: str
    let_op: str
    inleiding: str
    doelstellingen: tuple[Doelsjabloon, ...]

    @property
    def acties(self) -> tuple[Actiesjabloon, ...]:
        eigen = (*self.doelstellingen, *(onder for doel in self.doelstellingen for onder in doel.onder))
        return tuple(actie for doel in eigen for actie in doel.acties)


@lru_cache
def actiesjablonen() -> Mapping[str, Actiesjabloon]:
    return {rij["code"]: _actie(rij) for rij in _lees("acties")["actie"]}


@lru_cache
def plansjablonen() -> Mapping[str, Plansjabloon]:
    return {rij["code"]: _plan(rij) for rij in _lees("plannen")["plan"]}


def _lees(naam: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{naam}.toml").read_text(encoding="utf-8"))


def _actie(rij: dict[str, Any]) -> Actiesjabloon:
    return Actiesjabloon(
        code=rij["code"],
        titel=rij["titel"],
        kort=rij["kort"],
        prioriteit=Prioriteit(rij["prioriteit"]),
        activiteit=Regieactiviteit(rij["activiteit"]),
        van=rij["van"],
        tot=rij["tot"],
        omschrijving=rij["omschrijving"].strip(),
        bewijs=tuple(rij["bewijs"]),
        indicatoren=tuple(_indicator(indicator) for indicator in rij["indicator"]),
        risicos=rij.get("risicos", ""),
    )


def _indicator(rij: dict[str, str]) -> Indicatorsjabloon:
    """A bound one takes its unit and definition from the figure itself."""
    code = rij.get("code", "")
    if not code:
        return Indicatorsjabloon(**rij)
    eenheid = BINDBAAR[code].eenheid
    richting = rij.get("richting", Richting.OMHOOG)
    return Indicatorsjabloon(rij.get("naam", INDICATOREN[code].naam), code, eenheid, "", richting)


def _plan(rij: dict[str, Any]) -> Plansjabloon:
    gewoon = {naam: rij[naam] for naam in ("code", "titel", "kort", "voorstel_titel", "let_op", "inleiding")}
    doelen = tuple(_doel(doel) for doel in rij["doelstelling"])
    return Plansjabloon(**gewoon, soort=Plansoort(rij["soort"]), doelstellingen=doelen)


def _doel(rij: dict[str, Any]) -> Doelsjabloon:
    acties = tuple(actiesjablonen()[code] for code in rij.get("acties", ()))
    onder = tuple(_doel(doel) for doel in rij.get("onder", ()))
    return Doelsjabloon(rij["titel"], rij.get("toelichting", ""), acties, onder)
