from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from regie.core.grafieken import basis
from regie.core.grafieken.basis import INKT, LETTER, PALET, WIT, ZACHT, Tabel, Vlak, el, tekst
from regie.core.grafieken.lijn import Reeks

HOOGTE, TUSSEN = 24, 12


@dataclass(frozen=True)
class Staaf:
    naam: str
    waarde: float | None


@dataclass(frozen=True)
class Staafgrafiek:
    """Quantities side by side: lying bars for long names, standing ones for time."""

    titel: str
    omschrijving: str
    staven: Sequence[Staaf]
    liggend: bool = True
    doel: float | None = None
    doel_label: str = "doel"
    bron: str = ""
    eenheid: str = ""
    decimalen: int = 0
    x_titel: str = "Naam"
    y_titel: str = "Aantal"
    leeg: str = "geen cijfer"

    def tabel(self) -> Tabel:
        return Tabel([self.x_titel, self.y_titel], [[s.naam, self._tekst(s.waarde)] for s in self.staven])

    def svg(self, breedte: float = 640) -> SafeString:
        return self._liggend(breedte) if self.liggend else self._staand(breedte)

    def _tekst(self, waarde: float | None) -> str:
        return basis.als_tekst(waarde, self.decimalen, self.eenheid, self.leeg)

    def _hoogste(self) -> float:
        return max([*basis.waarden_van(s.waarde for s in self.staven), self.doel or 0.0]) or 1.0

    def _doel(self) -> str:
        return f"{self.doel_label} {self._tekst(self.doel)}"

    def _liggend(self, breedte: float) -> SafeString:
        links = min(max([basis.tekstbreedte(s.naam) for s in self.staven], default=0) + 12, breedte * 0.42)
        rechts = breedte - max([basis.tekstbreedte(self._tekst(s.waarde)) for s in self.staven], default=0) * 1.1 - 12
        schaal = max(rechts - links, 10) / self._hoogste()
        onder = 8 + len(self.staven) * (HOOGTE + TUSSEN)
        uit = [el("line", x1=links, x2=links, y1=2, y2=onder - 4, stroke=ZACHT)]
        for i, staaf in enumerate(self.staven):
            y = 8 + i * (HOOGTE + TUSSEN)
            lang = schaal * (staaf.waarde or 0)
            label = self._tekst(staaf.waarde)
            uit.append(tekst(basis.kort(staaf.naam, links - 10), links - 8, y + 17, text_anchor="end"))
            if staaf.waarde is not None:
                balk = basis.titel(f"{staaf.naam}: {label}")
                uit.append(el("rect", balk, x=links, y=y, width=lang, height=HOOGTE, rx=2, fill=PALET[0]))
            vet, kleur = (600, INKT) if staaf.waarde is not None else (None, ZACHT)
            uit.append(tekst(label, links + lang + 7, y + 17, font_weight=vet, fill=kleur))
        if self.doel is not None:
            x = links + schaal * self.doel
            uit.append(el("line", x1=x, x2=x, y1=2, y2=onder, stroke=INKT, stroke_width=1.5, stroke_dasharray="5 3"))
            half = basis.tekstbreedte(self._doel()) / 2
            uit.append(tekst(self._doel(), min(max(x, half), breedte - half), onder + 14, text_anchor="middle"))
        hoogte = onder + (22 if self.doel is not None else 0)
        return basis.svg(self.titel, self.omschrijving, breedte, hoogte, uit)

    def _staand(self, breedte: float) -> SafeString:
        cijfers = basis.waarden_van(s.waarde for s in self.staven)
        stappen = basis.as_stappen([*cijfers, self.doel or 0.0], heel=self.decimalen == 0)
        links = max(basis.tekstbreedte(basis.as_tekst(s, stappen, self.eenheid)) for s in stappen) + 10
        rechts = breedte - (0 if self.doel is None else basis.tekstbreedte(self._doel()) + 14) - 4
        vlak = Vlak(links, rechts, 22, 232, stappen[0], stappen[-1])
        vak = (rechts - links) / max(1, len(self.staven))
        om = basis.om_de([s.naam for s in self.staven], vak)
        uit, labels = vlak.rasterlijnen(stappen, self.eenheid), []
        for i, staaf in enumerate(self.staven):
            uit.append(self._kolom(staaf, vlak, links + vak * (i + 0.5), vak))
            labels += self._kolomlabel(staaf, vlak, links + vak * (i + 0.5), vak)
            if (len(self.staven) - 1 - i) % om == 0:
                uit.append(tekst(staaf.naam, links + vak * (i + 0.5), 250, text_anchor="middle", fill=ZACHT))
        if self.doel is not None:
            uit += [vlak.doellijn(self.doel), tekst(self._doel(), rechts + 8, vlak.y(self.doel) + 4.5)]
        return basis.svg(self.titel, self.omschrijving, breedte, 260, [*uit, *labels])

    def _kolom(self, staaf: Staaf, vlak: Vlak, midden: float, vak: float) -> str:
        if staaf.waarde is None:
            return ""
        breed, nul, top = min(vak * 0.68, 56), vlak.y(0), vlak.y(staaf.waarde)
        naam = basis.titel(f"{staaf.naam}: {self._tekst(staaf.waarde)}")
        x, y, hoogte = midden - breed / 2, min(top, nul), abs(nul - top)
        return el("rect", naam, x=x, y=y, width=breed, height=hoogte, rx=2, fill=PALET[0])

    def _kolomlabel(self, staaf: Staaf, vlak: Vlak, midden: float, vak: float) -> list[str]:
        """The value above its column, on a white halo so that a target line does not strike it through."""
        label = "–" if staaf.waarde is None else self._tekst(staaf.waarde)
        if basis.tekstbreedte(label) > vak:
            return []
        y = min(vlak.y(staaf.waarde or 0), vlak.y(0)) - 6
        vast: dict[str, basis.Attribuut] = {"text_anchor": "middle", "font_weight": 600}
        halo = tekst(label, midden, y, stroke=WIT, stroke_width=4, stroke_linejoin="round", **vast)
        return [halo, tekst(label, midden, y, **vast)]


