"""Who is tied to whom: a circle of names on a wide screen, a list with arcs on a narrow one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from regie.core.grafieken import basis
from regie.core.grafieken.basis import INKT, MAX_REEKSEN, RASTER, ZACHT, Tabel, el, tekst

RIJ, LETTER_SMAL = 24, 12
LIJNKLEUR = "#5f6c85"  # 5:1 on white: a thin line must be seen
DIKST = 4


@dataclass(frozen=True)
class Knoop:
    sleutel: int
    naam: str
    groep: int  # which of `groepen`: its colour and its sign


@dataclass(frozen=True)
class Lijn:
    """A tie between two knopen; `sterkte` is on how many things, `soort` which of `soorten`."""

    van: int
    naar: int
    sterkte: int
    soort: int
    uitleg: str


@dataclass(frozen=True)
class Netwerk:
    """Knopen in the order given, so that what belongs together stands together. At most five groups and five kinds."""

    titel: str
    omschrijving: str
    knopen: Sequence[Knoop]
    lijnen: Sequence[Lijn]
    groepen: Sequence[str]
    soorten: Sequence[str]
    bron: str = ""

    def __post_init__(self) -> None:
        if max(len(self.groepen), len(self.soorten)) > MAX_REEKSEN:
            raise ValueError(f"Hoogstens {MAX_REEKSEN} groepen en soorten.")

    def tabel(self) -> Tabel:
        namen = {knoop.sleutel: knoop.naam for knoop in self.knopen}
        rijen = [[namen[lijn.van], namen[lijn.naar], self.soorten[lijn.soort], lijn.uitleg] for lijn in self.lijnen]
        return Tabel(["Van", "Met", "Bron", "Waarover"], rijen)

    def svg(self, breedte: float = 860) -> SafeString:
        delen, hoogte = self._bogen(breedte) if breedte < basis.SMAL else self._cirkel(breedte)
        legende, extra = self._legende(breedte, hoogte + 18)
        return basis.svg(self.titel, self.omschrijving, breedte, hoogte + extra + 12, [*delen, *legende])

    # --- a circle ----------------------------------------------------------------------------------------------------

    def _cirkel(self, breedte: float) -> tuple[list[str], float]:
        langste = max([basis.tekstbreedte(k.naam) for k in self.knopen], default=60)
        rand = min(langste + 22, breedte * 0.27)
        straal = breedte / 2 - rand
        midden = (breedte / 2, straal + rand)
        hoeken = {k.sleutel: 2 * math.pi * i / max(len(self.knopen), 1) for i, k in enumerate(self.knopen)}
        uit = [self._koorde(lijn, hoeken, midden, straal) for lijn in self.lijnen]
        for knoop in self.knopen:
            uit += self._naam_op_cirkel(knoop, hoeken[knoop.sleutel], midden, straal, rand)
        return uit, midden[1] * 2

    def _koorde(self, lijn: Lijn, hoeken: dict[int, float], midden: tuple[float, float], straal: float) -> str:
        (x1, y1), (x2, y2) = (_op_cirkel(midden, straal - 7, hoeken[s]) for s in (lijn.van, lijn.naar))
        pad = f"M{_xy(x1, y1)}Q{_xy(*midden)} {_xy(x2, y2)}"
        return self._pad(lijn, pad)

    def _naam_op_cirkel(
        self, knoop: Knoop, hoek: float, midden: tuple[float, float], straal: float, rand: float
    ) -> list[str]:
        """The name runs outward; on the left half it is turned so that nobody reads upside down."""
        x, y = _op_cirkel(midden, straal, hoek)
        tx, ty = _op_cirkel(midden, straal + 10, hoek)
        graden = math.degrees(hoek) - 90
        links = math.pi < hoek < 2 * math.pi
        draai = graden + 180 if links else graden
        naam = tekst(
            basis.kort(knoop.naam, rand - 14),
            tx,
            ty + 4,
            text_anchor="end" if links else "start",
            transform=f"rotate({basis.nummer(draai)} {_xy(tx, ty)})",
        )
        return [basis.teken(knoop.groep, x, y, knoop.naam), naam]

    # --- a list with arcs --------------------------------------------------------------------------------------------

    def _bogen(self, breedte: float) -> tuple[list[str], float]:
        langste = max([basis.tekstbreedte(k.naam, LETTER_SMAL) for k in self.knopen], default=60)
        namen = min(langste, breedte * 0.62)
        as_x, hoogte = namen + 14, len(self.knopen) * RIJ
        hoogtes = {k.sleutel: i * RIJ + RIJ / 2 for i, k in enumerate(self.knopen)}
        ruimte, verst = breedte - as_x - 8, max([abs(hoogtes[lijn.van] - hoogtes[lijn.naar]) for lijn in self.lijnen],
                                                default=1)  # fmt: skip
        uit = [el("line", x1=as_x, x2=as_x, y1=6, y2=max(hoogte - 6, 6), stroke=RASTER)]
        for lijn in self.lijnen:
            boven, onder = sorted((hoogtes[lijn.van], hoogtes[lijn.naar]))
            diep = 10 + (ruimte - 10) * (onder - boven) / (verst or 1)
            bocht = as_x + diep * 4 / 3
            pad = f"M{_xy(as_x, boven)}C{_xy(bocht, boven)} {_xy(bocht, onder)} {_xy(as_x, onder)}"
            uit.append(self._pad(lijn, pad))
        for knoop in self.knopen:
            y = hoogtes[knoop.sleutel]
            uit.append(basis.teken(knoop.groep, as_x, y, knoop.naam))
            naam = basis.kort(knoop.naam, namen, LETTER_SMAL)
            uit.append(tekst(naam, as_x - 9, y + 4, text_anchor="end", font_size=LETTER_SMAL))
        return uit, hoogte

    def _pad(self, lijn: Lijn, pad: str) -> str:
        namen = {knoop.sleutel: knoop.naam for knoop in self.knopen}
        uitleg = basis.titel(f"{namen[lijn.van]} – {namen[lijn.naar]}: {lijn.uitleg}")
        return el(
            "path",
            uitleg,
            d=pad,
            fill="none",
            stroke=LIJNKLEUR,
            stroke_width=min(0.8 + 0.6 * lijn.sterkte, DIKST),
            stroke_dasharray=basis.STREPEN[lijn.soort],
            stroke_opacity=0.75,
        )

    def _legende(self, breedte: float, y: float) -> tuple[list[str], float]:
        """What each sign and each dash means, in words."""
        stukken: list[tuple[str, str, int]] = [("knoop", naam, i) for i, naam in enumerate(self.groepen)]
        stukken += [("lijn", naam, i) for i, naam in enumerate(self.soorten)]
        uit, x, hier = [], 8.0, y
        for vorm, naam, i in stukken:
            nodig = 30 + basis.tekstbreedte(naam) + 16
            if x > 8 and (x + nodig > breedte or (vorm == "lijn" and i == 0)):
                x, hier = 8.0, hier + 22
            if vorm == "knoop":
                uit.append(basis.teken(i, x + 10, hier))
            else:
                uit.append(el("line", x1=x, x2=x + 22, y1=hier, y2=hier, stroke=LIJNKLEUR, stroke_width=2,
                              stroke_dasharray=basis.STREPEN[i]))  # fmt: skip
            uit.append(tekst(naam, x + 28, hier + 4.5, fill=INKT if vorm == "knoop" else ZACHT))
            x += nodig
        return uit, hier - y + 30


def _op_cirkel(midden: tuple[float, float], straal: float, hoek: float) -> tuple[float, float]:
    """Hoek 0 is at the top; clockwise."""
    return midden[0] + straal * math.sin(hoek), midden[1] - straal * math.cos(hoek)


def _xy(x: float, y: float) -> str:
    return f"{basis.nummer(x)} {basis.nummer(y)}"
