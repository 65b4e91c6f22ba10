"""The figures of the employer approach as a spreadsheet: exactly those of the page, and what they mean."""

from datetime import datetime

from rapportage.exports.cockpit import Werkboek
from rapportage.selectors.werkgevers import Werkgevercijfers
from regie.cijfers.getal import Getal, Tabel
from regie.core import notatie


def werkgevers_werkboek(pagina: Werkgevercijfers, *, gebied: str, gemaakt_op: datetime) -> bytes:
    boek = Werkboek()
    boek.blad(
        "Kerncijfers",
        ["Cijfer", "Waarde", "Toelichting", "Vergelijking", "Bron"],
        [
            [
                tegel.label,
                tegel.getal,
                tegel.detail,
                f"{tegel.delta.getoond} {tegel.delta.woorden}".strip() if tegel.delta else "",
                tegel.bron,
            ]
            for tegel in pagina.tegels
        ],
    )
    boek.blad("Per organisatie", *_tabel(pagina.organisaties))
    boek.blad("Duurzaam", *_tabel(pagina.duurzaam))
    boek.blad("Uitleg", ["Over dit bestand", ""], _uitleg(pagina, gebied, gemaakt_op))
    return boek.sluit()


def _tabel(tabel: Tabel) -> tuple[list[str], list[list[str | Getal]]]:
    kop = [tabel.rijkop, *(kolom.label for kolom in tabel.kolommen)]
    return kop, [[rij.label, *rij.cellen] for rij in tabel.rijen]


def _uitleg(pagina: Werkgevercijfers, gebied: str, gemaakt_op: datetime) -> list[list[str | Getal]]:
    rijen: list[list[str | Getal]] = [
        ["Gebied", gebied],
        ["Periode", pagina.periode.label + (" (loopt nog)" if pagina.loopt else "")],
        ["Peildatum", notatie.datum(pagina.peildatum)],
        ["Gemaakt op", notatie.moment(gemaakt_op)],
        ["Kleine aantallen", pagina.onderdrukking],
        ["", ""],
    ]
    return rijen + [[begrip.naam, f"{begrip.definitie} Bron: {begrip.bron}."] for begrip in pagina.begrippen]
