"""When what happens: bars on a calendar, with the day of today. A Gantt chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.safestring import SafeString

from regie.core import notatie
from regie.core.grafieken import basis
from regie.core.grafieken.basis import INKT, PALET, RASTER, WIT, ZACHT, Tabel, el, tekst

RIJ, RIJ_SMAL, BALK, KOP = 30, 44, 16, 58
NAMEN = 0.34  # of the width: the same in every drawing, so that calendars below each other line up
MEESTE_MAANDEN = 18  # beyond this the calendar shows quarters
DAG = timedelta(days=1)
GEEN_PERIODE = "geen periode"


@dataclass(frozen=True)
class Tijdbalk:
    """Something with a begin and an end, or one of them, or none; `soort` is which of `soorten`."""

    naam: str
    van: date | None
    tot: date | None
    soort: int


@dataclass(frozen=True)
class Tijdlijnbalken:
    """At most five kinds, told apart by filling and word, never by colour alone."""

    titel: str
    omschrijving: str
    balken: Sequence[Tijdbalk]
    soorten: Sequence[str]
    begin: date
    eind: date
    vandaag: date | None = None
    bron: str = ""
    x_titel: str = "Actie"

    def __post_init__(self) -> None:
        if len(self.soorten) > basis.MAX_REEKSEN:
            raise ValueError("Hoogstens vijf soorten balken.")
        if self.eind <= self.begin:
            raise ValueError("De kalender eindigt voor hij begint.")

    def tabel(self) -> Tabel:
        rijen = [[b.naam, notatie.datum(b.van), notatie.datum(b.tot), self.soorten[b.soort]] for b in self.balken]
        return Tabel([self.x_titel, "Van", "Tot", "Voortgang"], rijen)

    def svg(self, breedte: float = 1080) -> SafeString:
        kalender = self._kalender(breedte)
        uit, legende = self._legende(breedte)
        onder = legende + KOP + len(self.balken) * kalender.rij + 6
        uit += kalender.kop(legende, onder)
        if self.vandaag and self.begin <= self.vandaag <= self.eind:
            uit += self._vandaaglijn(kalender, legende, onder, self.vandaag)
        arcering = basis.sleutel(self.titel, str(breedte))
        uit.append(basis.arcering(arcering))
        for i, balk in enumerate(self.balken):
            uit += self._rij(balk, kalender, legende + KOP + i * kalender.rij, arcering)
        return basis.svg(self.titel, self.omschrijving, breedte, onder, uit)

    def _kalender(self, breedte: float) -> "Kalender":
        smal = breedte < basis.SMAL
        links = 2 if smal else breedte * NAMEN
        return Kalender(self.begin, self.eind, links, breedte - 2, RIJ_SMAL if smal else RIJ, smal)

    def _legende(self, breedte: float) -> tuple[list[str], float]:
        uit: list[str] = []
        x, y, sleutel = 2.0, 12.0, basis.sleutel(self.titel, str(breedte))
        for soort, naam in enumerate(self.soorten):
            nodig = 34 + basis.tekstbreedte(naam) + 16
            if x > 2 and x + nodig > breedte:
                x, y = 2.0, y + 22
            uit.append(_balk(soort, x, y - 7, 26, 14, sleutel))
            uit.append(tekst(naam, x + 33, y + 4.5))
            x += nodig
        return uit, y + 16

    def _vandaaglijn(self, kalender: "Kalender", boven: float, onder: float, dag: date) -> list[str]:
        x = kalender.x(dag)
        half = basis.tekstbreedte("vandaag", 12) / 2 + 2
        midden = min(max(x, kalender.links + half), kalender.rechts - half)
        lijn = el(
            "line", x1=x, x2=x, y1=boven + KOP - 8, y2=onder, stroke=PALET[1], stroke_width=2, stroke_dasharray="6 3"
        )
        vak = el("rect", x=midden - half, y=boven + 34, width=half * 2, height=16, rx=3, fill=WIT)
        return [lijn, vak, tekst("vandaag", midden, boven + 46, text_anchor="middle", font_size=12, font_weight=600)]

    def _rij(self, balk: Tijdbalk, kalender: "Kalender", y: float, arcering: str) -> list[str]:
        lijn = el("line", x1=0, x2=kalender.rechts, y1=y + kalender.rij, y2=y + kalender.rij, stroke=RASTER)
        if kalender.smal:
            naam = basis.kort(balk.naam, kalender.rechts - 6)
            uit = [lijn, _halo(naam, 2, y + 16), tekst(naam, 2, y + 16)]
            boven = y + 22
        else:
            uit = [lijn, tekst(basis.kort(balk.naam, kalender.links - 10), 0, y + 19.5)]
            boven = y + 7
        van, tot = balk.van or self.begin, balk.tot or self.eind
        if (balk.van is None and balk.tot is None) or tot < self.begin or van > self.eind:
            woord = GEEN_PERIODE if balk.van is None and balk.tot is None else _buiten(balk)
            return [*uit, tekst(f"{woord} · {self.soorten[balk.soort]}", kalender.links + 6, boven + 12.5, fill=ZACHT)]
        x1, x2 = kalender.x(max(van, self.begin)), kalender.x(min(tot, self.eind) + DAG)
        naam = basis.titel(f"{balk.naam}: {_periode(balk)}, {self.soorten[balk.soort]}")
        uit.append(el("g", naam, _balk(balk.soort, x1, boven, max(x2 - x1, 4), BALK, arcering)))
        uit += _pijlen(balk, self.begin, self.eind, x1, x2, boven)
        return [*uit, *self._woord(self.soorten[balk.soort], kalender, x1, x2, boven)]

    def _woord(self, woord: str, kalender: "Kalender", x1: float, x2: float, y: float) -> list[str]:
        """Right of the bar, else left of it, else inside on a white ground."""
        nodig = basis.tekstbreedte(woord, 12) + 8
        vast: dict[str, basis.Attribuut] = {"font_size": 12, "fill": INKT}
        if x2 + 8 + nodig <= kalender.rechts:
            return [_halo(woord, x2 + 8, y + 12.5, **vast), tekst(woord, x2 + 8, y + 12.5, **vast)]
        if x1 - 8 - nodig >= kalender.links:
            links: dict[str, basis.Attribuut] = {**vast, "text_anchor": "end"}
            return [_halo(woord, x1 - 8, y + 12.5, **links), tekst(woord, x1 - 8, y + 12.5, **links)]
        midden = (x1 + x2) / 2
        vak = el("rect", x=midden - nodig / 2, y=y + 1, width=nodig, height=BALK - 2, rx=7, fill=WIT)
        return [vak, tekst(woord, midden, y + 12.5, text_anchor="middle", **vast)]


@dataclass(frozen=True)
class Kalender:
    """The axis: where a day stands, and the lines of months or quarters."""

    begin: date
    eind: date
    links: float
    rechts: float
    rij: int
    smal: bool

    def x(self, dag: date) -> float:
        dagen = (self.eind - self.begin).days + 1
        return self.links + (self.rechts - self.links) * (dag - self.begin).days / dagen

    def kop(self, boven: float, onder: float) -> list[str]:
        """Years on top, below them months or quarters, with a line at each begin."""
        maanden = _maanden(self.begin, self.eind)
        per = 3 if len(maanden) > MEESTE_MAANDEN else 1
        uit = []
        for i, maand in enumerate(maanden):
            if maand.month == 1 or i == 0:
                uit.append(tekst(str(maand.year), self.x(maand) + 3, boven + 12, font_weight=600))
            if (maand.month - 1) % per and i:
                continue
            x, sterk = self.x(maand), maand.month == 1
            lijn = ZACHT if sterk else RASTER
            uit.append(el("line", x1=x, x2=x, y1=boven + (2 if sterk else 18), y2=onder, stroke=lijn))
            uit.append(self._label(maand, per, maanden, boven))
        return uit

    def _label(self, maand: date, per: int, maanden: Sequence[date], boven: float) -> str:
        ruimte = (self.rechts - self.links) / len(maanden) * per
        label = f"K{(maand.month - 1) // 3 + 1}" if per == 3 else notatie.MAANDEN_KORT[maand.month - 1]
        if basis.tekstbreedte(label, 12) + 6 > ruimte:
            label = label[0] if per == 1 else label[1:]
        return tekst(label, self.x(maand) + 3, boven + 30, font_size=12, fill=ZACHT)


def _maanden(begin: date, eind: date) -> list[date]:
    uit, dag = [], begin.replace(day=1)
    while dag <= eind:
        uit.append(max(dag, begin))
        dag = (dag + timedelta(days=32)).replace(day=1)
    return uit


def _balk(soort: int, x: float, y: float, breed: float, hoog: float, arcering: str) -> str:
    """Open, full, hatched, full with a sign, struck through: also without colour five different bars."""
    if soort == 0:
        return el("rect", x=x, y=y, width=breed, height=hoog, rx=2, fill=WIT, stroke=INKT, stroke_width=1.4,
                  stroke_dasharray="4 3")  # fmt: skip
    if soort == 1:
        return el("rect", x=x, y=y, width=breed, height=hoog, rx=2, fill=PALET[0])
    if soort == 2:
        vol = el("rect", x=x, y=y, width=breed, height=hoog, rx=2, fill=f"url(#{arcering})", stroke=PALET[1],
                 stroke_width=1.6)  # fmt: skip
        return vol
    midden = y + hoog / 2
    if soort == 3:
        vink = el("path", d=f"M{basis.nummer(x + 5)} {basis.nummer(midden)}l3.5 3.5 6-7", fill="none", stroke=WIT,
                  stroke_width=2)  # fmt: skip
        vol = el("rect", x=x, y=y, width=breed, height=hoog, rx=2, fill=PALET[3])
        return vol + (vink if breed > 18 else "")
    grijs = el("rect", x=x, y=y, width=breed, height=hoog, rx=2, fill="#e9edf3", stroke=ZACHT)
    return grijs + el("line", x1=x, x2=x + breed, y1=midden, y2=midden, stroke=ZACHT, stroke_width=1.6)


def _pijlen(balk: Tijdbalk, begin: date, eind: date, x1: float, x2: float, y: float) -> list[str]:
    """A point where the bar goes on outside the calendar, or has no end."""
    midden, uit = y + BALK / 2, []
    if balk.van is None or balk.van < begin:
        uit.append(el("path", d=f"M{basis.nummer(x1 - 1)} {basis.nummer(midden)}l8-6v12z", fill=INKT))
    if balk.tot is None or balk.tot > eind:
        uit.append(el("path", d=f"M{basis.nummer(x2 + 1)} {basis.nummer(midden)}l-8-6v12z", fill=INKT))
    return uit


def _halo(woord: str, x: float, y: float, **vast: basis.Attribuut) -> str:
    return tekst(woord, x, y, stroke=WIT, stroke_width=4, stroke_linejoin="round", **vast)


def _periode(balk: Tijdbalk) -> str:
    van = f"van {notatie.datum(balk.van)}" if balk.van else ""
    tot = f"tot {notatie.datum(balk.tot)}" if balk.tot else ""
    return " ".join(deel for deel in (van, tot) if deel)


def _buiten(balk: Tijdbalk) -> str:
    return f"{_periode(balk)}, buiten deze kalender"
