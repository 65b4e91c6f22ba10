"""What every chart stands on: palette, text, ticks, labels that do not collide.

Presentation attributes only, never class or style: the content security policy forbids inline style in the page, and
the PDF maker does not apply the style sheet of the page to SVG. The font is named exactly as in @font-face.
"""

import hashlib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from regie.core import notatie

PALET = ("#0f4c5c", "#d65019", "#9d5ddd", "#429a8a", "#68140f")
STREPEN = ("", "7 3", "2 3", "9 3 2 3", "4 2")
SEQUENTIEEL = ("#e3f1f4", "#a9d3dc", "#66adbd", "#2b8094", "#0f4c5c")
INKT, ZACHT, RASTER, WIT, LICHT = "#14213d", "#44506b", "#c9d0db", "#ffffff", "#dceef2"
LETTERTYPE = "Source Sans 3"
LETTER = 13
SMAL = 460  # below this width labels move above the drawing and ticks thin out
MAX_REEKSEN = len(PALET)


class Tabel(NamedTuple):
    """The same figures as text: the accessible equivalent of the drawing."""

    kop: list[str]
    rijen: list[list[str]]


Attribuut = str | int | float | None


def nummer(waarde: float) -> str:
    """A coordinate: one decimal, no trailing zero, no minus zero."""
    tekst = f"{waarde:.1f}".removesuffix(".0")
    return "0" if tekst == "-0" else tekst


def el(naam: str, *inhoud: str, **attributen: Attribuut) -> str:
    """One SVG element. Attribute names write - as _; None leaves one out; content must already be SVG."""
    delen = []
    for sleutel, waarde in attributen.items():
        if waarde is not None and waarde != "":
            tekst = escape(waarde) if isinstance(waarde, str) else nummer(waarde)
            delen.append(f' {sleutel.replace("_", "-")}="{tekst}"')
    kop = f"<{naam}{''.join(delen)}"
    return f"{kop}>{''.join(inhoud)}</{naam}>" if inhoud else f"{kop}/>"


def tekst(inhoud: str, x: float, y: float, **attributen: Attribuut) -> str:
    return el("text", escape(inhoud), x=x, y=y, **attributen)


def titel(inhoud: str) -> str:
    """The name of one mark; hovering repeats what the table says."""
    return el("title", escape(inhoud))


def svg(kop: str, omschrijving: str, breedte: float, hoogte: float, inhoud: Iterable[str]) -> SafeString:
    tekening = el(
        "svg",
        titel(kop),
        el("desc", escape(omschrijving)),
        *inhoud,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        viewBox=f"0 0 {nummer(breedte)} {nummer(hoogte)}",
        width=breedte,
        height=hoogte,
        font_family=f"{LETTERTYPE}, sans-serif",
        font_size=LETTER,
        fill=INKT,
    )
    return mark_safe(tekening)  # noqa: S308  # built from escaped text and numbers above


def sleutel(*delen: str) -> str:
    """An id for patterns: the same chart at the same width always has the same one."""
    return "g" + hashlib.blake2s("|".join(delen).encode(), digest_size=4).hexdigest()


def als_tekst(waarde: float | None, decimalen: int, eenheid: str, leeg: str) -> str:
    if waarde is None:
        return leeg
    return notatie.getal(waarde, decimalen) + (f"\u00a0{eenheid}" if eenheid else "")


def tekstbreedte(inhoud: str, grootte: float = LETTER) -> float:
    """A safe estimate for Source Sans 3: wide letters count more."""
    return sum(0.3 if c in "iljtfr.,:;'|() " else 0.84 if c in "mwMW%@" else 0.55 for c in inhoud) * grootte


def kort(inhoud: str, ruimte: float, grootte: float = LETTER) -> str:
    """Text that fits, with an ellipsis when it had to be cut."""
    if tekstbreedte(inhoud, grootte) <= ruimte:
        return inhoud
    while inhoud and tekstbreedte(inhoud + "…", grootte) > ruimte:
        inhoud = inhoud[:-1]
    return inhoud.rstrip() + "…"


def waarden_van(waarden: Iterable[float | None]) -> list[float]:
    return [float(w) for w in waarden if w is not None]


def as_stappen(waarden: Sequence[float], aantal: int = 5, heel: bool = True) -> list[float]:
    """Round tick values from 0 (or below, when there are negatives) to at least the largest value."""
    hoogste, laagste = max([*waarden, 0.0]), min([*waarden, 0.0])
    bereik = (hoogste - laagste) or 1.0
    macht = 10 ** math.floor(math.log10(bereik / aantal))
    stap = next(k * macht for k in (1, 2, 2.5, 5, 10) if bereik / (k * macht) <= aantal)
    if heel:
        stap = max(math.ceil(stap), 1)
    eerste, laatste = math.floor(laagste / stap), math.ceil(hoogste / stap)
    return [stap * i for i in range(eerste, max(laatste, eerste + 1) + 1)]


def as_decimalen(stappen: Sequence[float]) -> int:
    stap = stappen[1] - stappen[0]
    return next((d for d in range(4) if abs(stap * 10**d - round(stap * 10**d)) < 1e-9), 4)


def as_tekst(stap: float, stappen: Sequence[float], eenheid: str) -> str:
    """The label of one tick; only a percent sign is short enough to repeat on an axis."""
    return als_tekst(stap, as_decimalen(stappen), eenheid if eenheid == "%" else "", "")