@dataclass(frozen=True)
class Stapelgrafiek:
    """Parts of a whole per row, at most five parts. A row with a part that may not be shown is not drawn."""

    titel: str
    omschrijving: str
    rijen: Sequence[str]
    reeksen: Sequence[Reeks]
    bron: str = ""
    eenheid: str = ""
    decimalen: int = 0
    x_titel: str = "Groep"
    aandeel: bool = False
    leeg: str = "te weinig personen om te tonen"

    def __post_init__(self) -> None:
        if len(self.reeksen) > basis.MAX_REEKSEN:
            raise ValueError("Meer dan vijf delen in één staaf.")
        if any(len(r.waarden) != len(self.rijen) for r in self.reeksen):
            raise ValueError("Elke reeks heeft evenveel waarden als er rijen zijn.")

    def tabel(self) -> Tabel:
        kort = "–"
        kop = [self.x_titel, *(r.naam for r in self.reeksen)]
        cellen = [[n, *(self._tekst(r.waarden[i], kort) for r in self.reeksen)] for i, n in enumerate(self.rijen)]
        return Tabel(kop, cellen)

    def svg(self, breedte: float = 640) -> SafeString:
        legende, extra = basis.legende([r.naam for r in self.reeksen], 2, 12, breedte - 4, lijn=False)
        links = min(max([basis.tekstbreedte(n) for n in self.rijen], default=0) + 12, breedte * 0.38)
        totalen = [self._totaal(i) for i in range(len(self.rijen))]
        hoogste = max([t for t in totalen if t], default=1.0)
        rand = 8 if self.aandeel else basis.tekstbreedte(self._tekst(hoogste, "")) + 14
        uit, boven = list(legende), extra + 10
        uit.append(
            el("line", x1=links, x2=links, y1=boven, y2=boven + len(self.rijen) * (HOOGTE + TUSSEN), stroke=ZACHT)
        )
        for i, naam in enumerate(self.rijen):
            y = boven + 6 + i * (HOOGTE + TUSSEN)
            totaal = totalen[i]
            uit.append(tekst(basis.kort(naam, links - 10), links - 8, y + 17, text_anchor="end"))
            if totaal is None:
                uit.append(tekst(self.leeg, links + 8, y + 17, fill=ZACHT))
                continue
            uit += self._rij(i, y, links, (breedte - links - rand) / ((totaal if self.aandeel else hoogste) or 1))
            if not self.aandeel:
                einde = links + (breedte - links - rand) * totaal / (hoogste or 1)
                uit.append(tekst(self._tekst(totaal, ""), einde + 7, y + 17, font_weight=600))
        hoogte = boven + len(self.rijen) * (HOOGTE + TUSSEN) + 4
        return basis.svg(self.titel, self.omschrijving, breedte, hoogte, uit)

    def _tekst(self, waarde: float | None, leeg: str) -> str:
        return basis.als_tekst(waarde, self.decimalen, self.eenheid, leeg)

    def _totaal(self, i: int) -> float | None:
        waarden = [r.waarden[i] for r in self.reeksen]
        return None if any(w is None for w in waarden) else sum(basis.waarden_van(waarden))

    def _rij(self, i: int, y: float, links: float, schaal: float) -> list[str]:
        uit, x = [], links
        for k, reeks in enumerate(self.reeksen):
            waarde = reeks.waarden[i] or 0
            lang, label = waarde * schaal, self._tekst(waarde, "")
            if lang <= 0:
                continue
            naam = basis.titel(f"{self.rijen[i]}, {reeks.naam}: {label}")
            uit.append(el("rect", naam, x=x, y=y, width=max(lang - 1.5, 0.5), height=HOOGTE, fill=PALET[k]))
            chip = basis.tekstbreedte(label, LETTER - 1) + 10
            if lang > chip + 6:
                midden = x + lang / 2
                uit.append(el("rect", x=midden - chip / 2, y=y + 4, width=chip, height=16, rx=8, fill=WIT))
                uit.append(tekst(label, midden, y + 16.5, text_anchor="middle", font_size=LETTER - 1))
            elif lang > 14:
                uit.append(basis.vulling_teken(k, x + lang / 2, y + HOOGTE / 2))
            x += lang
        return uit


