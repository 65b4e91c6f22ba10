"""The plan as a short presentation, with native charts and tables that can be changed in PowerPoint."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from actieplannen.enums import Standkleur
from actieplannen.selectors.samenvatting import KLEUREN, Samenvatting, tegen
from regie.core import notatie

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
MERK, INKT, ZACHT = "0F4C5C", "14213D", "44506B"
STANDKLEUREN = {Standkleur.GROEN: "2E7D4F", Standkleur.ORANJE: "E09F1F", Standkleur.ROOD: "B3261E", "": "B8C0CC"}
PER_DIA = 9  # rows of a table that can still be read from the back of the room
LANGSTE = 220  # characters of one cell


def maak_presentatie(beeld: Samenvatting) -> bytes:
    from pptx import Presentation as Nieuw  # slow to import
    from pptx.util import Inches

    boek = Nieuw()
    boek.slide_width, boek.slide_height = Inches(13.333), Inches(7.5)
    bron = beeld.bron
    eigenschappen = boek.core_properties
    eigenschappen.title, eigenschappen.author = bron.plan.titel, f"Regiegebied {bron.gebied.naam}"
    eigenschappen.language, eigenschappen.comments = "nl-BE", ""
    eigenschappen.created = eigenschappen.modified = datetime(bron.vandaag.year, bron.vandaag.month, bron.vandaag.day)  # noqa: DTZ001
    _voorblad(boek, beeld)
    _kern(boek, beeld)
    _standen(boek, beeld)
    _aandacht(boek, beeld)
    _cijfers(boek, beeld)
    _middelen(boek, beeld)
    _bespreken(boek, beeld)
    uit = BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _voorblad(boek: "Presentation", beeld: Samenvatting) -> None:
    bron = beeld.bron
    dia = boek.slides.add_slide(boek.slide_layouts[0])
    _zet(dia.shapes.title, bron.plan.titel, 40, MERK, vet=True)
    onder = f"Stand op {notatie.datum(bron.vandaag)}\n{bron.gebied.naam} · {bron.plan.get_status_display()}"
    _zet(dia.placeholders[1], onder, 22, ZACHT)
    _plaats(dia.shapes.title, 1, 2.2, 11.3, 1.6)
    _plaats(dia.placeholders[1], 1, 3.9, 11.3, 1.4)


def _kern(boek: "Presentation", beeld: Samenvatting) -> None:
    dia = _dia(boek, "In het kort")
    for i, kern in enumerate(beeld.kern):
        links, boven = 0.7 + (i % 2) * 6.1, 1.7 + (i // 2) * 2.6
        vak = dia.shapes.add_textbox(_duim(links), _duim(boven), _duim(5.8), _duim(2.2))
        vak.name = kern.label
        kader = vak.text_frame
        kader.word_wrap = True
        _zet(vak, kern.label, 18, ZACHT)
        _alinea(kader, kern.waarde, 36, MERK, vet=True)
        _alinea(kader, kern.detail, 16, INKT)


def _standen(boek: "Presentation", beeld: Samenvatting) -> None:
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    rijen = [p for p in beeld.prioriteiten if p.aantal]
    dia = _dia(boek, "Acties per Vlaamse prioriteit, volgens hun laatste stand")
    if not rijen:
        _zin(dia, "Er zijn nog geen acties met een Vlaamse prioriteit.")
        return
    data = CategoryChartData()
    data.categories = [p.code for p in rijen]
    for i, (_, label) in enumerate(KLEUREN):
        data.add_series(label, [p.standen[i] for p in rijen])
    grafiek = _grafiek(dia, XL_CHART_TYPE.BAR_STACKED, data, "Per prioriteit het aantal acties per stand")
    for reeks, (code, _) in zip(grafiek.plots[0].series, KLEUREN, strict=True):
        _kleur(reeks, STANDKLEUREN[code])
    grafiek.plots[0].gap_width, grafiek.plots[0].overlap = 60, 100
    grafiek.category_axis.reverse_order = True  # a lying chart begins below
    labels = grafiek.plots[0].data_labels
    labels.number_format, labels.number_format_is_linked = "0;;", False  # no label where there is nothing
    labels.font.color.rgb = _rgb("FFFFFF")


def _aandacht(boek: "Presentation", beeld: Samenvatting) -> None:
    rijen = [
        (
            f"{p.genummerd.nummer} {p.genummerd.actie.titel}",
            Standkleur(p.stand.kleur).label,
            p.stand.afwijking or p.stand.tekst,
        )
        for p in beeld.aandacht
    ]
    rijen += [(f"{g.nummer} {g.actie.titel}", "geen stand", "Nog geen stand gekregen.") for g in beeld.zonder_stand]
    _tabeldias(
        boek,
        "Wat aandacht vraagt",
        ("Actie", "Stand", "Waarom"),
        rijen,
        (4.2, 1.9, 5.8),
        "Elke actie met een stand is op schema.",
    )


def _cijfers(boek: "Presentation", beeld: Samenvatting) -> None:
    rijen = [
        (
            f"{r.genummerd.nummer} {r.stand.indicator.naam}",
            r.stand.nulmeting_getoond,
            r.stand.getoond,
            r.stand.streef_getoond,
        )
        for r in beeld.indicatoren
    ]
    kop = ("Indicator", "Nulmeting", "Stand", "Streefdoel")
    _tabeldias(
        boek, "Cijfers", kop, rijen, (6.1, 1.9, 2.0, 1.9), "Het plan heeft nog geen indicatoren.", getallen=True
    )


def _middelen(boek: "Presentation", beeld: Samenvatting) -> None:
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    geld = beeld.bron.geld.planjaar
    dia = _dia(boek, f"Middelen: {notatie.euro(geld.besteed)} besteed van {notatie.euro(geld.gepland)}")
    rijen = [p for p in beeld.prioriteiten if p.bedragen.gepland or p.bedragen.besteed]
    if not rijen:
        _zin(dia, "Het plan heeft nog geen begroting.")
        return
    data = CategoryChartData(number_format='"€" #,##0')
    data.categories = [p.code for p in rijen]
    data.add_series("gepland", [p.bedragen.gepland for p in rijen])
    data.add_series("besteed", [p.bedragen.besteed for p in rijen])
    grafiek = _grafiek(dia, XL_CHART_TYPE.COLUMN_CLUSTERED, data, "Per prioriteit gepland en besteed, in euro")
    for reeks, kleur in zip(grafiek.plots[0].series, ("B8C0CC", MERK), strict=True):
        _kleur(reeks, kleur)


def _bespreken(boek: "Presentation", beeld: Samenvatting) -> None:
    rijen = [("Bijsturing", f"{v.stand.actie.titel}: {v.voorstel}") for v in beeld.voorstellen]
    rijen += [
        (tegen(g, beeld.bron.vandaag).capitalize(), f"{g.nummer} {g.actie.titel}: {g.actie.get_voortgang_display()}")
        for g in beeld.komend
    ]
    leeg = "Geen voorstellen tot bijsturing, en geen acties die bijna klaar moeten zijn."
    _tabeldias(boek, "Te bespreken", ("Wat", "Waarover"), rijen, (2.6, 9.3), leeg)


def _tabeldias(
    boek: "Presentation",
    titel: str,
    kop: Sequence[str],
    rijen: Sequence[Sequence[str]],
    breedtes: Sequence[float],
    leeg: str,
    *,
    getallen: bool = False,
) -> None:
    """As many slides as the rows need; without rows one slide that says so."""
    if not rijen:
        _zin(_dia(boek, titel), leeg)
        return
    delen = [rijen[i : i + PER_DIA] for i in range(0, len(rijen), PER_DIA)]
    for nr, deel in enumerate(delen, 1):
        dia = _dia(boek, titel if len(delen) == 1 else f"{titel} ({nr} van {len(delen)})")
        vorm = dia.shapes.add_table(len(deel) + 1, len(kop), _duim(0.7), _duim(1.6), _duim(11.9), _duim(0.5))
        vorm.name = titel
        tabel = vorm.table
        for kolom, breedte in enumerate(breedtes):
            tabel.columns[kolom].width = _duim(breedte)
        for nummer, teksten in enumerate((kop, *deel)):
            for kolom, tekst in enumerate(teksten):
                _cel(tabel.cell(nummer, kolom), tekst, is_kop=nummer == 0, rechts=getallen and kolom > 0)


def _cel(cel: Any, tekst: str, *, is_kop: bool, rechts: bool) -> None:
    from pptx.enum.text import PP_ALIGN

    cel.text = tekst if len(tekst) <= LANGSTE else f"{tekst[: LANGSTE - 1].rstrip()}…"
    alinea = cel.text_frame.paragraphs[0]
    for alinea in cel.text_frame.paragraphs:
        alinea.font.size, alinea.font.bold = _punt(14), is_kop
        alinea.alignment = PP_ALIGN.RIGHT if rechts else PP_ALIGN.LEFT
        alinea.font.color.rgb = _rgb("FFFFFF" if is_kop else INKT)
    cel.fill.solid()
    cel.fill.fore_color.rgb = _rgb(MERK if is_kop else "F4F6F9")


def _dia(boek: "Presentation", titel: str) -> "Slide":
    dia = boek.slides.add_slide(boek.slide_layouts[5])
    _zet(dia.shapes.title, titel, 28, MERK, vet=True)
    _plaats(dia.shapes.title, 0.7, 0.45, 11.9, 0.9)
    return dia


def _grafiek(dia: "Slide", soort: Any, data: Any, omschrijving: str) -> Any:
    from pptx.enum.chart import XL_LEGEND_POSITION

    vorm: Any = dia.shapes.add_chart(soort, _duim(0.7), _duim(1.5), _duim(11.9), _duim(5.5), data)
    vorm.name = omschrijving
    vorm._element.nvGraphicFramePr.cNvPr.set("descr", omschrijving)  # what a screen reader says
    grafiek = vorm.chart
    grafiek.has_legend = True
    grafiek.legend.position, grafiek.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    grafiek.font.size, grafiek.font.color.rgb = _punt(14), _rgb(INKT)
    plot = grafiek.plots[0]
    plot.has_data_labels = True
    plot.data_labels.font.size = _punt(12)
    grafiek.value_axis.has_major_gridlines = False
    return grafiek


def _kleur(reeks: Any, kleur: str) -> None:
    reeks.format.fill.solid()
    reeks.format.fill.fore_color.rgb = _rgb(kleur)


def _zin(dia: "Slide", zin: str) -> None:
    vak = dia.shapes.add_textbox(_duim(0.7), _duim(1.7), _duim(11.9), _duim(1))
    vak.text_frame.word_wrap = True
    _zet(vak, zin, 20, INKT)


def _zet(vorm: Any, tekst: str, punten: int, kleur: str, *, vet: bool = False) -> None:
    from pptx.enum.text import PP_ALIGN

    vorm.text_frame.text = tekst
    for alinea in vorm.text_frame.paragraphs:
        alinea.alignment = PP_ALIGN.LEFT
        _letter(alinea, punten, kleur, vet)


def _alinea(kader: Any, tekst: str, punten: int, kleur: str, *, vet: bool = False) -> None:
    alinea = kader.add_paragraph()
    alinea.text = tekst
    _letter(alinea, punten, kleur, vet)


def _letter(alinea: Any, punten: int, kleur: str, vet: bool) -> None:
    alinea.font.size, alinea.font.bold, alinea.font.color.rgb = _punt(punten), vet, _rgb(kleur)


def _plaats(vorm: Any, links: float, boven: float, breed: float, hoog: float) -> None:
    vorm.left, vorm.top, vorm.width, vorm.height = _duim(links), _duim(boven), _duim(breed), _duim(hoog)


def _duim(waarde: float) -> Any:
    from pptx.util import Inches

    return Inches(waarde)


def _punt(waarde: int) -> Any:
    from pptx.util import Pt

    return Pt(waarde)


def _rgb(kleur: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(kleur)
