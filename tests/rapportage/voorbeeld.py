"""A momentopname as `regie.cijfers` delivers it, with every kind of figure: shown, hidden, missing, compared."""

from datetime import date
from typing import Any

from regie.cijfers.getal import (
    Delta,
    Getal,
    Kerncijfers,
    Kolom,
    Reeks,
    Reeksen,
    Rij,
    Signaal,
    Signalen,
    Tabel,
    Tegel,
    als_json,
)
from regie.cijfers.indicatoren import INDICATOREN
from regie.core import notatie

PEILDATUM = date(2026, 10, 31)
BRON = "Eigen registratie van de OCMW's in Regiekompas"
KLEIN = "Minder dan 5 personen: niet getoond."
LABELS = ("okt 25", "nov 25", "dec 25", "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt 26")
GEMEENTEN = [
    "Beernem",
    "Blankenberge",
    "Brugge",
    "Damme",
    "Jabbeke",
    "Knokke-Heist",
    "Oostkamp",
    "Torhout",
    "Zedelgem",
    "Zuienkerke",
]


def g(n: float | None, definitie: str = "instroom", *, procent: bool = False, noemer: int | None = None) -> Getal:
    if n is None:
        return Getal(None, "–" if procent else "< 5", definitie, noemer, KLEIN)
    return Getal(n, notatie.procent(n) if procent else notatie.getal(n), definitie, noemer)


def tegel(
    code: str, label: str, getal: Getal, detail: str, delta: Delta | None = None, ratios: tuple[Getal, ...] = ()
) -> Tegel:
    return Tegel(code, label, getal, detail, delta, BRON, PEILDATUM, ratios)


def delta(getoond: str, woorden: str, ander: Getal) -> Delta:
    return Delta(getoond, woorden, "neutraal", ander)


def kern(woorden: str) -> Kerncijfers:
    ratios = (
        g(36.2, "doorstroomratio", procent=True, noemer=58),
        g(33.9, "doorstroomratio_alle", procent=True, noemer=62),
    )
    tegels = (
        tegel(
            "in_behandeling",
            "In behandeling",
            g(412, "in_behandeling"),
            "",
            delta("▲ 18", f"18 meer dan in {woorden}", g(394)),
        ),
        tegel("instroom", "Instroom", g(58), "", delta("▲ 9", f"9 meer dan in {woorden}", g(49))),
        tegel(
            "doorstroom",
            "Doorstroom",
            g(21, "doorstroom"),
            "36,2 % van de uitstroom (n = 58)",
            delta("▼ 3", f"3 minder dan in {woorden}", g(24)),
            ratios,
        ),
        tegel("duurzaam_6m", "Duurzaam na 6 maanden", g(71.4, "duurzaam_6m", procent=True, noemer=49), "35 van 49"),
        tegel("plaatsen_bezet", "Plaatsen bezet", g(86.0, "plaatsen_bezet", procent=True, noemer=150), "129 van 150"),
        tegel(
            "quotum_vst",
            "Quotum art. 60 VST",
            Getal(34, "34 / 40", "quotum_vst", 40),
            "85,0 % van het toegekende quotum",
        ),
    )
    return Kerncijfers(tegels, "2026-10", PEILDATUM)


def tabel(code: str, rijkop: str, kolommen: list[str], rijen: list[tuple[str, list[Getal]]], **rest: Any) -> Tabel:
    totaal = rest.pop("totaal", ())
    opmerkingen = rest.pop("opmerkingen", {})
    regels = [
        Rij(naam.lower(), naam, tuple(cellen), naam in totaal, opmerkingen.get(naam, "")) for naam, cellen in rijen
    ]
    codes = rest.pop("codes", [k.lower() for k in kolommen])
    kop = tuple(Kolom(c, k) for c, k in zip(codes, kolommen, strict=True))
    return Tabel(code, rest.pop("titel", ""), rijkop, kop, tuple(regels), BRON, PEILDATUM, **rest)