@dataclass(frozen=True)
class BulletRij:
    naam: str
    waarde: float | None
    maximum: float
    doel: float | None = None


@dataclass(frozen=True)
class Bulletgrafiek:
    """Used out of available per row ("14 van 16"), with a stripe at the target."""

    titel: str
    omschrijving: str
    rijen: Sequence[BulletRij]
    bron: str = ""
    decimalen: int = 0
    x_titel: str = "Naam"
    leeg: str = "geen cijfer"

    def tabel(self) -> Tabel:
        rijen = [[r.naam, self._label(r), basis.als_tekst(r.doel, self.decimalen, "", "–")] for r in self.rijen]
        return Tabel([self.x_titel, "Stand", "Doel"], rijen)

    def svg(self, breedte: float = 640) -> SafeString:
        links = min(max([basis.tekstbreedte(r.naam) for r in self.rijen], default=0) + 12, breedte * 0.42)
        rechts = breedte - max([basis.tekstbreedte(self._label(r)) for r in self.rijen], default=0) * 1.1 - 12
        uit = []
        for i, rij in enumerate(self.rijen):
            y, schaal = 6 + i * 36, (rechts - links) / (max(rij.maximum, rij.waarde or 0) or 1)
            uit.append(tekst(basis.kort(rij.naam, links - 10), links - 8, y + 17, text_anchor="end"))
            uit.append(el("rect", x=links, y=y, width=max(rij.maximum * schaal, 1), height=24, rx=3, fill=basis.LICHT,
                          stroke="#7a8699", stroke_width=1))  # fmt: skip
            if rij.waarde:
                naam = basis.titel(f"{rij.naam}: {self._label(rij)}")
                uit.append(el("rect", naam, x=links, y=y + 6, width=rij.waarde * schaal, height=12, fill=PALET[0]))
            if rij.doel is not None:
                x = links + rij.doel * schaal
                uit.append(el("line", x1=x, x2=x, y1=y - 2, y2=y + 26, stroke=PALET[1], stroke_width=3))
            uit.append(tekst(self._label(rij), rechts + 9, y + 17, font_weight=600))
        onder = 8 + len(self.rijen) * 36
        if any(r.doel is not None for r in self.rijen):
            uit.append(
                el("line", x1=links + 4, x2=links + 4, y1=onder, y2=onder + 16, stroke=PALET[1], stroke_width=3)
            )
            uit.append(tekst("doel", links + 13, onder + 12.5, fill=ZACHT))
            onder += 20
        return basis.svg(self.titel, self.omschrijving, breedte, onder, uit)

    def _label(self, rij: BulletRij) -> str:
        waarde = basis.als_tekst(rij.waarde, self.decimalen, "", self.leeg)
        return f"{waarde} van {basis.als_tekst(rij.maximum, self.decimalen, '', '')}"
