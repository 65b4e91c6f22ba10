"""One row of a list as fields of ours, with a sentence for everything that is wrong or was made of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from regie.core.inlezen.bestand import Cel
from regie.core.inlezen.waarden import Gelezen, tekst_van
from regie.core.names import naam_sleutel

FOUT = "fout"
LETOP = "letop"
GEEN_RIJ = ("totaal", "subtotaal", "eindtotaal", "aantal", "som", "gemiddelde", "legende", "total")


@dataclass(frozen=True, slots=True)
class Probleem:
    """One sentence about one field of a row; `ernst` is FOUT (not loaded) or LETOP (loaded, and said)."""

    veld: str
    tekst: str
    ernst: str


@dataclass(slots=True)
class GelezenRij:
    """`velden`: what the list says. `afgeleid`: what a new record takes where the list says nothing."""

    velden: dict[str, Any] = field(default_factory=dict)
    afgeleid: dict[str, Any] = field(default_factory=dict)
    problemen: list[Probleem] = field(default_factory=list)
    nodig: list[Probleem] = field(default_factory=list)  # what only a new record cannot do without

    @property
    def heeft_fout(self) -> bool:
        return any(p.ernst == FOUT for p in self.problemen)

    def neem(self, veld: str, gelezen: Gelezen) -> Any:
        """Keep the value, or the sentence about it; gives the value back."""
        if gelezen.fout:
            self.problemen.append(Probleem(veld, gelezen.fout, FOUT))
            return None
        if gelezen.letop:
            self.problemen.append(Probleem(veld, gelezen.letop, LETOP))
        if gelezen.waarde is not None:
            self.velden[veld] = gelezen.waarde
        return gelezen.waarde

    def fout(self, veld: str, tekst: str) -> None:
        self.problemen.append(Probleem(veld, tekst, FOUT))

    def letop(self, veld: str, tekst: str) -> None:
        self.problemen.append(Probleem(veld, tekst, LETOP))

    def geef(self, veld: str) -> Any:
        return self.velden.get(veld, self.afgeleid.get(veld))


def geen_gegevens(
    cellen: Mapping[str, Cel], alle: Sequence[Cel], koppen: Collection[str], *, naamveld: str, kern: Collection[str]
) -> str | None:
    """Why this row holds no record at all: empty, a total, or the column names (`koppen`, as keys) again.

    A single filled cell is a heading in between, unless it is one of the fields `kern`, or a name in `naamveld`.
    """
    gevuld = [tekst for cel in alle if (tekst := tekst_van(cel))]
    if not gevuld:
        return "lege rij"
    if naam_sleutel(gevuld[0]).startswith(GEEN_RIJ) and len(gevuld) <= 3:
        return "totaalrij"
    if len(gevuld) > 1 and all(naam_sleutel(tekst) in koppen for tekst in gevuld):
        return "herhaling van de kolomnamen"
    if len(gevuld) == 1 and not any(tekst_van(cellen.get(veld)) for veld in kern):
        return "tussentitel" if not tekst_van(cellen.get(naamveld)) or gevuld[0][-1] == ":" else None
    return None