def reeks() -> Reeksen:
    waarden = {
        "Instroom": (31, 22, 40, 44, 61, 58, 49, 52, 38, 35, 47, 55, 58),
        "Doorstroom": (9, 8, 11, 10, 14, 16, 15, 17, 12, 9, 16, 18, 21),
        "Stopzetting": (5, 6, None, 7, 6, 5, 8, 7, 6, None, 5, 6, None),
    }
    reeksen = tuple(Reeks(naam.lower(), naam, tuple(g(n) for n in rij)) for naam, rij in waarden.items())
    maanden = tuple(date(2025 + (9 + i) // 12, (9 + i) % 12 + 1, 1) for i in range(13))
    return Reeksen(
        "De instroom steeg in een jaar van 31 naar 58",
        LABELS,
        maanden,
        reeksen,
        BRON,
        "Overgang naar intake, naar werk en naar afgesloten.",
        PEILDATUM,
    )


INSTRUMENTEN = ["Art. 60", "Art. 60 VST", "TWE", "Wijk-werken", "Opleiding", "Nog geen", "Totaal"]


def lopend() -> Tabel:
    rijen = [
        ("Intake", [g(0), g(0), g(0), g(0), g(0), g(31), g(31)]),
        ("Screening", [g(0), g(0), g(0), g(0), g(0), g(42), g(42)]),
        ("Actieplan", [g(12), g(6), g(9), g(None), g(None), g(21), g(55)]),
        ("Wacht op start", [g(11), g(None), g(7), g(None), g(8), g(0), g(34)]),
        ("Lopend", [g(96), g(34), g(41), g(18), g(23), g(0), g(212)]),
        ("Onderbroken", [g(9), g(None), g(None), g(0), g(0), g(0), g(15)]),
        ("Nazorg", [g(12), g(None), g(None), g(0), g(0), g(0), g(23)]),
        ("Totaal", [g(140), g(48), g(63), g(24), g(43), g(94), g(412)]),
    ]
    return tabel("lopend", "Fase", INSTRUMENTEN, rijen, totaal=("Totaal",))


def art60() -> Tabel:
    namen = [f"OCMW {naam}" for naam in GEMEENTEN]
    toegekend = [1, 4, 16, 0, 2, 4, 3, 7, 3, 0]
    gestart = [None, None, 14, 0, None, None, None, 6, None, 0]
    rijen = []
    for naam, mag, nu in zip(namen, toegekend, gestart, strict=True):
        deel = g(100 * nu / mag if nu and mag else None, "quotum_benut", procent=True, noemer=mag)
        rijen.append(
            (
                naam,
                [g(mag, "quotum_toegekend"), g(nu, "quotum_vst"), deel, Getal(12.4, "12,4", "vte"), g(None), g(None)],
            )
        )
    rijen.append(("Regio", [g(40), g(34), g(85.0, procent=True), Getal(131.5, "131,5", "vte"), g(28), g(31)]))
    kolommen = ["Toegekend", "Gestart", "Benut", "Gemiddeld VTE", "Eindigt < 3 maanden", "Eindigt 3–6 maanden"]
    codes = ["quotum_toegekend", "quotum_vst", "quotum_benut", "vte", "art60_einde_3m", "art60_einde_6m"]
    return tabel("art60", "OCMW", kolommen, rijen, codes=codes, totaal=("Regio",))


def uitstroom() -> Tabel:
    rijen = [
        ("Werk", [g(8), g(None), g(None), g(17)]),
        ("Werk met steun", [g(None), g(0), g(None), g(None)]),
        ("Sociale economie", [g(5), g(None), g(0), g(9)]),
        ("Opleiding", [g(None), g(0), g(6), g(10)]),
        ("Uitkering", [g(9), g(0), g(None), g(12)]),
        ("Terug naar leefloon", [g(0), g(0), g(None), g(None)]),
        ("Afgehaakt of gestopt", [g(None), g(0), g(None), g(7)]),
        ("Neutraal", [g(None), g(0), g(0), g(None)]),
        ("Totaal", [g(34), g(9), g(19), g(62)]),
    ]
    return tabel("uitstroom", "Uitkomst", ["Art. 60", "Art. 60 VST", "TWE", "Totaal"], rijen, totaal=("Totaal",))


def cohorten() -> Tabel:
    rijen = [
        (f"na {n} maanden", [g(noemer), g(werk), g(None), g(onbekend), g(ratio, procent=True, noemer=noemer)])
        for n, noemer, werk, ratio, onbekend in ((3, 61, 49, 80.3, 6), (6, 49, 35, 71.4, 5), (12, 31, 19, 61.3, None))
    ]
    kolommen = ["Doorstroom", "Nog aan het werk", "Niet meer", "Niet bekend", "Duurzaam"]
    return tabel("cohorten", "Meetmoment", kolommen, rijen, titel="Duurzame doorstroom")


def momentopname(**rapport: Any) -> dict[str, Any]:
    cijfers = {
        "kern": kern("september 2026"),
        "kern_vorig_jaar": kern("oktober 2025"),
        "vergelijking": tabel(
            "vergelijking",
            "OCMW",
            ["In behandeling", "Instroom", "Doorstroom", "Evaluatie op tijd"],
            [
                ("OCMW Brugge", [g(184), g(27), g(38.1, procent=True), g(92.0, procent=True)]),
                ("OCMW Torhout", [g(61), g(8), g(None, procent=True), g(71.0, procent=True)]),
                ("OCMW Damme", [g(None), g(None), g(None, procent=True), g(None, procent=True)]),
                ("Regio", [g(412), g(58), g(36.2, procent=True), g(88.0, procent=True)]),
            ],
            totaal=("Regio",),
            opmerkingen={"OCMW Torhout": "evaluaties op tijd ligt 17 punten onder de regio"},
        ),
        "signalen": Signalen(
            (
                Signaal(
                    "evaluatie_te_laat",
                    "dringend",
                    "Evaluaties te laat",
                    "OCMW Torhout",
                    g(11),
                    "11 evaluaties zijn meer dan een week te laat.",
                    None,
                    "",
                ),
                Signaal(
                    "quotum",
                    "letop",
                    "Quotum bijna op",
                    "OCMW Brugge",
                    g(14),
                    "14 van 16 plaatsen zijn gebruikt.",
                    date(2026, 12, 31),
                    "voor 31/12/2026",
                ),
            ),
            date(2026, 11, 3),
        ),
        "reeks": reeks(),
        "instroom_instrument": tabel(
            "instroom",
            "Instrument",
            ["Instroom", "Start"],
            [
                ("Art. 60", [g(21), g(14)]),
                ("Art. 60 VST", [g(6), g(None)]),
                ("TWE", [g(12), g(9)]),
                ("Nog geen", [g(19), g(0)]),
                ("Totaal", [g(58), g(26)]),
            ],
            totaal=("Totaal",),
        ),
        "lopend": lopend(),
        "art60": art60(),
        "art60_categorie": tabel(
            "categorie",
            "Soort gebruiker",
            ["Lopende plaatsingen", "Aandeel"],
            [
                ("Eigen dienst van het OCMW", [g(52), g(37.1, procent=True)]),
                ("Publieke gebruiker", [g(31), g(22.1, procent=True)]),
                ("Vzw", [g(29), g(20.7, procent=True)]),
                ("Totaal", [g(140), g(100, procent=True)]),
            ],
            totaal=("Totaal",),
        ),
        "uitstroom": uitstroom(),
        "cohorten": cohorten(),
    }
    return {
        "formaat": 1,
        "gebied": {
            "naam": "Regio Brugge",
            "contact": "regisseur@regio.example",
            "gemeenten": GEMEENTEN,
            "inwoners": 283456,
            "inwoners_op": "2026-01-01",
        },
        "periode": {"sleutel": "2026-10", "label": "oktober 2026", "start": "2026-10-01"},
        "peildatum": "2026-10-31",
        "rapport": {
            "id": "0",
            "versie": 1,
            "onderdelen": ["OOGOPSLAG", "INSTROOM", "LOPEND", "ART60", "UITSTROOM"],
            "correctie_reden": "",
            "opgemaakt_op": "2026-11-03T09:05:00+00:00",
            "versies": [{"versie": 1, "op": "2026-11-03", "reden": ""}],
            **rapport,
        },
        "cijfers": {naam: als_json(waarde) for naam, waarde in cijfers.items()},
        "onderdrukking": "Aantallen van 1 tot 4 tonen we als '< 5', zodat niemand herkenbaar is.",
        "definities": [
            {"code": c, "naam": i.naam, "definitie": i.definitie, "noemer": i.noemer, "bron": i.bron}
            for c, i in list(INDICATOREN.items())[:16]
        ],
    }
