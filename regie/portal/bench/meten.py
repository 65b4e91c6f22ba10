"""Turn by turn, one of each page per round: what else the machine does weighs on all of them alike."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from regie.portal.bench.server import Antwoord, BenchFout, Bezoeker

VLOER = "vloer"
OPWARMEN = 6  # rounds that do not count: both workers load their templates and connections


@dataclass(frozen=True, slots=True)
class Pagina:
    """`pad` gives the address for a round, so that no round asks exactly what the one before it did."""

    code: str
    pad: Callable[[int], str]
    doel: float | None = None


def meet(bezoeker: Bezoeker, paginas: list[Pagina], *, rondes: int) -> dict[str, dict[str, float]]:
    metingen: dict[str, list[Antwoord]] = {pagina.code: [] for pagina in paginas}
    for ronde in range(OPWARMEN + rondes):
        draai = ronde % len(paginas)
        for pagina in paginas[draai:] + paginas[:draai]:
            antwoord = bezoeker.haal(pagina.pad(ronde))
            if antwoord.status != 200 and not (antwoord.status == 302 and "/clienten/" in antwoord.naar):
                raise BenchFout(f"De pagina '{pagina.code}' geeft {antwoord.status} {antwoord.naar}".rstrip() + ".")
            if ronde >= OPWARMEN:
                metingen[pagina.code].append(antwoord)
    vloer = median(antwoord.ms for antwoord in metingen[VLOER])
    return {pagina.code: _vat_samen(pagina, metingen[pagina.code], vloer) for pagina in paginas}


def _vat_samen(pagina: Pagina, antwoorden: list[Antwoord], vloer: float) -> dict[str, float]:
    ms = median(antwoord.ms for antwoord in antwoorden)
    uitkomst = {
        "mediaan_ms": round(ms, 2),
        "queries": max(antwoord.queries for antwoord in antwoorden),
        "query_ms": round(median(antwoord.query_ms for antwoord in antwoorden), 2),
        "kb": round(median(antwoord.bytes for antwoord in antwoorden) / 1024, 1),
        "verhouding": round(ms / vloer, 2),
    }
    if pagina.doel is not None:
        uitkomst |= {"doel": pagina.doel, "gehaald": ms <= pagina.doel * vloer}
    return uitkomst
