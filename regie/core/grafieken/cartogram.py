import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from regie.core import notatie
from regie.core.grafieken import basis
from regie.core.grafieken.basis import INKT, SEQUENTIEEL, SMAL, WIT, ZACHT, Tabel, el, tekst

LUCHT = 5


@dataclass(frozen=True)
class Punt:
    """A municipality by the centre of its area, in degrees."""

    naam: str
    lengte: float
    breedte: float
    waarde: float | None


@dataclass(frozen=True)
class Cartogram:
    """One equal tile per municipality, near its place on the map, coloured in five classes with equal numbers.

    Tiles instead of borders: every municipality is equally easy to read, it prints well, and it needs no map data.
    """

    titel: str
    omschrijving: str
    punten: Sequence[Punt]
    bron: str = ""
    eenheid: str = ""
    decimalen: int = 0
    y_titel: str = "Waarde"
    leeg: str = "geen cijfer"

    def tabel(self) -> Tabel:
        rijen = [[p.naam, self._tekst(p.waarde)] for p in sorted(self.punten, key=lambda p: p.naam)]
        return Tabel(["Gemeente", self.y_titel], rijen)

    def svg(self, breedte: float = 640) -> SafeString:
        straal = self._straal(breedte)
        plaatsen = self._plaatsen(breedte, straal)
        grenzen = self.grenzen()
        hoogte_kaart = max((y for _, y in plaatsen), default=0.0) + straal + 10
        patroon = basis.sleutel(self.titel, str(breedte))
        uit = [basis.arcering(patroon)]
        for punt, (x, y) in zip(self.punten, plaatsen, strict=True):
            uit += self._tegel(punt, x, y, straal, grenzen, patroon)
        legende, extra = self._legende(grenzen, hoogte_kaart + 14, breedte, patroon)
        return basis.svg(self.titel, self.omschrijving, breedte, hoogte_kaart + extra + 14, [*uit, *legende])

    def grenzen(self) -> list[float]:
        """Lower bounds of the second and later classes: quantiles, fewer where values coincide."""
        waarden = sorted(basis.waarden_van(p.waarde for p in self.punten))
        klassen = min(len(SEQUENTIEEL), len(set(waarden)))
        sneden = {waarden[int(len(waarden) * q / klassen)] for q in range(1, klassen)}
        return sorted(s for s in sneden if s > waarden[0]) if waarden else []

    def _tekst(self, waarde: float | None) -> str:
        return basis.als_tekst(waarde, self.decimalen, self.eenheid, self.leeg)

    def _klasse(self, waarde: float, grenzen: Sequence[float]) -> int:
        rang = sum(waarde >= g for g in grenzen)
        return rang if len(grenzen) == len(SEQUENTIEEL) - 1 else round(rang * 4 / max(1, len(grenzen)))

    def _straal(self, breedte: float) -> float:
        grootst = 34.0 if breedte < SMAL else 52.0
        return max(min(grootst, breedte / (2.3 * math.sqrt(max(len(self.punten), 1)))), 16.0)

    def _plaatsen(self, breedte: float, straal: float) -> list[tuple[float, float]]:
        """Project, then push overlapping tiles apart; no randomness, so the same region always looks the same."""
        if not self.punten:
            return []
        krimp = math.cos(math.radians(sum(p.breedte for p in self.punten) / len(self.punten)))
        ruw = [(p.lengte * krimp, -p.breedte) for p in self.punten]
        x0, x1 = min(x for x, _ in ruw), max(x for x, _ in ruw)
        y0, y1 = min(y for _, y in ruw), max(y for _, y in ruw)
        schaal = min((breedte - 2 * straal) / ((x1 - x0) or 1), (breedte * 0.75) / ((y1 - y0) or 1))
        schaal = min(schaal, straal * 2.6 * math.sqrt(len(ruw)) / (max(x1 - x0, y1 - y0) or 1))
        plaats = [[(x - x0) * schaal, (y - y0) * schaal] for x, y in ruw]
        thuis = [tuple(p) for p in plaats]
        for _ in range(400):
            self._duw(plaats, 2 * straal + LUCHT)
            for p, h in zip(plaats, thuis, strict=True):
                p[0] += (h[0] - p[0]) * 0.02
                p[1] += (h[1] - p[1]) * 0.02
        for _ in range(60):
            self._duw(plaats, 2 * straal + LUCHT)
        links, boven = min(p[0] for p in plaats), min(p[1] for p in plaats)
        breed = max(p[0] for p in plaats) - links
        maat = min(1.0, (breedte - 2 * straal - 4) / (breed or 1))
        schuif = (breedte - breed * maat) / 2
        return [((x - links) * maat + schuif, (y - boven) * maat + straal + 4) for x, y in plaats]

    def _duw(self, plaats: list[list[float]], afstand: float) -> None:
        for i in range(len(plaats)):
            for j in range(i + 1, len(plaats)):
                dx, dy = plaats[j][0] - plaats[i][0], plaats[j][1] - plaats[i][1]
                nu = math.hypot(dx, dy)
                if nu >= afstand:
                    continue
                if nu < 1e-6:
                    dx, dy, nu = 1.0, 0.3 * (j - i), math.hypot(1.0, 0.3 * (j - i))
                duw = (afstand - nu) / 2
                plaats[i][0] -= dx / nu * duw
                plaats[i][1] -= dy / nu * duw
                plaats[j][0] += dx / nu * duw
                plaats[j][1] += dy / nu * duw

    def _tegel(
        self, punt: Punt, x: float, y: float, straal: float, grenzen: Sequence[float], patroon: str
    ) -> list[str]:
        klasse = None if punt.waarde is None else self._klasse(punt.waarde, grenzen)
        vulling = f"url(#{patroon})" if klasse is None else SEQUENTIEEL[klasse]
        kleur = WIT if klasse is not None and klasse > 2 else INKT
        hoeken = [(x + straal * math.sin(math.pi / 3 * k), y - straal * math.cos(math.pi / 3 * k)) for k in range(6)]
        punten = " ".join(f"{basis.nummer(a)},{basis.nummer(b)}" for a, b in hoeken)
        naam = basis.titel(f"{punt.naam}: {self._tekst(punt.waarde)}")
        letter = 12.5 if straal > 40 else 10.0 if straal > 26 else 8.5
        kort = basis.kort(punt.naam, straal * 1.68, letter)
        label = "–" if punt.waarde is None else notatie.getal(punt.waarde, self.decimalen)
        return [
            el(
                "polygon", naam, points=punten, fill=vulling, stroke="#7a8699", stroke_width=1, stroke_linejoin="round"
            ),
            *self._wit(x, y, straal, klasse),
            tekst(kort, x, y - 2, text_anchor="middle", font_size=letter, fill=kleur),
            tekst(label, x, y + letter + 2, text_anchor="middle", font_size=letter + 3, font_weight=700, fill=kleur),
        ]

    def _wit(self, x: float, y: float, straal: float, klasse: int | None) -> list[str]:
        """Text on hatching gets a plain ground."""
        if klasse is not None:
            return []
        return [el("rect", x=x - straal * 0.8, y=y - straal * 0.34, width=straal * 1.6, height=straal * 0.8, fill=WIT)]

    def _legende(self, grenzen: Sequence[float], y: float, breedte: float, patroon: str) -> tuple[list[str], float]:
        waarden = sorted(basis.waarden_van(p.waarde for p in self.punten))
        vakken: list[tuple[str, str]] = []
        for rang in range(len(grenzen) + 1 if waarden else 0):
            binnen = [w for w in waarden if sum(w >= g for g in grenzen) == rang]
            laag, hoog = notatie.getal(binnen[0], self.decimalen), self._tekst(binnen[-1])
            inhoud = hoog if binnen[0] == binnen[-1] else f"{laag} tot {hoog}"
            vakken.append((SEQUENTIEEL[self._klasse(binnen[0], grenzen)], inhoud))
        if any(p.waarde is None for p in self.punten):
            vakken.append((f"url(#{patroon})", self.leeg))
        uit, x, rij = [], 2.0, 0
        for vulling, inhoud in vakken:
            nodig = 24 + basis.tekstbreedte(inhoud, 12) + 16
            if x > 2 and x + nodig > breedte:
                x, rij = 2.0, rij + 1
            hier = y + rij * 22
            uit.append(
                el("rect", x=x, y=hier, width=18, height=14, rx=2, fill=vulling, stroke="#7a8699", stroke_width=1)
            )
            uit.append(tekst(inhoud, x + 24, hier + 11.5, font_size=12, fill=ZACHT))
            x += nodig
        return uit, (rij + 1) * 22
