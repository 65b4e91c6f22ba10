from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from regie.core.grafieken import basis
from regie.core.grafieken.basis import INKT, PALET, RASTER, WIT, ZACHT, Tabel, el, tekst

RIJ, BALK, VROEGER = 54, 18, 9
ONDER = 22


@dataclass(frozen=True)
class Spreidingsrij:
    """`laag` to `hoog` is how far answers lie apart; `vroeger` is the same figure of an earlier moment."""

    naam: str
    waarde: float | None
    laag: float | None = None
    midden: float | None = None
    hoog: float | None = None
    vroeger: float | None = None


@dataclass(frozen=True)
class Spreidingsgrafiek:
    """A score out of a fixed maximum per row, with the spread behind it. Names stand above their bar, so they fit."""

    titel: str
    omschrijving: str
    rijen: Sequence[Spreidingsrij]
    maximum: int = 100
    grenzen: Sequence[int] = ()
    bron: str = ""
    x_titel: str = "Dimensie"
    y_titel: str = "Score"
    nu: str = "nu"
    toen: str = "vorige keer"
    leeg: str = "onvoldoende ingevuld"

    @property
    def _heeft_spreiding(self) -> bool:
        return any(rij.laag is not None for rij in self.rijen)

    @property
    def _heeft_vroeger(self) -> bool:
        return any(rij.vroeger is not None for rij in self.rijen)

    def tabel(self) -> Tabel:
        kop = [self.x_titel, self.y_titel]
        kop += ["Laagste", "Mediaan", "Hoogste"] * self._heeft_spreiding + [
            self.toen.capitalize()
        ] * self._heeft_vroeger
        return Tabel(kop, [self._cellen(rij) for rij in self.rijen])

    def _cellen(self, rij: Spreidingsrij) -> list[str]:
        cellen = [rij.naam, self._tekst(rij.waarde)]
        if self._heeft_spreiding:
            cellen += [basis.als_tekst(w, 0, "", "–") for w in (rij.laag, rij.midden, rij.hoog)]
        if self._heeft_vroeger:
            cellen.append(basis.als_tekst(rij.vroeger, 0, "", "–"))
        return cellen

    def _tekst(self, waarde: float | None) -> str:
        return basis.als_tekst(waarde, 0, "", self.leeg)

    def svg(self, breedte: float = 640) -> SafeString:
        rechts = breedte - 34
        schaal = (rechts - 2) / (self.maximum or 1)
        hoog = 8 + len(self.rijen) * RIJ
        uit = [self._grens(grens, 2 + grens * schaal, hoog) for grens in (0, *self.grenzen, self.maximum)]
        for i, rij in enumerate(self.rijen):
            uit += self._rij(rij, 8 + i * RIJ, schaal, breedte)
        legende, extra = self._legende(hoog + ONDER + 4, breedte)
        return basis.svg(self.titel, self.omschrijving, breedte, hoog + ONDER + extra, [*uit, *legende])

    def _grens(self, grens: int, x: float, hoog: float) -> str:
        lijn = el("line", x1=x, x2=x, y1=4, y2=hoog, stroke=ZACHT if grens == 0 else RASTER)
        anker = "start" if grens == 0 else "end" if grens == self.maximum else "middle"
        return lijn + tekst(str(grens), x, hoog + 15, text_anchor=anker, fill=ZACHT)

    def _rij(self, rij: Spreidingsrij, y: float, schaal: float, breedte: float) -> list[str]:
        uit = [self._naam(rij.naam, y + 12, breedte)]
        if rij.waarde is None:
            return [*uit, tekst(self.leeg, 8, y + 32, fill=ZACHT)]
        balk, top = rij.waarde * schaal, y + 18
        naam = basis.titel(f"{rij.naam}: {self._tekst(rij.waarde)}")
        uit.append(el("rect", naam, x=2, y=top, width=max(balk, 1), height=BALK, rx=2, fill=PALET[0]))
        if rij.vroeger is not None:
            toen = basis.titel(f"{rij.naam}, {self.toen}: {self._tekst(rij.vroeger)}")
            uit.append(el("rect", toen, x=2, y=top + BALK, width=max(rij.vroeger * schaal, 1), height=VROEGER - 2,
                          fill=PALET[3]))  # fmt: skip
        einde = max(balk, (rij.hoog or 0) * schaal) + 10
        if rij.laag is not None and rij.hoog is not None:
            uit += self._spreiding(rij, top + BALK / 2, schaal)
        return [*uit, tekst(self._tekst(rij.waarde), min(einde, breedte - 26), top + 14, font_weight=600)]

    def _naam(self, naam: str, y: float, breedte: float) -> str:
        """On a white ground, so that the grid does not strike it through."""
        kort = basis.kort(naam, breedte - 12)
        return tekst(kort, 8, y, stroke=WIT, stroke_width=4, stroke_linejoin="round") + tekst(kort, 8, y)

    def _spreiding(self, rij: Spreidingsrij, y: float, schaal: float) -> list[str]:
        """A line from lowest to highest with the median as a dot, in ink on a white halo: readable on the bar too."""
        laag, hoog = 2 + (rij.laag or 0) * schaal, 2 + (rij.hoog or 0) * schaal
        uit = []
        for dikte, kleur in ((6, WIT), (2, PALET[1])):
            uit.append(el("line", x1=laag, x2=hoog, y1=y, y2=y, stroke=kleur, stroke_width=dikte))
            for x in (laag, hoog):
                uit.append(el("line", x1=x, x2=x, y1=y - 6, y2=y + 6, stroke=kleur, stroke_width=dikte))
        if rij.midden is not None:
            uit.append(el("circle", cx=2 + rij.midden * schaal, cy=y, r=4.5, fill=WIT, stroke=INKT, stroke_width=2))
        return uit

    def _legende(self, y: float, breedte: float) -> tuple[list[str], float]:
        delen: list[tuple[str, str]] = []
        if self._heeft_spreiding:
            lijn = el("line", x1=0, x2=20, y1=-4, y2=-4, stroke=PALET[1], stroke_width=2)
            delen.append((lijn, "van laagste tot hoogste"))
            delen.append((el("circle", cx=10, cy=-4, r=4.5, fill=WIT, stroke=INKT, stroke_width=2), "mediaan"))
        if self._heeft_vroeger:
            delen.append((el("rect", x=2, y=-11, width=14, height=14, fill=PALET[0]), self.nu))
            delen.append((el("rect", x=2, y=-8, width=14, height=8, fill=PALET[3]), self.toen))
        uit, x, rij = [], 2.0, 0
        for tekening, woord in delen:
            nodig = 26 + basis.tekstbreedte(woord) + 16
            if x > 2 and x + nodig > breedte:
                x, rij = 2.0, rij + 1
            plek = f"translate({basis.nummer(x)} {basis.nummer(y + 14 + rij * 20)})"
            uit.append(el("g", tekening, tekst(woord, 26, 0), transform=plek))
            x += nodig
        return uit, (rij + 1) * 20 + 4 if delen else 0
