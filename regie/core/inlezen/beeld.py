"""How the columns and rows of a list on its way in are shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from regie.core.inlezen.bestand import Cel as Waarde
from regie.core.inlezen.lijsten import rijen_van
from regie.core.inlezen.modellen import LijstVelden, RijVelden
from regie.core.inlezen.rijen import FOUT

VOORBEELDEN = 3


def kort(waarde: Waarde) -> str:
    tekst = str(waarde).strip()
    return tekst if len(tekst) <= 60 else f"{tekst[:59]}…"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the file with a few of its values."""

    index: int
    naam: str
    voorbeelden: tuple[str, ...]


def kolommen_van(lijst: LijstVelden, toon: Callable[[int, str], str] = lambda _, tekst: kort(tekst)) -> list[Kolom]:
    """The columns with their first different values, each as `toon` (column, value) shows it."""
    rijen = [rij.ruw for rij in rijen_van(lijst).only("ruw")[:60]]
    gevonden = []
    for index, naam in enumerate(lijst.kolommen):
        waarden = (str(rij[index]).strip() for rij in rijen if index < len(rij))
        verschillend = list(dict.fromkeys(waarde for waarde in waarden if waarde))[:VOORBEELDEN]
        gevonden.append(Kolom(index, naam, tuple(toon(index, waarde) for waarde in verschillend)))
    return gevonden


@dataclass(frozen=True, slots=True)
class Cel:
    veld: str
    tekst: str
    klasse: str  # "fout" or "letop", and how it behaves on a narrow screen


@dataclass(frozen=True, slots=True)
class Beeld:
    """What a page shows of a row: the cells of `velden` as `toon` (field, value) shows them, with `labels` for people.

    `klassen`: how a column behaves on a narrow screen.
    """

    koppeling: Mapping[int, str]
    velden: Sequence[str]
    labels: Mapping[str, str]
    klassen: Mapping[str, str]
    toon: Callable[[str, Waarde], str] = lambda _, waarde: kort(waarde)

    def cellen(self, rij: RijVelden) -> list[Cel]:
        kolom = {veld: index for index, veld in self.koppeling.items()}
        ernst = {p["veld"]: p["ernst"] for p in reversed(self.problemen(rij))}
        gevuld = []
        for veld in self.velden:
            index = kolom.get(veld, len(rij.ruw))
            tekst = self.toon(veld, rij.ruw[index] if index < len(rij.ruw) else "")
            gevuld.append(Cel(veld, tekst, f"{ernst.get(veld, '')} {self.klassen.get(veld, '')}".strip()))
        return gevuld

    def problemen(self, rij: RijVelden) -> list[dict[str, str]]:
        """Of a row that is not loaded only what stops it; that a row looks like another is shown with the choice."""
        alle = rij.problemen or []
        getoond = [p for p in alle if (p["ernst"] == FOUT if rij.oordeel == "FOUT" else p["veld"] != "rij")]
        return [{**p, "label": self.labels.get(p["veld"], "")} for p in getoond]

    def verschillen(self, rij: RijVelden) -> list[dict[str, str]]:
        return [{**v, "label": self.labels.get(v["veld"], v["veld"])} for v in rij.verschillen or []]
