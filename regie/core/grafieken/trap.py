from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from regie.core import notatie
from regie.core.grafieken import basis
from regie.core.grafieken.basis import PALET, RASTER, WIT, ZACHT, Tabel, el

HOOGTE, RAND = 40.0, 6.0


@dataclass(frozen=True)
class Trap:
    """Steps the size of a word: on which level something stood from which day on. Its title says it in words."""

    titel: str
    punten: Sequence[tuple[date, int]]  # oldest first
    tot: date  # the last day drawn
    niveaus: Sequence[str]  # what each level is called, lowest first
    omschrijving: str = "Kleine trap"
    bron: str = ""

    def tabel(self) -> Tabel:
        return Tabel(["Vanaf", "Stand"], [[notatie.datum(dag), self.niveaus[hoog]] for dag, hoog in self.punten])

    def svg(self, breedte: float = 120) -> SafeString:
        if not self.punten:
            return basis.svg(self.titel, self.omschrijving, breedte, HOOGTE, [basis.tekst("–", 2, 24, fill=ZACHT)])
        uit = [
            el("line", x1=RAND, x2=breedte - RAND, y1=self._y(hoog), y2=self._y(hoog), stroke=RASTER)
            for hoog in range(len(self.niveaus))
        ]
        pad = ""
        for i, (dag, hoog) in enumerate(self.punten):
            x, y = basis.nummer(self._x(dag, breedte)), basis.nummer(self._y(hoog))
            pad += f"H{x}V{y}" if i else f"M{x} {y}"
        uit.append(el("path", d=f"{pad}H{basis.nummer(breedte - RAND)}", fill="none", stroke=PALET[0], stroke_width=2))
        uit.append(el("circle", cx=breedte - RAND, cy=self._y(self.punten[-1][1]), r=3.5, fill=PALET[1], stroke=WIT))
        return basis.svg(self.titel, self.omschrijving, breedte, HOOGTE, uit)

    def _x(self, dag: date, breedte: float) -> float:
        begin = self.punten[0][0]
        bereik = max((self.tot - begin).days, 1)
        return RAND + (breedte - 2 * RAND) * min(max((dag - begin).days, 0) / bereik, 1)

    def _y(self, hoog: int) -> float:
        return HOOGTE - RAND - (HOOGTE - 2 * RAND) * hoog / max(len(self.niveaus) - 1, 1)
