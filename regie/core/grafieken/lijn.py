from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString

from regie.core.grafieken import basis
from regie.core.grafieken.basis import INKT, LETTER, PALET, SMAL, STREPEN, ZACHT, Tabel, Vlak, el, tekst


@dataclass(frozen=True)
class Reeks:
    naam: str
    waarden: Sequence[float | None]


@dataclass(frozen=True)
class Lijngrafiek:
    """Series over time. A None breaks the line: it was not counted, or may not be shown."""

    titel: str
    omschrijving: str
    x_labels: Sequence[str]
    reeksen: Sequence[Reeks]
    doel: float | None = None
    doel_label: str = "doel"
    bron: str = ""
    eenheid: str = ""
    decimalen: int = 0
    x_titel: str = "Maand"
    leeg: str = "geen cijfer"

    def __post_init__(self) -> None:
        if len(self.reeksen) > basis.MAX_REEKSEN:
            raise ValueError("Meer dan vijf reeksen in één grafiek: maak kleine grafieken naast elkaar.")
        if any(len(r.waarden) != len(self.x_labels) for r in self.reeksen):
            raise ValueError("Elke reeks heeft evenveel waarden als er labels zijn.")

    def tabel(self) -> Tabel:
        kop = [self.x_titel, *(r.naam for r in self.reeksen)]
        rijen = [[x, *(self._tekst(r.waarden[i]) for r in self.reeksen)] for i, x in enumerate(self.x_labels)]
        return Tabel(kop, rijen)

    def svg(self, breedte: float = 640) -> SafeString:
        smal = breedte < SMAL
        alles = [w for r in self.reeksen for w in basis.waarden_van(r.waarden)]
        stappen = basis.as_stappen([*alles, *([self.doel] if self.doel is not None else [])], heel=self.decimalen == 0)
        legende, extra = self._legende(breedte, smal)
        hoogte = (220 if smal else 280) + extra
        rand = 14 if smal else max([0.0, *(basis.tekstbreedte(n) for n in self._labels())]) * 1.06 + 22
        marge = max(basis.tekstbreedte(basis.as_tekst(s, stappen, self.eenheid)) for s in stappen) + 10
        vlak = Vlak(marge, breedte - rand, 14 + extra, hoogte - 28, stappen[0], stappen[-1])
        delen = [*legende, *vlak.rasterlijnen(stappen, self.eenheid), *self._maanden(vlak)]
        if self.doel is not None:
            delen.append(vlak.doellijn(self.doel))
        for k, reeks in enumerate(self.reeksen):
            delen += self._reeks(vlak, k, reeks)
        if not smal:
            delen += self._eindlabels(vlak)
        return basis.svg(self.titel, self.omschrijving, breedte, hoogte, delen)

    def _tekst(self, waarde: float | None) -> str:
        return basis.als_tekst(waarde, self.decimalen, self.eenheid, self.leeg)

    def _doel(self) -> str:
        return "" if self.doel is None else f"{self.doel_label} {self._tekst(self.doel)}"

    def _labels(self) -> list[str]:
        return [*(r.naam for r in self.reeksen), *([self._doel()] if self.doel is not None else [])]

    def _legende(self, breedte: float, smal: bool) -> tuple[list[str], float]:
        if not smal:
            return [], 0
        namen = [r.naam for r in self.reeksen]
        delen, hoogte = basis.legende(namen, 2, 10, breedte - 4, lijn=True, doel=self._doel())
        return delen, hoogte + 6

    def _stap(self, vlak: Vlak) -> float:
        return (vlak.rechts - vlak.links) / max(1, len(self.x_labels) - 1)

    def _maanden(self, vlak: Vlak) -> list[str]:
        """Labels under the axis; the last one always shows, because that is the month being read."""
        stap, laatste = self._stap(vlak), len(self.x_labels) - 1
        om = basis.om_de(self.x_labels, stap)
        return [
            tekst(label, vlak.links + i * stap, vlak.onder + 20, text_anchor="middle", fill=ZACHT)
            for i, label in enumerate(self.x_labels)
            if (laatste - i) % om == 0
        ]

    def _reeks(self, vlak: Vlak, k: int, reeks: Reeks) -> list[str]:
        uit, stap = [], self._stap(vlak)
        punten = [None if w is None else (vlak.links + i * stap, vlak.y(w)) for i, w in enumerate(reeks.waarden)]
        for leeg, groep in groupby(punten, key=lambda punt: punt is None):
            stuk = [punt for punt in groep if punt is not None]
            if leeg or len(stuk) < 2:
                continue
            lijn = " ".join(f"{basis.nummer(x)},{basis.nummer(y)}" for x, y in stuk)
            uit.append(el("polyline", points=lijn, fill="none", stroke=PALET[k], stroke_width=2.5,
                          stroke_linejoin="round", stroke_dasharray=STREPEN[k]))  # fmt: skip
        for i, punt in enumerate(punten):
            if punt is not None:
                naam = f"{reeks.naam}, {self.x_labels[i]}: {self._tekst(reeks.waarden[i])}"
                uit.append(basis.teken(k, *punt, naam))
        return uit

    def _eindlabels(self, vlak: Vlak) -> list[str]:
        """Names at the end of their line, moved apart where two lines (or the target) end close together."""
        plaatsen: list[tuple[float, str, str]] = []
        for k, reeks in enumerate(self.reeksen):
            cijfers = basis.waarden_van(reeks.waarden)
            if cijfers:
                plaatsen.append((vlak.y(cijfers[-1]), reeks.naam, PALET[k]))
        if self.doel is not None:
            plaatsen.append((vlak.y(self.doel), self._doel(), INKT))
        hoogtes = basis.verdeel([p[0] for p in plaatsen], LETTER + 3, vlak.boven, vlak.onder)
        uit = []
        for (_, naam, kleur), y in zip(plaatsen, hoogtes, strict=True):
            vet = None if kleur == INKT else 600
            uit.append(tekst(naam, vlak.rechts + 12, y + 4.5, fill=kleur, font_weight=vet))
        return uit
