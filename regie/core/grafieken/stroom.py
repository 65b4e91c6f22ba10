from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from regie.core import notatie
from regie.core.grafieken import basis
from regie.core.grafieken.basis import INKT, LICHT, PALET, WIT, ZACHT, Tabel, el, tekst

BALK, OVERGANG = 30, 26


@dataclass(frozen=True)
class Fase:
    """One step of the flow; `dagen` is the median time from this step to the next."""

    naam: str
    aantal: int | None
    dagen: float | None = None


@dataclass(frozen=True)
class Trechter:
    """How many stand in each step, top to bottom, with the median days between steps."""

    titel: str
    omschrijving: str
    fasen: Sequence[Fase]
    bron: str = ""
    leeg: str = "geen cijfer"

    def tabel(self) -> Tabel:
        rijen = [[f.naam, self._aantal(f), self._dagen(f) or "–"] for f in self.fasen]
        return Tabel(["Stap", "Aantal", "Mediaan tot de volgende stap"], rijen)

    def svg(self, breedte: float = 640) -> SafeString:
        links = min(max([basis.tekstbreedte(f.naam) for f in self.fasen], default=0) + 16, breedte * 0.36)
        ruimte = breedte - links - 8
        midden = links + ruimte / 2
        hoogste = max([f.aantal or 0 for f in self.fasen], default=1) or 1
        half = [max(ruimte / 2 * (f.aantal or 0) / hoogste, 1.5) for f in self.fasen]
        uit = []
        for i, fase in enumerate(self.fasen):
            y = 4 + i * (BALK + OVERGANG)
            if i + 1 < len(self.fasen):
                uit += self._overgang(fase, midden, y + BALK, half[i], half[i + 1])
            uit.append(
                tekst(basis.kort(fase.naam, links - 14), links - 12, y + 20, text_anchor="end", font_weight=600)
            )
            uit += self._balk(fase, midden, y, half[i])
        hoogte = 8 + len(self.fasen) * (BALK + OVERGANG) - OVERGANG
        return basis.svg(self.titel, self.omschrijving, breedte, hoogte, uit)

    def _aantal(self, fase: Fase) -> str:
        return self.leeg if fase.aantal is None else notatie.getal(fase.aantal)

    def _dagen(self, fase: Fase) -> str:
        return "" if fase.dagen is None else notatie.meervoud(round(fase.dagen), "dag", "dagen")

    def _overgang(self, fase: Fase, midden: float, y: float, boven: float, onder: float) -> list[str]:
        hoeken = (
            (midden - boven, y),
            (midden + boven, y),
            (midden + onder, y + OVERGANG),
            (midden - onder, y + OVERGANG),
        )
        punten = " ".join(f"{basis.nummer(x)},{basis.nummer(h)}" for x, h in hoeken)
        uit = [el("polygon", points=punten, fill=LICHT)]
        if fase.dagen is not None:
            inhoud = f"↓ mediaan {self._dagen(fase)}"
            breed = basis.tekstbreedte(inhoud, 12) + 14
            uit.append(el("rect", x=midden - breed / 2, y=y + 4, width=breed, height=18, rx=9, fill=WIT))
            uit.append(tekst(inhoud, midden, y + 17, text_anchor="middle", font_size=12, fill=ZACHT))
        return uit

    def _balk(self, fase: Fase, midden: float, y: float, half: float) -> list[str]:
        label = self._aantal(fase)
        naam = basis.titel(f"{fase.naam}: {label}")
        uit = [el("rect", naam, x=midden - half, y=y, width=half * 2, height=BALK, rx=3, fill=PALET[0])]
        past = half * 2 > basis.tekstbreedte(label, 15) + 14
        x, anker, kleur = (midden, "middle", WIT) if past else (midden + half + 7, "start", INKT)
        uit.append(tekst(label, x, y + 20.5, text_anchor=anker, font_weight=700, font_size=15, fill=kleur))
        return uit


@dataclass(frozen=True)
class Vonkje:
    """A line the size of a word, beside a figure. Its title must say what it shows."""

    titel: str
    waarden: Sequence[float | None]
    labels: Sequence[str] = ()
    omschrijving: str = "Kleine lijn"
    bron: str = ""
    eenheid: str = ""
    decimalen: int = 0
    leeg: str = "geen cijfer"

    def tabel(self) -> Tabel:
        namen = self.labels or [str(i + 1) for i in range(len(self.waarden))]
        rijen = [
            [naam, basis.als_tekst(w, self.decimalen, self.eenheid, self.leeg)]
            for naam, w in zip(namen, self.waarden, strict=True)
        ]
        return Tabel(["Periode", "Waarde"], rijen)

    def svg(self, breedte: float = 120) -> SafeString:
        hoogte, cijfers = 32.0, basis.waarden_van(self.waarden)
        if not cijfers:
            leeg = [tekst("–", 2, 20, fill=ZACHT)]
            return basis.svg(self.titel, self.omschrijving, breedte, hoogte, leeg)
        laag, bereik = min(cijfers), (max(cijfers) - min(cijfers)) or 1
        stap = (breedte - 12) / max(1, len(self.waarden) - 1)
        punten = [
            None if w is None else (6 + i * stap, hoogte - 6 - (hoogte - 12) * (float(w) - laag) / bereik)
            for i, w in enumerate(self.waarden)
        ]
        uit, stuk = [], []
        for punt in [*punten, None]:
            if punt is not None:
                stuk.append(punt)
                continue
            if len(stuk) > 1:
                lijn = " ".join(f"{basis.nummer(x)},{basis.nummer(y)}" for x, y in stuk)
                uit.append(el("polyline", points=lijn, fill="none", stroke=PALET[0], stroke_width=2))
            stuk = []
        laatste = next(p for p in reversed(punten) if p is not None)
        uit.append(el("circle", cx=laatste[0], cy=laatste[1], r=3.5, fill=PALET[1], stroke=WIT))
        return basis.svg(self.titel, self.omschrijving, breedte, hoogte, uit)