def om_de(labels: Sequence[str], ruimte: float) -> int:
    """Show every n-th label when there is no room for all of them."""
    breedst = max([tekstbreedte(label) for label in labels], default=0) + 8
    return max(1, math.ceil(breedst / max(ruimte, 1)))


@dataclass(frozen=True)
class Vlak:
    """The drawing area and how values land in it."""

    links: float
    rechts: float
    boven: float
    onder: float
    laag: float
    hoog: float

    def y(self, waarde: float) -> float:
        return self.onder - (self.onder - self.boven) * (waarde - self.laag) / ((self.hoog - self.laag) or 1)

    def rasterlijnen(self, stappen: Sequence[float], eenheid: str) -> list[str]:
        uit = []
        for stap in stappen:
            y, kleur = self.y(stap), ZACHT if stap == 0 else RASTER
            label = as_tekst(stap, stappen, eenheid)
            uit.append(el("line", x1=self.links, x2=self.rechts, y1=y, y2=y, stroke=kleur))
            uit.append(tekst(label, self.links - 7, y + 4.5, text_anchor="end", fill=ZACHT))
        return uit

    def doellijn(self, doel: float) -> str:
        y = self.y(doel)
        return el("line", x1=self.links, x2=self.rechts, y1=y, y2=y, stroke=INKT, stroke_dasharray="6 4")


def verdeel(gewenst: Sequence[float], afstand: float, onder: float, boven: float) -> list[float]:
    """Move label positions as little as possible until they are `afstand` apart and inside onder..boven."""
    volgorde = sorted(range(len(gewenst)), key=lambda i: gewenst[i])
    plaats = [min(max(gewenst[i], onder), boven) for i in volgorde]
    for i in range(1, len(plaats)):
        plaats[i] = max(plaats[i], plaats[i - 1] + afstand)
    if plaats and plaats[-1] > boven:
        plaats[-1] = boven
        for i in range(len(plaats) - 2, -1, -1):
            plaats[i] = min(plaats[i], plaats[i + 1] - afstand)
    uit = [0.0] * len(gewenst)
    for rang, i in enumerate(volgorde):
        uit[i] = plaats[rang]
    return uit


def teken(soort: int, x: float, y: float, naam: str = "") -> str:
    """The marker of series 0..4; its shape says which series it is where colour cannot."""
    inhoud = (titel(naam),) if naam else ()
    vast: dict[str, Attribuut] = {"fill": PALET[soort], "stroke": WIT, "stroke_width": 1}
    if soort in (0, 4):
        binnen: dict[str, Attribuut] = {"fill": WIT, "stroke": PALET[4], "stroke_width": 2} if soort == 4 else {}
        return el("circle", *inhoud, cx=x, cy=y, r=3.8, **{**vast, **binnen})
    if soort == 1:
        return el("rect", *inhoud, x=x - 3.6, y=y - 3.6, width=7.2, height=7.2, **vast)
    vorm = "l5 9h-10z" if soort == 2 else "l5 5-5 5-5-5z"
    return el("path", *inhoud, d=f"M{nummer(x)} {nummer(y - 5)}{vorm}", **vast)


def legende(
    namen: Sequence[str], x: float, y: float, breedte: float, lijn: bool, doel: str = ""
) -> tuple[list[str], float]:
    """Marker + name in rows; returns the drawing and the height it takes."""
    uit: list[str] = []
    links, rij = x, 0
    for k, naam in enumerate([*namen, *([doel] if doel else [])]):
        nodig = 26 + tekstbreedte(naam) + 14
        if links > x and links + nodig > x + breedte:
            links, rij = x, rij + 1
        hier = y + rij * 20
        if k == len(namen):
            uit.append(el("line", x1=links, x2=links + 20, y1=hier, y2=hier, stroke=INKT, stroke_dasharray="6 4"))
        elif lijn:
            uit.append(el("line", x1=links, x2=links + 20, y1=hier, y2=hier, stroke=PALET[k], stroke_width=2.5,
                          stroke_dasharray=STREPEN[k]))  # fmt: skip
            uit.append(teken(k, links + 10, hier))
        else:
            uit.append(el("rect", x=links + 2, y=hier - 7, width=14, height=14, rx=2, fill=PALET[k]))
            uit.append(vulling_teken(k, links + 9, hier))
        uit.append(tekst(kort(naam, breedte - 26), links + 26, hier + 4.5))
        links += nodig
    return uit, (rij + 1) * 20


def vulling_teken(soort: int, x: float, y: float) -> str:
    """A white sign inside a filled block, different per series, for who cannot tell the colours apart."""
    if soort == 0:
        return ""
    if soort == 1:
        return el("line", x1=x - 4, x2=x + 4, y1=y, y2=y, stroke=WIT, stroke_width=2)
    if soort == 2:
        return el("circle", cx=x, cy=y, r=2.6, fill=WIT)
    if soort == 3:
        return el("path", d=f"M{nummer(x - 4)} {nummer(y + 4)}l8-8", stroke=WIT, stroke_width=2)
    return el("rect", x=x - 2.6, y=y - 2.6, width=5.2, height=5.2, fill=WIT)


def arcering(naam: str) -> str:
    """Hatching for "geen cijfer"."""
    streep = el("path", d="M0 8L8 0", stroke="#7a8699", stroke_width=1.2)
    grond = el("rect", width=8, height=8, fill=WIT)
    return el("defs", el("pattern", grond, streep, id=naam, width=8, height=8, patternUnits="userSpaceOnUse"))
