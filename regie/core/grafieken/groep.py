"""The same quantities of every group beside each other, such as planned and spent."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from regie.core.grafieken import basis
from regie.core.grafieken.basis import PALET, ZACHT, Tabel, el, tekst
from regie.core.grafieken.lijn import Reeks

BALK, TUSSEN, RIJ_TUSSEN, KOP = 16, 2, 14, 20


@dataclass(frozen=True)
class Groepgrafiek:
    """Lying bars in groups, all on one scale; at most five series. The name of a group stands above its bars."""

    titel: str
    omschrijving: str
    rijen: Sequence[str]
    reeksen: Sequence[Reeks]
    bron: str = ""
    eenheid: str = ""
    decimalen: int = 0
    x_titel: str = "Groep"
    leeg: str = "geen cijfer"

    def __post_init__(self) -> None:
        if len(self.reeksen) > basis.MAX_REEKSEN:
            raise ValueError("Meer dan vijf reeksen in één grafiek.")
        if any(len(r.waarden) != len(self.rijen) for r in self.reeksen):
            raise ValueError("Elke reeks heeft evenveel waarden als er rijen zijn.")

    def tabel(self) -> Tabel:
        kop = [self.x_titel, *(reeks.naam for reeks in self.reeksen)]
        rijen = [[n, *(self._tekst(r.waarden[i]) for r in self.reeksen)] for i, n in enumerate(self.rijen)]
        return Tabel(kop, rijen)

    def svg(self, breedte: float = 640) -> SafeString:
        uit, hoogte = basis.legende([r.naam for r in self.reeksen], 2, 12, breedte - 4, lijn=False)
        cijfers = [w for reeks in self.reeksen for w in reeks.waarden]
        labels = max([basis.tekstbreedte(self._tekst(w)) for w in cijfers], default=0) * 1.1 + 14
        schaal = max(breedte - labels - 4, 10) / (max(basis.waarden_van(cijfers), default=0) or 1)
        y = hoogte + 6.0
        for i, naam in enumerate(self.rijen):
            uit.append(tekst(basis.kort(naam, breedte - 6), 2, y + 13, font_weight=600))
            y += KOP
            for soort, reeks in enumerate(self.reeksen):
                uit += self._balk(soort, naam, reeks.naam, reeks.waarden[i], y, schaal)
                y += BALK + TUSSEN
            y += RIJ_TUSSEN
        return basis.svg(self.titel, self.omschrijving, breedte, y, uit)

    def _balk(self, soort: int, groep: str, reeks: str, waarde: float | None, y: float, schaal: float) -> list[str]:
        lang, label = (waarde or 0) * schaal, self._tekst(waarde)
        uit = [el("line", x1=2, x2=2, y1=y - 1, y2=y + BALK + 1, stroke=ZACHT)]
        if waarde:
            naam = basis.titel(f"{groep}, {reeks}: {label}")
            uit.append(el("rect", naam, x=2, y=y, width=max(lang, 1), height=BALK, rx=2, fill=PALET[soort]))
            if lang > 18:
                uit.append(basis.vulling_teken(soort, 10, y + BALK / 2))
        uit.append(tekst(label, lang + 9, y + 12.5, fill=ZACHT if waarde is None else basis.INKT))
        return uit

    def _tekst(self, waarde: float | None) -> str:
        return basis.als_tekst(waarde, self.decimalen, self.eenheid, self.leeg)
